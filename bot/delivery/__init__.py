"""Delivery: takes what is due from the ledger and sends it within Telegram's limits."""

from bot.delivery.alone import AnotherCopy, only_copy
from bot.delivery.circuit_breaker import CircuitBreaker
from bot.delivery.counting import CountingRequest
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Budget, OwnBudget, SharedBudget, sending_budget
from bot.delivery.sender import Sender, TelegramSender
from bot.delivery.traffic import Traffic

__all__ = [
    "AnotherCopy",
    "Budget",
    "CircuitBreaker",
    "CountingRequest",
    "Delivery",
    "OwnBudget",
    "Sender",
    "SharedBudget",
    "TelegramSender",
    "Traffic",
    "only_copy",
    "sending_budget",
]
