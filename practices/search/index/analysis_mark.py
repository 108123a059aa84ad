"""A mark of how words are analysed, kept with an index so that an older one is rebuilt."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import i18n.analysis

_LIBRARIES = ("PyStemmer", "simplemma")


@cache
def analysis_mark(language: str) -> str:
    """A mark that changes when words of this language may come to be analysed in another way.

    Made of the code and the libraries, not of analysed samples: those would load dictionaries of
    many megabytes at every start.
    """
    digest = hashlib.sha256(language.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for file in sorted(Path(i18n.analysis.__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
