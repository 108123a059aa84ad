"""Links with which people set their first password, or another when they forgot theirs.

Whoever asks for a link sends it, and only to the address of the account, never to what was typed.
A link does not sign in and does not replace the second factor.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select, update

from core import clock
from core.database import ReadSession, WriteSession
from core.people.audit import note
from core.people.codes import Purpose, contact_hash, forget_codes
from core.people.errors import LinkNotGood, PersonNotFound
from core.people.limits import LINKS_TO_A_CONTACT, draw
from core.people.models import OneTimeCode, Person
from core.people.passwords import HashedPassword
from core.people.permissions import Actor
from core.people.rules import folded, storable
from core.people.service import locked_person, managed_account, put_password
from core.people.tokens import MOST_TOKEN, hash_of, new_token

INVITATION_GOOD_FOR = timedelta(days=7)
REMINDER_GOOD_FOR = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """What to send, to whom, in which languages (the first one she prefers)."""

    person: str
    name: str
    languages: tuple[str, ...]
    email: str = field(repr=False)
    token: str = field(repr=False)


def invite(session: WriteSession, actor: Actor, person: str) -> PasswordLink:
    """A link with which somebody sets her first password; the one before no longer serves.

    Raises:
        PersonNotFound, NotAllowed: there is no such open account, or the actor does not manage it.
    """
    row = managed_account(session, actor, person)
    if not row.active:
        raise PersonNotFound
    token = _store(session, row.id, INVITATION_GOOD_FOR)
    note(session, actor, "password_link_given", row.id)
    return PasswordLink(row.id, row.name, tuple(row.languages), row.email, token)


def ask_password_link(session: WriteSession, email: str) -> PasswordLink | None:
    """A link for somebody who forgot her password; None if there is no such open account.

    The page says the same either way, and as much is written either way.

    Raises:
        TooMany: enough was asked for this address for now, whether it is known or not.
    """
    wanted = folded(email[:1000])
    draw(session, LINKS_TO_A_CONTACT, contact_hash(wanted))
    row = session.scalar(select(Person).where(Person.email_folded == wanted, Person.active))
    token = _store(session, row.id if row else f"nobody {wanted}", REMINDER_GOOD_FOR)
    if row is None:
        return None
    return PasswordLink(row.id, row.name, tuple(row.languages), row.email, token)


def must_be_good(session: ReadSession | WriteSession, token: str) -> None:
    """Look whether a link still serves, before anything is typed. Raises `LinkNotGood`."""
    _person_of(session, token)


def set_password_by_link(session: WriteSession, token: str, password: HashedPassword) -> str:
    """Set a password; gives the person's id. The link is used up and all her sessions end.

    Raises:
        LinkNotGood: it was used, replaced, is too old, or the account was closed.
    """
    row = locked_person(session, _person_of(session, token))
    used = session.execute(
        update(OneTimeCode)
        .where(
            OneTimeCode.code_hash == _hash(token),
            OneTimeCode.used_at.is_(None),
            OneTimeCode.expires_at > clock.now(),
        )
        .values(used_at=clock.now())
        .returning(OneTimeCode.id)
    ).first()
    if used is None or not row.active:
        raise LinkNotGood
    put_password(session, Actor(row.id, row.name), row, password)
    return row.id


def _store(session: WriteSession, person: str, good_for: timedelta) -> str:
    """Keep the hash of a new token that begins with the person it is for."""
    token = f"{person}.{new_token()}"
    hashed = contact_hash(person)
    forget_codes(session, hashed, Purpose.SET_PASSWORD)
    session.add(
        OneTimeCode(
            contact_hash=hashed,
            purpose=str(Purpose.SET_PASSWORD),
            code_hash=_hash(token),
            expires_at=clock.now() + good_for,
            attempts_left=1,
        )
    )
    session.flush()
    return token


def _person_of(session: ReadSession | WriteSession, token: str) -> str:
    person = storable(token.partition(".")[0])
    if len(token) > MOST_TOKEN:
        raise LinkNotGood
    found = session.scalar(
        select(Person.id)
        .join(OneTimeCode, OneTimeCode.code_hash == _hash(token))
        .where(
            Person.id == person,
            Person.active,
            OneTimeCode.purpose == str(Purpose.SET_PASSWORD),
            OneTimeCode.used_at.is_(None),
            OneTimeCode.expires_at > clock.now(),
        )
    )
    if found is None:
        raise LinkNotGood
    return found


def _hash(token: str) -> str:
    return hash_of("password link", token)
