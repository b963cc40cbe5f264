import asyncio
import signal
import sys
from pathlib import Path

import pytest

from db.instance_lock import AnotherInstance, single_instance

ROOT = Path(__file__).parents[3]
HOLDING = """
import sys, time
from db.instance_lock import single_instance
with single_instance(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_copy_on_sqlite_is_refused(database, database_url):
    if not database.is_sqlite:
        with single_instance(database_url) as first, single_instance(database_url) as second:
            assert not first
            assert not second
        return
    with single_instance(database_url) as alone:
        assert alone
        with pytest.raises(AnotherInstance, match="another copy of the bot runs"), single_instance(database_url):
            pass
    with single_instance(database_url) as alone:
        assert alone


async def test_a_killed_copy_holds_nothing(database_url, database):
    if not database.is_sqlite:
        return
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDING, database_url, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    assert await process.stdout.readline() == b"held\n"
    with pytest.raises(AnotherInstance), single_instance(database_url):
        pass
    process.send_signal(signal.SIGKILL)
    await process.wait()
    with single_instance(database_url) as alone:
        assert alone
