"""A text without the characters that cannot be seen, and the way back to the places in the text as given."""

import re
from dataclasses import dataclass, replace

from briefings.dates.mention import DateMention

_HIDDEN = re.compile("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Visible:
    """The visible text, and for each gap where it stands in it and how many characters were left out up to there."""

    text: str
    gaps: tuple[tuple[int, int], ...]

    def restore(self, mention: DateMention, given: str) -> DateMention:
        """The mention with its place and text in the text as given."""
        if not self.gaps:
            return mention
        start, end = self._place(mention.start), self._place(mention.end - 1) + 1
        return replace(mention, start=start, end=end, text=given[start:end])

    def _place(self, at: int) -> int:
        low, high = 0, len(self.gaps)
        while low < high:
            middle = (low + high) // 2
            if self.gaps[middle][0] <= at:
                low = middle + 1
            else:
                high = middle
        return at + (self.gaps[low - 1][1] if low else 0)


def visible(text: str) -> Visible:
    """Leave out zero-width and direction marks, soft hyphens and variation selectors."""
    gaps: list[tuple[int, int]] = []
    removed = 0
    for match in _HIDDEN.finditer(text):
        place = match.start() - removed
        removed += match.end() - match.start()
        gaps.append((place, removed))
    return Visible(_HIDDEN.sub("", text) if gaps else text, tuple(gaps))
