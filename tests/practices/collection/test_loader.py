"""The collection's files: every fault at once, with its file and line."""

import shutil
from pathlib import Path

import pytest

from i18n.languages import CODES
from practices.collection.faults import CollectionDamaged
from practices.collection.loader import FOLDER, load, read_collection, read_practice
from practices.collection.rules import numbers_in

LANGUAGES = ("en", "sw")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of two practices, to be damaged."""
    for slug in ("zai-pits", "half-moons"):
        shutil.copytree(FOLDER / slug, tmp_path / slug)
    return tmp_path


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _faults(folder: Path) -> list[str]:
    return [
        f"{fault.file.relative_to(folder)}:{fault.line}: {fault.what}"
        for fault in read_collection(folder, LANGUAGES).faults
    ]


def test_what_ships_has_no_faults() -> None:
    reading = read_collection(FOLDER, CODES)
    assert reading.faults == []


def test_forty_practices_ship_in_seven_languages_with_a_main_drawing() -> None:
    practices = load(FOLDER, CODES)
    assert len(practices) >= 40
    for practice in practices:
        assert set(practice.words) == set(CODES)
        assert (practice.folder / "scheme.svg").is_file()


def test_what_ships_covers_every_soil_climate_group_and_land_use() -> None:
    facts = [practice.facts for practice in load(FOLDER, CODES)]
    soils = {soil for one in facts for soil in one.context.soils}
    groups = {climate[0] for one in facts for climate in one.context.climates}
    uses = {use for one in facts for use in one.context.land_uses}
    assert soils == {"HAC", "LAC", "SAN", "SPO", "VOL", "WET", "ORG"}
    assert groups >= set("ABCD")
    assert uses >= {"Ca", "Cp", "Ct", "Ge", "Gi", "Fn", "Fp", "Xf", "Xp", "Xa", "Xs", "W"}
    assert sum(one.kind == "local_knowledge" for one in facts) >= 8


def test_failures_stand_among_the_evidence() -> None:
    rows = [row for one in load(FOLDER, CODES) for row in one.facts.evidence]
    assert sum(row.succeeded != "yes" for row in rows) >= 20


def test_translations_are_marked_as_made_by_machine_and_not_reviewed() -> None:
    for practice in load(FOLDER, CODES):
        for language, words in practice.words.items():
            assert words.native_review == "none"
            assert words.origin == ("original" if language == "en" else "machine")


def test_all_faults_are_told_at_once_with_file_and_line(folder: Path) -> None:
    facts = folder / "zai-pits" / "practice.yaml"
    _change(facts, "kind: local_knowledge", "kind: secret_knowledge")
    _change(folder / "half-moons" / "sw.yaml", "language: sw", "language: fr")
    (folder / "half-moons" / "en.yaml").unlink()
    found = _faults(folder)
    line = next(
        number
        for number, text in enumerate(facts.read_text().splitlines(), start=1)
        if "secret_knowledge" in text
    )
    assert any(fault.startswith(f"zai-pits/practice.yaml:{line}: kind") for fault in found)
    assert any("half-moons/en.yaml:1: cannot be read" in fault for fault in found)
    assert any("half-moons/sw.yaml:1: language" in fault for fault in found)


def test_a_number_that_changes_in_translation_is_a_fault(folder: Path) -> None:
    file = folder / "zai-pits" / "sw.yaml"
    text = file.read_text(encoding="utf-8")
    digits = next(part for part in text.split() if part.isdigit() and len(part) > 1)
    _change(file, f" {digits} ", f" {digits}7 ")
    assert any("numbers differ from the original" in fault for fault in _faults(folder))


def test_a_source_that_is_named_but_not_listed_is_a_fault(folder: Path) -> None:
    facts = folder / "zai-pits" / "practice.yaml"
    _change(facts, "recorded_in: ", "recorded_in: nobody_1900 # ")
    assert any("source 'nobody_1900' is not in sources" in fault for fault in _faults(folder))


def test_two_practices_cannot_share_an_id(folder: Path) -> None:
    _change(folder / "zai-pits" / "practice.yaml", "id: gp-001", "id: gp-002")
    assert any("gp-002 is also used by" in fault for fault in _faults(folder))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"a: [1", "is not valid YAML"),
        (b"a: 1\na: 2", "stands twice"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"- 1\n- 2", "is not of type 'object'"),
        (b"x: !!python/object/apply:os.system ['true']", "is not valid YAML"),
        (b"a: &a [x]\nb: *a\n", "aliases are not used"),
        (b"&a [*a]", "is not valid YAML"),
        (b"[" * 3000, "is not valid YAML"),
        (b"x" * 300_000, "is larger than"),
    ],
)
def test_a_file_that_is_no_practice_is_told_not_raised(
    folder: Path, content: bytes, says: str
) -> None:
    (folder / "zai-pits" / "practice.yaml").write_bytes(content)
    faults = read_practice(folder / "zai-pits", LANGUAGES).faults
    assert any(says in fault.what for fault in faults), faults


def test_a_damaged_collection_is_not_loaded_at_all(folder: Path) -> None:
    (folder / "zai-pits" / "practice.yaml").write_text("id: 1")
    with pytest.raises(CollectionDamaged):
        load(folder, LANGUAGES)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0.3 t, 0,3 t and ०.३ t", {"0.3": 3}),
        ("1,000 or 1000 kg", {"1000": 2}),
        ("from 20 to 30 cm", {"20": 1, "30": 1}),
        ("٢٥ سم", {"25": 1}),
        ("no number", {}),
    ],
)
def test_numbers_are_the_same_in_every_way_of_writing(text: str, numbers: dict[str, int]) -> None:
    assert dict(numbers_in(text)) == numbers
