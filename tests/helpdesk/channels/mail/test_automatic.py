"""What shows that no person wrote a mail."""

import pytest

from helpdesk.channels.mail.automatic import is_automatic, may_be_answered
from helpdesk.channels.mail.incoming import Arrival, Sign
from tests.helpdesk.channels.mail.mails import ARRIVAL, CAME, MAILBOX, mail, parts, taken


@pytest.mark.parametrize(
    ("head", "sign"),
    [
        ("Auto-Submitted: auto-replied\n", Sign.AUTO_SUBMITTED),
        ("Auto-Submitted: auto-generated; owner=x\n", Sign.AUTO_SUBMITTED),
        ("Auto-Submitted: Auto-Notified\n", Sign.AUTO_SUBMITTED),
        ("Precedence: bulk\n", Sign.PRECEDENCE),
        ("Precedence: List\n", Sign.PRECEDENCE),
        ("Precedence: junk\n", Sign.PRECEDENCE),
        ("List-Id: <farmers.example>\n", Sign.LIST),
        ("List-Unsubscribe: <https://x.example>\n", Sign.LIST),
        ("Return-Path: <>\n", Sign.NULL_RETURN_PATH),
        ("Return-Path: <MAILER-DAEMON@x.example>\n", Sign.MAIL_SYSTEM),
        ("X-Auto-Response-Suppress: DR, OOF, AutoReply\n", Sign.SUPPRESS),
        ("X-Auto-Response-Suppress: All\n", Sign.SUPPRESS),
        ("X-Autoreply: yes\n", Sign.AUTOREPLY),
        ("X-Autorespond: yes\n", Sign.AUTOREPLY),
        ("X-Gafolup-Loop: desk.example\n", Sign.OWN_LOOP),
    ],
)
def test_one_strong_sign_is_enough(head: str, sign: Sign) -> None:
    read = taken(mail(head=head))
    assert read.signs == (sign,)
    assert read.kind == "automatic"
    assert not may_be_answered(read.signs)


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: no\n",
        "Auto-Submitted: No; x=y\n",
        "Precedence: first-class\n",
        "Return-Path: <amina@farm.example>\n",
        "X-Auto-Response-Suppress: RN, NRN\n",
        "X-Gafolup-Loop: other.example\n",
    ],
)
def test_what_is_no_sign_lets_a_person_through(head: str) -> None:
    read = taken(mail(head=head))
    assert (read.kind, read.signs) == ("mail", ())
    assert may_be_answered(read.signs)


@pytest.mark.parametrize(
    "sender",
    [
        "MAILER-DAEMON@x.example",
        "postmaster@x.example",
        "MDaemon@x.example",
        '"Mail Delivery Subsystem" <a@x.example>',
    ],
)
def test_a_mail_system_is_no_person(sender: str) -> None:
    read = taken(f"From: {sender}\nSubject: hello\n\nhello".encode())
    assert read.signs == (Sign.MAIL_SYSTEM,)
    assert read.kind == "automatic"


@pytest.mark.parametrize("sender", [MAILBOX, "Help+gf-1.abc@DESK.example"])
def test_our_own_address_is_a_loop(sender: str) -> None:
    read = taken(f"From: {sender}\nSubject: hello\n\nhello".encode())
    assert (read.kind, read.signs) == ("automatic", (Sign.OWN_ADDRESS,))


def test_the_envelope_tells_more_than_the_head() -> None:
    raw = mail(head="Return-Path: <amina@farm.example>\n")
    assert taken(raw, Arrival(MAILBOX, CAME, "")).signs == (Sign.NULL_RETURN_PATH,)
    assert taken(mail(head="Return-Path: <>\n"), Arrival(MAILBOX, CAME, "a@b.example")).signs == ()


def test_a_receipt_is_automatic_and_no_bounce() -> None:
    receipt = b"Content-Type: message/disposition-notification\n\nDisposition: displayed"
    raw = parts(b"Content-Type: text/plain\n\nRead.", receipt, kind="report")
    read = taken(raw.replace(b"report;", b"report; report-type=disposition-notification;"))
    assert (read.kind, read.signs) == ("automatic", (Sign.REPORT,))


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Millet",
        "Out of office",
        "Réponse automatique : Millet",
        "Absence du bureau",
        "Respuesta automática: Mijo",
        "Resposta automática: Milho",
        "رد تلقائي: الدخن",
        "स्वचालित उत्तर: बाजरा",
        "Jibu la kiotomatiki: Mtama",
    ],
)
def test_a_subject_alone_is_weak_evidence(subject: str) -> None:
    read = taken(f"From: a@b.example\nSubject: {subject}\n\nI am away.".encode())
    assert (read.kind, read.signs) == ("mail", (Sign.AWAY_SUBJECT,))
    assert not may_be_answered(read.signs)


def test_two_weak_signs_are_enough() -> None:
    assert is_automatic((Sign.AWAY_SUBJECT, Sign.NO_REPLY_ADDRESS))
    raw = b"From: no-reply@b.example\nSubject: Out of office\n\nI am away."
    assert taken(raw, ARRIVAL).kind == "automatic"


@pytest.mark.parametrize("subject", ["Re: Out of office", "My office is out of seeds"])
def test_words_about_an_office_are_no_sign(subject: str) -> None:
    assert taken(f"From: a@b.example\nSubject: {subject}\n\nx".encode()).signs == ()
