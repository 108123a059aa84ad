"""Which cells of the list of places a circle on the Earth touches, over poles and date line."""

import math
from collections.abc import Iterator

from core.places.schema import CELLS_A_DEGREE, COLUMNS, ROWS

# Half the way round the Earth, and a little more, so that the last reach misses nothing.
_HALF_ROUND_KM = 20_020.0
_KM_A_DEGREE = 111.19  # a little less than any degree of latitude on the sphere used here


def reaches() -> tuple[float, ...]:
    """Circles to search one after the other, in km, the last one being the whole Earth."""
    return 10.0, 40.0, 160.0, 640.0, 2560.0, 5120.0, 10240.0, _HALF_ROUND_KM


def cell_ranges(lat: float, lon: float, reach_km: float) -> Iterator[tuple[int, int]]:
    """First and last cell, both included, of the runs of cells that a circle touches."""
    degrees = reach_km / _KM_A_DEGREE
    south = max(int((lat - degrees + 90) * CELLS_A_DEGREE), 0)
    north = min(int((lat + degrees + 90) * CELLS_A_DEGREE), ROWS - 1)
    width = _half_width(lat, degrees)
    if width >= 180:
        yield south * COLUMNS, north * COLUMNS + COLUMNS - 1
        return
    west = math.floor((lon - width + 180) * CELLS_A_DEGREE)
    east = math.floor((lon + width + 180) * CELLS_A_DEGREE)
    for row in range(south, north + 1):
        start = row * COLUMNS
        if west < 0:
            yield start + west + COLUMNS, start + COLUMNS - 1
        if east >= COLUMNS:
            yield start, start + east - COLUMNS
        yield start + max(west, 0), start + min(east, COLUMNS - 1)


def _half_width(lat: float, degrees: float) -> float:
    """How many degrees of longitude a circle reaches to each side; 180 if it holds a pole."""
    if abs(lat) + degrees >= 90:
        return 180
    return math.degrees(math.asin(math.sin(math.radians(degrees)) / math.cos(math.radians(lat))))
