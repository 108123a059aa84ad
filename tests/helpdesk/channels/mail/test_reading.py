"""A mail becomes plain values: its head, its words, its files, and what was wrong with it."""

import base64
import hashlib
from datetime import UTC, datetime

import pytest

from helpdesk.channels.mail.incoming import Arrival, Correspondent, Fault, Limits
from tests.helpdesk.channels.mail.mails import ARRIVAL, CAME, HEAD, MAILBOX, mail, parts, taken

PHOTO = b"\x89PNG\r\n\x1a\n\x00\x01"
PHOTO_PART = (
    b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n"
    b'Content-Disposition: attachment; filename="leaf.png"\n\n' + base64.b64encode(PHOTO)
)
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\nMy millet is yellow."
HTML = b"Content-Type: text/html; charset=utf-8\n\n<p>My <b>millet</b> is yellow.</p>"


def test_the_head_is_read() -> None:
    read = taken(
        mail(
            head="Date: Sat, 28 Feb 2026 10:00:00 +0100\nMessage-ID: <a1@farm.example>\n"
            "In-Reply-To: <q9@desk.example>\nReferences: <q1@desk.example>\n <q9@desk.example>\n"
            "Cc: Awa <awa@Farm.example>\nContent-Language: fr-NE\nAccept-Language: ha, en;q=0.5\n"
        )
    )
    assert read.kind == "mail"
    assert read.key.value == read.message_id == "<a1@farm.example>"
    assert read.key.mailbox == MAILBOX
    assert read.sender == Correspondent("amina@farm.example", "Amina Diallo")
    assert read.recipients == ("help@desk.example", "awa@farm.example")
    assert read.subject == "Millet"
    assert read.date == datetime(2026, 2, 28, 9, tzinfo=UTC)
    assert read.in_reply_to == "<q9@desk.example>"
    assert read.references == ("<q9@desk.example>", "<q1@desk.example>")
    assert read.languages == ("fr", "ha", "en")
    assert read.text == read.reply == "My millet is yellow."


@pytest.mark.parametrize("written", ["", "Message-ID: \n", f"Message-ID: <{'a' * 400}@b>\n"])
def test_without_a_usable_id_the_digest_is_the_key(written: str) -> None:
    raw = mail(head=written)
    read = taken(raw)
    assert read.message_id is None
    assert read.key.value == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_the_envelope_comes_before_the_head() -> None:
    read = taken(mail(), Arrival(MAILBOX, CAME, "amina@farm.example", ("help+x@desk.example",)))
    assert read.recipients == ("help+x@desk.example", "help@desk.example")


@pytest.mark.parametrize(
    ("written", "date", "faults"),
    [
        ("Date: Mon, 1 Jun 2099 10:00:00 +0000\n", CAME, (Fault.DATE_IN_FUTURE,)),
        ("Date: Thu, 1 Jan 1970 00:00:00 +0000\n", None, (Fault.DATE_UNREADABLE,)),
        ("Date: yesterday\n", None, (Fault.DATE_UNREADABLE,)),
        ("Date: Mon, 1 Jun 99999999 10:00:00 +9999\n", None, (Fault.DATE_UNREADABLE,)),
        ("", None, ()),
    ],
)
def test_dates_are_never_later_than_the_mail_came(
    written: str, date: datetime | None, faults: tuple[Fault, ...]
) -> None:
    read = taken(mail(head=written))
    assert (read.date, read.faults) == (date, faults)


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        ("=?utf-8?Q?R=C3=A9colte_perdue?=", "Récolte perdue"),
        ("=?UTF-8?B?2YXYsdit2KjYpw==?=", "مرحبا"),
        ("=?utf-8?b?4KSu4KWH4KSw4KWA?= =?utf-8?b?IOCkq+CkuOCksg==?=", "मेरी फसल"),
        ("=?utf-8?b?4KSu4KU=?= =?utf-8?b?h+CksOClgA==?=", "मेरी"),
        ("=?iso-8859-1*fr?q?ma=EFs?= et mil", "maïs et mil"),
        ("=?x-nothing?q?ma=C3=AFs?=", "maïs"),
        ("=?utf-8?b?2YXYsdit2KjYpw?=", "مرحبا"),
        ("=?utf-8?b?****?= rest", "rest"),
        ("folded\n over lines", "folded over lines"),
        ("R\u00e9colte", "Récolte"),
        ("RÃ©colte", "Récolte"),
        ("safe\u202egnp.exe", "safegnp.exe"),
    ],
)
def test_subjects_are_read_however_they_are_written(written: str, subject: str) -> None:
    assert taken(f"From: a@b.example\nSubject: {written}\n\nx".encode()).subject == subject


@pytest.mark.parametrize(
    ("written", "address", "name"),
    [
        ("amina@farm.example", "amina@farm.example", ""),
        ('"Diallo, Amina" <amina@FARM.example>', "amina@farm.example", "Diallo, Amina"),
        ("=?utf-8?q?A=C3=AFcha?= <a@b.example>", "a@b.example", "Aïcha"),
        ("a@b.example (Amina)", "a@b.example", "Amina"),
        ("Farm: a@b.example, c@d.example;", "a@b.example", ""),
        (
            "=?utf-8?q?Evil_=3Cboss=40desk=2Eexample=3E?= <a@b.example>",
            "a@b.example",
            "Evil <boss@desk.example>",
        ),
        ("=?utf-8?q?Amina_=3Ca=40b=2Eexample=3E?=", "a@b.example", "Amina"),
        ('"a\\"b" <a@b.example>', "a@b.example", 'a"b'),
    ],
)
def test_senders_are_read_however_they_are_written(written: str, address: str, name: str) -> None:
    read = taken(f"From: {written}\nSubject: x\n\nx".encode())
    assert read.sender == Correspondent(address, name)


def test_a_mail_without_sender_waits_for_a_person_with_its_words() -> None:
    read = taken(b"Subject: x\nFrom: nobody\n\nMy millet is yellow.")
    assert (read.kind, read.faults[0], read.text) == (
        "unparsed",
        Fault.NO_SENDER,
        "My millet is yellow.",
    )


def test_the_plain_part_is_read_before_html() -> None:
    assert taken(parts(HTML, PLAIN, kind="alternative")).text == "My millet is yellow."


def test_html_is_read_where_the_plain_part_is_empty() -> None:
    empty = b"Content-Type: text/plain\n\n  \n"
    assert taken(parts(empty, HTML, kind="alternative")).text == "My millet is yellow."


def test_text_on_both_sides_of_a_photo_is_one_text() -> None:
    read = taken(parts(PLAIN, PHOTO_PART, b"Content-Type: text/plain\n\nThat is the leaf."))
    assert read.text == "My millet is yellow.\n\nThat is the leaf."
    (photo,) = read.attachments
    assert (photo.name, photo.declared_type, photo.content) == ("leaf.png", "image/png", PHOTO)
    assert not photo.inline


def test_pictures_inside_html_are_inline() -> None:
    picture = b"Content-Type: image/png\nContent-ID: <leaf>\n\n\x89PNG"
    (photo,) = taken(parts(HTML, picture, kind="related")).attachments
    assert (photo.inline, photo.content_id, photo.name) == (True, "leaf", "attachment-1")


def test_a_mail_inside_a_mail_is_a_file() -> None:
    inner = b"Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: old\n\nOld words."
    read = taken(parts(PLAIN, inner))
    assert read.text == "My millet is yellow."
    assert read.attachments[0].name == "attachment-1.eml"
    assert b"Old words." in read.attachments[0].content


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('filename="../../etc/passwd"', "passwd"),
        ('filename="C:\\\\photos\\\\leaf.jpg"', "leaf.jpg"),
        ("filename*=utf-8''%E0%A4%AA%E0%A4%A4%E0%A5%8D%E0%A4%A4%E0%A5%80.jpg", "पत्ती.jpg"),
        ("filename*0*=utf-8''r%C3%A9; filename*1*=colte.jpg", "récolte.jpg"),
        ('filename="=?utf-8?q?r=C3=A9colte=2Ejpg?="', "récolte.jpg"),
        ('filename="récolte.jpg"', "récolte.jpg"),
        ('filename="a\u202egpj.exe"', "agpj.exe"),
        ('filename="CON.txt"', "_CON.txt"),
        ('filename="a<b>:c.txt"', "a_b__c.txt"),
        ('filename="..."', "attachment-1"),
        ('filename=""', "attachment-1"),
        (f'filename="{"x" * 500}.jpg"', f"{'x' * 176}.jpg"),
    ],
)
def test_names_of_files_are_made_safe(written: str, name: str) -> None:
    part = f"Content-Type: image/jpeg\nContent-Disposition: attachment; {written}\n\nx".encode()
    assert taken(parts(PLAIN, part)).attachments[0].name == name


def test_lines_folded_for_sending_are_put_together() -> None:
    head = "Content-Type: text/plain; charset=utf-8; format=flowed\n"
    text = "My millet \nis yellow.\n From here\n> quoted \n> too\n-- \nAmina"
    assert taken(mail(text, body_head=head)).text == (
        "My millet is yellow.\nFrom here\n> quoted too\n-- \nAmina"
    )


def test_lines_of_a_script_without_spaces_are_put_together_without_them() -> None:
    head = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n"
    assert taken(mail("mil \nlet", body_head=head)).text == "millet"


def test_damaged_quoted_printable_keeps_its_words() -> None:
    head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
    assert taken(mail("ma=C3=AFs =XX =\nmil=", body_head=head)).text == "maïs =XX mil"


def test_damaged_base64_keeps_its_words() -> None:
    head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    encoded = base64.b64encode(b"My millet is yellow.").decode()
    assert taken(mail(f"{encoded[:10]}\n*{encoded[10:]}!", body_head=head)).text.startswith(
        "My mil"
    )


def test_nul_and_control_bytes_never_reach_the_text() -> None:
    read = taken(mail("My\x00 mil\x07let\x1b[31m", head="X: \x00\n"))
    assert read.text == "My millet[31m"


def test_a_mail_whose_boundary_is_lost_is_taken_apart_all_the_same() -> None:
    raw = (HEAD + "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n").encode()
    raw += b"--lost\n" + PLAIN + b"\n--lost\n" + PHOTO_PART + b"\n--lost--\n"
    read = taken(raw)
    assert (read.text, read.attachments[0].name) == ("My millet is yellow.", "leaf.png")
    assert read.faults == (Fault.BOUNDARY_LOST,)


def test_a_mail_that_ends_in_the_middle_of_a_part_keeps_what_came() -> None:
    assert taken(parts(PLAIN, PHOTO_PART)[:-30]).text == "My millet is yellow."


def test_an_encrypted_mail_says_so() -> None:
    read = taken(parts(b"Content-Type: application/pgp-encrypted\n\nx", kind="encrypted"))
    assert Fault.ENCRYPTED in read.faults


@pytest.mark.parametrize(
    ("limits", "fault"),
    [
        (Limits(attachments=1), Fault.TOO_MANY_ATTACHMENTS),
        (Limits(attachment_bytes=4), Fault.ATTACHMENT_TOO_LARGE),
        (Limits(text_chars=5), Fault.TEXT_CUT),
        (Limits(depth=0), Fault.PARTS_TOO_DEEP),
        (Limits(parts=2), Fault.TOO_MANY_PARTS),
        (Limits(header_line_chars=10), Fault.HEADER_CUT),
    ],
)
def test_what_goes_beyond_a_limit_is_left_out_and_told(limits: Limits, fault: Fault) -> None:
    read = taken(parts(PLAIN, PHOTO_PART, PHOTO_PART), limits=limits)
    assert fault in read.faults
    assert read.kind in ("mail", "unparsed")


def test_a_field_beyond_the_limit_is_cut() -> None:
    read = taken(
        b"From: a@b.example\nSubject: " + b"x" * 100 + b"\n\nx", limits=Limits(header_line_chars=20)
    )
    assert (read.subject, read.faults) == ("x" * 20, (Fault.HEADER_CUT,))


@pytest.mark.parametrize(
    ("raw", "limits", "fault"),
    [
        (mail("x" * 2000), Limits(mail_bytes=1000), Fault.TOO_LARGE),
        (mail(head="X: y\n" * 1000), Limits(header_bytes=1000), Fault.HEADERS_TOO_LARGE),
        (parts(*[PLAIN] * 50), Limits(parts=4), Fault.TOO_MANY_PARTS),
        (b"", Limits(), Fault.NOT_A_MAIL),
        (PHOTO * 1000, Limits(), Fault.NOT_A_MAIL),
        (b"hello\n\nthere", Limits(), Fault.NOT_A_MAIL),
    ],
)
def test_what_cannot_be_taken_waits_for_a_person_with_the_reason(
    raw: bytes, limits: Limits, fault: Fault
) -> None:
    read = taken(raw, limits=limits)
    assert (read.kind, read.faults) == ("unparsed", (fault,))
    assert read.key.value == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_what_is_read_is_the_same_however_often() -> None:
    raw = parts(PLAIN, PHOTO_PART)
    assert taken(raw, ARRIVAL) == taken(raw, ARRIVAL)
