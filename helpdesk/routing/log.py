"""The stored record of a routing: what was tried, the pool with its loads, the reason in words."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from core.words import speaking
from helpdesk.routing import explain
from helpdesk.routing.readiness import Cause
from helpdesk.routing.rules import Candidate, Outcome, Routing, TierTried


class RoutingLog(msgspec.Struct, frozen=True, kw_only=True):
    """As `Routing`; pool holds its candidates with their loads, words the reason in `language`."""

    question: str
    at: datetime
    outcome: Outcome
    tried: tuple[TierTried, ...]
    pool: tuple[Candidate, ...]
    fitting: int
    excluded: Mapping[Cause, int]
    desk: str | None
    coordinators: tuple[str, ...]
    deadline_at: datetime | None
    language: str
    words: str


def log_of(routing: Routing, language: str, names: Mapping[str, str]) -> RoutingLog:
    """What is kept of a routing. names: of desks and experts, by id."""
    with speaking(language):
        words = explain.decision(routing, names)
    return RoutingLog(
        question=routing.question,
        at=routing.at,
        outcome=routing.outcome,
        tried=routing.tried,
        pool=routing.candidates,
        fitting=routing.fitting,
        excluded=routing.excluded,
        desk=routing.desk,
        coordinators=routing.coordinators,
        deadline_at=routing.deadline_at,
        language=language,
        words=words,
    )
