"""The commands, from outside: what they print, and how they end."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from i18n.languages import CODES
from practices.zones.likeness import BANDS as LIKENESS_BANDS
from tests.deploy.commands import gafolup
from tests.site import ROOT

DOCUMENTS = [
    {"id": "t1", "lang": "en", "title": "Terraces", "text": "Build stone terraces on slopes."},
    {"id": "t2", "lang": "en", "title": "Compost", "text": "Compost feeds the soil."},
    {"id": "f1", "lang": "fr", "title": "Le compost", "text": "Le compost nourrit le sol."},
]
QUERIES = [
    {"id": "1", "lang": "en", "text": "terrace"},
    {"id": "2", "lang": "fr", "text": "composts", "mode": "all"},
    {"id": "3", "lang": "en", "text": "xqzzk"},
]

WORDS = {word for _, word in LIKENESS_BANDS} | {"different", "unknown"}


def _lines(path: Path, *rows: Any) -> str:
    path.write_text(
        "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)
    )
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("zone", "13.51", "2.11"), {"climate", "ipcc_zone", "near", "source"}),
        (("zone", "-1.5", "36.2", "--lang", "sw"), {"climate", "distance_km"}),
        (("zone", "-1.28", "-48.5"), {"climate"}),
        (("likeness", "BSh/SAN/Ca", "BSh/HAC/Ca"), {"distance", "word", "why"}),
        (("search", "stone", "lines", "--at", "-1.5,36.2"), {"hits", "facets", "total"}),
        (("search", "--place", "Niamey", "--soil", "SAN", "--land-use", "Ca"), {"hits", "zone"}),
        (("search", ""), {"hits"}),
        (("collection", "check"), {"faults", "coverage"}),
        (("reindex",), {"practices"}),
        (("init",), {"published", "places_built", "index_rebuilt"}),
    ],
)
def test_json_is_one_document_on_standard_output(
    data: Path, arguments: tuple[str, ...], keys: set[str]
) -> None:
    ran = gafolup(data, *arguments, "--json")
    assert ran.code == 0, ran
    assert keys <= ran.document.keys()


def test_places_are_a_list_the_likeliest_first(data: Path) -> None:
    ran = gafolup(data, "place", "Niamey", "--lang", "fr", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document[0]["name"] == "Niamey"
    assert ran.document[0]["country_name"] == "Niger"


def test_words_in_french_and_a_place_find_practices_with_their_reason(data: Path) -> None:
    ran = gafolup(
        data, "search", "récolter l'eau de pluie", "--lang", "fr", "--place", "Niamey", "--json"
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.document["zone"].startswith("BSh/")
    hits = ran.document["hits"]
    assert len(hits) == 10
    for hit in hits:
        assert hit["slug"]
        assert hit["title"]
        assert hit["reason"]
        assert hit["language"] == "fr"
        assert hit["origin"] in ("original", "human", "machine")
        assert hit["text_score"] > 0
        assert hit["likeness"] is None or 0 <= hit["likeness"] <= 1
        assert hit["likeness_word"] in WORDS
    assert any(hit["likeness"] is not None for hit in hits)
    holding_water = {"khadin-runoff-farming", "half-moons", "tied-ridges", "zai-pits"}
    assert holding_water & {hit["slug"] for hit in hits[:4]}


@pytest.mark.parametrize("language", CODES)
def test_every_language_is_spoken(data: Path, language: str) -> None:
    ran = gafolup(data, "search", "compost", "--lang", language, "--limit", "1", "--json")
    assert ran.code == 0, ran
    assert ran.document["hits"][0]["language"] == language


def test_for_people_the_lines_name_what_was_found(data: Path) -> None:
    zone = gafolup(data, "zone", "13.51", "2.11")
    assert zone.out.splitlines()[0].startswith("BSh ")
    assert "Niamey" in gafolup(data, "place", "Niamey").out
    assert "Similar land" in gafolup(data, "likeness", "BSh/SAN/Ca", "BSh/HAC/Ca").out
    found = gafolup(data, "search", "zai", "--limit", "2")
    assert "(zai-pits; en)" in found.out.splitlines()[0]
    assert found.err == ""
    assert gafolup(data, "collection", "check").out.startswith("practices: 40\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("zone", "91", "0"), "latitude"),
        (("zone", "0", "-180.5"), "longitude"),
        (("zone", "nan", "0"), "latitude"),
        (("zone", "north", "0"), "'north'"),
        (("zone", "0", "-30"), "no land"),
        (("zone", "13"), "LON"),
        (("zone", "13.5", "2.1", "--lang", "de"), "language de"),
        (("place", "Xqzzkwv"), "Xqzzkwv"),
        (("place", "Niamey", "--lang", "x" * 30), "language"),
        (("likeness", "BSh/SAN/Ca", "BSh/XYZ/Ca"), "soil: XYZ"),
        (("likeness", "BSh"), "SECOND"),
        (("search", "x", "--lang", "de"), "language de"),
        (("search", "x", "--place", "Xqzzkwv"), "Xqzzkwv"),
        (("search", "x", "--at", "91,0"), "latitude"),
        (("search", "x", "--place", "Niamey", "--at", "1,1"), "--place and --at"),
        (("place", "Xq\udcffzzkwv"), "Xq�zzkwv"),
        (("search", "x", "--at", "here"), "13.51,2.11"),
        (("search", "x", "--soil", "XYZ"), "soil: XYZ"),
        (("search", "x", "--land-use", "XYZ"), "land_use: XYZ"),
        (("search", "x", "--limit", "0"), "--limit"),
        (("search", "x", "--limit", "many"), "'many'"),
        (("search", "soil " * 300), "too long"),
        (("search", "x", "--colour", "red"), "--colour"),
        (("index", "load", "/no/such/file", "--name", "docs"), "/no/such/file"),
        (("index", "load", "/", "--name", "docs"), "directory"),
        (("index", "query", "docs", "--file", "/no/such/file"), "/no/such/file"),
        (("index", "query", "nowhere", "--file", "/dev/null"), "nowhere"),
        (("index", "load", "/dev/null", "--name", "../x"), "small letters"),
        (("index", "load", "/dev/null", "--name", "practices"), "another name"),
        (("index", "load", "/dev/null"), "--name"),
        (("dig",), "'dig'"),
    ],
)
def test_a_wrong_word_is_one_clear_line_and_exit_status_2(
    data: Path, arguments: tuple[str, ...], words: str
) -> None:
    for more in ((), ("--json",)):
        assert words in gafolup(data, *arguments, *more).complaint


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "zai"),
        ("search", "--place", "Niamey"),
        ("place", "Niamey"),
        ("zone", "13.5", "2.1"),
        ("reindex",),
        ("serve", "--no-prepare"),
    ],
)
@pytest.mark.parametrize("exists", [True, False])
def test_an_empty_folder_says_that_init_is_needed_and_stays_empty(
    tmp_path: Path, arguments: tuple[str, ...], exists: bool
) -> None:
    folder = tmp_path / "data"
    if exists:
        folder.mkdir()
    assert "gafolup init" in gafolup(folder, *arguments).complaint
    assert not exists or not list(folder.iterdir())


def test_a_place_is_said_that_was_taken_from_its_homonyms(data: Path) -> None:
    told = gafolup(data, "search", "compost", "--place", "San José")
    assert told.code == 0
    assert told.err.startswith("Place: San Jos")
    assert "gafolup place 'San José'" in told.err
    document = gafolup(data, "search", "compost", "--place", "San José", "--json").document
    assert document["place"]["country_name"] in told.err
    assert document["place"]["lat"]
    assert gafolup(data, "search", "compost", "--at", "1,36", "--json").document["place"] is None


def test_a_search_that_finds_nothing_says_so_beside_its_answer(data: Path) -> None:
    ran = gafolup(data, "search", "zzzzqqq")
    assert (ran.code, ran.out, ran.err) == (0, "", "No practice found.\n")
    document = gafolup(data, "search", "zzzzqqq", "--json")
    assert (document.document["hits"], document.err) == ([], "")


def test_likeness_needs_no_data_folder_and_makes_none(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    ran = gafolup(folder, "likeness", "BSh/SAN/Ca", "BSh/HAC/Ca", "--json")
    assert (ran.code, ran.document["word"]) == (0, "similar"), ran
    assert not folder.exists()


def test_a_zone_and_a_place_need_no_database(own_data: Path) -> None:
    for file in own_data.glob("gafolup.sqlite3*"):
        file.unlink()
    assert gafolup(own_data, "zone", "13.51", "2.11", "--json").document["near"]
    assert gafolup(own_data, "place", "Niamey", "--json").document[0]["country"] == "NE"


def test_init_on_a_prepared_folder_says_that_it_is_up_to_date(own_data: Path) -> None:
    ran = gafolup(own_data, "init")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Everything in {own_data} is up to date.\n"
    shutil.rmtree(own_data / "index")
    assert "is ready: search index built." in gafolup(own_data, "init").err


@pytest.mark.parametrize("language", ["ru", "zh", "und"])
def test_documents_in_any_language_are_loaded_and_found(
    own_data: Path, tmp_path: Path, language: str
) -> None:
    text = {"ru": "террасы на склонах", "zh": "坡地上的梯田", "und": "1789"}[language]
    asked = {"ru": "терраса", "zh": "梯田", "und": "1789"}[language]
    documents = _lines(tmp_path / "d", {"id": "a", "lang": language, "text": text})
    loaded = gafolup(own_data, "index", "load", documents, "--name", "docs")
    assert (loaded.code, loaded.err) == (0, "1 document in docs\n")
    queries = _lines(tmp_path / "q", {"id": "1", "lang": language, "text": asked, "mode": "all"})
    assert gafolup(own_data, "index", "query", "docs", "--file", queries).out.startswith("1 Q0 a 1")


def test_the_modes_and_fields_of_files_stand_in_the_help(data: Path) -> None:
    told = gafolup(data, "index", "query", "--help").out
    for word in ("lang", "any", "all", "last_prefix", "TREC"):
        assert word in told
    assert "title" in gafolup(data, "index", "load", "--help").out


def test_documents_are_loaded_and_queries_answered_with_run_lines(
    own_data: Path, tmp_path: Path
) -> None:
    loaded = gafolup(
        own_data, "index", "load", _lines(tmp_path / "d", *DOCUMENTS), "--name", "docs", "--json"
    )
    assert loaded.document == {"name": "docs", "documents": 3, "by_language": {"en": 2, "fr": 1}}
    queries = _lines(tmp_path / "q", *QUERIES)
    ran = gafolup(own_data, "index", "query", "docs", "--file", queries)
    assert ran.code == 0, ran
    run = [line.split(" ") for line in ran.out.splitlines()]
    assert [(line[0], line[2], line[3]) for line in run] == [("1", "t1", "1"), ("2", "f1", "1")]
    document = gafolup(own_data, "index", "query", "docs", "--file", queries, "--json").document
    assert document["name"] == "docs"
    assert [(one["query"], one["document"], one["rank"]) for one in document["run"]] == [
        ("1", "t1", 1),
        ("2", "f1", 1),
    ]
    assert [f"{one['score']:.6f}" for one in document["run"]] == [line[4] for line in run]


def test_bad_lines_are_told_by_their_number_and_nothing_is_loaded(
    own_data: Path, tmp_path: Path
) -> None:
    good = _lines(tmp_path / "good", *DOCUMENTS)
    assert gafolup(own_data, "index", "load", good, "--name", "docs").code == 0
    bad = _lines(
        tmp_path / "bad",
        {"id": "new", "lang": "en", "text": "terraces"},
        '{"id": "b", "lang"',
        "",
        {"id": "c", "lang": 4, "text": "Boden"},
        {"id": "new", "lang": "en", "text": "twice"},
        {"id": "d", "lang": "en"},
        [1, 2],
    )
    told = gafolup(own_data, "index", "load", bad, "--name", "docs", "--json").complaint
    for number in (2, 4, 5, 6, 7):
        assert f"line {number}:" in told
    assert "line 1:" not in told
    told = gafolup(own_data, "index", "query", "docs", "--file", bad).complaint
    assert "line 2:" in told
    queries = _lines(tmp_path / "q", QUERIES[0])
    ran = gafolup(own_data, "index", "query", "docs", "--file", queries)
    assert ran.out.split(" ")[2] == "t1"
    assert len(ran.out.splitlines()) == 1


def test_bytes_that_are_no_text_are_a_bad_line(own_data: Path, tmp_path: Path) -> None:
    file = tmp_path / "bytes"
    file.write_bytes(b'{"id": "a", "lang": "en", "text": "\xff\xfe"}\n')
    assert "line 1:" in gafolup(own_data, "index", "load", str(file), "--name", "d").complaint


def test_faults_of_a_collection_are_told_with_file_and_line(data: Path, tmp_path: Path) -> None:
    practice = tmp_path / "stones"
    practice.mkdir()
    (practice / "practice.yaml").write_text("id: gp-001\nslug: [\n")
    ran = gafolup(data, "collection", "check", "--folder", str(tmp_path), "--json")
    assert ran.code == 2
    assert any("practice.yaml:" in fault for fault in ran.document["faults"])
    assert "Traceback" not in ran.err


def test_help_tells_of_every_command(data: Path) -> None:
    told = gafolup(data, "--help")
    assert told.code == 0
    for name in ("init", "serve", "zone", "place", "likeness", "search", "index", "reindex"):
        assert f"  {name} " in told.out
        assert gafolup(data, name, "--help").code == 0


def test_the_installed_command_takes_a_closed_pipe_without_a_word(data: Path) -> None:
    installed = Path(sys.executable).parent / "gafolup"
    ran = subprocess.run(
        ["bash", "-c", f"{installed} collection check | head -n 1"],
        env={"GAFOLUP_DATA_DIR": str(data), "PATH": "/usr/bin:/bin"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert len(ran.stdout.splitlines()) == 1
    assert ran.stderr == ""
