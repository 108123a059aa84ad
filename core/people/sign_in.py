"""Signing in.

This takes the database instead of a session, for it is two transactions with the slow hash of the
password between them: a try that is refused stays counted, and nothing is locked while hashing.
An unknown address, a wrong password and a wrong code take the same way and end in the same words.
"""

from dataclasses import dataclass, field

from sqlalchemy import select, update

from core import clock
from core.database import Database, WriteSession
from core.outbox.service import record
from core.people import lockout, passwords, totp
from core.people.audit import note
from core.people.errors import SignInRefused
from core.people.events import SecurityChanged
from core.people.models import Person, RecoveryCode
from core.people.permissions import Actor
from core.people.rules import POLICY, Policy, folded
from core.people.sessions import has_signed_in_from, open_session

_MOST_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed to sign in, and from where.

    `code` is the six digits of her app or a recovery code; empty if she has set up neither.
    """

    email: str = field(repr=False)
    password: str = field(repr=False)
    code: str = field(repr=False)
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the first transaction found, if anybody."""

    person: str | None
    password_hash: str | None = field(repr=False)
    tallies: tuple[lockout.Tally, ...]


def sign_in(database: Database, given: Credentials, policy: Policy = POLICY) -> str:
    """Open a session for somebody who shows who she is; gives the token for her cookie.

    Raises:
        TooManyTries: the wait after failed tries is not over.
        SignInRefused: something of it is not right; it does not say what.
    """
    with database.writing() as session:
        known = _begin(session, given)
    if not passwords.is_right(given.password, known.password_hash):
        raise SignInRefused
    if known.person is None or known.password_hash is None:
        raise SignInRefused
    newer = passwords.renewed(given.password, known.password_hash)
    with database.writing() as session:
        person = session.get_one(Person, known.person, with_for_update=True)
        if not person.active or person.password_hash != known.password_hash:
            raise SignInRefused
        if not _shows_second_factor(session, person, given.code):
            raise SignInRefused
        if newer is not None:
            person.password_hash = newer.value
        person.signed_in_at = clock.now()
        lockout.forgive_try(session, known.tallies)
        return open_session(session, person.id, given.address, policy)


def _begin(session: WriteSession, given: Credentials) -> _Known:
    """Count the try and look up whom it is for."""
    email = folded(given.email[:_MOST_LETTERS])
    row = session.execute(
        select(Person.id, Person.password_hash).where(Person.email_folded == email, Person.active)
    ).first()
    # Asked of nobody as well, so that an unknown address takes as long.
    known_place = has_signed_in_from(session, row.id if row else "", given.address)
    counted = lockout.tallies(email, given.address, from_a_known_place=known_place)
    lockout.count_try(session, counted, clock.now())
    if row is None:
        return _Known(None, None, counted)
    return _Known(row.id, row.password_hash, counted)


def _shows_second_factor(session: WriteSession, person: Person, code: str) -> bool:
    """Whether the code is right and was not used before. The person's row is locked."""
    if person.totp_confirmed_at is None or person.totp_secret is None:
        return True
    step = totp.step_of(person.totp_secret, code, clock.now())
    if step is None:
        return _use_recovery_code(session, person, code)
    if person.totp_last_step is not None and step <= person.totp_last_step:
        return False
    person.totp_last_step = step
    return True


def _use_recovery_code(session: WriteSession, person: Person, code: str) -> bool:
    hashed = totp.recovery_hash(person.id, code)
    if hashed is None:
        return False
    used = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.hash == hashed,
            RecoveryCode.person == person.id,
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=clock.now())
        .returning(RecoveryCode.hash)
    ).first()
    if used is None:
        return False
    note(session, Actor(person.id, person.name), "recovery_code_used", person.id)
    record(session, SecurityChanged(person=person.id, what="recovery_code_used", by=person.id))
    return True
