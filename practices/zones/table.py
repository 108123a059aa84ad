"""Many zones side by side, to compare one zone with all of them at once."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from practices.zones.koppen import KOPPEN_CLASSES
from practices.zones.land import CROP_GROUPS, LAND_USES, POWERS, WATERS
from practices.zones.likeness import (
    PART_WEIGHTS,
    Weighted,
    climate_sums,
    farming_sums,
    soil_sums,
)
from practices.zones.soils import DEPTHS, DRAINAGES, SOILS, TEXTURES
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int16]

_CLIMATES = (None, *(known.code for known in KOPPEN_CLASSES))
_LATITUDES = (None, 0.0, 45.0)
_SOILS = (None, *SOILS)
_TEXTURES = (None, *TEXTURES)
_DRAINAGES = (None, *DRAINAGES)
_DEPTHS = (None, *DEPTHS)
_LAND_USES = (None, *(use.code for use in LAND_USES))
_WATERS = (None, *WATERS)
_POWERS = (None, *POWERS)

# What a table column can hold, in the order of its codes: one zone for each combination.
_CLIMATE_ZONES = [Zone(climate=climate, lat=lat) for climate in _CLIMATES for lat in _LATITUDES]
_SOIL_ZONES = [
    Zone(soil=soil, texture=texture, drainage=drainage, depth=depth)
    for soil in _SOILS
    for texture in _TEXTURES
    for drainage in _DRAINAGES
    for depth in _DEPTHS
]
_WORK_ZONES = [
    Zone(land_use=use, water=water, power=power)
    for use in _LAND_USES
    for water in _WATERS
    for power in _POWERS
]
_CROP_ZONES = [
    Zone(crops=frozenset(group for group in CROP_GROUPS if bits >> (group - 1) & 1))
    for bits in range(1 << len(CROP_GROUPS))
]


class ZoneTable:
    """The zones of many records, packed into four small columns (8 bytes a zone)."""

    def __init__(self, climate: Codes, soil: Codes, work: Codes, crops: Codes) -> None:
        self._climate, self._soil, self._work, self._crops = climate, soil, work, crops

    @classmethod
    def of(cls, zones: Sequence[Zone]) -> "ZoneTable":
        """The table of these zones, in their order."""
        makers = (_climate_code, _soil_code, _work_code, _crops_code)
        return cls(*(np.array([code(zone) for zone in zones], np.int16) for code in makers))

    def __len__(self) -> int:
        return len(self._climate)

    def at(self, rows: npt.NDArray[np.integer]) -> "ZoneTable":
        """The zones at some rows, in that order; a row may come more than once."""
        columns = (self._climate, self._soil, self._work, self._crops)
        return ZoneTable(*(column[rows] for column in columns))

    def distances(self, zone: Zone) -> Floats:
        """Distance of every zone of the table from `zone`, as `likeness` tells it.

        Shape (len(table),), float32 in [0, 1]; NaN where nothing is known on both sides.
        """
        return self.compare(zone)[0]

    def compare(self, zone: Zone) -> tuple[Floats, Floats]:
        """Distances, and the share of the comparison that both sides know (0 .. 1)."""
        climate = _looked_up(_to_climates(_CLIMATE_ZONES[_climate_code(zone)]), self._climate)
        soil = _looked_up(_to_soils(_SOIL_ZONES[_soil_code(zone)]), self._soil)
        work = _looked_up(_to_works(_WORK_ZONES[_work_code(zone)]), self._work)
        crops = _looked_up(_to_crops(_CROP_ZONES[_crops_code(zone)]), self._crops)
        farming = (work[0] + crops[0], work[1] + crops[1])
        total = np.zeros(len(self), dtype=np.float32)
        weights = np.zeros(len(self), dtype=np.float32)
        share = np.zeros(len(self), dtype=np.float32)
        for weight, (sums, known) in zip(
            PART_WEIGHTS.values(), (climate, soil, farming), strict=True
        ):
            mean = np.divide(sums, known, out=np.zeros_like(sums), where=known > 0)
            total += np.float32(weight) * mean
            weights += np.float32(weight) * (known > 0)
            share += np.float32(weight) * known
        unknown = np.full(len(self), np.nan, dtype=np.float32)
        distance = np.divide(total, weights, out=unknown, where=weights > 0)
        return np.minimum(distance, 1, out=distance), np.minimum(share, 1, out=share)


def _looked_up(sums: tuple[Floats, Floats], column: Codes) -> tuple[Floats, Floats]:
    return sums[0].take(column), sums[1].take(column)


def _sums_table(sums: list[Weighted]) -> tuple[Floats, Floats]:
    table = np.array(sums, dtype=np.float32)
    return np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1])


@lru_cache(maxsize=len(_CLIMATE_ZONES))
def _to_climates(zone: Zone) -> tuple[Floats, Floats]:
    return _sums_table([climate_sums(zone, one) for one in _CLIMATE_ZONES])


@lru_cache(maxsize=256)
def _to_soils(zone: Zone) -> tuple[Floats, Floats]:
    return _sums_table([soil_sums(zone, one) for one in _SOIL_ZONES])


@lru_cache(maxsize=256)
def _to_works(zone: Zone) -> tuple[Floats, Floats]:
    return _sums_table([farming_sums(zone, one) for one in _WORK_ZONES])


@lru_cache(maxsize=256)
def _to_crops(zone: Zone) -> tuple[Floats, Floats]:
    return _sums_table([farming_sums(zone, one) for one in _CROP_ZONES])


def _climate_code(zone: Zone) -> int:
    latitude = {None: 0, True: 1, False: 2}[zone.tropical]
    return _CLIMATES.index(zone.climate) * len(_LATITUDES) + latitude


def _soil_code(zone: Zone) -> int:
    code = _SOILS.index(zone.soil)
    code = code * len(_TEXTURES) + _TEXTURES.index(zone.texture)
    code = code * len(_DRAINAGES) + _DRAINAGES.index(zone.drainage)
    return code * len(_DEPTHS) + _DEPTHS.index(zone.depth)


def _work_code(zone: Zone) -> int:
    code = _LAND_USES.index(zone.land_use)
    code = code * len(_WATERS) + _WATERS.index(zone.water)
    return code * len(_POWERS) + _POWERS.index(zone.power)


def _crops_code(zone: Zone) -> int:
    return sum(1 << (group - 1) for group in zone.crops)
