"""One named index on disk: which generation answers, who writes, and how it is exchanged.

ROOT/NAME/CURRENT        the name of the generation that answers, replaced atomically
ROOT/NAME/LOCK           held by the one process that writes
ROOT/NAME/g-.../         generations
"""

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock
from typing import TypeVar

import tantivy

from core.errors import GafolupError
from practices.search.index.errors import IndexDamaged, IndexInUse, IndexUnknown
from practices.search.index.protocol import Document, IndexSettings
from practices.search.index.tantivy_index import generation as generations
from practices.search.index.tantivy_index.faults import is_panic, writing_fault
from practices.search.index.tantivy_index.generation import Generation, Reader

Given = TypeVar("Given")

WRITER_BYTES = 40_000_000
"""Memory of the writer; a full buffer becomes a segment, so this only sets how often."""

_OPEN_TRIES = 5
_GENERATION = re.compile(rb"g-[0-9a-f]{16}")


class NotOurs(Exception):
    """Carries an error out of the caller's own iterable, so that it is not taken for tantivy's."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def fed(given: Iterable[Given]) -> Iterator[Given]:
    """The items of the caller's iterable."""
    try:
        yield from given
    except Exception as error:
        raise NotOurs(error) from error


class Store:
    """A named index: any number of threads read, one thread of one process writes."""

    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        self.home = root / name
        self._pointer = self.home / "CURRENT"
        self.writing_lock = RLock()
        self._reading_lock = Lock()
        self._current: Generation | None = None
        self._seen: tuple[int, int] = (0, 0)
        self._writer: tantivy.IndexWriter | None = None
        self._written: Generation | None = None
        self._process_lock = -1

    @property
    def exists(self) -> bool:
        """Whether an index of this name is there, damaged or not."""
        return self._pointer.exists()

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A view that stays whole while the block runs, whatever is swapped meanwhile."""
        with self._reading_lock:
            generation = self._current_generation()
            reader = generation.reader()
            generation.users += 1
        try:
            yield reader
        finally:
            with self._reading_lock:
                generation.users -= 1
                self._remove_if_done(generation)

    def _current_generation(self) -> Generation:
        for remaining in reversed(range(_OPEN_TRIES)):
            try:
                stat = self._pointer.stat()
                if self._current is not None and (stat.st_ino, stat.st_mtime_ns) == self._seen:
                    return self._current
                folder = self._pointed_to()
            except FileNotFoundError as error:
                raise IndexUnknown(name=self.name) from error
            except OSError as error:
                raise IndexDamaged(name=self.name, reason=f"CURRENT: {error.strerror}") from error
            try:
                opened = generations.open_generation(self.name, folder)
            except IndexDamaged:
                if remaining and self._points_elsewhere(folder):
                    continue  # swapped by another process just now
                raise
            self._retire_current()
            self._current, self._seen = opened, (stat.st_ino, stat.st_mtime_ns)
            return opened
        raise IndexDamaged(name=self.name, reason="it changes faster than it can be opened")

    def _pointed_to(self) -> Path:
        """The generation that CURRENT names.

        Raises:
            IndexDamaged: it names none.
            OSError: it cannot be read.
        """
        named = self._pointer.read_bytes().strip()
        if not _GENERATION.fullmatch(named):
            raise IndexDamaged(name=self.name, reason="CURRENT names no generation")
        return self.home / named.decode()

    def _points_elsewhere(self, folder: Path) -> bool:
        """Whether CURRENT is gone or names another; one that names nothing says nothing."""
        try:
            return self._pointed_to() != folder
        except IndexDamaged:
            return False
        except OSError:
            return True

    def _retire_current(self) -> None:
        if self._current is not None:
            self._current.retired = True
            self._remove_if_done(self._current)
            self._current = None

    def _remove_if_done(self, generation: Generation) -> None:
        if generation.retired and generation.users == 0:
            generation.close()
            if self._points_elsewhere(generation.folder):
                generations.remove_unless_read(generation.folder)

    # Writing

    def create(self, settings: IndexSettings) -> None:
        """Make the index, empty."""
        with self._changing():
            folder = generations.create(self.name, self.home, settings)
            self.point_to(folder)

    def rebuild(
        self, settings: IndexSettings, documents: Callable[[Reader], Iterable[Document]]
    ) -> None:
        """Write all documents again under other settings, beside, and let the result answer."""
        with self._changing():
            self.release_writer()
            folder = generations.create(self.name, self.home, settings)
            fresh = generations.open_generation(self.name, folder)
            try:
                writer = fresh.index.writer(WRITER_BYTES, 1)
                with self.reading() as reader:
                    for document in documents(reader):
                        writer.add_document(fresh.layout.document(document))
                writer.commit()
                writer.wait_merging_threads()
            except BaseException:
                fresh.close()
                shutil.rmtree(folder, ignore_errors=True)
                raise
            fresh.close()
            self.point_to(folder)

    def change(self, act: Callable[[tantivy.IndexWriter, Generation], None]) -> None:
        """Let `act` add and remove, then commit; when anything fails nothing has changed."""
        with self._changing():
            with self.reading():
                generation = self._current
            if generation is None:
                raise IndexUnknown(name=self.name)
            writer = self._writer_of(generation)
            try:
                act(writer, generation)
                writer.commit()
            except (GafolupError, NotOurs):
                writer.rollback()
                raise

    def _writer_of(self, generation: Generation) -> tantivy.IndexWriter:
        if self._writer is None or self._written is not generation:
            self.release_writer()
            self._writer = generation.index.writer(WRITER_BYTES, 1)
            self._written = generation
        return self._writer

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold this index against other threads and processes, and say clearly what fails."""
        with self.writing_lock:
            self.take_lock()
            try:
                yield
            except GafolupError:
                raise
            except NotOurs as error:
                raise error.cause from None
            except BaseException as error:
                self._forget_writer()
                if isinstance(error, ValueError | OSError) or is_panic(error):
                    raise writing_fault(self.name, self.home, error) from error
                raise

    def take_lock(self) -> None:
        """Become the process that writes this index.

        Raises:
            IndexInUse: another process is.
        """
        if self._process_lock >= 0:
            return
        self.home.mkdir(parents=True, exist_ok=True)
        lock = os.open(self.home / "LOCK", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise IndexInUse(name=self.name) from error
        self._process_lock = lock

    def point_to(self, folder: Path) -> None:
        """Let the generation in `folder` answer from now on; older ones go when nobody reads."""
        generations.sync_folder(self.home)
        generations.write_durably(self._pointer, folder.name)
        with self._reading_lock:
            self._current_generation()
        for other in self.home.glob("g-*"):
            if other != folder and not self._is_open(other):
                generations.remove_unless_read(other)

    def _is_open(self, folder: Path) -> bool:
        return self._current is not None and self._current.folder == folder

    def move_current_to(self, other: "Store") -> None:
        """Give the generation that answers here to another store, and be gone."""
        with self.reading() as reader:  # whole, or it is not given on
            del reader
        folder = self._pointed_to()
        self.release_writer()
        other.release_writer()
        other.take_lock()
        self._let_go()
        moved = other.home / folder.name
        folder.rename(moved)
        other.point_to(moved)
        self.remove()

    def remove(self) -> None:
        """Remove the index, damaged or not."""
        self.release_writer()
        self._pointer.unlink(missing_ok=True)
        self._let_go()
        self.release_lock()
        shutil.rmtree(self.home, ignore_errors=True)

    def _let_go(self) -> None:
        """Close the generation that is open."""
        with self._reading_lock:
            if self._current is not None:
                self._current.close()
                self._current = None

    def _forget_writer(self) -> None:
        """Drop a writer that failed; what it had not committed is gone.

        Waiting consumes it, and only so its lock is free although the error still refers to it.
        """
        try:
            self.release_writer()
        except BaseException as error:
            if not (isinstance(error, ValueError) or is_panic(error)):
                raise

    def release_writer(self) -> None:
        """Finish merging and let go of the writer."""
        writer, self._writer, self._written = self._writer, None, None
        if writer is not None:
            writer.wait_merging_threads()

    def release_lock(self) -> None:
        """No longer be the process that writes."""
        if self._process_lock >= 0:
            os.close(self._process_lock)
            self._process_lock = -1

    def close(self) -> None:
        """Let go of everything."""
        with self.writing_lock:
            self.release_writer()
            self._let_go()
            self.release_lock()
