"""The words of a query, and marking them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.languages import CODES
from practices.search.index.highlight import Highlighter, fragment
from practices.search.index.protocol import Document, Matching, Query, Typos, Wording
from practices.search.index.words import Word, edits_allowed, others_of, words_of


def test_words_said_twice_are_one_word_that_counts_twice() -> None:
    (word,) = words_of("maize Maize MAIZE", "en", Matching.ANY)
    assert (word.folded, word.times, word.unfinished) == ("maize", 3, False)


@pytest.mark.parametrize(
    ("text", "finished", "last"),
    [
        ("mulching mai", ["mulching"], Word("mai", "mai", unfinished=True)),
        ("mulching mai ", ["mulching", "mai"], None),
        ("mai", [], Word("mai", "mai", unfinished=True)),
        ("water for the", ["water"], Word("the", "the", unfinished=True, optional=True)),
        ("the", [], Word("the", "the", unfinished=True)),
        ("water!", [], Word("water", "water", unfinished=True)),
        ("!", [], None),
        ("", [], None),
    ],
)
def test_the_word_a_text_breaks_off_in_is_unfinished(
    text: str, finished: list[str], last: Word | None
) -> None:
    words = words_of(text, "en", Matching.LAST_PREFIX)
    assert [word.folded for word in words if not word.unfinished] == finished
    assert [word for word in words if word.unfinished] == ([last] if last else [])


@pytest.mark.parametrize(
    ("word", "typos", "edits"),
    [
        ("za", Typos.AUTO, 0),
        ("zai", Typos.AUTO, 1),
        ("fertiliz", Typos.AUTO, 1),
        ("fertilize", Typos.AUTO, 2),
        ("fertilize", Typos.ONE, 1),
        ("zai", Typos.ONE, 1),
        ("za", Typos.ONE, 0),
        ("fertilize", Typos.OFF, 0),
        ("20261121", Typos.AUTO, 0),
        ("x" * 41, Typos.AUTO, 0),
    ],
)
def test_short_words_and_numbers_must_be_right(word: str, typos: Typos, edits: int) -> None:
    assert edits_allowed(word, typos) == edits


def test_wordings_without_words_are_left_out() -> None:
    query = Query(also=(Wording("the of"), Wording("stone walls", 0.3, "terrace")))
    (other,) = others_of(query, "en")
    assert ([word.folded for word in other.words], other.weight) == (["stone", "walls"], 0.3)


@given(
    text=st.text(max_size=200),
    asked=st.text(max_size=30),
    language=st.sampled_from(CODES),
    matching=st.sampled_from(Matching),
)
def test_marks_lie_in_the_text_in_order_and_apart(
    text: str, asked: str, language: str, matching: Matching
) -> None:
    body = f"{text} {asked} {text}"
    query = Query(text=asked, matching=matching, highlight=("body",))
    made = Document(id="a", key=1, language=language, body=body)
    for found in Highlighter.of(query, language).mark(made).values():
        assert found.text in body
        end = 0
        for start, stop in found.marks:
            assert end <= start < stop <= len(found.text)
            end = stop


@given(
    words=st.lists(st.text("abc", min_size=1, max_size=300), min_size=1, max_size=120),
    chosen=st.sets(st.integers(0, 119), max_size=6),
)
def test_a_fragment_is_short_and_holds_a_mark_where_there_is_one(
    words: list[str], chosen: set[int]
) -> None:
    text = " ".join(words)
    marks, at = [], 0
    for number, word in enumerate(words):
        if number in chosen and len(word) < 60:
            marks.append((at, at + len(word)))
        at += len(word) + 1
    found = fragment(text, marks)
    assert len(found.text) <= 300
    assert bool(found.marks) == bool(marks)
    whole = {text[start:stop] for start, stop in marks}
    assert {found.text[start:stop] for start, stop in found.marks} <= whole
    assert text.startswith(found.text) == found.starts_text or found.text in text


def test_a_fragment_is_cut_between_words_around_most_marks() -> None:
    text = "lead " * 100 + "zai pits hold manure and zai pits hold rain " + "tail " * 100
    spans = [(i, i + 3) for i in range(len(text)) if text.startswith("zai", i)]
    found = fragment(text, [(0, 4), *spans])
    assert [found.text[a:b] for a, b in found.marks] == ["zai", "zai"]
    assert not found.starts_text
    assert not found.ends_text
    assert found.text.split()[0] == "lead"
    assert found.text.split()[-1] == "tail"


def test_nothing_is_marked_for_a_typo_where_the_right_word_stands() -> None:
    made = Document(id="a", key=1, language="en", body="The maize and the maze")
    exact = Highlighter.of(Query(text="maize", highlight=("body",)), "en").mark(made)["body"]
    assert [exact.text[a:b] for a, b in exact.marks] == ["maize"]
    wrong = Highlighter.of(Query(text="maiza", highlight=("body",)), "en").mark(made)["body"]
    assert [wrong.text[a:b] for a, b in wrong.marks] == ["maize"]
