"""English words by what they do in a clause, as names need it."""

from collections.abc import Sequence

from briefings.key_dates.detection.clause_words import Word

MOST_WORDS = 12
MOST_AFTER = 6
MODALS = frozenset("will would can could may might shall should must ll".split())
AUXILIARIES = MODALS | frozenset("is are was were has have had does do did".split())
BASES = (
    "open close begin start end meet visit play host hold face take go come return resume continue run expire launch "
    "announce publish vote decide hear sign address travel arrive leave depart receive rise fall drop mark celebrate "
    "feature present reopen kick head serve join become step turn move get make give show air debut perform compete "
    "happen occur unveil release fly seek aim try bring offer raise cut honor stage "
    "appear testify stand convene gather enter welcome travel conclude"
)
VERBS = frozenset(form for base in BASES.split() for form in (base, f"{base}s", f"{base}es"))
SUBORDINATORS = frozenset(
    "that which who whom whose because while when where although though if unless but whereas so than whether".split()
)
COORDINATORS = frozenset({"and", "or"})
PRONOUNS = frozenset("it he she they we i you this these those there".split())
LEADING = frozenset(
    "the a an their its his her and or but then also however meanwhile so that which who as of on at in by for to from "
    "until before after following during while when where if because followed ahead with".split()
)
TRAILING = frozenset(
    "the a an and or but on at in by for from to of until till through since as with this next is are was were be been "
    "being will would has have had late early mid around about starting beginning effective scheduled slated due set "
    "coming per only also again no just than that which who its their his her our".split()
)
FORESEEN = frozenset("planned scheduled forecast slated set due expected".split())
ADVERBS = frozenset("also next likely officially now still then later again only probably soon".split())
NOUN_BREAKS = AUXILIARIES | SUBORDINATORS | frozenset("and or in on at to for with by from against is".split())
STAGING = frozenset("take takes be is held begin begins start starts open opens end ends run runs to".split())


def is_verb_ahead(word: str) -> bool:
    """Whether a word in small letters is a verb in the present or future."""
    return word in VERBS or word in MODALS or word in ("is", "are", "to")


def is_verb(word: Word) -> bool:
    """Whether a word is a verb in the present, future or past, as far as words alone tell."""
    return word.lower in AUXILIARIES or word.lower in VERBS or is_past_form(word)


def is_past_form(word: Word) -> bool:
    """Whether a word ends like a verb of the past."""
    return word.text.islower() and word.text.endswith("ed")


def has_verb(words: Sequence[Word]) -> bool:
    """Whether there is a verb among the words, or the sign of one."""
    return any(word.lower in AUXILIARIES or word.lower in VERBS or word.lower == "to" for word in words)


def is_pronoun(word: Word) -> bool:
    """Whether a word is a pronoun, alone or with its verb: "it", "he's", "we'll"."""
    return word.lower.replace("’", "'").partition("'")[0] in PRONOUNS
