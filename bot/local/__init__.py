"""A local Telegram: a Bot API server over HTTP on loopback, as strict as the real one, with people to speak for.

For trying the bot without a token, for rehearsing, testing and measuring. Imports nothing else of ``bot``.
"""

from bot.local.cast import Cast, ClockControl, GroupChat, Persona, Sample
from bot.local.driver import LocalTelegram
from bot.local.faults import Fault, Faults, Trouble
from bot.local.floods import Limits, Window
from bot.local.group import Group
from bot.local.journal import Call, Calls
from bot.local.person import Person
from bot.local.records import Message

__all__ = [
    "Call",
    "Calls",
    "Cast",
    "ClockControl",
    "Fault",
    "Faults",
    "Group",
    "GroupChat",
    "Limits",
    "LocalTelegram",
    "Message",
    "Person",
    "Persona",
    "Sample",
    "Trouble",
    "Window",
]
