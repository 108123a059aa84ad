"""Fields of the head of a mail, from the raw form to plain values. Nothing here raises.

The raw form is a string whose letters above ASCII are surrogate escapes of their bytes, as the
email package of the standard library gives it.
"""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from helpdesk.channels.mail.charsets import decode
from helpdesk.channels.mail.incoming import Correspondent
from helpdesk.channels.mail.letters import one_line
from helpdesk.channels.mail.mojibake import repaired

LONGEST_ID = 300
LONGEST_ADDRESS = 320
LONGEST_NAME = 200
FIRST_YEAR = 1990
"""Dates before it come from clocks that were never set."""

_WORD = re.compile(
    r"=\?(?P<charset>[^?*\s]{1,60})(?:\*[^?\s]{0,30})?\?(?P<way>[bBqQ])\?(?P<content>[^?\r\n]*)\?="
)
_ID = re.compile(r"<([^<>]{1,400})>")
_BARE_ID = re.compile(r"[^\s<>,;()]+$")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]\\\x00-\x1f\x7f]+@[^\s<>@,;:\"()\\\x00-\x1f\x7f]+$")
_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.)*)"?|<([^>]*)>?|\(([^()]*)\)?|([,;])|([^"<(,;]+|.)', re.DOTALL
)
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*(?:\s*;\s*q\s*=\s*([0-9.]{1,5}))?\s*$")


def text_of(raw: str) -> str:
    """The words of a field: encoded words read, bytes read as what they most likely are."""
    unfolded = re.sub(r"\r?\n[ \t]*|\r", " ", raw)
    pieces: list[str] = []
    end = 0
    waiting: tuple[str, bytes] | None = None
    for match in _WORD.finditer(unfolded):
        between = unfolded[end : match.start()]
        charset, content = match["charset"].lower(), _word_bytes(match)
        if waiting and not between.strip() and waiting[0] == charset:
            # A letter of several bytes may be split over two words.
            waiting = (charset, waiting[1] + content)
        else:
            pieces += _read(waiting)
            if between.strip() or not waiting:
                pieces.append(_literal(between))
            waiting = (charset, content)
        end = match.end()
    return one_line(repaired("".join((*pieces, *_read(waiting), _literal(unfolded[end:])))))


def _read(word: tuple[str, bytes] | None) -> list[str]:
    return [decode(word[1], word[0]).text] if word else []


def _literal(raw: str) -> str:
    return decode(raw.encode("utf-8", "surrogateescape"), None).text


def _word_bytes(match: re.Match[str]) -> bytes:
    content = match["content"].encode("utf-8", "surrogateescape")
    if match["way"] in "qQ":
        return binascii.a2b_qp(content.replace(b"_", b" "))
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def correspondents(raw: str) -> tuple[Correspondent, ...]:
    """The addresses of a field with their names. What is no address is left out.

    The form is taken apart before names are decoded: a name may not smuggle in an address. Only
    where that finds nothing is the whole field decoded first, as some programs encode all of it.
    """
    found = tuple(_correspondents(raw))
    if not found and "=?" in raw:
        found = tuple(_correspondents(text_of(raw)))
    return found


def _correspondents(raw: str) -> Iterator[Correspondent]:
    for name, comment, address in _mailboxes(re.sub(r"[\r\n]+", " ", raw)):
        plain = _address(address)
        if plain:
            yield Correspondent(plain, text_of(name.strip() or comment.strip())[:LONGEST_NAME])


def is_address(text: str) -> bool:
    """Whether it has the form of an address."""
    return _ADDRESS.match(text) is not None


def _address(raw: str) -> str:
    text = _literal(re.sub(r"\s+", "", raw))
    if len(text) > LONGEST_ADDRESS or not is_address(text):
        return ""
    local, domain = text.rsplit("@", 1)
    return f"{local}@{domain.lower()}"


def _mailboxes(raw: str) -> Iterator[tuple[str, str, str]]:
    """(name, comment, address) of each mailbox of a list."""
    plain, angle, comment = "", "", ""
    for match in _TOKEN.finditer(f"{raw},"):
        quoted, bracketed, remark, separator, other = match.groups()
        if separator:
            bare = plain.rsplit(":", 1)[-1]
            yield (plain, comment, angle) if angle else ("", comment, bare)
            plain, angle, comment = "", "", ""
        elif bracketed is not None:
            angle = angle or bracketed
        elif remark is not None:
            comment = comment or remark
        else:
            plain += other if quoted is None else re.sub(r"\\(.)", r"\1", quoted)


def message_ids(raw: str) -> tuple[str, ...]:
    """The message ids of a field, in their order, each as `<...>`. What is too long is left out."""
    text = raw.encode("utf-8", "surrogateescape").decode("ascii", "replace")
    inside = [re.sub(r"\s+", "", found) for found in _ID.findall(text)]
    if not inside and _BARE_ID.match(text.strip()):
        inside = [text.strip()]
    fitting = (one for one in inside if one and len(one) <= LONGEST_ID and one.isprintable())
    return tuple(dict.fromkeys(f"<{one}>" for one in fitting))


def moment(raw: str) -> datetime | None:
    """The date of a field as a UTC moment; None where it cannot be read."""
    try:
        found = parsedate_to_datetime(re.sub(r"[^\x20-\x7e]+", " ", raw))
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        when = aware.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return when if when.year >= FIRST_YEAR else None


def languages(*fields: str) -> tuple[str, ...]:
    """Codes of the languages that Content-Language and Accept-Language name, best first."""
    found: list[tuple[float, str]] = []
    for field in fields:
        for tag in field[:400].split(","):
            match = _TAG.match(tag.strip())
            if match:
                found.append((_weight(match[2]), match[1].lower()))
    return tuple(dict.fromkeys(code for _, code in sorted(found, key=lambda one: -one[0])))


def _weight(written: str | None) -> float:
    if written is None:
        return 1.0
    return float(written) if re.fullmatch(r"[01](?:\.[0-9]{0,3})?", written) else 0.0
