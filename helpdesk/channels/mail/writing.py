"""A mail that leaves the helpdesk, written out in full so that it can be sent, and sent again.

Everything that makes a mail what it is, its id and its date too, is fixed before it is queued: a
second try sends the same bytes. The envelope of an automatic mail has no sender, so that nothing
can bounce or answer in a circle.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Literal

from helpdesk.channels.mail.headers import message_ids
from helpdesk.channels.mail.incoming import Correspondent, Own
from helpdesk.channels.mail.letters import one_line, plain
from helpdesk.channels.mail.wording import (
    encoded_text,
    header_words,
    html_page,
    mailbox_words,
    sendable,
)
from i18n.languages import language

Nature = Literal["personal", "acknowledgement", "notice", "digest"]
FIRST_KEPT = 4
LAST_KEPT = 6
LONGEST_SUBJECT = 250
_AUTO_SUBMITTED = {
    "acknowledgement": "auto-replied",
    "notice": "auto-generated",
    "digest": "auto-generated",
}
_PREFIX = re.compile(
    r"\s*(?:re|aw|sv|rép|res|rv|tr|fwd?|enc|رد|جواب|उत्तर|jibu)\s*(?:\[\d{1,3}\])?\s*[:：]",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"https://[\x21\x23-\x3b\x3d\x3f-\x7e]{1,900}$")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,200}$")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a mail shall say and where it belongs.

    `message_id` comes from `new_message_id` when the mail is queued. `answers` is the id of the
    mail it answers, `ancestors` what that one referred to, oldest first. `reply_to` is the signed
    address of the ticket, `language` one that is served. `leave` is the web
    address at which digests are switched off.
    """

    message_id: str
    date: datetime
    sender: Correspondent
    to: Correspondent
    subject: str
    text: str
    language: str
    nature: Nature
    reply_to: str | None = None
    answers: str | None = None
    ancestors: tuple[str, ...] = ()
    leave: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be sent. An empty envelope sender is the null sender."""

    envelope_sender: str
    recipient: str
    content: bytes
    needs_smtputf8: bool


def new_message_id(host: str) -> str:
    """A message id that nobody can guess."""
    if not _HOST.match(host):
        raise ValueError(f"not a host name: {host!r}")
    return f"<{secrets.token_hex(16)}@{host}>"


def references(ancestors: tuple[str, ...], answers: str | None) -> tuple[str, ...]:
    """The mails before this one, oldest first; of many the first four and the last six."""
    chain = tuple(dict.fromkeys((*ancestors, *((answers,) if answers else ()))))
    if len(chain) <= FIRST_KEPT + LAST_KEPT:
        return chain
    return chain[:FIRST_KEPT] + chain[-LAST_KEPT:]


def answer_subject(subject: str, reference: str) -> str:
    """The subject of an answer: one "Re:", the reference once, and the words."""
    words = one_line(subject).replace(f"[{reference}]", "")
    while match := _PREFIX.match(words):
        words = words[match.end() :]
    return f"Re: [{reference}] {' '.join(words.split())}".strip()


def write(draft: Draft, own: Own) -> Letter:
    """The bytes of a mail and its envelope.

    Raises:
        AddressNotUsable: the sender, the receiver or the reply address is none.
        LanguageNotServed: nobody here writes that language.
        ValueError: the message id or the address to leave at is none.
    """
    head = "".join(f"{name}: {value}\r\n" for name, value in _fields(draft, own))
    is_automatic = draft.nature != "personal"
    back = sendable(draft.reply_to or draft.sender.address)
    return Letter(
        envelope_sender="" if is_automatic else back,
        recipient=sendable(draft.to.address),
        content=head.encode("utf-8") + _parts(draft),
        needs_smtputf8=not head.isascii(),
    )


def _fields(draft: Draft, own: Own) -> list[tuple[str, str]]:
    """The head. Every value is made here or cleaned of line ends: nothing can be smuggled in."""
    ids = message_ids(draft.message_id)
    if ids != (draft.message_id,):
        raise ValueError(f"not a message id: {draft.message_id!r}")
    answers = message_ids(draft.answers or "")[:1]
    chain = references(message_ids(" ".join(draft.ancestors)), answers[0] if answers else None)
    made = [
        ("Message-ID", draft.message_id),
        ("Date", format_datetime(draft.date)),
        ("From", mailbox_words(draft.sender)),
        ("To", mailbox_words(draft.to)),
        ("Reply-To", sendable(draft.reply_to) if draft.reply_to else ""),
        ("Subject", header_words(one_line(draft.subject)[:LONGEST_SUBJECT])),
        ("In-Reply-To", "".join(answers)),
        ("References", "\r\n ".join(chain)),
        ("Content-Language", language(draft.language).code),
        (own.loop_header, own.loop_value),
    ]
    if draft.nature != "personal":
        made += [
            ("Auto-Submitted", _AUTO_SUBMITTED[draft.nature]),
            ("X-Auto-Response-Suppress", "All"),
        ]
    if draft.leave is not None:
        made += _leaving(draft.leave)
    return [(name, value) for name, value in made if value]


def _leaving(address: str) -> list[tuple[str, str]]:
    """One click is enough to leave (RFC 8058)."""
    if not _WEB_ADDRESS.match(address):
        raise ValueError(f"not a web address: {address!r}")
    return [
        ("List-Unsubscribe", f"<{address}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ]


def _parts(draft: Draft) -> bytes:
    """The plain text and the same as HTML. "=_" begins no line of either encoding."""
    text = plain(draft.text)
    spoken = language(draft.language)
    page = html_page(text, spoken.code, spoken.direction)
    boundary = "=_" + hashlib.sha256(draft.message_id.encode()).hexdigest()[:24]
    pieces = [
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="' + boundary.encode() + b'"\r\n\r\n'
    ]
    for kind, content in (("plain", text), ("html", page)):
        encoding, body = encoded_text(content)
        pieces.append(
            f"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            f"Content-Transfer-Encoding: {encoding}\r\n\r\n".encode()
            + body
            + b"\r\n"
        )
    return b"".join(pieces) + f"--{boundary}--\r\n".encode()
