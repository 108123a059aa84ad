"""Setting up, renewing and losing the second factor."""

import pyotp
import pytest

from core import clock
from core.people.errors import (
    CodeNotRight,
    NotAllowed,
    SecondFactorMissing,
    SecondFactorNotStarted,
    SignInAgain,
    SignInRefused,
)
from core.people.permissions import SYSTEM, Role
from core.people.queries import person_seen_by, recovery_codes_left
from core.people.second_factor import (
    confirm_totp,
    make_recovery_codes,
    remove_second_factor,
    start_totp,
)
from tests.core.people.conftest import MovableClock
from tests.core.people.village import Village, actor_with, at_once


def _has_second_factor(village: Village, person: str) -> bool:
    with village.database.reading() as session:
        return person_seen_by(session, SYSTEM, person).second_factor


def test_a_code_of_the_app_takes_it_into_use(village: Village) -> None:
    person = village.add("amina")
    here, there = village.token(person), village.token(person)
    who = village.must_know(here)
    with village.database.writing() as session:
        app = pyotp.TOTP(start_totp(session, who).secret)
    assert not _has_second_factor(village, person), "not before a code was shown"
    with village.only_new_events() as happened, village.database.writing() as session:
        codes = confirm_totp(session, who, app.at(clock.now()))
    assert _has_second_factor(village, person)
    assert len(set(codes)) == 10
    told = {"person": person, "what": "second_factor_set", "by": person}
    assert happened == [("SecurityChanged", told)]
    assert village.known(there) is None
    assert village.must_know(here).must_renew
    assert village.must_know(here).second_factor


def test_a_wrong_code_takes_nothing_into_use(village: Village) -> None:
    person = village.add("amina")
    who = village.enter(person)
    with village.database.writing() as session, pytest.raises(SecondFactorNotStarted):
        confirm_totp(session, who, "123456")
    with village.database.writing() as session:
        secret = start_totp(session, who).secret
    right = pyotp.TOTP(secret).at(clock.now())
    wrong = f"{(int(right) + 500_000) % 1_000_000:06}"
    for given in (wrong, "", "123", right + "0"):
        with village.database.writing() as session, pytest.raises(CodeNotRight):
            confirm_totp(session, who, given)
    assert not _has_second_factor(village, person)


def test_the_old_app_serves_until_the_new_one_is_confirmed(
    village: Village, time: MovableClock
) -> None:
    person = village.add("amina")
    old, old_codes = village.set_up_totp(person)
    who = village.enter(person)
    with village.database.writing() as session:
        new = pyotp.TOTP(start_totp(session, who).secret)
    time.move(seconds=60)
    village.sign_in("amina", code=old.at(clock.now()))
    with village.database.writing() as session:
        confirm_totp(session, who, new.at(clock.now()))
    time.move(seconds=60)
    for code in (old.at(clock.now()), old_codes[0]):
        with pytest.raises(SignInRefused):
            village.sign_in("amina", code=code)
    village.sign_in("amina", code=new.at(clock.now()))


def test_one_new_secret_is_confirmed_once(village: Village) -> None:
    who = village.enter(village.add("amina"))
    with village.database.writing() as session:
        app = pyotp.TOTP(start_totp(session, who).secret)
    code = app.at(clock.now())

    def confirm() -> list[str]:
        with village.database.writing() as session:
            return confirm_totp(session, who, code)

    came = sorted(type(one).__name__ for one in at_once(confirm, confirm))
    assert came == ["SecondFactorNotStarted", "list"]


def test_new_recovery_codes_replace_the_old(village: Village) -> None:
    person = village.add("amina")
    who = village.enter(person)
    with village.database.writing() as session, pytest.raises(SecondFactorMissing):
        make_recovery_codes(session, who)
    _, old = village.set_up_totp(person)
    village.sign_in("amina", code=old[0])
    with village.database.reading() as session:
        assert recovery_codes_left(session, who.actor) == 9
        assert recovery_codes_left(session, SYSTEM) == 0
    again = village.enter(person)
    with village.database.writing() as session:
        new = make_recovery_codes(session, again)
    with pytest.raises(SignInRefused):
        village.sign_in("amina", code=old[1])
    village.sign_in("amina", code=new[1])


def test_protection_is_changed_only_shortly_after_signing_in(
    village: Village, time: MovableClock
) -> None:
    who = village.enter(village.add("amina"))
    time.move(minutes=20)
    with village.database.writing() as session:
        with pytest.raises(SignInAgain):
            start_totp(session, who)
        with pytest.raises(SignInAgain):
            confirm_totp(session, who, "123456")
        with pytest.raises(SignInAgain):
            make_recovery_codes(session, who)


def test_who_lost_her_phone_gets_help_from_who_manages_her_and_nobody_else(
    village: Village,
) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"))
    _, codes = village.set_up_totp(person)
    token = village.token(person)
    for actor in (actor_with((Role.COORDINATOR, "ML")), actor_with((Role.EXPERT, "001"))):
        with village.database.writing() as session, pytest.raises(NotAllowed):
            remove_second_factor(session, actor, person)
    coordinator = actor_with((Role.COORDINATOR, "011"), person="p_coordinator")
    with village.only_new_events() as happened, village.database.writing() as session:
        remove_second_factor(session, coordinator, person)
    told = {"person": person, "what": "second_factor_removed", "by": "p_coordinator"}
    assert happened == [("SecurityChanged", told)]
    assert village.known(token) is None
    who = village.must_know(village.sign_in("amina", code=codes[0]))
    assert who.actor.grants == (), "no rights until she has set up another"
    with village.database.reading() as session:
        assert recovery_codes_left(session, who.actor) == 0
