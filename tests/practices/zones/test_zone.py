"""A zone: what can be in it, its short form, and how bad parts are told."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.zones.errors import ZoneNotUnderstood
from practices.zones.rules import KOPPEN, LAND_USE, SOILS, Zone, parse_zone, zone_text

climates = st.none() | st.sampled_from(sorted(KOPPEN))
soils = st.none() | st.sampled_from(SOILS)
land_uses = st.none() | st.sampled_from(sorted(LAND_USE))


def test_a_zone_is_read_from_its_short_form() -> None:
    zone = parse_zone("BSh/SAN/Ca")
    assert (zone.climate, zone.soil, zone.land_use) == ("BSh", "SAN", "Ca")


def test_case_and_spaces_do_not_matter_and_a_question_mark_is_not_known() -> None:
    assert parse_zone(" bsh / ? /xa ") == Zone(climate="BSh", land_use="Xa")


@given(climates, soils, land_uses)
def test_the_short_form_of_a_zone_is_read_back(climate, soil, land_use) -> None:  # type: ignore[no-untyped-def]
    zone = Zone(climate=climate, soil=soil, land_use=land_use)
    assert parse_zone(zone_text(zone)) == zone


def test_every_bad_part_is_told_in_one_error() -> None:
    with pytest.raises(ZoneNotUnderstood) as caught:
        parse_zone("BXh/SAND/Zz")
    faults = caught.value.data["faults"]
    assert [(fault.field, fault.given, fault.reason) for fault in faults] == [
        ("climate", "BXh", "unknown_code"),
        ("soil", "SAND", "unknown_code"),
        ("land_use", "Zz", "unknown_code"),
    ]
    assert "BXh" in str(caught.value)
    assert "Zz" in str(caught.value)


@pytest.mark.parametrize("text", ["", "BSh", "BSh/SAN", "BSh/SAN/Ca/x", "////"])
def test_a_short_form_has_three_parts(text: str) -> None:
    with pytest.raises(ZoneNotUnderstood) as caught:
        parse_zone(text)
    assert caught.value.data["faults"][0].reason == "wrong_count"


@given(st.text())
def test_any_text_is_a_zone_or_a_clear_error(text: str) -> None:
    try:
        zone = parse_zone(text)
    except ZoneNotUnderstood as error:
        assert error.data["faults"]
    else:
        assert parse_zone(zone_text(zone)) == zone


def test_a_zone_with_several_impossible_facts_tells_all_of_them() -> None:
    with pytest.raises(ZoneNotUnderstood) as caught:
        Zone(
            climate="BSh",
            soil="CLAY",  # type: ignore[arg-type]
            crops=frozenset({1, 12}),
            rain_mm=math.nan,
            slope_percent=-1,
            lat=91,
            lon=180,
            guessed=frozenset({"colour"}),
        )
    told = {fault.field for fault in caught.value.data["faults"]}
    assert told == {"soil", "crops", "rain_mm", "slope_percent", "lat", "guessed"}


def test_between_the_tropics_is_known_only_with_the_latitude() -> None:
    assert Zone().tropical is None
    assert Zone(lat=23.44).tropical is True
    assert Zone(lat=-23.45).tropical is False


def test_a_zone_cannot_be_changed_and_can_be_a_key() -> None:
    zone = parse_zone("BSh/SAN/Ca")
    with pytest.raises(AttributeError):
        zone.climate = "Aw"  # type: ignore[misc]
    assert {zone: 1}[parse_zone("BSh/SAN/Ca")] == 1
