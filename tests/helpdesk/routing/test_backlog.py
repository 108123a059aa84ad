"""A backlog given out at once: within capacities, and as well as it can be."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.routing import bound, one_by_one
from helpdesk.routing import backlog
from helpdesk.routing.backlog import Worths, assign_backlog, best_places, total_worth, worth_of_all
from helpdesk.routing.facts import Asked, ExpertFacts
from helpdesk.routing.readiness import readiness
from helpdesk.routing.table import ExpertTable
from tests.helpdesk.routing.made import (
    ASKED,
    DESKS,
    NOW,
    expert,
    found,
    questions,
    ready_count,
    rosters,
)


def _given(people: list[ExpertFacts], waiting: list[Asked]) -> dict[int, str]:
    given_out = assign_backlog(waiting, ExpertTable.of(people), DESKS, NOW)
    chosen = {one.question: one.candidate.expert for one in given_out.placed}
    assert sorted([*chosen, *given_out.left]) == list(range(len(waiting)))
    return chosen


def _worths(people: list[ExpertFacts], waiting: list[Asked]) -> Worths:
    table = ExpertTable.of(people)
    return worth_of_all(waiting, table, DESKS, readiness(table, DESKS, NOW))


waitings = st.lists(questions, max_size=10)


@given(rosters, waitings)
def test_a_backlog_never_exceeds_a_capacity_nor_goes_to_anybody_excluded(
    people: list[ExpertFacts], waiting: list[Asked]
) -> None:
    free = ready_count(people)
    chosen = _given(people, waiting)
    for name in chosen.values():
        free[name] -= 1
        assert free[name] >= 0
    for number, name in chosen.items():
        assert name not in waiting[number].not_again


@given(rosters, waitings)
def test_a_backlog_is_at_least_as_good_as_one_by_one_and_as_good_as_can_be(
    people: list[ExpertFacts], waiting: list[Asked]
) -> None:
    worths = _worths(people, waiting)
    chosen, _ = best_places(worths)
    turns = one_by_one(worths) if len(people) else chosen
    placed, in_turns = np.count_nonzero(chosen >= 0), np.count_nonzero(turns >= 0)
    assert placed >= in_turns
    if placed == in_turns:
        assert total_worth(worths, chosen) >= total_worth(worths, turns) - 1e-3


@settings(max_examples=40)
@given(rosters, st.lists(questions, min_size=1, max_size=4))
def test_no_other_way_to_give_a_small_backlog_out_is_better(
    people: list[ExpertFacts], waiting: list[Asked]
) -> None:
    worths = _worths(people[:4], waiting)
    chosen, _ = best_places(worths)
    found_one = (int(np.count_nonzero(chosen >= 0)), total_worth(worths, chosen))
    for other in product(range(-1, len(people[:4])), repeat=len(waiting)):
        tried = np.array(other)
        rows = np.flatnonzero(tried >= 0)
        taken = np.bincount(tried[rows], minlength=len(worths.free))
        if np.any(taken > worths.free) or np.isnan(worths.fixed[rows, tried[rows]]).any():
            continue
        placed = len(rows)
        assert placed <= found_one[0]
        if placed == found_one[0]:
            assert total_worth(worths, tried) <= found_one[1] + 1e-3


@settings(max_examples=40)
@given(rosters, st.lists(questions, min_size=1, max_size=8))
def test_another_method_finds_no_better_total_when_all_can_be_placed(
    people: list[ExpertFacts], waiting: list[Asked]
) -> None:
    roomy = [replace(one, capacity=one.capacity + 20) for one in people]
    worths = _worths(roomy, waiting)
    chosen, _ = best_places(worths)
    if np.all(chosen >= 0):
        assert total_worth(worths, chosen) == pytest.approx(bound(worths), abs=1e-5)


@given(rosters, waitings)
def test_no_question_goes_to_a_farther_desk_while_a_nearer_expert_who_fits_has_room(
    people: list[ExpertFacts], waiting: list[Asked]
) -> None:
    given_out = assign_backlog(waiting, ExpertTable.of(people), DESKS, NOW)
    room = ready_count(people)
    for one in given_out.placed:
        room[one.candidate.expert] -= 1
    for one in given_out.placed:
        ranked = found(*people, asked=waiting[one.question]).candidates
        nearer = [other for other in ranked if other.step < one.candidate.step]
        assert not any(room[other.expert] for other in nearer)


def test_one_question_is_given_as_it_is_given_alone() -> None:
    people = [expert("a", open_count=2), expert("b", languages={"en": "fluent"}), expert("c")]
    table = ExpertTable.of(people)
    (placed,) = assign_backlog([ASKED], table, DESKS, NOW).placed
    assert placed.candidate == found(*people).candidates[0]


def test_equal_experts_share_a_backlog_by_their_capacity() -> None:
    chosen = _given([expert("a", capacity=6), expert("b", capacity=3)], [ASKED] * 6)
    assert sorted(chosen.values()) == ["a"] * 4 + ["b"] * 2


def test_each_reason_tells_the_load_at_its_own_turn() -> None:
    table = ExpertTable.of([expert("a", open_count=2)])
    placed = assign_backlog([ASKED] * 3, table, DESKS, NOW).placed
    loads = [
        reason.data for one in placed for reason in one.candidate.reasons if reason.code == "load"
    ]
    assert loads == [{"open": n, "capacity": 6} for n in (2, 3, 4)]
    assert [one.candidate.parts["load"] for one in placed] == pytest.approx([4 / 6, 3 / 6, 2 / 6])


def test_the_only_expert_for_one_question_is_kept_for_it() -> None:
    both = expert("both", topics=frozenset({"planning", "markets"}), capacity=1)
    one = expert("one", languages={"en": "basic"}, capacity=1)
    markets = replace(ASKED, topic="markets", translations=frozenset())
    planning = replace(ASKED, topic="planning")
    assert _given([both, one], [planning, markets]) == {0: "one", 1: "both"}


def test_without_room_for_all_those_are_left_whom_the_experts_fit_least() -> None:
    other = replace(ASKED, topic="funding")
    assert set(_given([expert("a", capacity=1)], [other, ASKED])) == {1}


def test_without_room_for_equals_the_first_in_the_list_go_first() -> None:
    waiting = [replace(ASKED, id=str(number)) for number in range(5)]
    assert set(_given([expert("a", capacity=2)], waiting)) == {0, 1}


def test_as_many_as_can_be_are_placed_even_where_fewer_would_be_worth_more() -> None:
    fixed = np.array([[1.0, np.nan], [300.0, 2.0]])
    worths = Worths(fixed, np.array([1, 1]), np.zeros((2, 1)))
    assert best_places(worths)[0].tolist() == [0, 1]


def test_nobody_or_nothing_waiting_is_no_error() -> None:
    assert _given([], [ASKED]) == {}
    assert _given([expert("a")], []) == {}
    assert _given([expert("a", open_count=6)], [ASKED]) == {}


def test_what_is_too_much_to_weigh_at_once_goes_in_batches_within_capacities(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backlog, "MOST_CELLS", 12)
    people = [expert("a", capacity=3), expert("b", capacity=3)]
    chosen = _given(people, [ASKED] * 8)
    assert sorted(chosen.values()) == ["a"] * 3 + ["b"] * 3
    assert set(chosen) == set(range(6))
