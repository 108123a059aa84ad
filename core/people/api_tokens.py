"""Tokens with which programs act for a person, within what the person may do herself."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select, update

from core import clock
from core.database import ReadSession, WriteSession
from core.people.audit import note
from core.people.errors import ApiTokenNotFound, ScopesNotYours
from core.people.models import ApiToken, Person
from core.people.permissions import Actor, Permission
from core.people.rules import POLICY, TOUCH_EVERY, Policy, checked_name
from core.people.service import managed_account, own_account
from core.people.sessions import SignedIn, grants_of
from core.people.tokens import API_PREFIX, MOST_TOKEN, hash_of, new_token

AnySession = ReadSession | WriteSession


@dataclass(frozen=True, slots=True)
class NewApiToken:
    """A token, shown this once."""

    id: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ApiTokenSeen:
    """A token as its owner sees it later."""

    id: int
    name: str
    scopes: frozenset[Permission]
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class TokenUsed:
    """Who acts with a token, and which one."""

    id: int
    actor: Actor


def make_api_token(
    session: WriteSession, who: SignedIn, *, name: str, scopes: Collection[Permission]
) -> NewApiToken:
    """A token for what the person may do, or part of it.

    Raises:
        SignInAgain: she did not sign in just now.
        ScopesNotYours: no scope, or one she holds nowhere.
        NameNotValid: it has no name to know it by.
    """
    who.must_be_fresh()
    own_account(session, who)
    if not scopes or not all(who.actor.regions_with(scope) for scope in scopes):
        raise ScopesNotYours
    token = API_PREFIX + new_token()
    row = ApiToken(
        hash=_hash(token),
        person=who.person,
        name=checked_name(name),
        scopes=sorted(str(scope) for scope in scopes),
        created_at=clock.now(),
    )
    session.add(row)
    session.flush()
    note(session, who.actor, "api_token_made", who.person, token=row.id, scopes=row.scopes)
    return NewApiToken(row.id, token)


def revoke_api_token(session: WriteSession, actor: Actor, person: str, token: int) -> None:
    """Make a token worthless: by its owner or who manages her.

    Raises:
        PersonNotFound, NotAllowed: the account is not the actor's to change.
        ApiTokenNotFound: the person has no such token, or it was revoked.
    """
    if actor.person != person or actor.scopes is not None:
        managed_account(session, actor, person)
    revoked = session.execute(
        update(ApiToken)
        .where(ApiToken.id == token, ApiToken.person == person, ApiToken.revoked_at.is_(None))
        .values(revoked_at=clock.now())
        .returning(ApiToken.id)
    ).first()
    if revoked is None:
        raise ApiTokenNotFound
    note(session, actor, "api_token_revoked", person, token=token)


def find_token(session: AnySession, given: str, policy: Policy = POLICY) -> TokenUsed | None:
    """Who acts with this token, with her rights as they are now; None if it does not serve."""
    if not given.startswith(API_PREFIX) or len(given) > MOST_TOKEN:
        return None
    row = session.execute(
        select(ApiToken.id, ApiToken.scopes, Person.id, Person.name, Person.totp_confirmed_at)
        .join(Person, Person.id == ApiToken.person)
        .where(ApiToken.hash == _hash(given), ApiToken.revoked_at.is_(None), Person.active)
    ).first()
    if row is None:
        return None
    token, scopes, person, name, confirmed_at = row
    trusted = confirmed_at is not None or policy.second_factor == "offered"
    grants = grants_of(session, person) if trusted else ()
    # A scope that a later version no longer knows allows nothing.
    known = frozenset(scope for scope in Permission if str(scope) in scopes)
    return TokenUsed(token, Actor(person, name, grants, known))


def note_use(session: WriteSession, used: TokenUsed) -> None:
    """Write down that a token was used, once a minute at most."""
    at = clock.now()
    session.execute(
        update(ApiToken)
        .where(
            ApiToken.id == used.id,
            or_(ApiToken.last_used_at.is_(None), ApiToken.last_used_at <= at - TOUCH_EVERY),
        )
        .values(last_used_at=at)
    )


def tokens_of(session: AnySession, who: SignedIn) -> list[ApiTokenSeen]:
    """One's own tokens, newest first."""
    rows = session.scalars(
        select(ApiToken).where(ApiToken.person == who.person).order_by(ApiToken.id.desc())
    )
    return [
        ApiTokenSeen(
            id=row.id,
            name=row.name,
            scopes=frozenset(scope for scope in Permission if str(scope) in row.scopes),
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            revoked_at=row.revoked_at,
        )
        for row in rows
    ]


def _hash(token: str) -> str:
    return hash_of("api token", token)
