"""Stems by language: Snowball where it is good, our own rules where it is not."""

from collections.abc import Callable

from i18n.analysis.arabic import arabic
from i18n.analysis.folding import fold_word
from i18n.analysis.hindi import hindi
from i18n.analysis.latin import english, french, portuguese, spanish
from i18n.analysis.snowball import snowball_stem
from i18n.analysis.swahili import swahili_stem

# Algorithm of Snowball, and what is done to a word before: it may find the stem by itself.
_SNOWBALL: dict[str, tuple[str, Callable[[str], tuple[str, bool]]]] = {
    "en": ("english", english),
    "fr": ("french", french),
    "es": ("spanish", spanish),
    "pt": ("portuguese", portuguese),
    "ar": ("arabic", arabic),
    "hi": ("hindi", hindi),
}


def stem_word(folded: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without a stemmer, and numbers."""
    if folded.isdigit():
        return folded
    if language == "sw":
        return swahili_stem(folded)
    if language not in _SNOWBALL:
        return folded
    algorithm, prepare = _SNOWBALL[language]
    word, is_stem = prepare(folded)
    return word if is_stem else fold_word(snowball_stem(algorithm, word)) or folded
