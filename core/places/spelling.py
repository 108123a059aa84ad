"""Place names folded, so that spellings of one name meet: case, accents, apostrophes, variants."""

import re
import unicodedata

# Letters that have no decomposition, and Arabic forms that people write for each other.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
        "ɛ": "e",
        "ɔ": "o",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ŋ": "n",
        "ƴ": "y",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ک": "ك",
        "ـ": None,
        "ء": None,
    }
)
_SILENT = re.compile("['’‘`´ʼʻʹʿʾ＇\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BETWEEN = re.compile(
    r"[^\w\u0300-\u036f\u0900-\u0d7f\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f"
    r"\u1780-\u17ff]+|_+"
)
_NUKTAS = {"\u093c", "\u09bc", "\u0a3c", "\u0abc", "\u0b3c", "\u0cbc"}


def fold_name(name: str) -> str:
    """The name without case, accents, apostrophes, vowel points and spelling variants.

    Marks that are letters of their own (vowel signs of Indic scripts) stay.
    """
    if name.isascii():
        lowered = name.lower()
        return lowered if lowered.isalpha() else _spaced(lowered)
    composed = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    letters = [
        letter
        for letter in unicodedata.normalize("NFD", composed)
        if not (unicodedata.combining(letter) and _drops(letter))
    ]
    bare = unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS)
    return _spaced(bare)


def _drops(mark: str) -> bool:
    """Accents and vowel points go; the virama and other marks of Indic and Thai scripts stay."""
    code = ord(mark)
    return code < 0x0900 or code >= 0x1AB0 or mark in _NUKTAS


def _spaced(text: str) -> str:
    return " ".join(_BETWEEN.sub(" ", _SILENT.sub("", text)).split())
