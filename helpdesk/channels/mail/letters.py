"""Text that can be stored, shown and put in a header without surprise."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_ANY_BREAK = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_OPENING = "\u2066\u2067\u2068"
_CLOSING = "\u2069"


def plain(text: str) -> str:
    """Text with LF line ends, without control characters, lone surrogates and NUL.

    Marks of writing direction that would turn the words around them are left out, those that
    only set a part apart (isolates) are closed in each line.
    """
    lines = _OVERRIDES.sub("", _CONTROLS.sub("", _BREAKS.sub("\n", text))).split("\n")
    return "\n".join(_closed(line) if _ISOLATES.search(line) else line for line in lines)


def one_line(text: str) -> str:
    """Text of one line, without control characters and marks of writing direction."""
    single = _CONTROLS.sub("", _ANY_BREAK.sub(" ", text))
    return _ISOLATES.sub("", _OVERRIDES.sub("", single)).strip()


def _closed(line: str) -> str:
    depth = 0
    kept: list[str] = []
    for letter in line:
        if letter in _OPENING:
            depth += 1
        elif letter == _CLOSING:
            if depth == 0:
                continue
            depth -= 1
        kept.append(letter)
    return "".join(kept) + _CLOSING * depth
