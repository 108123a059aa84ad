"""What can have happened to people and their rights. No event carries a secret or an address."""

from core.outbox.events import Event


class PersonAdded(Event, frozen=True, kw_only=True):
    """Somebody is known now."""

    person: str


class PersonLeft(Event, frozen=True, kw_only=True):
    """Somebody can no longer sign in; what she held needs another."""

    person: str


class PersonReturned(Event, frozen=True, kw_only=True):
    """Somebody can sign in again."""

    person: str


class RoleGranted(Event, frozen=True, kw_only=True):
    """A person got a role for a region."""

    person: str
    role: str
    region: str
    by: str


class RoleRevoked(Event, frozen=True, kw_only=True):
    """A person lost a role for a region."""

    person: str
    role: str
    region: str
    by: str


class SecurityChanged(Event, frozen=True, kw_only=True):
    """What protects an account changed; its owner should hear of it.

    `what` is one of `core.people.audit.What`.
    """

    person: str
    what: str
    by: str
