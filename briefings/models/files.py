"""Model files: found, compared with their recorded checksums, and complained of in one line."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SHIPPED: Final = Path(__file__).parent
CHECKSUMS: Final = "checksums.txt"
"""What `sha256sum` writes, a line for each file; a folder of somebody else's models may do without."""
LONGEST_COMPLAINT: Final = 200


class ModelError(Exception):
    """A model file is missing or damaged; the message is one line that says which, and what to do."""


def require(path: Path) -> Path:
    """Return the path of a file that is there, and that has the checksum that its folder records for it, if any.

    Hashing takes a millisecond for each megabyte, and lets other threads go on.
    """
    recorded = checksums(_present(path).parent).get(path.name)
    if recorded and recorded != checksum(path):
        raise ModelError(
            f"the model file {path} is damaged (its checksum is not that in {CHECKSUMS}); install it again"
        )
    return path


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> dict[str, str]:
    """Return the recorded checksum of each file of a folder, by its name; those of the shipped files must be there."""
    path = folder / CHECKSUMS
    if folder != SHIPPED and not path.exists():
        return {}
    with complaining(_present(path)):
        return {name: value for value, name in map(str.split, path.read_text("utf-8").splitlines())}


def _present(path: Path) -> Path:
    if not path.is_file():
        raise ModelError(f"the model file {path} is missing; install the package again, or name a folder that has it")
    return path


@contextmanager
def complaining(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with a file into a ModelError. What reads model files raises no narrower errors."""
    try:
        yield
    except ModelError:
        raise
    except Exception as error:
        raise ModelError(f"the model file {path} is damaged ({first_line(error)}); install it again") from error


def first_line(error: Exception) -> str:
    """Return what an error says, short."""
    return (str(error).splitlines() or [type(error).__name__])[0][:LONGEST_COMPLAINT]
