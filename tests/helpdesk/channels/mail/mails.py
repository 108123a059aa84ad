"""Mails for the tests: how they come in, and how they are put together."""

from datetime import UTC, datetime

from helpdesk.channels.mail.incoming import Arrival, Incoming, Limits, Own
from helpdesk.channels.mail.reading import read

MAILBOX = "help@desk.example"
CAME = datetime(2026, 3, 1, 12, tzinfo=UTC)
ARRIVAL = Arrival(MAILBOX, CAME)
OWN = Own(addresses=frozenset({MAILBOX}), loop_value="desk.example")
HEAD = "From: Amina Diallo <amina@farm.example>\nTo: help@desk.example\nSubject: Millet\n"


def mail(text: str = "My millet is yellow.", head: str = "", body_head: str = "") -> bytes:
    """A mail of one plain part in UTF-8."""
    kind = body_head or "Content-Type: text/plain; charset=utf-8\n"
    return f"{HEAD}{head}MIME-Version: 1.0\n{kind}\n{text}".encode()


def parts(*pieces: bytes, kind: str = "mixed", head: str = HEAD) -> bytes:
    """A mail of several parts; each piece is a head, an empty line and a body."""
    start = f'{head}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="cut"\n\n'
    return start.encode() + b"".join(b"--cut\n" + one + b"\n" for one in pieces) + b"--cut--\n"


def taken(raw: bytes, arrival: Arrival = ARRIVAL, limits: Limits | None = None) -> Incoming:
    """The mail as it is read here."""
    return read(raw, arrival, OWN, limits)
