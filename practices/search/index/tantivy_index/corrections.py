"""Words of the index that differ from a typed one by one letter.

tantivy's fuzzy query finds such words but scores all their documents alike, so a rare chance
neighbour is as good as the word that was meant. Here every way to change one letter is looked up
(a look-up takes a microsecond), and the neighbours are told apart by how often they stand in the
index: the more frequent one is the more probable (Kernighan, Church and Gale 1990).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import tantivy

from i18n.analysis import analyse
from i18n.languages import CODES
from i18n.languages import language as served

CORRECTIONS_MOST = 6
_LETTERS_MOST = 24  # a longer word has too many neighbours to look up one by one

_LETTERS = {
    "Latn": "abcdefghijklmnopqrstuvwxyz",
    "Arab": "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "Deva": "".join(map(chr, (0x902, *range(0x905, 0x93A), *range(0x93E, 0x94E)))),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that may be meant; `share` is how frequent it is, 1 for the most frequent."""

    stem: str
    share: float


def corrections(searcher: tantivy.Searcher, word: str, language: str) -> list[Correction]:
    """Words one letter away, the most frequent first; none where the script has no list here."""
    letters = _letters(language)
    if not letters or len(word) > _LETTERS_MOST:
        return []
    found: dict[str, int] = {}
    for neighbour in _neighbours(word, letters):
        documents = searcher.doc_freq("f_all", neighbour)
        if documents:
            found[neighbour] = documents
    best = sorted(found, key=lambda each: (-found[each], each))[:CORRECTIONS_MOST]
    stems: dict[str, float] = {}
    for neighbour in best:
        for token in analyse(neighbour, language):
            stems.setdefault(token.stem, found[neighbour] / found[best[0]])
    return [Correction(stem, share) for stem, share in stems.items()]


@cache
def _letters(language: str) -> str:
    return _LETTERS.get(served(language).script, "") if language in CODES else ""


def _neighbours(word: str, letters: str) -> Iterator[str]:
    """Every word that one letter left out, swapped, changed or put in makes of this one."""
    yield from {word[:i] + word[i + 1 :] for i in range(len(word))}
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    for i in range(len(word)):
        start, end, own = word[:i], word[i + 1 :], word[i]
        for letter in letters:
            if letter != own:
                yield start + letter + end
                yield start + letter + own + end
    for letter in letters:
        yield word + letter
