"""Files that are damaged under a process that serves: told in plain words, and made anew."""

import fcntl
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from core.places.build import build
from deploy.house import House
from practices.search import repair
from practices.search.documents import index_name
from practices.search.index.errors import IndexDamaged
from practices.search.index.protocol import IndexSettings
from practices.search.index.tantivy_index import TantivyIndex
from practices.search.service import SearchRequest
from tests.deploy.commands import gafolup
from tests.deploy.folders import house_on
from tests.site import serving

POINTERS = {
    "not UTF-8": b"\xff\xfe\x80g",
    "empty": b"",
    "astray": b"g-0000000000000000",
    "outside": b"../../etc",
    "NUL": b"\0" * 18,
    "long": b"g-" * 100_000,
}
NO_PATH = ("sqlite", "/tmp", "malformed", "not a database")


@pytest.mark.parametrize("content", POINTERS.values(), ids=POINTERS)
def test_a_pointer_that_says_nothing_is_damage(tmp_path: Path, content: bytes) -> None:
    index = TantivyIndex(tmp_path)
    index.apply_settings("farm", IndexSettings(language="en"))
    (tmp_path / "farm" / "CURRENT").write_bytes(content)
    with pytest.raises(IndexDamaged):
        index.count("farm")
    assert not index.health().ok
    index.drop("farm")
    assert index.names() == ()
    index.close()


@pytest.mark.parametrize("content", [POINTERS["not UTF-8"], POINTERS["empty"]])
def test_a_site_whose_pointers_are_garbled_heals_while_it_runs(
    own_data: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "LONGEST_WAIT_SECONDS", 120.0)
    with (
        house_on(own_data) as house,
        serving(house) as site,
        httpx.Client(base_url=site.url, timeout=130) as client,
    ):
        assert client.get("/en/search?q=zai").status_code == 200
        for code in ("en", "fr"):
            (own_data / "index" / index_name(code) / "CURRENT").write_bytes(content)
        assert client.get("/en/search?q=zai").status_code == 200
        assert client.get("/api/v1/practices?q=zai&lang=fr").status_code == 200
        assert client.get("/healthz").json()["ok"] is True


def test_a_search_on_the_command_line_waits_for_its_own_repair(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a reader would wait no moment; then the command still waits to the end."""
    monkeypatch.setattr(repair, "LONGEST_WAIT_SECONDS", 0.0)
    shutil.rmtree(own_data / "index")
    told = list[str]()
    with house_on(own_data) as house:
        house.search.repairs.to_the_end(lambda: told.append("repairing"))
        assert house.search.search(SearchRequest(text="zai", language="en")).hits
        assert house.search.search(SearchRequest(text="zai", language="fr")).hits
    assert told == ["repairing"]


def test_the_command_tells_of_the_repair_beside_its_answer(own_data: Path) -> None:
    shutil.rmtree(own_data / "index")
    ran = gafolup(own_data, "search", "zai", "--json")
    assert (ran.code, ran.document["hits"][0]["slug"]) == (0, "zai-pits")
    assert ran.err.splitlines() == [
        "The search index is missing or damaged. Building it anew ...",
    ]
    assert gafolup(own_data, "search", "zai").err == ""


def test_a_repair_for_which_the_disk_has_no_room_is_one_clear_line(own_data: Path) -> None:
    shutil.rmtree(own_data / "index")
    ran = gafolup(own_data, "search", "zai", file_bytes_most=40_000)
    assert (ran.code, ran.out) == (2, "")
    assert "no room" in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err


def _overwritten(places: Path) -> None:
    places.write_bytes(b"not a list of places" * 100_000)


def _overwritten_within(places: Path) -> None:
    with places.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (places.stat().st_size - 4096))


def _gone(places: Path) -> None:
    places.unlink()


@pytest.mark.parametrize("damage", [_overwritten, _overwritten_within, _gone])
def test_a_list_of_places_that_is_damaged_under_a_site_is_built_anew(
    places_copied: Path,
    places_file: Path,
    damage: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The list takes half a minute to build: here the builder hands out the one it built before."""
    built = list[Path]()

    def hand_out(path: Path, _progress: object) -> None:
        beside = path.with_name("handed-out")
        shutil.copy(places_file, beside)
        beside.replace(path)
        built.append(path)

    monkeypatch.setattr("deploy.places.build_places", hand_out)
    with (
        house_on(places_copied) as house,
        serving(house) as site,
        httpx.Client(base_url=site.url) as client,
    ):
        asked = "/api/v1/places?q=Niamey&lang=fr"
        assert client.get(asked).json()[0]["country"] == "NE"
        damage(house.gazetteer_path)
        told = client.get(asked)
        assert told.status_code == 503
        assert told.headers["retry-after"] == "60"
        assert "en cours de réparation" in told.json()["detail"]
        assert not [word for word in NO_PATH if word in told.text]
        assert client.get("/api/v1/zones/at?lat=13.5&lon=2.1").status_code == 200
        house.places_repair.wait()
        assert client.get(asked).json()[0]["country"] == "NE"
        assert built == [house.gazetteer_path]


def test_a_list_that_is_whole_is_not_built_anew_for_a_passing_fault(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _progress: object) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("deploy.places.build_places", refuse)
    with house_on(own_data) as house:
        house.places_repair.start()
        house.places_repair.wait()
        assert house.finder.places("Niamey", 1)


def test_a_list_of_places_damaged_within_asks_the_command_line_for_init(
    places_copied: Path,
) -> None:
    _overwritten_within(places_copied / "places.sqlite3")
    assert "gafolup init" in gafolup(places_copied, "place", "Niamey").complaint


def test_a_database_that_is_garbled_under_a_site_is_told_as_a_repair(own_data: Path) -> None:
    with (
        house_on(own_data) as house,
        serving(house) as site,
        httpx.Client(base_url=site.url) as client,
    ):
        assert client.get("/en/practices/zai-pits").status_code == 200
        _garble(own_data, house)
        for path in ("/fr/practices/half-moons", "/api/v1/practices/half-moons?lang=fr"):
            told = client.get(path)
            assert told.status_code == 503, path
            assert told.headers["retry-after"] == "60"
            assert "en réparation" in told.text
            assert "DatabaseError" not in told.text
        health = client.get("/healthz")
        assert (health.status_code, health.json()["ok"]) == (503, False)


def _garble(folder: Path, house: House) -> None:
    house.database.close()
    for beside in ("-wal", "-shm"):
        (folder / f"gafolup.sqlite3{beside}").unlink(missing_ok=True)
    (folder / "gafolup.sqlite3").write_bytes(b"rubbish" * 10_000)


def test_a_disk_that_is_full_while_places_are_built_is_one_clear_line(own_data: Path) -> None:
    """Given no file may grow beyond 900 kB; then init fails in one line, leaving nothing half."""
    places = own_data / "places.sqlite3"
    places.unlink()
    ran = gafolup(own_data, "init", "--json", file_bytes_most=900_000)
    assert (ran.code, ran.out) == (2, ""), ran
    assert "no room left on the disk" in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err
    assert not list(own_data.glob("places.sqlite3*"))


def test_what_killed_builders_left_is_removed_but_not_what_is_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_work(base: sqlite3.Connection, _progress: object) -> tuple[int, int]:
        base.execute("CREATE TABLE places (rank)")
        return 0, 0

    monkeypatch.setattr("core.places.build._fill", no_work)
    left = tmp_path / "places.sqlite3.99999.part"
    left.write_bytes(b"half a list")
    going_on = tmp_path / "places.sqlite3.88888.part"
    with going_on.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        build(tmp_path / "places.sqlite3")
        assert sorted(file.name for file in tmp_path.iterdir()) == [
            "places.sqlite3",
            going_on.name,
        ]
    build(tmp_path / "places.sqlite3")
    assert [file.name for file in tmp_path.iterdir()] == ["places.sqlite3"]
