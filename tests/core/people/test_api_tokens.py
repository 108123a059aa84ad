"""Tokens for programs."""

from datetime import datetime

import pytest
from sqlalchemy import select

from core import clock
from core.people.api_tokens import (
    NewApiToken,
    TokenUsed,
    find_token,
    make_api_token,
    note_use,
    revoke_api_token,
    tokens_of,
)
from core.people.errors import (
    ApiTokenNotFound,
    NameNotValid,
    NotAllowed,
    ScopesNotYours,
    SignInAgain,
)
from core.people.models import ApiToken
from core.people.permissions import SYSTEM, Permission, Role
from core.people.rules import Policy
from core.people.second_factor import remove_second_factor
from core.people.service import let_go, revoke_role
from core.people.sessions import SignedIn
from tests.core.people.conftest import MovableClock
from tests.core.people.village import Village, actor_with

SEE, ASSIGN = Permission.SEE_QUEUE, Permission.ASSIGN_QUESTIONS


@pytest.fixture
def coordinator(village: Village) -> SignedIn:
    person = village.add("amina", (Role.COORDINATOR, "NE"))
    village.set_up_totp(person)
    return village.enter(person)


def _make(village: Village, who: SignedIn, *scopes: Permission) -> NewApiToken:
    with village.database.writing() as session:
        return make_api_token(session, who, name="importer", scopes=scopes)


def _find(village: Village, token: str) -> TokenUsed | None:
    with village.database.reading() as session:
        return find_token(session, token)


def _used_at(village: Village) -> datetime | None:
    with village.database.reading() as session:
        return session.scalars(select(ApiToken)).one().last_used_at


def test_a_token_acts_for_its_person_within_its_scopes(
    village: Village, coordinator: SignedIn
) -> None:
    made = _make(village, coordinator, SEE)
    assert made.token.startswith("gaf_")
    used = _find(village, made.token)
    assert used is not None
    assert (used.id, used.actor.person) == (made.id, coordinator.person)
    assert used.actor.may(SEE, "NE")
    assert not used.actor.may(SEE, "ML")
    assert not used.actor.may(ASSIGN, "NE")


def test_a_token_loses_what_its_person_loses(village: Village, coordinator: SignedIn) -> None:
    token = _make(village, coordinator, SEE).token
    with village.database.writing() as session:
        revoke_role(session, SYSTEM, coordinator.person, Role.COORDINATOR, "NE")
    used = _find(village, token)
    assert used is not None
    assert not used.actor.may(SEE, "NE")
    with village.database.writing() as session:
        let_go(session, SYSTEM, coordinator.person)
    assert _find(village, token) is None


def test_a_token_has_at_least_one_scope_and_only_her_own(
    village: Village, coordinator: SignedIn
) -> None:
    for scopes in ((), (Permission.SEE_JOBS,), (SEE, Permission.SEE_JOBS)):
        with pytest.raises(ScopesNotYours):
            _make(village, coordinator, *scopes)
    with village.database.writing() as session, pytest.raises(NameNotValid):
        make_api_token(session, coordinator, name=" ", scopes=[SEE])


def test_a_token_is_made_only_shortly_after_signing_in(
    village: Village, coordinator: SignedIn, time: MovableClock
) -> None:
    time.move(minutes=20)
    with pytest.raises(SignInAgain):
        _make(village, coordinator, SEE)


def test_a_revoked_token_no_longer_serves(village: Village, coordinator: SignedIn) -> None:
    made, other = _make(village, coordinator, SEE), _make(village, coordinator, SEE)
    with village.database.writing() as session:
        revoke_api_token(session, coordinator.actor, coordinator.person, made.id)
    assert _find(village, made.token) is None
    assert _find(village, other.token) is not None
    with village.database.writing() as session, pytest.raises(ApiTokenNotFound):
        revoke_api_token(session, coordinator.actor, coordinator.person, made.id)


def test_a_token_is_revoked_by_its_owner_or_who_manages_her(
    village: Village, coordinator: SignedIn
) -> None:
    made = _make(village, coordinator, SEE)
    used = _find(village, made.token)
    assert used is not None
    for actor in (actor_with((Role.COORDINATOR, "ML")), used.actor):
        with village.database.writing() as session, pytest.raises(NotAllowed):
            revoke_api_token(session, actor, coordinator.person, made.id)
    another = village.enter(village.add("binta"))
    with village.database.writing() as session, pytest.raises(ApiTokenNotFound):
        revoke_api_token(session, another.actor, another.person, made.id)
    with village.database.writing() as session:
        revoke_api_token(
            session, actor_with((Role.COORDINATOR, "011")), coordinator.person, made.id
        )


def test_tokens_are_listed_without_their_secret(village: Village, coordinator: SignedIn) -> None:
    first, second = _make(village, coordinator, SEE), _make(village, coordinator, SEE, ASSIGN)
    with village.database.reading() as session:
        listed = tokens_of(session, coordinator)
        row = session.get_one(ApiToken, first.id)
        assert first.token not in (row.hash, row.name)
    assert [one.id for one in listed] == [second.id, first.id]
    assert listed[0].scopes == {SEE, ASSIGN}
    assert listed[0].last_used_at is None


def test_its_use_is_written_down_once_a_minute(
    village: Village, coordinator: SignedIn, time: MovableClock
) -> None:
    token = _make(village, coordinator, SEE).token
    seen = []
    for seconds in (0, 30, 30, 59, 1):
        time.move(seconds=seconds)
        used = _find(village, token)
        assert used is not None
        with village.database.writing() as session:
            note_use(session, used)
        seen.append((clock.now(), _used_at(village)))
    assert [when == noted for when, noted in seen] == [True, False, True, False, True]


def test_a_token_has_no_rights_while_the_second_factor_is_missing(village: Village) -> None:
    person = village.add("amina", (Role.COORDINATOR, "NE"))
    who = village.enter(person)
    with pytest.raises(ScopesNotYours):
        _make(village, who, SEE)
    village.set_up_totp(person)
    token = _make(village, village.enter(person), SEE).token
    with village.database.writing() as session:
        remove_second_factor(session, SYSTEM, person)
    used = _find(village, token)
    assert used is not None
    assert used.actor.grants == ()
    with village.database.reading() as session:
        offered = find_token(session, token, Policy(second_factor="offered"))
    assert offered is not None
    assert offered.actor.may(SEE, "NE")


@pytest.mark.parametrize("given", ["", "gaf_", "gaf_x", "\ud800", "gaf_" + "x" * 10_000])
def test_a_made_up_token_is_nobody(village: Village, coordinator: SignedIn, given: str) -> None:
    made = _make(village, coordinator, SEE)
    assert _find(village, given) is None
    assert _find(village, made.token.removeprefix("gaf_")) is None
    assert _find(village, made.token + "x") is None
