"""The gates of many practices at once: the same verdicts as `rules`, by numpy."""

from collections.abc import Sequence

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
from practices.records.codes import CODE_FACTORS, NUMBER_FACTORS
from practices.records.rules import documented_climates
from practices.records.structs import Facts, Limit
from practices.zones.koppen import KOPPEN
from practices.zones.land import LAND_USE, WATERS
from practices.zones.soils import SOILS, TEXTURES
from practices.zones.zone import Zone

FITS, MAY_NOT_FIT, CANNOT_WORK = 0, 1, 2
Places = npt.NDArray[np.int64]

_BITS: dict[str, dict[str, int]] = {
    "climate": {code: 1 << place for place, code in enumerate(KOPPEN)},
    "soil": {code: 1 << place for place, code in enumerate(SOILS)},
    "texture": {code: 1 << place for place, code in enumerate(TEXTURES)},
    "water": {code: 1 << place for place, code in enumerate(WATERS)},
    "land_use": {code: 1 << place for place, code in enumerate(LAND_USE)},
}


class GateTable:
    """Limits, land uses and climates of practices, ready to be held against any zone."""

    def __init__(self, practices: Sequence[Facts]) -> None:
        limits: list[Limit] = []
        starts = [0]
        for facts in practices:
            limits += facts.limits
            starts.append(len(limits))
        self._starts = np.array(starts, dtype=np.int64)
        self._factors = sorted({limit.factor for limit in limits})
        place = {factor: number for number, factor in enumerate(self._factors)}
        self._factor = np.array([place[limit.factor] for limit in limits], dtype=np.int64)
        self._min = np.array([_or(limit.min, -np.inf) for limit in limits], dtype=np.float64)
        self._max = np.array([_or(limit.max, np.inf) for limit in limits], dtype=np.float64)
        self._excluded = np.array(
            [_mask(limit.factor, limit.excluded) for limit in limits], np.int64
        )
        self._level = np.array(
            [CANNOT_WORK if limit.outside == "veto" else MAY_NOT_FIT for limit in limits],
            dtype=np.int8,
        )
        contexts = [facts.context for facts in practices]
        self._uses = np.array([_mask("land_use", one.land_uses) for one in contexts], np.int64)
        self._waters = np.array([_mask("water", one.water) for one in contexts], np.int64)
        self._climates = np.array(
            [_mask("climate", documented_climates(one)) for one in practices], np.int64
        )

    def verdicts(self, zone: Zone, places: Places) -> npt.NDArray[np.int8]:
        """0 fits, 1 may not fit, 2 cannot work, for the practices at `places`. Shape (places,)."""
        level = np.zeros(len(places), dtype=np.int8)
        if zone.land_use is not None:
            fine = _mask("land_use", compatible_uses(zone.land_use))
            level[(self._uses[places] & fine) == 0] = MAY_NOT_FIT
        if zone.water is not None:
            waters = self._waters[places]
            fine = _mask("water", compatible_waters(zone.water))
            level[(waters != 0) & ((waters & fine) == 0)] = MAY_NOT_FIT
        if zone.climate is not None:
            climates = self._climates[places]
            near = _mask("climate", near_climates(zone))
            level[(climates != 0) & ((climates & near) == 0)] = MAY_NOT_FIT
        self._apply_limits(zone, places, level)
        return level

    def _apply_limits(self, zone: Zone, places: Places, level: npt.NDArray[np.int8]) -> None:
        counts = self._starts[places + 1] - self._starts[places]
        owners = np.repeat(np.arange(len(places)), counts)
        if not len(owners):
            return
        before = np.cumsum(counts) - counts
        rows = np.arange(len(owners)) - before[owners] + self._starts[places][owners]
        factor = self._factor[rows]
        low, high, bits, trouble = self._asker(zone)
        broken = (
            (high[factor] < self._min[rows])
            | (low[factor] > self._max[rows])
            | ((bits[factor] & self._excluded[rows]) != 0)
            | trouble[factor]
        )
        np.maximum.at(level, owners[broken], self._level[rows[broken]])

    def _asker(
        self, zone: Zone
    ) -> tuple[
        npt.NDArray[np.float64],
        npt.NDArray[np.float64],
        npt.NDArray[np.int64],
        npt.NDArray[np.bool_],
    ]:
        """What is known of the asker's land, one entry a factor."""
        ranges = [
            known_range(factor, zone) if factor in NUMBER_FACTORS else ANYTHING
            for factor in self._factors
        ]
        given = [
            given_code(factor, zone) if factor in CODE_FACTORS else None for factor in self._factors
        ]
        return (
            np.array([low for low, _ in ranges], dtype=np.float64),
            np.array([high for _, high in ranges], dtype=np.float64),
            np.array(
                [
                    _mask(factor, [code] if code else [])
                    for factor, code in zip(self._factors, given, strict=True)
                ],
                dtype=np.int64,
            ),
            np.array([troubled(factor, zone) for factor in self._factors], dtype=np.bool_),
        )


def _or(value: float | None, other: float) -> float:
    return other if value is None else value


def _mask(factor: str, codes: Sequence[str] | frozenset[str]) -> int:
    bits = _BITS.get(factor, {})
    return sum(bits[code] for code in set(codes) if code in bits)
