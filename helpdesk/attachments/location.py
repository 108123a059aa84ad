"""Where a photo says it was taken, if that can be believed enough to ask the person."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

_LAT_REF, _LAT, _LON_REF, _LON, _STATUS = 1, 2, 3, 4, 9
"""Tags of the GPS part of Exif 2.32, table 15."""
_DECIMALS = 5
"""About a metre."""
_NO_FIX = 0.001
"""Degrees around 0, 0 (open sea), which receivers write while they know nothing."""


@dataclass(frozen=True, slots=True)
class Location:
    """A point in degrees (WGS 84)."""

    lat: float
    lon: float


def location_of(gps: Mapping[int, object]) -> Location | None:
    """The point that GPS tags give, or nothing when any part is missing, void or impossible.

    Shapes: latitude and longitude are sequences of one to three numbers (degrees, minutes,
    seconds), each anything `float` takes or a pair (numerator, denominator).
    """
    if _letter(gps.get(_STATUS)) == "V":
        return None
    lat = _degrees(gps.get(_LAT), 90)
    lon = _degrees(gps.get(_LON), 180)
    north = {"N": 1, "S": -1}.get(_letter(gps.get(_LAT_REF)))
    east = {"E": 1, "W": -1}.get(_letter(gps.get(_LON_REF)))
    if lat is None or lon is None or north is None or east is None:
        return None
    return plausible_location(lat * north, lon * east)


def plausible_location(lat: float, lon: float) -> Location | None:
    """The point, rounded to about a metre, unless it is not on Earth or stands for "no fix"."""
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        return None
    if abs(lat) < _NO_FIX and abs(lon) < _NO_FIX:
        return None
    return Location(round(lat, _DECIMALS), round(lon, _DECIMALS))


def _letter(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", errors="ignore")
    return str(value).strip("\0 ")[:1].upper() if value is not None else ""


def _degrees(value: object, most: int) -> float | None:
    """Degrees from degrees, minutes and seconds; none if any of them cannot be."""
    parts = list(value) if isinstance(value, tuple | list) else [value]
    if not 1 <= len(parts) <= 3:
        return None
    numbers = [_number(part) for part in parts]
    total = 0.0
    for number, ceiling, share in zip(numbers, (most, 60, 60), (1, 60, 3600), strict=False):
        if number is None or not 0 <= number <= ceiling:
            return None
        total += number / share
    return total if total <= most else None


def _number(part: object) -> float | None:
    try:
        if isinstance(part, tuple):
            numerator, denominator = part
            number = float(numerator) / float(denominator)
        else:
            number = float(part)  # type: ignore[arg-type]
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) else None
