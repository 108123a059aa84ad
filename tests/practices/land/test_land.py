"""The reader's land: it travels in addresses and a cookie, and comes back as it was told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.land.rules import (
    Land,
    PointNotUnderstood,
    land_fields,
    land_from,
    land_from_text,
    land_text,
    parse_point,
    with_soil_answers,
)
from practices.zones.errors import CoordinatesOutOfRange, ZoneNotUnderstood
from practices.zones.zone import Zone


def test_a_point_is_kept_to_about_a_kilometre() -> None:
    assert parse_point("13.51366, 2.1098") == (13.51, 2.11)


@pytest.mark.parametrize("text", ["", "13", "13;2", "a,b", "1,2,3", "13.5 2.1", "١٣,"])
def test_what_is_no_point_is_refused(text: str) -> None:
    with pytest.raises(PointNotUnderstood):
        parse_point(text)


@pytest.mark.parametrize("text", ["91,0", "0,181", "nan,0", "0,inf"])
def test_a_point_off_the_earth_is_refused(text: str) -> None:
    with pytest.raises(CoordinatesOutOfRange):
        parse_point(text)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ZoneNotUnderstood) as told:
        land_from({"rain_mm": "much", "crops": "1,40", "salty": "perhaps"})
    assert {fault.field for fault in told.value.data["faults"]} == {"rain_mm", "crops", "salty"}


def test_a_cookie_that_was_tampered_with_counts_as_nothing_told() -> None:
    for text in ("soil=XXX", "at=1000,3", "rain_mm=%00", "\x00" * 50, "a=" * 5000, "=&=&"):
        assert land_from_text(text) == Land()


def test_soil_answers_fill_in_what_they_decide_and_keep_the_rest() -> None:
    land = with_soil_answers(Land(Zone(land_use="Ca")), {"squeeze": "falls_apart"})
    assert (land.zone.soil, land.zone.texture, land.zone.land_use) == ("SAN", "coarse", "Ca")


def test_an_unsure_soil_is_marked_as_a_guess() -> None:
    answers = {"squeeze": "ball", "water": "hours", "look": "other", "ribbon": "short"}
    land = with_soil_answers(Land(), answers)
    assert land.zone.soil == "HAC"
    assert "soil" in land.zone.guessed


zones = st.builds(
    Zone,
    soil=st.none() | st.sampled_from(["SAN", "LAC", "ORG"]),
    land_use=st.none() | st.sampled_from(["Ca", "Ge", "W"]),
    water=st.none() | st.sampled_from(["rainfed", "irrigated"]),
    crops=st.frozensets(st.integers(1, 9)),
    rain_mm=st.none() | st.integers(0, 5000).map(float),
    floods=st.none() | st.booleans(),
    lat=st.none(),
)
points = st.none() | st.tuples(
    st.integers(-9000, 9000).map(lambda n: n / 100),
    st.integers(-18000, 18000).map(lambda n: n / 100),
)


@given(zones, points, st.text(max_size=80))
def test_a_land_comes_back_from_its_text_as_it_was(
    zone: Zone, point: tuple[float, float] | None, place: str
) -> None:
    values = {name: getattr(zone, name) for name in Zone.__dataclass_fields__}
    if point:
        values |= {"lat": point[0], "lon": point[1]}
    land = Land(Zone(**values), place)
    assert land_from_text(land_text(land)) == (land if len(land_text(land)) <= 1000 else Land())
    assert land_from(land_fields(land)) == land
