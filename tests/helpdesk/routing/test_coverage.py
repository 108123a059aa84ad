"""Holes: what nobody is there for, and who is nearest."""

from hypothesis import given

from helpdesk.routing.coverage import Hole, Nearest, holes
from helpdesk.routing.facts import Asked, ExpertFacts
from helpdesk.routing.table import ExpertTable
from tests.helpdesk.routing.made import DESKS, NOW, expert, found, rosters

TOPICS = ("planning", "markets")
LANGUAGES = ("sw", "fr")


def _holes(*people: ExpertFacts, places: tuple[str, ...] = ("KE",)) -> dict[tuple[str, ...], Hole]:
    listed = holes(ExpertTable.of(people), DESKS, NOW, TOPICS, places, LANGUAGES)
    return {(hole.topic, hole.region, hole.language): hole for hole in listed}


def test_with_nobody_everything_is_a_hole_and_nobody_is_near() -> None:
    found_holes = _holes(places=("KE", "TZ"))
    assert len(found_holes) == len(TOPICS) * len(LANGUAGES) * 2
    assert {hole.nearest for hole in found_holes.values()} == {Nearest("nobody")}


def test_an_expert_who_is_there_fills_the_hole_of_her_topic_and_language_only() -> None:
    found_holes = _holes(expert("a"))
    assert ("planning", "KE", "sw") not in found_holes
    assert len(found_holes) == 3


def test_who_is_away_or_full_leaves_a_hole_that_will_pass() -> None:
    hole = _holes(expert("a", open_count=6))["planning", "KE", "sw"]
    assert (hole.passing, hole.nearest.cover) == (1, "nobody")
    assert _holes(expert("a", verified=False))["planning", "KE", "sw"].passing == 0


def test_the_nearest_cover_is_who_serves_the_place_through_translation() -> None:
    hole = _holes(expert("a"), expert("s", desk="sahel", languages={"fr": "native"}))
    assert hole["planning", "KE", "fr"].nearest == Nearest("translation", ("kenya",))


def test_then_come_covering_desks_first_those_who_read_the_language() -> None:
    reads = expert("s", desk="sahel", languages={"fr": "native"})
    found_holes = _holes(reads, expert("t", regions=frozenset({"TZ"})))
    assert found_holes["planning", "KE", "fr"].nearest == Nearest("cover", ("sahel",))
    assert found_holes["planning", "KE", "sw"].nearest == Nearest("cover", ("kenya",))
    alone = _holes(reads)["planning", "KE", "sw"]
    assert alone.nearest == Nearest("cover_and_translation", ("sahel",))


def test_then_comes_the_nearest_region_that_has_somebody_whom_only_a_coordinator_can_ask() -> None:
    hole = _holes(expert("a"), places=("TZ", "PE"))
    assert hole["planning", "TZ", "sw"].nearest == Nearest("elsewhere", ("kenya",), "014")
    assert hole["planning", "PE", "sw"].nearest == Nearest("elsewhere", ("kenya",), "001")


def test_a_region_is_covered_only_by_who_serves_all_of_it() -> None:
    part = expert("a", desk="east", regions=frozenset({"KE"}))
    assert ("planning", "014", "sw") in _holes(part, places=("014",))
    assert ("planning", "KE", "sw") not in _holes(part)


@given(rosters)
def test_where_there_is_no_hole_a_question_finds_somebody_who_reads_it_up_the_tree(
    people: list[ExpertFacts],
) -> None:
    found_holes = _holes(*people, places=("KE", "NE"))
    for topic in TOPICS:
        for place in ("KE", "NE"):
            for language in LANGUAGES:
                asked = Asked(language=language, place=place, topic=topic)
                ranked = found(*people, asked=asked).candidates
                own = [
                    one
                    for one in ranked
                    if one.tier.kind == "climb"
                    and not one.tier.any_topic
                    and one.reasons[0].code == "reads"
                ]
                assert bool(own) == ((topic, place, language) not in found_holes)
