"""The file of places: how it is built, and what happens when it is damaged."""

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from core.places import build as builder
from core.places.build import places_of
from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer
from core.places.schema import cell_of


def test_the_list_thanks_its_source(gazetteer: Gazetteer) -> None:
    assert "GeoNames" in gazetteer.attribution
    assert "CC BY 4.0" in gazetteer.attribution


def test_all_places_are_in_the_file(places_file: Path) -> None:
    with closing(sqlite3.connect(places_file)) as base:
        assert base.execute("SELECT count(*) FROM places").fetchone()[0] == builder.EXPECTED_PLACES
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert places_file.stat().st_size < 60_000_000


def test_a_missing_file_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(GazetteerUnavailable) as caught:
        Gazetteer(tmp_path / "none.sqlite")
    assert caught.value.status == 503


@pytest.mark.parametrize("damage", ["empty", "other", "cut", "older", "another list"])
def test_a_file_that_is_not_whole_is_unavailable(
    places_file: Path, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "places.sqlite"
    if damage == "empty":
        path.write_bytes(b"")
    elif damage == "other":
        path.write_text("name,country\n" * 100)
    elif damage == "another list":
        with closing(sqlite3.connect(path)) as base:
            base.execute("CREATE TABLE places (rank)")
    else:
        shutil.copy(places_file, path)
        with path.open("r+b") as file:
            if damage == "cut":
                file.truncate(20_000_000)
            else:
                file.seek(60)
                file.write(b"\0\0\0\0")
    with pytest.raises(GazetteerUnavailable):
        Gazetteer(path)


def test_damage_inside_the_file_is_told_as_unavailable_not_as_a_crash(
    places_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "places.sqlite"
    shutil.copy(places_file, path)
    opened = Gazetteer(path)
    opened.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(GazetteerUnavailable):
        opened.find("Niamey")
    with pytest.raises(GazetteerUnavailable):
        opened.nearest(13.5, 2.1)


def test_many_threads_ask_at_once(gazetteer: Gazetteer) -> None:
    names = ["Niamey", "Nairobi", "Ouagadugu", "San José", "दिल्ली", "القاهرة"] * 5
    expected = {name: gazetteer.find(name) for name in set(names)}
    wrong: list[str] = []

    def ask(name: str) -> None:
        answers = [gazetteer.find(name) for _ in range(10)]
        wrong.extend(name for answer in answers if answer != expected[name])

    threads = [threading.Thread(target=ask, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_new_file_put_in_place_does_not_disturb_who_reads_the_old_one(
    places_file: Path, tmp_path: Path
) -> None:
    path, beside = tmp_path / "places.sqlite", tmp_path / "new"
    shutil.copy(places_file, path)
    opened = Gazetteer(path)
    shutil.copy(places_file, beside)
    beside.replace(path)
    assert opened.find("Niamey")
    opened.close()


def small_source(folder: Path, places: int) -> Path:
    listed = {
        str(number): {
            "geonameid": number,
            "name": f"Dorf {number}",
            "latitude": 10.0,
            "longitude": number / 1000,
            "countrycode": "NE",
            "population": number,
            "admin1code": "01",
            "alternatenames": ['Quo"te } {', "بلدة", ""],
        }
        for number in range(1, places + 1)
    }
    path = folder / "cities.json"
    path.write_text(json.dumps(listed), encoding="utf-8")
    return path


def test_places_are_read_one_by_one_whatever_their_names_hold(tmp_path: Path) -> None:
    path = small_source(tmp_path, 9000)
    assert path.stat().st_size > 1 << 20
    read = [place["geonameid"] for place in places_of(path)]
    assert read == list(range(1, 9001))


def test_a_source_that_is_cut_off_is_an_error_not_a_short_list(tmp_path: Path) -> None:
    path = small_source(tmp_path, 50)
    path.write_text(path.read_text()[:-60])
    with pytest.raises(ValueError, match="in the middle"):
        list(places_of(path))


def test_a_build_that_fails_leaves_the_list_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"the old one")

    def full(what: str, done: int, of: int) -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        builder.build(path, full)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_cells_meet_at_the_date_line_and_reach_the_poles() -> None:
    assert cell_of(0, 180) == cell_of(0, -180)
    assert cell_of(90, 0) == cell_of(89.9, 0.2)
    assert cell_of(-90, -180) == 0
