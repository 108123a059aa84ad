"""Desks, experts and questions to try routing with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

from helpdesk.routing.facts import (
    EVERY_DAY,
    LEVELS,
    Asked,
    DeskFacts,
    Desks,
    ExpertFacts,
    Level,
)
from helpdesk.routing.readiness import readiness
from helpdesk.routing.rules import Routing, route
from helpdesk.routing.table import ExpertTable
from practices.zones.zone import Zone

T = TypeVar("T")
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)  # a Wednesday
KENYA = DeskFacts(
    id="kenya", region="KE", coordinators=("amina",), time_zone="Africa/Nairobi",
    languages=frozenset({"sw", "en"}),
)  # fmt: skip
EAST = DeskFacts(id="east", region="014", coordinators=("baraka",), time_zone="Africa/Nairobi")
WORLD = DeskFacts(id="world", region="001", coordinators=("clara",))
SAHEL = DeskFacts(id="sahel", region="NE", coordinators=("djibo",), time_zone="Africa/Niamey")
DESKS = Desks((KENYA, EAST, WORLD, SAHEL), {"kenya": ("sahel",)})
MACHAKOS = Zone(
    climate="Cwb", soil="LAC", land_use="Ca", lat=-1.52, lon=37.26, altitude_m=1600, rain_mm=700
)
ASKED = Asked(language="sw", place="KE", topic="planning", zone=MACHAKOS)


def expert(name: str, **told: Any) -> ExpertFacts:
    """An expert of the Kenyan desk whom nothing keeps from `ASKED`."""
    usual: dict[str, Any] = {
        "desk": "kenya",
        "languages": {"sw": "native"},
        "topics": frozenset({"planning"}),
        "capacity": 6,
        "working_days": EVERY_DAY,
    }
    return ExpertFacts(id=name, **usual | told)


def found(*experts: ExpertFacts, asked: Asked = ASKED, desks: Desks = DESKS) -> Routing:
    """Route a question among these experts, now."""
    return route(asked, ExpertTable.of(experts), desks, NOW)


def order(*experts: ExpertFacts, asked: Asked = ASKED, desks: Desks = DESKS) -> list[str]:
    """Ids of the experts who fit, the best first."""
    routing = found(*experts, asked=asked, desks=desks)
    return [candidate.expert for candidate in routing.candidates]


def codes(routing: Routing) -> dict[str, set[str]]:
    """Codes of the reasons, by expert."""
    return {one.expert: {reason.code for reason in one.reasons} for one in routing.candidates}


questions = st.builds(
    Asked,
    language=st.sampled_from([None, "sw", "fr", "en"]),
    place=st.sampled_from([None, "KE", "TZ", "NE", "014", "PE"]),
    topic=st.sampled_from([None, "planning", "markets", "other"]),
    zone=st.sampled_from(
        [
            Zone(),
            MACHAKOS,
            Zone(climate="BSh", soil="SAN", land_use="Ge"),
            Zone(climate="Dfb", lat=45.0),
            Zone(land_use="Fn"),
        ]
    ),
    translations=st.sampled_from([None, frozenset(), frozenset({"en"})]),
    not_again=st.sampled_from([frozenset(), frozenset({"x0", "x3"})]),
)
_DESKS = ("kenya", "east", "world", "sahel", "closed", None)
_LEVELS: tuple[Level | None, ...] = (*LEVELS, None)
_MOST = 1 << 48


def _any_expert(number: int, place: int) -> ExpertFacts:
    """An expert of any sort, some of whom nothing may be given to: each digit chooses one fact.

    One number an expert is drawn much faster than each fact by itself.
    """

    def pick(choices: Sequence[T]) -> T:
        nonlocal number
        number, at = divmod(number, len(choices))
        return choices[at]

    def some(codes: Sequence[str]) -> frozenset[str]:
        return frozenset(code for code in codes if pick((False, True)))

    read = {language: pick(_LEVELS) for language in ("sw", "fr", "en")}
    return expert(
        f"x{place}",
        desk=pick(_DESKS),
        languages={language: level for language, level in read.items() if level is not None},
        regions=some(("KE", "TZ", "014", "NE")),
        topics=some(("planning", "markets")),
        climates=some(("BSh", "Cwb", "Dfb")),
        capacity=pick((2, 4, 1, 0)),
        open_count=pick((0, 1, 3)),
        working_days=pick((EVERY_DAY, frozenset({5}), frozenset())),
        willing=pick((True, True, True, False)),
        verified=pick((True, True, True, False)),
    )


rosters = st.lists(st.integers(0, _MOST), max_size=10).map(
    lambda numbers: [_any_expert(number, place) for place, number in enumerate(numbers)]
)
"""Up to ten experts of all sorts."""


def ready_count(experts: list[ExpertFacts]) -> dict[str, int]:
    """Free places of those to whom something may be given, by id."""
    table = ExpertTable.of(experts)
    causes = readiness(table, DESKS, NOW).cause
    return {
        one.id: max(0, one.capacity - one.open_count)
        for one, cause in zip(experts, causes.tolist(), strict=True)
        if not cause
    }


def busier(one: ExpertFacts, by: int) -> ExpertFacts:
    """The expert with more open questions."""
    return replace(one, open_count=one.open_count + by)
