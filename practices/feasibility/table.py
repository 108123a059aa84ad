"""The gates of many practices at once: the same verdicts as `rules`, by numpy."""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import get_args

import numpy as np
import numpy.typing as npt

from practices.feasibility.rules import (
    ANYTHING,
    compatible_uses,
    compatible_waters,
    given_code,
    known_range,
    near_climates,
    troubled,
)
from practices.records.codes import CODE_FACTORS, NUMBER_FACTORS, Factor
from practices.records.rules import documented_climates
from practices.records.structs import Facts, Limit
from practices.zones.koppen import KOPPEN
from practices.zones.land import LAND_USE, WATERS
from practices.zones.soils import SOILS, TEXTURES
from practices.zones.zone import Zone

FITS, MAY_NOT_FIT, CANNOT_WORK = 0, 1, 2
_LEVEL = {"warn": MAY_NOT_FIT, "veto": CANNOT_WORK}
Counts = npt.NDArray[np.int8]
Places = npt.NDArray[np.int64]

_BITS: dict[str, dict[str, int]] = {
    "climate": {code: 1 << place for place, code in enumerate(KOPPEN)},
    "soil": {code: 1 << place for place, code in enumerate(SOILS)},
    "texture": {code: 1 << place for place, code in enumerate(TEXTURES)},
    "water": {code: 1 << place for place, code in enumerate(WATERS)},
    "land_use": {code: 1 << place for place, code in enumerate(LAND_USE)},
}
_TROUBLES = {
    factor: 1 << place
    for place, factor in enumerate(sorted({*get_args(Factor)} - NUMBER_FACTORS - CODE_FACTORS))
}


class GateTable:
    """Limits, land uses and climates of practices, ready to be held against any zone."""

    def __init__(self, practices: Iterable[Facts]) -> None:
        self._contexts = {factor: array("q") for factor in ("land_use", "water", "climate")}
        self._limits = {level: _Limits() for level in (MAY_NOT_FIT, CANNOT_WORK)}
        for facts in practices:
            self._contexts["land_use"].append(_mask("land_use", facts.context.land_uses))
            self._contexts["water"].append(_mask("water", facts.context.water))
            self._contexts["climate"].append(_mask("climate", documented_climates(facts)))
            for level, limits in self._limits.items():
                limits.add([limit for limit in facts.limits if _LEVEL[limit.outside] == level])

    def against(self, zone: Zone, places: Places) -> tuple[Counts, Counts]:
        """How many warnings, and how many vetoes, speak against the practices at `places`.

        Shapes (places,). Several limits of one practice on one factor count once.
        """
        warnings, vetoes = (limits.broken(zone, places) for limits in self._limits.values())
        for factor, fine in _suiting(zone).items():
            made_for = np.frombuffer(self._contexts[factor], dtype=np.int64)[places]
            warnings += (made_for != 0) & ((made_for & fine) == 0)
        return warnings, vetoes

    def verdicts(self, zone: Zone, places: Places) -> Counts:
        """0 fits, 1 may not fit, 2 cannot work, for the practices at `places`. Shape (places,)."""
        return verdicts_of(*self.against(zone, places))


def verdicts_of(warnings: Counts, vetoes: Counts) -> Counts:
    """0 fits, 1 may not fit, 2 cannot work, for numbers of warnings and vetoes."""
    return np.where(vetoes > 0, CANNOT_WORK, np.where(warnings > 0, MAY_NOT_FIT, FITS)).astype(
        np.int8
    )


class _Limits:
    """Limits of one level, a row a practice; several of one factor are one, the narrowest."""

    def __init__(self) -> None:
        self._low = {factor: array("d") for factor in NUMBER_FACTORS}
        self._high = {factor: array("d") for factor in NUMBER_FACTORS}
        self._excluded = {factor: array("q") for factor in CODE_FACTORS}
        self._troubles = array("q")

    def add(self, limits: Sequence[Limit]) -> None:
        """Append the limits of the next practice."""
        low = dict.fromkeys(NUMBER_FACTORS, -math.inf)
        high = dict.fromkeys(NUMBER_FACTORS, math.inf)
        excluded, troubles = dict.fromkeys(CODE_FACTORS, 0), 0
        for limit in limits:
            factor = limit.factor
            if factor in NUMBER_FACTORS:
                low[factor] = max(low[factor], -math.inf if limit.min is None else limit.min)
                high[factor] = min(high[factor], math.inf if limit.max is None else limit.max)
            elif factor in CODE_FACTORS:
                excluded[factor] |= _mask(factor, limit.excluded)
            else:
                troubles |= _TROUBLES[factor]
        for number in NUMBER_FACTORS:
            self._low[number].append(low[number])
            self._high[number].append(high[number])
        for code in CODE_FACTORS:
            self._excluded[code].append(excluded[code])
        self._troubles.append(troubles)

    def broken(self, zone: Zone, places: Places) -> Counts:
        """On how many factors the zone is known to break a limit of each. Shape (places,)."""
        broken = np.zeros(len(places), dtype=np.int8)
        known = sum(bit for factor, bit in _TROUBLES.items() if troubled(factor, zone))
        broken += np.bitwise_count(np.frombuffer(self._troubles, np.int64)[places] & known).astype(
            np.int8
        )
        for factor in NUMBER_FACTORS:
            low, high = known_range(factor, zone)
            if (low, high) != ANYTHING:
                below = high < np.frombuffer(self._low[factor])[places]
                broken += below | (low > np.frombuffer(self._high[factor])[places])
        for factor, masks in self._excluded.items():
            given = given_code(factor, zone)
            if given is not None:
                bit = _mask(factor, [given])
                broken += (np.frombuffer(masks, dtype=np.int64)[places] & bit) != 0
        return broken


def climate_bits(climates: Iterable[str]) -> int:
    """Köppen classes as one number, a bit each."""
    return _mask("climate", climates)


def _suiting(zone: Zone) -> dict[str, int]:
    """By what is known of the zone: what a practice may be made for to suit it."""
    fine: dict[str, frozenset[str]] = {}
    if zone.land_use is not None:
        fine["land_use"] = compatible_uses(zone.land_use)
    if zone.water is not None:
        fine["water"] = compatible_waters(zone.water)
    if zone.climate is not None:
        fine["climate"] = near_climates(zone)
    return {factor: _mask(factor, codes) for factor, codes in fine.items()}


def _mask(factor: str, codes: Iterable[str]) -> int:
    bits = _BITS[factor]
    return sum(bits[code] for code in set(codes) if code in bits)
