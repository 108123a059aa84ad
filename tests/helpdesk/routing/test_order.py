"""Who comes first: desk, topic, language, land and answers, load, since last; in this order."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from helpdesk.routing.criteria import Criteria
from helpdesk.routing.errors import WeightsNotInOrder
from helpdesk.routing.facts import MONDAY_TO_FRIDAY, Answered, Asked, DeskFacts, Desks
from helpdesk.routing.rules import route
from helpdesk.routing.table import ExpertTable
from practices.zones.zone import Zone
from tests.helpdesk.routing.made import (
    ASKED,
    DESKS,
    EAST,
    KENYA,
    MACHAKOS,
    NOW,
    SAHEL,
    WORLD,
    codes,
    expert,
    found,
    order,
)

AT_HOME = {
    "climates": frozenset({"Cwb"}),
    "soils": frozenset({"LAC"}),
    "land_uses": frozenset({"Ca"}),
    "answered": (Answered("planning", MACHAKOS, 40),),
}


def test_the_nearest_desk_comes_first_whatever_else_speaks_for_the_farther() -> None:
    near = expert("near", languages={"hi": "native"}, open_count=5, climates=frozenset({"EF"}))
    far = expert("far", desk="east", **AT_HOME)
    assert order(near, far) == ["near", "far"]
    assert found(near, far).outcome == "desk"


def test_the_search_climbs_only_when_nobody_nearer_fits_and_says_what_it_tried() -> None:
    routing = found(
        expert("full", open_count=6), expert("other", topics=frozenset()), expert("w", desk="world")
    )
    assert [one.expert for one in routing.candidates] == ["w", "other"]
    assert [(one.tier.region, one.experts, one.fits) for one in routing.tried] == [
        ("KE", 2, 0),
        ("014", 0, 0),
        ("001", 1, 1),
    ]
    assert routing.tried[0].left_out == {"full": 1, "other_topic": 1}
    assert "nobody_nearer" in codes(routing)["w"]


def test_an_expert_of_the_topic_farther_away_comes_before_one_of_another_topic_nearby() -> None:
    near, cover = expert("near", topics=frozenset({"markets"})), expert("cover", desk="sahel")
    routing = found(near, cover)
    assert [one.expert for one in routing.candidates] == ["cover", "near"]
    assert codes(routing)["near"] > {"other_topic"}


def test_when_nobodys_topic_matches_the_nearest_gets_it_all_the_same() -> None:
    markets = frozenset({"markets"})
    routing = found(expert("e", desk="east", topics=markets), expert("k", topics=markets))
    assert [one.expert for one in routing.candidates] == ["k", "e"]
    assert routing.outcome == "desk"
    assert routing.tried[-1].tier.any_topic


def test_a_question_of_no_known_topic_asks_for_none() -> None:
    routing = found(expert("a", topics=frozenset()), asked=replace(ASKED, topic=None))
    assert codes(routing)["a"].isdisjoint({"other_topic"})


def test_reading_the_language_beats_through_translation_whatever_the_land_and_the_load() -> None:
    reads = expert("reads", languages={"sw-KE": "working"}, open_count=5, last_assigned_at=NOW)
    translated = expert("translated", languages={"en": "native", "sw": "basic"}, **AT_HOME)
    asked = replace(ASKED, text_match={"translated": 1.0})
    assert order(translated, reads, asked=asked) == ["reads", "translated"]
    assert codes(found(translated, reads))["translated"] >= {
        "reads_a_little",
        "through_translation",
    }


def test_a_language_nobody_can_translate_into_is_not_served_through_translation() -> None:
    asked = replace(ASKED, translations=frozenset({"en"}))
    routing = found(
        expert("hindi", languages={"hi": "native"}),
        expert("english", languages={"en": "working"}),
        expert("little", languages={"en": "basic"}),
        asked=asked,
    )
    assert [one.expert for one in routing.candidates] == ["english"]
    assert routing.tried[0].left_out == {"other_language": 2}
    said = next(one for one in routing.candidates[0].reasons if one.code == "through_translation")
    assert said.data == {"language": "sw", "into": "en"}


def test_a_question_in_no_known_language_says_nothing_of_languages() -> None:
    routing = found(expert("a"), asked=replace(ASKED, language=None))
    assert codes(routing)["a"].isdisjoint({"reads", "through_translation", "reads_a_little"})


def test_closer_land_comes_first_and_land_not_told_lies_between() -> None:
    like = expert("like", climates=frozenset({"Cwb", "EF"}), soils=frozenset({"LAC"}))
    unlike = expert("unlike", climates=frozenset({"EF"}), soils=frozenset({"ORG"}))
    assert order(unlike, expert("untold"), like) == ["like", "untold", "unlike"]


def test_answers_to_like_questions_count_and_those_on_other_land_count_less() -> None:
    def past(name: str, topic: str, zone: Zone) -> object:
        return expert(name, answered=(Answered(topic, zone, 12),))

    tundra = Zone(climate="ET", soil="ORG", land_use="Fn", lat=65)
    people = [
        expert("b"),
        past("a", "markets", MACHAKOS),
        past("y", "planning", tundra),
        past("z", "planning", MACHAKOS),
    ]
    routing = found(*people)  # type: ignore[arg-type]
    assert [one.expert for one in routing.candidates] == ["z", "y", "a", "b"]
    assert codes(routing)["z"] > {"answered_like"}
    assert codes(routing)["y"] > {"answered_topic"}
    assert codes(routing)["a"].isdisjoint({"answered_like", "answered_topic"})


def test_words_like_those_of_earlier_answers_count_by_id_or_by_place() -> None:
    people = [expert("a"), expert("b")]
    assert order(*people, asked=replace(ASKED, text_match={"b": 0.9, "gone": 1.0})) == ["b", "a"]
    array = np.array([np.nan, 0.9])
    assert order(*people, asked=replace(ASKED, text_match=array)) == ["b", "a"]
    with pytest.raises(ValueError, match="2 experts"):
        found(*people, asked=replace(ASKED, text_match=np.array([0.9])))


def test_lower_load_by_capacity_comes_first() -> None:
    two_of_ten = expert("two_of_ten", capacity=10, open_count=2)
    one_of_two = expert("one_of_two", capacity=2, open_count=1)
    assert order(one_of_two, two_of_ten) == ["two_of_ten", "one_of_two"]


def test_of_equals_the_one_who_waited_longest_comes_first_and_never_is_longest() -> None:
    days = {"day": 1, "week": 7, "year": 365}
    people = [expert(name, last_assigned_at=NOW - timedelta(days=n)) for name, n in days.items()]
    assert order(*people, expert("never")) == ["never", "year", "week", "day"]


def test_whoever_works_sooner_comes_before_who_does_not_work_today() -> None:
    weekend = expert("a", working_days=frozenset({5, 6}))
    week = expert("b", working_days=MONDAY_TO_FRIDAY)
    routing = found(weekend, week)
    assert [one.expert for one in routing.candidates] == ["b", "a"]
    assert [one.data for one in routing.candidates[1].reasons if one.code == "not_at_work"] == [
        {"days": 3}
    ]


def test_ties_are_broken_by_id_in_whatever_order_the_experts_come() -> None:
    people = [expert(name) for name in ("c", "a", "b")]
    assert order(*people) == order(*reversed(people)) == ["a", "b", "c"]


def test_an_expert_who_serves_only_other_places_is_asked_as_a_colleague_before_neighbours() -> None:
    coast = expert("coast", regions=frozenset({"TZ"}))
    routing = found(expert("neighbour", desk="sahel"), coast, expert("full", open_count=6))
    assert [one.expert for one in routing.candidates] == ["coast", "neighbour"]
    assert routing.outcome == "cover"
    assert codes(routing)["coast"] > {"other_part"}
    assert codes(routing)["neighbour"] > {"covers"}
    assert routing.tried[0].left_out == {"full": 1, "other_region": 1}
    assert (routing.tried[-1].tier.kind, routing.tried[-1].experts) == ("colleagues", 1)


def test_a_neighbouring_desk_covers_when_nobody_up_the_tree_fits_in_the_order_given() -> None:
    peru = DeskFacts(id="peru", region="PE")
    desks = Desks((KENYA, EAST, SAHEL, peru), {"kenya": ("peru", "sahel", "gone", "east")})
    people = [expert("s", desk="sahel"), expert("p", desk="peru"), expert("e", desk="east")]
    assert order(*people, desks=desks) == ["e", "p", "s"]


def test_a_desk_that_covers_for_two_is_asked_once_in_the_turn_of_the_nearer() -> None:
    desks = Desks((KENYA, EAST, SAHEL), {"kenya": ("sahel",), "east": ("sahel",)})
    part = expert("e", desk="east", regions=frozenset({"TZ"}))
    assert order(part, expert("s", desk="sahel"), desks=desks) == ["s", "e"]


def test_a_closed_neighbour_covers_nobody() -> None:
    desks = Desks((KENYA, replace(SAHEL, active=False)), {"kenya": ("sahel",)})
    assert found(expert("s", desk="sahel"), desks=desks).outcome == "coordinator"


def test_a_closed_desk_is_passed_over_on_the_way_up() -> None:
    desks = Desks((replace(KENYA, active=False), EAST))
    routing = found(expert("k"), expert("e", desk="east"), desks=desks)
    assert [one.expert for one in routing.candidates] == ["e"]
    assert routing.desk == "east"
    assert "nobody_nearer" not in codes(routing)["e"]


def test_a_place_not_told_asks_the_world_desk_and_then_everybody() -> None:
    asked = Asked(language="sw", topic="planning")
    people = [expert("k"), expert("w", desk="world"), expert("s", desk="sahel")]
    assert order(*people, asked=asked) == ["w", "k", "s"]
    without_world = Desks((KENYA, SAHEL))
    assert order(*people, asked=asked, desks=without_world) == ["k", "s"]
    assert found(asked=asked, desks=without_world).desk == "kenya"  # it works in Kiswahili


def test_a_place_known_only_as_a_region_finds_those_who_serve_a_part_of_it() -> None:
    asked = replace(ASKED, place="014")
    part = expert("part", desk="east", regions=frozenset({"TZ"}))
    assert order(expert("k"), part, asked=asked) == ["part", "k"]


def test_two_desks_of_one_region_are_asked_together() -> None:
    second = DeskFacts(id="kenya-2", region="KE")
    desks = Desks((KENYA, second, WORLD))
    people = [expert("a", open_count=3), expert("b", desk="kenya-2")]
    assert order(*people, desks=desks) == ["b", "a"]


def test_only_as_many_candidates_are_described_as_are_wanted_and_all_are_counted() -> None:
    table = ExpertTable.of([expert(f"e{n}") for n in range(9)])
    routing = route(ASKED, table, DESKS, NOW, most=3)
    assert (len(routing.candidates), routing.fitting) == (3, 9)


def test_loads_can_be_renewed_without_packing_anew() -> None:
    table = ExpertTable.of([expert("a", open_count=6), expert("b")])
    renewed = table.with_loads([0, 6], [None, NOW])
    routing = route(ASKED, renewed, DESKS, NOW)
    assert [one.expert for one in routing.candidates] == ["a"]
    with pytest.raises(ValueError, match="2 experts"):
        table.with_loads([1], [None])
    with pytest.raises(ValueError, match="negative"):
        table.with_loads([1, -1], [None, None])


def test_nobody_at_all_is_no_error() -> None:
    routing = found()
    assert (routing.outcome, routing.fitting, routing.excluded) == ("coordinator", 0, {})


def test_weights_that_turn_the_order_of_weight_around_are_refused() -> None:
    with pytest.raises(WeightsNotInOrder):
        Criteria(zone=30)
    with pytest.raises(WeightsNotInOrder):
        Criteria(nearest_desk=25)
    with pytest.raises(ValueError, match="load"):
        Criteria(load=-1)
    with pytest.raises(ValueError, match="text"):
        Criteria(text=float("nan"))


def test_weights_can_be_chosen() -> None:
    idle, experienced = expert("idle"), expert("experienced", open_count=4, **AT_HOME)
    table = ExpertTable.of([idle, experienced])

    def first(criteria: Criteria) -> str:
        return route(ASKED, table, DESKS, NOW, criteria).candidates[0].expert

    assert first(Criteria()) == "experienced"
    assert first(Criteria(load=8, zone=0.5, answered=0.5)) == "idle"
