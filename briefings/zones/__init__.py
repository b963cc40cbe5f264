"""Time zones by city, country, offset, place on the map, or from a short list; all offline."""

import tzfpy

from briefings.zones.city import City
from briefings.zones.zone_search import Found, find_zones

__all__ = ["COMMON", "City", "Found", "find_zones", "zone_at"]

COMMON = (
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Dubai",
    "Asia/Shanghai",
    "UTC",
)
"""What most readers live in, to choose from without typing."""


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the zone of a place on the map, in degrees; None out at sea where no country's clock holds."""
    zone = tzfpy.get_tz(longitude, latitude)
    return zone or None
