"""The nouns of a Russian clause with all that belongs to each, so that they can be put into another case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.key_dates.detection.clause_names.clause import QUOTES
from briefings.key_dates.detection.clause_words import Word
from briefings.text.morphology import inflected, is_a, part_of, readings, stands_in

_DESCRIBING = ("ADJF", "PRTF", "NUMR")
_LONGEST = 7
_FRAMES = frozenset("связи рамках результате соответствии ходе".split())
_TIMES = frozenset("время час месяц год день утро вечер неделя сутки ход среда мнение слово данные информация".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun, what describes it before and owns it behind, and the preposition that it follows."""

    preposition: Word | None
    describing: tuple[Word, ...]
    noun: Word
    owning: tuple[Word, ...]

    @property
    def words(self) -> list[Word]:
        """All of it, as it stands."""
        leading = [self.preposition] if self.preposition else []
        return [*leading, *self.describing, self.noun, *self.owning]

    @property
    def is_pronoun(self) -> bool:
        """Whether it names nobody."""
        return part_of(self.noun.lower) == "NPRO"

    @property
    def is_title(self) -> bool:
        """Whether it is a name in quotation marks."""
        return self.noun.text[:1] in QUOTES

    @property
    def tells(self) -> bool:
        """Whether it says more than when or according to whom something happens."""
        return not self.is_pronoun and readings(self.noun.lower)[0].normal_form not in _TIMES

    @property
    def is_circumstance(self) -> bool:
        """Whether it leads to why or in which frame something happens: «в связи с»."""
        return self.preposition is not None and self.noun.lower in _FRAMES

    def may_be(self, case: str) -> bool:
        """Whether it may be the subject ("nomn") or the object ("accs") of a verb."""
        if self.preposition is not None:
            return False
        if not self.noun.text.isalpha() or not self.noun.text[0].isalpha() or self.noun.text.isascii():
            return True
        return all(stands_in(word.lower, case) for word in (*self.describing, self.noun))

    def agrees_with(self, relative: Word) -> bool:
        """Whether «который» in its number and gender may stand for the noun."""
        wanted = [(one.tag.number, one.tag.gender) for one in readings(relative.lower)]
        nouns = [(one.tag.number, one.tag.gender) for one in readings(self.noun.lower) if one.tag.POS == "NOUN"]
        return any(number == many and gender in (None, kind) for number, gender in wanted for many, kind in nouns)

    def in_case(self, case: str) -> list[Word]:
        """The words with the noun in another case, and what describes it too."""
        number = self._number
        described = [_in_form(word, {case, number}, _DESCRIBING) for word in self.describing]
        if case in ("nomn", "gent") and number == "sing":
            described = [_agreeing(word, self.noun, case) for word in self.describing]
        return [*described, _in_form(self.noun, {case, number}, ("NOUN",)), *self._owning_in(case)]

    @property
    def _number(self) -> str:
        nouns = [one for one in readings(self.noun.lower) if one.tag.POS == "NOUN"]
        direct = [one for one in nouns if one.tag.case in ("nomn", "accs")]
        return next((one.tag.number for one in (*direct, *nouns) if one.tag.number), "sing")

    def _owning_in(self, case: str) -> list[Word]:
        """A second name follows the first into its case; a title stays."""
        end = next((at for at, word in enumerate(self.owning) if word.text in QUOTES), len(self.owning))
        names = [_in_form(word, {case, "sing"}, ("NOUN",)) if _is_named(word) else word for word in self.owning[:end]]
        return [*names, *self.owning[end:]]


def _is_named(word: Word) -> bool:
    return word.is_name and stands_in(word.lower, "nomn", "NOUN")


def _in_form(word: Word, wanted: set[str], parts: tuple[str, ...]) -> Word:
    for case in ("nomn", "accs", None):
        form = inflected(word.text, wanted, *parts, case=case)
        if form != word.text or case is None:
            return replace(word, text=form)
    return word


def _agreeing(word: Word, noun: Word, case: str) -> Word:
    genders = [one.tag.gender for one in readings(noun.lower) if one.tag.POS == "NOUN" and one.tag.gender]
    return _in_form(word, {case, "sing", genders[0] if genders else "masc"}, _DESCRIBING)


def phrases_of(words: Sequence[Word]) -> list[Phrase]:
    """The nouns of these words, in their order; what belongs to none is left out."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase, at = _phrase(words, at)
        if phrase is not None:
            found.append(phrase)
    return found


def _phrase(words: Sequence[Word], at: int) -> tuple[Phrase | None, int]:
    """The noun phrase that begins here, None where none does, and where to read on."""
    preposition = words[at] if part_of(words[at].lower) == "PREP" else None
    start = at + 1 if preposition else at
    head = start
    while head < len(words) and head - start < _LONGEST and _describes(words[head]):
        head += 1
    if head >= len(words) or not _is_noun(words, head):
        return None, max(at + 1, start)
    noun, end = _noun(words, head)
    owning_end = _owning_end(words, end)
    owning = tuple(words[end:owning_end])
    return Phrase(preposition, tuple(words[start:head]), noun, owning), owning_end


def _describes(word: Word) -> bool:
    if word.text[:1].isdigit():
        return True
    return word.is_word and part_of(word.lower) in _DESCRIBING


def _is_noun(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.text in QUOTES:
        return _title_end(words, at) > at
    if not word.is_word or part_of(word.lower) in ("CONJ", "PRCL"):
        return False
    return is_a(word.lower, "NOUN", "NPRO") or word.text.isascii() or word.is_name


def _title_end(words: Sequence[Word], at: int) -> int:
    """Where a title in quotation marks ends that begins here (exclusive); `at` where none does."""
    closing = (place for place in range(at + 1, len(words)) if words[place].text in QUOTES)
    return next(closing, at - 1) + 1


def _noun(words: Sequence[Word], at: int) -> tuple[Word, int]:
    """The head noun and where what follows it begins; a title in quotation marks is one noun."""
    end = _title_end(words, at) if words[at].text in QUOTES else at + 1
    if end == at + 1:
        return words[at], end
    inner = "".join((" " if place > 1 else "") + word.text for place, word in enumerate(words[at + 1 : end - 1], 1))
    return replace(words[at], end=words[end - 1].end, text=f"{words[at].text}{inner}{words[end - 1].text}"), end


def _owning_end(words: Sequence[Word], at: int) -> int:
    """Where the words end that say whose it is: genitives, further names, titles in quotation marks."""
    end = at
    while end < len(words) and end - at < _LONGEST:
        word = words[end]
        if word.text in QUOTES:
            closing = _title_end(words, end)
            if closing <= end:
                return end
            end = closing
        elif word.is_word and (_is_genitive(word) or (word.is_name and is_a(word.lower, "NOUN") and end > 0)):
            end += 1
        elif (joined := _joined_end(words, end)) > end:
            end = joined
        else:
            return end
    return end


def _joined_end(words: Sequence[Word], at: int) -> int:
    """Where a further name of a list ends (exclusive): «в Испании, Португалии и Бельгии»; `at` where none follows."""
    joins = at > 0 and at + 1 < len(words) and words[at].text in (",", "и")
    names = joins and words[at - 1].is_name and words[at + 1].is_name
    return at + 2 if names and is_a(words[at + 1].lower, "NOUN") else at


def _is_genitive(word: Word) -> bool:
    if part_of(word.lower) in ("VERB", "PREP", "CONJ", "PRCL", "ADVB", "INFN", "NPRO"):
        return False
    return stands_in(word.lower, "gent", "NOUN", "ADJF", "PRTF") or (word.is_name and word.text.isascii())
