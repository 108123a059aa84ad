"""How land is used and worked: land uses, crop groups, water and power.

Land uses: WOCAT questionnaire on SLM technologies. Crop groups: FAO Indicative Crop Classification,
World Programme for the Census of Agriculture 2020. Distances: expert, not calibrated.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from core.words import N_

Water = Literal["rainfed", "supplementary", "irrigated"]
Power = Literal["hand", "animal", "machine"]
WATERS: tuple[Water, ...] = get_args(Water)
POWERS: tuple[Power, ...] = get_args(Power)


@dataclass(frozen=True, slots=True)
class LandUse:
    """A WOCAT land use. `holds` names what grows on it: crops, pasture, trees."""

    code: str
    name: str
    parent: str | None
    holds: frozenset[str]


_CROPS = frozenset({"crops"})
_PASTURE = frozenset({"pasture"})
_TREES = frozenset({"trees"})

LAND_USES: tuple[LandUse, ...] = (
    LandUse("C", N_("Cropland"), None, _CROPS),
    LandUse("Ca", N_("Annual crops"), "C", _CROPS),
    LandUse("Cp", N_("Perennial crops that are not woody"), "C", _CROPS),
    LandUse("Ct", N_("Tree and shrub crops"), "C", _CROPS),
    LandUse("G", N_("Grazing land"), None, _PASTURE),
    LandUse("Ge", N_("Extensive grazing"), "G", _PASTURE),
    LandUse("Gi", N_("Intensive grazing or fodder"), "G", _PASTURE),
    LandUse("F", N_("Forest and woodland"), None, _TREES),
    LandUse("Fn", N_("Natural or semi-natural forest"), "F", _TREES),
    LandUse("Fp", N_("Planted forest"), "F", _TREES),
    LandUse("X", N_("Mixed land use"), None, frozenset()),
    LandUse("Xf", N_("Crops with trees"), "X", _CROPS | _TREES),
    LandUse("Xp", N_("Crops with grazing"), "X", _CROPS | _PASTURE),
    LandUse("Xa", N_("Crops, trees and grazing"), "X", _CROPS | _TREES | _PASTURE),
    LandUse("Xs", N_("Trees with grazing"), "X", _TREES | _PASTURE),
    LandUse("W", N_("Water and wetland"), None, frozenset({"water"})),
    LandUse("O", N_("Other land"), None, frozenset({"other"})),
)
LAND_USE: dict[str, LandUse] = {use.code: use for use in LAND_USES}

CROP_GROUPS: dict[int, str] = {
    1: N_("Cereals"),
    2: N_("Vegetables and melons"),
    3: N_("Fruit and nuts"),
    4: N_("Oil crops"),
    5: N_("Roots and tubers"),
    6: N_("Stimulants, spices and aromatic crops"),
    7: N_("Legumes"),
    8: N_("Sugar crops"),
    9: N_("Fodder, fibre and other crops"),
}
WATER_NAMES: dict[Water, str] = {
    "rainfed": N_("Rain only"),
    "supplementary": N_("Rain, and some irrigation"),
    "irrigated": N_("Irrigation"),
}
POWER_NAMES: dict[Power, str] = {
    "hand": N_("Hand tools"),
    "animal": N_("Animals"),
    "machine": N_("Machines"),
}

_PARENT_AND_CHILD = 0.15
_SISTERS = 0.3
_MIXED_UNSPECIFIED = 0.5


def land_use_distance(a: str, b: str) -> float:
    """How far two land uses are from each other, 0 the same .. 1 nothing in common.

    The same 0; a use and the wider one it belongs to .15; two kinds of cropland, of grazing or of
    forest .30; mixed land whose mix is not told, .50 from anything but itself and its own kinds;
    otherwise the share of crops, pasture and trees that only one of the two holds.

    Raises:
        KeyError: no such land use.
    """
    one, other = LAND_USE[a], LAND_USE[b]
    if one is other:
        return 0.0
    if one.code == other.parent or other.code == one.parent:
        return _PARENT_AND_CHILD
    if "X" in (one.code, other.code):
        return _MIXED_UNSPECIFIED
    if one.holds == other.holds:
        return _SISTERS
    return 1 - len(one.holds & other.holds) / len(one.holds | other.holds)
