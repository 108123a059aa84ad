"""Who may do what where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.errors import NotAllowed
from core.people.permissions import (
    ANYBODY,
    PERMISSION_TEXTS,
    ROLE_TEXTS,
    SYSTEM,
    TABLE,
    Actor,
    Permission,
    Role,
    may_manage,
    permissions_of,
)
from core.places import regions
from core.places.errors import RegionNotKnown
from tests.core.people.village import actor_with

every_region = st.sampled_from(regions.every_region())
every_role = st.sampled_from(list(Role))
every_permission = st.sampled_from(list(Permission))
_PAIRS = [(role, permission) for permission, roles in TABLE.items() for role in sorted(roles)]


def test_every_permission_stands_in_the_table_and_somebody_has_it() -> None:
    assert set(TABLE) == set(Permission)
    assert all(TABLE.values())


def test_every_role_allows_something_and_the_administrator_everything() -> None:
    assert all(permissions_of(role) for role in Role)
    assert permissions_of(Role.ADMINISTRATOR) == frozenset(Permission)


def test_every_role_and_permission_has_words() -> None:
    assert set(ROLE_TEXTS) == set(Role)
    assert set(PERMISSION_TEXTS) == set(Permission)


def test_the_table_says_what_it_should() -> None:
    assert permissions_of(Role.TRANSLATOR) == {Permission.TRANSLATE}
    assert permissions_of(Role.EXPERT) == {Permission.ANSWER_QUESTIONS}
    assert permissions_of(Role.EDITOR) == {
        Permission.EDIT_PRACTICES,
        Permission.PUBLISH_PRACTICES,
        Permission.TRANSLATE,
    }
    coordinator = permissions_of(Role.COORDINATOR)
    assert Permission.MANAGE_PEOPLE in coordinator
    assert not coordinator & {Permission.PUBLISH_PRACTICES, Permission.MANAGE_JOBS}


@given(st.sampled_from(_PAIRS), every_region, every_region)
def test_a_permission_holds_for_its_region_and_all_below_and_none_beside(
    pair: tuple[Role, Permission], granted: str, asked: str
) -> None:
    role, permission = pair
    inside = asked == granted or granted in regions.ancestors(asked)
    assert actor_with((role, granted)).may(permission, asked) is inside


@given(st.sampled_from(_PAIRS), every_region)
def test_a_permission_holds_in_every_country_of_its_region(
    pair: tuple[Role, Permission], granted: str
) -> None:
    role, permission = pair
    actor = actor_with((role, granted))
    assert all(actor.may(permission, country) for country in regions.countries_of(granted))
    assert not any(actor.may(permission, above) for above in regions.ancestors(granted))


@given(every_role, every_permission, every_region)
def test_a_role_allows_just_what_the_table_says(
    role: Role, permission: Permission, region: str
) -> None:
    assert actor_with((role, region)).may(permission, region) is (role in TABLE[permission])


@given(every_permission, every_region, st.frozensets(every_permission))
def test_a_token_may_no_more_than_its_scopes_and_its_person(
    permission: Permission, region: str, scopes: frozenset[Permission]
) -> None:
    grants = actor_with((Role.COORDINATOR, "002")).grants
    whole, narrowed = Actor("p_a", "A", grants), Actor("p_a", "A", grants, scopes)
    may = narrowed.may(permission, region)
    assert may is (whole.may(permission, region) and permission in scopes)


@given(every_permission, every_region)
def test_anybody_may_nothing_and_the_system_everything(permission: Permission, region: str) -> None:
    assert not ANYBODY.may(permission, region)
    assert SYSTEM.may(permission, region)


def test_must_goes_on_or_says_no() -> None:
    actor = actor_with((Role.COORDINATOR, "NE"))
    actor.must(Permission.SEE_QUEUE, "NE")
    with pytest.raises(NotAllowed):
        actor.must(Permission.SEE_QUEUE, "ML")
    with pytest.raises(NotAllowed):
        actor.must(Permission.SEE_QUEUE, "011")


def test_an_unknown_region_is_an_error_and_not_a_no() -> None:
    with pytest.raises(RegionNotKnown):
        ANYBODY.may(Permission.SEE_QUEUE, "XX")


def test_a_grant_for_a_region_that_is_gone_allows_nothing_and_breaks_nothing() -> None:
    actor = actor_with((Role.COORDINATOR, "ZZZ"), (Role.COORDINATOR, "NE"))
    assert actor.may(Permission.SEE_QUEUE, "NE")
    assert not actor.may(Permission.SEE_QUEUE, "ML")


def test_the_regions_of_a_permission_are_told_each_once() -> None:
    actor = actor_with((Role.COORDINATOR, "NE"), (Role.EXPERT, "NE"), (Role.EXPERT, "KE"))
    assert actor.regions_with(Permission.ANSWER_QUESTIONS) == ("NE", "KE")
    assert actor.regions_with(Permission.SEE_QUEUE) == ("NE",)
    assert actor.regions_with(Permission.SEE_JOBS) == ()


@given(every_role, every_region, every_role, every_region)
def test_nobody_gives_what_she_does_not_hold_there(
    own: Role, held: str, given_role: Role, where: str
) -> None:
    actor = actor_with((own, held))
    if actor.may_give(given_role, where):
        assert actor.may(Permission.MANAGE_PEOPLE, where)
        assert permissions_of(given_role) <= permissions_of(own)
        assert regions.contains(held, where)


def test_a_coordinator_gives_roles_below_her_and_an_editor_none() -> None:
    coordinator = actor_with((Role.COORDINATOR, "011"))
    assert coordinator.may_give(Role.EXPERT, "NE")
    assert coordinator.may_give(Role.COORDINATOR, "NE")
    assert coordinator.may_give(Role.TRANSLATOR, "011")
    assert not coordinator.may_give(Role.EDITOR, "NE")
    assert not coordinator.may_give(Role.ADMINISTRATOR, "NE")
    assert not coordinator.may_give(Role.EXPERT, "KE")
    assert not actor_with((Role.EDITOR, "001")).may_give(Role.TRANSLATOR, "NE")


def test_a_token_without_the_scope_gives_no_roles() -> None:
    scoped = Actor("p_a", "A", SYSTEM.grants, frozenset({Permission.MANAGE_PEOPLE}))
    assert not scoped.may_give(Role.EXPERT, "NE")
    both = frozenset({Permission.MANAGE_PEOPLE, Permission.ANSWER_QUESTIONS})
    assert Actor("p_a", "A", SYSTEM.grants, both).may_give(Role.EXPERT, "NE")


def test_an_account_is_managed_by_who_could_give_all_its_roles() -> None:
    coordinator = actor_with((Role.COORDINATOR, "NE"), person="p_coordinator")
    niger = actor_with((Role.EXPERT, "NE")).grants
    both = actor_with((Role.EXPERT, "NE"), (Role.EXPERT, "KE")).grants
    assert may_manage(coordinator, niger, "system")
    assert not may_manage(coordinator, both, "system")
    assert not may_manage(coordinator, actor_with((Role.EDITOR, "NE")).grants, "p_coordinator")
    assert may_manage(SYSTEM, both, "p_anyone")


def test_an_account_without_a_role_is_managed_by_who_added_it() -> None:
    coordinator = actor_with((Role.COORDINATOR, "NE"), person="p_coordinator")
    assert may_manage(coordinator, (), "p_coordinator")
    assert not may_manage(coordinator, (), "p_another")
    assert not may_manage(actor_with((Role.EXPERT, "NE"), person="p_e"), (), "p_e")
    assert not may_manage(ANYBODY, (), "anybody")
    assert may_manage(SYSTEM, (), "p_another")
