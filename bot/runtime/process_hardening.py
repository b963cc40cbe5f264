"""Private files and no core dumps: what the process writes is for its own user alone."""

import os
import sys

PRIVATE = 0o077


def harden() -> None:
    """Make files for our own user only, and leave no core dump: it would hold tokens and what people wrote."""
    os.umask(PRIVATE)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
