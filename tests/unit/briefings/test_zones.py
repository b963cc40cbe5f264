from zoneinfo import available_timezones

import pytest

from briefings.zones import COMMON, find_zones, zone_at


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
    ],
)
async def test_a_city_is_found_by_its_names(words, city, zone):
    found = (await find_zones(words))[0]
    assert (found.name, found.zone) == (city, zone)


async def test_the_largest_of_several_cities_comes_first():
    found = await find_zones("London")
    assert [(city.country, city.zone) for city in found][:2] == [("GB", "Europe/London"), ("CA", "America/Toronto")]


async def test_a_beginning_is_enough_but_never_a_whole_atlas():
    found = await find_zones("алма")
    assert "Asia/Almaty" in [city.zone for city in found]
    assert len(found) <= 8


@pytest.mark.parametrize("words", ["", "  ", "x", "%", "|", "qqqqqq", "a" * 5000])
async def test_nonsense_finds_nothing(words):
    assert await find_zones(words) == ()


def test_a_place_on_the_map_has_a_zone():
    assert zone_at(43.25, 76.95) == "Asia/Almaty"
    assert zone_at(51.5, -0.12) == "Europe/London"


def test_the_short_list_holds_real_zones():
    assert set(COMMON) <= available_timezones()
