from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.zones import Found, find_zones

NOW = datetime(2026, 1, 15, 6, tzinfo=UTC)


async def find(words: str) -> Found:
    return await find_zones(words, NOW)


@pytest.mark.parametrize(
    ("words", "city", "zone"),
    [
        ("Almaty", "Almaty", "Asia/Almaty"),
        ("алматы", "Almaty", "Asia/Almaty"),
        ("Нур-Султан", "Astana", "Asia/Almaty"),
        ("Қарағанды", "Karagandy", "Asia/Almaty"),
        ("Мәскеу", "Moscow", "Europe/Moscow"),
        ("sao paulo", "São Paulo", "America/Sao_Paulo"),
        ("Europe/Berlin", "Berlin", "Europe/Berlin"),
        ("I live in London", "London", "Europe/London"),
        ("г. Алматы", "Almaty", "Asia/Almaty"),
    ],
)
async def test_a_city_is_found_by_its_names(words, city, zone):
    found = await find(words)
    assert (found.cities[0].name, found.cities[0].zone, found.is_sure) == (city, zone, True)


@pytest.mark.parametrize(
    ("words", "city"),
    [
        ("Lodnon", "London"),
        ("Екатеринбрг", "Yekaterinburg"),
        ("Sydny", "Sydney"),
        ("San Fransisco", "San Francisco"),
        ("Los Angelos", "Los Angeles"),
        ("Ташкнет", "Tashkent"),
    ],
)
async def test_a_slip_is_forgiven(words, city):
    assert (await find(words)).cities[0].name == city


@pytest.mark.parametrize(
    ("words", "city"),
    [
        ("Караганды", "Karagandy"),
        ("в Астане", "Astana"),
        ("из Москвы", "Moscow"),
        ("Париже", "Paris"),
        ("санкт-петербурге", "Saint Petersburg"),
        ("Алматыда", "Almaty"),
        ("Қарағандыдан", "Karagandy"),
        ("Атырауда", "Atyrau"),
    ],
)
async def test_case_endings_are_forgiven(words, city):
    assert (await find(words)).cities[0].name == city


async def test_two_slips_are_asked_about():
    found = await find("Алмата")
    assert (found.cities[0].name, found.is_sure) == ("Almaty", False)


@pytest.mark.parametrize(
    ("words", "city", "country"),
    [
        ("Paris", "Paris", "FR"),
        ("London", "London", "GB"),
        ("new york", "New York City", "US"),
        ("Москва", "Moscow", "RU"),
    ],
)
async def test_population_tells_which_of_several_is_meant(words, city, country):
    found = await find(words)
    assert (found.cities[0].name, found.cities[0].country, found.is_sure) == (city, country, True)


async def test_namesakes_of_like_size_are_asked_about():
    found = await find("Springfield")
    assert not found.is_sure
    assert {"America/Chicago", "America/New_York"} <= {city.zone for city in found.cities}


@pytest.mark.parametrize(
    ("words", "country", "zone"),
    [
        ("London, Canada", "CA", "America/Toronto"),
        ("Springfield, IL", "US", "America/Chicago"),
        ("springfield massachusetts", "US", "America/New_York"),
        ("Лондон, Канада", "CA", "America/Toronto"),
        ("Almaty Kazakhstan", "KZ", "Asia/Almaty"),
    ],
)
async def test_a_country_or_state_tells_which_is_meant(words, country, zone):
    found = await find(words)
    assert (found.cities[0].country, found.cities[0].zone, found.is_sure) == (country, zone, True)


@pytest.mark.parametrize(
    ("words", "city", "is_sure"),
    [
        ("Kazakhstan", "Almaty", False),
        ("Россия", "Moscow", False),
        ("США", "New York City", False),
        ("Japan", "Tokyo", True),
    ],
)
async def test_a_country_offers_its_largest_cities(words, city, is_sure):
    found = await find(words)
    assert (found.cities[0].name, found.is_sure) == (city, is_sure)
    assert len({one.zone for one in found.cities}) == len(found.cities)


@pytest.mark.parametrize(
    ("words", "hours"), [("UTC+5", 5), ("GMT+3", 3), ("gmt -3", -3), ("+5:30", 5.5), ("мск+2", 5), ("UTC−4", -4)]
)
async def test_an_offset_finds_cities_that_have_it_now(words, hours):
    found = await find(words)
    assert found.is_offset
    assert not found.is_sure
    offsets = {NOW.astimezone(ZoneInfo(city.zone)).utcoffset().total_seconds() / 3600 for city in found.cities}
    assert offsets == {hours}


async def test_the_largest_cities_of_an_offset_come_first():
    assert (await find("GMT+3")).cities[0].name == "Istanbul"


@pytest.mark.parametrize(
    ("words", "zones"),
    [
        ("EST", ["America/New_York"]),
        ("МСК", ["Europe/Moscow"]),
        ("CET", ["Europe/Berlin"]),
        ("UTC", ["UTC"]),
        ("CST", ["America/Chicago", "Asia/Shanghai"]),
        ("IST", ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ],
)
async def test_abbreviations_mean_their_usual_zones(words, zones):
    found = await find(words)
    assert [city.zone for city in found.cities] == zones
    assert found.is_sure == (len(zones) == 1)


async def test_a_beginning_is_enough_but_never_a_whole_atlas():
    found = await find("алма")
    assert "Asia/Almaty" in [city.zone for city in found.cities]
    assert len((await find("ал")).cities) == 8


@pytest.mark.parametrize("words", ["", "  ", "x", "%", "|", "qqqqqq", "a" * 5000, "UTC+99", "when is the vote"])
async def test_nonsense_finds_nothing(words):
    assert (await find(words)).cities == ()


@given(st.text(max_size=60))
async def test_nothing_that_is_written_breaks_it(words):
    assert len((await find(words)).cities) <= 8
