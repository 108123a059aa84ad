"""What a search may be narrowed by: a small tree of typed values, compiled by each engine.

There is no text form and so no parser: a value typed by a person can only ever be a value.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from practices.search.index.errors import FilterNotUnderstood

KEYWORD_FIELDS = ("id", "language")
"""Keyword fields every document has."""

NUMBER_FIELDS = ("key",)
"""Number fields every document has."""

POINT_FIELD = "point"
EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG R1), used for great-circle distance by every engine here."""


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds; without parts, every document."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds; without parts, no document."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Filter"


@dataclass(frozen=True, slots=True)
class In:
    """The field has at least one of the values: strings for codes, numbers for number fields."""

    field: str
    values: tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """The number lies between both bounds, which belong to the range; None is open."""

    field: str
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Exists:
    """The document has a value of this field ("point" asks for a place)."""

    field: str


@dataclass(frozen=True, slots=True)
class WithinKm:
    """The document's point lies within `km` kilometres (great circle) of latitude, longitude."""

    lat: float
    lon: float
    km: float


Filter: TypeAlias = And | Or | Not | In | Range | Exists | WithinKm


class Fields(Protocol):
    """What a filter needs to know of the settings of an index."""

    @property
    def keyword_fields(self) -> tuple[str, ...]:
        """Fields that hold codes."""
        ...

    @property
    def number_fields(self) -> tuple[str, ...]:
        """Fields that hold a number."""
        ...

    @property
    def has_points(self) -> bool:
        """Whether documents may have a point."""
        ...


def check(part: Filter, fields: Fields) -> None:
    """See that every field of the filter exists and every value is of its kind.

    Raises:
        FilterNotUnderstood: an unknown field, a value of the wrong kind, a bound out of range.
    """
    match part:
        case And(parts) | Or(parts):
            for inner in parts:
                check(inner, fields)
        case Not(inner):
            check(inner, fields)
        case In(field, values):
            _check_values(field, values, fields)
        case Range(field, minimum, maximum):
            _check_range(field, minimum, maximum, fields)
        case Exists(field):
            if not (is_keyword(field, fields) or is_number(field, fields)):
                _check_point(field, fields)
        case WithinKm(lat, lon, km):
            _check_circle(lat, lon, km, fields)
        case _:
            raise FilterNotUnderstood(field=type(part).__name__, reason="not a filter")


def is_keyword(field: str, fields: Fields) -> bool:
    """Whether `field` holds codes in this index."""
    return field in fields.keyword_fields or field in KEYWORD_FIELDS


def is_number(field: str, fields: Fields) -> bool:
    """Whether `field` holds numbers in this index."""
    return field in fields.number_fields or field in NUMBER_FIELDS


def _check_values(field: str, values: tuple[str | float, ...], fields: Fields) -> None:
    wrong: list[object]
    if is_keyword(field, fields):
        wrong = [value for value in values if not isinstance(value, str)]
    elif is_number(field, fields):
        wrong = [value for value in values if not _is_finite_number(value)]
    else:
        raise FilterNotUnderstood(field=field, reason="no such field")
    if wrong:
        raise FilterNotUnderstood(field=field, reason=f"{wrong[0]!r} is of the wrong kind")


def _check_range(field: str, minimum: float | None, maximum: float | None, fields: Fields) -> None:
    if not is_number(field, fields):
        reason = "not a number" if is_keyword(field, fields) else "no such field"
        raise FilterNotUnderstood(field=field, reason=reason)
    if minimum is None and maximum is None:
        raise FilterNotUnderstood(field=field, reason="a range needs a bound")
    for bound in (minimum, maximum):
        if bound is not None and not _is_finite_number(bound):
            raise FilterNotUnderstood(field=field, reason=f"{bound!r} is not a number")


def _check_point(field: str, fields: Fields) -> None:
    if field != POINT_FIELD:
        raise FilterNotUnderstood(field=field, reason="no such field")
    if not fields.has_points:
        raise FilterNotUnderstood(field=field, reason="documents here have no place")


def _check_circle(lat: float, lon: float, km: float, fields: Fields) -> None:
    _check_point(POINT_FIELD, fields)
    if not (_is_finite_number(lat) and -90 <= lat <= 90):
        raise FilterNotUnderstood(field=POINT_FIELD, reason=f"{lat!r} is not a latitude")
    if not (_is_finite_number(lon) and -180 <= lon <= 180):
        raise FilterNotUnderstood(field=POINT_FIELD, reason=f"{lon!r} is not a longitude")
    if not (_is_finite_number(km) and km >= 0):
        raise FilterNotUnderstood(field=POINT_FIELD, reason=f"{km!r} is not a distance")


def _is_finite_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def fields_of(part: Filter) -> Iterator[str]:
    """Every field the filter looks at, possibly more than once."""
    match part:
        case And(parts) | Or(parts):
            for inner in parts:
                yield from fields_of(inner)
        case Not(inner):
            yield from fields_of(inner)
        case In(field) | Range(field) | Exists(field):
            yield field
        case WithinKm():
            yield POINT_FIELD


def without(part: Filter | None, field: str) -> Filter | None:
    """The filter less the conditions that are about `field` alone.

    This is the filter a facet is counted under, so that the other values of a chosen facet keep
    their counts. Only the top of the tree (one condition, or the parts of one And) is taken apart.
    """
    if part is None or set(fields_of(part)) == {field}:
        return None
    if not isinstance(part, And):
        return part
    kept = tuple(inner for inner in part.parts if set(fields_of(inner)) != {field})
    return And(kept) if kept else None


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance by the haversine formula, degrees in, kilometres out."""
    half_lat = math.radians(other_lat - lat) / 2
    half_lon = math.radians(other_lon - lon) / 2
    chord = math.sin(half_lat) ** 2 + (
        math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(half_lon) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


def holds(part: Filter, values: Mapping[str, tuple[str | float, ...]]) -> bool:
    """Whether a document with these values passes the filter: the meaning, in plain words.

    `values` maps a field to what the document has there; "point" maps to (lat, lon). Engines
    compile the same meaning into their own queries.
    """
    match part:
        case And(parts):
            return all(holds(inner, values) for inner in parts)
        case Or(parts):
            return any(holds(inner, values) for inner in parts)
        case Not(inner):
            return not holds(inner, values)
        case In(field, wanted):
            return not set(wanted).isdisjoint(values.get(field, ()))
        case Range(field, minimum, maximum):
            low = -math.inf if minimum is None else minimum
            high = math.inf if maximum is None else maximum
            return any(low <= float(value) <= high for value in values.get(field, ()))
        case Exists(field):
            return bool(values.get(field, ()))
        case WithinKm(lat, lon, km):
            point = values.get(POINT_FIELD, ())
            if len(point) != 2:
                return False
            return distance_km(lat, lon, float(point[0]), float(point[1])) <= km
