"""Stems by language: Snowball where it is good, our own rules where it is not."""

import threading
from collections.abc import Callable

import Stemmer

from i18n.analysis.arabic import arabic
from i18n.analysis.folding import fold_word
from i18n.analysis.hindi import hindi
from i18n.analysis.latin import english, french, portuguese, spanish
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


class _Stemmers(threading.local):
    """One stemmer a thread and language: PyStemmer's are not safe between threads."""

    def __init__(self) -> None:
        self.by_algorithm: dict[str, Stemmer.Stemmer] = {}

    def stem(self, algorithm: str, word: str) -> str:
        stemmer = self.by_algorithm.get(algorithm)
        if stemmer is None:
            stemmer = self.by_algorithm[algorithm] = Stemmer.Stemmer(algorithm, 0)
        stem: str = stemmer.stemWord(word)
        return stem


_stemmers = _Stemmers()


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
    return word if is_stem else fold_word(_stemmers.stem(algorithm, word)) or folded
