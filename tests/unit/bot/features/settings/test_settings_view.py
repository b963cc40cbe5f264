from dataclasses import replace
from datetime import time

import pytest

from bot.features.settings.settings_view import (
    choose_city,
    choose_language,
    choose_leads,
    choose_quiet,
    choose_time,
    choose_zone,
    saved,
    settings_view,
)
from bot.ui.lead_buttons import toggled
from briefings.model.leads import parse_leads
from briefings.model.reader import Quiet, ReaderSettings
from briefings.zones import City, Found

READER = ReaderSettings(
    chat_id=5,
    kind="private",
    language="en",
    zone="Asia/Almaty",
    reminder_time=time(9),
    leads=parse_leads("7d,1d,0d"),
    quiet=None,
    digest=None,
    reachable=True,
    chose_language=False,
    chose_zone=False,
)


def test_everything_that_is_set_can_be_seen_and_changed(moment_in, seen, pressed) -> None:
    message = settings_view(READER, moment_in())
    assert seen(message) == (
        "⚙️ Settings\n\nLanguage: English\nTime zone: Asia/Almaty, now 09:00\nReminders come at 09:00\n"
        "When I remind you: 7 days before, 1 day before, on the day itself\nQuiet hours: none\nDigest: off"
    )
    expected = {"set:language", "set:zone", "set:time", "set:leads", "set:quiet", "digest"}
    assert set(pressed(message).values()) == expected


def test_settings_speak_kazakh(moment_in, seen) -> None:
    night = replace(READER, quiet=Quiet(time(22), time(7)), digest="weekly", leads=())
    text = seen(settings_view(night, moment_in("kk")))
    assert "Тіл: Қазақша" in text
    assert "Тыныш уақыт: 22:00–07:00" in text
    assert "Шолу: апта сайын" in text
    assert "Қашан еске салу керек: ешқашан" in text


def test_a_group_has_its_own_title(moment_in, seen) -> None:
    assert "of this group" in seen(settings_view(replace(READER, kind="supergroup"), moment_in()))


def test_languages_are_called_by_their_own_names(moment_in, pressed) -> None:
    buttons = pressed(choose_language(READER, moment_in("ru")))
    assert buttons["Қазақша"] == "set:language:kk"
    assert buttons["English"] == "set:language:en"


def test_zones_are_called_by_their_cities(moment_in, pressed) -> None:
    buttons = pressed(choose_zone(READER, moment_in("ru")))
    assert buttons["Алматы"] == "set:zone:Asia/Almaty"
    assert buttons["Киев"] == "set:zone:Europe/Kyiv"
    assert "Киев" in pressed(choose_zone(READER, moment_in("kk")))
    assert "Kyiv" in pressed(choose_zone(READER, moment_in()))


def test_cities_with_the_same_clocks_are_shown_once(moment_in, pressed) -> None:
    paris, suburb = City("Paris", "FR", "Europe/Paris", 2_000_000), City("Parisot", "FR", "Europe/Paris", 20_000)
    texas = City("Paris", "US", "America/Chicago", 25_000, "TX")
    buttons = pressed(choose_city(Found((paris, suburb, texas)), moment_in()))
    assert list(buttons) == ["Paris, France", "Paris, Texas, United States", "‹ Back"]


def test_namesakes_are_told_apart_by_their_states_and_countries_in_ones_language(moment_in, pressed) -> None:
    cities = [("MO", "America/Chicago"), ("MA", "America/New_York"), ("IL", "America/Chicago")]
    found = Found(tuple(City("Springfield", "US", zone, 150_000, state) for state, zone in cities))
    assert pressed(choose_city(found, moment_in("ru"))) == {
        "Springfield, Missouri / Illinois, Соединенные Штаты": "set:zone:America/Chicago",
        "Springfield, Massachusetts, Соединенные Штаты": "set:zone:America/New_York",
        "‹ Назад": "settings",
    }


def test_an_offset_is_kindly_refused_with_cities_that_have_it(moment_in, seen, pressed) -> None:
    message = choose_city(Found((City("Tashkent", "UZ", "Asia/Tashkent", 2_000_000),), is_offset=True), moment_in())
    assert "An offset alone is not enough" in seen(message)
    assert "Tashkent, Uzbekistan" in pressed(message)


@pytest.mark.parametrize("choose", [choose_zone, choose_time, choose_leads, choose_quiet])
def test_in_a_group_what_is_written_must_be_a_reply(choose, moment_in, seen) -> None:
    assert "reply to this message" in seen(choose(replace(READER, kind="group"), moment_in()))
    assert "reply to this message" not in seen(choose(READER, moment_in()))


def test_a_group_has_a_zone_of_its_own(moment_in, seen) -> None:
    group = replace(READER, kind="supergroup")
    assert seen(saved(group, "zone", moment_in())).startswith("The group's time zone is Asia/Almaty")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("zone", "Your time zone is Asia/Almaty; it is 09:00 there now. Reminders come at 09:00 of that time."),
        ("time", "Reminders come at 09:00."),
        ("quiet", "No quiet hours."),
    ],
)
def test_what_was_set_is_said(what, said, moment_in, seen) -> None:
    assert seen(saved(READER, what, moment_in())) == said


def test_leads_show_which_are_on(moment_in, pressed) -> None:
    buttons = pressed(choose_leads(replace(READER, leads=parse_leads("5d,1d")), moment_in()))
    assert buttons["✅ 5 days before"] == "set:leads:5d"
    assert buttons["▫️ 7 days before"] == "set:leads:7d"


def test_a_switch_switches() -> None:
    assert toggled(parse_leads("7d,1d"), "1d") == parse_leads("7d")
    assert toggled(parse_leads("7d"), "2h") == parse_leads("7d,2h")


def test_a_switch_that_makes_too_many_or_too_long_leads_does_nothing() -> None:
    ten = parse_leads("1d,2d,3d,4d,5d,6d,7d,8d,9d,10d")
    assert toggled(ten, "11d") is None
    assert toggled((), "9999d") is None
