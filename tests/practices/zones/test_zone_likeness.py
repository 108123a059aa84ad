"""How like two zones are, and the words for it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.zones.rules import (
    LAND_USE,
    SOIL_DISTANCE,
    SOILS,
    Zone,
    land_use_distance,
    likeness,
    parse_zone,
    word_for,
)

zones = st.from_type(Zone)

COMPARED = ("climate", "soil", "texture", "drainage", "depth", "land_use", "water", "power")

TILLABERI = Zone(
    climate="BSh",
    soil="SAN",
    texture="coarse",
    drainage="free",
    depth="deep",
    land_use="Xp",
    water="rainfed",
    power="hand",
    crops=frozenset({1}),
    lat=14.21,
)
YATENGA = replace(TILLABERI, soil="LAC", texture="medium", lat=13.58)
PETROLINA = replace(TILLABERI, soil="LAC", texture="medium", crops=frozenset({1, 7}), lat=-9.39)
ANANTAPUR = replace(
    TILLABERI, soil="LAC", texture="medium", power="animal", crops=frozenset({4, 7}), lat=14.68
)
KOUTIALA = replace(
    TILLABERI, climate="Aw", soil="LAC", power="animal", crops=frozenset({1, 7, 9}), lat=12.39
)
MACHAKOS = replace(
    TILLABERI, climate="Cwb", soil="LAC", texture="fine", crops=frozenset({1, 7}), lat=-1.52
)
BEAUCE = replace(
    TILLABERI,
    climate="Cfb",
    soil="HAC",
    texture="medium",
    land_use="Ca",
    power="machine",
    crops=frozenset({1, 4}),
    lat=48.45,
)
JAVA_PADDY = replace(
    TILLABERI,
    climate="Af",
    soil="WET",
    texture="fine",
    drainage="wet",
    land_use="Ca",
    water="irrigated",
    power="machine",
    crops=frozenset({1, 2}),
    lat=-7.5,
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (YATENGA, 0.11),
        (PETROLINA, 0.13),
        (ANANTAPUR, 0.17),
        (KOUTIALA, 0.18),
        (MACHAKOS, 0.27),
        (BEAUCE, 0.48),
        (JAVA_PADDY, 0.56),
    ],
)
def test_distances_from_tillaberi_are_those_of_the_worked_example(
    place: Zone, expected: float
) -> None:
    assert likeness(TILLABERI, place).distance == pytest.approx(expected, abs=0.015)


def test_the_words_of_the_worked_example() -> None:
    words = [likeness(TILLABERI, place).word for place in (YATENGA, KOUTIALA, MACHAKOS, BEAUCE)]
    assert words == ["like_yours", "similar", "similar", "different"]


@pytest.mark.parametrize(
    ("distance", "word"),
    [
        (0.0, "like_yours"),
        (0.1499, "like_yours"),
        (0.15, "similar"),
        (0.3, "partly_similar"),
        (0.45, "different"),
        (1.0, "different"),
        (None, "unknown"),
    ],
)
def test_the_bands_of_the_words(distance: float | None, word: str) -> None:
    assert word_for(distance) == word


@given(zones, zones)
def test_likeness_is_the_same_from_both_sides(a: Zone, b: Zone) -> None:
    assert likeness(a, b) == likeness(b, a)


@given(zones)
def test_a_zone_is_nothing_away_from_itself(zone: Zone) -> None:
    assert likeness(zone, zone).distance in (None, 0.0)


@given(zones, zones)
def test_every_distance_and_share_lies_between_0_and_1(a: Zone, b: Zone) -> None:
    found = likeness(a, b)
    parts = (found.parts.climate, found.parts.soil, found.parts.farming, found.distance)
    assert all(part is None or 0 <= part <= 1 for part in parts)
    assert 0 <= found.known_share <= 1
    assert (found.distance is None) == (found.known_share == 0)


@given(zones, zones, st.sampled_from(COMPARED))
def test_knowing_less_never_makes_the_comparison_more_certain(
    a: Zone, b: Zone, forgotten: str
) -> None:
    less = replace(a, **{forgotten: None})  # type: ignore[arg-type]
    assert likeness(less, b).known_share <= likeness(a, b).known_share + 1e-12


def test_unknown_parts_drop_out_and_the_rest_is_weighted_anew() -> None:
    found = likeness(parse_zone("BSh/SAN/?"), parse_zone("?/LAC/Ca"))
    assert found.parts.climate is None
    assert found.parts.farming is None
    assert found.distance == pytest.approx(SOIL_DISTANCE["SAN", "LAC"])
    assert found.known_share == pytest.approx(0.30 * 0.40)


def test_nothing_known_on_both_sides_is_unknown_not_alike() -> None:
    found = likeness(parse_zone("BSh/?/?"), parse_zone("?/SAN/?"))
    assert (found.distance, found.known_share, found.word) == (None, 0.0, "unknown")


def test_cool_nights_of_a_hot_steppe_count_only_outside_the_tropics() -> None:
    savanna = Zone(climate="Aw", lat=10)
    inside = likeness(savanna, Zone(climate="BSh", lat=14)).parts.climate
    outside = likeness(savanna, Zone(climate="BSh", lat=31)).parts.climate
    assert inside is not None
    assert outside == pytest.approx(inside + 0.20 / 4)


def test_opposite_rainy_seasons_are_further_apart_than_no_dry_season() -> None:
    dry_summer, dry_winter, none = (Zone(climate=code) for code in ("Csb", "Cwb", "Cfb"))
    opposite = likeness(dry_summer, dry_winter).distance
    one_sided = likeness(none, dry_winter).distance
    assert opposite == pytest.approx(0.20)
    assert one_sided == pytest.approx(0.40 / 3 + 0.20 * 0.5)


@given(st.sampled_from(sorted(LAND_USE)), st.sampled_from(sorted(LAND_USE)))
def test_land_use_distance_is_symmetric_bounded_and_zero_only_on_itself(a: str, b: str) -> None:
    distance = land_use_distance(a, b)
    assert distance == land_use_distance(b, a)
    assert 0 <= distance <= 1
    assert (distance == 0) == (a == b)


def test_a_mixed_farm_is_between_crops_and_pasture() -> None:
    assert land_use_distance("Ca", "Xp") < land_use_distance("Ca", "Ge")
    assert land_use_distance("Xa", "Xp") < land_use_distance("Xa", "Ca")


def test_the_soil_table_is_symmetric_with_zeros_on_its_diagonal() -> None:
    for a in SOILS:
        assert SOIL_DISTANCE[a, a] == 0
        for b in SOILS:
            assert SOIL_DISTANCE[a, b] == SOIL_DISTANCE[b, a]
