"""How commands speak: results on stdout, one clear line on stderr when something is wrong."""

import json
import sys
from typing import Any

BAD_USAGE = 2


def say(text: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_json(value: Any) -> None:
    """Write a line of JSON; what cannot be encoded in UTF-8 is escaped."""
    line = json.dumps(value, ensure_ascii=False, default=str)
    say(line.encode("utf-8", "replace").decode("utf-8"))


def complain(text: str) -> None:
    """Write one clear line on stderr."""
    sys.stderr.write(" ".join(text.split()) + "\n")


def fail(text: str) -> int:
    """Complain and return the exit code for bad usage."""
    complain(text)
    return BAD_USAGE
