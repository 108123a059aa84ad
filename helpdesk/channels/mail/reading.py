"""From raw bytes to a mail as plain values.

Whatever the bytes are, there is an answer: what cannot be read comes back as `unparsed` with the
reason, to be looked at by a person. The raw bytes are stored before this is called.
"""

import hashlib
from dataclasses import replace
from datetime import datetime
from email.message import Message

from helpdesk.channels.mail import headers
from helpdesk.channels.mail.automatic import is_automatic, signs_of
from helpdesk.channels.mail.bodies import body_of
from helpdesk.channels.mail.bounces import Report, report_of
from helpdesk.channels.mail.incoming import (
    Arrival,
    Correspondent,
    Fault,
    Incoming,
    Key,
    Limits,
    Own,
)
from helpdesk.channels.mail.mime import Parsed, Refused, field, fields, parsed
from helpdesk.channels.mail.quotes import kept_words

LONGEST_SUBJECT = 500
MOST_REFERENCES = 100
_TO_FIELDS = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")


def read(
    raw: bytes, arrival: Arrival, own: Own | None = None, limits: Limits | None = None
) -> Incoming:
    """Read a mail. Never raises for what the mail holds.

    Whether a `mail` begins a ticket or goes on with one is found by `threading`.
    """
    own, limits = own or Own(), limits or Limits()
    digest = hashlib.sha256(raw).hexdigest()
    key = Key(arrival.mailbox, f"sha256:{digest}")
    try:
        tree = parsed(raw, limits)
        head = _head(key, digest, tree, arrival, limits)
        return _whole(raw, tree.root, head, arrival, own, limits)
    except Refused as refusal:
        return Incoming(key, digest, "unparsed", faults=(refusal.fault,))
    except Exception as error:  # noqa: BLE001 - damaged mail fails in many ways; a person looks
        why = type(error).__name__
        return Incoming(key, digest, "unparsed", faults=(Fault.UNREADABLE,), fault_detail=why)


def _head(key: Key, digest: str, tree: Parsed, arrival: Arrival, limits: Limits) -> Incoming:
    """What the fields of the head tell, without the body."""
    root = tree.root
    ids = headers.message_ids(field(root, "message-id"))
    answered = headers.message_ids(field(root, "in-reply-to"))
    references = headers.message_ids(" ".join(fields(root, "references")))[::-1]
    date, date_faults = _date(root, arrival.received_at)
    return Incoming(
        key=replace(key, value=ids[0]) if ids else key,
        sha256=digest,
        kind="mail",
        sender=_first(root, "from") or _first(root, "sender"),
        reply_to=_first(root, "reply-to"),
        recipients=_recipients(root, arrival)[: limits.addresses],
        subject=headers.text_of(field(root, "subject"))[:LONGEST_SUBJECT],
        date=date,
        message_id=ids[0] if ids else None,
        in_reply_to=answered[0] if answered else None,
        references=references[:MOST_REFERENCES],
        languages=headers.languages(
            field(root, "content-language"), field(root, "accept-language")
        ),
        faults=tree.faults + date_faults,
    )


def _whole(
    raw: bytes, root: Message, head: Incoming, arrival: Arrival, own: Own, limits: Limits
) -> Incoming:
    """The mail with its words and files, and what kind it is."""
    body = body_of(root, limits)
    signs = signs_of(root, arrival, own, head.sender, head.subject)
    words = kept_words(body.text, _called(head.sender))
    mail = replace(
        head,
        text=body.text,
        reply=words.reply,
        signature=words.signature,
        quoted=words.quoted,
        attachments=body.attachments,
        signs=signs,
        faults=head.faults + body.faults,
    )
    report = report_of(raw, root, body.text, head.subject, signs)
    if report is not None:
        return _bounce(mail, report)
    if is_automatic(signs):
        return replace(mail, kind="automatic")
    if mail.sender is None:
        return replace(mail, kind="unparsed", faults=(Fault.NO_SENDER, *mail.faults))
    return mail


def _bounce(mail: Incoming, report: Report) -> Incoming:
    return replace(
        mail,
        kind="bounce",
        failed=report.failed,
        original_message_id=report.original_message_id,
        faults=mail.faults + report.faults,
    )


def _first(root: Message, name: str) -> Correspondent | None:
    found = headers.correspondents(field(root, name))
    return found[0] if found else None


def _called(sender: Correspondent | None) -> str:
    return (sender.name or sender.address) if sender else ""


def _recipients(root: Message, arrival: Arrival) -> tuple[str, ...]:
    """Whom the mail is for, the envelope's recipients first."""
    written = (
        one.address
        for name in _TO_FIELDS
        for value in fields(root, name)
        for one in headers.correspondents(value)
    )
    return tuple(dict.fromkeys((*arrival.recipients, *written)))


def _date(root: Message, received_at: datetime) -> tuple[datetime | None, tuple[Fault, ...]]:
    """When the mail was written: never later than it came; None where nobody can tell."""
    written = field(root, "date")
    found = headers.moment(written)
    if found is None:
        return None, (Fault.DATE_UNREADABLE,) if written else ()
    if found > received_at:
        return received_at, (Fault.DATE_IN_FUTURE,)
    return found, ()
