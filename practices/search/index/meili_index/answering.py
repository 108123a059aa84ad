"""Queries put to the server, and its answers read.

Every search is a federated multi-search, of one index too: a way of matching can need several
queries (see `asking`). The shapes are those of
https://www.meilisearch.com/docs/reference/api/search/perform-a-multi-search
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from meilisearch import Client

from practices.search.index.federation import added
from practices.search.index.filters import distance_km, fields_of, without
from practices.search.index.highlight import Highlighter
from practices.search.index.meili_index import layout
from practices.search.index.meili_index.asking import queries_of
from practices.search.index.meili_index.codes import decoded
from practices.search.index.meili_index.filtering import attribute
from practices.search.index.meili_index.server import Server
from practices.search.index.nearness import place_asked_for
from practices.search.index.protocol import (
    Document,
    FacetCount,
    Facets,
    FederatedQuery,
    Hit,
    IndexSettings,
    Page,
    Query,
)


class Answering:
    """Answers queries that were checked before."""

    def __init__(self, server: Server, settings: Callable[[str], IndexSettings]) -> None:
        self._server = server
        self._settings = settings

    def page_of(self, name: str, query: Query) -> Page:
        """One page of hits with facets; sharing one request where no facet has a condition."""
        with_condition = set(fields_of(query.filter)) if query.filter else set()
        shared = [facet for facet in query.facets if facet not in with_condition]
        answer = self._ask([(name, query, 1.0)], query.limit, query.offset, shared)
        facets = dict(_facets(answer, name, shared))
        for facet in query.facets:
            if facet in with_condition:
                facets[facet] = self._alone(name, query, facet)
        ordered = {facet: facets[facet] for facet in query.facets}
        return Page(self._hits(answer, {name: query}), _total(answer), ordered)

    def federated(self, queries: Sequence[FederatedQuery], limit: int, offset: int) -> Page:
        """Hits of several indexes."""
        bare = [(name, replace(query, sort=()), weight) for name, query, weight in queries]
        answer = self._ask(bare, limit, offset, [])
        hits = self._hits(answer, {name: query for name, query, _ in bare})
        facets = added([self.facets_of(name, query) for name, query, _ in bare if query.facets])
        return Page(hits, _total(answer), facets)

    def facets_of(self, name: str, query: Query) -> Facets:
        """Counts of the facets, each without its own conditions."""
        if not query.facets:
            return {}
        return self.page_of(name, replace(query, limit=0, offset=0, highlight=(), sort=())).facets

    def candidates_of(
        self, name: str, query: Query, limit: int
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Keys and scores; of the documents only the key is sent over."""
        answer = self._ask([(name, query, 1.0)], min(limit, layout.DEEPEST_HIT), 0, [], ["key"])
        hits = answer["hits"]
        keys = np.array([hit["key"] for hit in hits], np.int64)
        scores = np.array([_score(hit) for hit in hits], np.float32)
        return keys, scores

    def _alone(self, name: str, query: Query, facet: str) -> tuple[FacetCount, ...]:
        others = replace(query, filter=without(query.filter, facet))
        answer = self._ask([(name, others, 1.0)], 0, 0, [facet])
        return _facets(answer, name, [facet])[facet]

    def _ask(
        self,
        asked: Sequence[FederatedQuery],
        limit: int,
        offset: int,
        facets: Sequence[str],
        shown: Sequence[str] = ("source",),
    ) -> dict[str, Any]:
        queries: list[dict[str, Any]] = []
        for name, query, weight in asked:
            for each in queries_of(name, query, self._settings(name)) or []:
                own = each.get("federationOptions", {"weight": 1.0})["weight"]
                options = {"weight": own * weight}
                queries.append(
                    {**each, "federationOptions": options, "attributesToRetrieve": list(shown)}
                )
        if not queries:
            return {"hits": [], "estimatedTotalHits": 0}
        federation: dict[str, Any] = {"limit": limit, "offset": offset}
        if facets:
            name = asked[0][0]
            federation["facetsByIndex"] = {name: [attribute(facet) for facet in facets]}
        return self._server.ask("search", asked[0][0], lambda c: _searched(c, queries, federation))

    def _hits(self, answer: Mapping[str, Any], queries: Mapping[str, Query]) -> tuple[Hit, ...]:
        highlighters = {
            name: Highlighter.of(query, self._settings(name).language)
            for name, query in queries.items()
            if query.highlight
        }
        hits = []
        for found in answer["hits"]:
            name = str(found["_federation"]["indexUid"])
            document = msgspec.convert(found["source"], Document)
            place, point = place_asked_for(queries[name]), document.point
            hits.append(
                Hit(
                    id=document.id,
                    key=document.key,
                    index=name,
                    language=document.language,
                    score=_score(found),
                    document=document,
                    highlights=highlighters[name].mark(document) if name in highlighters else {},
                    distance_km=(
                        distance_km(*place, point.lat, point.lon) if place and point else None
                    ),
                )
            )
        return tuple(hits)


def _searched(
    client: Client, queries: list[dict[str, Any]], federation: dict[str, Any]
) -> dict[str, Any]:
    answer: Any = client.multi_search(queries, federation)
    if not isinstance(answer, dict) or not isinstance(answer.get("hits"), list):
        raise TypeError("the answer has no hits")
    return answer


def _score(found: Mapping[str, Any]) -> float:
    return float(found["_federation"].get("weightedRankingScore", 0.0))


def _total(answer: Mapping[str, Any]) -> int:
    return int(answer.get("totalHits", answer.get("estimatedTotalHits", 0)))


def _facets(
    answer: Mapping[str, Any], name: str, facets: Sequence[str]
) -> dict[str, tuple[FacetCount, ...]]:
    distribution = answer.get("facetsByIndex", {}).get(name, {}).get("distribution", {})
    return {facet: _counts(distribution.get(attribute(facet), {})) for facet in facets}


def _counts(found: Mapping[str, int]) -> tuple[FacetCount, ...]:
    counts = [FacetCount(decoded(value), count) for value, count in found.items()]
    return tuple(sorted(counts, key=lambda each: (-each.count, each.value)))
