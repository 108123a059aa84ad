"""The place a query is about."""

from practices.search.index.filters import And, WithinKm
from practices.search.index.protocol import ByDistance, Query


def place_asked_for(query: Query) -> tuple[float, float] | None:
    """Latitude and longitude that distances are told from: of the sort, else of the filter."""
    for sort in query.sort:
        if isinstance(sort, ByDistance):
            return sort.lat, sort.lon
    parts = query.filter.parts if isinstance(query.filter, And) else (query.filter,)
    for part in parts:
        if isinstance(part, WithinKm):
            return part.lat, part.lon
    return None
