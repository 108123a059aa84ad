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
from practices.feasibility.table import CANNOT_WORK, verdicts_of
from practices.records.queries import each_published_facts, last_change
from practices.runs import Places
from practices.search import indexing, ranking
from practices.search.documents import FACETS, TRIED
from practices.search.facets import Mask
from practices.search.index.protocol import LIMIT_MOST, Matching, SearchIndex
from practices.search.plan import TERM_WEIGHT, Ask, Plan, Via, clean, elsewhere, narrowed, plan
from practices.search.ranking import Interest
from practices.search.repair import Repairs
from practices.search.sites import Provenance
from practices.search.table import PracticeTable
from practices.zones.zone import Zone

FRESH_SECONDS = 2.0
MOST_RELATED = 4
NOTHING_KNOWN = Zone()
Floats = npt.NDArray[np.float64]
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
    """A practice that was found. `verdict` 0 fits, 1 may not fit, 2 cannot work.

    measured: what `effect` is the effect on.
    """

    number: int
    text_score: float | None
    band: int
    verdict: int
    measured: EffectInterest
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
    """Candidates of all indexes, each practice once with its best score. Shapes (candidates,).

    places: in the table. ask: which question of the plan found it. is_whole: no index had more of
    them than it gives at once.
    """

    places: Places
    scores: Floats
    ask: npt.NDArray[np.int8]
    is_whole: bool = True

    def where(self, kept: Mask) -> "_Found":
        """Some of the candidates."""
        return replace(self, places=self.places[kept], scores=self.scores[kept], ask=self.ask[kept])


@dataclass(frozen=True, slots=True)
class _Words:
    """How well the words fit a practice, and which question found it."""

    score: float
    band: int
    ask: Ask


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
        if not text:
            found, facets = _narrowed(request, table, _everything(table))
            return self._rank(request, table, found, facets, None, text)
        wanted = plan(text, request.language, self._served, self._termbase, request.matching)
        found = self._ask(wanted, table)
        if not len(found.places):
            wanted, found = self._elsewhere(wanted, table, found)
        if found.is_whole:
            found, facets = _narrowed(request, table, found)
        else:
            if request.filters:
                wanted = narrowed(wanted, _of_index(request.filters))
                found, _ = _narrowed(request, table, self._ask(wanted, table))
            facets = self._facets(wanted)
        return self._rank(request, table, found, facets, wanted, text)

    def table(self) -> PracticeTable:
        """The practices in memory, built again when something was published since.

        Whoever finds that something was builds it; the others are answered from the one before.
        """
        table = self._table
        if table is not None and time.monotonic() - self._looked_at < FRESH_SECONDS:
            return table
        if not self._lock.acquire(blocking=table is None):
            assert table is not None  # noqa: S101 - else the lock was waited for
            return table
        try:
            with self._database.reading() as session:
                stamp = last_change(session)
                if self._table is None or stamp != self._stamp:
                    self._table = build_table(session)
                    self._stamp = stamp
                self._looked_at = time.monotonic()
                return self._table
        finally:
            self._lock.release()

    def forget_table(self) -> None:
        """Look for changes at the next search."""
        self._looked_at = 0.0

    def _elsewhere(
        self, wanted: Plan, table: PracticeTable, nothing: _Found
    ) -> tuple[Plan, _Found]:
        """What other languages find where the reader's and the detected one found nothing."""
        others = elsewhere(wanted, self._served)
        found = self._ask(others, table)
        if not len(found.places):
            return wanted, nothing
        best = others.asks[found.ask[np.argmax(found.scores)]]
        return replace(others, typed_in=best.language), found

    def _ask(self, wanted: Plan, table: PracticeTable) -> _Found:
        """Candidates of all questions. What has no text in a question's language weighs less."""
        each: list[_Found] = []
        for number, ask in enumerate(wanted.asks):
            keys, scores = self.index.candidates(ask.index, ask.query, LIMIT_MOST)
            places, known = table.find(keys)
            asked = np.full(len(keys), number, dtype=np.int8)
            weights = np.where(table.written(ask.language)[places], 1.0, TERM_WEIGHT)
            found = _Found(places, weights * scores, asked, len(keys) < LIMIT_MOST)
            each.append(found if known.all() else found.where(known))
        return each[0] if len(each) == 1 else _each_once(each)

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
        places, scores = found.places, found.scores
        zone = request.zone
        warnings, vetoes = table.against(zone, places)
        verdicts = verdicts_of(warnings, vetoes)
        order = ranking.order(
            scores=scores if wanted else None,
            warnings=warnings,
            vetoes=vetoes,
            values=table.values(request.interest, zone, places),
            distances=lambda some: table.distances(zone, places[some]),
            most=max(request.offset + request.limit, 1),
        )
        shown = order[request.offset : request.offset + request.limit]
        band = ranking.bands(scores)
        words = [
            _Words(float(scores[at]), int(band[at]), wanted.asks[found.ask[at]]) if wanted else None
            for at in shown
        ]
        hits = _hits(request, table, places[shown], verdicts[shown], words)
        room = request.limit - len(hits)
        is_end = wanted is not None and request.offset + len(hits) >= len(places) > 0
        return SearchAnswer(
            hits=hits,
            related=self._related(request, table, places, int(places[order[0]]), room)
            if is_end and room > 0
            else (),
            total=len(places),
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
        allowed = table.matching(_of_index(request.filters))
        places = allowed[shared[allowed] > 0]
        verdicts = verdicts_of(*table.against(request.zone, places))
        places, verdicts = places[verdicts < CANNOT_WORK], verdicts[verdicts < CANNOT_WORK]
        order = np.lexsort((table.numbers[places], -shared[places], verdicts))
        order = order[: min(most, MOST_RELATED)]
        hits = _hits(request, table, places[order], verdicts[order], [None] * len(order))
        return tuple(replace(hit, via="related") for hit in hits)


def _hits(
    request: SearchRequest,
    table: PracticeTable,
    places: Places,
    verdicts: npt.NDArray[np.int8],
    words: Sequence[_Words | None],
) -> tuple[RankedHit, ...]:
    """The practices at some places as they are told; `words` None: no words found them."""
    measured = ranking.measured_by(request.interest, request.zone)
    zone = request.zone
    columns = zip(
        table.numbers[places].tolist(),
        verdicts.tolist(),
        table.effects_at(measured, Farming(zone.crops, zone.water), places),
        table.provenance_at(zone, places),
        words,
        places.tolist(),
        strict=True,
    )
    return tuple(
        RankedHit(
            number=number,
            text_score=word.score if word else None,
            band=word.band if word else 0,
            verdict=verdict,
            measured=measured,
            effect=effect,
            provenance=provenance,
            via=_via(table, word.ask, place) if word else "own",
            via_language=word.ask.language if word else request.language,
        )
        for number, verdict, effect, provenance, word, place in columns
    )


def _via(table: PracticeTable, ask: Ask, place: int) -> Via:
    """A practice that is not written in the language it was found in was found by its terms."""
    return ask.via if table.written(ask.language)[place] else "terms"


def build_table(session: ReadSession) -> PracticeTable:
    """Read everything that is published into a table."""
    return PracticeTable(each_published_facts(session))


def _everything(table: PracticeTable) -> _Found:
    count = len(table)
    return _Found(np.arange(count), np.zeros(count), np.zeros(count, dtype=np.int8))


def _narrowed(
    request: SearchRequest, table: PracticeTable, found: _Found
) -> tuple[_Found, dict[str, dict[str, int]]]:
    """What of the candidates has the chosen values, and the counts that lead further.

    Where a practice was tried is seen from the asker's land, so no index can know it.
    """
    filters, tried = _of_index(request.filters), request.filters.get(TRIED, ())
    allowed = table.facets.allowed(filters)[found.places]
    near = table.tried(request.zone, found.places)
    chosen = np.full(len(allowed), not tried)
    for word in tried:
        chosen |= near.get(word, False)
    facets = table.facets.counts(filters, found.places[chosen])
    if near:
        facets[TRIED] = {word: int((mask & allowed).sum()) for word, mask in near.items()}
    shown = {
        name: {value: count for value, count in counts.items() if count}
        for name, counts in facets.items()
    }
    return found.where(allowed & chosen), shown


def _of_index(filters: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    return {field: values for field, values in filters.items() if field != TRIED}


def _each_once(found: Sequence[_Found]) -> _Found:
    """Each practice once, with its best score and the question that gave it."""
    places = np.concatenate([one.places for one in found])
    scores = np.concatenate([one.scores for one in found])
    best_first = np.argsort(-scores, kind="stable")
    _, first = np.unique(places[best_first], return_index=True)
    kept = best_first[first]
    ask = np.concatenate([one.ask for one in found])[kept]
    return _Found(places[kept], scores[kept], ask, all(one.is_whole for one in found))
