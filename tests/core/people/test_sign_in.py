"""Signing in, and being refused."""

import secrets
import threading
from datetime import timedelta
from functools import partial

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from core import clock
from core.people import passwords
from core.people.errors import SignInRefused, TooManyTries
from core.people.models import Attempt, Person
from core.people.permissions import SYSTEM
from core.people.queries import audit_seen_by, person_seen_by
from core.people.rules import AT_ONE_DOOR, FOR_ONE_PERSON, FROM_ONE_ADDRESS, Policy
from core.people.service import let_go
from core.people.sign_in import Credentials, sign_in
from tests.core.people.conftest import MovableClock
from tests.core.people.village import ELSEWHERE, HASHED, HOME, PASSWORD, Village, at_once


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare passwords without the slow hash, where only the counting of tries is tested."""

    def compare(password: str, stored: str | None) -> bool:
        return password == PASSWORD and stored == HASHED.value

    monkeypatch.setattr(passwords, "is_right", compare)


def _fail(village: Village, name: str = "amina", address: str = HOME) -> None:
    with pytest.raises(SignInRefused):
        village.sign_in(name, "a wrong password", address=address)


def test_somebody_signs_in_with_her_password_however_her_address_is_spelled(
    village: Village,
) -> None:
    person = village.add("amina")
    given = Credentials(" AMINA@Example.org", PASSWORD, "", HOME)
    who = village.must_know(sign_in(village.database, given))
    assert who.person == person
    with village.database.reading() as session:
        assert person_seen_by(session, SYSTEM, person).signed_in_at == clock.now()


def test_every_sign_in_has_a_token_of_its_own(village: Village) -> None:
    village.add("amina")
    assert village.sign_in("amina") != village.sign_in("amina")


def test_every_refusal_says_the_same(village: Village) -> None:
    village.add("amina")
    left, bare = village.add("left"), village.add("bare")
    village.set_up_totp(village.add("binta"))
    with village.database.writing() as session:
        let_go(session, SYSTEM, left)
        session.get_one(Person, bare).password_hash = None
    said = set()
    for name, password, code in (
        ("nobody", PASSWORD, ""),
        ("amina", "a wrong password", ""),
        ("left", PASSWORD, ""),
        ("bare", PASSWORD, ""),
        ("bare", "", ""),
        ("binta", PASSWORD, ""),
        ("binta", PASSWORD, "000000000"),
        ("binta", "a wrong password", "123456"),
        ("\x00\ud800" * 900, "\ud800", "\x00"),
    ):
        with pytest.raises(SignInRefused) as refused:
            village.sign_in(name, password, code)
        said.add((refused.value.message(), repr(refused.value), repr(refused.value.data)))
    assert len(said) == 1


def test_an_unknown_address_costs_one_comparison_as_a_known_one_does(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.add("amina")
    compared: list[bool] = []
    real = passwords.is_right

    def counting(password: str, stored: str | None) -> bool:
        compared.append(stored is not None)
        return real(password, stored)

    monkeypatch.setattr(passwords, "is_right", counting)
    _fail(village, "amina")
    _fail(village, "nobody")
    assert compared == [True, False]


def test_the_code_of_the_app_is_asked_for_once_it_is_set_up(
    village: Village, time: MovableClock
) -> None:
    app, _ = village.set_up_totp(village.add("amina"))
    time.move(seconds=30)
    with pytest.raises(SignInRefused):
        village.sign_in("amina")
    token = village.sign_in("amina", code=app.at(clock.now()))
    assert village.must_know(token).second_factor


def test_a_code_of_the_app_serves_once(village: Village, time: MovableClock) -> None:
    app, _ = village.set_up_totp(village.add("amina"))
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=app.at(clock.now()))
    time.move(seconds=60)
    code = app.at(clock.now())
    village.sign_in("amina", code=code)
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=code)
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=app.at(clock.now() - timedelta(seconds=30)))
    time.move(seconds=30)
    village.sign_in("amina", code=app.at(clock.now()))


def _meet_after_the_password(monkeypatch: pytest.MonkeyPatch, tries: int) -> None:
    """All tries show their code at the same moment, however long their hashes took."""
    together, real = threading.Barrier(tries), passwords.is_right

    def compare(password: str, stored: str | None) -> bool:
        right = real(password, stored)
        together.wait()
        return right

    monkeypatch.setattr(passwords, "is_right", compare)


def test_of_two_who_sign_in_with_one_code_at_once_one_gets_in(
    village: Village, time: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = village.set_up_totp(village.add("amina"))
    _meet_after_the_password(monkeypatch, 2)
    for _ in range(5):
        time.move(seconds=60)
        code = app.at(clock.now())
        came = at_once(
            partial(village.sign_in, "amina", code=code),
            partial(village.sign_in, "amina", code=code, address=ELSEWHERE),
        )
        assert sorted(type(one).__name__ for one in came) == ["SignInRefused", "str"]


def test_a_recovery_code_serves_once_and_its_use_is_told(village: Village) -> None:
    person = village.add("amina")
    _, codes = village.set_up_totp(person)
    with village.only_new_events() as happened:
        village.sign_in("amina", code=codes[3].lower())
    told = {"person": person, "what": "recovery_code_used", "by": person}
    assert happened == [("SecurityChanged", told)]
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=codes[3])
    village.sign_in("amina", code=codes[4])
    with village.database.reading() as session:
        assert audit_seen_by(session, SYSTEM, person)[0].what == "recovery_code_used"


def test_a_recovery_code_used_twice_at_once_lets_one_in(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, codes = village.set_up_totp(village.add("amina"))
    _meet_after_the_password(monkeypatch, 3)
    came = at_once(*[lambda: village.sign_in("amina", code=codes[0])] * 3)
    assert sorted(type(one).__name__ for one in came) == ["SignInRefused", "SignInRefused", "str"]


def test_a_recovery_code_of_another_person_does_not_serve(village: Village) -> None:
    village.set_up_totp(village.add("amina"))
    _, hers = village.set_up_totp(village.add("binta"))
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=hers[0])


def test_an_older_hash_is_made_anew_at_sign_in(village: Village) -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    stored = passwords.HashedPassword(older.hash(PASSWORD.encode()))
    person = village.add("amina", password=stored)
    village.sign_in("amina")
    with village.database.reading() as session:
        kept = session.get_one(Person, person).password_hash
    assert kept != stored.value
    assert passwords.is_right(PASSWORD, kept)
    village.sign_in("amina")


@pytest.mark.usefixtures("quick")
def test_after_a_few_wrong_tries_she_waits_and_the_wait_grows(
    village: Village, time: MovableClock
) -> None:
    village.add("amina")
    for _ in range(AT_ONE_DOOR.free):
        _fail(village)
    waits = []
    for _ in range(9):
        with pytest.raises(TooManyTries) as refused:
            village.sign_in("amina")
        waits.append(refused.value.data["wait_seconds"])
        time.move(seconds=waits[-1])
        _fail(village)
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]
    time.move(minutes=15)
    village.sign_in("amina")
    _fail(village)
    village.sign_in("amina")


@pytest.mark.usefixtures("quick")
def test_a_try_during_the_wait_does_not_lengthen_it(village: Village, time: MovableClock) -> None:
    village.add("amina")
    for _ in range(AT_ONE_DOOR.free):
        _fail(village)
    for _ in range(50):
        with pytest.raises(TooManyTries):
            village.sign_in("amina")
    time.move(seconds=15)
    village.sign_in("amina")


@pytest.mark.usefixtures("quick")
def test_the_wait_is_the_same_for_an_address_nobody_has(village: Village) -> None:
    village.add("amina")
    said = []
    for name, address in (("amina", HOME), ("nobody", ELSEWHERE)):
        for _ in range(AT_ONE_DOOR.free):
            _fail(village, name, address)
        with pytest.raises(TooManyTries) as refused:
            village.sign_in(name, address=address)
        said.append((refused.value.message(), refused.value.data))
    assert said[0] == said[1]


@pytest.mark.usefixtures("quick")
def test_strangers_everywhere_are_slowed_but_do_not_keep_her_out_at_home(
    village: Village, time: MovableClock
) -> None:
    village.add("amina")
    village.sign_in("amina", address=HOME)
    for number in range(FOR_ONE_PERSON.free):
        _fail(village, address=f"192.0.2.{number}")
    with pytest.raises(TooManyTries) as refused:
        village.sign_in("amina", address=ELSEWHERE)
    assert refused.value.data["wait_seconds"] <= FOR_ONE_PERSON.longest_wait.total_seconds()
    village.sign_in("amina", address=HOME)
    time.move(minutes=1)
    village.sign_in("amina", address=ELSEWHERE)


@pytest.mark.usefixtures("quick")
def test_one_network_address_that_tries_many_people_is_slowed(
    village: Village, time: MovableClock
) -> None:
    village.add("amina")
    for number in range(FROM_ONE_ADDRESS.free):
        _fail(village, f"guess{number}")
    with pytest.raises(TooManyTries):
        village.sign_in("amina")
    village.sign_in("amina", address=ELSEWHERE)
    time.at += FROM_ONE_ADDRESS.longest_wait
    village.sign_in("amina")


@pytest.mark.usefixtures("quick")
def test_signing_in_oneself_does_not_wipe_what_an_address_did_to_others(village: Village) -> None:
    village.add("amina")
    for number in range(FROM_ONE_ADDRESS.free - 1):
        _fail(village, f"guess{number}")
    village.sign_in("amina")
    _fail(village, "one more")
    with pytest.raises(TooManyTries):
        village.sign_in("amina")


@pytest.mark.usefixtures("quick")
def test_many_who_sign_in_well_from_one_address_do_not_slow_each_other(village: Village) -> None:
    names = [f"farmer{number}" for number in range(5)]
    for name in names:
        village.add(name)
    for _ in range(FROM_ONE_ADDRESS.free // 2):
        for name in names:
            village.sign_in(name)


@pytest.mark.usefixtures("quick")
def test_a_wrong_code_counts_as_a_wrong_try(village: Village) -> None:
    village.set_up_totp(village.add("amina"))
    for _ in range(AT_ONE_DOOR.free):
        with pytest.raises(SignInRefused):
            village.sign_in("amina", code="12345678")
    with pytest.raises(TooManyTries):
        village.sign_in("amina", code="12345678")


@pytest.mark.usefixtures("quick")
def test_wrong_tries_all_at_once_are_counted_one_by_one(village: Village) -> None:
    village.add("amina")
    tries = [lambda: village.sign_in("amina", "a wrong password")] * 12
    came = sorted(type(one).__name__ for one in at_once(*tries))
    assert came == ["SignInRefused"] * 5 + ["TooManyTries"] * 7


@pytest.mark.usefixtures("quick")
def test_many_tries_across_people_and_addresses_never_block_each_other(village: Village) -> None:
    """Given threads that take the same rows in many mixtures; none ends in a deadlock."""
    names = [village.add(f"farmer{number}") and f"farmer{number}" for number in range(3)]

    def tries(seed: int) -> None:
        for step in range(6):
            name = names[(seed + step) % 3]
            address = (HOME, ELSEWHERE)[(seed * step) % 2]
            try:
                village.sign_in(name, (PASSWORD, "a wrong password")[step % 2], address=address)
            except (SignInRefused, TooManyTries):
                continue

    came = at_once(*[partial(tries, seed) for seed in range(6)])
    assert came == [None] * 6


@pytest.mark.usefixtures("quick")
def test_a_clock_that_went_back_keeps_nobody_out_for_long(
    village: Village, time: MovableClock
) -> None:
    village.add("amina")
    for _ in range(AT_ONE_DOOR.free):
        _fail(village)
    time.move(days=-30)
    with pytest.raises(TooManyTries) as refused:
        village.sign_in("amina")
    assert refused.value.data["wait_seconds"] <= 15


def test_a_session_lasts_as_long_as_the_house_wants(village: Village, time: MovableClock) -> None:
    village.add("amina")
    given = Credentials("amina@example.org", PASSWORD, "", HOME)
    token = sign_in(village.database, given, Policy(absolute=timedelta(hours=1)))
    time.move(minutes=61)
    assert village.known(token) is None


def test_tries_are_kept_without_the_address_they_were_for(village: Village) -> None:
    _fail(village, secrets.token_hex(4))
    with village.database.reading() as session:
        keys = session.scalars(select(Attempt.key_hash)).all()
    assert len(keys) == 3
    assert all(len(key) == 64 for key in keys)
