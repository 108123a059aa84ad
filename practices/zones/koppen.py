"""The Köppen-Geiger classes of Beck et al. 2018 and their scores.

Classes and map numbers: Beck et al. 2018, Scientific Data 5:180214, Table 2. "As" has no number
there (it is counted as "Aw") but people and other sources use it. The scores of rain, heat, cold
and season, and the IPCC climate zones of a class, are expert assignments, not calibrated.
"""

from dataclasses import dataclass
from typing import Literal

from core.words import N_

Season = Literal["N", "W", "S"]


@dataclass(frozen=True, slots=True)
class KoppenClass:
    """One class. `number` is the value in the map of Beck et al. 2018.

    `rain` 0 arid .. 3 humid, `summer_heat` 0 cold .. 4 hot, `winter_cold` 0 none .. 4 severe,
    `season` N no dry season, W dry winter, S dry summer. `ipcc_default` is the IPCC climate zone
    most of the class lies in, `ipcc_alternates` the others it reaches.
    """

    code: str
    number: int | None
    name: str
    rain: int
    summer_heat: int
    winter_cold: int
    season: Season
    ipcc_default: str
    ipcc_alternates: tuple[str, ...]


# fmt: off
KOPPEN_CLASSES: tuple[KoppenClass, ...] = (
    KoppenClass("Af", 1, N_("Tropical rainforest"), 3, 4, 0, "N",
                "tropical_wet", ("tropical_moist", "tropical_montane")),
    KoppenClass("Am", 2, N_("Tropical monsoon"), 3, 4, 0, "W",
                "tropical_wet", ("tropical_moist", "tropical_montane")),
    KoppenClass("Aw", 3, N_("Tropical savanna, dry winter"), 2, 4, 0, "W",
                "tropical_moist", ("tropical_dry", "tropical_montane")),
    KoppenClass("As", None, N_("Tropical savanna, dry summer"), 2, 4, 0, "S",
                "tropical_moist", ("tropical_dry", "tropical_montane")),
    KoppenClass("BWh", 4, N_("Hot desert"), 0, 4, 1, "W", "tropical_dry", ("warm_temperate_dry",)),
    KoppenClass("BWk", 5, N_("Cold desert"), 0, 2, 3, "N",
                "warm_temperate_dry", ("cool_temperate_dry",)),
    KoppenClass("BSh", 6, N_("Hot steppe"), 1, 4, 1, "W",
                "tropical_dry", ("warm_temperate_dry", "tropical_montane")),
    KoppenClass("BSk", 7, N_("Cold steppe"), 1, 2, 3, "N",
                "cool_temperate_dry", ("warm_temperate_dry", "boreal_dry")),
    KoppenClass("Csa", 8, N_("Mediterranean hot summer"), 1, 3, 1, "S",
                "warm_temperate_dry", ("warm_temperate_moist", "tropical_dry")),
    KoppenClass("Csb", 9, N_("Mediterranean warm summer"), 2, 2, 2, "S",
                "warm_temperate_dry", ("warm_temperate_moist", "cool_temperate_moist")),
    KoppenClass("Csc", 10, N_("Mediterranean cold summer"), 2, 1, 2, "S",
                "cool_temperate_moist", ("cool_temperate_dry", "boreal_moist")),
    KoppenClass("Cwa", 11, N_("Subtropical, dry winter"), 2, 3, 1, "W",
                "warm_temperate_moist",
                ("tropical_moist", "warm_temperate_dry", "tropical_montane")),
    KoppenClass("Cwb", 12, N_("Subtropical highland, dry winter"), 2, 2, 2, "W",
                "warm_temperate_moist", ("tropical_montane", "warm_temperate_dry")),
    KoppenClass("Cwc", 13, N_("Cold subtropical highland"), 2, 1, 2, "W",
                "cool_temperate_moist", ("cool_temperate_dry",)),
    KoppenClass("Cfa", 14, N_("Humid subtropical"), 3, 3, 1, "N",
                "warm_temperate_moist", ("tropical_moist",)),
    KoppenClass("Cfb", 15, N_("Oceanic / equatorial highland"), 3, 2, 2, "N",
                "warm_temperate_moist", ("cool_temperate_moist", "tropical_montane")),
    KoppenClass("Cfc", 16, N_("Subpolar oceanic"), 3, 1, 2, "N",
                "cool_temperate_moist", ("boreal_moist",)),
    KoppenClass("Dsa", 17, N_("Cold, dry summer"), 2, 2, 3, "S",
                "cool_temperate_dry", ("cool_temperate_moist",)),
    KoppenClass("Dsb", 18, N_("Cold, dry summer"), 2, 1, 3, "S",
                "cool_temperate_dry", ("cool_temperate_moist",)),
    KoppenClass("Dsc", 19, N_("Cold, dry summer"), 2, 0, 4, "S",
                "boreal_moist", ("boreal_dry", "cool_temperate_moist")),
    KoppenClass("Dsd", 20, N_("Cold, dry summer"), 2, 0, 4, "S", "boreal_dry", ("boreal_moist",)),
    KoppenClass("Dwa", 21, N_("Cold, dry winter"), 2, 2, 3, "W",
                "cool_temperate_moist",
                ("warm_temperate_moist", "warm_temperate_dry", "cool_temperate_dry")),
    KoppenClass("Dwb", 22, N_("Cold, dry winter"), 2, 1, 3, "W",
                "cool_temperate_moist", ("cool_temperate_dry", "boreal_moist")),
    KoppenClass("Dwc", 23, N_("Cold, dry winter"), 2, 0, 4, "W",
                "boreal_moist", ("boreal_dry", "cool_temperate_moist")),
    KoppenClass("Dwd", 24, N_("Cold, dry winter"), 2, 0, 4, "W", "boreal_dry", ("boreal_moist",)),
    KoppenClass("Dfa", 25, N_("Cold, no dry season"), 3, 2, 3, "N",
                "cool_temperate_moist",
                ("warm_temperate_moist", "warm_temperate_dry", "cool_temperate_dry")),
    KoppenClass("Dfb", 26, N_("Cold, no dry season"), 3, 1, 3, "N",
                "cool_temperate_moist", ("cool_temperate_dry", "boreal_moist")),
    KoppenClass("Dfc", 27, N_("Cold, no dry season"), 3, 0, 4, "N",
                "boreal_moist", ("boreal_dry", "cool_temperate_moist")),
    KoppenClass("Dfd", 28, N_("Cold, no dry season"), 3, 0, 4, "N",
                "boreal_dry", ("boreal_moist",)),
    KoppenClass("ET", 29, N_("Tundra / high alpine"), 2, 0, 4, "N",
                "polar_moist", ("polar_dry", "boreal_moist", "cool_temperate_moist")),
    KoppenClass("EF", 30, N_("Ice cap"), 1, 0, 4, "N", "polar_dry", ("polar_moist",)),
)
# fmt: on

KOPPEN: dict[str, KoppenClass] = {known.code: known for known in KOPPEN_CLASSES}
KOPPEN_BY_NUMBER: dict[int, KoppenClass] = {
    known.number: known for known in KOPPEN_CLASSES if known.number is not None
}
