"""Changing people and their rights: one function, one business act.

Whoever changes somebody's rights or account first locks that person's row, so that two changes at
once come one after the other.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from core import clock
from core.database import WriteSession
from core.outbox.service import record
from core.people.audit import note
from core.people.errors import (
    EmailTaken,
    NotAllowed,
    PersonNotFound,
    RoleNotYoursToGive,
    SignInNeeded,
)
from core.people.events import (
    PersonAdded,
    PersonLeft,
    PersonReturned,
    RoleGranted,
    RoleRevoked,
    SecurityChanged,
)
from core.people.models import Person, RoleGrant
from core.people.passwords import HashedPassword
from core.people.permissions import SYSTEM, Actor, Permission, Role, may_manage
from core.people.rules import checked_email, checked_languages, checked_name, folded, storable
from core.people.sessions import SignedIn, end_sessions, grants_of, renew_sessions
from core.people.tokens import new_person_id
from core.places import regions


def add_person(
    session: WriteSession, actor: Actor, *, name: str, email: str, languages: Sequence[str]
) -> str:
    """Add somebody who can be given roles and invited to set a password; gives her id.

    Raises:
        NotAllowed: the actor manages people nowhere.
        EmailTaken: somebody has this address, however it is spelled.
        NameNotValid, EmailNotValid, LanguageCodeNotValid: they are not what they should be.
    """
    if not actor.regions_with(Permission.MANAGE_PEOPLE):
        raise NotAllowed
    address = checked_email(email)
    if session.scalar(select(Person.id).where(Person.email_folded == folded(address))):
        raise EmailTaken
    person = Person(
        id=new_person_id(),
        name=checked_name(name),
        email=address,
        email_folded=folded(address),
        languages=checked_languages(list(languages)),
        active=True,
        added_by=actor.key,
        created_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError as problem:
        # Another connection added the same address between the look and the insert.
        raise EmailTaken from problem
    note(session, actor, "added", person.id)
    record(session, PersonAdded(person=person.id))
    return person.id


def describe_person(
    session: WriteSession, actor: Actor, person: str, *, name: str, languages: Sequence[str]
) -> None:
    """Change what somebody is called and the languages she reads: by herself or who manages her.

    Raises:
        PersonNotFound, NotAllowed, NameNotValid, LanguageCodeNotValid.
    """
    row = locked_person(session, person)
    if actor.person != person or actor.scopes is not None:
        _must_manage(session, actor, row)
    row.name = checked_name(name)
    row.languages = checked_languages(list(languages))
    note(session, actor, "described", person)


def grant_role(session: WriteSession, actor: Actor, person: str, role: Role, region: str) -> bool:
    """Give a role for a region; False if the person has it there already.

    Raises:
        NotAllowed: the actor does not manage people there.
        RoleNotYoursToGive: the role allows something the actor may not do there herself.
        PersonNotFound: there is nobody with this id, or she left.
        RegionNotKnown: the tree has no such region.
    """
    row = locked_person(session, person)
    _must_be_able_to_give(actor, role, regions.checked(region))
    if not row.active:
        raise PersonNotFound
    if _held(session, person, role, region) is not None:
        return False
    session.add(
        RoleGrant(
            person=person,
            role=str(role),
            region=region,
            granted_by=actor.key,
            granted_at=clock.now(),
        )
    )
    session.flush()
    renew_sessions(session, person)
    note(session, actor, "role_granted", person, role=str(role), region=region)
    record(session, RoleGranted(person=person, role=str(role), region=region, by=actor.key))
    return True


def revoke_role(session: WriteSession, actor: Actor, person: str, role: Role, region: str) -> bool:
    """Take a role for a region away; False if the person does not have it just there.

    Raises:
        NotAllowed, RoleNotYoursToGive, PersonNotFound, RegionNotKnown: as in `grant_role`.
    """
    locked_person(session, person)
    _must_be_able_to_give(actor, role, regions.checked(region))
    held = _held(session, person, role, region)
    if held is None:
        return False
    session.execute(delete(RoleGrant).where(RoleGrant.id == held))
    renew_sessions(session, person)
    note(session, actor, "role_revoked", person, role=str(role), region=region)
    record(session, RoleRevoked(person=person, role=str(role), region=region, by=actor.key))
    return True


def let_go(session: WriteSession, actor: Actor, person: str) -> bool:
    """Close an account: its sessions end, its tokens and codes no longer serve; roles are kept.

    False if it was closed already.

    Raises:
        PersonNotFound, NotAllowed: the actor does not manage all of the person's roles.
    """
    row = locked_person(session, person)
    _must_manage(session, actor, row)
    if not row.active:
        return False
    row.active = False
    end_sessions(session, person)
    note(session, actor, "left", person)
    record(session, PersonLeft(person=person))
    return True


def take_back(session: WriteSession, actor: Actor, person: str) -> bool:
    """Open an account again, with the roles it had; False if it is open.

    Raises:
        PersonNotFound, NotAllowed: as in `let_go`.
    """
    row = locked_person(session, person)
    _must_manage(session, actor, row)
    if row.active:
        return False
    row.active = True
    note(session, actor, "returned", person)
    record(session, PersonReturned(person=person))
    return True


def set_password(
    session: WriteSession, actor: Actor, person: str, password: HashedPassword
) -> None:
    """Set a password from the house's own machine. People set theirs by `change_password` or link.

    Raises:
        NotAllowed: the actor is not the system.
        PersonNotFound: there is nobody with this id.
    """
    if actor != SYSTEM:
        raise NotAllowed
    put_password(session, actor, locked_person(session, person), password)


def change_password(session: WriteSession, who: SignedIn, password: HashedPassword) -> None:
    """Change one's own password; every other browser is signed out.

    Raises:
        SignInAgain: she did not sign in just now.
    """
    who.must_be_fresh()
    row = own_account(session, who)
    put_password(session, who.actor, row, password, but=who.session)


def sign_out_everywhere(session: WriteSession, actor: Actor, person: str) -> None:
    """End all sessions of a person: by herself or who manages her.

    Raises:
        PersonNotFound, NotAllowed.
    """
    row = locked_person(session, person)
    if actor.person != person or actor.scopes is not None:
        _must_manage(session, actor, row)
    end_sessions(session, person)
    note(session, actor, "signed_out_everywhere", person)


def put_password(
    session: WriteSession,
    actor: Actor,
    row: Person,
    password: HashedPassword,
    *,
    but: str | None = None,
) -> None:
    """Store a password whose right to be set was checked; the sessions end, save the one `but`."""
    row.password_hash = password.value
    end_sessions(session, row.id, but=but)
    note(session, actor, "password_set", row.id)
    record(session, SecurityChanged(person=row.id, what="password_set", by=actor.key))


def locked_person(session: WriteSession, person: str) -> Person:
    """The row of a person, held until the transaction ends. Raises `PersonNotFound`."""
    row = session.get(Person, storable(person), with_for_update=True, populate_existing=True)
    if row is None:
        raise PersonNotFound
    return row


def own_account(session: WriteSession, who: SignedIn) -> Person:
    """The locked row of who is signed in. Raises `SignInNeeded` if she left meanwhile."""
    row = locked_person(session, who.person)
    if not row.active:
        raise SignInNeeded
    return row


def managed_account(session: WriteSession, actor: Actor, person: str) -> Person:
    """The locked row of an account the actor manages. Raises `PersonNotFound`, `NotAllowed`."""
    row = locked_person(session, person)
    _must_manage(session, actor, row)
    return row


def _must_manage(session: WriteSession, actor: Actor, row: Person) -> None:
    if not may_manage(actor, grants_of(session, row.id), row.added_by):
        raise NotAllowed


def _must_be_able_to_give(actor: Actor, role: Role, region: str) -> None:
    actor.must(Permission.MANAGE_PEOPLE, region)
    if not actor.may_give(role, region):
        raise RoleNotYoursToGive


def _held(session: WriteSession, person: str, role: Role, region: str) -> int | None:
    return session.scalar(
        select(RoleGrant.id).where(
            RoleGrant.person == person, RoleGrant.role == str(role), RoleGrant.region == region
        )
    )
