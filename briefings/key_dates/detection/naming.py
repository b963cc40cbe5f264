"""A short name for an event, made from the words around its noun: "Snap presidential election"."""

from collections.abc import Sequence

from briefings.key_dates.detection.clause_words import Word
from briefings.key_dates.detection.clauses import TIES
from briefings.key_dates.detection.event_nouns import Head
from briefings.text.detection import Language
from briefings.text.morphology import inflected, is_a, part_of, readings, stands_in

MOST_BEFORE = 4
MOST_BEFORE_KAZAKH = 6
"""Kazakh has before the noun what other languages have behind it."""
MOST_AFTER = 6
LONGEST_COMPLEMENT = 8
"""Words after an event noun that may belong to it, at most: six with a preposition before, or a case ("in the … case").
"""
LONGEST = 90
"""Code points of a name."""

_DROPPED = ("upcoming", "forthcoming", "next", "scheduled", "planned", "slated", "предстоящ", "ближайш", "назначен",
            "запланирован",            "намеченн", "следующ", "очередн", "прошедш", "состоявш",
            "будущ", "алдағы", "арасындағы", "келесі", "өткен",
            "осы", "бұл")  # fmt: skip
_ENGLISH_STOP = frozenset(
    "the a an this that these those its their his her our my your any some no each every all both such and or but "
    "of in on at to for from by with about over against during after before as is are was were be been has have "
    "had will would hold holds held host hosts stage call calls called set sets boycott join win won lose attend "
    "watch plan plans say says said not who which when where while it they he she we i you there new several many "
    "more most two three four five six seven eight nine ten almost nearly another".split()
)
_ADVERBS = frozenset(
    "outside inside near across along around between through into onto until till due amid throughout within without "
    "next last this later earlier early late today tomorrow yesterday tonight also still again so "
    "far then there here if itself themselves "
    "may might can could should must shall do does did went goes came comes killed shook ended".split()
)
_OPENERS = frozenset(
    "begin begins start starts resume resumes open opens end ends close closes launch conclude".split()
)
_ADJECTIVES = ("ADJF", "PRTF")
_FORMS = {"m": {"sing", "masc"}, "f": {"sing", "femn"}, "n": {"sing", "neut"}, "p": {"plur"}}
_RUSSIAN_STOP = frozenset(
    "этом этот эта это эти этой этих нем ним ней своем своей своих его ей им их том той всем чем одном "
    "которых которые который которой котором них ней своей нашем нашей мой моей".split()
)
_RUSSIAN_LINKS = {"election": ("в", "на"), "protest": ("против", "за")}
_RUSSIAN_OPENERS = ("по", "над", "в", "на", "против", "за", "с", "со")
_KAZAKH_LOCAL = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке")
_KAZAKH_STOP = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "ып", "іп",
                "ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен")  # fmt: skip
_KAZAKH_PARTICIPLES = ("атын", "етін", "йтын", "йтін")
"""What is left of a clause whose object has a case: «үкімет құратын сайлау» is a «сайлау»."""

_DETERMINERS = frozenset("the a an its their his her our this these first second third new".split())
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = frozenset({"first", "second", "third", "last", "next", "preliminary", "final", "opening", "open", "new"})
"""What describes a hearing without telling whose it is."""
_COURTS = frozenset({"trial", "hearing", "verdict"})
_COMPLEMENTS = {
    "election": ("of", "to", "for"), "runoff": ("for",), "vote": ("on", "of"), "referendum": ("on",),
    "hearing": ("of", "on"), "trial": ("of",), "verdict": ("against",), "debate": ("on", "between"),
    "protest": ("against",), "talks": ("of", "between", "with", "on"), "visit": ("of", "to"), "deadline": ("for", "to"),
    "conference": ("of", "on"),
}  # fmt: skip
_ANY_COMPLEMENT = ("of", "between", "with")
_PUT_BEFORE = ("to",)
"""Prepositions whose complement reads better before the noun: "election to the city council"."""
_TITLES = frozenset("u dr mr mrs ms st gen sen rep gov col lt prof".split())
_OUTRANKED = ("al", "ary", "ic", "ive", "snap", "early", "local", "general", "special")


def name_of(words: Sequence[Word], at: int, head: Head, language: Language) -> str:
    """The name of the event whose noun is word `at`, in the language of the text."""
    build = {"en": _english, "ru": _russian, "kk": _kazakh}[language]
    name = " ".join(build(words, at, head))
    return _shortened(name[:1].upper() + name[1:])


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST].rsplit(" ", 1)[0]


def _is_dropped(word: Word) -> bool:
    return word.lower.startswith(_DROPPED)


def _english(words: Sequence[Word], at: int, head: Head) -> list[str]:
    before = [word.text for word in _english_before(words, at)]
    noun = head.noun if not words[at].is_name or not before else words[at].text
    if end := _case_end(words, at, head):
        if not {word.lower() for word in before} <= ORDINALS:
            return [*before, noun, *(word.text for word in words[at + 1 : end])]
        return [*before, *(word.text for word in words[at + 2 : end - 1] if word.lower != "the"), noun]
    after = _english_after(words, at, head)
    if after and after[0] in _PUT_BEFORE and head.concept == "election" and "of" not in after:
        return [*before, *(word for word in after[1:] if word.lower() != "the"), noun]
    return [*before, noun, *after]


def _english_before(words: Sequence[Word], at: int) -> list[Word]:
    first = at
    while first > 0 and at - first < MOST_BEFORE + 3 and _describes(words, first - 1):
        first -= 1
    found = [word for word in words[first:at] if word.reported is None and not _is_dropped(word)][-MOST_BEFORE:]
    if found and _is_bare_verb(found[0], words[first - 1].lower if first else ""):
        return found[1:]
    return found


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether an English word can be part of the noun phrase that it stands in before the noun."""
    word = words[at]
    if word.reported is not None:
        return not word.lower.endswith(("'s", "’s"))
    if _is_dropped(word):
        return not word.lower.endswith("ed") or at == 0 or words[at - 1].lower in _ENGLISH_STOP
    if not word.is_word or word.lower in _ENGLISH_STOP:
        return False
    if word.lower in _OPENERS:
        return at > 0 and _determines(words[at - 1])
    if word.lower in _ADVERBS:
        return word.lower == "early"
    return not _is_verb_form(word) or (at > 0 and _determines(words[at - 1]) and not word.lower.endswith("ly"))


def _determines(word: Word) -> bool:
    return word.lower in _DETERMINERS or word.lower.endswith(("'s", "’s"))


def _is_bare_verb(word: Word, before: str) -> bool:
    """Whether what seems to describe the noun is a verb: "to contest elections"."""
    return before in ("to", "will", "would", "must") and word.text.islower() and not word.lower.endswith(_OUTRANKED)


def _case_end(words: Sequence[Word], at: int, head: Head) -> int | None:
    """Where "in the road fund case" ends that says what a trial is about."""
    if head.concept not in _COURTS or at + 2 >= len(words) or words[at + 1].lower not in ("in", "of"):
        return None
    for place, word in enumerate(words[at + 2 : at + 8], at + 2):
        if not word.is_word or (word.lower in _ENGLISH_STOP and word.lower != "the"):
            return None
        if word.lower == "case":
            return place + 1
    return None


def complement_end(words: Sequence[Word], at: int, head: Head, language: Language) -> int:
    """Where the words end that belong to the event noun at `at` (exclusive): "election to the city council"."""
    if language == "kk":
        return at + 1
    if language == "ru":
        return at + 1 + len(_russian_after(words, at, head))
    if end := _case_end(words, at, head):
        return end
    return at + 1 + len(_english_after(words, at, head))


def is_function_word(word: Word) -> bool:
    """Whether an English word is no noun and no adjective: an article, preposition, auxiliary or participle."""
    return word.lower in _ENGLISH_STOP or word.lower in _ADVERBS or _is_verb_form(word)


def _is_verb_form(word: Word) -> bool:
    if word.is_name or "-" in word.text or word.lower in ("early", "daily", "weekly", "monthly", "yearly"):
        return False
    return word.lower.endswith(("ed", "ing", "ly"))


def _english_after(words: Sequence[Word], at: int, head: Head) -> list[str]:
    """A complement: "of the Security Council", "between Russia and Ukraine"."""
    linking = _COMPLEMENTS.get(head.concept, _ANY_COMPLEMENT)
    if (
        at + 2 >= len(words)
        or words[at + 1].lower not in linking
        or (head.concept != "deadline" and _is_verb_after(words, at + 1))
    ):
        return []
    found: list[str] = []
    for word in words[at + 1 : at + 2 + MOST_AFTER]:
        if not word.is_word or (found and not _continues(word)):
            break
        found.append(word.text)
    while found and (found[-1].lower() in _ENGLISH_STOP or found[-1].lower() in _TITLES):
        found.pop()
    return found if len(found) > 1 else []


def _is_verb_after(words: Sequence[Word], at: int) -> bool:
    """Whether "to" leads to a verb and not to a parliament or a city: "election to choose"."""
    follows = words[at + 1]
    return words[at].lower == "to" and not (follows.lower in ("the", "a") or follows.is_name)


def _continues(word: Word) -> bool:
    return (
        word.is_name
        or word.lower in ("the", "of", "and", "a", "its", "new", *_NUMBERS)
        or not (is_function_word(word) or word.lower.startswith(TIES["en"].staging))
    )


def _russian(words: Sequence[Word], at: int, head: Head) -> list[str]:
    many = head.gender != "p" and readings(words[at].lower)[0].tag.number == "plur"
    reported = Head(head.concept, inflected(words[at].lower, {"nomn", "plur"}, "NOUN"), "p") if many else head
    return [*_russian_before(words, at, reported), reported.noun, *_russian_after(words, at, reported)]


def _russian_before(words: Sequence[Word], at: int, head: Head) -> list[str]:
    found: list[str] = []
    for word in reversed(words[:at]):
        if word.reported is not None or not word.is_word or len(found) == MOST_BEFORE:
            break
        if _is_dropped(word):
            continue
        if word.lower in _RUSSIAN_STOP or not is_a(word.lower, *_ADJECTIVES):
            break
        found.insert(0, inflected(word.text, {"nomn"} | _FORMS[head.gender], *_ADJECTIVES))
    return found


def _russian_after(words: Sequence[Word], at: int, head: Head) -> list[str]:
    """Whose event it is: "президента Казахстана", "между Россией и Украиной", "по делу Иванова"."""
    if title := _title_after(words, at):
        return title
    found: list[str] = []
    linked = ("между", "по", "с", "над", *_RUSSIAN_LINKS.get(head.concept, ()))
    for word in words[at + 1 : at + 1 + MOST_AFTER]:
        linking = not found and word.lower in linked
        joining = bool(found) and found[0] == "между" and word.lower == "и"
        if not word.is_word or not (linking or joining or word.is_name or _is_owner(word, found)):
            break
        found.append(word.text)
    if len(found) > 1 and found[0] in ("в", "на") and found[1][:1].isupper():
        return []
    return found if found and found[-1].lower() not in (*linked, "и") else []


def _title_after(words: Sequence[Word], at: int) -> list[str]:
    """A name in quotation marks: "финал «Евровидения»"."""
    if at + 2 >= len(words) or words[at + 1].text != "«":
        return []
    title = [word.text for word in words[at + 2 : at + 3 + MOST_BEFORE]]
    return ["«" + " ".join(title[: title.index("»")]) + "»"] if "»" in title else []


def _is_owner(word: Word, found: Sequence[str]) -> bool:
    if part_of(word.lower) in ("VERB", "PRTS", "INFN", "ADVB", "PREP", "CONJ", "PRCL", "NPRO"):
        return False
    opened = bool(found) and found[0] in _RUSSIAN_OPENERS and len(found) < 3
    return is_a(word.lower, "NOUN", *_ADJECTIVES) and (opened or stands_in(word.lower, "gent"))


def _kazakh(words: Sequence[Word], at: int, head: Head) -> list[str]:
    found: list[str] = []
    for word in reversed(words[:at]):
        if word.reported is not None or not word.is_word or len(found) == MOST_BEFORE_KAZAKH:
            break
        if _is_dropped(word):
            continue
        if word.lower.endswith(_KAZAKH_LOCAL if word.is_name else _KAZAKH_STOP) and not (
            found and found[0].lower() == "тыс"
        ):
            break
        found.insert(0, word.text)
    while found and found[0].lower().endswith(_KAZAKH_PARTICIPLES):
        found.pop(0)
    return [*found, head.noun]
