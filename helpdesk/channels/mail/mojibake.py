"""Text that was UTF-8, was read as windows-1252 and sent on: "rÃ©colte" for "récolte"."""

import re

_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes((byte,)).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in _HOLES
}
"""The letter that each byte above ASCII became; read as Latin-1 it became its own number."""


def _letters(first: int, last: int) -> str:
    return (
        "[" + "".join(re.escape(c) for c, byte in _BYTE_OF.items() if first <= byte <= last) + "]"
    )


_REST = _letters(0x80, 0xBF)
_SPOILED = re.compile(
    f"{_letters(0xC2, 0xDF)}{_REST}"
    f"|{_letters(0xE0, 0xEF)}{_REST}{{2}}"
    f"|{_letters(0xF0, 0xF4)}{_REST}{{3}}"
)
_PLAUSIBLE = re.compile(
    "[\u0080-\u017f\u0192\u02c6\u02dc\u0600-\u06ff\u0900-\u097f\u200b-\u200f\u2010-\u203a\u20ac\u2122\u2190-\u21ff"
    "\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]"
)
"""Letters of our languages, punctuation and pictures, and what these become when they are spoiled
twice. Else "là »" would become a letter of Samaritan script."""
MOST_ROUNDS = 2


def repaired(text: str) -> str:
    """`text` with spoiled letters put right; the same text where none are."""
    for _ in range(MOST_ROUNDS):
        better = _SPOILED.sub(_put_right, text)
        if better == text:
            break
        text = better
    return text


def _put_right(match: re.Match[str]) -> str:
    try:
        letter = bytes(_BYTE_OF[c] for c in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
    return letter if _PLAUSIBLE.match(letter) else match.group()
