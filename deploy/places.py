"""The list of places of a data folder: seeing that it is whole, and building it where it is not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import structlog

from core.places.build import Progress, silent
from core.places.build import build as build_places
from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer

log = structlog.get_logger()


def ensure_places(path: Path, progress: Progress = silent) -> bool:
    """Build the list of places if it is missing, damaged or of an older make; whether it was.

    Raises:
        DiskFull: there is no room for it; what there was is as it was.
    """
    try:
        Gazetteer(path).close()
        must_be_whole(path)
    except GazetteerUnavailable as problem:
        if path.exists():
            log.warning("gazetteer.rebuilding", reason=str(problem))
        build_places(path, progress)
        return True
    return False


def must_be_whole(places: Path) -> None:
    """See that no page of the list is damaged, which opening it does not tell (0.2 s)."""
    try:
        with closing(
            sqlite3.connect(f"{places.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as opened:
            (found,) = opened.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as problem:
        raise GazetteerUnavailable(path=str(places), why=str(problem)) from problem
    if found != "ok":
        raise GazetteerUnavailable(path=str(places), why=found)
