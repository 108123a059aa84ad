"""Filters as Meilisearch filter expressions.

https://www.meilisearch.com/docs/capabilities/filtering_sorting_faceting/advanced/filter_expression_syntax
Nothing but field names of the settings, numbers and encoded codes is ever written.
"""

from practices.search.index import filters
from practices.search.index.filters import And, Exists, Filter, In, Not, Or, Range, WithinKm
from practices.search.index.meili_index.codes import encoded, primary_key

EVERY_DOCUMENT = "key EXISTS"
"""True of every document, not of the record of the settings that lies beside them."""

PLACED = "placed"
"""An attribute of documents with a point, for the server refuses `_geo` in a condition."""

_NO_DOCUMENT = f"NOT {EVERY_DOCUMENT}"

_METRES_A_KM = 1000 * 6371.0 / filters.EARTH_RADIUS_KM
"""The server measures circles on an earth of 6,371 km, we on one of 6,371.0088 km. A circle of
so many of its metres holds what lies within a kilometre of ours."""


def attribute(field: str) -> str:
    """The attribute that holds a field."""
    if field in {*filters.KEYWORD_FIELDS, *filters.NUMBER_FIELDS}:
        return field
    return f"f_{field}"


def expression(part: Filter | None) -> str:
    """The filter of a search. Fields and kinds were checked before."""
    if part is None:
        return EVERY_DOCUMENT
    return f"{EVERY_DOCUMENT} AND ({_compiled(part)})"


def _compiled(part: Filter) -> str:
    match part:
        case And(parts):
            return " AND ".join(f"({_compiled(inner)})" for inner in parts) or EVERY_DOCUMENT
        case Or(parts):
            return " OR ".join(f"({_compiled(inner)})" for inner in parts) or _NO_DOCUMENT
        case Not(inner):
            return f"NOT ({_compiled(inner)})"
        case In(field, values):
            return _in(field, values)
        case Range(field, minimum, maximum):
            bounds = [(">=", minimum), ("<=", maximum)]
            return " AND ".join(
                f"{attribute(field)} {sign} {_number(bound)}"
                for sign, bound in bounds
                if bound is not None
            )
        case Exists(field):
            return f"{PLACED if field == filters.POINT_FIELD else attribute(field)} EXISTS"
        case WithinKm(lat, lon, km):
            return f"_geoRadius({lat:.8f}, {lon:.8f}, {km * _METRES_A_KM:.3f})"


def _in(field: str, values: tuple[str | float, ...]) -> str:
    if not values:
        return _NO_DOCUMENT
    written = (f'"{_code(field, v)}"' if isinstance(v, str) else _number(v) for v in values)
    return f"{attribute(field)} IN [{', '.join(written)}]"


def _code(field: str, value: str) -> str:
    return primary_key(value) if field == "id" else encoded(value)


def _number(value: float) -> str:
    """The number as text; -0.0, which the server sorts below 0.0, as 0."""
    return f'"{value or 0!r}"'
