"""Judged collections: loading, answering, and how well the answers are."""

import io
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from practices.search.index import trec
from practices.search.index.errors import IndexUnknown, SettingsNotUnderstood
from practices.search.index.tantivy_index import TantivyIndex
from tests.practices.search.index.farm_documents import LANGUAGES, TEXTS
from tests.practices.search.index.test_contract import QUESTIONS


@pytest.fixture
def index(tmp_path: Path) -> Iterator[TantivyIndex]:
    made = TantivyIndex(tmp_path / "root")
    yield made
    made.close()


def lines(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def farm_rows(languages: tuple[str, ...] = LANGUAGES) -> list[dict[str, str]]:
    return [
        {"id": f"{slug}-{language}", "lang": language, "title": text.title, "text": text.body}
        for slug, texts in TEXTS.items()
        for language, text in texts.items()
        if language in languages
    ]


def run(index: TantivyIndex, path: Path, **options: Any) -> dict[str, list[tuple[str, float]]]:
    out = io.StringIO()
    trec.run_queries(index, "farm", path, out, **options)
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for rank_line in out.getvalue().splitlines():
        query, zero, document, rank, score, tag = rank_line.split()
        assert (zero, tag) == ("Q0", "gafolup")
        found[query].append((document, float(score)))
        assert int(rank) == len(found[query])
    return found


def test_a_collection_goes_to_one_index_per_language(index: TantivyIndex, tmp_path: Path) -> None:
    counts = trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    assert counts == dict.fromkeys(LANGUAGES, 6)
    assert index.names() == tuple(sorted(f"farm-{language}" for language in LANGUAGES))
    assert trec.languages_of(index, "farm") == LANGUAGES


def test_a_question_is_answered_in_its_language(index: TantivyIndex, tmp_path: Path) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    rows = [{"id": code, "lang": code, "text": text} for code, text in QUESTIONS.items()]
    found = run(index, lines(tmp_path / "q", rows))
    for language in LANGUAGES:
        assert found[language][0][0] == f"terrace-{language}"
        assert all(document.endswith(f"-{language}") for document, _ in found[language])


def test_a_question_without_a_language_goes_to_all_its_own_first(
    index: TantivyIndex, tmp_path: Path
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    rows = [{"id": code, "text": text} for code, text in QUESTIONS.items()]
    found = run(index, lines(tmp_path / "q", rows))
    assert {found[language][0][0] for language in LANGUAGES} == {
        f"terrace-{language}" for language in LANGUAGES
    }


def test_a_question_in_a_language_the_collection_lacks_goes_to_all(
    index: TantivyIndex, tmp_path: Path
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en", "fr"))), "farm")
    found = run(index, lines(tmp_path / "q", [{"id": "1", "lang": "sw", "text": "zai compost"}]))
    assert {document for document, _ in found["1"][:4]} == {
        "zai-en", "zai-fr", "compost-en", "compost-fr",
    }  # fmt: skip


def test_documents_without_a_language_are_put_where_they_are_detected(
    index: TantivyIndex, tmp_path: Path
) -> None:
    rows = [{k: v for k, v in row.items() if k != "lang"} for row in farm_rows()]
    counts = trec.load_jsonl(index, lines(tmp_path / "d", rows), "farm")
    assert counts == dict.fromkeys(LANGUAGES, 6)


def test_modes_of_matching(index: TantivyIndex, tmp_path: Path) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    rows = [
        {"id": "any", "lang": "en", "text": "straw cattle"},
        {"id": "all", "lang": "en", "text": "straw cattle", "mode": "all"},
        {"id": "box", "lang": "en-GB", "text": "straw weed", "mode": "last_prefix"},
    ]
    found = run(index, lines(tmp_path / "q", rows))
    assert {document for document, _ in found["any"]} >= {"mulch-en", "grazing-en"}
    assert found["all"] == []
    assert found["box"][0][0] == "mulch-en"


def test_scores_fall_strictly_and_equal_ones_come_in_the_order_of_ids(
    index: TantivyIndex, tmp_path: Path
) -> None:
    rows = [{"id": f"d{n:02}", "lang": "en", "text": "bean"} for n in reversed(range(20))]
    trec.load_jsonl(index, lines(tmp_path / "d", rows), "farm")
    found = run(index, lines(tmp_path / "q", [{"id": 7, "lang": "en", "text": "beans"}]))["7"]
    assert [document for document, _ in found] == [f"d{n:02}" for n in range(20)]
    assert all(above > below for (_, above), (_, below) in pairwise(found))


def test_depth_and_tag_are_as_asked(index: TantivyIndex, tmp_path: Path) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    path = lines(tmp_path / "q", [{"id": "1", "lang": "en", "text": "soil water grass rain"}])
    assert len(run(index, path, depth=2)["1"]) == 2
    out = io.StringIO()
    assert trec.run_queries(index, "farm", path, out, tag="mine") == 1
    assert out.getvalue().splitlines()[0].endswith(" mine")


def test_every_bad_line_is_told_and_nothing_is_loaded(index: TantivyIndex, tmp_path: Path) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",))), "farm")
    path = tmp_path / "bad"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "lang": "en", "text": "fine"}\n'
        b"\n"
        b"not json\n"
        b'["a list"]\n'
        b'{"lang": "en", "text": "no id"}\n'
        b'{"id": "a b", "lang": "en", "text": "blank in id"}\n'
        b'{"id": "a", "lang": "en", "text": "twice"}\n'
        b'{"id": "c", "lang": "xx", "text": "language"}\n'
        b'{"id": "d", "lang": "en", "text": 5}\n'
        b'{"id": "e", "lang": "en"}\n'
        b'{"id": "f", "lang": "en", "text": "\\ud800"}\n'
        b'{"id": "g", "text": "12345"}\n'
        b'{"id": true, "lang": "en", "text": "id"}\n'
        b'{"id": "h", "lang": 3, "text": "lang"}\n'
        b'{"id": "i", "lang": "en", "text": "\xff"}\n'
        b'{"id": "' + b"j" * 400 + b'", "lang": "en", "text": "long id"}\n'
    )
    with pytest.raises(trec.LinesNotUnderstood) as caught:
        trec.load_jsonl(index, path, "farm")
    assert [fault.line for fault in caught.value.data["faults"]] == list(range(3, 17))
    assert "line 3" in str(caught.value)
    assert index.names() == ("farm-en",)
    assert index.count("farm-en") == 6


def test_every_bad_query_is_told_and_nothing_is_written(
    index: TantivyIndex, tmp_path: Path
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",))), "farm")
    rows = [
        {"id": "1", "lang": "en", "text": "soil"},
        {"id": "2", "lang": "en", "text": "  "},
        {"id": "3", "lang": "en", "text": "soil", "mode": "some"},
        {"id": "1", "lang": "en", "text": "again"},
        {"id": "5", "lang": "tlh", "text": "soil"},
    ]
    out = io.StringIO()
    with pytest.raises(trec.LinesNotUnderstood) as caught:
        trec.run_queries(index, "farm", lines(tmp_path / "q", rows), out)
    assert [fault.line for fault in caught.value.data["faults"]] == [2, 3, 4, 5]
    assert out.getvalue() == ""


def test_loading_again_replaces_the_collection_and_its_languages(
    index: TantivyIndex, tmp_path: Path
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en", "fr"))), "farm")
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("fr", "sw"))[:3]), "farm")
    assert trec.languages_of(index, "farm") == ("fr", "sw")
    assert index.count("farm-fr") + index.count("farm-sw") == 3


def test_an_interrupted_load_leaves_nothing_behind(
    index: TantivyIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",))), "farm")
    monkeypatch.setattr(trec, "BATCH", 2)
    real = index.upsert

    def interrupted(name: str, documents: Any) -> int:
        if index.count(name):
            raise KeyboardInterrupt
        return real(name, documents)

    monkeypatch.setattr(index, "upsert", interrupted)
    with pytest.raises(KeyboardInterrupt):
        trec.load_jsonl(index, lines(tmp_path / "d", farm_rows()), "farm")
    assert index.names() == ("farm-en",)


def test_an_unknown_collection_or_a_bad_name_is_told(index: TantivyIndex, tmp_path: Path) -> None:
    path = lines(tmp_path / "q", [{"id": "1", "text": "soil"}])
    with pytest.raises(IndexUnknown):
        trec.run_queries(index, "nowhere", path, io.StringIO())
    with pytest.raises(SettingsNotUnderstood):
        trec.load_jsonl(index, path, "../up")


def test_a_very_long_question_is_answered_by_its_rare_words(
    index: TantivyIndex, tmp_path: Path
) -> None:
    filler = [
        {"id": f"f{n}", "lang": "en", "text": "soil water field crop land rain " * 3}
        for n in range(30)
    ]
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",)) + filler), "farm")
    common = "soil water field crop land rain " * 40
    other = " ".join(f"unheard{n}" for n in range(80))
    text = f"{common} {other} my acacia stumps sprout and the goats eat them {common}"
    found = run(index, lines(tmp_path / "q", [{"id": "1", "lang": "en", "text": text}]))["1"]
    assert found[0][0] == "trees-en"
