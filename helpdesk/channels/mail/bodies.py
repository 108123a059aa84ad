"""The words and the files of a mail, chosen from its parts."""

import re
from dataclasses import dataclass
from email.message import Message

from helpdesk.channels.mail.charsets import decode
from helpdesk.channels.mail.incoming import Attachment, Fault, Limits
from helpdesk.channels.mail.letters import plain
from helpdesk.channels.mail.markup import declared_charset, text_of_html
from helpdesk.channels.mail.mime import content_of, field, parameter
from helpdesk.channels.mail.mojibake import repaired
from helpdesk.channels.mail.names import file_name

_ANY_TAG = re.compile(r"</?[a-zA-Z]")
_TEXT_TYPES = {"text/plain", "text/html"}
_NO_FILES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "message/delivery-status",
    "message/disposition-notification",
    "message/feedback-report",
    "text/rfc822-headers",
}
SIGNATURE_MARK = "-- "
_ENCRYPTED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}


@dataclass(frozen=True, slots=True)
class Body:
    """What a mail says and what comes with it."""

    text: str
    attachments: tuple[Attachment, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A text part that was not yet decoded."""

    part: Message
    is_html: bool


def body_of(root: Message, limits: Limits) -> Body:
    """The text of a mail, from its plain parts or else from HTML, and its files."""
    reader = _Reader(limits)
    texts = [reader.text(words) for words in reader.words(root, 0, inline=False)]
    whole = "\n\n".join(text.strip("\n") for text in texts if text.strip())
    if len(whole) > limits.text_chars:
        whole = whole[: limits.text_chars]
        reader.note(Fault.TEXT_CUT)
    return Body(whole, tuple(reader.attachments), tuple(reader.faults))


class _Reader:
    """Goes through the parts once; keeps the files and the faults it meets."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts = 0
        self.attachments: list[Attachment] = []
        self.faults: dict[Fault, None] = {}

    def note(self, fault: Fault) -> None:
        self.faults[fault] = None

    def words(self, part: Message, depth: int, *, inline: bool) -> list[_Words]:
        """The text parts at or below `part` that make up the body; files are put aside."""
        self._parts += 1
        kind = part.get_content_type()
        if depth > self._limits.depth or self._parts > self._limits.parts:
            self.note(Fault.PARTS_TOO_DEEP if depth > self._limits.depth else Fault.TOO_MANY_PARTS)
            return []
        if kind in _ENCRYPTED and parameter(part, "smime-type", "content-type")[0] != "signed-data":
            self.note(Fault.ENCRYPTED)
        if kind.startswith("multipart/") and part.is_multipart():
            return self._words_below(part, kind, depth)
        if kind.startswith("message/") and part.is_multipart():
            self._put_aside(part, inline=inline)
            return []
        if _is_body(part, kind):
            return [_Words(part, kind == "text/html")]
        self._put_aside(part, inline=inline)
        return []

    def _words_below(self, part: Message, kind: str, depth: int) -> list[_Words]:
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        found = [
            self.words(child, depth + 1, inline=kind == "multipart/related" and at > 0)
            for at, child in enumerate(children)
        ]
        if kind != "multipart/alternative":
            return [words for one in found for words in one]
        said = [one for one in found if any(content_of(words.part).strip() for words in one)]
        plain_first = sorted(said, key=lambda one: any(words.is_html for words in one))
        return plain_first[0] if plain_first else []

    def text(self, words: _Words) -> str:
        """The text of a part as it is meant to be read."""
        content = content_of(words.part)
        declared = parameter(words.part, "charset", "content-type")[0] or None
        if words.is_html and not declared:
            declared = declared_charset(content)
        decoded = decode(content[: 4 * self._limits.text_chars], declared)
        for fault in decoded.faults:
            self.note(fault)
        if len(decoded.text) > self._limits.text_chars:
            self.note(Fault.TEXT_CUT)
        taken = decoded.text[: self._limits.text_chars]
        text = repaired(taken)
        if text != taken:
            self.note(Fault.CHARACTERS_REPAIRED)
        text = plain(text)
        if words.is_html and _ANY_TAG.search(text):
            return plain(text_of_html(text))
        if parameter(words.part, "format", "content-type")[0].lower() == "flowed":
            return unflowed(text, parameter(words.part, "delsp", "content-type")[0].lower())
        return text

    def _put_aside(self, part: Message, *, inline: bool) -> None:
        kind = part.get_content_type()
        if kind in _NO_FILES:
            return
        if len(self.attachments) >= self._limits.attachments:
            self.note(Fault.TOO_MANY_ATTACHMENTS)
            return
        content = self._bytes(part)
        if len(content) > self._limits.attachment_bytes:
            self.note(Fault.ATTACHMENT_TOO_LARGE)
            return
        if content or field(part, "content-disposition"):
            given_inline = part.get_content_disposition() == "inline"
            self.attachments.append(
                Attachment(
                    name=file_name(part, len(self.attachments) + 1),
                    declared_type=kind[:100],
                    content=content,
                    inline=inline or given_inline,
                    content_id=field(part, "content-id").strip("<> \t\r\n")[:200],
                )
            )

    def _bytes(self, part: Message) -> bytes:
        if not part.is_multipart():
            return content_of(part)
        try:
            inner = part.get_payload(0) if part.get_content_maintype() == "message" else part
            return inner.as_bytes() if isinstance(inner, Message) else b""
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self.note(Fault.ATTACHMENT_UNREADABLE)
            return b""


def _is_body(part: Message, kind: str) -> bool:
    """Whether a part is something to read here and not a file."""
    if part.get_content_disposition() == "attachment" or _has_name(part):
        return False
    # Where the boundary of a mail was lost, what it holds is one text.
    return kind in _TEXT_TYPES or kind.startswith("multipart/")


def _has_name(part: Message) -> bool:
    return bool(
        parameter(part, "filename", "content-disposition")[0]
        or (
            parameter(part, "name", "content-type")[0]
            and part.get_content_disposition() is not None
        )
    )


def unflowed(text: str, delsp: str = "") -> str:
    """Lines that were folded for sending put together again (RFC 3676)."""
    paragraphs: list[list[str]] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        flows = content.endswith(" ") and content != SIGNATURE_MARK
        if flows and delsp == "yes":
            content = content[:-1]
        if open_depth == depth and content != SIGNATURE_MARK:
            paragraphs[-1].append(content)
        else:
            paragraphs.append([">" * depth + " " if depth else "", content])
        open_depth = depth if flows else None
    return "\n".join("".join(pieces) for pieces in paragraphs)
