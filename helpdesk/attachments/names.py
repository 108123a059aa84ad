"""Names of files, made safe to show and to save under."""

import re
import unicodedata
from collections.abc import Iterator

from helpdesk.attachments.kinds import FORMS, SUFFIX_FAMILIES, Kind

MOST_CHARACTERS = 80
MOST_BYTES = 180
"""File systems end at 255 bytes; browsers add " (1)" and the like."""
MOST_MARKS = 4
"""Marks in a row on one letter. Scripts need up to three or four; piles would cover the page."""
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
_SPACES = {"Zs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:$|[. ])", re.IGNORECASE)
"""Names that Windows gives to devices."""
_HELD_CONTROLS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85"), " ")


def display_name(name: str, kind: Kind) -> str:
    """A name that can be shown and saved under, with the ending of what the file truly is.

    Only the last part of a path; no control characters, no characters that turn the direction of
    writing, none that a file system forbids; at most MOST_CHARACTERS and MOST_BYTES of UTF-8.
    Joiners stay between letters, where scripts such as Devanagari and Arabic need them.
    Where nothing is left, the name is the file's family ("photo.jpg").
    """
    form = FORMS[kind]
    stem = _plain(re.split(r"[/\\]", name)[-1])
    stem = _tidy(_without_suffixes(stem))
    stem = _tidy(_shortened(stem, len(form.suffixes[0]) + 1))
    if _RESERVED.match(stem):
        stem = _tidy(_shortened(f"_{stem}", len(form.suffixes[0]) + 1))
    return f"{stem or form.family}.{form.suffixes[0]}"


def shown_name(name: str) -> str:
    """The name of a file that is not taken, safe to show: its ending stays as it was sent."""
    stem = _plain(re.split(r"[/\\]", name)[-1])
    return _tidy(_shortened(_tidy(stem), 0)) or "?"


def _plain(name: str) -> str:
    """One line of visible characters, composed (NFC)."""
    spaced = name.translate(_HELD_CONTROLS)
    visible = unicodedata.normalize("NFC", "".join(_visible(spaced)))
    return _FORBIDDEN.sub("_", "".join(_few_marks(visible)))


def _visible(name: str) -> Iterator[str]:
    for place, character in enumerate(name):
        category = unicodedata.category(character)
        if category in _SPACES:
            yield " "
        elif category not in _DROPPED or _joins(name, place):
            yield character


def _joins(name: str, place: int) -> bool:
    """Whether the character at `place` is a joiner between two letters or marks."""
    if name[place] not in _JOINERS or not 0 < place < len(name) - 1:
        return False
    return all(unicodedata.category(name[near])[0] in "LM" for near in (place - 1, place + 1))


def _few_marks(name: str) -> Iterator[str]:
    marks = 0
    for character in name:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= MOST_MARKS:
            yield character


def _without_suffixes(name: str) -> str:
    stem = name
    while True:
        rest, dot, suffix = stem.rstrip(" .").rpartition(".")
        if not dot or suffix.strip().lower() not in SUFFIX_FAMILIES:
            return stem
        stem = rest


def _shortened(stem: str, reserved: int) -> str:
    """The beginning that leaves room for `reserved` characters of an ending."""
    short = stem[: MOST_CHARACTERS - reserved]
    room = MOST_BYTES - reserved
    return short.encode()[:room].decode(errors="ignore")


def _tidy(stem: str) -> str:
    """No space or dot at either end (hidden on some systems, dropped on others), none doubled."""
    return re.sub(r" +", " ", stem).strip(f" .{_JOINERS}")
