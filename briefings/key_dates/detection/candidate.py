"""What one text tells of a key date."""

from dataclasses import dataclass

from briefings.dates.mention import DateMention


class TooManyEvents(Exception):
    """The text tells of more different events, or cancels more of them, than it may."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the text (code points, end exclusive) and the mention in it that names the day."""

    mention: DateMention
    quote_start: int
    quote_end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A key date that a text tells, for an editor to review.

    `name` is short and in the language of the text. `mention` and the quote are the best of `evidence`, which holds
    every sentence that tells the same event on the same day. `concept` is what kind of event it is, in any language,
    `where` how the sentence says where it is ("in Semey", "в Семее", "Семейдегі"), empty where it does not. The concept
    is empty where no noun or verb that we know names the event.
    """

    name: str
    mention: DateMention
    quote_start: int
    quote_end: int
    planned: bool
    place: str | None
    evidence: tuple[Evidence, ...]
    concept: str = ""
    where: str = ""
    offered: bool = False
    """whether something speaks against it: an editor may take it, but nothing is kept unless one does"""
