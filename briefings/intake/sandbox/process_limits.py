"""What the process that reads untrusted files may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the process; one file that passes them is given up."""

    wall_seconds: float = 10.0
    """for one file"""

    cpu_seconds: int = 5
    """for one file"""

    memory: int = 256 * 1024 * 1024
    """bytes of address space, with the libraries in it"""

    start_seconds: float = 30.0
    """from the start of the process until it can read"""

    idle_seconds: float = 60.0
    """without a file, after which the process ends"""
