"""Delivery: takes what is due from the ledger and sends it within Telegram's limits."""

from bot.delivery.answer_request import CountingRequest
from bot.delivery.circuit_breaker import CircuitBreaker
from bot.delivery.dispatcher import Delivery
from bot.delivery.rate_limit import RateLimit
from bot.delivery.sender import Sender, TelegramSender

__all__ = ["CircuitBreaker", "CountingRequest", "Delivery", "RateLimit", "Sender", "TelegramSender"]
