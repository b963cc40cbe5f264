"""Delivery: takes what is due from the ledger and sends it within Telegram's limits."""

from bot.delivery.answer_request import CountingRequest
from bot.delivery.circuit_breaker import CircuitBreaker
from bot.delivery.dispatcher import Delivery
from bot.delivery.rate_limit import RateLimit
from bot.delivery.sender import Sender, TelegramSender
from briefings.outbox.budget import Budget, OwnBudget, SharedBudget, sending_budget
from db.instance_lock import AnotherInstance, single_instance

__all__ = [
    "AnotherInstance",
    "Budget",
    "CircuitBreaker",
    "CountingRequest",
    "Delivery",
    "OwnBudget",
    "RateLimit",
    "Sender",
    "SharedBudget",
    "TelegramSender",
    "sending_budget",
    "single_instance",
]
