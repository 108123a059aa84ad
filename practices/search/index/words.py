"""The words of a query, as every engine and the highlighter look for them."""

from collections import Counter
from dataclasses import dataclass

from i18n.analysis import analyse, fold
from practices.search.index.protocol import Matching, Query, Typos

QUERY_CHARACTERS_MOST = 10_000
"""A longer query is cut here: no question is that long, and analysis takes time."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word to look for; `times` it was said in the query."""

    stem: str
    folded: str
    times: int = 1
    unfinished: bool = False
    """It may be only the beginning of the word that is meant."""
    optional: bool = False
    """It need not be found (a stop word, were it finished)."""


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """The words of one other wording."""

    words: tuple[Word, ...]
    weight: float
    concept: str


def words_of(text: str, language: str, matching: Matching) -> tuple[Word, ...]:
    """Distinct words of a query in order, without stop words."""
    text = text[:QUERY_CHARACTERS_MOST]
    tokens = analyse(text, language)
    last_typed = _unfinished_word(text, language) if matching is Matching.LAST_PREFIX else None
    if last_typed is not None and tokens and tokens[-1].folded == last_typed.folded:
        last_typed = Word(tokens[-1].stem, tokens[-1].folded, unfinished=True)
        tokens = tokens[:-1]
    times = Counter(token.stem for token in tokens)
    first = {token.stem: token.folded for token in reversed(tokens)}
    words = tuple(Word(stem, first[stem], times[stem]) for stem in times)
    if last_typed is None:
        return words
    if not words and last_typed.optional:
        last_typed = Word(last_typed.stem, last_typed.folded, unfinished=True)
    return (*words, last_typed)


def _unfinished_word(text: str, language: str) -> Word | None:
    """The word the text breaks off in, None when it ends in a space or a sign."""
    if not text or text[-1].isspace():
        return None
    pieces = fold(text.rsplit(maxsplit=1)[-1], language).split()
    if not pieces:
        return None
    return Word(pieces[-1], pieces[-1], unfinished=True, optional=True)


def others_of(query: Query, language: str) -> tuple[SaidOtherwise, ...]:
    """The other wordings of a query, those without a word left out."""
    said = (
        SaidOtherwise(words_of(other.text, language, Matching.ALL), other.weight, other.concept)
        for other in query.also
    )
    return tuple(other for other in said if other.words)


def edits_allowed(word: str, typos: Typos) -> int:
    """How many letters of `word` may be wrong."""
    if typos is Typos.OFF or word.isdigit() or len(word) > 40:
        return 0
    if len(word) < 3:
        return 0
    return 2 if typos is Typos.AUTO and len(word) >= 9 else 1
