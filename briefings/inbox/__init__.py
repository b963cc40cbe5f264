"""What came in: stored before it is acknowledged, worked off in order for each chat, remembered for a while."""

from briefings.inbox.inbox import Inbox
from briefings.inbox.update_model import Arrival, Ended, Finished, Flooding, Lane, Postponed, Taken

__all__ = ["Arrival", "Ended", "Finished", "Flooding", "Inbox", "Lane", "Postponed", "Taken"]
