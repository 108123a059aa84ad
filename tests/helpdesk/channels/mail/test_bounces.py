"""Reports of mail systems: which address failed, whether for good, and which mail it was."""

import base64

import pytest

from helpdesk.channels.mail.incoming import FailedAddress, Fault
from tests.helpdesk.channels.mail.mails import HEAD, mail, parts, taken

SYSTEM = "From: Mail Delivery System <mailer-daemon@relay.example>\nTo: help@desk.example\n"
WORDS = b"Content-Type: text/plain\n\nThe following mail could not be brought."
COPY = (
    b"Content-Type: message/rfc822\n\nFrom: help@desk.example\nTo: amina@farm.example\n"
    b"Message-ID: <q9@desk.example>\nSubject: Millet\n\nDear Amina"
)


def _report(action: str, status: str = "5.1.1", copy: bytes = COPY, head: str = SYSTEM) -> bytes:
    told = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\n"
        f"Final-Recipient: rfc822; amina@farm.example\nAction: {action}\nStatus: {status}\n"
    ).encode()
    raw = parts(WORDS, told, copy, kind="report", head=f"{head}Subject: Report\n")
    return raw.replace(b"report;", b"report; report-type=delivery-status;", 1)


@pytest.mark.parametrize(
    ("action", "temporary"), [("failed", False), ("delayed", True), ("Failed (expired)", False)]
)
def test_a_report_names_the_address_and_whether_for_good(action: str, temporary: bool) -> None:
    read = taken(_report(action))
    assert read.kind == "bounce"
    assert read.failed == (FailedAddress("amina@farm.example", temporary),)
    assert read.original_message_id == "<q9@desk.example>"


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_that_all_went_well_is_no_bounce(action: str) -> None:
    read = taken(_report(action, "2.0.0"))
    assert (read.kind, read.failed) == ("automatic", ())


@pytest.mark.parametrize(
    "copy",
    [
        b"Content-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID: <q9@desk.example>\n",
        b"Content-Type: text/plain\n\nYour mail:\n> Message-Id: <q9@desk.example>\n",
    ],
)
def test_the_mail_that_failed_is_found_in_its_head_or_in_the_words(copy: bytes) -> None:
    assert taken(_report("failed", copy=copy)).original_message_id == "<q9@desk.example>"


def test_a_report_in_free_words_is_read() -> None:
    raw = (
        "Return-Path: <>\nFrom: MAILER-DAEMON@relay.example\nSubject: failure notice\n\n"
        "Hi. This is the program at relay.example.\nI could not deliver your mail.\n\n"
        "<amina@farm.example>:\nNo such mailbox.\n\n"
        "--- Below this line is a copy of the message.\n\nMessage-ID: <q9@desk.example>\n"
    )
    read = taken(raw.encode())
    assert (read.kind, read.failed) == ("bounce", (FailedAddress("amina@farm.example", False),))
    assert read.original_message_id == "<q9@desk.example>"


def test_words_that_are_encoded_are_read_too() -> None:
    words = "Hi. This is the program at relay.example.\n\n<amina@farm.example>:\nNo such mailbox.\n"
    raw = (
        b"From: MAILER-DAEMON@relay.example\nSubject: failure notice\n"
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    ) + base64.encodebytes(words.encode())
    assert taken(raw).failed == (FailedAddress("amina@farm.example", False),)


def test_a_report_without_sender_is_read() -> None:
    read = taken(_report("failed", head=""))
    assert (read.kind, len(read.failed), read.sender) == ("bounce", 1, None)


def test_a_report_that_names_nobody_is_still_a_report() -> None:
    read = taken(parts(WORDS, COPY, head=f"{SYSTEM}Subject: Undelivered Mail Returned\n"))
    assert (read.kind, read.failed) == ("bounce", ())
    assert read.original_message_id == "<q9@desk.example>"


def test_a_person_who_tells_of_a_report_is_a_person() -> None:
    words = (
        "I got this, what does it mean?\n\nHi. This is the program at relay.example.\n\n"
        "<awa@farm.example>:\nNo such mailbox.\n"
    )
    assert taken(mail(words)).kind == "mail"


def test_a_person_who_sends_a_report_along_is_a_person() -> None:
    raw = parts(
        b"Content-Type: text/plain\n\nWhat does it mean?",
        b"Content-Type: message/rfc822\n\n" + _report("failed"),
        head=HEAD.replace("Millet", "Fwd: Delivery failure"),
    ).replace(b'="cut"', b'="outer"', 1)
    raw = raw.replace(b"--cut\n", b"--outer\n", 1).replace(
        b"--cut\nContent-Type: message/rfc822\n\nFrom: Mail",
        b"--outer\nContent-Type: message/rfc822\n\nFrom: Mail",
    )
    read = taken(raw)
    assert read.kind == "mail"
    assert read.reply == "What does it mean?"


def test_an_answer_about_a_failed_delivery_is_an_answer() -> None:
    raw = HEAD.replace("Millet", "Re: Delivery failure") + "\nThe lorry did not come."
    assert taken(raw.encode()).kind == "mail"


def test_a_question_under_such_a_subject_is_a_question() -> None:
    raw = HEAD.replace("Millet", "Delivery failure of fertiliser") + "\nThe lorry did not come."
    assert taken(raw.encode()).kind == "mail"


def test_a_report_that_breaks_the_detectors_is_a_report_with_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object) -> None:
        raise IndexError

    monkeypatch.setattr("helpdesk.channels.mail.bounces.all_failures", fail)
    read = taken(_report("failed"))
    assert (read.kind, read.failed) == ("bounce", ())
    assert Fault.REPORT_UNREADABLE in read.faults
    assert read.original_message_id == "<q9@desk.example>"
