"""Which ticket a mail belongs to.

In this order: the signed address we asked the answer to be sent to; the mail it answers; the mails
it refers to, the nearest first; the reference in its subject, when the sender takes part. Only ids
that we issued or stored count, so that nobody can invent one.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from helpdesk.channels.mail.errors import ReferenceNotUsable
from helpdesk.channels.mail.incoming import Incoming

SIGNATURE_BYTES = 10
"""80 bits: an address that is guessed at random a billion times a second lasts for ages."""
LONGEST_LOCAL = 64
_PURPOSE = b"gafolup mail address 1"
_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,32}$")
_SIGNED = re.compile(r"(?P<reference>[a-z0-9-]{1,32})\.(?P<signature>[a-z2-7]{16})$")
_TAG = re.compile(r"\[#?([A-Za-z0-9-]{3,32})\]")


class Clue(StrEnum):
    """What told to which ticket a mail belongs."""

    ADDRESS = "address"
    IN_REPLY_TO = "in_reply_to"
    REFERENCES = "references"
    ORIGINAL = "original"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Thread:
    """The ticket of a mail and what told it."""

    ticket: str
    clue: Clue


class Known(Protocol):
    """What the helpdesk knows of tickets; references come in small letters."""

    def ticket_of_message(self, message_id: str) -> str | None:
        """The ticket of a message id that we issued or stored."""
        ...

    def ticket_of_reference(self, reference: str) -> str | None:
        """The ticket of a reference; of a merged one the ticket it went into."""
        ...

    def takes_part(self, ticket: str, address: str) -> bool:
        """Whether the address is that of the asker or of somebody else in the ticket."""
        ...


@dataclass(frozen=True, slots=True)
class KnownByHeart:
    """What is known, as mappings: addresses and references in small letters."""

    messages: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def ticket_of_message(self, message_id: str) -> str | None:
        """See `Known`."""
        return self.messages.get(message_id)

    def ticket_of_reference(self, reference: str) -> str | None:
        """See `Known`."""
        return self.references.get(reference)

    def takes_part(self, ticket: str, address: str) -> bool:
        """See `Known`."""
        return address.casefold() in self.parties.get(ticket, frozenset())


@dataclass(frozen=True, slots=True)
class Signing:
    """Our mailbox and the keys that sign its addresses: the first signs, all are believed."""

    mailbox: str
    keys: Sequence[bytes] = field(repr=False)


def reply_address(reference: str, signing: Signing) -> str:
    """The address that belongs to one ticket: help+gf-12ab.<signature>@example.org.

    Raises:
        ReferenceNotUsable: other letters than A-Z, 0-9 and "-", or too long.
    """
    local, _, domain = signing.mailbox.rpartition("@")
    signature = _signature(reference.lower(), signing.mailbox, signing.keys[0])
    signed = f"{local.partition('+')[0]}+{reference.lower()}.{signature}"
    if not _REFERENCE.match(reference) or len(signed) > LONGEST_LOCAL:
        raise ReferenceNotUsable(reference=reference)
    return f"{signed}@{domain}"


def signed_reference(address: str, signing: Signing) -> str | None:
    """The reference, in small letters, that an address of ours carries; None if it is not ours."""
    local, _, domain = address.lower().rpartition("@")
    own_local, _, own_domain = signing.mailbox.lower().rpartition("@")
    name, _, extra = local.partition("+")
    match = _SIGNED.match(extra)
    if match is None or (name, domain) != (own_local.partition("+")[0], own_domain):
        return None
    genuine = [
        hmac.compare_digest(
            _signature(match["reference"], signing.mailbox, key), match["signature"]
        )
        for key in signing.keys
    ]
    return match["reference"] if any(genuine) else None


def thread_of(mail: Incoming, known: Known, signing: Signing) -> Thread | None:
    """The ticket a mail goes on with; None where it begins a new one."""
    for address in mail.recipients:
        reference = signed_reference(address, signing)
        ticket = known.ticket_of_reference(reference) if reference else None
        if ticket:
            return Thread(ticket, Clue.ADDRESS)
    clues = [
        (Clue.ORIGINAL, mail.original_message_id),
        (Clue.IN_REPLY_TO, mail.in_reply_to),
        *((Clue.REFERENCES, one) for one in mail.references),
    ]
    for clue, message_id in clues:
        ticket = known.ticket_of_message(message_id) if message_id else None
        if ticket:
            return Thread(ticket, clue)
    return _by_subject(mail, known)


def _by_subject(mail: Incoming, known: Known) -> Thread | None:
    for tag in _TAG.findall(mail.subject):
        ticket = known.ticket_of_reference(tag.lower())
        if ticket and mail.sender and known.takes_part(ticket, mail.sender.address):
            return Thread(ticket, Clue.SUBJECT)
    return None


def _signature(reference: str, mailbox: str, key: bytes) -> str:
    """Small letters and figures only, as some mail systems do not keep capitals."""
    signed = b"\0".join((_PURPOSE, mailbox.lower().encode(), reference.encode()))
    digest = hmac.new(key, signed, hashlib.sha256).digest()[:SIGNATURE_BYTES]
    return base64.b32encode(digest).decode("ascii").lower()
