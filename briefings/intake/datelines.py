"""Where and when a report was written, and by which agency: what stands before its first sentence."""

import re
from typing import Final

LONGEST: Final = 90
"""Code points up to the end of a dateline."""

SHORTEST_LATIN: Final = 4
SHORTEST_CYRILLIC: Final = 5
"""Letters of a place in capitals that no agency or day stands by: shorter ones are mostly abbreviations ("США – …")."""

_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    r"қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)[a-zа-яәіңғүұқөһ]{0,8}+\.?"
)
_DAY: Final = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}}(?: года| г\.| ж\.| жыл)?)?"
_LETTER: Final = r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]"
_NAME: Final = rf"{_LETTER}(?:\w?\.|[\w’'-]{{1,30}}+)"
_REGION: Final = rf"{_NAME}\.?(?: {_NAME}\.?){{0,2}}"
_PLACE: Final = rf"(?P<place>{_NAME}(?: {_NAME}){{0,2}})(?:, {_REGION}){{0,2}}"
_AGENCY: Final = (
    r"(?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/|(?:AP|AFP|UPI|DPA|Reuters|Xinhua|Bloomberg|Sputnik|Спутник|TASS|ТАСС|"
    r"INTERFAX|Интерфакс|РИА Новости|REGNUM|Росбалт|[KQ](?:AZINFORM|azinform)|КАЗИНФОРМ|Қазинформ|ҚАЗАҚПАРАТ|КазТАГ)"
    r"(?:[-.][\w.]{2,15}+)?)"
)
_SIGN: Final = r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,12}(?![\w-])"
"""Of an agency that is not known, after the day."""

_DASH: Final = r"(?: ?—{1,2} ?|(?: |(?<=\w))[-–]{1,2} )"
_END: Final = rf"\.?(?:(?P<dash>{_DASH})|(?P<stop>(?<=\.) ))"

_DATELINE: Final = re.compile(
    rf"(?:(?P<agency_first>{_AGENCY}), {_DAY}"
    rf"|{_PLACE}(?:[.,]? ?(?P<day>(?i:{_DAY}))(?:[.,]? ?(?P<sign>{_SIGN}))?)?"
    rf"(?:(?:[.,]? ?|{_DASH})(?P<agency>{_AGENCY}))?"
    rf"|(?P<agency_alone>{_AGENCY})){_END}"
)
_NEXT: Final = " A"
"""How a sentence begins that stands in the next paragraph."""

_SIGNATURE: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,2}}\. (?={_LETTER})")
"""An agency that is not known by its name, between the dash and the first sentence: "5 июня — Вестник. Суд"."""


def dateline_end(text: str, start: int, end: int, *, opens_article: bool) -> int:
    """Where the first sentence of a paragraph begins: behind its dateline, or at `start` where there is none.

    A bare place ("VIENNA —") counts only in the paragraph that opens the article: elsewhere it may be a subject.
    """
    paragraph = text[start : min(end, start + LONGEST)].replace("\n", " ") + _NEXT
    found = _DATELINE.match(paragraph)
    if found is None or not _is_dateline(found, paragraph[found.end() : found.end() + 1], opens_article):
        return start
    signature = _SIGNATURE.match(paragraph, found.end()) if found["day"] and not found["agency"] else None
    return min(end, start + (signature or found).end())


def _is_dateline(found: re.Match[str], following: str, opens_article: bool) -> bool:
    if not following.strip() or following.islower():
        return False
    if found["agency_alone"]:
        return opens_article and found["dash"] is not None
    if found["agency_first"] or found["sign"] or found["agency"]:
        return not _is_aside(found, opens_article)
    return found["dash"] is not None and (found["day"] is not None or (opens_article and _is_place(found)))


def _is_aside(found: re.Match[str], opens_article: bool) -> bool:
    """Whether brackets hold what belongs to a name rather than an agency: "Ivan Petrov (Aksu) – Goalkeeper"."""
    if not (found["agency"] or "").startswith("(") or found["place"].isupper():
        return False
    return not (opens_article and found["place"].isascii())


def _is_place(found: re.Match[str]) -> bool:
    """Whether a name that only a dash follows is one of a place, by how it is written."""
    place = found["place"]
    latin = place[0].isascii()
    if place.isupper():
        return len(place) >= (SHORTEST_LATIN if latin else SHORTEST_CYRILLIC)
    return latin
