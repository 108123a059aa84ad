"""Text of languages that are not served: general rules, and still where it was in the original."""

import unicodedata

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from i18n.analysis import analyse, fold
from i18n.analysis.general import SNOWBALL
from i18n.languages import CODES

languages = st.sampled_from(["und", "", "xx", "zh", *SNOWBALL])
texts = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("土壤保持の農タｶﾞดินน้ำາດິນមដីမြေ토양Iıİßйё½㎏\u200c\u200b\u0301 .")
)


def stems(text: str, language: str) -> list[str]:
    return [token.stem for token in analyse(text, language)]


def folded(text: str, language: str) -> list[str]:
    return [token.folded for token in analyse(text, language)]


@given(texts, languages)
def test_offsets_point_into_the_original_text(text: str, language: str) -> None:
    for token in analyse(text, language):
        assert 0 <= token.start < token.end <= len(text)
        assert token.surface
        assert token.stem
        assert any(map(str.isalnum, token.folded))
        assert not [c for c in token.folded + token.stem if c.isspace()]


@given(texts, languages)
def test_the_form_of_unicode_changes_no_word(text: str, language: str) -> None:
    """Given the same text written with characters put together and taken apart."""
    together = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text)
    assert folded(together, language) == folded(apart, language)


def test_every_stemmer_that_is_named_is_there_and_no_language_served_is_among_them() -> None:
    assert set(SNOWBALL.values()) <= set(Stemmer.algorithms())
    assert not set(SNOWBALL) & set(CODES)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "почва почвы почву почвой ПОЧВЫ"),
        ("de", "Terrasse Terrassen terrassen"),
        ("de", "Häuser häusern"),
        ("it", "terrazza terrazze"),
        ("nl", "boer boeren"),
        ("fi", "pelto peltoa"),
        ("tr", "TARIMLAR tarımlar"),
        ("el", "αγρός αγρού ΑΓΡΟΣ"),
        ("xx", "Humus HUMUS húmus"),
    ],
)
def test_forms_of_a_word_meet(language: str, forms: str) -> None:
    assert len(set(stems(forms, language))) == 1, stems(forms, language)


def test_no_word_is_left_out() -> None:
    assert folded("Die Erde und das Wasser, der 2. Teil", "de") == [
        "die", "erde", "und", "das", "wasser", "der", "2", "teil",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("土壤保持", "土 土壤 壤 壤保 保 保持 持"),
        ("水", "水"),
        ("2024年", "2024 年"),
        ("NPK肥料", "npk 肥 肥料 料"),
        ("たんぼ", "たん んぼ"),
        ("ダム", "ダム"),
        ("ﾀﾞﾑ", "ダム"),
        ("ดินดี", "ดิน นดี"),
        ("ດິນ", "ດິນ"),
        ("토양 물", "토양 물"),
        ("土\u200b壤", "土 壤"),
    ],
)
def test_scripts_without_blanks_give_overlapping_pieces(text: str, pieces: str) -> None:
    assert folded(text, "und") == [unicodedata.normalize("NFKC", p) for p in pieces.split()]
    assert fold(text, "und").split() == folded(text, "und")


def test_a_piece_stands_where_it_was_written() -> None:
    text = "在坡地：梯田。"
    assert [text[token.start : token.end] for token in analyse(text, "zh")] == [
        "在", "在坡", "坡", "坡地", "地", "梯", "梯田", "田",
    ]  # fmt: skip


def test_a_page_without_a_blank_is_read_to_its_end() -> None:
    found = folded("ดิน" * 5_000, "th")
    assert len(found) == 9_999
    assert len(folded("土" * 5_000, "zh")) == 9_999


def test_a_language_served_keeps_its_own_analysis() -> None:
    """Given words without blanks in an English text: they stay whole, as they always did."""
    assert folded("the 土壤保持", "en") == ["土壤保持"]
