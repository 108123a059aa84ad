"""Where in the original texts the words stand that were found.

Done here and not by the engine: engines give nothing for fuzzy matches, mark stems instead of
words, or know nothing of the analysis. Positions are of the original text; nothing is escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from i18n.analysis import Token, analyse
from practices.search.index.protocol import Document, Fragment, Query, TextField
from practices.search.index.words import Word, edits_allowed, others_of, words_of

TEXT_CHARACTERS_MOST = 20_000
"""Only so much of a long text is looked through."""

FRAGMENT_CHARACTERS = 240


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Marks the words of one query in any number of documents."""

    words: tuple[Word, ...]
    query: Query
    language: str

    @classmethod
    def of(cls, query: Query, language: str) -> "Highlighter":
        """The highlighter of a query (other wordings included) on texts in `language`."""
        words = words_of(query.text, language, query.matching)
        others = (word for other in others_of(query, language) for word in other.words)
        return cls((*words, *others), query, language)

    def mark(self, document: Document) -> dict[TextField, Fragment]:
        """The best stretch of each text field asked for; empty fields are left out."""
        texts = {name: getattr(document, name) for name in self.query.highlight}
        tokens = {
            name: _tokens(text[:TEXT_CHARACTERS_MOST], self.language)
            for name, text in texts.items()
            if text
        }
        everything = [token for found in tokens.values() for token in found]
        wanted = self._folded_that_match(everything)
        return {
            name: fragment(texts[name], [(t.start, t.end) for t in found if t.folded in wanted])
            for name, found in tokens.items()
        }

    def _folded_that_match(self, tokens: Sequence[Token]) -> set[str]:
        """Folded forms that stand in the document and are meant by a word of the query."""
        by_folded = {token.folded: token.stem for token in tokens}
        wanted: set[str] = set()
        for word in self.words:
            exact = {f for f, stem in by_folded.items() if stem == word.stem or f == word.folded}
            if word.unfinished:
                exact |= {f for f in by_folded if f.startswith(word.folded)}
            wanted |= exact or self._nearly(word, by_folded)
        return wanted

    def _nearly(self, word: Word, by_folded: dict[str, str]) -> set[str]:
        edits = edits_allowed(word.folded, self.query.typos)
        if not edits:
            return set()
        length = len(word.folded)
        return {
            folded
            for folded, stem in by_folded.items()
            for seen in {folded, stem, folded[:length] if word.unfinished else folded}
            if OSA.distance(seen, word.folded, score_cutoff=edits) <= edits
        }


@lru_cache(maxsize=512)
def _tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text; titles and summaries of what is offered come again and again."""
    return tuple(analyse(text, language))


def fragment(text: str, marks: list[tuple[int, int]]) -> Fragment:
    """The stretch of `text` with most marks, cut between words, about 240 characters long."""
    marks = list(dict.fromkeys(marks))  # a sign such as ½ is two words in one place
    if len(text) <= FRAGMENT_CHARACTERS:
        return Fragment(text, tuple(marks), starts_text=True, ends_text=True)
    start = _best_start(marks)
    end = min(len(text), start + FRAGMENT_CHARACTERS)
    start = _back_to_space(text, max(0, min(start, len(text) - FRAGMENT_CHARACTERS)))
    if end < len(text):
        end = max(_back_to_space(text, end), _last_mark_end(marks, start, end))
    kept = tuple((a - start, b - start) for a, b in marks if a >= start and b <= end)
    return Fragment(text[start:end], kept, starts_text=start == 0, ends_text=end == len(text))


def _best_start(marks: list[tuple[int, int]]) -> int:
    """Start of the window that holds most marks, a little before its first mark."""
    lead = FRAGMENT_CHARACTERS // 6
    counts = [
        (sum(1 for _, b in marks[i:] if b <= a - lead + FRAGMENT_CHARACTERS), -a)
        for i, (a, _) in enumerate(marks[:200])
    ]
    return max(0, -max(counts)[1] - lead) if counts else 0


def _back_to_space(text: str, at: int) -> int:
    """The nearest place at or before `at` that follows a space; `at` where none is near."""
    if at <= 0 or text[at - 1].isspace():
        return at
    for i in range(at - 1, max(0, at - 40), -1):
        if text[i - 1].isspace():
            return i
    return at


def _last_mark_end(marks: list[tuple[int, int]], start: int, end: int) -> int:
    return max((b for a, b in marks if a >= start and b <= end), default=0)
