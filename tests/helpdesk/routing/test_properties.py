"""What holds for every roster and every question."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.routing.facts import Asked, ExpertFacts
from tests.helpdesk.routing.made import (
    ASKED,
    busier,
    expert,
    found,
    order,
    questions,
    ready_count,
    rosters,
)


@given(rosters, questions)
def test_nobody_who_is_excluded_is_ever_a_candidate(
    people: list[ExpertFacts], asked: Asked
) -> None:
    by_id = {one.id: one for one in people}
    for name in order(*people, asked=asked):
        chosen = by_id[name]
        assert chosen.willing
        assert chosen.verified
        assert chosen.working_days
        assert chosen.open_count < chosen.capacity
        assert chosen.desk in {"kenya", "east", "world", "sahel"}
        assert name not in asked.not_again
        if asked.translations == frozenset() and asked.language:
            assert asked.language in chosen.languages


@given(rosters, questions)
def test_a_question_is_never_rejected(people: list[ExpertFacts], asked: Asked) -> None:
    routing = found(*people, asked=asked)
    if routing.candidates:
        assert routing.outcome in ("desk", "cover")
    else:
        assert routing.outcome == "coordinator"
        assert routing.coordinators
        assert routing.deadline_at is not None


@given(rosters, st.sampled_from(["sw", "fr"]))
def test_a_nearer_desk_where_somebody_fits_beats_any_farther(
    people: list[ExpertFacts], language: str
) -> None:
    asked = replace(ASKED, language=language)
    away = [replace(one, desk="east") if one.desk == "kenya" else one for one in people]
    first = order(*away, expert("near", languages={}, open_count=5), asked=asked)[0]
    assert first == "near"


@given(rosters, questions)
def test_candidates_come_by_step_and_then_by_worth(people: list[ExpertFacts], asked: Asked) -> None:
    ranked = [
        (one.step, -round(one.score, 9), one.expert)
        for one in found(*people, asked=asked).candidates
    ]
    assert ranked == sorted(ranked)


@given(rosters, questions, st.data(), st.integers(1, 3))
def test_more_load_never_raises_anybodys_rank(
    people: list[ExpertFacts], asked: Asked, data: st.DataObject, by: int
) -> None:
    before = order(*people, asked=asked)
    if not before:
        return
    name = data.draw(st.sampled_from(before))
    after = order(*(busier(one, by) if one.id == name else one for one in people), asked=asked)
    assert name not in after or after.index(name) >= before.index(name)


@given(rosters, questions, st.randoms(use_true_random=False))
def test_the_order_in_which_experts_come_changes_nothing(
    people: list[ExpertFacts], asked: Asked, chance: Random
) -> None:
    mixed = list(people)
    chance.shuffle(mixed)
    assert order(*mixed, asked=asked) == order(*people, asked=asked)


@given(rosters, questions)
def test_the_others_keep_their_order_when_one_is_taken_out(
    people: list[ExpertFacts], asked: Asked
) -> None:
    before = order(*people, asked=asked)
    assert order(*people[1:], asked=asked) == [name for name in before if name != people[0].id]


@given(rosters, questions)
def test_every_expert_of_a_step_fits_or_is_left_out_for_a_cause(
    people: list[ExpertFacts], asked: Asked
) -> None:
    routing = found(*people, asked=asked)
    for one in routing.tried:
        assert one.experts == one.fits + sum(one.left_out.values())
    if routing.candidates:
        assert routing.tried[-1].fits
    assert all(not one.fits for one in routing.tried[: -1 if routing.candidates else None])
    could = len(ready_count(people).keys() - asked.not_again)
    assert could + sum(routing.excluded.values()) == len(people)
