"""Distance and direction between two points on the Earth."""

import math
from typing import Literal

from core.places.errors import PointNotOnEarth
from core.words import N_

EARTH_RADIUS_KM = 6371.0088
Compass = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]
COMPASS: tuple[Compass, ...] = ("n", "ne", "e", "se", "s", "sw", "w", "nw")

# One whole sentence a direction, so that every language can turn it as it needs.
DIRECTION_TEXTS: dict[str, str] = {
    "at": N_("in {place}"),
    "n": N_("{km} km north of {place}"),
    "ne": N_("{km} km north-east of {place}"),
    "e": N_("{km} km east of {place}"),
    "se": N_("{km} km south-east of {place}"),
    "s": N_("{km} km south of {place}"),
    "sw": N_("{km} km south-west of {place}"),
    "w": N_("{km} km west of {place}"),
    "nw": N_("{km} km north-west of {place}"),
}


def checked_point(lat: float, lon: float) -> tuple[float, float]:
    """The point as two floats.

    Raises:
        PointNotOnEarth: not two finite numbers from -90 to 90 and from -180 to 180.
    """
    try:
        point = float(lat), float(lon)
    except (TypeError, ValueError) as error:
        raise PointNotOnEarth(lat=str(lat)[:40], lon=str(lon)[:40]) from error
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
        raise PointNotOnEarth(lat=str(lat)[:40], lon=str(lon)[:40])
    return point


def km_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km (haversine, mean Earth radius); points in degrees."""
    up = math.radians(lat2 - lat1) / 2
    along = math.radians(lon2 - lon1) / 2
    flat = math.cos(math.radians(lat1)) * math.cos(math.radians(lat2))
    half = math.sin(up) ** 2 + flat * math.sin(along) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Direction to start in from point 1 to point 2, in degrees clockwise from north, 0 to 360."""
    one, other, along = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    east = math.sin(along) * math.cos(other)
    north = math.cos(one) * math.sin(other) - math.sin(one) * math.cos(other) * math.cos(along)
    return math.degrees(math.atan2(east, north)) % 360


def compass_point(degrees: float) -> Compass:
    """The nearest of the eight directions."""
    return COMPASS[round(degrees / 45) % 8]
