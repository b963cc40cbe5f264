import pytest
from telegram.error import NetworkError

from bot.observability.liveness import Liveness
from bot.observability.outages import Outages
from bot.observability.pulse import Pulse
from bot.runtime.checks import AWAY, TELEGRAM_FRESH, database_check, liveness_check, telegram_check


class Telegram:
    """Answers, or is out of reach."""

    def __init__(self):
        self.asked = 0
        self.is_away = False

    async def get_me(self):
        self.asked += 1
        if self.is_away:
            raise NetworkError("httpx.ConnectError")


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def answered(now):
    return Pulse(lambda: now[0])


@pytest.fixture
def telegram():
    return Telegram()


class Database:
    """Answers whoever reads."""

    async def ping(self):
        """Be there."""


@pytest.mark.parametrize(("resource", "problem"), [("database", AWAY), ("disk", None), ("telegram", None)])
async def test_a_database_that_takes_nothing_is_not_ready_though_it_can_be_read(resource, problem):
    outages = Outages()
    check = database_check(Database(), outages)
    assert await check() is None
    outages.began(resource, "locked")
    assert await check() == problem
    outages.ended(resource)
    assert await check() is None


async def test_a_fresh_answer_is_proof_enough(now, answered, telegram):
    now[0] = TELEGRAM_FRESH - 1
    assert await telegram_check(answered, Outages(), telegram.get_me)() is None
    assert telegram.asked == 0


async def test_after_a_silence_telegram_is_asked(now, answered, telegram):
    check = telegram_check(answered, Outages(), telegram.get_me)
    now[0] = TELEGRAM_FRESH
    assert await check() is None
    telegram.is_away = True
    assert await check() == "httpx.ConnectError"
    assert telegram.asked == 2


async def test_in_an_outage_an_old_answer_proves_nothing(answered, telegram):
    outages = Outages()
    outages.began("telegram", "502")
    telegram.is_away = True
    assert await telegram_check(answered, outages, telegram.get_me)() == "httpx.ConnectError"


async def test_a_part_that_gives_no_sign_of_life_is_named_by_its_silence(now):
    liveness = Liveness(lambda: now[0])
    check = liveness_check(liveness, "receiving")
    now[0] = 60.0
    assert await check() is None
    now[0] = 61.0
    assert await check() == "nothing for 61 s"
    liveness.beat("receiving")
    assert await check() is None
