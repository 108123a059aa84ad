"""To which ticket a mail belongs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.channels.mail.errors import ReferenceNotUsable
from helpdesk.channels.mail.incoming import Correspondent, Incoming, Key
from helpdesk.channels.mail.threading import (
    Clue,
    KnownByHeart,
    Signing,
    Thread,
    reply_address,
    signed_reference,
    thread_of,
)
from tests.helpdesk.channels.mail.mails import MAILBOX

SIGNING = Signing(MAILBOX, (b"k" * 32,))
KNOWN = KnownByHeart(
    messages={"<one@desk.example>": "t1", "<two@desk.example>": "t2", "<three@x>": "t3"},
    references={"gf-1": "t1", "gf-2": "t2"},
    parties={"t1": frozenset({"amina@farm.example"})},
)
BARE = Incoming(
    Key(MAILBOX, "x"), "x", "mail", sender=Correspondent("amina@farm.example"), subject="Millet"
)
references = st.from_regex(r"[A-Za-z0-9-]{1,32}", fullmatch=True)


def test_a_mail_with_no_clue_begins_a_ticket() -> None:
    assert thread_of(BARE, KNOWN, SIGNING) is None


def test_the_signed_address_comes_before_all_else() -> None:
    mail = replace(
        BARE,
        recipients=("other@desk.example", reply_address("GF-1", SIGNING).upper()),
        in_reply_to="<two@desk.example>",
    )
    assert thread_of(mail, KNOWN, SIGNING) == Thread("t1", Clue.ADDRESS)


def test_the_mail_it_answers_comes_before_those_it_refers_to() -> None:
    mail = replace(BARE, in_reply_to="<two@desk.example>", references=("<one@desk.example>",))
    assert thread_of(mail, KNOWN, SIGNING) == Thread("t2", Clue.IN_REPLY_TO)


def test_of_what_it_refers_to_the_nearest_that_we_know_counts() -> None:
    mail = replace(
        BARE,
        in_reply_to="<invented@desk.example>",
        references=("<unknown@x>", "<three@x>", "<one@desk.example>"),
    )
    assert thread_of(mail, KNOWN, SIGNING) == Thread("t3", Clue.REFERENCES)


def test_a_bounce_belongs_to_the_mail_that_failed() -> None:
    mail = replace(BARE, kind="bounce", original_message_id="<two@desk.example>")
    assert thread_of(mail, KNOWN, SIGNING) == Thread("t2", Clue.ORIGINAL)


@pytest.mark.parametrize("subject", ["Re: [GF-1] Millet", "[gf-1]", "Rép : [#GF-1] mil"])
def test_the_reference_in_the_subject_counts_for_those_who_take_part(subject: str) -> None:
    mail = replace(BARE, subject=subject)
    assert thread_of(mail, KNOWN, SIGNING) == Thread("t1", Clue.SUBJECT)
    stranger = replace(mail, sender=Correspondent("eve@elsewhere.example"))
    assert thread_of(stranger, KNOWN, SIGNING) is None
    assert thread_of(replace(mail, sender=None), KNOWN, SIGNING) is None


def test_the_reference_of_another_ticket_does_not_count() -> None:
    assert thread_of(replace(BARE, subject="[GF-2] Millet"), KNOWN, SIGNING) is None


def test_a_signed_address_of_a_ticket_that_is_gone_begins_a_new_one() -> None:
    mail = replace(BARE, recipients=(reply_address("GF-99", SIGNING),))
    assert thread_of(mail, KNOWN, SIGNING) is None


@given(references)
def test_what_was_signed_is_read_back_in_any_case(reference: str) -> None:
    address = reply_address(reference, SIGNING)
    assert len(address.partition("@")[0]) <= 64
    for written in (address, address.upper()):
        assert signed_reference(written, SIGNING) == reference.lower()


@given(references, references)
def test_a_signature_of_one_ticket_does_not_open_another(one: str, other: str) -> None:
    if one.lower() == other.lower():
        return
    signature = reply_address(one, SIGNING).partition("@")[0].rpartition(".")[2]
    assert signed_reference(f"help+{other}.{signature}@desk.example", SIGNING) is None


@given(references, st.integers(0, 15), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_a_changed_signature_opens_nothing(reference: str, place: int, letter: str) -> None:
    local, _, domain = reply_address(reference, SIGNING).partition("@")
    head, _, signature = local.rpartition(".")
    forged = signature[:place] + letter + signature[place + 1 :]
    genuine = forged == signature
    found = signed_reference(f"{head}.{forged}@{domain}", SIGNING)
    assert found == (reference.lower() if genuine else None)


def test_an_address_of_another_house_opens_nothing() -> None:
    address = reply_address("GF-1", SIGNING)
    assert signed_reference(address.replace("desk.example", "evil.example"), SIGNING) is None
    assert signed_reference(address.replace("help+", "other+"), SIGNING) is None
    assert signed_reference(address, Signing("other@desk.example", SIGNING.keys)) is None


@given(st.text(max_size=80))
def test_any_address_is_looked_at_without_fault(address: str) -> None:
    assert signed_reference(address, SIGNING) is None


def test_a_new_key_signs_and_the_old_one_is_still_believed() -> None:
    old = reply_address("GF-1", SIGNING)
    renewed = Signing(MAILBOX, (b"n" * 32, b"k" * 32))
    assert signed_reference(old, renewed) == "gf-1"
    assert reply_address("GF-1", renewed) != old
    assert signed_reference(old, Signing(MAILBOX, (b"n" * 32,))) is None


@pytest.mark.parametrize("reference", ["", "a b", "a@b", "a\nb", "x" * 33, "é"])
def test_a_reference_that_fits_no_address_is_refused(reference: str) -> None:
    with pytest.raises(ReferenceNotUsable):
        reply_address(reference, SIGNING)


def test_keys_are_never_shown() -> None:
    assert "k" * 32 not in repr(SIGNING)
