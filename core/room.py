"""Whether the disk has room, and what a failure to write says of it."""

import errno
import os
import sqlite3
import tempfile
from http import HTTPStatus
from pathlib import Path

from core.errors import GafolupError
from core.words import N_

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_PROBE_BYTES = 1 << 20


class DiskFull(GafolupError):
    """There is no room left to write. Data: `folder`."""

    code = "disk_full"
    status = HTTPStatus.INSUFFICIENT_STORAGE
    text = N_("There is no room left on the disk of {folder}. Make room, then try again.")


def has_no_room(folder: Path) -> bool:
    """Whether a megabyte can no longer be written: who fails to write often hides the reason."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(_PROBE_BYTES))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return error.errno in NO_ROOM
    return False


def full_disk(problem: BaseException, *folders: Path) -> Path | None:
    """The folder whose disk is full, if something could not be written for that; else None.

    SQLite tells a full disk only sometimes; else the folders it writes in are tried.
    """
    if isinstance(problem, OSError):
        return folders[0] if problem.errno in NO_ROOM else None
    if not isinstance(problem, sqlite3.Error):
        return None
    full = next((folder for folder in folders if folder.is_dir() and has_no_room(folder)), None)
    is_said = getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return full or (folders[0] if is_said else None)
