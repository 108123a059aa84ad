"""Words of the field: found in one language, said in another, and checked as they are written."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.languages import CODES, LanguageNotServed
from i18n.termbase import Concept, Termbase, shipped_termbase
from i18n.termbase.check import faults_in
from i18n.termbase.reading import TERMS, TermbaseFaulty, read

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    base = shipped_termbase()
    for code in CODES:
        base.concepts_in("", code)
    return base


def ids(termbase: Termbase, text: str, language: str) -> list[str]:
    return [match.concept.id for match in termbase.concepts_in(text, language)]


def test_the_termbase_that_ships_has_no_fault() -> None:
    assert faults_in(TERMS) == []


def test_the_check_runs_as_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "i18n.termbase.check"], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 faults" in done.stdout


def test_at_least_220_concepts_are_named_in_every_language(termbase: Termbase) -> None:
    assert len(termbase.concepts) >= 220
    assert all(termbase.labels(concept, code) for concept in termbase.concepts for code in CODES)


def test_no_file_claims_a_native_review_it_has_not_had() -> None:
    for path in TERMS.glob("*.yaml"):
        if path.name != "homonyms.yaml":
            assert "\nnative_review: none\n" in path.read_text(encoding="utf-8")


def test_rainwater_harvesting_asked_in_french_is_named_in_every_language(
    termbase: Termbase,
) -> None:
    named = {
        code: termbase.expand("récolter l'eau de pluie", "fr", code)[0].labels for code in CODES
    }
    assert "kuvuna maji ya mvua" in named["sw"]
    assert "वर्षा जल संचयन" in named["hi"]
    assert "حصاد مياه الأمطار" in named["ar"]
    assert "cosecha de agua de lluvia" in named["es"]
    assert "captação de água da chuva" in named["pt"]
    assert named["en"][0] == "rainwater harvesting"


@pytest.mark.parametrize("code", CODES)
def test_every_label_finds_its_own_concept(termbase: Termbase, code: str) -> None:
    for concept in termbase.concepts:
        for label in termbase.labels(concept, code):
            assert concept.id in ids(termbase, label, code), label


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("fr", "le zaï, aussi appelé tassa", "zai"),
        ("sw", "mashimo ya zai", "zai"),
        ("en", "demi-lunes on bare land", "half-moon"),
        ("fr", "des demi-lunes sur le glacis", "half-moon"),
        ("hi", "खडीन में पानी", "khadin"),
        ("en", "a khadin in Jaisalmer", "khadin"),
        ("sw", "matuta ya fanya juu", "fanya-juu"),
        ("sw", "fanya chini", "fanya-chini"),
        ("sw", "eneo la ngitili", "ngitili"),
        ("hi", "गाँव का जोहड़", "johad"),
        ("es", "en la milpa", "milpa"),
        ("en", "an old charco dam", "charco-dam"),
        ("ar", "فقارة قديمة", "qanat"),
        ("pt", "zai em covas de plantio", "zai"),
    ],
)
def test_local_names_are_known(termbase: Termbase, language: str, text: str, concept: str) -> None:
    assert concept in ids(termbase, text, language)


@pytest.mark.parametrize(
    ("concept", "names"),
    [
        ("maize", {"en": "maize corn", "es": "maíz choclo elote", "hi": "मक्का मकई", "pt": "milho"}),
        (
            "cassava",
            {"en": "cassava manioc yuca", "pt": "mandioca macaxeira aipim", "sw": "muhogo"},
        ),
        ("groundnut", {"en": "groundnut peanuts", "es": "maní cacahuate", "sw": "karanga"}),
        ("pearl-millet", {"fr": "mil", "hi": "बाजरा", "pt": "mexoeira", "sw": "uwele"}),
        ("cattle", {"sw": "ng'ombe ng’ombe ngombe", "ar": "بقرة الأبقار", "fr": "vaches"}),
    ],
)
def test_regional_names_of_one_thing_are_one_concept(
    termbase: Termbase, concept: str, names: dict[str, str]
) -> None:
    for language, words in names.items():
        for word in words.split():
            assert ids(termbase, word, language) == [concept], (language, word)


@pytest.mark.parametrize(
    ("language", "without", "plain"),
    [
        ("en", "no tillage", "tillage"),
        ("fr", "sans labour", "le labour"),
        ("es", "sin labranza", "la labranza"),
        ("ar", "بدون حراثة", "الحراثة"),
        ("sw", "bila kulima", "kulima"),
        ("hi", "बिना जुताई", "जुताई"),
    ],
)
def test_doing_without_tillage_is_not_tillage(
    termbase: Termbase, language: str, without: str, plain: str
) -> None:
    assert ids(termbase, without, language) == ["no-till"]
    assert ids(termbase, plain, language) == ["tillage"]


def test_the_longest_name_wins(termbase: Termbase) -> None:
    assert ids(termbase, "drip irrigation", "en") == ["drip-irrigation"]
    assert ids(termbase, "black cotton soil", "en") == ["vertisol"]
    assert ids(termbase, "cotton, black soil", "en") == ["cotton", "soil"]


def test_a_name_cut_off_at_the_end_of_the_text_is_not_found(termbase: Termbase) -> None:
    assert ids(termbase, "farmer managed natural", "en") == ["farmer"]


def test_a_word_of_two_meanings_names_both_concepts_in_the_same_place(termbase: Termbase) -> None:
    found = termbase.concepts_in("ma terre", "fr")
    assert {match.concept.id for match in found} == {"soil", "land"}
    assert {(match.start, match.end) for match in found} == {(3, 8)}


def test_a_match_says_where_it_stands_and_by_which_label(termbase: Termbase) -> None:
    text = "Pourquoi mes MAÏS meurent-ils ?"
    (match,) = termbase.concepts_in(text, "fr")
    assert (text[match.start : match.end], match.label) == ("MAÏS", "maïs")


def test_everyday_words_are_not_taken_for_terms(termbase: Termbase) -> None:
    assert ids(termbase, "le 3 mars, mais quand ?", "fr") == ["maize"]  # mais is typed for maïs
    assert ids(termbase, "elle vend du bon pain", "fr") == []
    assert ids(termbase, "वह घर ले गया", "hi") == []
    assert ids(termbase, "ele leva o livro", "pt") == []


def test_each_concept_is_expanded_once(termbase: Termbase) -> None:
    (expansion,) = termbase.expand("maize, corn and more maize", "en", "sw")
    assert expansion.concept.id == "maize"
    assert expansion.labels[0] == "mahindi"


def test_a_text_can_be_widened_in_its_own_language(termbase: Termbase) -> None:
    (expansion,) = termbase.expand("corn", "en", "en")
    assert set(expansion.labels) == {"maize", "corn"}


def test_every_label_of_a_language_is_listed_once_with_the_preferred_first(
    termbase: Termbase,
) -> None:
    labels = termbase.every_label("hi")
    assert len(labels) == len(set(labels))
    assert set(labels[: len(termbase.concepts) // 2]) <= {
        concept.labels["hi"][0] for concept in termbase.concepts
    }


def test_a_language_nobody_writes_is_refused(termbase: Termbase) -> None:
    with pytest.raises(LanguageNotServed):
        termbase.concepts_in("Boden", "de")
    with pytest.raises(LanguageNotServed):
        termbase.expand("soil", "en", "de")


def test_a_language_without_labels_gives_none() -> None:
    concept = Concept("teff", "crop", None, {"en": ("teff",)})
    assert Termbase([concept]).labels(concept, "ar") == ()


def test_many_threads_build_the_index_once() -> None:
    base = Termbase(shipped_termbase().concepts)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: ids(base, "sols et fumier", "fr"), range(40)))
    assert found == [["soil", "manure"]] * 40


ENGLISH = "soil and drip irrigation , black cotton no till ½ ق x"


@given(st.lists(st.sampled_from(ENGLISH.split())))
def test_matches_are_in_order_and_only_homonyms_share_a_place(words: list[str]) -> None:
    text = " ".join(words)
    last = (0, 0)
    for match in shipped_termbase().concepts_in(text, "en"):
        assert match.start >= last[1] or (match.start, match.end) == last
        assert match.start < match.end <= len(text)
        last = (match.start, match.end)


@given(st.text(), st.sampled_from(CODES[:5]))
def test_no_text_breaks_the_termbase(text: str, language: str) -> None:
    shipped_termbase().expand(text, language, "en")


GOOD = """domain: crop
native_review: none
concepts:
  maize:
    agrovoc: http://aims.fao.org/aos/agrovoc/c_12332
    en: [maize]
    fr: [maïs]
    es: [maíz]
    pt: [milho]
    ar: [ذرة]
    sw: [mahindi]
    hi: [मक्का]
"""


def written(folder: Path, **files: str) -> list[str]:
    files.setdefault("homonyms", "{}\n")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in faults_in(folder)]


def test_a_good_file_has_no_fault(tmp_path: Path) -> None:
    assert written(tmp_path, crops=GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "faults"),
    [
        ("    sw: [mahindi]\n", "", ["crops.yaml:4: maize has no labels in sw"]),
        ("c_12332", "12332", ["crops.yaml:5: http://aims.fao.org/aos/agrovoc/12332 is no address"]),
        ("http:", "https:", ["crops.yaml:5: https://aims.fao.org/aos/agrovoc/c_12332 is no addr"]),
        ("    en: [", "    de: [Mais]\n    en: [", ["crops.yaml:6: de is not a language served"]),
        ("[maize]", "maize", ["crops.yaml:6: a list of labels is expected here"]),
        ("[maize]", "[]", ["crops.yaml:6: a list of labels is expected here"]),
        ("[maize]", "[maize, '']", ["crops.yaml:6: a label must be words"]),
        ("[maize]", "[maize, maize]", ["crops.yaml:6: maize is said twice"]),
        ("[maize]", "[maize, the]", ["crops.yaml:4: the (en) has no word that is looked for"]),
        ("  maize:", "  Maize_1:", ["crops.yaml:4: Maize_1 is no id"]),
        ("native_review: none\n", "", ["crops.yaml:1: native_review is missing"]),
        (
            "domain: crop\n",
            "domain: crop\nauthor: me\n",
            ["crops.yaml:2: author is not known here"],
        ),
        ("[maize]", "[maize", ["crops.yaml:7: not YAML"]),
        (
            "concepts:\n",
            "concepts: [a]\nx:\n",
            ["crops.yaml:3: a mapping is exp", "crops.yaml:4: x"],
        ),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(
    tmp_path: Path, right: str, wrong: str, faults: list[str]
) -> None:
    assert right in GOOD
    told = written(tmp_path, crops=GOOD.replace(right, wrong))
    assert len(told) == len(faults)
    assert all(one.startswith(start) for one, start in zip(told, faults, strict=True)), told


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("c_12332", "x").replace("    hi: [मक्का]\n", "").replace("[maíz]", "[]")
    assert len(written(tmp_path, crops=text)) == 3


def test_an_id_or_address_said_in_two_files_is_a_fault(tmp_path: Path) -> None:
    told = written(tmp_path, crops=GOOD, more=GOOD)
    assert "more.yaml:4: maize is already at crops.yaml:4" in told
    assert any(
        one.startswith("more.yaml:4: http:") and one.endswith("is already at crops.yaml:4")
        for one in told
    )


def test_a_label_of_two_concepts_is_a_fault_unless_it_is_meant(tmp_path: Path) -> None:
    two = GOOD + "\n".join(
        [
            "  corn:",
            *(f"    {code}: [{code}x]" for code in CODES if code != "fr"),
            "    fr: [Mais]\n",
        ]
    )
    (fault,) = written(tmp_path, crops=two)
    assert fault.startswith("crops.yaml:13: Mais (fr) reads like maïs of maize, crops.yaml:4")
    assert written(tmp_path, crops=two, homonyms="fr:\n  maïs: [maize, corn]\n") == []


def test_a_homonym_that_is_none_is_a_fault(tmp_path: Path) -> None:
    assert written(tmp_path, crops=GOOD, homonyms="fr:\n  maïs: [maize, corn]\n") == [
        "homonyms.yaml:2: mais (fr) is no label of corn"
    ]
    assert written(tmp_path, crops=GOOD, homonyms="de:\n  a: [maize]\n") == [
        "homonyms.yaml:1: de is not a language served"
    ]


def test_a_faulty_termbase_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "crops.yaml").write_text(GOOD.replace("[maize]", "maize"), encoding="utf-8")
    monkeypatch.setattr("i18n.termbase.reading.TERMS", tmp_path)
    with pytest.raises(TermbaseFaulty) as refused:
        shipped_termbase.__wrapped__()
    assert "crops.yaml:6" in str(refused.value)


def test_what_can_be_read_beside_a_fault_is_read(tmp_path: Path) -> None:
    (tmp_path / "crops.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("concepts: {", encoding="utf-8")
    reading = read(tmp_path)
    assert [placed.concept.id for placed in reading.concepts] == ["maize"]
    assert reading.faults
