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
from practices.search.index.jsonl import LinesNotUnderstood
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
        b'{"id": "d", "lang": "en", "text": 5}\n'
        b'{"id": "e", "lang": "en"}\n'
        b'{"id": "f", "lang": "en", "text": "\\ud800"}\n'
        b'{"id": true, "lang": "en", "text": "id"}\n'
        b'{"id": "h", "lang": 3, "text": "lang"}\n'
        b'{"id": "i", "lang": "en", "text": "\xff"}\n'
        b'{"id": "' + b"j" * 400 + b'", "lang": "en", "text": "long id"}\n'
    )
    with pytest.raises(LinesNotUnderstood) as caught:
        trec.load_jsonl(index, path, "farm")
    assert [fault.line for fault in caught.value.data["faults"]] == list(range(3, 15))
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
        {"id": "5", "lang": ["en"], "text": "soil"},
    ]
    out = io.StringIO()
    with pytest.raises(LinesNotUnderstood) as caught:
        trec.run_queries(index, "farm", lines(tmp_path / "q", rows), out)
    assert [fault.line for fault in caught.value.data["faults"]] == [2, 3, 4, 5]
    assert out.getvalue() == ""


OTHERS = {
    "ru": (
        ("Компост из навоза", "Зрелый компост возвращает почве плодородие и удерживает воду."),
        ("Каменные террасы", "Террасы на склонах останавливают воду и смыв почвы."),
        ("Посадка деревьев", "Ряды деревьев защищают поля от ветра."),
        "как построить террасу на склоне",
    ),
    "de": (
        ("Kompost aus Mist", "Reifer Kompost gibt dem Boden Fruchtbarkeit zurück."),
        ("Steinerne Terrassen", "Terrassen an Hängen halten das Wasser und den Boden auf."),
        ("Bäume pflanzen", "Baumreihen schützen die Felder vor dem Wind."),
        "Wie baut man eine Terrasse am Hang?",
    ),
    "zh": (
        ("堆肥", "腐熟的堆肥使土壤恢复肥力并保持水分。"),
        ("石砌梯田", "坡地上的梯田可以拦住雨水，减少土壤流失。"),
        ("植树造林", "成行的树木保护农田免受大风侵袭。"),
        "怎样在坡地修梯田",
    ),
    "ja": (
        ("堆肥づくり", "よく熟した堆肥は土の力を取り戻します。"),
        ("石積みの棚田", "斜面の棚田は雨水をためて土の流出を防ぎます。"),
        ("木を植える", "並木は畑を風から守ります。"),
        "斜面に棚田を作るには",
    ),
    "th": (
        ("ปุ๋ยหมักจากมูลสัตว์", "ปุ๋ยหมักช่วยให้ดินอุดมสมบูรณ์และเก็บความชื้น"),
        ("นาขั้นบันไดหิน", "นาขั้นบันไดบนเนินเขาช่วยกักน้ำฝนและป้องกันดินถูกชะล้าง"),
        ("ปลูกต้นไม้", "แนวต้นไม้ป้องกันไร่จากลม"),
        "ทำนาขั้นบันไดบนเนินเขาอย่างไร",
    ),
}
"""Title and text of three documents in languages that are not served, and a question about the
second of them."""


def other_rows(language: str) -> list[dict[str, str]]:
    return [
        {"id": f"{language}-{number}", "lang": language, "title": title, "text": text}
        for number, (title, text) in enumerate(OTHERS[language][:3])
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_is_not_served_is_loaded_and_asked(
    index: TantivyIndex, tmp_path: Path, language: str
) -> None:
    counts = trec.load_jsonl(index, lines(tmp_path / "d", other_rows(language)), "farm")
    assert counts == {language: 3}
    question = {"id": "q", "lang": language, "text": OTHERS[language][3]}
    assert run(index, lines(tmp_path / "q", [question]))["q"][0][0] == f"{language}-1"


def test_languages_that_are_served_and_others_stand_beside_each_other(
    index: TantivyIndex, tmp_path: Path
) -> None:
    rows = farm_rows(("en", "hi")) + [row for language in OTHERS for row in other_rows(language)]
    counts = trec.load_jsonl(index, lines(tmp_path / "d", rows), "farm")
    assert counts == {"en": 6, "hi": 6} | dict.fromkeys(OTHERS, 3)
    assert trec.languages_of(index, "farm") == ("en", "hi", *sorted(OTHERS))
    asked = [{"id": code, "lang": code, "text": text[3]} for code, text in OTHERS.items()]
    asked += [{"id": f"{code}?", "text": text[3]} for code, text in OTHERS.items()]
    found = run(index, lines(tmp_path / "q", asked))
    for language in OTHERS:
        assert found[language][0][0] == f"{language}-1"
        assert {document[:2] for document, _ in found[language]} == {language}
        assert f"{language}-1" in [document for document, _ in found[f"{language}?"][:3]]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("de-AT", "de"),
        ("deu", "de"),
        ("ZH_Hans", "zh"),
        ("pt-BR", "pt"),
        ("swa", "sw"),
        ("nb", "no"),
        ("xx", "xx"),
    ],
)
def test_a_tag_means_its_language_whatever_its_form(
    index: TantivyIndex, tmp_path: Path, said: str, kept: str
) -> None:
    rows = [{"id": "1", "lang": said, "text": "Humus 12"}]
    assert trec.load_jsonl(index, lines(tmp_path / "d", rows), "farm") == {kept: 1}
    asked = [{"id": "q", "lang": kept, "text": "humus"}]
    assert run(index, lines(tmp_path / "q", asked))["q"][0][0] == "1"


@pytest.mark.parametrize("said", [{}, {"lang": ""}, {"lang": "und"}, {"lang": None}, {"lang": "?"}])
def test_what_no_language_is_known_of_is_found_all_the_same(
    index: TantivyIndex, tmp_path: Path, said: dict[str, str | None]
) -> None:
    rows = [{"id": "t", "text": "梯田可以拦住雨水", **said}, {"id": "n", "text": "1789", **said}]
    assert trec.load_jsonl(index, lines(tmp_path / "d", rows), "farm") == {"und": 2}
    asked = [
        {"id": "1", "text": "梯田", **said},
        {"id": "2", "text": "1789", **said},
        {"id": "3", "text": "梯田", "lang": "zh"},
        {"id": "4", "text": "梯田", "lang": "xx"},
    ]
    found = run(index, lines(tmp_path / "q", asked))
    assert [found[str(n)][0][0] for n in (1, 2, 3, 4)] == ["t", "n", "t", "t"]


def test_all_modes_work_where_no_blank_parts_the_words(index: TantivyIndex, tmp_path: Path) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", other_rows("zh") + other_rows("ja")), "farm")
    rows = [
        {"id": "any", "lang": "zh", "text": "梯田和堆肥"},
        {"id": "all", "lang": "zh", "text": "土壤流失", "mode": "all"},
        {"id": "one character", "lang": "zh", "text": "风", "mode": "all"},
        {"id": "box", "lang": "zh", "text": "坡地 梯", "mode": "last_prefix"},
        {"id": "kana", "lang": "ja", "text": "石積みの棚", "mode": "last_prefix"},
    ]
    found = run(index, lines(tmp_path / "q", [{**row, "id": row["id"][:3]} for row in rows]))
    assert {document for document, _ in found["any"]} >= {"zh-0", "zh-1"}
    assert [document for document, _ in found["all"]] == ["zh-1"]
    assert [document for document, _ in found["one"]] == ["zh-2"]
    assert [document for document, _ in found["box"]] == ["zh-1"]
    assert [document for document, _ in found["kan"]] == ["ja-1"]


def test_what_a_killed_load_left_is_gone_after_the_next(
    index: TantivyIndex, tmp_path: Path
) -> None:
    index.apply_settings("farm-ru-beside", trec.settings_for("ru"))
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",))), "farm")
    assert index.names() == ("farm-en",)


def test_a_collection_is_not_taken_for_a_language_of_another(
    index: TantivyIndex, tmp_path: Path
) -> None:
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("en",))), "farm")
    trec.load_jsonl(index, lines(tmp_path / "d", farm_rows(("fr",))), "farm-en")
    assert trec.languages_of(index, "farm") == ("en",)
    assert trec.languages_of(index, "farm-en") == ("fr",)


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
