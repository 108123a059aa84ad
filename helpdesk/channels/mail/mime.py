"""The parts of a mail, taken apart within limits.

The email package of the standard library does the work. It is asked only after what would make
it slow or large has been counted, as it knows no limits itself.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from itertools import islice
from typing import Any

from helpdesk.channels.mail.incoming import Fault, Limits

MOST_HOLDERS = 60
"""Parts that hold others: no mail can be nested deeper than that."""
LONGEST_CONTENT_FIELD = 2048
MOST_EMPTY_LINES = 50_000
_SURE_HEADERS = ("from", "to", "date", "subject", "received", "message-id", "mime-version")
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_HOLDER = re.compile(
    rb"boundary[*0-9]{0,4}\s{0,20}=|message/(?:rfc822|global|partial|external-body)", re.IGNORECASE
)
_STATUS = re.compile(rb"delivery-status", re.IGNORECASE)
_DELIMITER = re.compile(rb"[\r\n]--")
_EMPTY_LINE = re.compile(rb"\n\r?(?=\n)|\r(?=\r)")
_LOST_BOUNDARY = re.compile(
    r"^--([^\s]{1,70})[ \t]*\r?\n(?=Content-)", re.MULTILINE | re.IGNORECASE
)


class Refused(Exception):
    """A mail that is not taken, with the fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Parsed:
    """A mail as a tree of parts, and what was wrong with it."""

    root: Message
    faults: tuple[Fault, ...]


def parsed(raw: bytes, limits: Limits) -> Parsed:
    """Take a mail apart.

    Header values are strings whose letters above ASCII are surrogate escapes of their bytes.

    Raises:
        Refused: too large, too many parts, or no mail at all.
    """
    _check(raw, limits)
    cut: list[str] = []
    policy = _bounded(limits.header_line_chars, cut)
    root = message_from_bytes(raw, policy=policy)
    if not any(name in root for name in _SURE_HEADERS):
        raise Refused(Fault.NOT_A_MAIL)
    faults = [Fault.HEADER_CUT] if cut else []
    if root.get_content_maintype() == "multipart" and not root.is_multipart():
        found = _with_found_boundary(root, policy)
        if found is not None:
            root = found
            faults.append(Fault.BOUNDARY_LOST)
    return Parsed(root, tuple(faults))


def _check(raw: bytes, limits: Limits) -> None:
    if len(raw) > limits.mail_bytes:
        raise Refused(Fault.TOO_LARGE)
    end = _HEADER_END.search(raw)
    if (end.start() if end else len(raw)) > limits.header_bytes:
        raise Refused(Fault.HEADERS_TOO_LARGE if end else Fault.NOT_A_MAIL)
    holders = _count(_HOLDER, raw, MOST_HOLDERS)
    delimiters = _count(_DELIMITER, raw, 10 * limits.parts) if holders else 0
    # Each block of a delivery report becomes a part of its own.
    blocks = _count(_EMPTY_LINE, raw, MOST_EMPTY_LINES) if _STATUS.search(raw) else 0
    if holders > MOST_HOLDERS or delimiters > 10 * limits.parts or blocks > MOST_EMPTY_LINES:
        raise Refused(Fault.TOO_MANY_PARTS)


def _count(pattern: re.Pattern[bytes], raw: bytes, most: int) -> int:
    """How often the pattern is found, counted up to one more than `most`."""
    return sum(1 for _ in islice(pattern.finditer(raw), most + 1))


def _bounded(longest: int, cut: list[str]) -> Compat32:
    """A policy that cuts long header fields (their names go into `cut`) and keeps them raw.

    Some fields are read in the square of their length.
    """

    class Bounded(Compat32):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            most = min(longest, LONGEST_CONTENT_FIELD) if _is_content(name) else longest
            if len(value) > most:
                cut.append(name)
            return name, value[:most]

        def header_fetch_parse(self, name: str, value: Any) -> Any:
            return value

    return Bounded()


def _is_content(name: str) -> bool:
    return name.lower().startswith("content-")


def _with_found_boundary(root: Message, policy: Compat32) -> Message | None:
    """The mail with the boundary that its text shows, where its head gives none or a wrong one."""
    payload = root.get_payload()
    match = _LOST_BOUNDARY.search(payload) if isinstance(payload, str) else None
    if not match or not isinstance(payload, str):
        return None
    content = payload.encode("utf-8", "surrogateescape")
    boundary = match[1].replace('"', "").replace("\\", "")
    head = f'Content-Type: multipart/mixed; boundary="{boundary}"\n\n'.encode("ascii", "replace")
    found = message_from_bytes(head + content, policy=policy)
    if not found.is_multipart():
        return None
    for name, value in root.items():
        if not _is_content(name):
            found[name] = value
    return found


def field(part: Message, name: str) -> str:
    """The first field of that name in its raw form; empty where there is none."""
    value = part.get(name)
    return value if isinstance(value, str) else ""


def fields(part: Message, name: str) -> list[str]:
    """All fields of that name in their raw form."""
    values: list[object] = list(part.get_all(name, []))
    return [value for value in values if isinstance(value, str)]


def content_of(part: Message) -> bytes:
    """The bytes of a part that holds no others, its transfer encoding undone."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def parameter(part: Message, name: str, header: str) -> tuple[str, str | None]:
    """A parameter of a field in its raw form, and the character set it names (RFC 2231)."""
    try:
        value = part.get_param(name, header=header)
    except (ValueError, IndexError, LookupError, TypeError):
        return "", None
    if isinstance(value, tuple):
        charset, _, text = value
        return text or "", charset or "utf-8"
    return value or "", None
