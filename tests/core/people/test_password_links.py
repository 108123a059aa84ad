"""Links to set a password."""

import pytest
from sqlalchemy import func, select

from core.people.errors import LinkNotGood, NotAllowed, PersonNotFound, SignInRefused, TooMany
from core.people.models import OneTimeCode
from core.people.password_links import (
    PasswordLink,
    ask_password_link,
    invite,
    must_be_good,
    set_password_by_link,
)
from core.people.passwords import hash_password
from core.people.permissions import SYSTEM, Actor, Role
from core.people.service import add_person, let_go
from tests.core.people.conftest import MovableClock
from tests.core.people.village import OTHER, Village, actor_with, at_once

NEW = hash_password(OTHER)


def _invite(village: Village, person: str, actor: Actor = SYSTEM) -> PasswordLink:
    with village.database.writing() as session:
        return invite(session, actor, person)


def _ask(village: Village, email: str) -> PasswordLink | None:
    with village.database.writing() as session:
        return ask_password_link(session, email)


def _set(village: Village, token: str) -> str:
    with village.database.writing() as session:
        return set_password_by_link(session, token, NEW)


def test_an_invited_person_sets_her_first_password_and_signs_in(village: Village) -> None:
    with village.database.writing() as session:
        person = add_person(
            session, SYSTEM, name="Amina", email="amina@example.org", languages=["ha"]
        )
    link = _invite(village, person)
    assert (link.person, link.email, link.languages) == (person, "amina@example.org", ("ha",))
    with village.database.reading() as reading:
        must_be_good(reading, link.token)
    assert _set(village, link.token) == person
    assert village.must_know(village.sign_in("amina", OTHER)).person == person


def test_a_link_serves_once(village: Village) -> None:
    link = _invite(village, village.add("amina"))
    came = at_once(*[lambda: _set(village, link.token)] * 3)
    assert sorted(type(one).__name__ for one in came) == ["LinkNotGood", "LinkNotGood", "str"]
    with village.database.reading() as session, pytest.raises(LinkNotGood):
        must_be_good(session, link.token)


def test_a_password_set_by_link_ends_every_session(village: Village) -> None:
    person = village.add("amina")
    token = village.token(person)
    _set(village, _invite(village, person).token)
    assert village.known(token) is None
    with pytest.raises(SignInRefused):
        village.sign_in("amina")


def test_a_link_does_not_replace_the_second_factor(village: Village) -> None:
    person = village.add("amina")
    _, codes = village.set_up_totp(person)
    _set(village, _invite(village, person).token)
    with pytest.raises(SignInRefused):
        village.sign_in("amina", OTHER)
    village.sign_in("amina", OTHER, code=codes[0])


def test_a_new_link_replaces_the_one_before(village: Village) -> None:
    person = village.add("amina")
    old, new = _invite(village, person), _ask(village, "amina@example.org")
    assert new is not None
    with pytest.raises(LinkNotGood):
        _set(village, old.token)
    _set(village, new.token)


def test_links_end(village: Village, time: MovableClock) -> None:
    person = village.add("amina")
    invitation = _invite(village, person)
    time.move(days=6, hours=23)
    with village.database.reading() as session:
        must_be_good(session, invitation.token)
    time.move(hours=1)
    with pytest.raises(LinkNotGood):
        _set(village, invitation.token)
    reminder = _ask(village, "amina@example.org")
    assert reminder is not None
    time.move(hours=2)
    with pytest.raises(LinkNotGood):
        _set(village, reminder.token)


def test_somebody_is_invited_by_who_manages_her_only(village: Village) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"))
    with pytest.raises(NotAllowed):
        _invite(village, person, actor_with((Role.COORDINATOR, "ML")))
    with pytest.raises(PersonNotFound):
        _invite(village, "p_nobody")
    _invite(village, person, actor_with((Role.COORDINATOR, "NE")))


def test_a_link_asked_for_goes_to_the_address_of_the_account(village: Village) -> None:
    village.add("amina")
    link = _ask(village, "ａｍｉｎａ@EXAMPLE.org")
    assert link is not None
    assert link.email == "amina@example.org"


def test_an_address_nobody_has_gets_no_link_but_leaves_the_same_traces(village: Village) -> None:
    village.add("amina")

    def rows() -> int:
        with village.database.reading() as session:
            return session.scalar(select(func.count()).select_from(OneTimeCode)) or 0

    before = rows()
    assert _ask(village, "amina@example.org") is not None
    after_known = rows()
    assert _ask(village, "nobody@example.org") is None
    assert (after_known - before, rows() - after_known) == (1, 1)
    for email in ("amina@example.org", "nobody@example.org"):
        for _ in range(2):
            _ask(village, email)
        with pytest.raises(TooMany):
            _ask(village, email)


def test_who_left_gets_no_link_and_an_older_one_no_longer_serves(village: Village) -> None:
    person = village.add("amina")
    link = _invite(village, person)
    with village.database.writing() as session:
        let_go(session, SYSTEM, person)
    with pytest.raises(LinkNotGood):
        _set(village, link.token)
    with pytest.raises(PersonNotFound):
        _invite(village, person)
    assert _ask(village, "amina@example.org") is None


@pytest.mark.parametrize("token", ["", ".", "p_x.y", "\x00\ud800.\x00", "x" * 10_000])
def test_a_made_up_link_is_not_good(village: Village, token: str) -> None:
    person = village.add("amina")
    _invite(village, person)
    for made_up in (token, f"{person}.{token}", person):
        with pytest.raises(LinkNotGood):
            _set(village, made_up)


def test_a_link_for_one_person_does_not_serve_for_another(village: Village) -> None:
    amina, binta = village.add("amina"), village.add("binta")
    link = _invite(village, amina)
    with pytest.raises(LinkNotGood):
        _set(village, link.token.replace(amina, binta))
