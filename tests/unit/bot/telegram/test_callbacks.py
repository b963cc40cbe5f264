"""Button data is read in one place: what fits gives typed values, everything else is nobody's button."""

from datetime import date, time, timedelta

import pytest
from telegram import CallbackQuery, Update, User

from bot.telegram.callbacks import ID, ISO_DAY, LEADS, PAGE, QUIET, TIME, ZONE, Data, data, maybe, one_of
from briefings.model.reader import Quiet

REMIND = data("remind", ID, maybe(LEADS))
DESCRIBE = data("", one_of("title", "day"), ID)


def pressed(written: str | None) -> Update:
    user = User(1, "Tom", is_bot=False)
    return Update(1, callback_query=CallbackQuery("1", user, "1", data=written))


@pytest.mark.parametrize(
    ("kind", "written", "values"),
    [
        (REMIND, "remind:12", (12, None)),
        (REMIND, "remind:12:7d,2h", (12, (timedelta(days=7), timedelta(hours=2)))),
        (REMIND, "remind:9223372036854775807", (2**63 - 1, None)),
        (DESCRIBE, "day:3", ("day", 3)),
        (data("forget:yes"), "forget:yes", ()),
        (data("on", ID, ISO_DAY), "on:1:2019-05-02", (1, date(2019, 5, 2))),
        (data("set:time", TIME), "set:time:0830", (time(8, 30),)),
        (data("set:quiet", QUIET), "set:quiet:2200-0730", (Quiet(time(22), time(7, 30)),)),
        (data("set:quiet", QUIET), "set:quiet:none", (None,)),
        (data("set:zone", ZONE), "set:zone:Asia/Almaty", ("Asia/Almaty",)),
    ],
)
def test_data_that_fits_gives_typed_values(kind: Data[tuple[object, ...]], written: str, values: object) -> None:
    assert kind.read(written) == values


@pytest.mark.parametrize(
    "written",
    [
        None, "", "remind", "remind:", "remind:0", "remind:-1", "remind:x", "remind:1:", "remind:1:dd", "remind:1:7d:1",
        "remind:9223372036854775808", "remind:" + "9" * 5000, "remind:٣", "remind:²", "remind: 1", "remind:1:9999d",
        "remind:1:1d,1d,1d,1d,1d,1d,1d,1d,1d,1d,1d", "remind:1\n", "unremind:1", "remind:1:7d\x00",
    ],
)  # fmt: skip
def test_data_that_does_not_fit_is_nobodys(written: str | None) -> None:
    assert REMIND.read(written) is None


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (data("on", ID, ISO_DAY), "on:1:2024-13-45"),
        (data("on", ID, ISO_DAY), "on:1:2024W011"),
        (data("on", ID, ISO_DAY), "on:1:0001-01-01"),
        (data("on", ID, ISO_DAY), "on:1:9999-12-31"),
        (data("page", PAGE), "page:1000000"),
        (data("set:time", TIME), "set:time:2400"),
        (data("set:time", TIME), "set:time:0860"),
        (data("set:quiet", QUIET), "set:quiet:2200"),
        (data("set:zone", ZONE), "set:zone:../../etc/passwd"),
        (data("set:zone", ZONE), "set:zone:Asia"),
        (DESCRIBE, "text:3"),
    ],
)
def test_a_day_time_page_zone_or_word_that_there_is_not_is_nobodys(
    kind: Data[tuple[object, ...]], written: str
) -> None:
    assert kind.read(written) is None


def test_a_handler_gets_what_the_button_carries_or_what_holds_without_one() -> None:
    kind = data("dates", one_of("ahead", "past"), PAGE)
    assert kind.of(pressed("dates:past:2")) == ("past", 2)
    assert kind.of(Update(1), ("ahead", 0)) == ("ahead", 0)
    with pytest.raises(ValueError, match="dates"):
        kind.of(pressed("dates:past:x"), ("ahead", 0))
