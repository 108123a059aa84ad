"""Gates: what cannot work, what may not fit, and that many at once say the same as one."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.feasibility.rules import needs, reasons_against, verdict
from practices.feasibility.table import GateTable
from practices.records.codes import CODE_FACTORS, NUMBER_FACTORS
from practices.records.structs import Context, Limit
from practices.search import explain
from practices.zones.koppen import KOPPEN
from practices.zones.land import LAND_USE
from practices.zones.soils import SOILS, TEXTURES
from practices.zones.zone import Zone
from tests.practices.facts import facts


def _limit(factor: Any, outside: Any = "veto", **values: Any) -> Limit:
    return Limit(factor=factor, outside=outside, source="expert", **values)


def _codes(zone: Zone, *limits: Limit) -> list[str]:
    return [reason.code for reason in reasons_against(facts(limits=list(limits)), zone)]


def test_nothing_known_of_the_land_speaks_against_nothing() -> None:
    limits = [_limit("rain_mm", min=300, max=800), _limit("waterlogging"), _limit("frost")]
    assert _codes(Zone(), *limits) == []


def test_rain_that_was_told_is_held_against_the_limit() -> None:
    limit = _limit("rain_mm", min=300, max=800)
    assert _codes(Zone(rain_mm=900), limit) == ["rain_mm_range"]
    assert _codes(Zone(rain_mm=800), limit) == []
    assert _codes(Zone(rain_mm=250), limit) == ["rain_mm_range"]


def test_a_desert_cannot_have_the_rain_a_paddy_needs_though_nobody_told_it() -> None:
    assert _codes(Zone(climate="BWh"), _limit("rain_mm", min=1200)) == [
        "rain_mm_min",
    ]


def test_a_climate_that_only_might_be_too_dry_does_not_gate() -> None:
    assert _codes(Zone(climate="BSh"), _limit("rain_mm", min=300, max=800)) == []


@pytest.mark.parametrize(
    ("factor", "zone"),
    [
        ("waterlogging", Zone(floods=True)),
        ("salinity", Zone(salty=True)),
        ("stoniness", Zone(stony=True)),
        ("frost", Zone(climate="Dfb")),
        ("frost", Zone(frost=True)),
        ("needs_irrigation", Zone(water="rainfed")),
        ("needs_machine", Zone(power="hand")),
    ],
)
def test_a_known_trouble_gates(factor: str, zone: Zone) -> None:
    assert factor in _codes(zone, _limit(factor))


def test_no_frost_in_the_hot_tropics() -> None:
    assert "frost" not in _codes(Zone(climate="Aw"), _limit("frost"))


def test_sand_is_coarse_even_where_nobody_felt_it() -> None:
    limit = _limit("texture", excluded=["coarse"])
    assert _codes(Zone(soil="SAN"), limit) == ["texture_excluded"]
    assert _codes(Zone(soil="SAN", texture="medium"), limit) == []


def test_a_practice_for_other_land_and_another_climate_is_warned_about() -> None:
    grazing = facts(context=Context(climates=["Dfc"], soils=[], land_uses=["Ge"]))
    reasons = reasons_against(grazing, Zone(climate="Af", land_use="Ca"))
    assert [reason.code for reason in reasons] == ["other_land_use", "unlike_climate"]
    assert verdict(reasons) == "may_not_fit"


def test_crops_with_trees_suit_land_with_crops() -> None:
    agroforestry = facts(context=Context(climates=[], soils=[], land_uses=["Xf"]))
    assert reasons_against(agroforestry, Zone(land_use="Ca")) == []


def test_a_rainfed_practice_is_warned_about_on_irrigated_land_only() -> None:
    dry = facts(context=Context(climates=[], soils=[], land_uses=["Ca"], water=["rainfed"]))
    codes = {
        water: [reason.code for reason in reasons_against(dry, Zone(water=water))]
        for water in ("rainfed", "supplementary", "irrigated")
    }
    assert codes == {"rainfed": [], "supplementary": [], "irrigated": ["other_water"]}


def test_vetoes_come_first_and_decide() -> None:
    limits = [_limit("salinity", "warn"), _limit("waterlogging", "veto")]
    reasons = reasons_against(facts(limits=limits), Zone(floods=True, salty=True))
    assert [reason.veto for reason in reasons] == [True, False]
    assert verdict(reasons) == "cannot_work"


def test_needs_are_told_and_do_not_gate_by_themselves() -> None:
    practice = facts(limits=[_limit("needs_stones", "warn")])
    assert needs(practice) == ["needs_stones"]
    assert reasons_against(practice, Zone(climate="BSh", land_use="Ca")) == []


def _code_values(factor: str) -> list[str]:
    values: dict[str, list[str]] = {
        "climate": list(KOPPEN),
        "soil": list(SOILS),
        "texture": list(TEXTURES),
        "land_use": [code for code in LAND_USE if len(code) == 2 or code in "WO"],
    }
    return values[factor]


number_limits = st.builds(
    lambda factor, bounds, outside: _limit(factor, outside, min=min(bounds), max=max(bounds)),
    st.sampled_from(sorted(NUMBER_FACTORS)),
    st.tuples(st.integers(0, 3000), st.integers(0, 3000)),
    st.sampled_from(["veto", "warn"]),
)
code_limits = st.sampled_from(sorted(CODE_FACTORS)).flatmap(
    lambda factor: st.builds(
        lambda excluded, outside: _limit(factor, outside, excluded=excluded),
        st.lists(st.sampled_from(_code_values(factor)), min_size=1, max_size=5, unique=True),
        st.sampled_from(["veto", "warn"]),
    )
)
plain_limits = st.builds(
    _limit,
    st.sampled_from(
        ["waterlogging", "salinity", "frost", "stoniness", "needs_irrigation", "needs_machine",
         "needs_water_control", "needs_stones"]
    ),
    st.sampled_from(["veto", "warn"]),
)  # fmt: skip
practices = st.builds(
    lambda limits, climates, uses, water: facts(
        limits=limits, context=Context(climates=climates, soils=[], land_uses=uses, water=water)
    ),
    st.lists(number_limits | code_limits | plain_limits, max_size=5),
    st.lists(st.sampled_from(sorted(KOPPEN)), max_size=3),
    st.lists(st.sampled_from(_code_values("land_use")), min_size=1, max_size=3),
    st.lists(st.sampled_from(["rainfed", "supplementary", "irrigated"]), max_size=2),
)
zones = st.builds(
    Zone,
    climate=st.none() | st.sampled_from(sorted(KOPPEN)),
    soil=st.none() | st.sampled_from(SOILS),
    texture=st.none() | st.sampled_from(TEXTURES),
    depth=st.none() | st.sampled_from(["shallow", "moderate", "deep"]),
    land_use=st.none() | st.sampled_from(_code_values("land_use")),
    water=st.none() | st.sampled_from(["rainfed", "supplementary", "irrigated"]),
    power=st.none() | st.sampled_from(["hand", "animal", "machine"]),
    rain_mm=st.none() | st.integers(0, 3000),
    slope_percent=st.none() | st.integers(0, 100),
    salty=st.none() | st.booleans(),
    floods=st.none() | st.booleans(),
    stony=st.none() | st.booleans(),
    lat=st.none() | st.floats(-60, 70),
)
LEVELS = {"fits": 0, "may_not_fit": 1, "cannot_work": 2}


@given(st.lists(practices, min_size=1, max_size=6), zones)
def test_many_at_once_say_the_same_as_one_by_one(found: list[Any], zone: Zone) -> None:
    places = np.arange(len(found), dtype=np.int64)[::-1].copy()
    at_once = GateTable(found).verdicts(zone, places)
    one_by_one = [LEVELS[verdict(reasons_against(found[place], zone))] for place in places]
    assert at_once.tolist() == one_by_one


@given(practices, zones)
def test_every_reason_has_a_sentence(practice: Any, zone: Zone) -> None:
    for reason in reasons_against(practice, zone):
        sentence = explain.reason(reason)
        assert "{" not in sentence
        assert sentence.endswith(".")
