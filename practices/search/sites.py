"""Where the practices of a table were tried, and how like the asker's land those sites are."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from practices.feasibility.rules import near_climates
from practices.feasibility.table import climate_bits
from practices.records.structs import Evidence
from practices.runs import Places, rows_of
from practices.zones.likeness import BANDS
from practices.zones.table import ZoneTable
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float64]
LEAST_KNOWN = 0.35
"""Share of the comparison both sides must know: without the climate nothing is called alike."""
LIKE, SIMILAR = BANDS[0][0], BANDS[1][0]
UNKNOWN = Zone()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a practice was tried, seen from the asker's land. `distance` None: not known."""

    distance: float | None
    sites: int
    like: int
    similar: int


NOWHERE = Provenance(distance=None, sites=0, like=0, similar=0)


class SiteTable:
    """The sites of all practices; sites of one practice at one spot count once.

    A site whose climate is unlike the asker's is at best partly similar, whatever its soil and use:
    the gates say of such climates that nothing is known to work there.

    Zones that occur often are kept, and compared, once.
    """

    def __init__(self) -> None:
        self._numbers: dict[Zone, int] = {}
        self._zones, self._ends = array("i"), array("i")

    def add(self, evidence: Iterable[Evidence]) -> None:
        """Append the sites of the next practice; to be done before anything is asked."""
        spots = {_spot(row): _zone(row) for row in evidence if _zone(row) != UNKNOWN}
        for zone in spots.values():
            self._zones.append(self._numbers.setdefault(zone, len(self._numbers)))
        self._ends.append(len(self._zones))

    def nearest(self, zone: Zone, places: Places) -> Floats:
        """Distance of each practice's nearest site; NaN where none is known. Shape (places,)."""
        each, sizes = self._distances(zone, places)
        nearest = np.full(len(places), np.inf)
        tried = np.flatnonzero(sizes)
        if len(tried):
            starts = (np.cumsum(sizes) - sizes)[tried]
            nearest[tried] = np.minimum.reduceat(np.nan_to_num(each, nan=np.inf), starts)
        nearest[np.isinf(nearest)] = np.nan
        return nearest

    def provenance(self, zone: Zone, places: Places) -> list[Provenance]:
        """On how many sites practices were tried, and how many of them are like the asker's."""
        each, sizes = self._distances(zone, places)
        return [_provenance(sites) for sites in np.split(each, np.cumsum(sizes))[: len(places)]]

    @cached_property
    def _table(self) -> ZoneTable:
        return ZoneTable.of([*self._numbers])

    @cached_property
    def _climates(self) -> npt.NDArray[np.int64]:
        """One bit a zone: its climate; none where it is not known."""
        bits = [climate_bits([zone.climate] if zone.climate else []) for zone in self._numbers]
        return np.array(bits, dtype=np.int64)

    def _distances(self, zone: Zone, places: Places) -> tuple[Floats, Places]:
        """Distances of the sites of some practices, run after run; and how many each has.

        NaN where too little is known to tell.
        """
        ends = np.frombuffer(self._ends, dtype=np.int32).astype(np.int64)
        sizes = np.diff(ends, prepend=0)[places]
        rows = rows_of(ends[places] - sizes, sizes)
        zones = np.frombuffer(self._zones, dtype=np.int32)[rows]
        # Of many sites the zones are fewer, so each of them is compared once.
        few = len(zones) < len(self._table)
        distances, known = (self._table.at(zones) if few else self._table).compare(zone)
        each = np.where(known >= LEAST_KNOWN, distances, np.nan).astype(np.float64)
        if not few:
            each = each[zones]
        if zone.climate is not None:
            unlike = self._climates[zones] & ~np.int64(climate_bits(near_climates(zone))) != 0
            each[unlike] = np.maximum(each[unlike], SIMILAR)
        return each, sizes


def _provenance(distances: Floats) -> Provenance:
    known = distances[~np.isnan(distances)]
    like = int((known < LIKE).sum())
    return Provenance(
        distance=float(known.min()) if len(known) else None,
        sites=len(distances),
        like=like,
        similar=int((known < SIMILAR).sum()) - like,
    )


def _zone(row: Evidence) -> Zone:
    return Zone(climate=row.zone.climate, soil=row.zone.soil, land_use=row.zone.land_use)


def _spot(row: Evidence) -> tuple[object, ...]:
    return row.site.country, row.site.lat, row.site.lon, row.zone.climate, row.zone.soil
