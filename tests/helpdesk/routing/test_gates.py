"""Who gets nothing, whatever else: away, full, unwilling, not verified; and never a rejection."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.places.errors import RegionNotKnown
from helpdesk.routing.facts import MONDAY_TO_FRIDAY, Absence, DeskFacts, Desks, ExpertFacts
from helpdesk.routing.rules import route
from helpdesk.routing.table import ExpertTable
from tests.helpdesk.routing.made import ASKED, DESKS, EAST, KENYA, NOW, expert, found, order

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("unwilling", {"willing": False}),
        ("not_verified", {"verified": False}),
        ("full", {"capacity": 2, "open_count": 2}),
        ("full", {"capacity": 2, "open_count": 5}),
        ("full", {"capacity": 0}),
        ("away", {"absences": (Absence(TODAY, TODAY),)}),
        ("away", {"absences": (Absence(date(2026, 1, 1)),)}),
        ("no_working_day", {"working_days": frozenset()}),
        ("no_desk", {"desk": None}),
        ("no_desk", {"desk": "closed"}),
    ],
)
def test_nothing_is_given_to_somebody_who_cannot_take_it_even_if_nobody_else_is_there(
    cause: str, told: dict[str, object]
) -> None:
    routing = found(expert("only", **told))
    assert routing.candidates == ()
    assert routing.excluded == {cause: 1}
    assert routing.outcome == "coordinator"


def test_an_absence_counts_on_its_first_and_its_last_day_and_not_around_them() -> None:
    def away(first: int, last: int) -> tuple[Absence, ...]:
        return (Absence(TODAY + timedelta(days=first), TODAY + timedelta(days=last)),)

    assert order(expert("a", absences=away(0, 3))) == []
    assert order(expert("a", absences=away(-3, 0))) == []
    assert order(expert("a", absences=away(-3, -1))) == ["a"]
    assert order(expert("a", absences=away(1, 3))) == ["a"]


def test_a_question_on_saturday_does_not_go_to_somebody_who_leaves_on_monday() -> None:
    saturday = datetime(2026, 3, 7, 9, tzinfo=UTC)
    monday = date(2026, 3, 9)
    leaves = expert("leaves", working_days=MONDAY_TO_FRIDAY, absences=(Absence(monday, monday),))
    stays = expert("stays", working_days=MONDAY_TO_FRIDAY, open_count=5)
    routing = route(ASKED, ExpertTable.of([leaves, stays]), DESKS, saturday)
    assert [one.expert for one in routing.candidates] == ["stays"]


def test_away_is_told_by_the_date_at_the_desk() -> None:
    late_in_london = datetime(2026, 3, 3, 22, tzinfo=UTC)  # already the 4th in Nairobi
    away = ExpertTable.of([expert("a", absences=(Absence(TODAY, TODAY),))])
    assert route(ASKED, away, DESKS, late_in_london).excluded == {"away": 1}
    assert not route(ASKED, away, DESKS, late_in_london - timedelta(hours=2)).excluded


def test_whoever_declined_a_question_does_not_get_it_again() -> None:
    asked = replace(ASKED, not_again=frozenset({"a", "gone"}))
    assert order(expert("a"), expert("b"), asked=asked) == ["b"]
    assert found(expert("a"), asked=asked).excluded == {"not_again": 1}


def test_each_excluded_expert_is_counted_once_by_the_first_cause() -> None:
    routing = found(
        expert("a", willing=False, verified=False, open_count=9),
        expert("b", verified=False),
        expert("c", open_count=6, absences=(Absence(TODAY),)),
        expert("d"),
    )
    assert routing.excluded == {"unwilling": 1, "not_verified": 1, "away": 1}


def test_when_nobody_is_free_the_question_goes_to_the_coordinator_with_a_deadline() -> None:
    routing = found(expert("a", open_count=6))
    assert routing.outcome == "coordinator"
    assert (routing.desk, routing.coordinators) == ("kenya", ("amina",))
    assert routing.deadline_at == NOW + timedelta(days=1)


def test_the_deadline_comes_from_the_calendar_that_is_handed_in() -> None:
    def by_desk(desk: DeskFacts | None, at: datetime) -> datetime:
        return at + timedelta(hours=2 if desk is KENYA else 99)

    routing = route(ASKED, ExpertTable.of([]), DESKS, NOW, deadline=by_desk)
    assert routing.deadline_at == NOW + timedelta(hours=2)
    free = route(ASKED, ExpertTable.of([expert("a")]), DESKS, NOW, deadline=by_desk)
    assert free.deadline_at is None


def test_a_desk_without_a_coordinator_leaves_it_to_the_next_one_up() -> None:
    desks = Desks((replace(KENYA, coordinators=()), EAST))
    assert found(desks=desks).desk == "east"
    assert found(desks=desks).coordinators == ("baraka",)


def test_a_place_no_desk_serves_is_told_and_not_an_error() -> None:
    routing = found(expert("a"), asked=replace(ASKED, place="PE"), desks=Desks((KENYA,)))
    assert (routing.outcome, routing.desk, routing.coordinators) == ("coordinator", None, ())
    assert routing.deadline_at is not None


def test_a_place_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(RegionNotKnown):
        found(asked=replace(ASKED, place="Atlantis"))
    with pytest.raises(RegionNotKnown):
        found(expert("a", regions=frozenset({"Atlantis"})))


@pytest.mark.parametrize(
    "wrong",
    [
        {"capacity": -1},
        {"open_count": -1},
        {"languages": {"sw": "so-so"}},
        {"working_days": frozenset({7})},
        {"last_assigned_at": datetime(2026, 3, 4)},  # noqa: DTZ001 - what is refused
    ],
)
def test_facts_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a:"):
        expert("a", **wrong)


def test_land_that_does_not_exist_is_refused_when_the_table_is_packed() -> None:
    with pytest.raises(ValueError, match="Zz"):
        ExpertTable.of([expert("a", climates=frozenset({"Zz"}))])


def test_two_experts_or_two_desks_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        ExpertTable.of([expert("a"), expert("a")])
    with pytest.raises(ValueError, match="one id"):
        Desks((KENYA, KENYA))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        route(ASKED, ExpertTable.of([]), DESKS, NOW.replace(tzinfo=None))


def test_a_clock_that_goes_back_is_no_trouble() -> None:
    later: ExpertFacts = expert("later", last_assigned_at=NOW + timedelta(hours=1))
    assert order(later, expert("never")) == ["never", "later"]
