"""What a mail is once it has been read: plain values, nothing of the mail format left."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from core.words import N_

Kind = Literal["mail", "automatic", "bounce", "unparsed"]


class Fault(StrEnum):
    """What was wrong with a mail, or what was left out of it."""

    TOO_LARGE = "too_large"
    HEADERS_TOO_LARGE = "headers_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    NOT_A_MAIL = "not_a_mail"
    NO_SENDER = "no_sender"
    UNREADABLE = "unreadable"
    PARTS_TOO_DEEP = "parts_too_deep"
    BOUNDARY_LOST = "boundary_lost"
    HEADER_CUT = "header_cut"
    CHARACTERS_GUESSED = "characters_guessed"
    CHARACTERS_REPAIRED = "characters_repaired"
    CHARACTERS_LOST = "characters_lost"
    TEXT_CUT = "text_cut"
    ENCRYPTED = "encrypted"
    TOO_MANY_ATTACHMENTS = "too_many_attachments"
    ATTACHMENT_TOO_LARGE = "attachment_too_large"
    ATTACHMENT_UNREADABLE = "attachment_unreadable"
    REPORT_UNREADABLE = "report_unreadable"
    DATE_IN_FUTURE = "date_in_future"
    DATE_UNREADABLE = "date_unreadable"


FAULT_WORDS = {
    Fault.TOO_LARGE: N_("The mail is larger than we take."),
    Fault.HEADERS_TOO_LARGE: N_("The head of the mail is larger than we take."),
    Fault.TOO_MANY_PARTS: N_("The mail has more parts than we take."),
    Fault.NOT_A_MAIL: N_("This is not a mail."),
    Fault.NO_SENDER: N_("The mail does not say who sent it."),
    Fault.UNREADABLE: N_("The mail is damaged and could not be read."),
    Fault.PARTS_TOO_DEEP: N_("Parts that lie very deep inside the mail were left out."),
    Fault.BOUNDARY_LOST: N_("The mail does not say where its parts begin; we looked for them."),
    Fault.HEADER_CUT: N_("A very long line in the head of the mail was cut."),
    Fault.CHARACTERS_GUESSED: N_("The mail does not say how its letters are written; we guessed."),
    Fault.CHARACTERS_REPAIRED: N_("Letters that were spoiled on the way were put right."),
    Fault.CHARACTERS_LOST: N_("Some letters could not be read."),
    Fault.TEXT_CUT: N_("The text is very long; its end was left out."),
    Fault.ENCRYPTED: N_("The mail is encrypted; we cannot read it."),
    Fault.TOO_MANY_ATTACHMENTS: N_("The mail has too many files; some were left out."),
    Fault.ATTACHMENT_TOO_LARGE: N_("A file was too large and was left out."),
    Fault.ATTACHMENT_UNREADABLE: N_("A file was damaged and was left out."),
    Fault.REPORT_UNREADABLE: N_("The report of the mail system could not be read."),
    Fault.DATE_IN_FUTURE: N_("The date of the mail lies in the future; we took the time it came."),
    Fault.DATE_UNREADABLE: N_("The date of the mail could not be read."),
}
"""What to tell a coordinator about each fault."""


class Sign(StrEnum):
    """What shows that no person wrote a mail for us to answer."""

    AUTO_SUBMITTED = "auto_submitted"
    PRECEDENCE = "precedence"
    LIST = "list"
    NULL_RETURN_PATH = "null_return_path"
    MAIL_SYSTEM = "mail_system"
    REPORT = "report"
    SUPPRESS = "suppress"
    AUTOREPLY = "autoreply"
    OWN_LOOP = "own_loop"
    OWN_ADDRESS = "own_address"
    AWAY_SUBJECT = "away_subject"
    NO_REPLY_ADDRESS = "no_reply_address"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a mail is taken. Bytes, characters and counts."""

    mail_bytes: int = 25 * 1024 * 1024
    header_bytes: int = 256 * 1024
    header_line_chars: int = 4096
    parts: int = 500
    depth: int = 12
    attachments: int = 20
    attachment_bytes: int = 10 * 1024 * 1024
    text_chars: int = 1_000_000
    addresses: int = 100


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a mail came in.

    `sender` is the envelope sender: empty for the null sender, None where the way in does not
    tell it (then the Return-Path header counts). `recipients` is the envelope's list.
    """

    mailbox: str
    received_at: datetime
    sender: str | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """How we know our own mail: our addresses, without plus part, and the loop header we set."""

    addresses: frozenset[str] = frozenset()
    loop_header: str = "X-Gafolup-Loop"
    loop_value: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a mail the same mail when it comes twice: its Message-ID, else its SHA-256."""

    mailbox: str
    value: str


@dataclass(frozen=True, slots=True)
class Correspondent:
    """An address and the name it comes with, which may be empty."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a mail. `declared_type` is what the sender says, not what it is."""

    name: str
    declared_type: str
    content: bytes = field(repr=False)
    inline: bool
    content_id: str


@dataclass(frozen=True, slots=True)
class FailedAddress:
    """An address that a mail of ours did not reach; `temporary` where it is still being tried."""

    address: str
    temporary: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail as read.

    `references` are newest first. `text` is all that was written, `reply` the words of the person
    without quotes and signature; it is empty where there is nothing but a quote. `faults` say
    what was repaired or left out; for `unparsed` the first tells why.
    """

    key: Key
    sha256: str
    kind: Kind
    sender: Correspondent | None = None
    reply_to: Correspondent | None = None
    recipients: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None
    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    reply: str = field(default="", repr=False)
    signature: str = field(default="", repr=False)
    quoted: str = field(default="", repr=False)
    languages: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    signs: tuple[Sign, ...] = ()
    failed: tuple[FailedAddress, ...] = ()
    original_message_id: str | None = None
    faults: tuple[Fault, ...] = ()
    fault_detail: str = ""
