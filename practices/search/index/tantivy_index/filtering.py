"""Filters as tantivy queries."""

import math
from collections.abc import Sequence

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as TantivyQuery

from practices.search.index import filters
from practices.search.index.checks import KEY_LEAST, KEY_MOST, is_whole
from practices.search.index.filters import And, Exists, Filter, In, Not, Or, Range, WithinKm
from practices.search.index.tantivy_index.generation import Reader
from practices.search.index.tantivy_index.nearby import within_km


def compiled(part: Filter, reader: Reader) -> TantivyQuery:
    """The query that matches the same documents. Fields and kinds were checked before."""
    match part:
        case And(parts):
            return _all_of([compiled(inner, reader) for inner in parts])
        case Or(parts):
            return any_of([compiled(inner, reader) for inner in parts])
        case Not(inner):
            every = (Occur.Must, TantivyQuery.all_query())
            return TantivyQuery.boolean_query([every, (Occur.MustNot, compiled(inner, reader))])
        case In(field, values):
            return _in(field, values, reader)
        case Range(field, minimum, maximum):
            return _range(field, minimum, maximum, reader)
        case Exists(field):
            return _exists(field, reader)
        case WithinKm():
            return within_km(part, reader)


def _all_of(queries: Sequence[TantivyQuery]) -> TantivyQuery:
    if not queries:
        return TantivyQuery.all_query()
    return TantivyQuery.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: Sequence[TantivyQuery]) -> TantivyQuery:
    """Documents that match at least one; none without queries."""
    if not queries:
        return TantivyQuery.empty_query()
    if len(queries) == 1:
        return queries[0]
    return TantivyQuery.boolean_query([(Occur.Should, query) for query in queries])


def column(field: str) -> str:
    """The tantivy field of a keyword field."""
    return field if field in filters.KEYWORD_FIELDS else f"k_{field}"


def _in(field: str, values: tuple[str | float, ...], reader: Reader) -> TantivyQuery:
    terms: list[str | int | float]
    if filters.is_keyword(field, reader.settings):
        name, terms = column(field), [v for v in values if isinstance(v, str) and is_whole(v)]
    elif field == "key":
        name, terms = field, [int(v) for v in values if not isinstance(v, str) and _is_key(v)]
    else:
        name, terms = f"n_{field}", [float(v) + 0.0 for v in values]
    if not terms:
        return TantivyQuery.empty_query()
    if len(terms) == 1:
        return TantivyQuery.term_query(reader.schema, name, terms[0], index_option="basic")
    return TantivyQuery.term_set_query(reader.schema, name, terms)


def _is_key(value: float) -> bool:
    return value == math.floor(value) and KEY_LEAST <= value <= KEY_MOST


def _range(
    field: str, minimum: float | None, maximum: float | None, reader: Reader
) -> TantivyQuery:
    if field == "key":
        low = KEY_LEAST if minimum is None else max(KEY_LEAST, math.ceil(minimum))
        high = KEY_MOST if maximum is None else min(KEY_MOST, math.floor(maximum))
        if low > high:
            return TantivyQuery.empty_query()
        return TantivyQuery.range_query(reader.schema, "key", FieldType.Integer, low, high)
    return floats_between(reader.schema, f"n_{field}", minimum, maximum)


def floats_between(
    schema: tantivy.Schema, name: str, minimum: float | None, maximum: float | None
) -> TantivyQuery:
    """Documents whose number lies between the bounds, both of which belong to the range."""
    low = None if minimum is None else float(minimum) - 0.0
    high = None if maximum is None else float(maximum) + 0.0
    return TantivyQuery.range_query(schema, name, FieldType.Float, low, high)


def _exists(field: str, reader: Reader) -> TantivyQuery:
    if field in filters.KEYWORD_FIELDS or field in filters.NUMBER_FIELDS:
        return TantivyQuery.all_query()
    if field == filters.POINT_FIELD:
        return TantivyQuery.exists_query("lat")
    prefix = "k" if field in reader.settings.keyword_fields else "n"
    return TantivyQuery.exists_query(f"{prefix}_{field}")
