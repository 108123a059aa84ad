"""Spellings of one word brought to one form, whatever keyboard wrote it.

Folding looks at letters only, never at the language: the scripts served do not overlap.
"""

import re
import unicodedata

from i18n.analysis.characters import FOLDED

# Letters of the Latin script that do not decompose.
_LATIN = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}

# Alef wasla, ta marbuta, alef maqsura, Persian keyboards. A hamza on a seat goes with the marks;
# one that stands alone stays: without it ماء (water) would read ما (what).
_ARABIC = {"ٱ": "ا", "ة": "ه", "ۃ": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه"}

# Chandrabindu is written as anusvara; nukta and visarga are left out in quick writing.
_DEVANAGARI = {"ँ": "ं", "़": None, "ः": None}

# Looked up after decomposition. U+0300 to U+036F are the diacritics of Latin letters.
_LETTERS: dict[int, str | None] = {
    **FOLDED,
    **dict.fromkeys(range(0x0300, 0x0370)),
    **{ord(char): kept for char, kept in (_LATIN | _ARABIC | _DEVANAGARI).items()},
}

# हिन्दी and हिंदी, पम्प and पंप: a nasal before a stop is written either way.
_NASAL_BEFORE_STOP = re.compile(
    "(?:ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[कखगघचछजझटठडढतथदध])|म्(?=[पफबभ]))"
)


def fold_word(word: str) -> str:
    """The word in lower case, without diacritics, marks, format characters or variant letters.

    What NFKC takes apart can hold separators (½ is 1⁄2), or nothing can be left. Folding a folded
    word changes nothing.
    """
    folded = _fold_once(word)
    while folded != word:
        word, folded = folded, _fold_once(folded)
    return folded


def _fold_once(word: str) -> str:
    if word.isascii():
        return word.lower().translate(FOLDED)
    word = unicodedata.normalize("NFKC", word).casefold()
    word = unicodedata.normalize("NFKD", word).translate(_LETTERS)
    return _NASAL_BEFORE_STOP.sub("ं", unicodedata.normalize("NFKC", word))
