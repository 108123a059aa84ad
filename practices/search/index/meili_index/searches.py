"""Searches sent to the server, and its answers as values.

https://www.meilisearch.com/docs/reference/api/search/perform-a-multi-search
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from meilisearch import Client
from meilisearch.models.document import DocumentsResults

from practices.search.index.meili_index import asking, layout
from practices.search.index.meili_index.asking import Way
from practices.search.index.meili_index.codes import decoded
from practices.search.index.meili_index.filtering import attribute
from practices.search.index.meili_index.scoring import Found, Listed
from practices.search.index.meili_index.server import Server
from practices.search.index.protocol import (
    LIMIT_MOST,
    Document,
    FacetCount,
    Facets,
    IndexSettings,
    Query,
)

_Json = dict[str, Any]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class FederatedHit:
    """A hit of a federated search; of the document, what was asked to be shown."""

    index: str
    score: float
    shown: Mapping[str, Any]
    typos: int
    """How many letters differ, where details were asked for, else 0."""


@dataclass(frozen=True, slots=True)
class Federated:
    """The answer to a federated search."""

    hits: tuple[FederatedHit, ...]
    total: int
    facets: Facets


NOTHING = Federated((), 0, {})


class Searches:
    """Sends searches. Every function is one request."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def counted(
        self, name: str, said: Sequence[str], settings: IndexSettings
    ) -> tuple[dict[str, int], int]:
        """Documents of the index that have each thing said, and all its documents."""

        def read(answers: Sequence[_Json]) -> tuple[dict[str, int], int]:
            *each, of_all = [int(answer["estimatedTotalHits"]) for answer in answers]
            return dict(zip(said, each, strict=True)), of_all

        return self._several(name, asking.counting(name, said, settings), read)

    def listed(
        self, name: str, query: Query, ways: Sequence[Way], counts: Mapping[str, int]
    ) -> list[Listed]:
        """The best documents of each way. What was not counted is taken to be in these alone."""

        def read(answers: Sequence[_Json]) -> list[Listed]:
            return [_listed(way, got, counts) for way, got in zip(ways, answers, strict=True)]

        return self._several(name, asking.listing(name, query, ways, LIMIT_MOST), read)

    def federated(
        self, queries: Sequence[_Json], limit: int, offset: int, facets: Sequence[str] = ()
    ) -> Federated:
        """Hits of all queries in one order; facets of the first query's index."""
        if not queries:
            return NOTHING
        name = str(queries[0]["indexUid"])
        federation: _Json = {"limit": limit, "offset": offset}
        if facets:
            federation["facetsByIndex"] = {name: [attribute(facet) for facet in facets]}

        def act(client: Client) -> Federated:
            answer: Any = client.multi_search(queries, federation)
            if not isinstance(answer, dict):
                raise TypeError("the answer is no object")
            by_index = answer.get("facetsByIndex", {}).get(name, {}).get("distribution", {})
            return Federated(
                tuple(_hit(found) for found in answer["hits"]),
                int(answer["estimatedTotalHits"]),
                {facet: _counts(by_index.get(attribute(facet), {})) for facet in facets},
            )

        return self._server.ask("search", name, act)

    def documents(self, name: str, keys: Sequence[str]) -> dict[str, Document]:
        """Documents by their primary keys; those that are not there are left out."""
        if not keys:
            return {}
        named = ", ".join(f'"{key}"' for key in keys)
        wanted = {"filter": f"id IN [{named}]", "limit": len(keys)}
        page = self._page(name, wanted)
        return {kept.id: layout.decode(kept.source) for kept in page.results}

    def page_of_documents(self, name: str, start: int, most: int) -> DocumentsResults:
        """Documents of an index in the server's own order, the record of settings included."""
        return self._page(name, {"limit": most, "offset": start})

    def _page(self, name: str, wanted: _Json) -> DocumentsResults:
        asked = {**wanted, "fields": ["id", "source"]}
        return self._server.ask("read", name, lambda c: c.index(name).get_documents(asked))

    def _several(
        self, name: str, queries: Sequence[_Json], read: Callable[[Sequence[_Json]], Answer]
    ) -> Answer:
        def act(client: Client) -> Answer:
            answers: Any = client.multi_search(queries)["results"]
            return read(answers)

        return self._server.ask("search", name, act)


def _listed(way: Way, answer: _Json, counts: Mapping[str, int]) -> Listed:
    matching = int(answer["estimatedTotalHits"])
    documents = (Found(h["id"], int(h["key"]), h["_rankingScore"]) for h in answer["hits"])
    return Listed(way, tuple(documents), matching, counts.get(way.said, matching))


def _hit(found: Mapping[str, Any]) -> FederatedHit:
    by = found["_federation"]
    typos = found.get("_rankingScoreDetails", {}).get("typo", {}).get("typoCount", 0)
    return FederatedHit(str(by["indexUid"]), float(by["weightedRankingScore"]), found, int(typos))


def _counts(found: Mapping[str, int]) -> tuple[FacetCount, ...]:
    counts = [FacetCount(decoded(value), count) for value, count in found.items()]
    return tuple(sorted(counts, key=lambda each: (-each.count, each.value)))
