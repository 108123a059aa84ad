"""All published practices side by side in memory: what ranking, gates and facets need of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from practices.effects.rules import OUTCOMES, Effect, EffectTable, Farming, Result
from practices.effects.rules import Interest as EffectInterest
from practices.feasibility.table import GateTable
from practices.records import rules
from practices.records.queries import EvidenceResult
from practices.records.structs import Facts
from practices.search.documents import FACETS, facet_values
from practices.search.ranking import Interest
from practices.zones.likeness import BANDS as LIKENESS_BANDS
from practices.zones.table import ZoneTable
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
LEAST_KNOWN = 0.35
"""Share of the comparison both sides must know: without the climate nothing is called alike."""
RELATING = ("slm_group", "problem")
"""Facets whose values make practices related."""
LIKE, SIMILAR = LIKENESS_BANDS[0][0], LIKENESS_BANDS[1][0]


@dataclass(frozen=True, slots=True)
class TableRow:
    """What the table is built from, for one practice."""

    number: int
    facts: Facts
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a practice was tried, seen from the asker's land. `distance` None: not known."""

    distance: float | None
    sites: int
    like: int
    similar: int


class PracticeTable:
    """One column set for all practices. A `place` is a position in it, by rising number."""

    def __init__(self, rows: Iterable[TableRow], evidence: Sequence[EvidenceResult]) -> None:
        kept = sorted(rows, key=lambda row: row.number)
        self.numbers = np.array([row.number for row in kept], dtype=np.int64)
        self._gates = GateTable([row.facts for row in kept])
        self._columns: dict[Interest, Floats] = {
            "water": _column(rules.water_value(row.facts) for row in kept),
            "work": -_column(rules.days_per_ha(row.facts) for row in kept),
            "cost": -_column(rules.usd_per_ha(row.facts) for row in kept),
        }
        self._postings = _postings(kept)
        numbers = [row.number for row in kept]
        self.effects: dict[EffectInterest, EffectTable] = {
            interest: EffectTable(interest, _results(evidence, outcomes), numbers)
            for interest, outcomes in OUTCOMES.items()
        }
        self._sites = _Sites(kept, evidence, self.numbers)
        self.means = lru_cache(maxsize=256)(self._means)
        self.distances = lru_cache(maxsize=64)(self._sites.nearest)

    def __len__(self) -> int:
        return len(self.numbers)

    def places(self, numbers: npt.NDArray[np.int64]) -> Places:
        """Places of practice numbers; numbers the table does not have are left out."""
        found = np.searchsorted(self.numbers, numbers)
        found = np.minimum(found, max(len(self.numbers) - 1, 0))
        known = self.holds(numbers)
        places: Places = found[known]
        return places

    def holds(self, numbers: npt.NDArray[np.int64]) -> Mask:
        """Which of the numbers the table has. Shape (numbers,)."""
        return np.isin(numbers, self.numbers)

    def matching(self, filters: Mapping[str, Sequence[str]]) -> Places:
        """Places of the practices that have, for every field, one of the values."""
        mask = np.ones(len(self), dtype=np.bool_)
        for field, values in filters.items():
            mask &= self._having(field, values)
        return np.flatnonzero(mask)

    def facet_counts(
        self, filters: Mapping[str, Sequence[str]], among: Places | None = None
    ) -> dict[str, dict[str, int]]:
        """Counts by field and value, each field without its own filter (disjunctive).

        Of all practices, or of those at the places `among`.
        """
        counted = np.full(len(self), among is None)
        if among is not None:
            counted[among] = True
        masks = {field: self._having(field, values) for field, values in filters.items()}
        counts: dict[str, dict[str, int]] = {}
        for field in FACETS:
            mask = counted.copy()
            for other, one in masks.items():
                if other != field:
                    mask &= one
            counts[field] = {
                value: int(mask[places].sum()) for value, places in self._postings[field].items()
            }
        return counts

    def related(self, place: int) -> Floats:
        """How much every practice shares with one: its kinds and problems, rarer ones weigh more.

        Shape (len(table),); 0 where nothing is shared.
        """
        shared = np.zeros(len(self))
        for field in RELATING:
            for places in self._postings[field].values():
                if place in places:
                    shared[places] += 1 / np.sqrt(len(places))
        shared[place] = 0
        return shared

    def verdicts(self, zone: Zone, places: Places) -> npt.NDArray[np.int8]:
        """0 fits, 1 may not fit, 2 cannot work. Shape (places,)."""
        return self._gates.verdicts(zone, places)

    def values(self, interest: Interest, farming: Farming) -> Floats:
        """What matters to the reader, for every practice; more is better, NaN not known."""
        if interest in ("harvest", "carbon"):
            return self.means(interest, farming)[0]
        return self._columns[interest]

    def effect(self, interest: EffectInterest, farming: Farming, place: int) -> Effect | None:
        """The expected effect of one practice; None without results."""
        return self.effects[interest].effect(place, *self.means(interest, farming))

    def provenance(self, zone: Zone, place: int) -> Provenance:
        """How many sites a practice was tried on, and how many of them are like the asker's."""
        return self._sites.provenance(zone, place)

    def _means(self, interest: EffectInterest, farming: Farming) -> tuple[Floats, Floats]:
        return self.effects[interest].means(farming)

    def _having(self, field: str, values: Sequence[str]) -> Mask:
        mask = np.zeros(len(self), dtype=np.bool_)
        for value in values:
            mask[self._postings[field].get(value, np.zeros(0, dtype=np.int64))] = True
        return mask


class _Sites:
    """The sites of all practices; zones that occur often are compared once."""

    def __init__(
        self,
        rows: Sequence[TableRow],
        evidence: Sequence[EvidenceResult],
        numbers: npt.NDArray[np.int64],
    ) -> None:
        count = len(rows)
        place = {int(number): at for at, number in enumerate(numbers)}
        seen: dict[tuple[int, object], tuple[str | None, str | None, str | None]] = {}
        for result in evidence:
            if result.practice in place:
                spot = (result.country, result.lat, result.lon, result.climate, result.soil)
                zone = (result.climate, result.soil, result.land_use)
                if any(zone):
                    seen.setdefault((place[result.practice], spot), zone)
        zones = {zone: at for at, zone in enumerate(dict.fromkeys(seen.values()))}
        self._owner = np.array([owner for owner, _ in seen], dtype=np.int64)
        self._zone = np.array([zones[zone] for zone in seen.values()], dtype=np.int64)
        self._table = ZoneTable(
            [Zone(climate=c, soil=s, land_use=u) for c, s, u in zones]  # type: ignore[arg-type]
        )
        sort = np.argsort(self._owner, kind="stable")
        self._owner, self._zone = self._owner[sort], self._zone[sort]
        self._starts = np.searchsorted(self._owner, np.arange(count + 1))
        self._count = count

    def nearest(self, zone: Zone) -> Floats:
        """Distance of each practice's nearest site; NaN where no site's zone is known."""
        nearest = np.full(self._count, np.inf)
        if len(self._zone):
            each = self._compared(zone)[self._zone]
            np.fmin.at(nearest, self._owner, each)
        nearest[np.isinf(nearest)] = np.nan
        return nearest

    def _compared(self, zone: Zone) -> Floats:
        """Distance of each zone of the table; NaN where too little of it is known to tell."""
        distances, known = self._table.compare(zone)
        return np.where(known >= LEAST_KNOWN, distances, np.nan).astype(np.float64)

    def provenance(self, zone: Zone, place: int) -> Provenance:
        start, end = int(self._starts[place]), int(self._starts[place + 1])
        if start == end:
            return Provenance(None, 0, 0, 0)
        each = self._compared(zone)[self._zone[start:end]]
        known = each[~np.isnan(each)]
        like = int((known < LIKE).sum())
        return Provenance(
            distance=float(known.min()) if len(known) else None,
            sites=end - start,
            like=like,
            similar=int((known < SIMILAR).sum()) - like,
        )


def _column(values: Iterable[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _results(evidence: Sequence[EvidenceResult], outcomes: frozenset[str]) -> list[Result]:
    return [
        Result(
            practice=row.practice,
            study=row.study,
            log_ratio=row.log_ratio,
            observations=row.observations,
            crop_group=row.crop_group,
            water=row.water,
        )
        for row in evidence
        if row.outcome in outcomes and row.log_ratio is not None
    ]


def _postings(rows: Sequence[TableRow]) -> dict[str, dict[str, Places]]:
    lists: dict[str, dict[str, list[int]]] = {field: {} for field in FACETS}
    for place, row in enumerate(rows):
        for field, values in facet_values(row.facts, row.languages).items():
            for value in values:
                lists[field].setdefault(value, []).append(place)
    return {
        field: {value: np.array(places, dtype=np.int64) for value, places in by_value.items()}
        for field, by_value in lists.items()
    }
