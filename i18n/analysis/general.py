r"""The analysis of text in any language that is not served here: general rules, no word lists.

Words are `[\p{L}\p{M}\p{N}]+`, folded as everywhere, and stemmed where Snowball knows the language.
It is asked before folding, as its rules look for the letters with their marks.

Scripts that write no blank between words give overlapping pieces of two characters, which need no
dictionary and find about as much as words do (Nie, Gao, Zhang and Zhou 2000). Korean has blanks,
but its particles stand on the word, so it is taken the same way. A Chinese character is often a
word, so each also stands alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from i18n.analysis.characters import UNSEEN, WORDS
from i18n.analysis.folding import fold_word
from i18n.analysis.snowball import snowball_stem

LONGEST = 60
"""Characters of a folded word: longer ones are keys and noise, not words."""
LONGEST_WRITTEN = 200
"""Characters of a written word that are looked at."""
_REMEMBERED = 32_768

SNOWBALL = {
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "eo": "esperanto",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "ga": "irish",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Languages that are not served here, and the Snowball algorithm that stems them."""

_HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
# Letters and marks, not the digits, of: Thai, Lao, Burmese, Khmer, kana, Bopomofo, Hangul.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u104e-\u108f\u109a-\u109f"
    "\uaa60-\uaa7f\ua9e0-\ua9ef\ua9fa-\ua9fe\u1780-\u17d3\u17d7\u17dc-\u17dd\u3041-\u30ff\u3105-\u312f"
    "\u31f0-\u31ff\uff66-\uff9f\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb"
)
_RUN = re.compile(f"[{_HAN}{_UNSPACED}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
# Letters that are a part of the character before: voicing of half-width kana, and the vowels and
# final consonants of a Korean syllable that is written letter by letter.
_CONTINUES = re.compile("[\uff9e\uff9f\u1160-\u11ff]")

Place = tuple[str, str, str, int, int]
"""Surface, folded form, stem, and where it starts and ends in the text."""


def general_words(text: str, language: str) -> Iterator[Place]:
    """Words and pieces of a text in any language, in order."""
    for match in WORDS.find(text):
        end = match.start()
        for run in _RUN.finditer(match[0]):
            start = match.start() + run.start()
            yield from _spaced(text, end, start, language)
            end = match.start() + run.end()
            yield from _pieces(text, start, end)
        yield from _spaced(text, end, match.end(), language)


def _spaced(text: str, start: int, end: int, language: str) -> Iterator[Place]:
    if start == end:
        return
    for surface, folded, stem in _read(text[start : min(end, start + LONGEST_WRITTEN)], language):
        yield surface, folded, stem, start, end


@lru_cache(maxsize=_REMEMBERED)
def _read(word: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """A written word, or the words that NFKC makes of it: surface, folded form, stem."""
    shown = unicodedata.normalize("NFKC", word).translate(UNSEEN)
    return tuple(
        (part[0], folded[0][:LONGEST], _stem(part[0], folded[0][:LONGEST], language))
        for part in WORDS.find(shown)
        for folded in WORDS.find(fold_word(part[0]))
        if any(map(str.isalnum, folded[0]))  # a mark alone is no word
    )


def _stem(surface: str, folded: str, language: str) -> str:
    algorithm = SNOWBALL.get(language)
    if algorithm is None or folded.isdigit() or fold_word(surface) != folded:
        return folded
    if language == "tr":
        surface = surface.replace("I", "ı").replace("İ", "i")
    return fold_word(snowball_stem(algorithm, surface.casefold())) or folded


def _pieces(text: str, start: int, end: int) -> Iterator[Place]:
    """Overlapping pieces of two characters, each with its marks; of Chinese also single ones."""
    places = list(_characters(text, start, end))
    if len(places) == 1:
        yield from _piece(text, *places[0])
        return
    for (first, middle), (_, last) in pairwise(places):
        if _IS_HAN.match(text, first):
            yield from _piece(text, first, middle)
        yield from _piece(text, first, last)
    if places and _IS_HAN.match(text, places[-1][0]):
        yield from _piece(text, *places[-1])


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each character stands, its marks included."""
    for at in range(start + 1, end):
        if not _CONTINUES.match(text, at) and unicodedata.category(text[at])[0] != "M":
            yield start, at
            start = at
    yield start, end


def _piece(text: str, start: int, end: int) -> Iterator[Place]:
    end = min(end, start + LONGEST)
    surface = unicodedata.normalize("NFKC", text[start:end])
    folded = "".join(fold_word(surface).split())
    if any(map(str.isalnum, folded)):
        yield surface, folded, folded, start, end
