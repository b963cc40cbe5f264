from zoneinfo import available_timezones

from briefings.zones import COMMON, zone_at


def test_a_place_on_the_map_has_a_zone():
    assert zone_at(43.25, 76.95) == "Asia/Almaty"
    assert zone_at(51.5, -0.12) == "Europe/London"


def test_the_short_list_holds_real_zones():
    assert set(COMMON) <= available_timezones()
