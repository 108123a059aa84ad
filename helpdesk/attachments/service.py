"""Takes what people send: one upload at a time, from raw bytes to what is kept, or why not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import structlog

from helpdesk.attachments.kinds import Kind, family_of
from helpdesk.attachments.location import Location
from helpdesk.attachments.names import display_name, shown_name
from helpdesk.attachments.photo import Photo
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.rules import (
    Limits,
    Taken,
    count_refusal,
    kind_or_refusal,
    size_refusal,
)
from helpdesk.attachments.sandbox import prepare_apart
from helpdesk.attachments.scanning import Clean, Found, NotAvailable, Scanner
from helpdesk.attachments.sniffing import plain_text
from helpdesk.attachments.storage import Storage
from helpdesk.attachments.voices import without_details

log = structlog.get_logger()

WhenNotScanned = Literal["accept", "refuse"]
Preparing = Callable[[bytes, Kind, Limits], Photo | Refused]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent. Name and type are what the sender claims."""

    name: str
    declared_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """What a kept photo has beside its content: sides in pixels, a thumbnail, maybe a place."""

    width: int
    height: int
    thumbnail_key: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that is kept. `sent_bytes` is what counts against the limits of the message."""

    key: str
    kind: Kind
    name: str
    kept_bytes: int
    sent_bytes: int
    scanned: bool
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What an upload passes through."""

    storage: Storage
    scanner: Scanner
    when_not_scanned: WhenNotScanned = "accept"
    limits: Limits = field(default_factory=Limits)
    prepare: Preparing = prepare_apart


def accept(upload: Upload, taken: Taken, intake: Intake) -> Accepted | Refused:
    """Keep an upload, or say why not. `taken` is what the same message carries already.

    Raises:
        AttachmentNotStored: it could not be written; worth trying again.
        TooManyPicturesAtOnce: no place to prepare the photo; worth trying again.
    """
    kind = _kind(upload, taken, intake.limits)
    if isinstance(kind, Refused):
        return kind.about(shown_name(upload.name))
    verdict = intake.scanner.scan(upload.data)
    if isinstance(verdict, NotAvailable):
        log.info("attachment_not_scanned", kind=kind.value, why=verdict.why)
    kept = _after_scan(verdict, intake) or _keep(upload, kind, intake, isinstance(verdict, Clean))
    return kept.about(shown_name(upload.name)) if isinstance(kept, Refused) else kept


def taken_with(taken: Taken, accepted: Accepted) -> Taken:
    """What the message carries once `accepted` is part of it."""
    return Taken(taken.files + 1, taken.bytes + accepted.sent_bytes)


def _kind(upload: Upload, taken: Taken, limits: Limits) -> Kind | Refused:
    refusal = count_refusal(len(upload.data), taken, limits)
    if refusal is not None:
        return refusal
    kind = kind_or_refusal(upload.data, upload.name, upload.declared_type)
    if isinstance(kind, Refused):
        return kind
    return size_refusal(len(upload.data), kind, limits) or kind


def _after_scan(verdict: Clean | Found | NotAvailable, intake: Intake) -> Refused | None:
    if isinstance(verdict, Found):
        return Refused(Reason.HARMFUL, {"found": verdict.name})
    if isinstance(verdict, NotAvailable) and intake.when_not_scanned == "refuse":
        return Refused(Reason.NOT_CHECKED)
    return None


def _keep(upload: Upload, kind: Kind, intake: Intake, scanned: bool) -> Accepted | Refused:
    sent = len(upload.data)
    if family_of(kind) != "photo":
        content = _content(upload.data, kind)
        key = intake.storage.put(content)
        name = display_name(upload.name, kind)
        return Accepted(key, kind, name, len(content), sent, scanned, None)
    photo = intake.prepare(upload.data, kind, intake.limits)
    if isinstance(photo, Refused):
        return photo
    picture = Picture(
        photo.width, photo.height, intake.storage.put(photo.thumbnail), photo.location
    )
    key = intake.storage.put(photo.jpeg)
    name = display_name(upload.name, Kind.JPEG)
    return Accepted(key, Kind.JPEG, name, len(photo.jpeg), sent, scanned, picture)


def _content(data: bytes, kind: Kind) -> bytes:
    """What is kept of a voice or paper: recordings without details, text as UTF-8."""
    if kind is Kind.TEXT:
        return (plain_text(data) or "").encode()
    return without_details(data, kind)
