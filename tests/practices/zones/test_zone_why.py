"""Why two zones are alike or not, in codes of whole sentences."""

from hypothesis import given
from hypothesis import strategies as st

from practices.zones.rules import WHY_TEXTS, Zone, why

zones = st.from_type(Zone)


def test_same_rain_and_season_and_a_heavier_soil_are_told() -> None:
    niger = Zone(climate="BSh", soil="SAN", texture="coarse", lat=14)
    texas = Zone(climate="BSk", soil="LAC", texture="fine", lat=33)
    assert why(niger, Zone(climate="BSh", soil="LAC", texture="fine", lat=-9)) == (
        "same_climate",
        "their_soil_differs",
        "their_soil_is_heavier",
    )
    assert "their_winter_is_colder" in why(niger, texas)


def test_a_difference_turns_round_with_the_sides() -> None:
    dry, wet = Zone(climate="BSh", water="irrigated"), Zone(climate="Af", water="rainfed")
    assert "they_have_more_rain" in why(dry, wet)
    assert "they_have_no_dry_season" in why(dry, wet)
    assert "they_irrigate_less" in why(dry, wet)
    assert "they_have_less_rain" in why(wet, dry)
    assert "they_have_a_dry_season" in why(wet, dry)
    assert "they_irrigate_more" in why(wet, dry)


def test_what_one_side_does_not_know_is_not_told() -> None:
    assert why(Zone(climate="BSh"), Zone(soil="SAN")) == ()


@given(zones, zones)
def test_every_code_has_its_sentence_and_what_is_shared_comes_first(a: Zone, b: Zone) -> None:
    codes = why(a, b)
    assert set(codes) <= set(WHY_TEXTS)
    shared = [code.startswith("same_") for code in codes]
    assert shared == sorted(shared, reverse=True)


@given(zones)
def test_a_zone_differs_in_nothing_from_itself(zone: Zone) -> None:
    assert all(code.startswith("same_") for code in why(zone, zone))
