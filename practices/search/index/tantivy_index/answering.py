"""A query put to one view of an index."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import msgspec
import numpy as np
import numpy.typing as npt
import tantivy
from tantivy import Occur, Order
from tantivy import Query as TantivyQuery

from practices.search.index.filters import POINT_FIELD, Filter, distance_km, fields_of, without
from practices.search.index.highlight import Highlighter
from practices.search.index.nearness import place_asked_for
from practices.search.index.protocol import (
    ByDistance,
    ByNumber,
    Document,
    FacetCount,
    Facets,
    Hit,
    Page,
    Query,
    Sort,
)
from practices.search.index.tantivy_index.filtering import column, compiled
from practices.search.index.tantivy_index.generation import Reader
from practices.search.index.tantivy_index.nearby import distances_km
from practices.search.index.tantivy_index.wording import WordingCompiler

FACET_VALUES_MOST = 10_000
_TIED_MORE = 50
"""So many hits beyond the page are looked at, to put equal scores in the order of their key."""

_decode = msgspec.json.Decoder(Document).decode
Found = tuple[list[tantivy.DocAddress], "npt.NDArray[np.float32]", int]


@dataclass(frozen=True, slots=True)
class Question:
    """A query compiled for one view. `words` is None when no text was asked for."""

    reader: Reader
    query: Query
    words: TantivyQuery | None

    @classmethod
    def of(cls, reader: Reader, query: Query) -> "Question":
        """Compile the text of the query; the filter is compiled where it is used."""
        return cls(reader, query, WordingCompiler(reader, query.typos).compiled(query))

    def under(self, filter_: Filter | None) -> TantivyQuery:
        """Text and filter together; the filter adds nothing to the score."""
        if filter_ is None:
            return TantivyQuery.all_query() if self.words is None else self.words
        narrowed = compiled(filter_, self.reader)
        if self.words is None:
            return narrowed
        silent = TantivyQuery.const_score_query(narrowed, 0.0)
        return TantivyQuery.boolean_query([(Occur.Must, self.words), (Occur.Must, silent)])


def page_of(reader: Reader, query: Query) -> Page:
    """One page of hits with facets."""
    question = Question.of(reader, query)
    asked = question.under(query.filter)
    addresses, scores, total = _found(question, asked)
    highlighter = Highlighter.of(query, reader.settings.language) if query.highlight else None
    place = place_asked_for(query)
    hits = tuple(
        _hit(reader, address, float(score), highlighter, place)
        for address, score in zip(addresses, scores, strict=True)
    )
    return Page(hits, total, facets_of(question, asked))


def _hit(
    reader: Reader,
    address: tantivy.DocAddress,
    score: float,
    highlighter: Highlighter | None,
    place: tuple[float, float] | None,
) -> Hit:
    document = stored(reader, address)
    point = document.point
    return Hit(
        id=document.id,
        key=document.key,
        index=reader.name,
        language=document.language,
        score=score,
        document=document,
        highlights=highlighter.mark(document) if highlighter else {},
        distance_km=distance_km(*place, point.lat, point.lon) if place and point else None,
    )


def stored(reader: Reader, address: tantivy.DocAddress) -> Document:
    """The document as it was given."""
    return _decode(cast("bytes", reader.searcher.doc(address).get_first("source")))


def _count(result: tantivy.SearchResult) -> int:
    count: int = result.count  # type: ignore[attr-defined]  # missing in tantivy's type stub
    return count


def _found(question: Question, asked: TantivyQuery) -> Found:
    query, searcher = question.query, question.reader.searcher
    start, end = query.offset, query.offset + query.limit
    if query.limit == 0 or start >= searcher.num_docs:
        return [], np.zeros(0, np.float32), _count(searcher.search(asked, 1))
    if query.sort:
        return _sorted(question, asked, start, end)
    if question.words is None:
        page = searcher.search(
            asked, query.limit, order_by_field="key", offset=start, order=Order.Asc
        )
        addresses = [address for _, address in page.hits]
        return addresses, np.zeros(len(addresses), np.float32), _count(page)
    best = searcher.search(asked, min(end + _TIED_MORE, searcher.num_docs), count=True)
    found = best.hits  # a property that makes its list each time
    addresses = [address for _, address in found]
    scores = np.array([score for score, _ in found], np.float32)
    keys = np.array(searcher.fast_field_values("key", addresses), np.int64)
    order = np.lexsort((keys, -scores))[start:end]
    return [addresses[i] for i in order], scores[order], _count(best)


def _sorted(question: Question, asked: TantivyQuery, start: int, end: int) -> Found:
    searcher = question.reader.searcher
    every = searcher.search(asked, searcher.num_docs, count=True)
    found = every.hits
    if not found:
        return [], np.zeros(0, np.float32), 0
    addresses = [address for _, address in found]
    columns = [_column(searcher, addresses, sort) for sort in reversed(question.query.sort)]
    keys = np.array(searcher.fast_field_values("key", addresses), np.int64)
    order = np.lexsort((keys, *columns))[start:end]
    scores = np.array([found[i][0] for i in order], np.float32)
    if question.words is None:
        scores[:] = 0.0
    return [addresses[i] for i in order], scores, _count(every)


def _column(
    searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress], sort: Sort
) -> npt.NDArray[np.float64]:
    """Numbers to sort by, ascending; NaN, which sorts last, where there is none."""
    match sort:
        case ByDistance(lat, lon):
            return distances_km(searcher, addresses, lat, lon)
        case ByNumber(field, descending):
            name = "key" if field == "key" else f"n_{field}"
            numbers = np.array(searcher.fast_field_values(name, addresses), dtype=np.float64)
            return -numbers if descending else numbers


def facets_of(question: Question, asked: TantivyQuery) -> Facets:
    """Disjunctive counts: facets without a condition of their own share one pass."""
    query = question.query
    if not query.facets:
        return {}
    with_condition = set(fields_of(query.filter)) - {POINT_FIELD} if query.filter else set()
    shared = [facet for facet in query.facets if facet not in with_condition]
    counts = _counts(question.reader, asked, shared) if shared else {}
    for facet in query.facets:
        if facet in with_condition:
            others = question.under(without(query.filter, facet))
            counts |= _counts(question.reader, others, [facet])
    return {facet: counts[facet] for facet in query.facets}


def _counts(
    reader: Reader, asked: TantivyQuery, facets: list[str]
) -> dict[str, tuple[FacetCount, ...]]:
    terms = {"size": FACET_VALUES_MOST, "segment_size": FACET_VALUES_MOST}
    wanted = {facet: {"terms": {"field": column(facet), **terms}} for facet in facets}
    answer = reader.searcher.aggregate(asked, wanted)
    return {facet: _in_order(answer[facet]) for facet in facets}


def _in_order(found: Mapping[str, list[dict[str, str | int]]]) -> tuple[FacetCount, ...]:
    counts = [FacetCount(str(b["key"]), int(b["doc_count"])) for b in found["buckets"]]
    return tuple(sorted(counts, key=lambda each: (-each.count, each.value)))


def candidates_of(
    reader: Reader, query: Query, limit: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Keys and scores of the best matches, read from a column; no document is loaded."""
    question = Question.of(reader, query)
    limit = min(limit, reader.searcher.num_docs)
    if limit == 0:
        return np.zeros(0, np.int64), np.zeros(0, np.float32)
    hits = reader.searcher.search(question.under(query.filter), limit, count=False).hits
    scores = np.array([score for score, _ in hits], np.float32)
    if question.words is None:
        scores[:] = 0.0
    keys = np.array(
        reader.searcher.fast_field_values("key", [address for _, address in hits]), np.int64
    )
    order = np.lexsort((keys, -scores))
    return keys[order], scores[order]
