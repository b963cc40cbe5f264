"""Reminders: who follows what, when reminders come, and what changes when a date moves."""

from briefings.notices.reminders.planning import ReminderPlanner
from briefings.notices.reminders.reminder_errors import EmptyTopic, NoLeadAhead, Over
from briefings.notices.reminders.snoozing import Snoozed, Snoozing
from briefings.notices.reminders.subscriptions import Subscription, Subscriptions, Upcoming

__all__ = [
    "EmptyTopic",
    "NoLeadAhead",
    "Over",
    "ReminderPlanner",
    "Snoozed",
    "Snoozing",
    "Subscription",
    "Subscriptions",
    "Upcoming",
]
