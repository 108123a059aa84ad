"""Names of files that came by mail, safe to store and to show."""

import re
import unicodedata
from email.message import Message

from helpdesk.channels.mail.charsets import decode
from helpdesk.channels.mail.headers import text_of
from helpdesk.channels.mail.letters import one_line
from helpdesk.channels.mail.mime import parameter

LONGEST_BYTES = 180
"""File systems end at 255 bytes of UTF-8."""
LONGEST_ENDING = 12

_UNSAFE = re.compile(r"[<>:\"|?*\x00-\x1f\x7f]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufeff\u00ad]")
"""Joiners (U+200C, U+200D) stay: Devanagari and Arabic script need them."""


def file_name(part: Message, number: int) -> str:
    """The name a part gives its file, made safe; `attachment-<number>` where it gives none."""
    for name, header in (("filename", "content-disposition"), ("name", "content-type")):
        raw, charset = parameter(part, name, header)
        given = _decoded(raw, charset)
        if safe := safe_name(given):
            return safe
    ending = ".eml" if part.get_content_maintype() == "message" else ""
    return f"attachment-{number}{ending}"


def _decoded(raw: str, charset: str | None) -> str:
    if charset is None:
        return text_of(raw)
    # The standard library gives the bytes of RFC 2231 as one letter a byte.
    content = bytes(ord(c) & 0xFF for c in raw)
    return one_line(decode(content, charset).text)


def safe_name(given: str) -> str:
    """A name without folders, controls, marks of direction or meaning to an operating system.

    Empty where nothing is left. Long names keep their ending.
    """
    name = one_line(unicodedata.normalize("NFC", given))
    name = re.split(r"[/\\]", _INVISIBLE.sub("", name))[-1]
    name = _UNSAFE.sub("_", name).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return _cut(name, LONGEST_BYTES)
    return f"{_cut(stem, LONGEST_BYTES - len(ending.encode()) - 1)}.{ending}"


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode("utf-8", "ignore").rstrip()
