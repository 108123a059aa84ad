"""Adding people, giving and taking roles, closing accounts."""

import pytest
from sqlalchemy import func, select

from core.people.errors import (
    EmailNotValid,
    EmailTaken,
    NameNotValid,
    NotAllowed,
    PersonNotFound,
    RoleNotYoursToGive,
    SignInAgain,
    SignInNeeded,
)
from core.people.models import Person, RoleGrant
from core.people.passwords import hash_password
from core.people.permissions import ANYBODY, SYSTEM, Actor, Grant, Permission, Role
from core.people.queries import audit_seen_by, person_seen_by
from core.people.service import (
    add_person,
    change_password,
    describe_person,
    grant_role,
    let_go,
    revoke_role,
    set_password,
    sign_out_everywhere,
    take_back,
)
from core.places.errors import RegionNotKnown
from tests.core.people.conftest import MovableClock
from tests.core.people.village import OTHER, Village, actor_with, at_once


def _roles(village: Village, person: str) -> tuple[Grant, ...]:
    with village.database.reading() as session:
        return person_seen_by(session, SYSTEM, person).grants


def _audit(village: Village, person: str) -> list[tuple[str, str, dict[str, object]]]:
    with village.database.reading() as session:
        rows = audit_seen_by(session, SYSTEM, person)
    return [(row.by, row.what, row.detail) for row in reversed(rows)]


def test_somebody_added_is_known_and_can_be_found(village: Village) -> None:
    with village.database.writing() as session:
        person = add_person(
            session, SYSTEM, name=" Amina  Moussa", email="Amina@Example.org", languages=["ha"]
        )
    with village.database.reading() as session:
        seen = person_seen_by(session, SYSTEM, person)
    assert (seen.name, seen.email, seen.languages) == ("Amina Moussa", "Amina@Example.org", ("ha",))
    assert (seen.active, seen.has_password, seen.second_factor) == (True, False, False)
    assert village.events() == [("PersonAdded", {"person": person})]
    assert _audit(village, person) == [("system", "added", {})]


def test_an_address_is_taken_however_it_is_spelled(village: Village) -> None:
    village.add("amina")
    with village.database.writing() as session, pytest.raises(EmailTaken):
        add_person(session, SYSTEM, name="B", email="AMINA@example.ORG ", languages=[])


def test_of_two_who_add_one_address_at_once_one_is_told(village: Village) -> None:
    def add() -> str:
        with village.database.writing() as session:
            return add_person(session, SYSTEM, name="A", email="a@b.org", languages=[])

    came = at_once(add, add, add)
    assert sorted(type(one).__name__ for one in came) == ["EmailTaken", "EmailTaken", "str"]
    with village.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_only_who_manages_people_somewhere_adds_somebody(village: Village) -> None:
    for actor in (ANYBODY, actor_with((Role.EXPERT, "001")), actor_with((Role.EDITOR, "001"))):
        with village.database.writing() as session, pytest.raises(NotAllowed):
            add_person(session, actor, name="A", email="a@b.org", languages=[])
    with village.database.writing() as session:
        add_person(
            session,
            actor_with((Role.COORDINATOR, "NE")),
            name="A",
            email="a@b.org",
            languages=[],
        )


def test_somebody_without_a_name_or_an_address_is_not_added(village: Village) -> None:
    with village.database.writing() as session:
        with pytest.raises(NameNotValid):
            add_person(session, SYSTEM, name=" ", email="a@b.org", languages=[])
        with pytest.raises(EmailNotValid):
            add_person(session, SYSTEM, name="A", email="a.b.org", languages=[])


def test_a_role_given_is_held_recorded_and_noted(village: Village) -> None:
    person = village.add("amina")
    actor = actor_with((Role.COORDINATOR, "011"), person="p_coordinator")
    with village.only_new_events() as happened, village.database.writing() as session:
        assert grant_role(session, actor, person, Role.EXPERT, "NE") is True
        assert grant_role(session, actor, person, Role.EXPERT, "NE") is False
    told = {"person": person, "role": "expert", "region": "NE", "by": "p_coordinator"}
    assert happened == [("RoleGranted", told)]
    assert _roles(village, person) == (Grant(Role.EXPERT, "NE"),)
    detail = {"role": "expert", "region": "NE"}
    assert _audit(village, person)[-1] == ("p_coordinator", "role_granted", detail)


def test_a_role_taken_away_is_gone_at_once(village: Village) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"), (Role.EXPERT, "ML"))
    token = village.token(person)
    with village.only_new_events() as happened, village.database.writing() as session:
        assert revoke_role(session, SYSTEM, person, Role.EXPERT, "NE") is True
        assert revoke_role(session, SYSTEM, person, Role.EXPERT, "NE") is False
        assert revoke_role(session, SYSTEM, person, Role.EXPERT, "011") is False
    assert [name for name, _ in happened] == ["RoleRevoked"]
    assert _roles(village, person) == (Grant(Role.EXPERT, "ML"),)
    assert village.must_know(token).must_renew


@pytest.mark.parametrize("act", [grant_role, revoke_role])
def test_roles_are_given_and_taken_only_by_who_may(village: Village, act) -> None:  # type: ignore[no-untyped-def]
    person = village.add("amina", (Role.EDITOR, "NE"))
    coordinator = actor_with((Role.COORDINATOR, "NE"))
    for actor, role, region, error in (
        (ANYBODY, Role.EXPERT, "NE", NotAllowed),
        (actor_with((Role.EXPERT, "001")), Role.EXPERT, "NE", NotAllowed),
        (coordinator, Role.EXPERT, "ML", NotAllowed),
        (coordinator, Role.EXPERT, "011", NotAllowed),
        (coordinator, Role.EDITOR, "NE", RoleNotYoursToGive),
        (coordinator, Role.ADMINISTRATOR, "NE", RoleNotYoursToGive),
        (SYSTEM, Role.EXPERT, "XX", RegionNotKnown),
    ):
        with village.database.writing() as session, pytest.raises(error):
            act(session, actor, person, role, region)
    with village.database.writing() as session, pytest.raises(PersonNotFound):
        act(session, SYSTEM, "p_nobody", Role.EXPERT, "NE")
    assert _roles(village, person) == (Grant(Role.EDITOR, "NE"),)


def test_a_role_given_twice_at_once_is_held_once_and_told_once(village: Village) -> None:
    person = village.add("amina")

    def give() -> bool:
        with village.database.writing() as session:
            return grant_role(session, SYSTEM, person, Role.EXPERT, "NE")

    with village.only_new_events() as happened:
        came = at_once(give, give, give)
    assert sorted(map(str, came)) == ["False", "False", "True"]
    assert [name for name, _ in happened] == ["RoleGranted"]
    with village.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RoleGrant)) == 1


def test_a_role_given_and_taken_at_once_ends_in_one_of_both(village: Village) -> None:
    person = village.add("amina")

    def act(what) -> bool:  # type: ignore[no-untyped-def]
        with village.database.writing() as session:
            done: bool = what(session, SYSTEM, person, Role.EXPERT, "NE")
            return done

    given, taken = at_once(lambda: act(grant_role), lambda: act(revoke_role))
    assert given is True
    assert (_roles(village, person) == ()) is taken


def test_who_left_cannot_sign_in_and_gets_no_roles(village: Village) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"))
    token = village.token(person)
    with village.only_new_events() as happened, village.database.writing() as session:
        assert let_go(session, SYSTEM, person) is True
        assert let_go(session, SYSTEM, person) is False
    assert happened == [("PersonLeft", {"person": person})]
    assert village.known(token) is None
    with village.database.writing() as session, pytest.raises(PersonNotFound):
        grant_role(session, SYSTEM, person, Role.EXPERT, "ML")
    with village.database.writing() as session:
        assert take_back(session, SYSTEM, person) is True
        assert take_back(session, SYSTEM, person) is False
    assert village.known(token) is None, "she signs in anew"
    assert _roles(village, person) == (Grant(Role.EXPERT, "NE"),)


def test_an_account_is_closed_only_by_who_could_give_all_its_roles(village: Village) -> None:
    chief = village.add("chief", (Role.ADMINISTRATOR, "001"))
    both = village.add("both", (Role.EXPERT, "NE"), (Role.EXPERT, "KE"))
    expert = village.add("expert", (Role.EXPERT, "NE"))
    coordinator = actor_with((Role.COORDINATOR, "NE"))
    for person in (chief, both):
        for act in (let_go, take_back, sign_out_everywhere):
            with village.database.writing() as session, pytest.raises(NotAllowed):
                act(session, coordinator, person)
    with village.database.writing() as session:
        assert let_go(session, coordinator, expert)


def test_a_person_describes_herself_and_others_only_if_she_manages_them(village: Village) -> None:
    person = village.add("amina", (Role.EXPERT, "NE"))
    herself = village.enter(person).actor
    with village.database.writing() as session:
        describe_person(session, herself, person, name="Amina M.", languages=["ha", "fr"])
    with village.database.reading() as session:
        seen = person_seen_by(session, SYSTEM, person)
    assert (seen.name, seen.languages) == ("Amina M.", ("ha", "fr"))
    token = Actor(person, "amina", herself.grants, frozenset(Permission))
    for actor in (actor_with((Role.EXPERT, "NE")), ANYBODY, token):
        with village.database.writing() as session, pytest.raises(NotAllowed):
            describe_person(session, actor, person, name="X", languages=[])


def test_only_the_house_itself_sets_a_password_for_somebody(village: Village) -> None:
    person = village.add("amina")
    chief = actor_with((Role.ADMINISTRATOR, "001"))
    other = hash_password(OTHER)
    for actor in (chief, ANYBODY, village.enter(person).actor):
        with village.database.writing() as session, pytest.raises(NotAllowed):
            set_password(session, actor, person, other)


def test_a_changed_password_ends_every_other_session(village: Village) -> None:
    person = village.add("amina")
    here, there = village.token(person), village.token(person, "192.0.2.1")
    who, other = village.must_know(here), hash_password(OTHER)
    with village.only_new_events() as happened, village.database.writing() as session:
        change_password(session, who, other)
    told = {"person": person, "what": "password_set", "by": person}
    assert happened == [("SecurityChanged", told)]
    assert village.known(there) is None
    assert village.must_know(here).must_renew
    assert village.must_know(village.sign_in("amina", OTHER)).person == person


def test_a_password_is_changed_only_shortly_after_signing_in(
    village: Village, time: MovableClock
) -> None:
    who, other = village.enter(village.add("amina")), hash_password(OTHER)
    time.move(minutes=16)
    with village.database.writing() as session, pytest.raises(SignInAgain):
        change_password(session, who, other)


def test_who_left_meanwhile_changes_nothing(village: Village) -> None:
    person = village.add("amina")
    who, other = village.enter(person), hash_password(OTHER)
    with village.database.writing() as session:
        let_go(session, SYSTEM, person)
    with village.database.writing() as session, pytest.raises(SignInNeeded):
        change_password(session, who, other)


def test_a_person_signs_herself_out_everywhere(village: Village) -> None:
    person = village.add("amina")
    tokens = [village.token(person) for _ in range(3)]
    another = village.token(village.add("binta"))
    with village.database.writing() as session:
        sign_out_everywhere(session, village.must_know(tokens[0]).actor, person)
    assert [village.known(token) for token in tokens] == [None, None, None]
    assert village.known(another) is not None
