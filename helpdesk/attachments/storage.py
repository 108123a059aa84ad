"""Where attachments are kept: by what they contain, so that the same content is kept once.

A key is the SHA-256 of the content. Who may read a file is not known here.
"""

import fcntl
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from helpdesk.attachments.errors import AttachmentNotFound, AttachmentNotStored

_KEY = re.compile(r"[0-9a-f]{64}")
_ABANDONED_SECONDS = 3600


class Storage(Protocol):
    """Keeps contents durably. All methods may be called by many threads and processes at once."""

    def put(self, data: bytes) -> str:
        """Keep `data` and give its key. When this returns, the content survives a power cut.

        Raises:
            AttachmentNotStored: it could not be written; nothing half-written is left.
        """
        ...

    def open(self, key: str) -> BinaryIO:
        """The content, to be read and closed by the caller.

        Raises:
            AttachmentNotFound: nothing is kept under `key`.
        """
        ...

    def exists(self, key: str) -> bool:
        """Whether something is kept under `key`."""
        ...

    def delete(self, key: str, put_before: datetime) -> bool:
        """Forget the content unless someone put it again at or after `put_before`.

        Gives whether it is gone. Whoever finds that no row uses a key names the moment before it
        looked: a copy that another person sends meanwhile is then never lost.
        """
        ...

    def keys(self) -> Iterator[str]:
        """All keys, in no order; what comes or goes meanwhile may be missing."""
        ...


class FolderStorage:
    """Files in a folder: ab/cd/abcd... by the first digits of the key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"
        try:
            for place in (folder, self._incoming):
                place.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._drop_abandoned()
        except OSError as problem:
            raise AttachmentNotStored(reason=str(problem)) from problem

    def put(self, data: bytes) -> str:
        """Write beside, sync, rename, sync the folders."""
        key = hashlib.sha256(data).hexdigest()
        try:
            self._put(key, data)
        except OSError as problem:
            raise AttachmentNotStored(reason=str(problem)) from problem
        return key

    def open(self, key: str) -> BinaryIO:
        """The file, opened for reading."""
        try:
            return self._path(key).open("rb")
        except FileNotFoundError:
            raise AttachmentNotFound(key=key) from None

    def exists(self, key: str) -> bool:
        """Whether there is a file for `key`; false for anything that is no key."""
        return _KEY.fullmatch(key) is not None and self._path(key).exists()

    def delete(self, key: str, put_before: datetime) -> bool:
        """Remove the file under the lock that `put` takes to renew its time."""
        path = self._path(key)
        if not path.exists():
            return True
        with self._locked(key):
            try:
                kept_at = datetime.fromtimestamp(path.stat().st_mtime_ns / 1e9, UTC)
                if kept_at >= put_before:
                    return False
                path.unlink()
            except FileNotFoundError:
                return True
            _sync_folder(path.parent)
        return True

    def keys(self) -> Iterator[str]:
        """The names of all files that are keys."""
        for path in self._folder.glob("??/??/*"):
            if _KEY.fullmatch(path.name):
                yield path.name

    def _put(self, key: str, data: bytes) -> None:
        path = self._path(key)
        if self._renewed(path, key, len(data)):
            return
        written = self._written_beside(data)
        try:
            self._make_folders(path)
            with self._locked(key):
                written.rename(path)
                _sync_folder(path.parent)
        except BaseException:
            written.unlink(missing_ok=True)
            raise

    def _renewed(self, path: Path, key: str, size: int) -> bool:
        """Whether the content was there already; if so it now counts as just put."""
        if not path.exists():
            return False
        with self._locked(key):
            try:
                if path.stat().st_size != size:
                    return False
                _mark_put_now(path)
            except FileNotFoundError:
                return False
        return True

    def _written_beside(self, data: bytes) -> Path:
        handle, name = tempfile.mkstemp(dir=self._incoming)
        path = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                _mark_put_now(path)
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path

    def _make_folders(self, path: Path) -> None:
        for place in (path.parent.parent, path.parent):
            if not place.exists():
                place.mkdir(mode=0o700, exist_ok=True)
                _sync_folder(place.parent)

    @contextmanager
    def _locked(self, key: str) -> Iterator[None]:
        """One at a time for all keys of a first-level folder, over threads and processes."""
        with (self._folder / key[:2]).joinpath("lock").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise AttachmentNotFound(key=key)
        return self._folder / key[:2] / key[2:4] / key

    def _drop_abandoned(self) -> None:
        """Remove what a killed process left half-written; younger files may still be growing."""
        oldest = time.time() - _ABANDONED_SECONDS
        for path in self._incoming.iterdir():
            try:
                if path.stat().st_mtime < oldest:
                    path.unlink()
            except FileNotFoundError:
                continue


def _mark_put_now(path: Path) -> None:
    """The precise time: the file system's own clock lags by up to a tick."""
    moment = time.time_ns()
    os.utime(path, ns=(moment, moment))


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
