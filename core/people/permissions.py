"""What each role may do, and who acts.

A role is granted for a region of `core.places.regions` (the world, a continent, a sub-region, a
country) and holds there and everywhere below, never beside or above.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.people.errors import NotAllowed
from core.places import regions
from core.words import N_


class Role(StrEnum):
    """What a person can be, somewhere."""

    TRANSLATOR = "translator"
    EXPERT = "expert"
    EDITOR = "editor"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What can be allowed."""

    ANSWER_QUESTIONS = "answer_questions"
    SEE_QUEUE = "see_queue"
    ASSIGN_QUESTIONS = "assign_questions"
    MANAGE_DESK = "manage_desk"
    MANAGE_ROSTER = "manage_roster"
    VERIFY_EXPERTS = "verify_experts"
    SEE_INSIGHT = "see_insight"
    MANAGE_PEOPLE = "manage_people"
    TRANSLATE = "translate"
    EDIT_PRACTICES = "edit_practices"
    PUBLISH_PRACTICES = "publish_practices"
    MANAGE_WEBHOOKS = "manage_webhooks"
    SEE_JOBS = "see_jobs"
    MANAGE_JOBS = "manage_jobs"


_TRA, _EXP, _EDI, _COO, _ADM = Role

TABLE: Mapping[Permission, frozenset[Role]] = {
    permission: frozenset(roles)
    for permission, roles in {
        Permission.ANSWER_QUESTIONS: (_EXP, _COO, _ADM),
        Permission.SEE_QUEUE: (_COO, _ADM),
        Permission.ASSIGN_QUESTIONS: (_COO, _ADM),
        Permission.MANAGE_DESK: (_COO, _ADM),
        Permission.MANAGE_ROSTER: (_COO, _ADM),
        Permission.VERIFY_EXPERTS: (_COO, _ADM),
        Permission.SEE_INSIGHT: (_COO, _ADM),
        Permission.MANAGE_PEOPLE: (_COO, _ADM),
        Permission.TRANSLATE: (_TRA, _EDI, _COO, _ADM),
        Permission.EDIT_PRACTICES: (_EDI, _ADM),
        Permission.PUBLISH_PRACTICES: (_EDI, _ADM),
        Permission.MANAGE_WEBHOOKS: (_ADM,),
        Permission.SEE_JOBS: (_ADM,),
        Permission.MANAGE_JOBS: (_ADM,),
    }.items()
}
"""Who may do what. What concerns the whole house (webhooks, jobs) is asked for the world."""

ROLE_TEXTS: Mapping[Role, str] = {
    Role.TRANSLATOR: N_("Translator"),
    Role.EXPERT: N_("Expert"),
    Role.EDITOR: N_("Editor"),
    Role.COORDINATOR: N_("Coordinator"),
    Role.ADMINISTRATOR: N_("Administrator"),
}

PERMISSION_TEXTS: Mapping[Permission, str] = {
    Permission.ANSWER_QUESTIONS: N_("Answer questions"),
    Permission.SEE_QUEUE: N_("See all questions of a desk"),
    Permission.ASSIGN_QUESTIONS: N_("Give questions to experts"),
    Permission.MANAGE_DESK: N_("Change a desk, its hours and its languages"),
    Permission.MANAGE_ROSTER: N_("Change the list of experts"),
    Permission.VERIFY_EXPERTS: N_("Confirm who an expert is"),
    Permission.SEE_INSIGHT: N_("See figures and reports"),
    Permission.MANAGE_PEOPLE: N_("Add people and give them roles"),
    Permission.TRANSLATE: N_("Translate"),
    Permission.EDIT_PRACTICES: N_("Write and change practices"),
    Permission.PUBLISH_PRACTICES: N_("Publish practices"),
    Permission.MANAGE_WEBHOOKS: N_("Send events to other systems"),
    Permission.SEE_JOBS: N_("See background work"),
    Permission.MANAGE_JOBS: N_("Repeat or drop background work"),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for a region: its code, which holds below it too."""

    role: Role
    region: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, a program with a person's token, anybody, or the system itself.

    `scopes` narrows what a token may do; None where a person acts herself.
    """

    person: str | None
    name: str
    grants: tuple[Grant, ...] = ()
    scopes: frozenset[Permission] | None = None

    def may(self, permission: Permission, region: str) -> bool:
        """Whether she may do this in `region`.

        Raises:
            RegionNotKnown: the tree has no such region.
        """
        here_and_above = (region, *regions.ancestors(region))
        return any(where in here_and_above for where in self.regions_with(permission))

    def must(self, permission: Permission, region: str) -> None:
        """Go on only if she may.

        Raises:
            NotAllowed: she may not.
            RegionNotKnown: the tree has no such region.
        """
        if not self.may(permission, region):
            raise NotAllowed

    def regions_with(self, permission: Permission) -> tuple[str, ...]:
        """The regions she was granted this for; it holds below each. Empty: nowhere."""
        if self.scopes is not None and permission not in self.scopes:
            return ()
        roles = TABLE[permission]
        return tuple(dict.fromkeys(one.region for one in self.grants if one.role in roles))

    def may_give(self, role: Role, region: str) -> bool:
        """Whether she may give, or take away, a role there: she manages people and holds it all.

        Raises:
            RegionNotKnown: the tree has no such region.
        """
        if not self.may(Permission.MANAGE_PEOPLE, region):
            return False
        return all(self.may(permission, region) for permission in permissions_of(role))

    @property
    def key(self) -> str:
        """How notes name her: the person's id, else "system" or "anybody"."""
        return self.person or self.name


ANYBODY = Actor(None, "anybody")
"""Somebody without an account."""
SYSTEM = Actor(None, "system", tuple(Grant(role, regions.WORLD) for role in Role))
"""The house itself: commands on its machine and background work."""


def permissions_of(role: Role) -> frozenset[Permission]:
    """Everything a role allows."""
    return frozenset(permission for permission, roles in TABLE.items() if role in roles)


def may_manage(actor: Actor, grants: tuple[Grant, ...], added_by: str) -> bool:
    """Whether the actor may change another person's account: she could give all its roles.

    An account without a role belongs to who added it, and to who manages people everywhere.
    """
    if grants:
        return all(actor.may_give(one.role, one.region) for one in grants)
    if actor.may(Permission.MANAGE_PEOPLE, regions.WORLD):
        return True
    return added_by == actor.key and bool(actor.regions_with(Permission.MANAGE_PEOPLE))
