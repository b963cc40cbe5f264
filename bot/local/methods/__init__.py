"""The methods of the Bot API that this server knows, one small function each, found by name."""

from bot.local.methods import about, chats, editing, receiving, sending
from bot.local.methods.registry import Method, find_method, only_tells

__all__ = ["Method", "about", "chats", "editing", "find_method", "only_tells", "receiving", "sending"]
