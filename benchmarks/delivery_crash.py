"""The crash test, as often as one likes: kill -9 at random moments of a run of 1,000 with a bad network.

    python benchmarks/delivery_crash.py [--kills 50]

It is the acceptance test itself, so that both can only say the same.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEST = "tests/acceptance/delivery/test_crash.py"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    told = ("-o", "log_cli=true", "--log-cli-level=INFO", "-m", "long")
    command = (sys.executable, "-m", "pytest", TEST, *told)
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "CRASH_KILLS": str(options.kills)}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
