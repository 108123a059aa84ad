"""Damaged files: what is lost is made anew from the database, once, and readers are told."""

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from deploy.house import House
from deploy.prepare import prepare
from i18n.languages import CODES
from practices.search import repair
from practices.search.documents import index_name
from practices.search.repair import SearchBeingRepaired
from practices.search.service import SearchRequest
from practices.search.suggest import suggestions
from tests.deploy.commands import gafolup
from tests.deploy.folders import house_on
from tests.site import serving

ZAI = SearchRequest(text="zai", language="en")
Damage = Callable[[Path], None]


def _all_gone(index: Path) -> None:
    shutil.rmtree(index)


def _one_language_gone(index: Path) -> None:
    shutil.rmtree(index / index_name("sw"))


def _pointer_gone(index: Path) -> None:
    (index / index_name("en") / "CURRENT").unlink()


def _pointer_empty(index: Path) -> None:
    (index / index_name("en") / "CURRENT").write_text("")


def _pointer_astray(index: Path) -> None:
    (index / index_name("en") / "CURRENT").write_text("g-0000000000000000")


def _files_of(index: Path, ending: str) -> list[Path]:
    found = sorted((index / index_name("en")).glob(f"g-*/*{ending}"))
    assert found
    return found


def _cut_off(index: Path) -> None:
    for file in _files_of(index, ".store"):
        file.write_bytes(file.read_bytes()[:-40])


def _one_bit_turned(index: Path) -> None:
    file = _files_of(index, ".idx")[0]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def _settings_rubbish(index: Path) -> None:
    for file in _files_of(index, "settings.json"):
        file.write_text("{")


def _list_of_segments_gone(index: Path) -> None:
    for file in _files_of(index, "meta.json"):
        file.unlink()


DAMAGES: tuple[Damage, ...] = (
    _all_gone,
    _one_language_gone,
    _pointer_gone,
    _pointer_empty,
    _pointer_astray,
    _cut_off,
    _one_bit_turned,
    _settings_rubbish,
    _list_of_segments_gone,
)
SOME = (_all_gone, _one_language_gone, _pointer_astray, _cut_off)


def _named(damage: Damage) -> str:
    return damage.__name__.strip("_")


def _counted(house: House) -> list[int]:
    """Lets a house count its repairs; gives the list that grows by one at each."""
    repairs, counted = house.search.repairs, list[int]()
    rebuild = repairs._rebuild

    def count_and_rebuild() -> object:
        counted.append(1)
        return rebuild()

    repairs._rebuild = count_and_rebuild
    return counted


def _is_whole(house: House) -> bool:
    return all(house.index.count(index_name(code)) == len(house.search.table()) for code in CODES)


@pytest.mark.parametrize("damage", DAMAGES, ids=_named)
def test_a_damaged_index_is_built_anew_at_the_start(own_data: Path, damage: Damage) -> None:
    damage(own_data / "index")
    with house_on(own_data) as house:
        done = prepare(house)
        assert done.index_rebuilt
        assert done.published == 0
        assert _is_whole(house)
        assert house.search.search(ZAI).hits


@pytest.mark.parametrize("damage", SOME, ids=_named)
def test_a_damaged_index_is_built_anew_at_the_next_search(own_data: Path, damage: Damage) -> None:
    damage(own_data / "index")
    with house_on(own_data) as house:
        counted = _counted(house)
        for language in CODES:
            assert house.search.search(SearchRequest(text="compost", language=language)).hits
        assert counted == [1]
        assert _is_whole(house)


def test_a_suggestion_repairs_the_index_too(own_data: Path) -> None:
    _all_gone(own_data / "index")
    with house_on(own_data) as house:
        assert suggestions(house.search, house.termbase, "zaï", "en")


def test_a_search_on_the_command_line_repairs_the_index(own_data: Path) -> None:
    _cut_off(own_data / "index")
    ran = gafolup(own_data, "search", "zai", "--json")
    assert ran.code == 0, ran
    assert ran.document["hits"][0]["slug"] == "zai-pits"
    assert gafolup(own_data, "init", "--json").document["index_rebuilt"] is False


def test_many_readers_who_meet_the_damage_together_cause_one_repair(own_data: Path) -> None:
    _all_gone(own_data / "index")
    with house_on(own_data) as house, ThreadPoolExecutor(8) as readers:
        counted = _counted(house)
        together = threading.Barrier(8)

        def read() -> int:
            together.wait()
            return house.search.search(ZAI).total

        found = [reader.result() for reader in [readers.submit(read) for _ in range(8)]]
        assert counted == [1]
        assert min(found) > 0


def test_a_repair_that_takes_long_is_told_and_goes_on(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a repair that cannot end; then readers are told soon, and later one is answered."""
    monkeypatch.setattr(repair, "LONGEST_WAIT_SECONDS", 0.05)
    _all_gone(own_data / "index")
    may_end = threading.Event()
    with house_on(own_data) as house:
        repairs = house.search.repairs
        rebuild = repairs._rebuild
        started = list[int]()

        def slow() -> object:
            started.append(1)
            assert may_end.wait(60)
            return rebuild()

        repairs._rebuild = slow
        for _ in range(3):
            with pytest.raises(SearchBeingRepaired):
                house.search.search(ZAI)
        running = repairs._running
        assert running is not None
        may_end.set()
        running.join()
        assert house.search.search(ZAI).hits
        assert started == [1]


def test_a_repair_that_fails_is_not_tried_again_at_every_request(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _all_gone(own_data / "index")
    with house_on(own_data) as house:
        repairs = house.search.repairs
        rebuild = repairs._rebuild
        tried = list[int]()

        def fail() -> object:
            tried.append(1)
            raise OSError("no room")

        repairs._rebuild = fail
        for _ in range(5):
            with pytest.raises(SearchBeingRepaired):
                house.search.search(ZAI)
        assert tried == [1]
        repairs._rebuild = rebuild
        repairs._not_before = 0.0
        assert house.search.search(ZAI).hits


def test_a_site_whose_index_vanishes_answers_or_says_when_to_come_again(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "LONGEST_WAIT_SECONDS", 0.0)
    with (
        house_on(own_data) as house,
        serving(house) as site,
        httpx.Client(base_url=site.url) as client,
    ):
        assert client.get("/en/search?q=zai").status_code == 200
        shutil.rmtree(own_data / "index")
        busy = client.get("/fr/search?q=zai")
        assert busy.status_code == 503
        assert busy.headers["retry-after"] == "60"
        assert "en réparation" in busy.text
        assert "IndexUnknown" not in busy.text
        problem = client.get("/api/v1/practices?q=zai&lang=fr")
        assert problem.status_code in (200, 503)
        assert client.get("/fr/").status_code == 200, "what needs no index goes on"
        running = house.search.repairs._running
        if running is not None:
            running.join()
        assert client.get("/fr/search?q=zai").status_code == 200
        assert client.get("/healthz").json()["ok"] is True


def test_on_a_full_disk_the_old_index_answers_on(own_data: Path) -> None:
    """Given no file may grow beyond 40 kB; then rebuilding fails in one line, harming nothing."""
    ran = gafolup(own_data, "reindex", "--json", file_bytes_most=40_000)
    assert (ran.code, ran.out) == (2, ""), ran
    assert "no room" in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err
    with house_on(own_data) as house:
        counted = _counted(house)
        assert house.search.search(ZAI).hits
        assert counted == []
    again = gafolup(own_data, "reindex", "--json")
    assert again.document == {"practices": 40}
    with house_on(own_data) as house:
        assert _is_whole(house)
        assert not [name for name in house.index.names() if "building" in name]


def _no_file(places: Path) -> None:
    places.unlink()


def _half_a_file(places: Path) -> None:
    with places.open("r+b") as file:
        file.truncate(places.stat().st_size // 2)


def _another_file(places: Path) -> None:
    places.write_text("not a list of places" * 100)


def _rubbish_within(places: Path) -> None:
    with places.open("r+b") as file:
        file.seek(places.stat().st_size // 2)
        file.write(b"\xff" * 100_000)


@pytest.mark.parametrize("damage", [_no_file, _half_a_file, _another_file], ids=_named)
def test_without_a_list_of_places_init_is_asked_for(places_copied: Path, damage: Damage) -> None:
    damage(places_copied / "places.sqlite3")
    for arguments in (("place", "Niamey"), ("zone", "13.5", "2.1"), ("search", "zai")):
        assert "gafolup init" in gafolup(places_copied, *arguments).complaint


@pytest.mark.parametrize(
    "damage", [_no_file, _half_a_file, _another_file, _rubbish_within], ids=_named
)
def test_a_damaged_list_of_places_is_built_anew_at_the_start(
    places_copied: Path, places_file: Path, damage: Damage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list takes half a minute to build: here the builder hands out the one it built before."""
    damage(places_copied / "places.sqlite3")

    def hand_out(path: Path, _progress: object) -> None:
        shutil.copy(places_file, path)

    monkeypatch.setattr("deploy.places.build_places", hand_out)
    with house_on(places_copied) as house:
        assert prepare(house).places_built
        assert house.finder.places("Niamey", 1)[0].place.country == "NE"
        assert not prepare(house).places_built


def test_a_database_that_is_lost_is_filled_again_from_the_collection(own_data: Path) -> None:
    """Given the mark of what was published last is still there, but the database is not."""
    assert (own_data / "collection.stamp").exists()
    for file in own_data.glob("gafolup.sqlite3*"):
        file.unlink()
    assert "gafolup init" in gafolup(own_data, "search", "zai").complaint
    with house_on(own_data) as house:
        assert prepare(house).published == 40
        assert house.search.search(ZAI).hits
        assert prepare(house).published == 0


def test_a_database_that_is_no_database_is_one_line(own_data: Path) -> None:
    (own_data / "gafolup.sqlite3").write_bytes(b"rubbish" * 1000)
    for arguments in (("search", "zai"), ("init",), ("reindex",)):
        assert "not a database" in gafolup(own_data, *arguments).complaint
