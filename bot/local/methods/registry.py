"""Methods by name; like Telegram we do not mind upper and lower case."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.local.parameters import Parameters
from bot.local.refusals import Refused
from bot.local.telegram import World

Method = Callable[[World, Parameters], Any | Awaitable[Any]]

_METHODS: dict[str, Method] = {}


def method(function: Method) -> Method:
    """Offer a function as a method: ``send_message`` becomes ``sendMessage``."""
    _METHODS[function.__name__.replace("_", "")] = function
    return function


def find_method(name: str) -> Method:
    """Return the method of this name, or refuse as Telegram does."""
    found = _METHODS.get(name.lower())
    if found is None:
        raise Refused(404, "Not Found: method not found")
    return found


def only_tells(name: str) -> bool:
    """Say whether a method changes nothing: `getUpdates`, which confirms what came before, is none of those."""
    return name.lower().startswith("get") and name.lower() != "getupdates"


def names() -> list[str]:
    """Return the names of all methods, in lower case."""
    return sorted(_METHODS)
