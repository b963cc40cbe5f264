"""Reminders: who follows what, when they are told, and what changes when a date moves."""

from briefings.reminders.errors import EmptyTopic, Over
from briefings.reminders.following import Followed, Following, Upcoming
from briefings.reminders.planning import ReminderPlanner
from briefings.reminders.snoozing import Snoozed, Snoozing

__all__ = [
    "EmptyTopic",
    "Followed",
    "Following",
    "Over",
    "ReminderPlanner",
    "Snoozed",
    "Snoozing",
    "Upcoming",
]
