"""A dictionary kept on disk: read where it is whole, made where it is not."""

from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from i18n.analysis.kept import kept

WORDS = {"mashamba": "shamba", "miti": "mti"}


def _never() -> dict[str, str]:
    raise AssertionError("it was kept")


def test_what_was_made_once_is_read_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "words" / "swahili-1"
    assert kept(file, lambda: WORDS) == WORDS
    assert kept(file, _never) == WORDS


@pytest.mark.parametrize("damage", [b"", b"rubbish" * 100, None])
def test_a_file_that_is_damaged_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "swahili-1"
    kept(file, lambda: WORDS)
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert kept(file, lambda: WORDS) == WORDS
    assert kept(file, _never) == WORDS


def test_another_version_takes_the_place_of_the_older(tmp_path: Path) -> None:
    for name in ("swahili-1", "swahili-2"):
        kept(tmp_path / name, lambda: WORDS)
    assert [file.name for file in tmp_path.iterdir()] == ["swahili-2"]


def test_where_nothing_can_be_kept_it_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kept(tmp_path / "file" / "swahili-1", lambda: WORDS) == WORDS


def test_the_swahili_dictionary_says_the_same_after_it_was_kept(tmp_path: Path) -> None:
    made = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary("sw")
    kept(tmp_path / "swahili-1", lambda: made)
    read = kept(tmp_path / "swahili-1", lambda: made)
    assert read is not made
    assert len(read) == len(made)
    for word in ("mashamba", "hawajalima", "miti", "xqzz", "vyakula"):
        assert read.get(word) == made.get(word)
