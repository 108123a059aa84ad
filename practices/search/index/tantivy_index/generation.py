"""One generation of an index: a folder that is written once as a whole, or grows by commits."""

import fcntl
import json
import os
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import tantivy

from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.errors import IndexDamaged, IndexOutdated
from practices.search.index.protocol import IndexSettings
from practices.search.index.tantivy_index import soundness
from practices.search.index.tantivy_index.faults import reading_faults
from practices.search.index.tantivy_index.layout import (
    FORM,
    Layout,
    register_analysers,
)

_SETTINGS = "settings.json"
_READERS = "READERS"
_BLOCK_BYTES = 2048


@dataclass(frozen=True, slots=True)
class Reader:
    """One unchanging view of an index."""

    name: str
    layout: Layout
    schema: tantivy.Schema
    searcher: tantivy.Searcher

    @property
    def settings(self) -> IndexSettings:
        """The settings of the index."""
        return self.layout.settings


@dataclass(slots=True)
class Generation:
    """An open generation. A shared lock on its READERS file keeps others from removing it."""

    name: str
    folder: Path
    layout: Layout
    index: tantivy.Index
    users: int = 0
    retired: bool = False
    _lock: int = -1
    _seen: tuple[int, int] = (0, 0)
    _reader: Reader | None = field(default=None)

    def reader(self) -> Reader:
        """A view of what was committed last, by this process or another."""
        stat = (self.folder / "meta.json").stat()
        seen = (stat.st_ino, stat.st_mtime_ns)
        if self._reader is None or seen != self._seen:
            with reading_faults(self.name):
                self.index.reload()
                searcher = self.index.searcher()
            self._reader = Reader(self.name, self.layout, self.index.schema, searcher)
            self._seen = seen
        return self._reader

    def close(self) -> None:
        """Let go of the files."""
        self._reader = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def create(name: str, home: Path, settings: IndexSettings) -> Path:
    """Make an empty generation below `home`; it does not answer before CURRENT names it."""
    folder = home / f"g-{secrets.token_hex(8)}"
    folder.mkdir(parents=True)
    layout = Layout.of(settings)
    tantivy.Index(layout.schema(), path=str(folder), reuse=False)
    _store_in_small_blocks(folder)
    facts = {
        "form": FORM,
        "analysis": analysis_mark(settings.language),
        "settings": msgspec.to_builtins(settings),
    }
    write_durably(folder / _SETTINGS, json.dumps(facts))
    (folder / _READERS).touch()
    return folder


def _store_in_small_blocks(folder: Path) -> None:
    """Let stored documents be read three times faster for a sixth more room.

    A document is read by unpacking its block, 16 kB unless said otherwise. The setting of tantivy
    (`docstore_blocksize`) is not open to Python, but stands in meta.json while the index is empty.
    """
    meta = json.loads((folder / "meta.json").read_bytes())
    meta["index_settings"]["docstore_blocksize"] = _BLOCK_BYTES
    write_durably(folder / "meta.json", json.dumps(meta))


def open_generation(name: str, folder: Path) -> Generation:
    """Open a generation after looking through its files.

    Raises:
        IndexDamaged: a file is missing, cut off or altered.
        IndexOutdated: it was written by another layout or another analysis.
    """
    try:
        lock = os.open(folder / _READERS, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise IndexDamaged(name=name, reason=f"its files are missing ({error})") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        settings = _settings_in(name, folder)
        _look_through(name, folder)
        with reading_faults(name):
            index = tantivy.Index.open(str(folder))
            register_analysers(index)
            index.config_reader("manual")
        generation = Generation(name, folder, Layout.of(settings), index, _lock=lock)
        generation.reader()
    except BaseException:
        os.close(lock)
        raise
    return generation


def _look_through(name: str, folder: Path) -> None:
    fault = soundness.fault_of(folder)
    if fault:
        raise IndexDamaged(name=name, reason=fault)


def _settings_in(name: str, folder: Path) -> IndexSettings:
    try:
        facts = json.loads((folder / _SETTINGS).read_bytes())
        if facts["form"] != FORM:
            raise IndexOutdated(name=name, reason=f"form {facts['form']}, now {FORM}")
        settings = msgspec.convert(facts["settings"], IndexSettings)
        analysis = facts["analysis"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(name=name, reason=f"{_SETTINGS}: {error}") from error
    if analysis != analysis_mark(settings.language):
        raise IndexOutdated(name=name, reason="words are analysed in another way now")
    return settings


def remove_unless_read(folder: Path) -> bool:
    """Remove a generation nobody reads, in this process or another; whether it is gone."""
    try:
        lock = os.open(folder / _READERS, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        shutil.rmtree(folder, ignore_errors=True)
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def write_durably(file: Path, text: str) -> None:
    """Replace a small file as a whole, so that a crash leaves the old one or the new one."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("w", encoding="utf-8") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make renames inside a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
