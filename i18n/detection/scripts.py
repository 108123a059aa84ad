"""What the script of a text says about its language."""

import unicodedata
from collections import Counter
from functools import lru_cache

_SCRIPTS = {"LATIN": "Latn", "ARABIC": "Arab", "DEVANAGARI": "Deva"}
_BESIDE_LATIN = ("Arab", "Deva")
_DECIDING_SHARE = 0.3


def scripts_of(text: str) -> Counter[str]:
    """Letters and marks of the text by script (ISO 15924; scripts not known here are Zzzz)."""
    return Counter(_script(char) for char in text if char.isalpha() or _is_mark(char))


def decisive_script(scripts: Counter[str]) -> str:
    """The script the text is in, though Latin abbreviations and variety names stand in it."""
    for script in _BESIDE_LATIN:
        if scripts[script] >= _DECIDING_SHARE * scripts.total():
            return script
    return scripts.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ")[0], "Zzzz")


def readable(text: str) -> str:
    """The text without what is no language: numbers, addresses, signs."""
    kept = (char if char.isalpha() or char in "'’ " or _is_mark(char) else " " for char in text)
    return " ".join("".join(kept).split())


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
