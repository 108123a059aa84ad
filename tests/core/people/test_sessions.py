"""Sessions: found, renewed, ended."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core import clock
from core.people.errors import SignInAgain
from core.people.models import SignInSession
from core.people.permissions import SYSTEM, Grant, Role
from core.people.rules import POLICY, Policy
from core.people.service import grant_role
from core.people.sessions import (
    csrf_matches,
    csrf_token,
    find_session,
    has_signed_in_from,
    renew,
    sign_out,
    touch,
)
from tests.core.people.conftest import MovableClock
from tests.core.people.village import ELSEWHERE, HOME, Village, at_once

OFFERED = Policy(second_factor="offered")


def test_a_session_is_found_by_its_token_alone(village: Village) -> None:
    person = village.add("amina")
    who = village.must_know(village.token(person))
    assert (who.person, who.actor.name, who.languages) == (person, "amina", ("sw", "en"))
    for wrong in ("", "x", "x" * 10_000, who.session, "\ud800", "'; --"):
        assert village.known(wrong) is None


def test_the_token_itself_is_not_stored(village: Village) -> None:
    token = village.token(village.add("amina"))
    with village.database.reading() as session:
        row = session.scalars(select(SignInSession)).one()
        stored = [str(getattr(row, column.key)) for column in SignInSession.__table__.columns]
    assert not any(token in value for value in stored)
    assert not any(HOME in value for value in stored)


def test_rights_wait_for_the_second_factor_where_it_is_required(village: Village) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"))
    token = village.token(person)
    assert village.must_know(token).actor.grants == ()
    with village.database.reading() as session:
        offered = find_session(session, token, OFFERED)
    assert offered is not None
    assert offered.actor.grants == (Grant(Role.EXPERT, "NE"),)
    village.set_up_totp(person)
    assert village.enter(person).actor.grants == (Grant(Role.EXPERT, "NE"),)


def test_a_session_ends_when_it_is_not_used(village: Village, time: MovableClock) -> None:
    token = village.token(village.add("amina"))
    time.at += POLICY.idle - timedelta(seconds=1)
    who = village.must_know(token)
    assert who.wants_touch()
    with village.database.writing() as session:
        touch(session, who)
    time.at += POLICY.idle - timedelta(seconds=1)
    assert village.known(token) is not None
    time.move(seconds=1)
    assert village.known(token) is None


def test_a_session_ends_in_the_end_however_much_it_is_used(
    village: Village, time: MovableClock
) -> None:
    token = village.token(village.add("amina"))
    began = clock.now()
    while (who := village.known(token)) is not None:
        with village.database.writing() as session:
            touch(session, who)
        time.move(hours=11)
    assert POLICY.absolute <= clock.now() - began <= POLICY.absolute + timedelta(hours=11)


def test_not_every_page_is_written_down(village: Village, time: MovableClock) -> None:
    token = village.token(village.add("amina"))
    time.move(seconds=59)
    assert not village.must_know(token).wants_touch()
    time.move(seconds=1)
    assert village.must_know(token).wants_touch()


def test_being_seen_never_moves_back(village: Village, time: MovableClock) -> None:
    token = village.token(village.add("amina"))
    who = village.must_know(token)
    time.move(hours=-3)
    with village.database.writing() as session:
        touch(session, who)
    assert village.must_know(token).last_seen_at == who.last_seen_at


def test_signing_out_ends_this_session_only(village: Village) -> None:
    person = village.add("amina")
    here, there = village.token(person), village.token(person)
    with village.database.writing() as session:
        sign_out(session, village.must_know(here))
    assert village.known(here) is None
    assert village.known(there) is not None


def test_a_changed_right_gives_the_session_another_token(
    village: Village, time: MovableClock
) -> None:
    person = village.add("amina")
    old = village.token(person)
    before = village.must_know(old)
    form = csrf_token(before)
    assert not before.must_renew
    with village.database.writing() as session:
        grant_role(session, SYSTEM, person, Role.EXPERT, "NE")
    time.move(minutes=3)
    who = village.must_know(old)
    assert who.must_renew
    with village.database.writing() as session:
        new = renew(session, who)
    assert new is not None
    assert new != old
    after = village.must_know(new)
    assert not after.must_renew
    assert after.created_at == before.created_at, "a new token makes nobody fresh"
    assert csrf_matches(after, form), "a page that was open can still be sent"
    assert village.known(old) is not None, "pages on their way still arrive"
    time.move(seconds=31)
    assert village.known(old) is None
    assert village.known(new) is not None


def test_of_two_requests_at_once_one_renews(village: Village) -> None:
    person = village.add("amina")
    token = village.token(person)
    with village.database.writing() as session:
        grant_role(session, SYSTEM, person, Role.EXPERT, "NE")
    who = village.must_know(token)

    def act() -> str | None:
        with village.database.writing() as session:
            return renew(session, who)

    assert sorted(type(one).__name__ for one in at_once(act, act)) == ["NoneType", "str"]


def test_a_session_that_need_not_be_renewed_keeps_its_token(village: Village) -> None:
    who = village.enter(village.add("amina"))
    with village.database.writing() as session:
        assert renew(session, who) is None


def test_a_form_fits_the_session_it_was_made_for(village: Village) -> None:
    amina, binta = village.add("amina"), village.add("binta")
    one, other = village.enter(amina), village.enter(binta)
    another_of_hers = village.enter(amina)
    assert csrf_matches(one, csrf_token(one))
    assert not csrf_matches(other, csrf_token(one))
    assert not csrf_matches(another_of_hers, csrf_token(one))
    assert not csrf_matches(one, "")


def test_a_session_is_fresh_only_for_a_while(village: Village, time: MovableClock) -> None:
    who = village.enter(village.add("amina"))
    who.must_be_fresh()
    time.move(minutes=15)
    with pytest.raises(SignInAgain):
        who.must_be_fresh()


def test_it_is_known_from_where_somebody_signed_in(village: Village) -> None:
    person, other = village.add("amina"), village.add("binta")
    village.token(person, "2001:db8:1:2::5")
    with village.database.reading() as session:
        assert has_signed_in_from(session, person, "2001:db8:1:2:ffff::1")
        assert not has_signed_in_from(session, person, ELSEWHERE)
        assert not has_signed_in_from(session, other, "2001:db8:1:2::5")
