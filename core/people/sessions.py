"""Signed-in browsers: their sessions, kept on the server, and what one may do in them.

The cookie holds a random token, the table its hash. A session gets another token when she signs
in and when her rights or her protection change; the one before stays good for half a minute, for
pages that were on their way.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update

from core import clock
from core.database import ReadSession, WriteSession
from core.people.errors import SignInAgain
from core.people.models import Person, RoleGrant, SignInSession
from core.people.permissions import Actor, Grant, Role
from core.people.rules import POLICY, TOUCH_EVERY, Policy, is_fresh, is_over, network_of
from core.people.tokens import MOST_TOKEN, form_guard, form_guard_matches, hash_of, new_token

AnySession = ReadSession | WriteSession
OVERLAP = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody signed in, in one browser.

    Her actor has no grants while a second factor is required and not yet set up.
    """

    person: str
    actor: Actor
    languages: tuple[str, ...]
    second_factor: bool
    must_renew: bool
    created_at: datetime
    last_seen_at: datetime
    session: str = field(repr=False)
    csrf_secret: str = field(repr=False)

    def must_be_fresh(self) -> None:
        """Go on only if she has just signed in. Raises `SignInAgain`."""
        if not is_fresh(self.created_at, clock.now()):
            raise SignInAgain

    def wants_touch(self) -> bool:
        """Whether it is time to write down that she was seen."""
        return clock.now() - self.last_seen_at >= TOUCH_EVERY


def csrf_token(who: SignedIn) -> str:
    """A token for the forms of one page; another on the next."""
    return form_guard(who.csrf_secret)


def csrf_matches(who: SignedIn, given: str) -> bool:
    """Whether a form was made for this session."""
    return form_guard_matches(who.csrf_secret, given)


def open_session(session: WriteSession, person: str, address: str, policy: Policy = POLICY) -> str:
    """Begin a session for somebody who has shown who she is; gives its token."""
    token, at = new_token(), clock.now()
    session.add(
        SignInSession(
            id=_id_of(token),
            person=person,
            csrf_secret=new_token(),
            address_hash=address_hash(person, address),
            created_at=at,
            last_seen_at=at,
            expires_at=at + policy.absolute,
            must_renew=False,
        )
    )
    session.flush()
    return token


def find_session(session: AnySession, token: str, policy: Policy = POLICY) -> SignedIn | None:
    """Who is signed in with this token, with her rights as they are now; None if nobody is."""
    if len(token) > MOST_TOKEN:
        return None
    rows = session.execute(_FOUND, {"id": _id_of(token)}).all()
    if not rows:
        return None
    kept = rows[0]
    if is_over(kept.created_at, kept.last_seen_at, kept.expires_at, policy, clock.now()):
        return None
    second_factor = kept.totp_confirmed_at is not None
    trusted = second_factor or policy.second_factor == "offered"
    held = [Grant(Role(row.role), row.region) for row in rows if trusted and row.role is not None]
    return SignedIn(
        person=kept.person,
        actor=Actor(kept.person, kept.name, tuple(held)),
        languages=tuple(kept.languages),
        second_factor=second_factor,
        must_renew=kept.must_renew,
        created_at=kept.created_at,
        last_seen_at=kept.last_seen_at,
        session=kept.id,
        csrf_secret=kept.csrf_secret,
    )


def touch(session: WriteSession, who: SignedIn) -> None:
    """Write down that she was seen. Never moves back."""
    at = clock.now()
    session.execute(
        update(SignInSession)
        .where(SignInSession.id == who.session, SignInSession.last_seen_at < at)
        .values(last_seen_at=at)
    )


def renew(session: WriteSession, who: SignedIn, policy: Policy = POLICY) -> str | None:
    """Give a session that must be renewed another token; None if another request has done so."""
    at = clock.now()
    row = session.execute(
        update(SignInSession)
        .where(SignInSession.id == who.session, SignInSession.must_renew)
        .values(must_renew=False, expires_at=at + OVERLAP, last_seen_at=at)
        .returning(SignInSession.address_hash)
    ).first()
    if row is None:
        return None
    token = new_token()
    session.add(
        SignInSession(
            id=_id_of(token),
            person=who.person,
            csrf_secret=who.csrf_secret,
            address_hash=row.address_hash,
            created_at=who.created_at,
            last_seen_at=at,
            expires_at=who.created_at + policy.absolute,
            must_renew=False,
        )
    )
    session.flush()
    return token


def sign_out(session: WriteSession, who: SignedIn) -> None:
    """End this session."""
    at = clock.now()
    session.execute(
        update(SignInSession)
        .where(SignInSession.id == who.session, SignInSession.expires_at > at)
        .values(expires_at=at)
    )


def end_sessions(session: WriteSession, person: str, *, but: str | None = None) -> None:
    """End every session of a person; the one named `but` stays and gets another token."""
    at = clock.now()
    others = [SignInSession.person == person, SignInSession.expires_at > at]
    if but is not None:
        others.append(SignInSession.id != but)
        session.execute(
            update(SignInSession).where(SignInSession.id == but).values(must_renew=True)
        )
    session.execute(update(SignInSession).where(*others).values(expires_at=at))


def renew_sessions(session: WriteSession, person: str) -> None:
    """Every session of a person gets another token with its next page: her rights changed."""
    session.execute(
        update(SignInSession)
        .where(SignInSession.person == person, SignInSession.expires_at > clock.now())
        .values(must_renew=True)
    )


def has_signed_in_from(session: AnySession, person: str, address: str) -> bool:
    """Whether this person signed in from this network address before."""
    found = session.scalar(
        select(SignInSession.id)
        .where(
            SignInSession.person == person,
            SignInSession.address_hash == address_hash(person, address),
        )
        .limit(1)
    )
    return found is not None


def grants_of(session: AnySession, person: str) -> tuple[Grant, ...]:
    """The roles of a person and where she has them."""
    rows = session.execute(
        select(RoleGrant.role, RoleGrant.region)
        .where(RoleGrant.person == person)
        .order_by(RoleGrant.region, RoleGrant.role)
    )
    return tuple(Grant(Role(row.role), row.region) for row in rows)


def address_hash(person: str, address: str) -> str:
    """What is kept of a network address, apart for each person."""
    return hash_of("address", person, network_of(address))


def _id_of(token: str) -> str:
    return hash_of("session", token)


_FOUND = (
    select(
        SignInSession.id,
        SignInSession.person,
        SignInSession.csrf_secret,
        SignInSession.created_at,
        SignInSession.last_seen_at,
        SignInSession.expires_at,
        SignInSession.must_renew,
        Person.name,
        Person.languages,
        Person.totp_confirmed_at,
        RoleGrant.role,
        RoleGrant.region,
    )
    .join(Person, Person.id == SignInSession.person)
    .outerjoin(RoleGrant, RoleGrant.person == SignInSession.person)
    .where(SignInSession.id == bindparam("id"), Person.active)
    .order_by(RoleGrant.region, RoleGrant.role)
)
