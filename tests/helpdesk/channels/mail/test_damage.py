"""Whatever the bytes are, there is an answer, and in time that grows with their number only."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.channels.mail.incoming import Fault
from tests.helpdesk.channels.mail.mails import HEAD, mail, parts, taken

PIECES = st.sampled_from(
    [
        b"\n",
        b"\r\n\r\n",
        b"\x00",
        b"From: a@b.example\n",
        b"From: MAILER-DAEMON@b.example\n",
        b"Subject: failure notice\n",
        b"Subject: =?utf-8?b?4KSu\n",
        b"Date: Mon, 99 Foo 99999999999999 25:61:61 +9999\n",
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
        b"Content-Type: multipart/alternative; boundary*0*=''b\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Type: message/delivery-status\n",
        b"Content-Type: text/plain; charset=utf-7; format=flowed\n",
        b"Content-Type: text/html; charset=\xff\xfe\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Content-Disposition: attachment; filename*0*=zlib''%ff; filename*2=x\n",
        b"Content-Disposition: attachment; filename*0*=utf-16''%00%d8\n",
        b"--b\n",
        b"--b--\n",
        b"begin 644 x\n",
        b"Action: failed\nFinal-Recipient: rfc822; a@b.example\n",
        b"<blockquote><a href='http://x'>",
        b"> On 2 Apr 2012 at 10:00 x wrote:\n",
        b"\xe0\xa4",
        b"((((<<<<",
    ]
)


@given(st.lists(PIECES | st.binary(max_size=60), max_size=40))
@settings(max_examples=400)
def test_no_bytes_raise(pieces: list[bytes]) -> None:
    read = taken(b"".join(pieces))
    assert read.kind in ("mail", "automatic", "bounce", "unparsed")
    assert read.kind != "unparsed" or read.faults
    assert "\x00" not in read.text + read.subject
    assert Fault.UNREADABLE not in read.faults


@given(st.lists(PIECES | st.binary(max_size=60), max_size=20))
def test_what_is_read_can_be_stored_as_utf_8(pieces: list[bytes]) -> None:
    read = taken(HEAD.encode() + b"".join(pieces))
    for text in (read.text, read.reply, read.subject, *(one.name for one in read.attachments)):
        text.encode("utf-8")


def _nested(depth: int) -> bytes:
    lines = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    return f"{HEAD}{lines}\nMillet".encode()


MEGABYTE = 1_000_000
HEAVY = {
    "empty lines in a report": f"{HEAD}Content-Type: message/delivery-status\n\n".encode()
    + b"\n" * MEGABYTE,
    "parts in parts": _nested(10_000),
    "mails in mails": HEAD.encode() + b"Content-Type: message/rfc822\n\n" * 30_000,
    "tiny parts": parts(*[b"\n"] * 100_000),
    "one long field": f"{HEAD}X: {'a' * MEGABYTE}\n\nx".encode(),
    "many fields": (HEAD + "X: y\n" * 200_000 + "\nx").encode(),
    "parameters": f"{HEAD}Content-Type: text/plain{';a=' * 50_000}\n\nx".encode(),
    "brackets": f"From: {'(' * 100_000}\nTo: {'<' * 100_000}\n\nx".encode(),
    "tags": mail("<p>a<b" * 150_000, body_head="Content-Type: text/html\n"),
    "open comments": mail("<!-- >" * 150_000, body_head="Content-Type: text/html\n"),
    "open tags": mail("<a" * 400_000, body_head="Content-Type: text/html\n"),
    "one long word": mail("a@" * MEGABYTE),
    "report of one word": b"From: mailer-daemon@b.example\nSubject: failure notice\n\n"
    + b"a@" * MEGABYTE,
    "quotes": mail("> a\nb\n" * 100_000),
    "signatures": mail("-- \n" * 200_000),
    "noise": HEAD.encode() + b"\n" + bytes(range(256)) * 8000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_hostile_mail_costs_seconds_at_most(name: str) -> None:
    start = perf_counter()
    read = taken(HEAVY[name])
    assert perf_counter() - start < 20
    assert read.kind == "mail" or read.faults or read.kind == "bounce"


def test_a_mail_nested_within_reason_is_read() -> None:
    assert taken(_nested(5)).text == "Millet"


def test_a_mail_nested_without_reason_is_not_taken_apart() -> None:
    mails = HEAD.encode() + b"Content-Type: message/rfc822\n\n" * 100
    for raw in (_nested(100), _nested(10_000), mails):
        assert taken(raw).faults == (Fault.TOO_MANY_PARTS,)
    assert Fault.PARTS_TOO_DEEP in taken(_nested(30)).faults


def test_a_fault_of_the_reader_itself_keeps_the_mail_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("helpdesk.channels.mail.reading.body_of", fail)
    read = taken(mail(head="Message-ID: <a1@farm.example>\n"))
    assert (read.kind, read.faults, read.fault_detail) == (
        "unparsed",
        (Fault.UNREADABLE,),
        "LookupError",
    )
