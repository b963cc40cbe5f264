"""The kill test of what comes in: kill -9 at random moments while people write, ten updates a second.

    python benchmarks/updates_kill.py [--updates 1000] [--kills 20] [--webhook] [--database postgresql]

It is the acceptance test itself, so that both can only say the same; it prints how many updates were lost or repeated.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEST = "tests/acceptance/test_updates_kill.py"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--webhook", action="store_true")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    way = "webhook" if options.webhook else "polling"
    told = ("-o", "log_cli=true", "--log-cli-level=INFO", "-m", "long", "-k", f"{options.database} and {way}")
    sizes = {"UPDATES": str(options.updates), "KILLS": str(options.kills)}
    command = (sys.executable, "-m", "pytest", TEST, *told)
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **sizes}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
