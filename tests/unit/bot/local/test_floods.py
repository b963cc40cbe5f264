import pytest

from bot.local.floods import Floods, Limits
from bot.local.refusals import Refused


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def wait_of(floods: Floods, chat: int) -> int:
    with pytest.raises(Refused) as refused:
        floods.admit(chat)
    assert refused.value.description == f"Too Many Requests: retry after {refused.value.parameters['retry_after']}"
    return refused.value.parameters["retry_after"]


def test_a_person_gets_three_at_once_and_then_one_a_second() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.telegram(), watch)
    for _ in range(3):
        floods.admit(7)
    assert wait_of(floods, 7) == 3
    watch.seconds += 2.5
    assert wait_of(floods, 7) == 1
    watch.seconds += 0.5
    floods.admit(7)


def test_a_steady_second_apart_is_never_refused() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.telegram(), watch)
    for _ in range(100):
        floods.admit(7)
        watch.seconds += 1.0


def test_a_group_gets_twenty_a_minute() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.telegram(), watch)
    for _ in range(20):
        floods.admit(-100)
        watch.seconds += 1
    assert wait_of(floods, -100) == 40
    watch.seconds += 40
    floods.admit(-100)


def test_everybody_together_gets_thirty_a_second() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.telegram(), watch)
    for person in range(1, 31):
        floods.admit(person)
    assert wait_of(floods, 31) == 1
    watch.seconds += 1
    floods.admit(31)


def test_without_limits_nothing_is_refused() -> None:
    floods = Floods(Limits.none(), Stopwatch())
    for _ in range(1000):
        floods.admit(7)


def test_refused_messages_do_not_count() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.telegram(), watch)
    for _ in range(3):
        floods.admit(7)
    for _ in range(5):
        wait_of(floods, 7)
    watch.seconds += 3
    floods.admit(7)


def test_the_strict_limits_know_no_burst() -> None:
    watch = Stopwatch()
    floods = Floods(Limits.strict(), watch)
    floods.admit(7)
    assert wait_of(floods, 7) == 1
    watch.seconds += 1
    floods.admit(7)
