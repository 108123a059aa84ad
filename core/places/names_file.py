"""Whether a file is a list of places of this make, seen without reading all of it."""

from pathlib import Path

from core.places.errors import GazetteerUnavailable
from core.places.schema import APPLICATION_ID, SCHEMA_VERSION


def check_places_file(path: Path) -> None:
    """See that the file is whole and of this make.

    Raises:
        GazetteerUnavailable: no such file, not such a file, an older make, or cut off.
    """
    why = None
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise GazetteerUnavailable(path=str(path), why=type(error).__name__) from error
    if head[:16] != b"SQLite format 3\x00":
        why = "not a list of places"
    elif int.from_bytes(head[16:18]) * int.from_bytes(head[28:32]) != size:
        why = "cut off"
    elif int.from_bytes(head[68:72]) != APPLICATION_ID:
        why = "not a list of places"
    elif int.from_bytes(head[60:64]) != SCHEMA_VERSION:
        why = "older make"
    if why:
        raise GazetteerUnavailable(path=str(path), why=why)
