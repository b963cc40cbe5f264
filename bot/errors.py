"""Errors that rooms of the bot raise and others handle."""

from telegram.error import NetworkError


class UsageError(Exception):
    """Bad usage or bad input; the message is one line saying what to do."""


class TelegramAway(NetworkError):
    """Telegram was away a moment ago: nothing was sent."""

    def __init__(self) -> None:
        super().__init__("Telegram was away a moment ago")
