"""Who gets a question: the experts who fit, ranked, with the reasons; never nobody.

Never someone away, full, unwilling or not verified. The nearest desk first, climbing the region
tree only when nobody there fits; topic must match unless nobody's does; reading the asker's
language beats through translation; then closer land and answers to like questions; then lower load;
then longest since the last one. When nobody fits anywhere the coordinator of the nearest desk gets
it, with a deadline.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import numpy as np

from helpdesk.routing.criteria import Criteria, Criterion
from helpdesk.routing.facts import Asked, DeskFacts, Desks
from helpdesk.routing.fit import NO_TIER, Fit, best_first, fit
from helpdesk.routing.lands import Bools
from helpdesk.routing.readiness import CAUSES, NUMBER, READY, Cause, readiness
from helpdesk.routing.reasons import Reason, reasons_for
from helpdesk.routing.table import ExpertTable
from helpdesk.routing.tiers import OWN_KINDS, Tier, home_desk

Outcome = Literal["desk", "cover", "coordinator"]
Deadline = Callable[[DeskFacts | None, datetime], datetime]
MOST_CANDIDATES = 20
"""So many candidates are described; the rest are counted."""
WITHIN = timedelta(days=1)
_DEFAULT_CRITERIA = Criteria()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expert who fits. step: number of the tier in the order of the search, from 0. score: worth
    within the tier; parts: what each criterion is worth, 0 .. 1. open_count: before this one."""

    expert: str
    step: int
    tier: Tier
    score: float
    parts: Mapping[Criterion, float]
    open_count: int
    capacity: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TierTried:
    """A step of the search: how many experts its desks have, how many fit, why others do not."""

    tier: Tier
    experts: int
    fits: int
    left_out: Mapping[Cause, int]


@dataclass(frozen=True, slots=True)
class Routing:
    """Who gets a question, and how that was found.

    outcome: `desk` for an expert of a desk that serves the place, `cover` for one who covers,
    `coordinator` when nobody fits. candidates: the best first, at most as many as were wanted, of
    `fitting` in all. tried: every step up to the first where somebody fits. excluded: experts who
    could not be given it anywhere, by the first cause. desk: the nearest desk, whose coordinators
    are the last resort; None where no desk serves the place. deadline_at: by when they must act,
    None unless it is their turn.
    """

    question: str
    at: datetime
    outcome: Outcome
    candidates: tuple[Candidate, ...]
    fitting: int
    tried: tuple[TierTried, ...]
    excluded: Mapping[Cause, int]
    desk: str | None
    coordinators: tuple[str, ...]
    deadline_at: datetime | None


def in_a_day(desk: DeskFacts | None, at: datetime) -> datetime:
    """A deadline for those who hand in no calendar."""
    return at + WITHIN


def route(
    asked: Asked,
    table: ExpertTable,
    desks: Desks,
    at: datetime,
    criteria: Criteria = _DEFAULT_CRITERIA,
    most: int = MOST_CANDIDATES,
    deadline: Deadline = in_a_day,
) -> Routing:
    """Rank the experts for a question at a moment.

    deadline: by when a coordinator must act, given her desk and now.

    Raises:
        RegionNotKnown: the question comes from a place that does not exist.
        ValueError: the moment has no zone, or the text match not one value an expert.
    """
    found = fit(asked, table, desks, readiness(table, desks, at), criteria)
    order = best_first(found, table)
    candidates = tuple(candidate(int(row), found, asked, table) for row in order[:most])
    home = home_desk(asked, found.tiers, desks)
    outcome = _outcome(found, int(order[0])) if len(order) else "coordinator"
    return Routing(
        question=asked.id,
        at=at,
        outcome=outcome,
        candidates=candidates,
        fitting=len(order),
        tried=_tried(found, int(found.tier[order[0]]) if len(order) else len(found.tiers) - 1),
        excluded=_by_cause(found, np.ones(len(table), np.bool_)),
        desk=home.id if home else None,
        coordinators=home.coordinators if home else (),
        deadline_at=deadline(home, at) if outcome == "coordinator" else None,
    )


def candidate(row: int, found: Fit, asked: Asked, table: ExpertTable) -> Candidate:
    """One expert who fits, described."""
    step = int(found.tier[row])
    return Candidate(
        expert=table.ids[row],
        step=step,
        tier=found.tiers[step],
        score=float(found.score[row]),
        parts={name: float(part[row]) for name, part in found.parts.items()},
        open_count=int(table.open_count[row]),
        capacity=int(table.capacity[row]),
        reasons=reasons_for(row, found, asked, table),
    )


def _outcome(found: Fit, best: int) -> Outcome:
    return "desk" if found.tiers[int(found.tier[best])].kind in OWN_KINDS else "cover"


def _tried(found: Fit, last: int) -> tuple[TierTried, ...]:
    return tuple(_looked_at(found, step) for step in range(last + 1))


def _looked_at(found: Fit, step: int) -> TierTried:
    tier = found.tiers[step]
    # The second half of the search asks the same desks again, for any topic.
    first = step - len(found.tiers) // 2 if tier.any_topic else step
    own = found.own_step == first
    if tier.kind in OWN_KINDS:
        asked = own
    else:
        served = found.serves & (found.own_step != NO_TIER)
        asked = (found.cover_step == first) & ~served
    fits = asked & (found.tier == step)
    left_out = _by_cause(found, asked)
    for cause, holds in _local_causes(found, tier):
        rows = asked & holds & (found.cause == READY)
        if rows.any():
            left_out[cause] = int(rows.sum())
    return TierTried(tier, int(asked.sum()), int(fits.sum()), left_out)


def _local_causes(found: Fit, tier: Tier) -> list[tuple[Cause, Bools]]:
    """Why those who are ready do not fit at this step; one cause each."""
    here = found.serves if tier.kind in OWN_KINDS else np.ones(len(found.tier), np.bool_)
    topic = found.knows_topic if not tier.any_topic else np.ones(len(found.tier), np.bool_)
    return [
        ("other_region", ~here),
        ("other_topic", here & ~topic),
        ("other_language", here & topic & ~found.can_read),
    ]


def _by_cause(found: Fit, among: Bools) -> dict[Cause, int]:
    counts = np.bincount(found.cause[among], minlength=len(CAUSES) + 1)
    return {cause: int(counts[NUMBER[cause]]) for cause in CAUSES if counts[NUMBER[cause]]}
