"""The nearest place to a point, over poles and date line."""

import math
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from core.places.directions import (
    COMPASS,
    DIRECTION_TEXTS,
    bearing,
    compass_point,
    km_between,
)
from core.places.errors import PointNotOnEarth
from core.places.gazetteer import Gazetteer
from core.places.nearby import cell_ranges
from core.places.schema import cell_of


def test_a_point_is_told_from_the_nearest_town(gazetteer: Gazetteer) -> None:
    found = gazetteer.nearest(13.6, 2.2)
    assert (found.place.name, found.compass) == ("Niamey", "ne")
    assert found.km == pytest.approx(13.7, abs=0.1)


def test_only_places_large_enough_are_told(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(14.2, 1.45).place.name == "Tillabéri"
    assert gazetteer.nearest(14.2, 1.45, population=500_000).place.name == "Niamey"


def test_the_nearest_is_the_nearest_of_all_places(gazetteer: Gazetteer, places_file: Path) -> None:
    with closing(sqlite3.connect(places_file)) as base:
        everything = base.execute("SELECT lat, lon FROM places").fetchall()
    dice = random.Random(3)
    points = [
        (math.degrees(math.asin(dice.uniform(-1, 1))), dice.uniform(-180, 180)) for _ in range(12)
    ]
    points += [(90, 0), (-90, 0), (89.9, 100), (-16.5, 180), (-16.5, -180), (66, -179.99), (0, -30)]
    for point in points:
        least = min(km_between(*point, *place) for place in everything)
        assert gazetteer.nearest(*point).km == pytest.approx(least, abs=1e-6)


latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


@given(latitudes, longitudes, st.floats(0, 360), st.floats(0, 1), st.floats(1, 20_015))
@example(0.0, 179.9, 90.0, 1.0, 100.0)
@example(0.0, -179.9, 270.0, 1.0, 100.0)
@example(89.0, 0.0, 0.0, 1.0, 400.0)
@settings(max_examples=500)
def test_the_cells_of_a_circle_hold_every_point_within_it(
    lat: float, lon: float, degrees: float, share: float, reach_km: float
) -> None:
    away, turn, start = reach_km * share / 6371.0088, math.radians(degrees), math.radians(lat)
    north = math.sin(start) * math.cos(away) + math.cos(start) * math.sin(away) * math.cos(turn)
    there = math.asin(max(-1.0, min(1.0, north)))
    along = math.atan2(
        math.sin(turn) * math.sin(away) * math.cos(start),
        math.cos(away) - math.sin(start) * math.sin(there),
    )
    point = math.degrees(there), (lon + math.degrees(along) + 540) % 360 - 180
    assume(km_between(lat, lon, *point) <= reach_km)
    cell = cell_of(*point)
    assert any(low <= cell <= high for low, high in cell_ranges(lat, lon, reach_km))


def test_both_date_lines_have_the_same_nearest_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(-16.5, 180).place == gazetteer.nearest(-16.5, -180).place


@pytest.mark.parametrize("point", [(91, 0), (0, 181), (math.nan, 0), (0, math.inf), ("x", 0)])
def test_a_point_that_is_not_on_earth_is_refused(
    gazetteer: Gazetteer, point: tuple[float, float]
) -> None:
    with pytest.raises(PointNotOnEarth):
        gazetteer.nearest(*point)


def test_the_eight_directions() -> None:
    around = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    assert tuple(compass_point(bearing(0, 0, *point)) for point in around) == COMPASS
    assert compass_point(337.5 + 22.4) == "n"
    assert set(COMPASS) < set(DIRECTION_TEXTS)


def test_a_degree_of_the_equator_is_111_km() -> None:
    assert km_between(0, 0, 0, 1) == pytest.approx(111.195, abs=0.001)
    assert km_between(0, 179.5, 0, -179.5) == pytest.approx(111.195, abs=0.001)
    assert km_between(90, 0, -90, 0) == pytest.approx(20015, abs=1)
