"""Places: what lies within a distance, and how far each hit is.

tantivy knows no distance. A box in degrees around the circle is a pair of number ranges; only the
documents of the box that lie in its corners, outside the circle, are then named one by one.
"""

import math

import numpy as np
import numpy.typing as npt
import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as TantivyQuery

from practices.search.index.filters import EARTH_RADIUS_KM, WithinKm
from practices.search.index.tantivy_index.generation import Reader

_SLACK_DEGREES = 1e-6
"""The box is this much too large, so that rounding leaves out nothing."""


def within_km(circle: WithinKm, reader: Reader) -> TantivyQuery:
    """Documents whose point lies within the circle."""
    box = _box(circle, reader.schema)
    most = max(1, reader.searcher.num_docs)
    addresses = [address for _, address in reader.searcher.search(box, most, count=False).hits]
    distances = distances_km(reader.searcher, addresses, circle.lat, circle.lon)
    outside = ~(distances <= circle.km)
    if not outside.any():
        return box
    spots = reader.searcher.fast_field_values("spot", addresses)
    inside_is_smaller = 2 * int(outside.sum()) > len(addresses)
    named = ~outside if inside_is_smaller else outside
    chosen = [spot for spot, wanted in zip(spots, named, strict=True) if wanted]
    if inside_is_smaller:
        if not chosen:
            return TantivyQuery.empty_query()
        return TantivyQuery.term_set_query(reader.schema, "spot", chosen)
    corners = TantivyQuery.term_set_query(reader.schema, "spot", chosen)
    return TantivyQuery.boolean_query([(Occur.Must, box), (Occur.MustNot, corners)])


def _box(circle: WithinKm, schema: tantivy.Schema) -> TantivyQuery:
    """Latitude and longitude ranges around the circle, over the date line and poles too."""
    angle = circle.km / EARTH_RADIUS_KM
    high = circle.lat + math.degrees(angle) + _SLACK_DEGREES
    low = circle.lat - math.degrees(angle) - _SLACK_DEGREES
    parts = [(Occur.Must, _between(schema, "lat", low, high))]
    if low > -90 and high < 90:
        # the meridians that touch a circle: sin(half width) = sin(angle) / cos(latitude)
        ratio = math.sin(angle) / math.cos(math.radians(circle.lat))
        half = math.degrees(math.asin(min(1.0, ratio))) + _SLACK_DEGREES
        west, east = circle.lon - half, circle.lon + half
        pieces = [(west, east)]
        if west < -180:
            pieces.append((west + 360, 180.0))
        if east > 180:
            pieces.append((-180.0, east - 360))
        ranges = [(Occur.Should, _between(schema, "lon", *piece)) for piece in pieces]
        parts.append((Occur.Must, TantivyQuery.boolean_query(ranges)))
    return TantivyQuery.boolean_query(parts)


def _between(schema: tantivy.Schema, name: str, low: float, high: float) -> TantivyQuery:
    return TantivyQuery.range_query(schema, name, FieldType.Float, low, high)


def distances_km(
    searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress], lat: float, lon: float
) -> npt.NDArray[np.float64]:
    """Great-circle distance of each document, NaN where it has no point. Shape (documents,)."""
    if not addresses:
        return np.zeros(0)
    lats = np.radians(np.array(searcher.fast_field_values("lat", addresses), dtype=np.float64))
    lons = np.radians(np.array(searcher.fast_field_values("lon", addresses), dtype=np.float64))
    here_lat, here_lon = math.radians(lat), math.radians(lon)
    chord = np.sin((lats - here_lat) / 2) ** 2 + (
        math.cos(here_lat) * np.cos(lats) * np.sin((lons - here_lon) / 2) ** 2
    )
    distances: npt.NDArray[np.float64] = (
        2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    )
    return distances
