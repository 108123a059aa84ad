"""Several indexes asked at once, for engines that ask them one by one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from practices.search.index.protocol import (
    LIMIT_MOST,
    FacetCount,
    Facets,
    FederatedQuery,
    Hit,
    Page,
    Query,
)


def federated(
    search: Callable[[str, Query], Page], queries: Sequence[FederatedQuery], limit: int, offset: int
) -> Page:
    """The best hits of all, by score times weight; equal ones in the order of the queries."""
    depth = min(limit + offset, LIMIT_MOST)
    pages = [
        (search(name, replace(query, sort=(), limit=depth, offset=0)), weight)
        for name, query, weight in queries
    ]
    hits: list[Hit] = [
        replace(hit, score=hit.score * weight) for page, weight in pages for hit in page.hits
    ]
    hits.sort(key=lambda hit: -hit.score)
    total = sum(page.total for page, _ in pages)
    return Page(tuple(hits[offset : offset + limit]), total, added([p.facets for p, _ in pages]))


def added(several: Sequence[Facets]) -> Facets:
    """Facet counts of several indexes as one."""
    sums: dict[str, Counter[str]] = {}
    for facets in several:
        for facet, counts in facets.items():
            sums.setdefault(facet, Counter()).update({each.value: each.count for each in counts})
    return {
        facet: tuple(
            FacetCount(value, count)
            for value, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        )
        for facet, counter in sums.items()
    }
