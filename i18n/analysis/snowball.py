"""The stemmers of Snowball, shared by all languages."""

import threading

import Stemmer


class _Stemmers(threading.local):
    """One stemmer a thread and language: PyStemmer's are not safe between threads."""

    def __init__(self) -> None:
        self.by_algorithm: dict[str, Stemmer.Stemmer] = {}


_stemmers = _Stemmers()


def snowball_stem(algorithm: str, word: str) -> str:
    """What an algorithm of Snowball leaves of a word."""
    stemmer = _stemmers.by_algorithm.get(algorithm)
    if stemmer is None:
        stemmer = _stemmers.by_algorithm[algorithm] = Stemmer.Stemmer(algorithm, 0)
    stem: str = stemmer.stemWord(word)
    return stem
