"""Gates: what vetoes a practice on a piece of land, and what warns.

Two kinds of reasons. The practice's own limits (rain, slope, soil ...), each with its source. And
what the record as a whole says: made for another use of the land or another
source of water, or documented only in climates
unlike the asker's (distance of the climate part .30 or more). The second kind only warns.

What the asker did not tell never gates. Where she did not tell the rain, her climate's definition
bounds it, and only a bound that lies wholly outside counts.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from practices.records.codes import NUMBER_FACTORS
from practices.records.rules import documented_climates
from practices.records.structs import Facts, Limit
from practices.zones.koppen import KOPPEN
from practices.zones.land import LAND_USE, WATERS
from practices.zones.likeness import likeness
from practices.zones.rain import rain_range
from practices.zones.soils import DEPTHS
from practices.zones.zone import Zone

Verdict = Literal["fits", "may_not_fit", "cannot_work"]

SHALLOW_CM = 50
"""A soil the asker calls shallow; WOCAT's class "shallow" ends here (21-50 cm)."""
FROSTY_LATITUDE = 30
UNLIKE_CLIMATE = 0.30
"""Expert: on the climate part alone, rain forest is unlike steppe (.42) and boreal forest (.40),
steppe is not unlike savanna (.18) or dry highland (.28)."""
ANYTHING = (-math.inf, math.inf)
_LATITUDE_OF = {None: None, True: 0.0, False: 45.0}
"""Of latitude, likeness only asks whether a place lies between the tropics."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a practice cannot work, or may not fit: a code and the figures of its sentence."""

    code: str
    veto: bool
    data: dict[str, Any] = field(default_factory=dict, compare=False)
    source: str = ""


def reasons_against(facts: Facts, zone: Zone) -> list[Reason]:
    """Everything that speaks against a practice on this land, vetoes first."""
    found = [reason for limit in facts.limits if (reason := _broken(limit, zone))]
    found += _made_for_other_land(facts, zone)
    found += _made_for_other_water(facts, zone)
    found += _unlike_climates(facts, zone)
    return sorted(found, key=lambda reason: not reason.veto)


def verdict(reasons: Sequence[Reason]) -> Verdict:
    """The word for a list of reasons."""
    if any(reason.veto for reason in reasons):
        return "cannot_work"
    return "may_not_fit" if reasons else "fits"


def needs(facts: Facts) -> list[str]:
    """What a practice needs that no zone can tell: the codes of its `needs_` limits."""
    return [limit.factor for limit in facts.limits if limit.factor.startswith("needs_")]


def _broken(limit: Limit, zone: Zone) -> Reason | None:
    veto = limit.outside == "veto"
    if limit.factor in NUMBER_FACTORS:
        if not _outside(known_range(limit.factor, zone), limit):
            return None
        data = {"min": limit.min, "max": limit.max}
        return Reason(_number_code(limit), veto, data, limit.source)
    if limit.excluded:
        given = given_code(limit.factor, zone)
        if given is None or given not in limit.excluded:
            return None
        return Reason(f"{limit.factor}_excluded", veto, {"given": given}, limit.source)
    if troubled(limit.factor, zone):
        return Reason(limit.factor, veto, {}, limit.source)
    return None


def known_range(factor: str, zone: Zone) -> tuple[float, float]:
    """The range a number is known to lie in on this land: told, or bounded by the climate."""
    if factor == "soil_depth_cm":
        return (0, SHALLOW_CM) if zone.depth == DEPTHS[0] else ANYTHING
    told = getattr(zone, factor)
    if told is not None:
        return told, told
    if factor == "rain_mm" and zone.climate is not None:
        low, high = rain_range(zone.climate)
        return low, math.inf if high is None else high
    return ANYTHING


def _outside(bounds: tuple[float, float], limit: Limit) -> bool:
    low, high = bounds
    below = limit.min is not None and high < limit.min
    above = limit.max is not None and low > limit.max
    return below or above


def _number_code(limit: Limit) -> str:
    if limit.min is None:
        return f"{limit.factor}_max"
    return f"{limit.factor}_min" if limit.max is None else f"{limit.factor}_range"


def given_code(factor: str, zone: Zone) -> str | None:
    """The asker's climate, soil, texture or land use; sand is coarse even where not felt."""
    value: str | None = getattr(zone, factor)
    if factor == "texture" and value is None and zone.soil == "SAN":
        return "coarse"
    return value


def troubled(factor: str, zone: Zone) -> bool:
    """Whether the land is known to have the trouble, or to lack what the practice needs."""
    if factor == "waterlogging":
        return zone.floods is True
    if factor == "salinity":
        return zone.salty is True
    if factor == "stoniness":
        return zone.stony is True
    if factor == "frost":
        return has_frost(zone) is True
    if factor in ("needs_irrigation", "needs_water_control"):
        return zone.water == "rainfed" and zone.soil not in ("WET", "ORG") and not zone.floods
    if factor == "needs_machine":
        return zone.power == "hand"
    return False


def has_frost(zone: Zone) -> bool | None:
    """Whether it freezes: told, or certain from the climate.

    D and E: yes; A: no; C: yes from 30 degrees of latitude on, since the same class is also that of
    equatorial highlands; else not known.
    """
    if zone.frost is not None:
        return zone.frost
    if zone.climate is None:
        return None
    if zone.climate[0] in "DE":
        return True
    if zone.climate[0] == "C" and zone.lat is not None and abs(zone.lat) >= FROSTY_LATITUDE:
        return True
    return False if zone.climate[0] == "A" else None


def _made_for_other_land(facts: Facts, zone: Zone) -> Iterator[Reason]:
    """Warn where nothing the practice is made for grows on the asker's land."""
    if zone.land_use is not None and not compatible_uses(zone.land_use) & set(
        facts.context.land_uses
    ):
        yield Reason("other_land_use", veto=False, data={"land_use": facts.context.land_uses[0]})


@cache
def compatible_uses(land_use: str) -> frozenset[str]:
    """Land uses a practice may be made for to be of use on land of this use.

    The same use, the same group (C, G, F, X), or one on which something alike grows: crops,
    pasture or trees.
    """
    held = LAND_USE[land_use].holds
    return frozenset(
        code for code, use in LAND_USE.items() if code[0] == land_use[0] or held & use.holds
    )


def _made_for_other_water(facts: Facts, zone: Zone) -> Iterator[Reason]:
    """Warn where a practice is only for rain-fed land and hers is irrigated, or the reverse."""
    waters = facts.context.water
    if zone.water is not None and waters and not compatible_waters(zone.water) & set(waters):
        yield Reason("other_water", veto=False, data={"water": waters[0]})


def compatible_waters(water: str) -> frozenset[str]:
    """Waterings a practice may be made for to suit land watered in this way."""
    both = frozenset({"supplementary"})
    return frozenset(WATERS) if water == "supplementary" else both | {water}


def _unlike_climates(facts: Facts, zone: Zone) -> Iterator[Reason]:
    """Warn where every climate the practice is documented in is unlike the asker's."""
    documented = documented_climates(facts)
    if zone.climate is None or not documented:
        return
    if not near_climates(zone) & set(documented):
        yield Reason("unlike_climate", veto=False, data={"climate": KOPPEN[documented[0]].name})


def near_climates(zone: Zone) -> frozenset[str]:
    """Köppen classes that are not unlike the asker's (`UNLIKE_CLIMATE`)."""
    return _near(zone.climate, zone.tropical)


@cache
def _near(climate: str | None, tropical: bool | None) -> frozenset[str]:
    here = Zone(climate=climate, lat=_LATITUDE_OF[tropical])
    distances = {code: likeness(here, Zone(climate=code)).distance for code in KOPPEN}
    return frozenset(
        code
        for code, distance in distances.items()
        if distance is not None and distance < UNLIKE_CLIMATE
    )
