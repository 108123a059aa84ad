"""What tantivy raises, said in our words."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import GafolupError
from practices.search.index.errors import (
    IndexDamaged,
    IndexInUse,
    IndexNotWritten,
    IndexStorageFull,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_WORDS = tuple(f"os error {number}" for number in sorted(_NO_ROOM))


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
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return IndexStorageFull(name=name)
    if any(words in reason for words in _NO_ROOM_WORDS) or _has_no_room(folder):
        return IndexStorageFull(name=name)
    return IndexNotWritten(name=name, reason=reason)


def _has_no_room(folder: Path) -> bool:
    """Whether a megabyte can no longer be written: a killed worker thread hides its reason."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(1 << 20))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return error.errno in _NO_ROOM
    return False
