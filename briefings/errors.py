"""What can go wrong when editors work on briefings; the editor reads each in their language."""

from datetime import date

from briefings.model.briefing import Briefing


class Gone(Exception):
    """What this was about is no longer there, or no longer in the state that the action needs."""


class Undated(Exception):
    """A briefing cannot be published before somebody tells its publication date."""


class FutureDate(Exception):
    """A publication date cannot lie in the future."""

    def __init__(self, published: date) -> None:
        super().__init__(f"The publication date {published.isoformat()} lies in the future.")
        self.published = published


class AlreadyLoaded(Exception):
    """The same article is already there, as a draft or published."""

    def __init__(self, briefing: Briefing) -> None:
        super().__init__(f"The same article is already there: {briefing.title}")
        self.briefing = briefing
