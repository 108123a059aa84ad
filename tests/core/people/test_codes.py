"""One-time codes for askers."""

from collections import Counter

import pytest
from sqlalchemy import select

from core.people.codes import TRIES, Purpose, ask_code, check_code
from core.people.errors import TooMany
from core.people.models import OneTimeCode
from tests.core.people.conftest import MovableClock
from tests.core.people.village import Village, at_once

PHONE = "+254 700 123456"
CONFIRM = Purpose.CONFIRM_CONTACT


def _ask(village: Village, contact: str = PHONE, purpose: Purpose = CONFIRM) -> str:
    with village.database.writing() as session:
        return ask_code(session, contact, purpose)


def _check(village: Village, code: str, contact: str = PHONE, purpose: Purpose = CONFIRM) -> bool:
    with village.database.writing() as session:
        return check_code(session, contact, purpose, code)


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_code_is_six_digits_and_serves_once(village: Village) -> None:
    code = _ask(village)
    assert len(code) == 6
    assert code.isascii()
    assert code.isdigit()
    assert _check(village, code)
    assert not _check(village, code)


def test_a_code_may_be_typed_as_people_type(village: Village) -> None:
    for typed in ("{0}", " {0} ", "{1} {2}", "{1}-{2}"):
        code = _ask(village, contact=f"{typed}@example.org")
        text = typed.format(code, code[:3], code[3:])
        hindi = text.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
        assert _check(village, hindi, contact=f"{typed}@EXAMPLE.org")


def test_a_code_serves_for_ten_minutes(village: Village, time: MovableClock) -> None:
    code = _ask(village)
    time.move(minutes=9, seconds=59)
    assert _check(village, code)
    code = _ask(village)
    time.move(minutes=10)
    assert not _check(village, code)


def test_after_five_wrong_tries_the_right_code_no_longer_serves(village: Village) -> None:
    code = _ask(village)
    for _ in range(TRIES):
        assert not _check(village, _wrong(code))
    assert not _check(village, code)
    code = _ask(village)
    for _ in range(TRIES - 1):
        assert not _check(village, _wrong(code))
    assert _check(village, code)


def test_wrong_tries_at_once_are_all_counted(village: Village) -> None:
    code = _ask(village)
    came = at_once(*[lambda: _check(village, _wrong(code))] * TRIES)
    assert came == [False] * TRIES
    assert not _check(village, code)


def test_a_code_given_twice_at_once_serves_once(village: Village) -> None:
    code = _ask(village)
    assert sorted(map(str, at_once(*[lambda: _check(village, code)] * 3))) == [
        "False",
        "False",
        "True",
    ]


def test_a_new_code_replaces_the_one_before(village: Village) -> None:
    old = _ask(village)
    new = _ask(village)
    assert old == new or not _check(village, old)
    assert _check(village, new)


def test_a_code_serves_its_own_contact_and_purpose_only(village: Village) -> None:
    code = _ask(village)
    assert not _check(village, code, contact="+254 700 123457")
    assert not _check(village, code, purpose=Purpose.FIND_QUESTIONS)
    assert not _check(village, code, purpose=Purpose.SET_PASSWORD)
    assert _check(village, code, contact="+254-700-123-456")


def test_a_contact_is_not_flooded_with_codes(village: Village, time: MovableClock) -> None:
    for _ in range(5):
        _ask(village)
    with pytest.raises(TooMany) as refused:
        _ask(village)
    assert refused.value.data == {"wait_seconds": 720, "minutes": 12}
    _ask(village, contact="+254 700 999999")
    time.move(minutes=12)
    _ask(village)


def test_two_codes_asked_for_at_once_leave_one_that_serves(village: Village) -> None:
    came = at_once(*[lambda: _ask(village)] * 3)
    serving = [code for code in dict.fromkeys(came) if _check(village, str(code))]
    assert len(serving) == 1


@pytest.mark.parametrize("given", ["", " ", "12345", "1234567", "abcdef", "\x00\ud800", "1" * 9999])
def test_rubbish_is_no_code(village: Village, given: str) -> None:
    _ask(village)
    assert not _check(village, given)
    assert not _check(village, given, contact="\ud800\x00" * 500)


def test_neither_code_nor_contact_is_stored(village: Village) -> None:
    code = _ask(village, contact="amina@example.org")
    with village.database.reading() as session:
        row = session.scalars(select(OneTimeCode)).one()
    stored = " ".join(str(getattr(row, column.key)) for column in OneTimeCode.__table__.columns)
    assert "amina" not in stored
    assert code not in (row.code_hash, row.contact_hash)
    assert len(row.code_hash) == 64


def test_codes_are_spread_over_all_digits(village: Village) -> None:
    made = [_ask(village, contact=f"{number}@example.org") for number in range(60)]
    first = Counter(code[0] for code in made)
    assert len(first) >= 7
    assert len(set(made)) >= 59
