"""The nearest land to a point in the sea: one by one, in bulk, and what is left out unseen."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practices.zones import coast as coast_module
from practices.zones.coast import BOX, Boxes, Coast, Grid, coast_cells
from practices.zones.coordinates import chord_to_km, km_to_chord, unit_vectors

GRID = Grid(180, 360)
CELLS = st.lists(
    st.tuples(st.integers(0, 179), st.integers(0, 359)), min_size=1, max_size=30, unique=True
)
# Between cells and on their edges ties are common; the poles and the date line are edges too.
LATS = st.floats(-90, 90) | st.integers(-180, 180).map(lambda half: half / 2)
LONS = st.floats(-180, 180) | st.integers(-360, 360).map(lambda half: half / 2)
POINTS = st.lists(st.tuples(LATS, LONS), min_size=1, max_size=20)


def islands(places: list[tuple[int, int]]) -> npt.NDArray[np.int32]:
    """Rows and columns of islands of one cell, in the order of the map, shape (2, n)."""
    return np.array(sorted(places), dtype=np.int32).T


def coast_of(places: list[tuple[int, int]]) -> Coast:
    rows, columns = islands(places)
    return Coast(GRID, rows * np.int32(GRID.columns) + columns)


def chords(lat: float, lon: float, places: list[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """Straight distances to all islands, the plain way."""
    there = unit_vectors(*GRID.centres(*islands(places)))
    away: npt.NDArray[np.float64] = np.linalg.norm(there - unit_vectors(lat, lon), axis=1)
    return away


@given(CELLS, LATS, LONS)
@settings(deadline=None)
def test_no_island_is_nearer_than_the_one_found(
    places: list[tuple[int, int]], lat: float, lon: float
) -> None:
    found = coast_of(places).nearest(lat, lon)
    assert (found.row, found.column) in places
    assert found.chord == pytest.approx(chords(lat, lon, places).min(), abs=1e-12)
    assert found.distance_km == chord_to_km(found.chord)


@given(CELLS, POINTS, st.sampled_from([0.0, 5.0, 50.0, 500.0, 5000.0, 20_100.0, math.inf]))
@settings(deadline=None)
def test_in_bulk_the_same_cells_are_found_as_one_by_one_or_none_beyond_the_reach(
    places: list[tuple[int, int]], points: list[tuple[float, float]], within_km: float
) -> None:
    coast, reach = coast_of(places), km_to_chord(within_km)
    lats, lons = np.array(points).T
    found = coast.nearest_within(lats, lons, reach)
    for number, point in zip(found, points, strict=True):
        alone = coast.nearest(*point)
        expected = alone.row * GRID.columns + alone.column if alone.chord <= reach else -1
        assert number == expected, point


@given(CELLS, LATS, LONS, st.floats(0, 2.1))
@settings(deadline=None)
def test_no_point_within_reach_of_a_coast_is_left_out(
    places: list[tuple[int, int]], lat: float, lon: float, reach: float
) -> None:
    boxes = Boxes(GRID, *islands(places))
    if (chords(lat, lon, places) <= reach).any():
        assert boxes.perhaps_within(np.array([lat]), np.array([lon]), reach).all()


@given(CELLS, LATS, LONS, st.integers(-2, 21))
@settings(deadline=None)
def test_no_coast_in_a_row_of_boxes_is_nearer_than_the_bound(
    places: list[tuple[int, int]], lat: float, lon: float, box_row: int
) -> None:
    boxes = Boxes(GRID, *islands(places))
    _, column = GRID.cell(lat, lon)
    least = boxes.least_squares(
        np.array([lat]), np.array([column // BOX], dtype=np.int32), np.array([box_row], np.int32)
    )
    there = islands(places)[0] // BOX == box_row
    away = chords(lat, lon, places)[there]
    assert (least[0] <= away**2).all()
    assert there.any() or np.isinf(least[0])


def test_far_from_everything_no_cell_is_looked_at() -> None:
    boxes = Boxes(GRID, *islands([(90, 180)]))
    lats, lons = np.array([0.0, 60.0, -90.0, 0.0]), np.array([40.0, 0.0, 0.0, 180.0])
    assert not boxes.perhaps_within(lats, lons, km_to_chord(500)).any()


@pytest.mark.parametrize(
    ("places", "point"),
    [
        ([(90, 170), (90, 190)], (-0.5, 0.5)),  # west or east
        ([(90, 350), (90, 10)], (-0.5, -179.5)),  # also over the date line
        ([(80, 180), (100, 180)], (-0.5, 0.5)),  # north or south
        ([(0, 10), (0, 100), (0, 300)], (90.0, 0.0)),  # all around the pole
    ],
)
def test_of_islands_equally_far_bulk_and_single_choose_the_same(
    places: list[tuple[int, int]], point: tuple[float, float]
) -> None:
    coast = coast_of(places)
    alone = coast.nearest(*point)
    # Among other points, so that it is not looked up alone.
    lats, lons = np.array([(1.5, 3.5), point, (-89.5, 7.5)] * 5).T
    found = coast.nearest_within(lats, lons, 2.0)
    assert set(found[1::3]) == {alone.row * GRID.columns + alone.column}


def test_how_many_points_are_searched_together_does_not_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dice = np.random.default_rng(3)
    places = [(int(row), int(dice.integers(0, 360))) for row in dice.integers(0, 180, 40)]
    coast = coast_of(sorted(set(places)))
    lats, lons = dice.uniform(-90, 90, 300), dice.uniform(-180, 180, 300)
    together = coast.nearest_within(lats, lons, km_to_chord(2000))
    monkeypatch.setattr(coast_module, "_POINTS_AT_ONCE", 7)
    assert coast.nearest_within(lats, lons, km_to_chord(2000)).tolist() == together.tolist()
    assert 0 < np.count_nonzero(together < 0) < 300


def test_the_coast_is_the_land_with_the_sea_on_one_of_four_sides_around_the_earth() -> None:
    land = np.array(
        [
            [0, 0, 0, 0, 0],
            [1, 1, 1, 0, 1],
            [1, 1, 1, 0, 1],
            [1, 1, 1, 0, 1],
            [1, 1, 1, 1, 1],
        ],
        dtype=np.bool_,
    )
    assert coast_cells(land).astype(int).tolist() == [
        [1, 1, 1, 0, 1],
        [0, 0, 1, 0, 1],
        [0, 0, 1, 0, 1],
    ]


@given(LATS, LONS)
def test_a_point_lies_in_the_same_cell_alone_and_in_bulk(lat: float, lon: float) -> None:
    rows, columns = GRID.cells(np.array([lat]), np.array([lon]))
    assert (int(rows[0]), int(columns[0])) == GRID.cell(lat, lon)
    north, west = GRID.centre(*GRID.cell(lat, lon))
    assert abs(north - lat) <= 0.5 + 1e-9
    assert min(abs(west - lon), 360 - abs(west - lon)) <= 0.5 + 1e-9
