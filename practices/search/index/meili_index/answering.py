"""Pages, facets and candidates, made of what the server answers.

Where every word is needed one federated search answers, of one index too. Where any word is
enough, the documents of each word are listed and ranked here (see `asking` and `scoring`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from practices.search.index import federation
from practices.search.index.filters import distance_km, fields_of, without
from practices.search.index.highlight import Highlighter
from practices.search.index.meili_index import asking, layout
from practices.search.index.meili_index.asking import Wanted, Way
from practices.search.index.meili_index.remembered import Remembered
from practices.search.index.meili_index.scoring import Found, ranked
from practices.search.index.meili_index.searches import NOTHING, Federated, Searches
from practices.search.index.nearness import place_asked_for
from practices.search.index.protocol import (
    Document,
    Facets,
    FederatedQuery,
    Hit,
    Matching,
    Page,
    Query,
)

Keys: TypeAlias = npt.NDArray[np.int64]
Scores: TypeAlias = npt.NDArray[np.float32]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Question:
    """A query to one index and the ways to ask it; `ways` is None where no text is asked for."""

    name: str
    query: Query
    ways: tuple[Way, ...] | None
    counts: Mapping[str, int]
    of_all: int

    @property
    def is_ranked_here(self) -> bool:
        """Whether the server cannot say which documents come first."""
        is_any = self.query.matching is Matching.ANY
        return self.ways is not None and is_any and not self.query.sort

    def federating(self, weight: float, shown: Sequence[str]) -> list[dict[str, Any]]:
        """The queries of a federated search, none where nothing can be found."""
        return asking.federating(self.name, self.query, self.ways, weight, shown)


class Answering:
    """Answers queries that were checked before."""

    def __init__(self, searches: Searches, remembered: Remembered) -> None:
        self._searches = searches
        self._remembered = remembered

    def page_of(self, name: str, query: Query) -> Page:
        """One page of hits with facets."""
        return self._undivided(name, query, lambda: self._page(self._question(name, query)))

    def facets_of(self, name: str, query: Query) -> Facets:
        """Counts of the facets, each without its own conditions."""
        bare = replace(query, sort=(), highlight=())
        return self._undivided(name, bare, lambda: self._facets(self._question(name, bare)))

    def candidates_of(self, name: str, query: Query, limit: int) -> tuple[Keys, Scores]:
        """Keys and scores of the best; no document is sent over."""

        def act() -> list[tuple[int, float]]:
            question = self._question(name, query)
            if question.is_ranked_here:
                best, _ = self._ranked(question)
                return [(each.key, each.score) for each in best[:limit]]
            found = self._federated(question, min(limit, layout.DEEPEST_HIT), 0, ("key",))
            return [(int(hit.shown["key"]), hit.score) for hit in found.hits]

        pairs = self._undivided(name, replace(query, facets=()), act)
        keys = np.array([key for key, _ in pairs], np.int64)
        return keys, np.array([score for _, score in pairs], np.float32)

    def federated(self, queries: Sequence[FederatedQuery], limit: int, offset: int) -> Page:
        """Hits of several indexes: in one request where the server can put them in order."""
        bare = [(name, replace(query, sort=()), weight) for name, query, weight in queries]

        def act() -> Page:
            asked = [(self._question(name, query), weight) for name, query, weight in bare]
            if any(one.is_ranked_here for one, _ in asked) or _is_mixed(asked):
                return federation.federated(self.page_of, bare, limit, offset)
            sent = [each for one, weight in asked for each in one.federating(weight, ("source",))]
            found = _without_typos(self._searches.federated(sent, limit, offset))
            facets = federation.added([self._facets(one) for one, _ in asked if one.query.facets])
            hits = self._hits(found, {name: query for name, query, _ in bare})
            return Page(hits, found.total, facets)

        return self._remembered.undivided([name for name, _, _ in bare], act)

    def _undivided(self, name: str, query: Query, act: Callable[[], Answer]) -> Answer:
        return act() if _is_one_request(query) else self._remembered.undivided([name], act)

    def _question(self, name: str, query: Query) -> Question:
        settings = self._remembered.settings(name)
        wanted = Wanted.of(query, settings)
        if wanted is None:
            return Question(name, query, None, {}, 0)
        counts: dict[str, int] = {}
        of_all = 0
        said = asking.probes(wanted, query)
        if said:
            counts, of_all = self._searches.counted(name, said, settings)
        return Question(name, query, asking.ways(wanted, query, settings, counts), counts, of_all)

    def _page(self, question: Question) -> Page:
        query = question.query
        shared, alone = _facets_apart(query)
        end = min(query.offset + query.limit, layout.DEEPEST_HIT)
        if question.is_ranked_here:
            best, are_all = self._ranked(question)
            hits = self._hits_here(question, best[query.offset : end])
            total, facets = len(best), {}
            if shared or not are_all:
                counted = self._federated(question, 0, 0, ("key",), shared)
                total, facets = counted.total, dict(counted.facets)
        else:
            limit = max(0, end - query.offset)
            found = self._federated(question, limit, query.offset, ("source",), shared)
            hits = self._hits(found, {question.name: query})
            total, facets = found.total, dict(found.facets)
        facets |= {facet: self._counted_alone(question, facet) for facet in alone}
        return Page(hits, total, {facet: facets.get(facet, ()) for facet in query.facets})

    def _facets(self, question: Question) -> Facets:
        shared, alone = _facets_apart(question.query)
        found = self._federated(question, 0, 0, ("key",), shared) if shared else NOTHING
        facets = {**found.facets, **{f: self._counted_alone(question, f) for f in alone}}
        return {facet: facets.get(facet, ()) for facet in question.query.facets}

    def _counted_alone(self, question: Question, facet: str) -> tuple[Any, ...]:
        others = replace(question.query, filter=without(question.query.filter, facet))
        found = self._federated(replace(question, query=others), 0, 0, ("key",), [facet])
        return found.facets.get(facet, ())

    def _ranked(self, question: Question) -> tuple[tuple[Found, ...], bool]:
        """The best documents, and whether these are all that match."""
        if not question.ways:
            return (), True
        name, query = question.name, question.query
        lists = self._searches.listed(name, query, question.ways, question.counts)
        best = ranked(lists, question.of_all)
        return best, all(len(each.documents) == each.matching for each in lists)

    def _federated(
        self,
        question: Question,
        limit: int,
        offset: int,
        shown: Sequence[str],
        facets: Sequence[str] = (),
    ) -> Federated:
        sent = question.federating(1.0, shown)
        return _without_typos(self._searches.federated(sent, limit, offset, facets))

    def _hits_here(self, question: Question, some: Sequence[Found]) -> tuple[Hit, ...]:
        documents = self._searches.documents(question.name, [found.id for found in some])
        each = [
            (question.name, documents[found.id], found.score)
            for found in some
            if found.id in documents
        ]
        return self._made(each, {question.name: question.query})

    def _hits(self, found: Federated, queries: Mapping[str, Query]) -> tuple[Hit, ...]:
        each = [(hit.index, layout.decode(hit.shown["source"]), hit.score) for hit in found.hits]
        return self._made(each, queries)

    def _made(
        self, each: Sequence[tuple[str, Document, float]], queries: Mapping[str, Query]
    ) -> tuple[Hit, ...]:
        highlighters = {
            name: Highlighter.of(query, self._remembered.settings(name).language)
            for name, query in queries.items()
            if query.highlight
        }
        hits = []
        for name, document, score in each:
            place, point = place_asked_for(queries[name]), document.point
            hits.append(
                Hit(
                    id=document.id,
                    key=document.key,
                    index=name,
                    language=document.language,
                    score=score,
                    document=document,
                    highlights=highlighters[name].mark(document) if name in highlighters else {},
                    distance_km=(
                        distance_km(*place, point.lat, point.lon) if place and point else None
                    ),
                )
            )
        return tuple(hits)


def _without_typos(found: Federated) -> Federated:
    """Less the hits that have typos where none are wanted, of those that are on this page."""
    kept = tuple(hit for hit in found.hits if not hit.typos)
    return replace(found, hits=kept, total=found.total - len(found.hits) + len(kept))


def _facets_apart(query: Query) -> tuple[list[str], list[str]]:
    """Facets without a condition of their own, which share a request; and the others."""
    with_condition = set(fields_of(query.filter)) if query.filter else set()
    shared = [facet for facet in query.facets if facet not in with_condition]
    return shared, [facet for facet in query.facets if facet in with_condition]


def _is_one_request(query: Query) -> bool:
    has_text = bool(query.text.strip()) or any(other.text.strip() for other in query.also)
    counts_first = has_text and asking.counts_first(query)
    return not counts_first and not _facets_apart(query)[1]


def _is_mixed(asked: Sequence[tuple[Question, float]]) -> bool:
    """Whether some ask for every document and some for words: the server mixes no such lists."""
    return len({question.ways is None for question, _ in asked}) > 1
