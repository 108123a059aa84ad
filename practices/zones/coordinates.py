"""Latitude and longitude: checked before anything is looked up, and distances on the sphere."""

import math

import numpy as np
import numpy.typing as npt

from practices.zones.errors import CoordinatesOutOfRange
from practices.zones.zone import number_fault

EARTH_RADIUS_KM = 6371.0088
Vectors = npt.NDArray[np.float64]


def checked_point(lat: float, lon: float) -> tuple[float, float]:
    """The point as two floats; -180 and 180 are both allowed and mean the same meridian.

    Raises:
        CoordinatesOutOfRange: a value is no finite number from -90 to 90 or from -180 to 180.
    """
    return _checked("latitude", lat, 90), _checked("longitude", lon, 180)


def _checked(which: str, value: object, most: int) -> float:
    if isinstance(value, np.integer | np.floating):
        value = value.item()
    fault = "not_a_number" if value is None else number_fault(value, -most, most)
    if fault == "out_of_range" and isinstance(value, float) and not math.isfinite(value):
        fault = "not_finite"
    if fault:
        given = str(value)[:40]
        raise CoordinatesOutOfRange(which=which, given=given, low=-most, high=most, why=fault)
    assert isinstance(value, int | float)  # noqa: S101 - tells the type checker what was checked
    return float(value)


def checked_points(lats: npt.ArrayLike, lons: npt.ArrayLike) -> tuple[Vectors, Vectors]:
    """Many points as two arrays of float64 of one shape (n,).

    Raises:
        CoordinatesOutOfRange: the first value that is no place on Earth.
    """
    arrays = []
    for which, given, most in (("latitude", lats, 90), ("longitude", lons, 180)):
        try:
            values = np.asarray(given, dtype=np.float64)
        except (TypeError, ValueError) as error:
            raise CoordinatesOutOfRange(
                which=which, given=str(given)[:40], low=-most, high=most, why="not_a_number"
            ) from error
        bad = ~(np.abs(values) <= most)
        if bad.any():
            _checked(which, float(values[bad][0]), most)
        arrays.append(values)
    return arrays[0], arrays[1]


def unit_vectors(lats: npt.ArrayLike, lons: npt.ArrayLike) -> Vectors:
    """Points on the unit sphere, shape (n, 3), from degrees."""
    lat, lon = np.radians(lats), np.radians(lons)
    flat = np.cos(lat)
    return np.stack((flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)), axis=-1)


def chord_to_km(chord: float) -> float:
    """Distance along the sphere of two points whose straight distance is `chord` (radius 1)."""
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, chord / 2))


def km_to_chord(km: float) -> float:
    """Straight distance (radius 1) of two points `km` apart along the sphere."""
    return 2 * math.sin(min(km / (2 * EARTH_RADIUS_KM), math.pi / 2))
