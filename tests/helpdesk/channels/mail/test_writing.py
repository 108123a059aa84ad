"""What leaves the helpdesk: fixed once, safe, and read back as it was meant."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.channels.mail.bodies import body_of
from helpdesk.channels.mail.errors import AddressNotUsable
from helpdesk.channels.mail.headers import is_address
from helpdesk.channels.mail.incoming import Correspondent, Limits
from helpdesk.channels.mail.letters import one_line, plain
from helpdesk.channels.mail.mime import parsed
from helpdesk.channels.mail.mojibake import repaired
from helpdesk.channels.mail.threading import Signing, reply_address
from helpdesk.channels.mail.writing import (
    Draft,
    answer_subject,
    new_message_id,
    references,
    write,
)
from i18n.languages import CODES, LanguageNotServed
from tests.helpdesk.channels.mail.mails import MAILBOX, OWN, taken

REPLY_TO = reply_address("GF-1", Signing(MAILBOX, (b"k" * 32,)))
DRAFT = Draft(
    message_id="<q1@desk.example>",
    date=datetime(2026, 2, 28, 9, tzinfo=UTC),
    sender=Correspondent(MAILBOX, "Sahel desk"),
    to=Correspondent("amina@farm.example", "Amina Diallo"),
    subject="Re: [GF-1] Millet",
    text="Dear Amina,\n\nIt lacks nitrogen.\nSee https://desk.example/p/zai?a=1&b=2.",
    language="en",
    nature="personal",
    reply_to=REPLY_TO,
)
names = st.text(max_size=80)


def test_a_letter_says_who_to_whom_and_where_to_answer() -> None:
    letter = write(DRAFT, OWN)
    mail = taken(letter.content)
    assert (letter.envelope_sender, letter.recipient) == (REPLY_TO, "amina@farm.example")
    assert not letter.needs_smtputf8
    assert mail.message_id == "<q1@desk.example>"
    assert mail.date == DRAFT.date
    assert mail.sender == DRAFT.sender
    assert mail.reply_to == Correspondent(REPLY_TO)
    assert mail.subject == "Re: [GF-1] Millet"
    assert mail.text == DRAFT.text
    assert mail.languages == ("en",)


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert write(DRAFT, OWN) == write(DRAFT, OWN)


def test_the_standard_library_finds_nothing_wrong() -> None:
    arabic = replace(DRAFT, text="مرحبا " * 200, subject="ر" * 200, language="ar")
    for draft in (DRAFT, arabic, replace(DRAFT, to=Correspondent("a@b.example", "आ" * 90))):
        letter = write(draft, OWN)
        message = message_from_bytes(letter.content, policy=default)
        assert not any(part.defects for part in message.walk())
        assert message["Subject"] == draft.subject
        assert max(map(len, letter.content.split(b"\r\n"))) <= 200
        assert b"\n" not in letter.content.replace(b"\r\n", b"")
        part = message.get_body(("plain",))
        assert part is not None
        assert part.get_content().replace("\r\n", "\n").strip() == draft.text.strip()


@pytest.mark.parametrize(
    ("nature", "said"),
    [
        ("acknowledgement", "auto-replied"),
        ("notice", "auto-generated"),
        ("digest", "auto-generated"),
    ],
)
def test_automatic_mail_says_so_and_nothing_can_answer_it(nature: str, said: str) -> None:
    letter = write(replace(DRAFT, nature=nature), OWN)  # type: ignore[arg-type]
    message = message_from_bytes(letter.content)
    assert letter.envelope_sender == ""
    assert message["Auto-Submitted"] == said
    assert message["X-Auto-Response-Suppress"] == "All"
    assert taken(letter.content).kind == "automatic"


def test_a_personal_answer_says_nothing_of_the_kind() -> None:
    message = message_from_bytes(write(DRAFT, OWN).content)
    assert message["Auto-Submitted"] is None
    assert message["X-Auto-Response-Suppress"] is None
    assert message["X-Gafolup-Loop"] == "desk.example"


def test_a_digest_can_be_left_with_one_click() -> None:
    leave = "https://desk.example/leave/abc?x=1"
    message = message_from_bytes(write(replace(DRAFT, nature="digest", leave=leave), OWN).content)
    assert message["List-Unsubscribe"] == f"<{leave}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "leave", ["http://x.example", "https://x> , <https://y", "https://x\r\nA: b"]
)
def test_an_address_to_leave_at_must_be_one(leave: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        write(replace(DRAFT, leave=leave), OWN)


def test_of_a_long_thread_the_first_four_and_the_last_six_are_kept() -> None:
    chain = tuple(f"<m{n}@x.example>" for n in range(20))
    kept = references(chain[:-1], chain[-1])
    assert kept == chain[:4] + chain[-6:]
    mail = taken(write(replace(DRAFT, ancestors=chain[:-1], answers=chain[-1]), OWN).content)
    assert mail.in_reply_to == chain[-1]
    assert mail.references == kept[::-1]


@given(st.lists(st.sampled_from([f"<m{n}@x.example>" for n in range(30)]), max_size=40))
def test_references_keep_their_order_their_ends_and_no_doubles(ids: list[str]) -> None:
    kept = references(tuple(ids), None)
    whole = list(dict.fromkeys(ids))
    assert len(kept) <= 10
    assert kept[:4] == tuple(whole[:4])
    assert kept[-6:] == tuple(whole[-6:])
    assert [one for one in whole if one in kept] == list(kept)


def test_ids_cannot_be_guessed_and_a_wrong_host_is_refused() -> None:
    first, second = new_message_id("desk.example"), new_message_id("desk.example")
    assert first != second
    assert len(first) > 40
    with pytest.raises(ValueError, match="not a host name"):
        new_message_id("desk.example>\r\nBcc: x@y")
    with pytest.raises(ValueError, match="not a message id"):
        write(replace(DRAFT, message_id="q1"), OWN)


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Millet", "Re: [GF-1] Millet"),
        ("Re: RE: [GF-1]  Millet", "Re: [GF-1] Millet"),
        ("Rép : Re[2]: Mil", "Re: [GF-1] Mil"),
        ("رد: الدخن", "Re: [GF-1] الدخن"),
        ("", "Re: [GF-1]"),
        ("a\r\nBcc: x@y.example", "Re: [GF-1] a Bcc: x@y.example"),
    ],
)
def test_the_subject_of_an_answer_has_one_re_and_one_reference(subject: str, answer: str) -> None:
    assert answer_subject(subject, "GF-1") == answer


@pytest.mark.parametrize(
    "address",
    [
        "",
        "amina",
        "a@b@c",
        "a b@c.example",
        "a@b.example\r\nBcc: x@y",
        "a@b.example>",
        "a@" + "x" * 70,
        "a,b@c.example",
        "@c.example",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(AddressNotUsable):
        write(replace(DRAFT, to=Correspondent(address)), OWN)


def test_a_language_nobody_writes_is_refused() -> None:
    with pytest.raises(LanguageNotServed):
        write(replace(DRAFT, language="tlh"), OWN)


def test_letters_above_ascii_in_an_address_need_their_own_extension() -> None:
    letter = write(replace(DRAFT, to=Correspondent("أمينة@مثال.example", "أمينة")), OWN)
    assert letter.needs_smtputf8
    assert letter.recipient == "أمينة@xn--mgbh0fb.example"
    assert "أمينة@xn--mgbh0fb.example" in taken(letter.content).recipients


def test_right_to_left_text_is_marked_and_nothing_in_it_turns_the_rest() -> None:
    text = "السلام عليكم\u202e\n\nAmina \u2067abc"
    letter = write(replace(DRAFT, text=text, language="ar", nature="notice"), OWN)
    root = parsed(letter.content, Limits()).root
    page = root.get_payload(1).get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert '<html lang="ar" dir="rtl">' in page
    assert page.count('<p dir="auto">') == 2
    assert body_of(root, Limits()).text == "السلام عليكم\n\nAmina \u2067abc\u2069"


def test_the_html_part_shows_markup_as_words_and_links_as_links() -> None:
    letter = write(replace(DRAFT, text='<script>x</script> https://x.example/?a=1&b="2"'), OWN)
    root = parsed(letter.content, Limits()).root
    page = root.get_payload(1).get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "<script>" not in page
    assert '<a href="https://x.example/?a=1&amp;b=' in page


@given(names, names, names, st.text(max_size=400), st.sampled_from(sorted(CODES)))
def test_what_is_written_is_read_back_the_same(
    own_name: str, name: str, subject: str, text: str, language: str
) -> None:
    draft = replace(
        DRAFT,
        sender=Correspondent(MAILBOX, own_name),
        to=Correspondent("amina@farm.example", name),
        subject=subject,
        text=text,
        language=language,
    )
    letter = write(draft, OWN)
    mail = taken(letter.content)
    message = message_from_bytes(letter.content)
    assert mail.subject == one_line(repaired(one_line(subject)))
    assert mail.sender == Correspondent(MAILBOX, one_line(repaired(one_line(own_name))))
    assert mail.recipients == ("amina@farm.example",)
    expected = plain(repaired(plain(text))).strip("\n")
    assert mail.text == (expected if expected.strip() else "")
    assert sorted(message.keys()) == sorted(set(message.keys()))
    assert "Bcc" not in message


@given(st.text(max_size=60))
def test_no_address_smuggles_in_a_field(address: str) -> None:
    try:
        letter = write(replace(DRAFT, to=Correspondent(address)), OWN)
    except AddressNotUsable:
        return
    assert is_address(address)
    message = message_from_bytes(letter.content)
    assert len(message.keys()) == len(message_from_bytes(write(DRAFT, OWN).content).keys())
