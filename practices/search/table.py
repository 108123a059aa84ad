"""All published practices side by side in memory: what ranking, gates and facets need of them.

Only columns are kept, no records: a hundred thousand practices must fit beside the index.
"""

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from practices.effects.rules import OUTCOMES, Effect, EffectTable, Farming, Result
from practices.effects.rules import Interest as EffectInterest
from practices.feasibility.table import Counts, GateTable
from practices.records import rules
from practices.records.queries import PublishedFacts
from practices.records.structs import Facts
from practices.runs import Places
from practices.search.documents import FACETS, facet_values
from practices.search.facets import FacetTable, Mask
from practices.search.ranking import Interest, measured_by
from practices.search.sites import LIKE, NOWHERE, SIMILAR, Provenance, SiteTable
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float64]
RELATING = ("slm_group", "problem")
"""Facets whose values make practices related."""
BEHIND_ALL_COSTS = -1e9
"""Less than the cost (USD/ha) or work (days/ha) of any practice, with its sign turned."""


class PracticeTable:
    """One column set for all practices. A `place` is a position in it, by rising number."""

    def __init__(self, rows: Iterable[PublishedFacts]) -> None:
        """Reads each row once and keeps none; they come by rising number."""
        read = _Read()
        self._gates = GateTable(read.facts(rows))
        self.numbers = np.array(read.numbers, dtype=np.int64)
        self.facets = read.facets
        self._sites = read.sites
        self._columns: dict[Interest, Floats] = {
            "water": np.array(read.water),
            "work": -np.array(read.days),
            "cost": -np.array(read.usd),
        }
        self._effects: dict[EffectInterest, EffectTable] = {
            interest: EffectTable(interest, results, read.numbers)
            for interest, results in read.results.items()
        }
        self.written = lru_cache(maxsize=64)(self._written)

    def __len__(self) -> int:
        return len(self.numbers)

    def find(self, numbers: npt.NDArray[np.int64]) -> tuple[Places, Mask]:
        """Places of practice numbers, and which of them the table has. Shapes (numbers,)."""
        if not len(self):
            return np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.bool_)
        places = np.minimum(np.searchsorted(self.numbers, numbers), len(self) - 1)
        return places, self.numbers[places] == numbers

    def matching(self, filters: Mapping[str, Sequence[str]]) -> Places:
        """Places of the practices that have, for every field, one of the values."""
        return np.flatnonzero(self.facets.allowed(filters))

    def related(self, place: int) -> Floats:
        """How much every practice shares with one: its kinds and problems, rarer ones weigh more.

        Shape (len(table),); 0 where nothing is shared.
        """
        return self.facets.related(RELATING, place)

    def against(self, zone: Zone, places: Places) -> tuple[Counts, Counts]:
        """How many warnings, and how many vetoes, speak against each. Shapes (places,)."""
        return self._gates.against(zone, places)

    def values(self, interest: Interest, zone: Zone, places: Places) -> Floats:
        """What matters to the reader; more is better, NaN not known. Shape (places,).

        Costs and work are known of few practices: the others come after them, by their effect.
        """
        if interest == "water":
            return self._columns[interest][places]
        farming = Farming(zone.crops, zone.water)
        effect = self._effects[measured_by(interest, zone)].means(farming, places)[0]
        if interest in ("harvest", "carbon"):
            return effect
        known = self._columns[interest][places]
        return np.where(np.isnan(known), BEHIND_ALL_COSTS + np.nan_to_num(effect), known)

    def effect(self, interest: EffectInterest, farming: Farming, number: int) -> Effect | None:
        """The expected effect of one practice; None without results."""
        place = self._place(number)
        if place is None:
            return None
        return self.effects_at(interest, farming, np.array([place]))[0]

    def effects_at(
        self, interest: EffectInterest, farming: Farming, places: Places
    ) -> list[Effect | None]:
        """The expected effects of some practices."""
        return self._effects[interest].effects(farming, places)

    def distances(self, zone: Zone, places: Places) -> Floats:
        """Distance of the nearest site of each; NaN where none is known. Shape (places,)."""
        return self._sites.nearest(zone, places)

    def tried(self, zone: Zone, places: Places) -> dict[str, Mask]:
        """Which of the practices were tried on land like the asker's, and at least similar.

        Empty where too little of her land is known to tell. Masks of shape (places,).
        """
        if zone.climate is None:
            return {}
        nearest = self.distances(zone, places)
        return {"like": nearest < LIKE, "similar": nearest < SIMILAR}

    def provenance(self, zone: Zone, number: int) -> Provenance:
        """How many sites a practice was tried on, and how many of them are like the asker's."""
        place = self._place(number)
        return NOWHERE if place is None else self.provenance_at(zone, np.array([place]))[0]

    def provenance_at(self, zone: Zone, places: Places) -> list[Provenance]:
        """The same of some practices."""
        return self._sites.provenance(zone, places)

    def _place(self, number: int) -> int | None:
        """Place of a practice; None where it was published after the table was built."""
        place = int(np.searchsorted(self.numbers, number))
        return place if place < len(self) and self.numbers[place] == number else None

    def _written(self, language: str) -> Mask:
        """Which practices are written in the language. Shape (len(table),)."""
        return self.facets.having("written_in", (language,))


class _Read:
    """What is kept of the rows while they go by."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.facets = FacetTable(FACETS)
        self.water, self.days, self.usd = array("d"), array("d"), array("d")
        self.results: dict[EffectInterest, list[Result]] = {interest: [] for interest in OUTCOMES}
        self.sites = SiteTable()

    def facts(self, rows: Iterable[PublishedFacts]) -> Iterator[Facts]:
        for row in rows:
            facts = row.facts
            if self.numbers and row.number <= self.numbers[-1]:
                raise ValueError("the rows of a table come by rising number")
            self.numbers.append(row.number)
            self.facets.add(facet_values(facts, row.languages))
            self.water.append(_or_nan(rules.water_value(facts)))
            self.days.append(_or_nan(rules.days_per_ha(facts)))
            self.usd.append(_or_nan(rules.usd_per_ha(facts)))
            self.sites.add(facts.evidence)
            for interest, outcomes in OUTCOMES.items():
                self.results[interest] += _results(row.number, facts, outcomes)
            yield facts


def _results(number: int, facts: Facts, outcomes: frozenset[str]) -> Iterator[Result]:
    for row in facts.evidence:
        log_ratio = rules.log_ratio(row)
        if row.outcome in outcomes and log_ratio is not None:
            yield Result(
                practice=number,
                study=rules.study_of(facts, row),
                log_ratio=log_ratio,
                observations=rules.observations(row),
                crop_group=row.crop_group,
                water=row.water,
            )


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value
