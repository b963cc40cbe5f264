"""The verb of a Russian clause that a day belongs to, and the noun that it becomes in a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.key_dates.detection.clause_names.verbal_nouns import verbal_noun
from briefings.key_dates.detection.clause_words import Word
from briefings.text.morphology import Reading, inflected, part_of, readings

MOST_BETWEEN = 3
"""Words from an auxiliary to its verb."""
_BEGINNING = frozenset("начать начинать".split())
_AUXILIARIES = _BEGINNING | frozenset(
    "быть мочь планировать планироваться намереваться собираться хотеть готовиться обещать".split()
)
_OBLIGING = frozenset("должный обязанный обязать нужно надо необходимо можно следовать нужный мочь".split())
_PREDICATIVES = _OBLIGING | frozenset("намеренный намерить готовый".split())
_LASTING = frozenset(
    "открыть открытый продлиться продолжиться продолжаться действовать длиться работать сохраниться сохраняться "
    "находиться идти".split()
)
_UNTIL = frozenset({"до", "по", "позднее"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb: where its words stand (end exclusive), its infinitive, and what is said of it.

    `due` where the day is the last one, `obliged` where it is asked for, `begins` where only its beginning is told.
    """

    start: int
    end: int
    verb: str
    passive: bool
    is_finite: bool
    is_past: bool = False
    obliged: bool = False
    begins: bool = False
    due: bool = False


def predicate_of(reported: Sequence[Word], day: int, before: Sequence[Word]) -> Predicate | None:
    """The verb nearest to a day that stands before told[day], what has happened aside; None where there is none.

    `before` are the words that lead to the day: what lasts until a day ends on it.
    """
    found = list(_predicates(reported))
    ahead = [one for one in found if not one.is_past] or found
    nearest = min(ahead, key=lambda one: (not one.is_finite, _distance(one, day)), default=None)
    if nearest is None:
        return None
    asked = any(word.is_word and readings(word.lower)[0].normal_form in _OBLIGING for word in reported)
    return _until(replace(nearest, obliged=nearest.obliged or asked), before)


def _distance(predicate: Predicate, day: int) -> int:
    return predicate.start - day if predicate.start >= day else day - predicate.end


def _predicates(reported: Sequence[Word]) -> Iterator[Predicate]:
    """The verbs, each with what helps it: «будет объявлено», «намерены провести», «сыграет»."""
    end = 0
    for at, word in enumerate(reported):
        if at < end:
            continue
        if (found := _finite(reported, at)) is None and word.is_word and part_of(word.lower) == "INFN":
            found = _predicate(reported, at, at, is_finite=False)
        if found is not None:
            yield found
            end = found.end


def _finite(reported: Sequence[Word], at: int) -> Predicate | None:
    reading = finite_verb(reported[at])
    if reading is None:
        return None
    if reading.normal_form in _AUXILIARIES | _PREDICATIVES:
        places = range(at + 1, min(len(reported), at + 1 + MOST_BETWEEN))
        main = next((place for place in places if _is_main(reported[place])), None)
        if main is not None:
            found = _predicate(reported, at, main)
            begins = reading.normal_form in _BEGINNING
            return replace(found, obliged=reading.normal_form in _OBLIGING, begins=begins)
    if reading.tag.POS in ("ADJS", "PRED") and reading.normal_form not in _LASTING:
        return None
    return replace(_predicate(reported, at, at), is_past=reading.tag.POS == "VERB" and reading.tag.tense == "past")


def finite_verb(word: Word) -> Reading | None:
    """The reading of a word as a verb in a finite form, a short participle or a word like «должен»."""
    if not word.is_word:
        return None
    top = readings(word.lower)[0]
    is_helping = top.tag.POS in ("ADJS", "PRED") and top.normal_form in _PREDICATIVES | _LASTING
    return top if is_helping or top.tag.POS in ("VERB", "PRTS") else None


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb or helps one."""
    return word.is_word and part_of(word.lower) in ("VERB", "PRTS", "INFN", "ADJS", "PRED")


def _is_main(word: Word) -> bool:
    return word.is_word and part_of(word.lower) in ("INFN", "PRTS")


def _predicate(reported: Sequence[Word], start: int, main: int, *, is_finite: bool = True) -> Predicate:
    reading = readings(reported[main].lower)[0]
    passive = reading.tag.POS == "PRTS" or reading.normal_form.endswith("ся")
    return Predicate(start, main + 1, reading.normal_form, passive, is_finite)


def _until(predicate: Predicate, before: Sequence[Word]) -> Predicate:
    """What lasts until a day ends on it; what has to be done until then has it as its deadline."""
    if not before or before[-1].lower not in _UNTIL:
        return predicate
    if predicate.verb in _LASTING:
        return replace(predicate, verb="закрыть" if predicate.verb in ("открыть", "открытый") else "закончить")
    return replace(predicate, due=predicate.obliged or before[-1].lower != "позднее")


def noun_for(predicate: Predicate) -> str:
    """The noun for the verb, or for its beginning or its end; "" where there is none."""
    noun = verbal_noun(predicate.verb)
    if not noun or not (predicate.due or predicate.begins):
        return noun
    first, *rest = noun.split()
    edge = "начало" if predicate.begins else "срок" if predicate.obliged else "окончание"
    return " ".join([edge, inflected(first, {"gent", "sing"}, "NOUN"), *rest])
