"""Which addresses a mail of ours did not reach, read from what mail systems report.

The detectors of flufl.bounce (Apache-2.0) know RFC 3464 and the free forms of many systems. They
take any mail for a report, so a mail must first look like one: a person who tells of a report she
got is no report. A report counts even where it names no address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from flufl.bounce import all_failures

from helpdesk.channels.mail.headers import correspondents, message_ids, text_of
from helpdesk.channels.mail.incoming import FailedAddress, Fault, Limits, Sign
from helpdesk.channels.mail.mime import Refused, content_of, field, parameter, parsed

REPORT_BYTES = 128 * 1024
LINE_BYTES = 998
"""What a line of mail may hold (RFC 5322). Some patterns need the square of a line's length."""

_SUBJECT = re.compile(
    r"\s*(?:returned mail|undeliver(?:ed|able)|delivery (?:failure|report|problem|notification"
    r"|status)|mail (?:delivery|system error|not delivered|could not)|message (?:delivery|delayed)"
    r"|failure notice|non-?delivery|failed mail|permanent delivery|delayed mail"
    r"|warning: (?:message|could not)|could not (?:send|deliver)|message undeliver"
    r"|delivery has failed|(?:mail|message) (?:not|un)delivered"
    r"|(?:échec|erreur) de (?:la )?(?:remise|livraison|distribution)|non remis|courrier non remis"
    r"|(?:error|fallo|no se pudo) (?:de|en la|al|) ?(?:entrega|entregar)|no se puede entregar"
    r"|(?:falha|erro) (?:na|de|no) entrega|não (?:foi )?entregue"
    r"|تعذر (?:ال)?تسليم|فشل (?:ال)?تسليم|لم يتم (?:ال)?تسليم"
    r"|(?:संदेश|मेल) (?:वितरित|डिलीवर) नहीं|barua (?:pepe )?haikufika|imeshindwa kufikishwa)",
    re.IGNORECASE,
)
_ORIGINAL_ID = re.compile(
    r"^[ \t>]{0,8}message-id:\s{0,8}(<[^<>\s]{1,300}>)", re.IGNORECASE | re.MULTILINE
)
_STATUS_IDS = ("original-message-id", "x-original-message-id")
_BAD_ACTIONS = ("fail", "delay", "error")


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail system tells about a mail of ours."""

    failed: tuple[FailedAddress, ...]
    original_message_id: str | None
    faults: tuple[Fault, ...] = ()


def report_of(
    raw: bytes, root: Message, text: str, subject: str, signs: tuple[Sign, ...]
) -> Report | None:
    """The report that a mail is; None where it is none, or reports that all went well.

    `root` is the mail taken apart, `text` its words, `signs` what shows that a machine wrote it.
    """
    looks_like_one = _SUBJECT.match(subject) is not None
    is_status, is_from_system = _is_status_report(root), _is_from_system(root, signs)
    if not (looks_like_one or is_status or is_from_system):
        return None
    failed, faults = _failed(raw, text)
    if not failed and _tells_of_success(root):
        return None
    is_one = (
        bool(failed)
        or is_status
        or (looks_like_one and _has_returned_mail(root, signs))
        or (bool(faults) and is_from_system)
    )
    return Report(failed, _original_id(root, text), faults) if is_one else None


def _is_from_system(root: Message, signs: tuple[Sign, ...]) -> bool:
    return (
        Sign.MAIL_SYSTEM in signs or Sign.NULL_RETURN_PATH in signs or "x-failed-recipients" in root
    )


def _has_returned_mail(root: Message, signs: tuple[Sign, ...]) -> bool:
    """Whether the mail that failed came back inside, or a mail system speaks."""
    kinds = {part.get_content_type() for part in _parts(root)}
    return Sign.MAIL_SYSTEM in signs or bool(kinds & {"message/rfc822", "text/rfc822-headers"})


def _is_status_report(root: Message) -> bool:
    kind = parameter(root, "report-type", "content-type")[0].lower()
    if root.get_content_type() == "multipart/report" and kind:
        return kind == "delivery-status"
    return any(True for _ in _status_parts(root))


def _parts(root: Message) -> Iterator[Message]:
    """All parts of the mail, but none of what lies inside a mail that it holds."""
    waiting = [root]
    while waiting:
        part = waiting.pop(0)
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += [one for one in part.get_payload() if isinstance(one, Message)]


def _status_parts(root: Message) -> Iterator[Message]:
    for part in _parts(root):
        if part.get_content_type() == "message/delivery-status":
            yield part


def _status_blocks(root: Message) -> Iterator[Message]:
    for part in _status_parts(root):
        if part.is_multipart():
            yield from (block for block in part.get_payload() if isinstance(block, Message))


def _tells_of_success(root: Message) -> bool:
    """Whether the report names what was done and none of it failed."""
    actions = [field(block, "action").strip().lower() for block in _status_blocks(root)]
    told = [action for action in actions if action]
    return bool(told) and not any(action.startswith(_BAD_ACTIONS) for action in told)


def _failed(raw: bytes, text: str) -> tuple[tuple[FailedAddress, ...], tuple[Fault, ...]]:
    """The addresses, from the mail as it came or else from its decoded words."""
    lines = (line.rstrip(b"\r")[:LINE_BYTES] for line in raw[:REPORT_BYTES].split(b"\n"))
    try:
        as_it_came = parsed(b"\n".join(lines), Limits()).root
        for message in (as_it_came, _with_words(as_it_came, text)):
            if not correspondents(field(message, "from")):
                # One detector takes it for granted that there is a sender.
                del message["From"]
                message["From"] = "unknown@invalid"
            temporary, permanent = all_failures(message)
            if temporary or permanent:
                return _addresses(temporary - permanent, permanent), ()
    except Refused as refusal:
        return (), (refusal.fault,)
    except Exception:  # noqa: BLE001 - detectors fail in many ways on damaged reports; it is told
        return (), (Fault.REPORT_UNREADABLE,)
    return (), ()


def _with_words(message: Message, text: str) -> Message:
    """A mail of the same sender that holds only the decoded words."""
    plain = Message()
    senders = correspondents(field(message, "from"))
    plain["From"] = senders[0].address if senders else ""
    plain["Subject"] = text_of(field(message, "subject"))
    lines = (line[:LINE_BYTES] for line in text[:REPORT_BYTES].split("\n"))
    plain.set_payload("\n".join(lines))
    return plain


def _addresses(
    temporary: frozenset[bytes], permanent: frozenset[bytes]
) -> tuple[FailedAddress, ...]:
    found = [(address, True) for address in temporary] + [(one, False) for one in permanent]
    texts = ((address.decode("ascii", "replace").strip(), is_short) for address, is_short in found)
    return tuple(FailedAddress(*one) for one in sorted(texts) if one[0])


def _original_id(root: Message, text: str) -> str | None:
    """The Message-ID of the mail that failed: from its copy, from the report, from the words."""
    candidates: list[str] = []
    for part in _parts(root):
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            candidates.append(field(inner, "message-id") if isinstance(inner, Message) else "")
        elif kind == "text/rfc822-headers":
            candidates += _ORIGINAL_ID.findall(content_of(part).decode("ascii", "replace"))
    candidates += [field(block, name) for block in _status_blocks(root) for name in _STATUS_IDS]
    candidates += _ORIGINAL_ID.findall(text)
    candidates += [field(root, "in-reply-to"), *reversed(message_ids(field(root, "references")))]
    found = (message_ids(candidate) for candidate in candidates if candidate)
    return next((ids[0] for ids in found if ids), None)
