"""The climate of a place, from the maps that ship and from small made-up ones."""

import math
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practices.zones import climate
from practices.zones.climate import FUTURE, PRESENT, ClimateMap
from practices.zones.coordinates import EARTH_RADIUS_KM
from practices.zones.errors import (
    ClimateMapDamaged,
    ClimateMapUnavailable,
    CoordinatesOutOfRange,
    NoLandNearby,
)
from practices.zones.koppen import KOPPEN, KOPPEN_BY_NUMBER
from practices.zones.mapfile import write_map


@pytest.fixture(scope="module")
def present() -> ClimateMap:
    return ClimateMap.open(PRESENT)


def made_up(folder: Path, cells: npt.NDArray[np.uint8]) -> Path:
    """A map of one-degree cells, 180 x 360."""
    path = folder / "made_up.bin"
    bands = [cells[top : top + 45] for top in range(0, 180, 45)]
    write_map(path, bands, layer="test", source="-", source_sha256="-", attribution="-")
    return path


@pytest.mark.parametrize(
    ("city", "lat", "lon", "code"),
    [
        ("Niamey", 13.51, 2.11, "BSh"),
        ("Koutiala", 12.39, -5.46, "Aw"),
        ("Nairobi", -1.283, 36.817, "Cfb"),
        ("Cairo", 30.04, 31.24, "BWh"),
        ("Delhi", 28.61, 77.21, "BSh"),
        ("Singapore", 1.35, 103.82, "Af"),
        ("Manaus", -3.10, -60.02, "Af"),
        ("Paris", 48.857, 2.352, "Cfb"),
        ("Rome", 41.90, 12.50, "Csa"),
        ("Moscow", 55.75, 37.62, "Dfb"),
        ("Yakutsk", 62.03, 129.73, "Dfd"),
        ("Johannesburg", -26.20, 28.05, "Cwb"),
        ("Buenos Aires", -34.60, -58.38, "Cfa"),
        ("Denver", 39.74, -104.99, "BSk"),
        ("South Pole", -90.0, 0.0, "EF"),
    ],
)
def test_known_cities_have_their_climate(
    present: ClimateMap, city: str, lat: float, lon: float, code: str
) -> None:
    found = present.at(lat, lon)
    assert (found.code, found.distance_km) == (code, 0.0), city
    assert found.name == KOPPEN[code].name


@pytest.mark.parametrize(
    ("island", "lat", "lon"),
    [
        ("Praia", 14.933, -23.513),
        ("Malé", 4.175, 73.509),
        ("Victoria", -4.620, 55.455),
        ("Port Louis", -20.162, 57.499),
        ("Apia", -13.833, -171.767),
        ("Funafuti", -8.525, 179.194),
        ("Tarawa", 1.33, 172.98),
    ],
)
def test_small_islands_have_a_climate(
    present: ClimateMap, island: str, lat: float, lon: float
) -> None:
    found = present.at(lat, lon)
    assert found.code[0] in "AB", island
    assert found.distance_km < 5


def test_the_future_is_warmer_where_it_differs(present: ClimateMap) -> None:
    future = ClimateMap.open(FUTURE)
    assert future.header.layer == "future"
    lats, lons = np.meshgrid(np.arange(-50, 70, 2.0), np.arange(-180, 180, 2.0))
    heat = {number: known.summer_heat for number, known in KOPPEN_BY_NUMBER.items()} | {0: 0}
    now, then = (m.codes(lats.ravel(), lons.ravel()) for m in (present, future))
    change = [heat[int(b)] - heat[int(a)] for a, b in zip(now, then, strict=True)]
    assert sum(change) / np.count_nonzero(change) > 0.5


def test_both_date_lines_are_one_meridian(present: ClimateMap) -> None:
    assert present.at(-16.5, 180) == present.at(-16.5, -180)
    assert present.at(66.5, 180.0).code == present.at(66.5, -180.0).code


def test_the_pole_in_the_sea_tells_how_far_the_land_is(present: ClimateMap) -> None:
    with pytest.raises(NoLandNearby) as caught:
        present.at(90, 0)
    assert 690 < caught.value.data["distance_km"] < 720  # Kaffeklubben island, 83.66 N
    assert present.at(90, 12, within_km=800).lat > 83


def test_mid_ocean_has_no_climate(present: ClimateMap) -> None:
    with pytest.raises(NoLandNearby):
        present.at(0, -30)
    assert present.codes([0.0, 13.51], [-30.0, 2.11]).tolist() == [0, KOPPEN["BSh"].number]


@pytest.mark.parametrize("bad", [90.01, -91, math.nan, math.inf, -math.inf, "13.5", None, True])
def test_an_impossible_latitude_is_refused_by_name(present: ClimateMap, bad: object) -> None:
    with pytest.raises(CoordinatesOutOfRange) as caught:
        present.at(bad, 0)  # type: ignore[arg-type]
    assert caught.value.data["which"] == "latitude"
    assert str(bad) in str(caught.value)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (180.5, "out_of_range"),
        (-181, "out_of_range"),
        (math.nan, "not_finite"),
        ("x", "not_a_number"),
    ],
)
def test_an_impossible_longitude_is_refused_with_the_reason(
    present: ClimateMap, bad: object, why: str
) -> None:
    with pytest.raises(CoordinatesOutOfRange) as caught:
        present.at(0, bad)  # type: ignore[arg-type]
    assert (caught.value.data["which"], caught.value.data["why"]) == ("longitude", why)


def test_impossible_points_are_refused_in_bulk_too(present: ClimateMap) -> None:
    for lats, lons in (([0.0, 91.0], [0.0, 0.0]), ([0.0, math.nan], [0.0, 0.0]), (["x"], [0.0])):
        with pytest.raises(CoordinatesOutOfRange):
            present.codes(lats, lons)


REACHES = [0, 5, 50, 500]
NUMBERS = {known.code: number for number, known in KOPPEN_BY_NUMBER.items()}


def single(climates: ClimateMap, lat: float, lon: float, within_km: float) -> int:
    """The class number `at` gives, 0 where it says that no land is nearby."""
    try:
        found = climates.at(lat, lon, within_km=within_km)
    except NoLandNearby as error:
        assert error.data["distance_km"] >= math.floor(within_km)
        return 0
    assert 0 <= found.distance_km <= within_km * (1 + 1e-12)
    return NUMBERS[found.code]


ANYWHERE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
# Where a search is difficult: the poles, the date line, and small islands in wide seas.
DIFFICULT = [(90, 0), (-90, 0), (83.7, -30), (-77, 180), (-16.5, -180), (66.5, 180), (14.9, -23.5),
             (4.2, 73.5), (-4.6, 55.5), (-13.8, -171.8), (-8.5, 179.2), (1.3, 173), (-54.4, 3.4),
             (-27.1, -109.4), (60.2, 5.0)]  # fmt: skip
NEARBY = st.tuples(st.sampled_from(DIFFICULT), st.floats(-5, 5), st.floats(-8, 8)).map(
    lambda near: (
        max(-90.0, min(90.0, near[0][0] + near[1])),
        max(-180.0, min(180.0, (near[0][1] + near[2] + 180) % 360 - 180)),
    )
)
# Corners, sides and centres of cells, where two cells can be equally far.
BETWEEN_CELLS = st.tuples(st.integers(-5400, 5400), st.integers(-10800, 10800)).map(
    lambda halves: (halves[0] / 60, halves[1] / 60)
)


@given(
    st.lists(
        ANYWHERE | NEARBY | st.sampled_from(DIFFICULT) | BETWEEN_CELLS, min_size=1, max_size=30
    ),
    st.sampled_from(REACHES),
)
@settings(deadline=None)
def test_in_bulk_every_point_on_earth_has_the_answer_it_has_alone(
    present: ClimateMap, points: list[tuple[float, float]], within_km: float
) -> None:
    lats, lons = zip(*points, strict=True)
    numbers = present.codes(lats, lons, within_km=within_km)
    assert numbers.tolist() == [single(present, *point, within_km) for point in points]


@pytest.mark.parametrize("within_km", REACHES)
def test_thousands_of_points_at_once_have_the_answers_they_have_alone(
    present: ClimateMap, monkeypatch: pytest.MonkeyPatch, within_km: int
) -> None:
    dice = np.random.default_rng(within_km)
    lats = np.degrees(np.arcsin(dice.uniform(-1, 1, 2000)))
    lons = dice.uniform(-180, 180, 2000)
    numbers = present.codes(lats, lons, within_km=within_km)
    alone = [single(present, *point, within_km) for point in zip(lats, lons, strict=True)]
    assert numbers.tolist() == alone
    monkeypatch.setattr(climate, "_POINTS_AT_ONCE", 301)
    assert present.codes(lats, lons, within_km=within_km).tolist() == alone


@pytest.mark.parametrize("within_km", [-1, -50_000, math.nan])
def test_a_reach_that_is_none_finds_no_land_from_the_sea(
    present: ClimateMap, within_km: float
) -> None:
    assert present.codes([4.0, 13.51], [73.0, 2.11], within_km=within_km).tolist() == [
        0,
        KOPPEN["BSh"].number,
    ]
    with pytest.raises(NoLandNearby):
        present.at(4.0, 73.0, within_km=within_km)


def test_without_a_reach_the_coast_is_not_made() -> None:
    fresh = ClimateMap.open(PRESENT)
    before = fresh.memory_bytes
    assert fresh.codes([4.0], [73.0], within_km=0).tolist() == [0]
    assert fresh.memory_bytes == before


def test_no_points_have_no_codes(present: ClimateMap) -> None:
    assert present.codes([], []).tolist() == []


def test_the_nearest_land_is_found_on_the_sphere_also_over_poles_and_date_line(
    tmp_path: Path,
) -> None:
    dice = np.random.default_rng(5)
    cells = np.zeros((180, 360), dtype=np.uint8)
    cells[dice.integers(0, 180, 60), dice.integers(0, 360, 60)] = dice.integers(1, 31, 60)
    made = ClimateMap.open(made_up(tmp_path, cells))
    rows, columns = np.nonzero(cells)
    land = np.radians(89.5 - rows), np.radians(columns - 179.5)
    for _ in range(500):
        lat = float(np.degrees(np.arcsin(dice.uniform(-1, 1))))
        lon = float(dice.uniform(-180, 180))
        if cells[int(90 - lat), int(lon + 180)]:
            continue
        up, along = (land[0] - np.radians(lat)) / 2, (land[1] - np.radians(lon)) / 2
        half = np.sin(up) ** 2 + np.cos(np.radians(lat)) * np.cos(land[0]) * np.sin(along) ** 2
        away = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))
        found = made.at(lat, lon, within_km=21_000)
        assert found.distance_km == pytest.approx(away.min(), abs=0.01)
        assert made.codes([lat], [lon], within_km=away.min() + 1)[0] != 0
        assert made.codes([lat], [lon], within_km=away.min() - 1)[0] == 0


def test_a_missing_file_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ClimateMapUnavailable):
        ClimateMap.open(tmp_path / "none.bin")


@pytest.mark.parametrize("damage", ["cut", "flipped", "header", "empty", "other"])
def test_a_damaged_file_is_refused_and_never_read_wrongly(tmp_path: Path, damage: str) -> None:
    path = made_up(tmp_path, np.ones((180, 360), dtype=np.uint8))
    content = bytearray(path.read_bytes())
    if damage == "cut":
        content = content[:-7]
    elif damage == "flipped":
        content[-20] ^= 1
    elif damage == "header":
        content[20] ^= 0x40
    elif damage == "empty":
        content = bytearray()
    else:
        content = bytearray(b"PNG" * 100)
    path.write_bytes(content)
    with pytest.raises(ClimateMapDamaged) as caught:
        ClimateMap.open(path)
    assert str(path) in str(caught.value)


def test_a_map_without_land_is_refused(tmp_path: Path) -> None:
    path = made_up(tmp_path, np.zeros((180, 360), dtype=np.uint8))
    with pytest.raises(ClimateMapDamaged):
        ClimateMap.open(path)


@pytest.mark.parametrize("path", [PRESENT, FUTURE])
def test_the_maps_that_ship_are_small_and_carry_their_source(path: Path) -> None:
    assert path.stat().st_size < 1_200_000
    header = ClimateMap.open(path).header
    assert (header.rows, header.columns) == (5400, 10800)
    assert "10.1038/sdata.2018.214" in header.attribution
    assert len(header.source_sha256) == 64


def test_a_map_in_memory_stays_small(present: ClimateMap) -> None:
    present.coast()
    assert present.memory_bytes < 40_000_000
