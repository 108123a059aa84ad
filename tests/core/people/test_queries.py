"""Who sees whom."""

import pytest

from core.people.errors import NotAllowed, PersonNotFound
from core.people.permissions import ANYBODY, SYSTEM, Actor, Permission, Role
from core.people.queries import (
    audit_seen_by,
    contact_of,
    names_of,
    people_holding,
    people_seen_by,
    person_seen_by,
    person_with_email,
)
from core.people.service import add_person, grant_role, let_go
from core.places.errors import RegionNotKnown
from tests.core.people.village import Village, actor_with


def _names(village: Village, actor: Actor) -> set[str]:
    with village.database.reading() as session:
        return {seen.name for seen in people_seen_by(session, actor)}


def test_people_are_seen_by_who_manages_people_where_they_have_a_role(village: Village) -> None:
    village.add("niger", (Role.EXPERT, "NE"))
    village.add("mali", (Role.EXPERT, "ML"))
    village.add("both", (Role.EXPERT, "NE"), (Role.EXPERT, "KE"))
    village.add("west", (Role.COORDINATOR, "011"))
    village.add("bare")
    assert _names(village, actor_with((Role.COORDINATOR, "NE"))) == {"niger", "both"}
    west = {"niger", "mali", "both", "west"}
    assert _names(village, actor_with((Role.COORDINATOR, "011"))) == west
    assert _names(village, actor_with((Role.ADMINISTRATOR, "001"))) == west | {"bare"}
    assert _names(village, SYSTEM) == west | {"bare"}
    assert _names(village, actor_with((Role.EXPERT, "001"))) == set()
    assert _names(village, ANYBODY) == set()


def test_everybody_sees_herself(village: Village) -> None:
    person = village.add("amina")
    who = village.enter(person)
    assert _names(village, who.actor) == {"amina"}
    with village.database.reading() as session:
        assert person_seen_by(session, who.actor, person).email == "amina@example.org"
        assert [row.what for row in audit_seen_by(session, who.actor, person)] == [
            "password_set",
            "added",
        ]


def test_who_has_no_role_yet_is_seen_by_who_added_her(village: Village) -> None:
    mine = village.add("mine", (Role.COORDINATOR, "NE"))
    other = village.add("other", (Role.COORDINATOR, "NE"))
    village.set_up_totp(mine)
    village.set_up_totp(other)
    actor = village.enter(mine).actor
    with village.database.writing() as session:
        person = add_person(session, actor, name="new", email="n@b.org", languages=[])
    assert _names(village, actor) == {"mine", "other", "new"}
    assert _names(village, village.enter(other).actor) == {"mine", "other"}
    with village.database.writing() as session:
        grant_role(session, actor, person, Role.EXPERT, "NE")
    assert _names(village, village.enter(other).actor) == {"mine", "other", "new"}


def test_who_may_not_be_seen_is_not_found(village: Village) -> None:
    person = village.add("mali", (Role.EXPERT, "ML"))
    actor = actor_with((Role.COORDINATOR, "NE"))
    with village.database.reading() as session:
        for look in (person_seen_by, contact_of, audit_seen_by):
            for whom in (person, "p_nobody", "", "\x00\ud800"):
                with pytest.raises(PersonNotFound):
                    look(session, actor, whom)
        for email in ("mali@example.org", "nobody@example.org", "\x00\ud800"):
            with pytest.raises(PersonNotFound):
                person_with_email(session, actor, email)


def test_somebody_is_found_by_her_address_however_it_is_spelled(village: Village) -> None:
    person = village.add("amina")
    with village.database.reading() as session:
        assert person_with_email(session, SYSTEM, " AMINA@Example.org").id == person


def test_people_come_page_by_page(village: Village) -> None:
    added = {village.add(f"farmer{number}") for number in range(5)}
    found: list[str] = []
    with village.database.reading() as session:
        while page := people_seen_by(session, SYSTEM, after=found[-1] if found else "", most=2):
            found += [seen.id for seen in page]
    assert set(found) == added
    assert found == sorted(found)


def test_those_who_hold_a_permission_in_a_region_are_found_also_from_above(
    village: Village,
) -> None:
    niger = village.add("niger", (Role.COORDINATOR, "NE"))
    west = village.add("west", (Role.COORDINATOR, "011"), (Role.COORDINATOR, "NE"))
    village.add("mali", (Role.COORDINATOR, "ML"))
    village.add("expert", (Role.EXPERT, "NE"))
    left = village.add("left", (Role.COORDINATOR, "NE"))
    with village.database.writing() as session:
        let_go(session, SYSTEM, left)
    with village.database.reading() as session:
        found = people_holding(session, SYSTEM, Permission.ASSIGN_QUESTIONS, "NE")
        assert {one.person for one in found} == {niger, west}
        assert found[0].languages == ("sw", "en")
        above = people_holding(session, SYSTEM, Permission.ASSIGN_QUESTIONS, "011")
        assert {one.person for one in above} == {west}
        with pytest.raises(RegionNotKnown):
            people_holding(session, SYSTEM, Permission.ASSIGN_QUESTIONS, "XX")


def test_addresses_are_given_only_to_who_manages_people_there(village: Village) -> None:
    village.add("niger", (Role.EXPERT, "NE"))
    with village.database.reading() as session:
        coordinator = actor_with((Role.COORDINATOR, "NE"))
        assert people_holding(session, coordinator, Permission.ANSWER_QUESTIONS, "NE")
        for actor in (ANYBODY, actor_with((Role.EXPERT, "NE")), actor_with((Role.EDITOR, "001"))):
            with pytest.raises(NotAllowed):
                people_holding(session, actor, Permission.ANSWER_QUESTIONS, "NE")
        with pytest.raises(NotAllowed):
            people_holding(session, coordinator, Permission.ANSWER_QUESTIONS, "ML")


def test_names_are_given_by_id(village: Village) -> None:
    amina, binta = village.add("amina"), village.add("binta")
    with village.database.reading() as session:
        assert names_of(session, [amina, binta, "p_nobody", "system"]) == {
            amina: "amina",
            binta: "binta",
        }
        assert names_of(session, []) == {}
