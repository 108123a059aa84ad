"""Köppen classes, the rain they imply, and the IPCC and WOCAT zones they stand for."""

import random

import pytest

from practices.zones.ipcc import DECIDING_QUESTIONS, IPCC_ZONES
from practices.zones.rules import (
    KOPPEN,
    KOPPEN_BY_NUMBER,
    KOPPEN_CLASSES,
    WRB_GROUPS,
    ipcc_zone,
    rain_range,
    soil_of_group,
    wocat_zone,
)


def test_the_map_has_thirty_classes_and_scores_lie_on_their_scales() -> None:
    assert sorted(KOPPEN_BY_NUMBER) == list(range(1, 31))
    assert len(KOPPEN_CLASSES) == 31  # "As" is in no map
    for known in KOPPEN_CLASSES:
        assert 0 <= known.rain <= 3
        assert 0 <= known.summer_heat <= 4
        assert 0 <= known.winter_cold <= 4
        assert {known.ipcc_default, *known.ipcc_alternates} <= set(IPCC_ZONES)


def test_thirty_two_soil_groups_lead_to_an_ipcc_class() -> None:
    assert len(WRB_GROUPS) == 32
    assert [soil_of_group(code) for code in ("HS", "AR", "GL", "AN", "PZ", "FR", "VR")] == [
        "ORG",
        "SAN",
        "WET",
        "VOL",
        "SPO",
        "LAC",
        "HAC",
    ]


def koppen_by_definition(temps: list[float], rains: list[float]) -> str:
    """The class of twelve months (January first, northern) by the criteria, written anew."""
    mean, total = sum(temps) / 12, sum(rains)
    summer, winter = range(3, 9), (0, 1, 2, 9, 10, 11)
    in_summer = sum(rains[m] for m in summer)
    term = 28 if in_summer > 0.7 * total else 0 if total - in_summer > 0.7 * total else 14
    line = 10 * (2 * mean + term)
    hot, cold = max(temps), min(temps)
    if total < line:
        return ("BW" if total < line / 2 else "BS") + ("h" if mean >= 18 else "k")
    if cold >= 18:
        driest = min(rains)
        return "Af" if driest >= 60 else "Am" if driest >= 100 - total / 25 else "Aw"
    if hot <= 10:
        return "ET" if hot > 0 else "EF"
    dry_summer, wet_winter = min(rains[m] for m in summer), max(rains[m] for m in winter)
    dry_winter, wet_summer = min(rains[m] for m in winter), max(rains[m] for m in summer)
    season = "f"
    if dry_summer < 40 and dry_summer < wet_winter / 3:
        season = "s"
    elif dry_winter < wet_summer / 10:
        season = "w"
    months = sum(temp >= 10 for temp in temps)
    heat = "a" if hot >= 22 else "b" if months >= 4 else "d" if cold < -38 else "c"
    return ("C" if cold > 0 else "D") + season + heat


def test_no_year_of_any_class_has_rain_outside_the_range_of_its_class() -> None:
    dice = random.Random(7)
    met = set()
    for _ in range(60_000):
        middle, swing = dice.uniform(-15, 33), dice.uniform(0, 25)
        temps = [middle + swing * (1 - abs(m - 6) / 3) for m in range(12)]
        if sum(temps) / 12 > 35:
            continue
        wetness = 10 ** dice.uniform(0, 2.8)
        rains = [wetness * dice.random() ** dice.choice((0.2, 1, 4)) for _ in range(12)]
        code = koppen_by_definition(temps, rains)
        low, high = rain_range(code)
        assert low <= sum(rains), (code, sum(rains))
        assert high is None or sum(rains) <= high, (code, sum(rains))
        met.add(code)
    assert {"Af", "Am", "Aw", "BWh", "BWk", "BSh", "BSk", "Cfa", "Cwb", "Csa", "Dfb"} <= met


def test_a_desert_has_less_rain_than_a_steppe_can_have_and_a_rainforest_more() -> None:
    assert rain_range("BWh") == (0, 490)
    assert rain_range("BSh") == (180, 980)
    assert rain_range("Af") == (720, None)
    assert rain_range("Aw") == (360, 2500)
    assert rain_range("Dfb") == (0, None)


@pytest.mark.parametrize("code", sorted(KOPPEN))
def test_a_class_alone_gives_its_default_zone_and_what_to_ask(code: str) -> None:
    found = ipcc_zone(code)
    assert found.code == KOPPEN[code].ipcc_default
    assert found.sure == "probably"
    assert found.question_code in DECIDING_QUESTIONS


def test_a_hot_steppe_is_settled_by_frost_and_altitude() -> None:
    assert ipcc_zone("BSh").question_code == "frost_days"
    low = ipcc_zone("BSh", altitude_m=250, rain_mm=450, frost_days=0)
    assert (low.code, low.sure, low.question_code) == ("tropical_dry", "yes", None)
    assert ipcc_zone("BSh", altitude_m=1500, frost_days=0).code == "tropical_montane"
    assert ipcc_zone("BSh", frost_days=20).code == "warm_temperate_dry"


def test_a_savanna_is_moist_or_dry_by_its_rain() -> None:
    assert ipcc_zone("Aw", 300, 800).code == "tropical_dry"
    assert ipcc_zone("Aw", 300, 1200).code == "tropical_moist"
    assert ipcc_zone("Aw", altitude_m=300).question_code == "rain"


def test_an_equatorial_highland_is_montane_when_it_is_warm_and_high() -> None:
    found = ipcc_zone("Cfb", altitude_m=1700, rain_mm=900, mean_temp_c=19, frost_days=0)
    assert (found.code, found.sure) == ("tropical_montane", "yes")
    assert ipcc_zone("Cfb", mean_temp_c=9).code == "cool_temperate_moist"


def test_facts_overrule_the_map() -> None:
    found = ipcc_zone("Af", mean_temp_c=-5)
    assert found.code.startswith("boreal")
    assert found.sure == "probably"


def test_growing_days_settle_the_wocat_zone() -> None:
    bounds = [(74, "arid"), (75, "semi_arid"), (179, "semi_arid"), (180, "sub_humid"),
              (269, "sub_humid"), (270, "humid")]  # fmt: skip
    for days, code in bounds:
        found = wocat_zone("Aw", growing_days=days)
        assert found is not None
        assert (found.code, found.sure) == (code, True)


def test_without_growing_days_the_wocat_zone_is_never_sure() -> None:
    dry, wet = wocat_zone("Aw", rain_mm=700), wocat_zone("Aw", rain_mm=1100)
    assert dry is not None
    assert wet is not None
    assert (dry.code, wet.code) == ("semi_arid", "sub_humid")
    assert not dry.sure
    cold = wocat_zone("Dfb")
    assert cold is not None
    assert cold.note_code == "cold_limited"
    assert wocat_zone("EF") is None
