"""Faults on order: dropped connections, server errors and floods, by rule or by chance with a seed."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase


class Trouble(StrEnum):
    """What may go wrong between a client and Telegram."""

    DROP_BEFORE = "drop_before"  # the connection breaks, nothing was done
    DROP_AFTER = "drop_after"  # it was done, but the client never hears of it
    SERVER_ERROR = "server_error"  # 500, nothing was done
    BAD_GATEWAY = "bad_gateway"  # 502 of a proxy, nothing was done
    HANG = "hang"  # nothing is done, and no answer comes for long
    FLOOD = "flood"  # 429, whatever the limits say
    DELAY = "delay"  # it was done at once, but the answer comes late


@dataclass(slots=True)
class Fault:
    """A rule: which calls meet which fault, how likely (0 to 1), and how many times (None: for ever)."""

    trouble: Trouble
    method: str = "send*"
    chat_id: int | None = None
    probability: float = 1.0
    times: int | None = None
    seconds: int = 1  # to wait after a flood, until a late answer, or until a hanging connection breaks

    def concerns(self, method: str, chat_id: str) -> bool:
        """Say whether the rule is about this call."""
        named = fnmatchcase(method.lower(), self.method.lower())
        return named and self.times != 0 and (self.chat_id is None or str(self.chat_id) == chat_id)


class Faults:
    """The rules in force; the first that concerns a call and strikes decides."""

    def __init__(self, rules: Iterable[Fault] = (), seed: int = 0) -> None:
        self.rules = list(rules)
        self._random = random.Random(seed)  # noqa: S311 - repeatable faults, not a secret

    def add(self, trouble: Trouble | str, **rule: object) -> Fault:
        """Put a rule in force, e.g. ``add("drop_after", method="sendMessage", times=1)``."""
        fault = Fault(Trouble(trouble), **rule)  # type: ignore[arg-type]
        self.rules.append(fault)
        return fault

    def clear(self) -> None:
        """Let everything work again."""
        self.rules.clear()

    def draw(self, method: str, chat_id: str) -> Fault | None:
        """Return the fault that this call meets, if any."""
        for fault in self.rules:
            if fault.concerns(method, chat_id) and self._random.random() < fault.probability:
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    @classmethod
    def parse(cls, text: str) -> "Faults":
        """Read ``drop_after=0.01,server_error=0.02,seed=7``: probabilities for everything that is sent."""
        pairs = [part.partition("=") for part in text.split(",") if part.strip()]
        given = {name.strip(): value for name, _, value in pairs}
        seed = int(given.pop("seed", "0"))
        return cls([Fault(Trouble(name), probability=float(value)) for name, value in given.items()], seed)
