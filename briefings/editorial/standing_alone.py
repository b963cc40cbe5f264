"""Whether a sentence can be read without those around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.text import Span

SHORTEST: Final = 6
LONGEST: Final = 45
"""Words of a sentence that stands well alone."""

EARLY: Final = 6
"""Words at the start, among which a pronoun mostly means somebody of the sentence before."""

FEWEST_BESIDE_A_QUOTATION: Final = 3
"""Words that tell who speaks."""

_LEANING: Final = frozenset(
    "he she it they him her them his its their this that these those there then such so but and or yet nor also "
    "however meanwhile instead still otherwise therefore thus hence both another others here too either neither "
    "additionally furthermore moreover nevertheless nonetheless ironically rather "
    "он она оно они его её ее их ему ей им этот эта эти это этом этого этой тот та те там тут тогда здесь так такой "
    "такая такие таким поэтому потом затем но а и да же однако также тоже причём причем притом зато впрочем "
    "подытоживая вместе кроме при сам сама сами именно "
    "ол олар оның олардың оған оны оларға оларды бұл осы сол мұны мұнда мұндай мұның бұлар осылай осындай сондай "
    "сондай-ақ сонымен соның сонда онда одан бірақ алайда дегенмен ал және сөйтіп себебі сондықтан аталған "
    "сонан сол-ақ өйткені оларда осыған бұған сәйкесінше".split()
)
"""First words of sentences that need the one before."""

_PERSONS: Final = frozenset(
    "he she they him them his hers their он она они его её ее их ему ей им ол олар оның олардың оған оны".split()
)
_SPEAKERS: Final = frozenset(
    "i i'm i've i'll i'd we we're we've we'll me my mine us our ours you your let's "
    "я мы мне меня мной мой моя мои моё мое нам нас нами наш наша наши наше вы вам вас ваш "
    "маған мені менің біз біздің бізге бізді бізде сіз сіздер бәріміз барлығымыз едік".split()
)
"""Words of somebody who speaks: without quotation marks around them, those opened or will close elsewhere."""

_BACKGROUND: Final = re.compile(
    r"(?:[\w-]{1,30}\.(?:kz|ru|com|net|org|info)|as (?:previously |earlier )?reported|previously|earlier|"
    r"напомн(?:им|ю)|отметим|ранее|до этого|как сообщалось|"
    r"еске сал(?:сақ|айық)|(?:айта|қоса) кет(?:сек|ейік)|бұған (?:қоса|дейін)|"
    r"кстати|к слову|к тому же|бұдан бұрын|осыған дейін)\b",
    re.IGNORECASE,
)
_LEANING_PHRASES: Final = re.compile(
    r"(?:об этом|о ч[её]м|в частности|в этой связи|в результате|соның нәтижесінде|in that case|as a result)\b|"
    r"(?:\w{1,20} ){1,2}(?:(?:this|these|those) (?!week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|"
    r"winter|season|time)|эт(?:от|ого|ому|им|ой|у|их|ими) (?!год|месяц|недел|лет|зим|весн|осен|дн)|"
    r"(?:бұл|осы|аталған) (?!жыл|ай|апта|күн))",
    re.IGNORECASE,
)
"""Beginnings that point back: "об этом", "жители этого дома"; "in Aksu this week" does not."""

_EMPTY_SUBJECT: Final = re.compile(
    r"(?:It|There) (?:is|was|were|are|will be|would be|has been|have been|remains)\b"
    r"(?: [\w'’-]{1,20}){1,5} (?:to|that|for|in|on)\b"
)
"""An "it" or "there" that means nobody: "It will be hard to win"."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ITEM: Final = re.compile(r"[-–—•*▪◦‣·]|\(?\d{1,3}[.)]\s")
_TOLD: Final = re.compile(r"[.!…][\"'”’»)\]]*\Z")
_ARTICLES: Final = frozenset({"the", "a", "an"})
_DIVIDING: Final = frozenset(",.!?…–—-")
_DASHES: Final = "–—-"
_PARAGRAPH: Final = "\n"
_CLOSING: Final = {"«": "»", "“": "”“", "„": "“”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence stands among the others."""

    is_telling: bool
    """it tells something in the writer's words: no question, item, part of a quotation or announcement of a list"""
    leans: bool
    """it means somebody or something that only the sentence before names"""
    is_background: bool
    """it tells again what was news earlier, or what the site does"""
    is_speech: bool
    """it begins with what somebody said"""
    is_short: bool
    is_long: bool

    @property
    def opens_well(self) -> bool:
        """Whether it can be read first, where length is forgiven."""
        return self.is_telling and not self.is_short and not (self.leans or self.is_background or self.is_speech)


def standings(text: str, sentences: Sequence[Span]) -> list[Standing]:
    """How each sentence of a text stands, in order."""
    return [
        _standing(text[span.start : span.end], is_quoted)
        for span, is_quoted in zip(sentences, _quoted(text, sentences), strict=True)
    ]


def _quoted(text: str, sentences: Sequence[Span]) -> Iterator[bool]:
    """Whether a quotation begins before a sentence or goes on after it; a dash opens one that its paragraph ends."""
    awaited, end = "", 0
    for span in sentences:
        if "\n" in text[end : span.start]:
            awaited = _PARAGRAPH if text[span.start] in _DASHES else ""
        before, end = awaited, span.end
        awaited = _awaited_after(text[span.start : span.end], before)
        yield bool(before or awaited)


def _awaited_after(sentence: str, awaited: str) -> str:
    """The marks of which one is to close the quotation that is open at the end of a sentence, if any is."""
    for sign in sentence:
        awaited = ("" if sign in awaited else awaited) if awaited else _CLOSING.get(sign, "")
    return awaited


def _standing(sentence: str, is_quoted: bool) -> Standing:
    plain = _without_quotations(sentence)
    words = _WORD.findall(plain)
    is_speech = _opens_with_speech(sentence)
    is_closed = not is_quoted and _TOLD.search(sentence[-20:]) is not None
    return Standing(
        is_telling=is_closed and _is_told(sentence, words, not is_speech),
        leans=_leans(words, plain),
        is_background=_BACKGROUND.match(sentence) is not None,
        is_speech=is_speech,
        is_short=len(sentence.split()) < SHORTEST,
        is_long=len(sentence.split()) > LONGEST,
    )


def _without_quotations(sentence: str) -> str:
    kept, awaited = [], ""
    for sign in sentence:
        if awaited:
            awaited = "" if sign in awaited else awaited
        elif sign in _CLOSING:
            awaited = _CLOSING[sign]
        else:
            kept.append(sign)
    return "".join(kept)


def _is_told(sentence: str, words: Sequence[str], is_own: bool) -> bool:
    if _ITEM.match(sentence) or any(map(_is_speaker, words)):
        return False
    return len(words) >= FEWEST_BESIDE_A_QUOTATION and (is_own or any(word[0].isupper() for word in words))


def _is_speaker(word: str) -> bool:
    is_acronym = len(word) > 1 and word.isupper()
    return not is_acronym and word.casefold().replace("’", "'") in _SPEAKERS


def _opens_with_speech(sentence: str) -> bool:
    """Whether it begins with what somebody said, not with a name in quotation marks: a mark divides the two."""
    closing = _CLOSING.get(sentence[0], "")
    end = next((place for place, sign in enumerate(sentence[1:], 1) if sign in closing), 0)
    return end > 0 and (sentence[end - 1] in _DIVIDING or sentence[end + 1 :].lstrip()[:1] in _DIVIDING)


def _leans(words: Sequence[str], plain: str) -> bool:
    if not words or "latter" in map(_bare, words[:2]):
        return True
    if _bare(words[0]) in _LEANING or _LEANING_PHRASES.match(plain):
        return _EMPTY_SUBJECT.match(plain) is None
    early = [_bare(word) for word in _WORD.findall(_opening(plain))[:EARLY]]
    person = next((place for place, word in enumerate(early) if word in _PERSONS), 0)
    if not person:
        return False
    return early[0] not in _ARTICLES and not any(word[0].isupper() for word in words[1:person])


def _bare(word: str) -> str:
    """A word without what is drawn together with it: "she's" is "she"."""
    return word.casefold().replace("’", "'").split("'")[0]


def _opening(plain: str) -> str:
    """What may come before the one who acts; where nouns have no articles, only up to a comma."""
    return plain if plain.lstrip()[:1].isascii() else plain.split(",", maxsplit=1)[0]
