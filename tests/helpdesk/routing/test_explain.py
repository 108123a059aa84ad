"""The reasons in words, in the reader's language, and the log that is kept."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from core.words import speaking
from helpdesk.routing import explain
from helpdesk.routing.facts import Answered, Asked, Desks
from helpdesk.routing.lands import land_code
from helpdesk.routing.log import RoutingLog, log_of
from helpdesk.routing.readiness import CAUSES
from helpdesk.routing.rules import route
from helpdesk.routing.table import ExpertTable
from i18n.languages import CODES
from practices.zones.zone import Zone
from tests.helpdesk.routing.made import ASKED, DESKS, KENYA, MACHAKOS, NOW, expert, found

DRY = replace(MACHAKOS, climate="BSh")
EXPERIENCED = expert(
    "neema",
    open_count=2,
    climates=frozenset({"BSh"}),
    answered=(Answered("planning", DRY, 12), Answered("markets", DRY, 3)),
    last_assigned_at=NOW - timedelta(days=3, hours=5),
)


def test_the_sentence_says_language_experience_and_load() -> None:
    (first,) = found(EXPERIENCED, asked=replace(ASKED, zone=DRY)).candidates
    said = "reads Swahili; answered 12 questions from semi-arid highlands; 2 of 6 open"
    assert explain.in_short(first) == said


def test_everything_is_said_in_full() -> None:
    (first,) = found(
        EXPERIENCED, asked=replace(ASKED, zone=DRY, text_match={"neema": 0.8})
    ).candidates
    assert explain.in_full(first) == [
        "reads Swahili",
        "answered 12 questions from semi-arid highlands",
        "answered a question much like this one",
        "knows land like this",
        "2 of 6 open",
        "got no question for 3 days",
    ]


def test_names_of_languages_and_regions_come_in_the_readers_language() -> None:
    asked = replace(ASKED, language="fr")
    (first,) = found(expert("a", desk="east"), asked=asked).candidates
    with speaking("sw"):
        sentence = explain.in_short(first)
        assert "Kiswahili" in sentence
        assert "Afrika ya Mashariki" in sentence
        assert explain.language_name("tlh-nonsense") == "tlh-nonsense"


def test_answers_from_several_kinds_of_like_land_are_not_named_after_one() -> None:
    past = (Answered("planning", DRY, 1), Answered("planning", replace(DRY, altitude_m=200), 4))
    (first,) = found(expert("a", answered=past), asked=replace(ASKED, zone=DRY)).candidates
    assert "answered 5 questions from land like this" in explain.in_full(first)


@pytest.mark.parametrize(
    ("zone", "land"),
    [
        (DRY, "semi_arid_highlands"),
        (Zone(climate="BSh", lat=13.5), "semi_arid_lands"),
        (Zone(climate="BSh", lat=13.5, altitude_m=250), "semi_arid_lands"),
        (Zone(climate="Cwb", lat=-1.5), "sub_humid_highlands"),
        (Zone(climate="Cfb", lat=51), "humid_lands"),
        (Zone(climate="BWh"), "arid_lands"),
        (Zone(climate="Aw", rain_mm=700), "semi_arid_lands"),
        (Zone(climate="EF"), None),
        (Zone(altitude_m=2000), None),
    ],
)
def test_land_is_named_in_two_words_where_it_is_known(zone: Zone, land: str | None) -> None:
    assert land_code(zone) == land


def test_other_reasons_are_said_too() -> None:
    routing = found(
        expert("a", open_count=6),
        expert("b", desk="sahel", languages={"fr": "native", "sw": "basic"}),
        expert("c", desk="sahel", languages={}, working_days=frozenset({4})),
    )
    said = {one.expert: explain.in_full(one) for one in routing.candidates}
    assert said["b"] == [
        "reads a little Swahili",
        "gets the question translated into French",
        "covers for the desk for Kenya",
        "0 of 6 open",
        "has had no question yet",
    ]
    assert said["c"][0] == "gets the question translated"
    assert "works again in 2 days" in said["c"]


def test_the_decision_tells_each_step_and_the_first_choice() -> None:
    routing = found(
        expert("a", open_count=6), expert("b", topics=frozenset()), expert("e", desk="east")
    )
    assert explain.decision(routing, {"e": "Esther"}) == (
        "Desk for Kenya: 0 of 2 fit (full: 1; other topics: 1). Desk for Eastern Africa: 1 of 1 "
        "fit. First choice: Esther (reads Swahili; serves Eastern Africa, nobody nearer fits; "
        "0 of 6 open)."
    )


def test_the_decision_tells_every_kind_of_step_and_the_coordinators_deadline() -> None:
    told = explain.decision(found(asked=replace(ASKED, place="014")), {"amina": "Amina"})
    assert "Desks in Eastern Africa: 0 of 0 fit." in told
    assert "Desk for Eastern Africa, experts for other places: 0 of 0 fit." in told
    assert "Desk for Eastern Africa, whatever the topic: 0 of 0 fit." in told
    assert "Neighbouring desk sahel" in explain.decision(found())
    assert "Neighbouring desk Tillabéri" in explain.decision(found(), {"sahel": "Tillabéri"})
    assert "Nobody fits. It goes to the coordination, until March 5, 2026" in explain.decision(
        found(), {"amina": "Amina"}
    )
    assert explain.decision(found(), {"amina": "Amina"}).endswith(": Amina.")
    nowhere = found(desks=Desks((KENYA,)), asked=replace(ASKED, place="PE"))
    assert explain.decision(nowhere) == "Nobody fits, and no coordinator serves this place."


@pytest.mark.parametrize("language", CODES)
def test_every_reason_and_cause_can_be_said_in_every_language(language: str) -> None:
    routings = [
        found(EXPERIENCED, expert("b", desk="sahel", languages={})),
        found(expert("c", topics=frozenset(), languages={"en": "basic"})),
        found(*(expert(name, desk=None) for name in ("d", "e"))),
        found(asked=Asked()),
    ]
    with speaking(language):
        for routing in routings:
            assert "{" not in explain.decision(routing)
            for one in routing.candidates:
                assert all(explain.in_full(one))
                assert "{" not in " ".join(explain.in_full(one))
        assert explain.CAUSE_WORDS.keys() == set(CAUSES)


def test_the_log_can_be_stored_as_json_and_read_again() -> None:
    table = ExpertTable.of([EXPERIENCED, expert("b", desk="sahel"), expert("c", willing=False)])
    routing = route(replace(ASKED, id="T-7"), table, DESKS, NOW)
    kept = log_of(routing, "fr", {})
    assert msgspec.json.decode(msgspec.json.encode(kept), type=RoutingLog) == kept
    assert [(one.expert, one.open_count, one.capacity) for one in kept.pool] == [
        ("neema", 2, 6),
        ("b", 0, 6),
    ]
    assert kept.excluded == {"unwilling": 1}
    assert kept.question == "T-7"
    with speaking("fr"):
        assert kept.words == explain.decision(routing)
