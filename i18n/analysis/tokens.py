"""Text to tokens: the one analysis every index and every query goes through."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from i18n.analysis.characters import SWAHILI_WORDS, UNSEEN, WORDS, Words
from i18n.analysis.folding import fold_word
from i18n.analysis.general import LONGEST, LONGEST_WRITTEN, general_words
from i18n.analysis.stems import stem_word
from i18n.analysis.stopwords import STOP_WORDS
from i18n.languages import CODES

_REMEMBERED = 32_768  # words a language; texts repeat the same few thousand


class Token(NamedTuple):
    """A word of a text.

    `surface` as written, without invisible characters; `folded` for typing and typos; `stem` for
    search. `start` and `end` are offsets in the original text, for highlighting.
    """

    surface: str
    folded: str
    stem: str
    start: int
    end: int


def analyse(text: str, language: str) -> list[Token]:
    """Words of the text in order, without stop words.

    A written word can give several tokens of the same place (½ gives 1 and 2). A language that is
    not served is read by general rules (`i18n.analysis.general`).
    """
    if language not in CODES:
        return [Token(*place) for place in general_words(text, language)]
    read = _reader(language)
    tokens = []
    for match in _words(language).find(text):
        start, end = match.span()
        for surface, folded, stem in read(match[0][:LONGEST_WRITTEN]):
            tokens.append(Token(surface, folded, stem, start, end))
    return tokens


def fold(text: str, language: str) -> str:
    """The words of the text folded but not stemmed, stop words kept, one blank between."""
    if language not in CODES:
        return " ".join(folded for _, folded, *_ in general_words(text, language))
    return " ".join(
        folded
        for match in _words(language).find(text)
        for _, folded in _fold_apart(match[0], language)
    )


def _words(language: str) -> Words:
    return SWAHILI_WORDS if language == "sw" else WORDS


@cache
def _reader(language: str) -> Callable[[str], tuple[tuple[str, str, str], ...]]:
    """What reads one written word into (surface, folded, stem); it remembers what it read."""
    stop_words = STOP_WORDS.get(language, frozenset())

    @lru_cache(maxsize=_REMEMBERED)
    def read(word: str) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (surface, folded, stem_word(folded, language))
            for surface, folded in _fold_apart(word, language)
            if folded not in stop_words
        )

    return read


def _fold_apart(word: str, language: str) -> Iterator[tuple[str, str]]:
    """Surface and folded form of a written word, or of the words that NFKC makes of it."""
    shown = unicodedata.normalize("NFKC", word[:LONGEST_WRITTEN]).translate(UNSEEN)
    for part in _words(language).find(shown):
        for folded in _words(language).find(fold_word(part[0])):
            if any(map(str.isalnum, folded[0])):  # a mark alone is no word
                yield part[0], folded[0][:LONGEST]
