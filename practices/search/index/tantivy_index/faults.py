"""What tantivy raises, said in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import GafolupError
from core.room import NO_ROOM, has_no_room
from practices.search.index.errors import (
    IndexDamaged,
    IndexInUse,
    IndexNotWritten,
    IndexStorageFull,
)

_NO_ROOM_WORDS = tuple(f"os error {number}" for number in sorted(NO_ROOM))


def is_panic(error: BaseException) -> bool:
    """Whether a Rust panic came through (its class is no Exception and cannot be imported)."""
    return type(error).__name__ == "PanicException"


@contextmanager
def reading_faults(name: str) -> Iterator[None]:
    """While reading, whatever tantivy stumbles over is damage."""
    try:
        yield
    except GafolupError:
        raise
    except (ValueError, OSError) as error:
        raise IndexDamaged(name=name, reason=str(error)) from error
    except BaseException as error:
        if is_panic(error):
            raise IndexDamaged(name=name, reason=str(error)) from error
        raise


def writing_fault(name: str, folder: Path, error: BaseException) -> GafolupError:
    """The error of ours for one that tantivy raised while writing into `folder`."""
    reason = str(error)
    if "LockBusy" in reason:
        return IndexInUse(name=name)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return IndexStorageFull(name=name)
    if any(words in reason for words in _NO_ROOM_WORDS) or has_no_room(folder):
        return IndexStorageFull(name=name)
    return IndexNotWritten(name=name, reason=reason)
