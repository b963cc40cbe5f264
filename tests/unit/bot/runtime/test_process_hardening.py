"""What other users of the machine must not get."""

import subprocess
import sys

LOOK = """
import os, resource
from bot.runtime.process_hardening import harden
harden()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


def test_files_are_private_and_there_are_no_core_dumps() -> None:
    assert subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True).stdout == "0o77 0\n"
