"""How the system holds the process that reads untrusted files to its limits; called in that process."""

import contextlib
import ctypes
import math
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Final

MOST_FILES: Final = 32
"""Files that may be open at once."""

NICENESS: Final = 5
"""Answers and reminders go first where there is one core for all."""

_PR_SET_PDEATHSIG: Final = 1
_MEMORY: Final = Path("/proc/self/statm")


def end_with_parent() -> None:
    """Have the system kill this process when the one that started it dies, however that dies (on Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def confine(memory: int) -> None:
    """Limit this process for good: its address space, no core dumps, no new processes, nothing written to a file."""
    os.nice(NICENESS)
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
    ):
        _lower(kind, most)


def allow_cpu(seconds: int) -> None:
    """Have the system kill this process (SIGXCPU) when it has computed for so many seconds from now on."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(usage.ru_utime + usage.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell.

    Not the highest so far: that begins with what the process held that started this one.
    """
    try:
        pages = int(_MEMORY.read_text().split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize()


def _lower(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError):  # macOS has no limit on address space
        resource.setrlimit(kind, (lowest, lowest))
