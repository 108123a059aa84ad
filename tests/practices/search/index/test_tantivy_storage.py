"""What tantivy on local files must survive: damage, a full disk, a killed process, two writers."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from practices.search.index.errors import (
    DocumentNotUnderstood,
    IndexDamaged,
    IndexInUse,
    IndexOutdated,
    IndexStorageFull,
    IndexUnknown,
)
from practices.search.index.protocol import Document, IndexSettings, Query
from practices.search.index.tantivy_index import TantivyIndex
from practices.search.index.tantivy_index import generation as generations
from tests.practices.search.index.farm_documents import documents, settings

ROOT = Path(__file__).parents[4]


def bean(number: int) -> Document:
    body = f"bean number {number} " + " ".join(f"w{number * 31 % (i + 7)}" for i in range(40))
    return Document(id=f"d{number}", key=number, language="en", title=f"Bean {number}", body=body)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a closed index of the farm documents."""
    with_index = TantivyIndex(tmp_path)
    with_index.apply_settings("farm", settings("en"))
    with_index.upsert("farm", documents("en"))
    with_index.delete("farm", ["grazing"])
    with_index.upsert("farm", documents("en")[:1])
    with_index.close()
    return tmp_path


def files_of(folder: Path) -> list[Path]:
    """The files an index is read from."""
    ignored = {".tantivy-writer.lock", ".tantivy-meta.lock", ".managed.json", "READERS"}
    return sorted(
        file for file in folder.glob("farm/g-*/*") if file.is_file() and file.name not in ignored
    )


def kinds(folder: Path) -> set[str]:
    return {file.suffix for file in files_of(folder)}


def test_the_index_opens_again_as_it_was(folder: Path) -> None:
    index = TantivyIndex(folder)
    assert index.count("farm") == 5
    assert [hit.id for hit in index.search("farm", Query(text="goats")).hits] == ["trees"]
    assert {".term", ".idx", ".store", ".fast", ".fieldnorm", ".del", ".json"} <= kinds(folder)
    index.close()


@pytest.mark.parametrize("harm", ["removed", "emptied", "cut", "altered"])
def test_any_harm_to_any_file_is_told_as_damage(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, harm: str
) -> None:
    for file in files_of(folder):
        copy = tmp_path_factory.mktemp("harmed") / "root"
        shutil.copytree(folder, copy)
        harmed = copy / file.relative_to(folder)
        whole = harmed.read_bytes()
        match harm:
            case "removed":
                harmed.unlink()
            case "emptied":
                harmed.write_bytes(b"")
            case "cut":
                harmed.write_bytes(whole[: len(whole) // 2])
            case "altered":
                middle = len(whole) // 3
                changed = bytes([whole[middle] ^ 0x55])
                harmed.write_bytes(whole[:middle] + changed + whole[middle + 1 :])
        if file.suffix == ".pos" and harm == "removed":
            continue  # holds positions only; what needs them says so when it is searched
        index = TantivyIndex(copy)
        if file.name in {"meta.json", "settings.json"} and harm == "altered":
            _opens_or_says_damaged(index)
        else:
            with pytest.raises(IndexDamaged):
                index.search("farm", Query(text="soil"))
            assert not index.health().ok
        index.close()


def _opens_or_says_damaged(index: TantivyIndex) -> None:
    """A changed letter of a JSON file may change nothing that matters, such as a blank."""
    try:
        index.search("farm", Query(text="soil"))
    except IndexDamaged:
        return


def test_missing_positions_are_damage_when_they_are_needed(folder: Path) -> None:
    for file in files_of(folder):
        if file.suffix == ".pos":
            file.unlink()
    index = TantivyIndex(folder)
    with pytest.raises(IndexDamaged):
        index.search("farm", Query(text="straw weeds", matching="all"))  # type: ignore[arg-type]
    index.close()


def test_a_damaged_index_can_be_replaced_and_dropped(folder: Path) -> None:
    for file in files_of(folder):
        if file.suffix == ".term":
            file.write_bytes(b"rubbish")
    index = TantivyIndex(folder)
    assert index.names() == ("farm",)
    index.apply_settings("farm-beside", settings("en"))
    index.upsert("farm-beside", documents("en"))
    index.swap("farm", "farm-beside")
    assert index.count("farm") == 6
    next(folder.glob("farm/g-*/meta.json")).write_text("{")
    index.close()
    again = TantivyIndex(folder)
    with pytest.raises(IndexDamaged):
        again.count("farm")
    again.drop("farm")
    again.apply_settings("farm", settings("en"))
    assert again.count("farm") == 0
    again.close()


def test_a_pointer_to_nothing_is_damage(folder: Path) -> None:
    (folder / "farm" / "CURRENT").write_text("g-gone")
    index = TantivyIndex(folder)
    with pytest.raises(IndexDamaged):
        index.search("farm", Query())
    index.close()


def test_another_analysis_or_form_asks_for_a_rebuild(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(generations, "analysis_mark", lambda _: "newer")
        with pytest.raises(IndexOutdated):
            TantivyIndex(folder).search("farm", Query())
    with monkeypatch.context() as changed:
        changed.setattr(generations, "FORM", 999)
        with pytest.raises(IndexOutdated):
            TantivyIndex(folder).search("farm", Query())
    assert TantivyIndex(folder).count("farm") == 5


WRITER = """
    import sys
    from pathlib import Path
    from practices.search.index.tantivy_index import TantivyIndex
    from tests.practices.search.index.test_tantivy_storage import bean
    from practices.search.index.protocol import IndexSettings
    index = TantivyIndex(Path(sys.argv[1]))
    index.apply_settings("beans", IndexSettings(language="en"))
    for number in range(0, 1_000_000, 3):
        index.upsert("beans", [bean(number), bean(number + 1), bean(number + 2)])
        print(number, flush=True)
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("seconds", [0.15, 0.4, 0.9])
def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path, seconds: float) -> None:
    writer = start(WRITER, str(tmp_path))
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    acknowledged = [int(line) for line in (first + rest).splitlines() if line.strip()]
    assert writer.returncode == -signal.SIGKILL
    index = TantivyIndex(tmp_path)
    for number in acknowledged:
        for each in range(number, number + 3):
            assert index.document("beans", f"d{each}") == bean(each)
    held = index.count("beans")
    assert len(acknowledged) * 3 <= held <= len(acknowledged) * 3 + 3
    index.upsert("beans", [bean(5_000_000)])
    assert index.count("beans") == held + 1
    index.close()


def test_a_second_writing_process_is_told_so_and_reading_goes_on(tmp_path: Path) -> None:
    writer = start(WRITER, str(tmp_path))
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        index = TantivyIndex(tmp_path)
        with pytest.raises(IndexInUse) as caught:
            index.upsert("beans", [bean(1)])
        assert caught.value.data["name"] == "beans"
        with pytest.raises(IndexInUse):
            index.drop("beans")
        before = index.count("beans")
        for _ in range(100):
            if index.count("beans") > before:
                break
            writer.stdout.readline()
        assert index.count("beans") > before
    finally:
        writer.kill()
        writer.communicate()
    index.upsert("beans", [bean(9_000_000)])
    assert index.document("beans", "d9000000") is not None
    index.close()


def test_another_process_sees_a_swap_and_the_old_generation_goes(tmp_path: Path) -> None:
    reading, writing = TantivyIndex(tmp_path), TantivyIndex(tmp_path)
    plain = IndexSettings(language="en")
    for round_ in range(3):
        writing.apply_settings("beside", plain)
        writing.upsert("beside", [bean(number) for number in range(round_ + 1)])
        writing.swap("live", "beside")
        assert reading.count("live") == round_ + 1
        assert [hit.key for hit in reading.search("live", Query()).hits] == list(range(round_ + 1))
    assert len(list(tmp_path.glob("live/g-*"))) <= 2
    reading.close()
    writing.apply_settings("beside", plain)
    writing.swap("live", "beside")
    assert len(list(tmp_path.glob("live/g-*"))) == 1
    writing.close()


def test_a_search_under_way_keeps_its_generation_until_it_ends(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    plain = IndexSettings(language="en")
    index.apply_settings("live", plain)
    index.upsert("live", [bean(number) for number in range(10)])
    with index._store("live").reading() as reader:
        old = next(tmp_path.glob("live/g-*"))
        index.apply_settings("beside", plain)
        index.swap("live", "beside")
        assert index.count("live") == 0
        assert old.exists()
        assert reader.searcher.num_docs == 10
    index.count("live")
    assert not old.exists()
    index.close()


FULL = """
    import sys
    from pathlib import Path
    from core.errors import GafolupError
    from practices.search.index.protocol import IndexSettings, Query
    from practices.search.index.tantivy_index import TantivyIndex
    from tests.practices.search.index.test_tantivy_storage import bean
    {limit}
    index = TantivyIndex(Path(sys.argv[1]))
    stored = index.count("beans")
    for start in range(10_000, 1_000_000, 2_000):
        try:
            index.upsert("beans", (bean(n) for n in range(start, start + 2_000)))
            stored += 2_000
        except GafolupError as error:
            print(error.code, index.count("beans") == stored)
            break
    print(len(index.search("beans", Query(text="bean")).hits))
    {unlimit}
    index.upsert("beans", [bean(5)])
    print(index.document("beans", "d5") is not None, index.count("beans") == stored + 1)
"""


def _fill_until_full(folder: Path, limit: str, unlimit: str) -> list[str]:
    index = TantivyIndex(folder)
    index.apply_settings("beans", IndexSettings(language="en"))
    index.upsert("beans", [bean(number) for number in range(100, 200)])
    index.close()
    indented = "\n    ".join(limit.splitlines()), "\n    ".join(unlimit.splitlines())
    process = start(FULL.format(limit=indented[0], unlimit=indented[1]), str(folder))
    out, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    return out.split()


def test_files_that_may_not_grow_change_nothing_that_was_stored(tmp_path: Path) -> None:
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (150_000, -1))"
    unlimit = "resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))"
    said = _fill_until_full(tmp_path, limit, unlimit)
    assert said == [IndexStorageFull.code, "True", "20", "True", "True"]


def _mounted(folder: Path) -> bool:
    """Make a file system of four megabytes in the folder; whether this system lets us."""
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0


def _may_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        if not _mounted(Path(folder)):
            return False
        subprocess.run(["umount", folder], check=True)
        return True


if _may_mount():

    @pytest.fixture
    def small_disk(tmp_path: Path) -> Iterator[Path]:
        """A file system of four megabytes."""
        assert _mounted(tmp_path)
        yield tmp_path
        subprocess.run(["umount", str(tmp_path)], check=True)

    def test_a_full_disk_changes_nothing_that_was_stored(small_disk: Path) -> None:
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(1_500_000))
        said = _fill_until_full(small_disk, "pass", f"Path({str(ballast)!r}).unlink()")
        assert said == [IndexStorageFull.code, "True", "20", "True", "True"]


def test_an_error_of_the_callers_own_passes_through_and_changes_nothing(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    index.apply_settings("beans", IndexSettings(language="en"))

    def broken() -> Iterator[Document]:
        yield bean(1)
        raise ValueError("the database went away")

    with pytest.raises(ValueError, match="went away"):
        index.upsert("beans", broken())
    with pytest.raises(DocumentNotUnderstood):
        index.upsert("beans", [bean(2), Document(id="", key=1, language="en")])
    assert index.count("beans") == 0
    index.upsert("beans", [bean(3)])
    assert index.count("beans") == 1
    index.close()


def test_names_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path / "root")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "CURRENT").write_text("x")
    for act in (index.count, index.drop, index.settings):
        with pytest.raises(Exception, match="not usable"):
            act("../secret")
    assert (tmp_path / "secret" / "CURRENT").exists()


def test_an_index_dropped_by_another_process_is_unknown(folder: Path) -> None:
    reading, writing = TantivyIndex(folder), TantivyIndex(folder)
    assert reading.count("farm") == 5
    writing.drop("farm")
    with pytest.raises(IndexUnknown):
        reading.count("farm")
    reading.close()


def test_readers_of_another_process_meet_no_error_while_swaps_go_on(tmp_path: Path) -> None:
    reading, writing = TantivyIndex(tmp_path), TantivyIndex(tmp_path)
    plain = IndexSettings(language="en")
    writing.apply_settings("live", plain)
    writing.upsert("live", [bean(n) for n in range(5)])
    done, errors = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            try:
                assert reading.search("live", Query(text="bean")).total == 5
            except BaseException as error:  # noqa: BLE001 - handed to the test's thread
                errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(10):
        writing.apply_settings("beside", plain)
        writing.upsert("beside", [bean(n) for n in range(5)])
        writing.swap("live", "beside")
    done.set()
    for reader in readers:
        reader.join()
    assert errors == []
    reading.close()
    writing.close()
