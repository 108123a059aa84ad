"""Reading people. An account is seen by its owner and by who manages people where it has a role."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from core.database import ReadSession, WriteSession
from core.people.errors import PersonNotFound
from core.people.models import PeopleAudit, Person, RecoveryCode, RoleGrant
from core.people.permissions import TABLE, Actor, Grant, Permission, Role
from core.people.rules import folded, storable
from core.places import regions

AnySession = ReadSession | WriteSession


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """An account as those see it who may."""

    id: str
    name: str
    email: str = field(repr=False)
    languages: tuple[str, ...]
    active: bool
    has_password: bool
    second_factor: bool
    signed_in_at: datetime | None
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to tell something, where, and in which languages (the first one she prefers)."""

    person: str
    name: str
    email: str = field(repr=False)
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what to an account, and when. `by` is a person's id, "system" or "anybody"."""

    happened_at: datetime
    by: str
    what: str
    about: str
    detail: dict[str, Any]


def person_seen_by(session: AnySession, actor: Actor, person: str) -> PersonSeen:
    """One account. Raises `PersonNotFound` also where the actor may not see it."""
    return _one(session, actor, Person.id == storable(person))


def person_with_email(session: AnySession, actor: Actor, email: str) -> PersonSeen:
    """The account with this address. Raises `PersonNotFound` also where it may not be seen."""
    return _one(session, actor, Person.email_folded == folded(email[:1000]))


def people_seen_by(
    session: AnySession, actor: Actor, *, after: str = "", most: int = 100
) -> list[PersonSeen]:
    """The accounts the actor may see, by id, starting after the id `after`: keyset paging."""
    rows = session.scalars(
        select(Person)
        .where(_visible_to(actor), Person.id > storable(after))
        .order_by(Person.id)
        .limit(most)
    ).all()
    return _seen(session, rows)


def people_holding(
    session: AnySession, actor: Actor, permission: Permission, region: str
) -> list[Contact]:
    """The active people who may do this in `region`, by id: those to tell what concerns it.

    Raises:
        NotAllowed: the actor does not manage people there. Notices ask as the system.
        RegionNotKnown: the tree has no such region.
    """
    actor.must(Permission.MANAGE_PEOPLE, region)
    rows = session.execute(
        select(Person.id, Person.name, Person.email, Person.languages)
        .where(
            Person.active,
            Person.id.in_(
                select(RoleGrant.person).where(
                    RoleGrant.region.in_((region, *regions.ancestors(region))),
                    RoleGrant.role.in_([str(role) for role in TABLE[permission]]),
                )
            ),
        )
        .order_by(Person.id)
    )
    return [Contact(row.id, row.name, row.email, tuple(row.languages)) for row in rows]


def contact_of(session: AnySession, actor: Actor, person: str) -> Contact:
    """Where to reach one active person. Raises `PersonNotFound` also where it may not be seen."""
    seen = _one(session, actor, (Person.id == storable(person)) & Person.active)
    return Contact(seen.id, seen.name, seen.email, seen.languages)


def names_of(session: AnySession, people: Iterable[str]) -> dict[str, str]:
    """Names by id, for whoever sees what these people did; unknown ids are left out."""
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(set(people))))
    return {row.id: row.name for row in rows}


def recovery_codes_left(session: AnySession, actor: Actor) -> int:
    """How many recovery codes the actor herself has left."""
    unused = select(RecoveryCode.hash).where(
        RecoveryCode.person == actor.person, RecoveryCode.used_at.is_(None)
    )
    return len(session.scalars(unused).all())


def audit_seen_by(
    session: AnySession, actor: Actor, person: str, *, most: int = 100
) -> list[AuditRow]:
    """What was done to an account, newest first. Raises `PersonNotFound` where it is not seen."""
    person_seen_by(session, actor, person)
    rows = session.scalars(
        select(PeopleAudit)
        .where(PeopleAudit.about == person)
        .order_by(PeopleAudit.id.desc())
        .limit(most)
    )
    return [AuditRow(row.happened_at, row.by, row.what, row.about, row.detail) for row in rows]


def _one(session: AnySession, actor: Actor, which: ColumnElement[bool]) -> PersonSeen:
    row = session.scalar(select(Person).where(which, _visible_to(actor)))
    if row is None:
        raise PersonNotFound
    return _seen(session, [row])[0]


def _visible_to(actor: Actor) -> ColumnElement[bool]:
    """Herself; who has a role where she manages people; who has none yet and was added by her."""
    where = actor.regions_with(Permission.MANAGE_PEOPLE)
    if regions.WORLD in where:
        return Person.id.is_not(None)
    own = Person.id == actor.person if actor.person else Person.id.is_(None)
    if not where:
        return own
    below = {code for region in where for code in _with_all_below(region)}
    has_role_there = Person.id.in_(select(RoleGrant.person).where(RoleGrant.region.in_(below)))
    has_none = Person.id.not_in(select(RoleGrant.person))
    return or_(own, has_role_there, has_none & (Person.added_by == actor.key))


def _with_all_below(region: str) -> list[str]:
    found = [region]
    for code in found:
        found += regions.children(code)
    return found


def _seen(session: AnySession, rows: Sequence[Person]) -> list[PersonSeen]:
    grants: dict[str, list[Grant]] = {row.id: [] for row in rows}
    for held in session.execute(
        select(RoleGrant.person, RoleGrant.role, RoleGrant.region)
        .where(RoleGrant.person.in_(grants))
        .order_by(RoleGrant.region, RoleGrant.role)
    ):
        grants[held.person].append(Grant(Role(held.role), held.region))
    return [
        PersonSeen(
            id=row.id,
            name=row.name,
            email=row.email,
            languages=tuple(row.languages),
            active=row.active,
            has_password=row.password_hash is not None,
            second_factor=row.totp_confirmed_at is not None,
            signed_in_at=row.signed_in_at,
            grants=tuple(grants[row.id]),
        )
        for row in rows
    ]
