"""Small truths about people."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.errors import EmailNotValid, LanguageCodeNotValid, NameNotValid
from core.people.rules import (
    AT_ONE_DOOR,
    FOR_ONE_PERSON,
    FORGIVEN_AFTER,
    FRESH_FOR,
    FROM_ONE_ADDRESS,
    MOST_EMAIL,
    POLICY,
    Patience,
    checked_email,
    checked_languages,
    checked_name,
    folded,
    folded_contact,
    is_fresh,
    is_over,
    network_of,
    plain_digits,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
patiences = st.sampled_from([AT_ONE_DOOR, FOR_ONE_PERSON, FROM_ONE_ADDRESS])
spans = st.timedeltas(timedelta(0), timedelta(days=400))


@given(patiences, st.integers(0, 10_000))
def test_the_wait_grows_with_failures_and_never_beyond_its_longest(
    patience: Patience, failures: int
) -> None:
    wait = patience.wait(failures)
    assert wait <= patience.wait(failures + 1) <= patience.longest_wait
    assert (wait == timedelta(0)) is (failures < patience.free)


@given(patiences, st.integers(0, 10_000), spans)
def test_every_wait_ends(patience: Patience, failures: int, later: timedelta) -> None:
    left = patience.wait_left(failures, NOON, NOON + later)
    assert patience.wait_left(failures, NOON, NOON + later + left) == timedelta(0)
    assert left <= patience.longest_wait


@given(patiences, st.integers(0, 10_000), spans)
def test_a_clock_that_went_back_does_not_lengthen_the_wait(
    patience: Patience, failures: int, back: timedelta
) -> None:
    assert patience.wait_left(failures, NOON, NOON - back) <= patience.wait(failures)


def test_the_wait_doubles_after_the_free_tries() -> None:
    waits = [AT_ONE_DOOR.wait(failures).total_seconds() for failures in range(4, 13)]
    assert waits == [0, 15, 30, 60, 120, 240, 480, 900, 900]


def test_failures_of_long_ago_are_forgotten() -> None:
    later = NOON + FORGIVEN_AFTER + timedelta(seconds=1)
    assert AT_ONE_DOOR.wait_left(99, NOON, later) == timedelta(0)
    assert AT_ONE_DOOR.after_failing(99, NOON, later) == 1
    assert AT_ONE_DOOR.after_failing(99, NOON, NOON + timedelta(hours=1)) == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina@Example.ORG", "amina@example.org"),
        (" amina@example.org ", "amina@example.org"),
        ("AMÍNA@example.org", "ami\u0301na@example.org"),
        ("STRASSE@example.org", "straße@example.org"),
        ("ａｍｉｎａ@example.org", "amina@example.org"),
    ],
)
def test_spellings_of_one_address_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_spellings_of_one_telephone_number_meet() -> None:
    assert folded_contact("+254 (0)700-123.456") == folded_contact("+2540700123456")
    assert folded_contact("+254 ٧٠٠ 123456") == "+254700123456"
    assert folded_contact("0700 123456") != folded_contact("+0700 123456")
    assert folded_contact("A@b.org") == "a@b.org"


@pytest.mark.parametrize(
    "email",
    ["", "a", "@b.org", "a@", "a@b@c", "a b@c.org", "a@b.org\nBcc: x@y.org", "a@b.org,c@d.org",
     "<a@b.org>", "a\x00@b.org", "a" * 65 + "@b.org", "a@" + "b" * 260, "a\u202e@b.org",
     "\ud800@b.org", "ﷺ" * 20 + "@b.org"],
)  # fmt: skip
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(EmailNotValid):
        checked_email(email)


@pytest.mark.parametrize("email", ["a@b.org", " amína+x@préfecture.ne ", "अमीना@उदाहरण.भारत"])
def test_addresses_of_any_script_are_taken(email: str) -> None:
    assert checked_email(email) == email.strip()


@given(st.text(max_size=300))
def test_an_address_that_is_taken_fits_its_column(text: str) -> None:
    try:
        taken = checked_email(f"{text}@b.org")
    except EmailNotValid:
        return
    assert max(len(taken), len(folded(taken))) <= MOST_EMAIL


def test_names_are_put_in_order() -> None:
    assert checked_name("  Amina\t\nMoussa ") == "Amina Moussa"
    assert checked_name("A\x00m\ud800ina \u202egnp") == "A m ina gnp"
    for bad in ("", "  ", "\x00", "\u202e", "x" * 121):
        with pytest.raises(NameNotValid):
            checked_name(bad)


def test_languages_are_codes_each_once() -> None:
    assert checked_languages(["sw", "en", "sw", "pt-BR"]) == ["sw", "en", "pt-BR"]
    for bad in ("", "Kiswahili", "s", "en_GB", "<b>", "x" * 13):
        with pytest.raises(LanguageCodeNotValid):
            checked_languages([bad])


def test_digits_of_every_script_are_read() -> None:
    assert plain_digits("०१२ 345") == "012345"
    assert plain_digits("٠١٢٣٤٥") == "012345"
    assert plain_digits("abc") == ""


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_an_address_stands_for_one_customer(address: str, network: str) -> None:
    assert network_of(address) == network


def test_a_session_ends_unused_or_too_old_or_at_its_date() -> None:
    far = NOON + timedelta(days=400)
    assert not is_over(NOON, NOON, far, POLICY, NOON + POLICY.idle - timedelta(seconds=1))
    assert is_over(NOON, NOON, far, POLICY, NOON + POLICY.idle)
    late = NOON + POLICY.absolute
    assert not is_over(NOON, late, far, POLICY, late - timedelta(seconds=1))
    assert is_over(NOON, late, far, POLICY, late)
    assert is_over(NOON, NOON, NOON, POLICY, NOON)


def test_fresh_is_a_quarter_of_an_hour() -> None:
    assert is_fresh(NOON, NOON + FRESH_FOR - timedelta(seconds=1))
    assert not is_fresh(NOON, NOON + FRESH_FOR)
