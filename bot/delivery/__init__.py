"""Delivery: takes what is due from the ledger and sends it within Telegram's limits."""

from bot.delivery.alone import AnotherCopy, only_copy
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Budget, OwnBudget, SharedBudget, sending_budget
from bot.delivery.sender import Sender, TelegramSender

__all__ = [
    "AnotherCopy",
    "Budget",
    "Delivery",
    "OwnBudget",
    "Sender",
    "SharedBudget",
    "TelegramSender",
    "only_copy",
    "sending_budget",
]
