"""Filters as Meilisearch filter expressions.

https://www.meilisearch.com/docs/learn/filtering_and_sorting/filter_expression_reference
Nothing but field names of the settings, numbers and encoded codes is ever written.
"""

from practices.search.index import filters
from practices.search.index.filters import And, Exists, Filter, In, Not, Or, Range, WithinKm
from practices.search.index.meili_index.codes import encoded

EVERY_DOCUMENT = "key EXISTS"
"""True of every document, not of the record of the settings that lies beside them."""

_NO_DOCUMENT = f"NOT {EVERY_DOCUMENT}"


def attribute(field: str) -> str:
    """The attribute that holds a field."""
    if field == "id":
        return "ident"
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
            return f"{'_geo' if field == filters.POINT_FIELD else attribute(field)} EXISTS"
        case WithinKm(lat, lon, km):
            return f"_geoRadius({lat:.8f}, {lon:.8f}, {km * 1000:.3f})"


def _in(field: str, values: tuple[str | float, ...]) -> str:
    if not values:
        return _NO_DOCUMENT
    written = (f'"{encoded(v)}"' if isinstance(v, str) else _number(v) for v in values)
    return f"{attribute(field)} IN [{', '.join(written)}]"


def _number(value: float) -> str:
    return f'"{value!r}"'
