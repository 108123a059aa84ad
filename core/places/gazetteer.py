"""Places by name and by position, from the file that `build` makes."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from core.places import matching, regions
from core.places.directions import Compass, bearing, checked_point, compass_point, km_between
from core.places.errors import GazetteerUnavailable
from core.places.nearby import cell_ranges, reaches
from core.places.query import PlaceQuery, read_query
from core.places.schema import APPLICATION_ID, SCHEMA_VERSION, weight_of

# Two hits this like each other need more than country and population to be told apart.
_BESIDE_AT_LEAST = 20_000
# A place named after a comma counts only for places not further from it than this.
_BESIDE_KM = 300.0
_LOOKED_AT = 60
_LOOKED_FAR = 400
Match = Literal["exact", "prefix", "typo"]


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place of GeoNames. population 0: not known. admin1: GeoNames code within it."""

    geoname: int
    name: str
    country: str
    admin1: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class NearPlace:
    """Where a point lies: `km` from `place`, in the direction `compass` as seen from it.

    bearing: degrees clockwise from north, from the place to the point.
    """

    place: Place
    km: float
    bearing: float
    compass: Compass


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that a name may mean.

    match: how the name was found. edits: letters that differ (typo only). beside: the nearest town,
    given where another hit has the same name in the same country.
    """

    place: Place
    match: Match
    edits: int = 0
    beside: NearPlace | None = None


class Gazetteer:
    """The list of places, read only. Share it between threads: none waits for another."""

    def __init__(self, path: Path) -> None:
        """Open the list.

        Raises:
            GazetteerUnavailable: no such file, not such a file, an older make, or damaged.
        """
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._check()

    @cached_property
    def attribution(self) -> str:
        """Whom to thank for the names, to be shown with them."""
        return str(self._rows("SELECT value FROM about WHERE key = 'attribution'")[0][0])

    def find(
        self,
        name: str,
        country: str | None = None,
        limit: int = 10,
        near: tuple[float, float] | None = None,
    ) -> list[PlaceHit]:
        """Places that a written name may mean, the likeliest first.

        Any script and spelling. The text may name the country too ("Koutiala, Mali"). Exact names
        come before beginnings of names, and names with one or two letters wrong come only where
        nothing else fits; within each, the nearer to `near` (lat, lon) first, or the larger where
        it is not given, a main name counting more than a name that the place also has.
        country: ISO code; only places there. A text that is empty, overlong or without letters, and
        a country that does not exist, find nothing.

        Raises:
            PointNotOnEarth: `near` is no point.
            GazetteerUnavailable: the file is damaged.
        """
        if near is not None:
            near = checked_point(*near)
        if country is not None and not regions.known(country := country.upper()):
            return []
        queries = list(read_query(name, country, self._country_named))
        for searches in (("exact", "prefix"), ("prefix",), ("typo",)):
            for query in queries:
                hits = self._hits(query, searches, limit, near)
                if hits:
                    return self._told_apart(hits)
        return []

    def nearest(self, lat: float, lon: float, population: int = 0) -> NearPlace:
        """The nearest place with at least so many people.

        Raises:
            PointNotOnEarth: the point is out of range.
            GazetteerUnavailable: the file is damaged, or has no such place at all.
        """
        lat, lon = checked_point(lat, lon)
        for reach_km in reaches():
            found = self._within(lat, lon, reach_km, population)
            if found is not None:
                return found
        raise GazetteerUnavailable(path=str(self.path), why="no places")

    def place(self, geoname: int) -> Place | None:
        """The place with this GeoNames number, or None."""
        rows = self._rows(f"{_SELECT} WHERE geoname = ?", geoname)
        return _place(rows[0]) if rows else None

    def close(self) -> None:
        """Close the connections; the next question opens a new one."""
        while self._idle:
            self._idle.pop().close()

    def _hits(
        self,
        query: PlaceQuery,
        searches: tuple[Match, ...],
        limit: int,
        near: tuple[float, float] | None,
    ) -> list[PlaceHit]:
        """What the first search finds, filled up by the others; nothing if it has nothing."""
        distance = _by_distance(near) if near else _beside_first(self._anchor(query))
        # More are looked at than shown: the nearest, or the one of that main name, may be small.
        wanted = max(limit, _LOOKED_AT if near is None and query.beside is None else _LOOKED_FAR)
        found: dict[int, PlaceHit] = {}
        for match in searches:
            ranks = _SEARCHES[match](self._rows, query, wanted)
            fresh = self._places(rank for rank in ranks if rank not in found)
            weights = {
                rank: weight_of(place.population, main_name=_is_main(match, query.name, folded))
                for rank, (place, folded) in fresh.items()
            }
            for rank in sorted(
                fresh, key=lambda r: (ranks[r], distance(fresh[r][0]), -weights[r], r)
            ):
                found[rank] = PlaceHit(fresh[rank][0], match, ranks[rank])
            if not found or len(found) >= limit:
                break
        return list(found.values())[:limit]

    def _anchor(self, query: PlaceQuery) -> tuple[float, float] | None:
        """The point of the larger place that the text names after a comma, if it names one."""
        if query.beside is None:
            return None
        ranks = matching.exact(self._rows, PlaceQuery(query.beside, query.country, None), 1)
        return next(((p.lat, p.lon) for p, _ in self._places(ranks).values()), None)

    def _told_apart(self, hits: list[PlaceHit]) -> list[PlaceHit]:
        alike: dict[tuple[str, str], int] = {}
        for hit in hits:
            key = (hit.place.name, hit.place.country)
            alike[key] = alike.get(key, 0) + 1
        return [
            replace(hit, beside=self._beside(hit.place))
            if alike[hit.place.name, hit.place.country] > 1
            else hit
            for hit in hits
        ]

    def _beside(self, place: Place) -> NearPlace | None:
        for reach_km in (50, 200):
            found = self._within(
                place.lat, place.lon, reach_km, _BESIDE_AT_LEAST, besides=place.geoname
            )
            if found is not None:
                return found
        return None

    def _within(
        self, lat: float, lon: float, reach_km: float, population: int, besides: int = 0
    ) -> NearPlace | None:
        best: tuple[float, Place] | None = None
        for low, high in cell_ranges(lat, lon, reach_km):
            rows = self._rows(
                f"{_SELECT} WHERE cell BETWEEN ? AND ? AND population >= ? AND geoname <> ?",
                low,
                high,
                population,
                besides,
            )
            for row in rows:
                km = km_between(lat, lon, row[5], row[6])
                if km <= reach_km and (best is None or km < best[0]):
                    best = km, _place(row)
        if best is None:
            return None
        km, place = best
        degrees = bearing(place.lat, place.lon, lat, lon)
        return NearPlace(place, km, degrees, compass_point(degrees))

    def _country_named(self, folded: str) -> str | None:
        rows = self._rows("SELECT country FROM countries WHERE folded = ? LIMIT 1", folded)
        return str(rows[0][0]) if rows else None

    def _places(self, ranks: Iterable[int]) -> dict[int, tuple[Place, str]]:
        """Places by rank, each with its folded main name."""
        listed = list(ranks)
        marks = ",".join("?" * len(listed))
        rows = self._rows(f"{_SELECT_RANKED} WHERE rank IN ({marks})", *listed)
        return {row[7]: (_place(row), row[8]) for row in rows}

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        connection: sqlite3.Connection | None = None
        try:
            connection = self._connection()
            rows = connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            raise GazetteerUnavailable(path=str(self.path), why=str(error)) from error
        self._idle.append(connection)
        return rows

    def _connection(self) -> sqlite3.Connection:
        """An idle connection or a new one; threads can take from the end of a list at once."""
        try:
            return self._idle.pop()
        except IndexError:
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            return sqlite3.connect(address, uri=True, check_same_thread=False)

    def _check(self) -> None:
        """See that the file is whole and of this make, without reading all of it."""
        why = None
        try:
            with self.path.open("rb") as file:
                head = file.read(100)
            size = self.path.stat().st_size
        except OSError as error:
            raise GazetteerUnavailable(path=str(self.path), why=type(error).__name__) from error
        if head[:16] != b"SQLite format 3\x00":
            why = "not a list of places"
        elif int.from_bytes(head[16:18]) * int.from_bytes(head[28:32]) != size:
            why = "cut off"
        elif int.from_bytes(head[68:72]) != APPLICATION_ID:
            why = "not a list of places"
        elif int.from_bytes(head[60:64]) != SCHEMA_VERSION:
            why = "older make"
        if why:
            raise GazetteerUnavailable(path=str(self.path), why=why)
        self._rows("SELECT rank FROM places LIMIT 1")


Search = Callable[[matching.Rows, PlaceQuery, int], dict[int, int]]
_SEARCHES: dict[Match, Search] = {
    "exact": matching.exact,
    "prefix": matching.beginnings,
    "typo": matching.typos,
}
_SELECT = "SELECT geoname, name, country, admin1, population, lat, lon FROM places"
_SELECT_RANKED = (
    "SELECT geoname, name, country, admin1, population, lat, lon, rank, folded FROM places"
)


def _place(row: tuple[Any, ...]) -> Place:
    return Place(*row[:7])


def _is_main(match: Match, asked: str, folded: str) -> bool:
    """Whether it is the main name of the place that was found."""
    return folded == asked or (match == "prefix" and folded.startswith(asked))


def _by_distance(point: tuple[float, float]) -> Callable[[Place], float]:
    return lambda place: km_between(*point, place.lat, place.lon)


def _beside_first(anchor: tuple[float, float] | None) -> Callable[[Place], float]:
    """Places near the anchor first, by distance; the others are all alike."""
    if anchor is None:
        return lambda _: 0.0
    return lambda place: min(km_between(*anchor, place.lat, place.lon), _BESIDE_KM)
