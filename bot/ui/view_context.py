"""For whom, where and when a view is made."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.locales import Texts
from briefings.text import Language


@dataclass(frozen=True, slots=True)
class ViewContext:
    """What every view needs besides what it shows."""

    t: Texts
    now: datetime
    """aware"""
    zone: str
    """the reader's, by name"""
    stale_days: int = 30
    """news older than this comes with a warning"""

    @property
    def language(self) -> Language:
        """The language of the texts."""
        return self.t.language

    @property
    def today(self) -> date:
        """The day it is for the reader."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()
