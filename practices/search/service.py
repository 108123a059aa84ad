"""Searching for practices: asks the indexes, holds the gates, orders, and explains."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import numpy.typing as npt

from core.database import Database, ReadSession
from i18n.termbase.rules import Termbase
from practices.effects.rules import Effect, Farming
from practices.effects.rules import Interest as EffectInterest
from practices.feasibility.table import CANNOT_WORK
from practices.records.queries import each_published_practice, evidence_results, last_change
from practices.search import indexing, ranking
from practices.search.documents import FACETS
from practices.search.index.protocol import LIMIT_MOST, Matching, SearchIndex
from practices.search.plan import Plan, Via, clean, elsewhere, narrowed, plan
from practices.search.ranking import Interest
from practices.search.repair import Repairs
from practices.search.table import Places, PracticeTable, Provenance, TableRow
from practices.zones.zone import Zone

FRESH_SECONDS = 2.0
MOST_RELATED = 4
NOTHING_KNOWN = Zone()
Numbers = npt.NDArray[np.int64]
Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What a reader asks. `zone` is her land; `filters` are facet fields with chosen codes."""

    text: str = ""
    language: str
    zone: Zone = NOTHING_KNOWN
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    interest: Interest = "harvest"
    matching: Matching = Matching.ANY
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedHit:
    """A practice that was found. `verdict` 0 fits, 1 may not fit, 2 cannot work."""

    number: int
    text_score: float | None
    band: int
    verdict: int
    effect: Effect | None
    provenance: Provenance
    via: Via
    via_language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """One page of practices in the order they are offered.

    `related` fills up the last page of few hits; it is not counted in `total` nor in the facets.
    """

    hits: tuple[RankedHit, ...]
    related: tuple[RankedHit, ...]
    total: int
    fitting: int
    facets: Facets
    plan: Plan | None
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Candidates of all indexes, each practice once with its best score.

    `is_whole`: no index had more of them than it gives at once.
    """

    numbers: Numbers
    scores: npt.NDArray[np.float64]
    ask: npt.NDArray[np.int8]
    is_whole: bool = True

    def among(self, numbers: Numbers) -> "_Found":
        """Those of the candidates that are among these."""
        kept = np.isin(self.numbers, numbers)
        return replace(
            self, numbers=self.numbers[kept], scores=self.scores[kept], ask=self.ask[kept]
        )


class PracticeSearch:
    """The search over published practices. One a process; safe in many threads."""

    def __init__(
        self, index: SearchIndex, database: Database, termbase: Termbase, served: Sequence[str]
    ) -> None:
        self.index = index
        self._database = database
        self._termbase = termbase
        self._served = tuple(served)
        self._lock = threading.Lock()
        self._table: PracticeTable | None = None
        self._stamp: tuple[int, datetime | None] | None = None
        self._looked_at = 0.0
        self.repairs = Repairs(lambda: indexing.rebuild(index, database, self._served))

    def search(self, request: SearchRequest) -> SearchAnswer:
        """Answer one request.

        Raises:
            QueryTooLong: more was typed than a search can use.
            SearchBeingRepaired: the index cannot be read, and not be built anew quickly.
        """
        return self.repairs.answer(lambda: self._search(request))

    def _search(self, request: SearchRequest) -> SearchAnswer:
        table = self.table()
        text = clean(request.text)
        chosen = table.matching(request.filters)
        if not text:
            everything = _Found(
                table.numbers[chosen], np.zeros(len(chosen)), np.zeros(len(chosen), dtype=np.int8)
            )
            facets = table.facet_counts(request.filters)
            return self._rank(request, table, everything, facets, None, text)
        wanted = plan(text, request.language, self._served, {}, self._termbase, request.matching)
        found = self._ask(wanted)
        if not len(found.numbers):
            wanted, found = self._elsewhere(wanted, found)
        if found.is_whole:
            facets = _present(table.facet_counts(request.filters, table.places(found.numbers)))
            found = found.among(table.numbers[chosen])
        else:
            wanted = narrowed(wanted, request.filters)
            found = self._ask(wanted)
            facets = self._facets(wanted)
        return self._rank(request, table, found, facets, wanted, text)

    def table(self) -> PracticeTable:
        """The practices in memory, built again when something was published since."""
        if self._table is not None and time.monotonic() - self._looked_at < FRESH_SECONDS:
            return self._table
        with self._lock, self._database.reading() as session:
            stamp = last_change(session)
            if self._table is None or stamp != self._stamp:
                self._table = build_table(session)
                self._stamp = stamp
            self._looked_at = time.monotonic()
            return self._table

    def forget_table(self) -> None:
        """Look for changes at the next search."""
        self._looked_at = 0.0

    def _elsewhere(self, wanted: Plan, nothing: _Found) -> tuple[Plan, _Found]:
        """What other languages find where the reader's and the detected one found nothing."""
        others = elsewhere(wanted, self._served)
        found = self._ask(others)
        if not len(found.numbers):
            return wanted, nothing
        best = others.asks[found.ask[np.argmax(found.scores)]]
        return replace(others, typed_in=best.language), found

    def _ask(self, wanted: Plan) -> _Found:
        numbers: list[Numbers] = []
        scores: list[npt.NDArray[np.float64]] = []
        asks: list[npt.NDArray[np.int8]] = []
        for place, ask in enumerate(wanted.asks):
            keys, found = self.index.candidates(ask.index, ask.query, LIMIT_MOST)
            numbers.append(keys)
            scores.append(found.astype(np.float64) * ask.weight)
            asks.append(np.full(len(keys), place, dtype=np.int8))
        once = _each_once(np.concatenate(numbers), np.concatenate(scores), np.concatenate(asks))
        return replace(once, is_whole=all(len(keys) < LIMIT_MOST for keys in numbers))

    def _facets(self, wanted: Plan) -> dict[str, dict[str, int]]:
        """About how many practices have each value, where more were found than indexes give.

        Counts of the reader's own index, or of the typed language's if that has more.
        """
        best: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        for ask in wanted.asks:
            query = replace(ask.query, facets=FACETS)
            for name, counts in self.index.facets(ask.index, query).items():
                for count in counts:
                    best[name][count.value] = max(best[name].get(count.value, 0), count.count)
        return best

    def _rank(
        self,
        request: SearchRequest,
        table: PracticeTable,
        found: _Found,
        facets: Facets,
        wanted: Plan | None,
        text: str,
    ) -> SearchAnswer:
        kept = table.holds(found.numbers)
        numbers, scores, asks = found.numbers[kept], found.scores[kept], found.ask[kept]
        places = table.places(numbers)
        zone = request.zone
        farming = Farming(zone.crops, zone.water)
        verdicts = table.verdicts(zone, places)
        order = ranking.order(
            scores=scores if wanted else None,
            verdicts=verdicts,
            values=table.values(request.interest, farming)[places],
            distances=table.distances(zone)[places],
            numbers=numbers,
        )
        shown = order[request.offset : request.offset + request.limit]
        band = ranking.bands(scores)
        hits = tuple(
            self._hit(
                request,
                table,
                int(places[at]),
                text_score=float(scores[at]) if wanted else None,
                band=int(band[at]) if wanted else 0,
                verdict=int(verdicts[at]),
                via=wanted.asks[asks[at]].via if wanted else "own",
                via_language=wanted.asks[asks[at]].language if wanted else request.language,
            )
            for at in shown
        )
        room = request.limit - len(hits)
        is_end = wanted is not None and request.offset + len(hits) >= len(numbers) > 0
        return SearchAnswer(
            hits=hits,
            related=self._related(request, table, places, int(places[order[0]]), room)
            if is_end and room > 0
            else (),
            total=len(numbers),
            fitting=int((verdicts < 2).sum()),
            facets=facets,
            plan=wanted,
            text=text,
        )

    def _related(
        self, request: SearchRequest, table: PracticeTable, found: Places, best: int, most: int
    ) -> tuple[RankedHit, ...]:
        """Practices of the same kind or for the same problem as the best hit, that were not found.

        Those that share most come first; only what can work on the land.
        """
        shared = table.related(best)
        shared[found] = 0
        allowed = table.matching(request.filters)
        places = allowed[shared[allowed] > 0]
        verdicts = table.verdicts(request.zone, places)
        places, verdicts = places[verdicts < CANNOT_WORK], verdicts[verdicts < CANNOT_WORK]
        order = np.lexsort((table.numbers[places], -shared[places], verdicts))
        return tuple(
            self._hit(
                request,
                table,
                int(places[at]),
                text_score=None,
                band=0,
                verdict=int(verdicts[at]),
                via="related",
                via_language=request.language,
            )
            for at in order[: min(most, MOST_RELATED)]
        )

    def _hit(
        self,
        request: SearchRequest,
        table: PracticeTable,
        place: int,
        *,
        text_score: float | None,
        band: int,
        verdict: int,
        via: Via,
        via_language: str,
    ) -> RankedHit:
        effect: EffectInterest = "carbon" if request.interest == "carbon" else "harvest"
        farming = Farming(request.zone.crops, request.zone.water)
        return RankedHit(
            number=int(table.numbers[place]),
            text_score=text_score,
            band=band,
            verdict=verdict,
            effect=table.effect(effect, farming, place),
            provenance=table.provenance(request.zone, place),
            via=via,
            via_language=via_language,
        )


def build_table(session: ReadSession) -> PracticeTable:
    """Read everything that is published into a table."""
    rows = [
        TableRow(practice.number, practice.facts, tuple(sorted(practice.words)))
        for practice in each_published_practice(session)
    ]
    return PracticeTable(rows, evidence_results(session))


def _present(counts: Facets) -> dict[str, dict[str, int]]:
    """The counts without the values that nothing has."""
    return {
        name: {value: count for value, count in by_value.items() if count}
        for name, by_value in counts.items()
    }


def _each_once(
    numbers: Numbers, scores: npt.NDArray[np.float64], asks: npt.NDArray[np.int8]
) -> _Found:
    """Each practice once, with its best score and the question that gave it."""
    best_first = np.argsort(-scores, kind="stable")
    _, first = np.unique(numbers[best_first], return_index=True)
    kept = best_first[first]
    return _Found(numbers[kept], scores[kept], asks[kept])
