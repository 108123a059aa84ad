"""The contract of every storage, and what the folder does beside it."""

import errno
import hashlib
import multiprocessing
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.clock import now
from helpdesk.attachments.errors import AttachmentNotFound, AttachmentNotStored
from helpdesk.attachments.storage import FolderStorage, Storage

MAKERS: dict[str, Callable[[Path], Storage]] = {"folder": FolderStorage}
_LATER = timedelta(seconds=1)


@pytest.fixture(params=MAKERS)
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """An empty storage, once of each kind."""
    return MAKERS[request.param](tmp_path / "attachments")


def _read(storage: Storage, key: str) -> bytes:
    with storage.open(key) as file:
        return file.read()


def test_what_was_put_comes_back_under_the_sum_of_its_bytes(storage: Storage) -> None:
    key = storage.put(b"mahindi")
    assert key == hashlib.sha256(b"mahindi").hexdigest()
    assert storage.exists(key)
    assert _read(storage, key) == b"mahindi"
    assert list(storage.keys()) == [key]


@given(content=st.binary(max_size=3000))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_content_comes_back_whole(storage: Storage, content: bytes) -> None:
    assert _read(storage, storage.put(content)) == content


def test_the_same_content_is_kept_once(storage: Storage) -> None:
    assert storage.put(b"a") == storage.put(b"a") != storage.put(b"b")
    assert len(list(storage.keys())) == 2


def test_what_was_deleted_is_gone_and_can_be_put_again(storage: Storage) -> None:
    key = storage.put(b"a")
    assert storage.delete(key, now() + _LATER)
    assert not storage.exists(key)
    with pytest.raises(AttachmentNotFound):
        storage.open(key)
    assert storage.put(b"a") == key
    assert storage.exists(key)


def test_deleting_what_is_not_there_is_done_already(storage: Storage) -> None:
    assert storage.delete(hashlib.sha256(b"never").hexdigest(), now())


def test_what_someone_put_again_meanwhile_is_not_deleted(storage: Storage) -> None:
    key = storage.put(b"a")
    looked = now()
    storage.put(b"a")
    assert not storage.delete(key, looked)
    assert storage.exists(key)


@pytest.mark.parametrize(
    "key", ["", "..", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "aa/../" + "a" * 58]
)
def test_what_is_no_key_reaches_no_file(storage: Storage, key: str) -> None:
    assert not storage.exists(key)
    with pytest.raises(AttachmentNotFound):
        storage.open(key)
    with pytest.raises(AttachmentNotFound):
        storage.delete(key, now())


def test_many_who_store_the_same_content_at_once_all_succeed(storage: Storage) -> None:
    content = os.urandom(200_000)
    ready = threading.Barrier(8)
    keys: list[str] = []

    def store() -> None:
        ready.wait()
        keys.append(storage.put(content))

    _all_at_once(store, 8)
    assert set(keys) == {hashlib.sha256(content).hexdigest()}
    assert len(keys) == 8
    assert _read(storage, keys[0]) == content


def test_a_copy_stored_while_another_is_deleted_is_never_lost(storage: Storage) -> None:
    for turn in range(30):
        content = b"turn %d" % turn
        key = storage.put(content)
        ready = threading.Barrier(2)

        def delete(key: str = key, ready: threading.Barrier = ready) -> None:
            looked = now()
            ready.wait()
            storage.delete(key, looked)

        def put(content: bytes = content, ready: threading.Barrier = ready) -> None:
            ready.wait()
            storage.put(content)

        both = [threading.Thread(target=delete), threading.Thread(target=put)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        assert _read(storage, key) == content


def _all_at_once(act: Callable[[], None], count: int) -> None:
    threads = [threading.Thread(target=act) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _store_many(folder: str, ready: "multiprocessing.synchronize.Barrier") -> None:
    storage = FolderStorage(Path(folder))
    ready.wait()
    for turn in range(40):
        storage.put(b"the same %d" % turn)


def test_processes_that_store_the_same_contents_leave_each_once(tmp_path: Path) -> None:
    processes = multiprocessing.get_context("spawn")
    ready = processes.Barrier(3)
    children = [
        processes.Process(target=_store_many, args=(str(tmp_path), ready)) for _ in range(3)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0, 0]
    storage = FolderStorage(tmp_path)
    assert sorted(storage.keys()) == sorted(
        hashlib.sha256(b"the same %d" % turn).hexdigest() for turn in range(40)
    )
    assert not list((tmp_path / "incoming").iterdir())


def test_files_lie_two_folders_deep_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    key = FolderStorage(tmp_path / "a").put(b"x")
    path = tmp_path / "a" / key[:2] / key[2:4] / key
    assert path.read_bytes() == b"x"
    assert path.stat().st_mode & 0o077 == 0
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("failing", ["fsync", "rename"])
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    storage = FolderStorage(tmp_path)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr({"fsync": os, "rename": Path}[failing], failing, full)
        with pytest.raises(AttachmentNotStored):
            storage.put(b"photo")
    assert not list((tmp_path / "incoming").iterdir())
    assert not list(storage.keys())
    assert _read(storage, storage.put(b"photo")) == b"photo"


def test_a_file_that_was_cut_short_on_disk_is_written_anew(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path)
    key = storage.put(b"photo")
    (tmp_path / key[:2] / key[2:4] / key).write_bytes(b"ph")
    assert storage.put(b"photo") == key
    assert _read(storage, key) == b"photo"


def test_what_a_killed_process_left_is_swept_and_what_still_grows_is_not(tmp_path: Path) -> None:
    FolderStorage(tmp_path)
    old, young = tmp_path / "incoming" / "old", tmp_path / "incoming" / "young"
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    storage = FolderStorage(tmp_path)
    assert [path.name for path in (tmp_path / "incoming").iterdir()] == ["young"]
    assert not list(storage.keys())


def test_a_folder_that_cannot_be_made_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AttachmentNotStored):
        FolderStorage(tmp_path / "file")
