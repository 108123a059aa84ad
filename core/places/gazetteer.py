"""Places by name and by position, from the file that `build` makes."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from core.places import matching, regions
from core.places.directions import bearing, checked_point, compass_point, km_between
from core.places.errors import GazetteerUnavailable
from core.places.names_file import check_places_file
from core.places.names_found import Match, NearPlace, Place, PlaceHit
from core.places.names_order import beside_first, by_distance, weights_of
from core.places.nearby import cell_ranges, reaches
from core.places.query import LONGEST_NAME, PlaceQuery, read_query
from core.places.spelling import fold_name

__all__ = ["Gazetteer", "Match", "NearPlace", "Place", "PlaceHit"]

# Two hits this like each other need more than country and population to be told apart.
_BESIDE_AT_LEAST = 20_000
_LOOKED_AT = 60
_LOOKED_FAR = 400


class Gazetteer:
    """The list of places, read only. Share it between threads: none waits for another."""

    def __init__(self, path: Path) -> None:
        """Open the list.

        Raises:
            GazetteerUnavailable: no such file, not such a file, an older make, or damaged.
        """
        self.path = path
        self.when_damaged: Callable[[], None] = lambda: None
        self._idle: list[tuple[sqlite3.Connection, _Seen]] = []
        check_places_file(path)
        self._rows("SELECT rank FROM places LIMIT 1")

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

    def local_name(self, geoname: int, language: str) -> str | None:
        """The place's name in the script of a language other than the main name's, if known.

        Raises:
            GazetteerUnavailable: the file is damaged.
        """
        statement = "SELECT name FROM local_names WHERE geoname = ? AND language = ?"
        rows = self._rows(statement, geoname, language)
        return str(rows[0][0]) if rows else None

    def country_named(self, text: str) -> str | None:
        """ISO code of the country that a text names in any of the languages known, or None.

        Raises:
            GazetteerUnavailable: the file is damaged.
        """
        return self._country_named(fold_name(text)) if len(text) <= LONGEST_NAME else None

    def close(self) -> None:
        """Close the connections; the next question opens a new one."""
        while self._idle:
            self._idle.pop()[0].close()

    def _hits(
        self,
        query: PlaceQuery,
        searches: tuple[Match, ...],
        limit: int,
        near: tuple[float, float] | None,
    ) -> list[PlaceHit]:
        """What the first search finds, filled up by the others; nothing if it has nothing."""
        distance = by_distance(near) if near else beside_first(self._anchor(query))
        # More are looked at than shown: the nearest, or the one of that main name, may be small.
        wanted = max(limit, _LOOKED_AT if near is None and query.beside is None else _LOOKED_FAR)
        found: dict[int, PlaceHit] = {}
        for match in searches:
            ranks = _SEARCHES[match](self._rows, query, wanted)
            fresh = self._places(rank for rank in ranks if rank not in found)
            weights = weights_of(fresh, match, query.name)
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
        seen = self._seen()
        try:
            connection = self._connection(seen)
            rows = connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            self.when_damaged()
            raise GazetteerUnavailable(path=str(self.path), why=str(error)) from error
        self._idle.append((connection, seen))
        return rows

    def _seen(self) -> "_Seen":
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    def _connection(self, seen: "_Seen") -> sqlite3.Connection:
        """An idle connection or a new one; threads can take from the end of a list at once.

        What was opened before the file was replaced or overwritten is closed.
        """
        while True:
            try:
                connection, of = self._idle.pop()
            except IndexError:
                address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
                return sqlite3.connect(address, uri=True, check_same_thread=False)
            if of == seen:
                return connection
            connection.close()


_Seen = tuple[int, int] | None
"""Which file it was: its number and when it was written; None where there is none."""
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
