"""Many waiting questions given out at once, so that all together are served best.

An optimal assignment (Kuhn 1955; Crouse 2016, doi 10.1109/TAES.2016.140952, as in SciPy) of
questions to free places. Each further place of an expert is worth less, since it finds her busier.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from helpdesk.routing.criteria import Criteria
from helpdesk.routing.facts import Asked, Desks
from helpdesk.routing.fit import NO_TIER, fit, load_ratio
from helpdesk.routing.lands import Counts, Floats
from helpdesk.routing.readiness import READY, Readiness, readiness
from helpdesk.routing.rules import Candidate, candidate
from helpdesk.routing.table import ExpertTable

MOST_CELLS = 16_000_000
"""Questions times free places that are weighed at once: 128 MB. More come in batches."""
_TRIFLE = 1e-4
"""What coming earlier in the list is worth at most: it decides between equals only."""
_DEFAULT_CRITERIA = Criteria()


@dataclass(frozen=True, slots=True)
class Worths:
    """What each expert is worth for each waiting question.

    fixed: shape (questions, experts), NaN where she does not fit; a nearer step is worth more than
    anything within a step. free: places each expert has, shape (experts,). place_worth: worth of
    each of her free places, shape (experts, most free places), falling along the row.
    """

    fixed: Floats
    free: Counts
    place_worth: Floats


@dataclass(frozen=True, slots=True)
class Placed:
    """A waiting question (its place in the list) and the expert who gets it, with the reasons."""

    question: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Backlog:
    """Who gets what; `left` are the places of questions for which nobody with room fits."""

    placed: tuple[Placed, ...]
    left: tuple[int, ...]


def assign_backlog(
    waiting: Sequence[Asked],
    table: ExpertTable,
    desks: Desks,
    at: datetime,
    criteria: Criteria = _DEFAULT_CRITERIA,
) -> Backlog:
    """Give out waiting questions, the oldest first in the list, within capacities.

    As many as can be are placed; then the sum of worth is the greatest there is. Where there is not
    room for all, those are left whom the experts fit least, of equals the later in the list; what
    must not be left is given out before the rest. Beyond `MOST_CELLS` the questions go in batches,
    each optimal in itself.

    Raises:
        RegionNotKnown: a question comes from a place that does not exist.
        ValueError: the moment has no zone, or a text match not one value an expert.
    """
    placed: list[Placed] = []
    begin = 0
    while begin < len(waiting):
        ready = readiness(table, desks, at)
        batch = waiting[begin : begin + _batch_size(table, ready)]
        worths = worth_of_all(batch, table, desks, ready, criteria)
        chosen, place = best_places(worths)
        for number in np.flatnonzero(chosen >= 0).tolist():
            row = int(chosen[number])
            found = fit(batch[number], table, desks, ready, criteria)
            described = candidate(row, found, batch[number], table)
            opened = int(table.open_count[row] + place[number])
            placed.append(Placed(begin + number, _busier(described, opened, criteria)))
        table = _after(table, chosen[chosen >= 0], at)
        begin += len(batch)
    done = {one.question for one in placed}
    return Backlog(tuple(placed), tuple(n for n in range(len(waiting)) if n not in done))


def worth_of_all(
    waiting: Sequence[Asked],
    table: ExpertTable,
    desks: Desks,
    ready: Readiness,
    criteria: Criteria = _DEFAULT_CRITERIA,
) -> Worths:
    """Weigh every waiting question against every expert."""
    fixed = np.full((len(waiting), len(table)), np.nan)
    farthest = 0
    for number, asked in enumerate(waiting):
        found = fit(asked, table, desks, ready, criteria)
        farthest = max(farthest, len(found.tiers) - 1)
        worth = found.score - criteria.load * found.parts["load"]
        worth -= criteria.nearest_desk * found.tier
        fixed[number] = np.where(found.tier == NO_TIER, np.nan, worth)
    fixed += criteria.nearest_desk * farthest
    free = np.where(ready.cause == READY, np.maximum(table.capacity - table.open_count, 0), 0)
    free = np.minimum(free, len(waiting))
    places = np.arange(free.max(initial=0))
    opened = table.open_count[:, None] + places
    ratio = load_ratio(opened, np.broadcast_to(table.capacity[:, None], opened.shape))
    return Worths(fixed, free, criteria.load * (1 - ratio))


def best_places(worths: Worths) -> tuple[Counts, Counts]:
    """The expert of each question (-1 for none) and which of her free places it takes, from 0.

    As many questions as can be, then the greatest sum of worth. Shapes (questions,).
    """
    questions = len(worths.fixed)
    chosen, place = np.full(questions, -1, np.int64), np.zeros(questions, np.int64)
    useful = np.where(~np.isnan(worths.fixed).all(axis=0), worths.free, 0)
    expert = np.repeat(np.arange(len(useful)), useful)
    if not len(expert):
        return chosen, place
    nth = np.arange(len(expert)) - np.repeat(np.cumsum(useful) - useful, useful)
    worth = worths.fixed[:, expert] + worths.place_worth[expert, nth]
    worth += _TRIFLE * np.arange(questions, 0, -1)[:, None] / questions
    fits = ~np.isnan(worth)
    # A place that does not fit costs more than giving up one that does can save all others.
    least, most = float(worth[fits].min()), float(worth[fits].max())
    worth[~fits] = least - (questions + 1) * (most - least + 1)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    kept = fits[rows, columns]
    chosen[rows[kept]] = expert[columns[kept]]
    return chosen, _in_turn(chosen)


def total_worth(worths: Worths, chosen: Counts) -> float:
    """The sum of worth of an assignment as `best_places` gives it, each expert's places in turn."""
    rows = np.flatnonzero(chosen >= 0)
    experts = chosen[rows]
    place = _in_turn(chosen)[rows]
    return float(worths.fixed[rows, experts].sum() + worths.place_worth[experts, place].sum())


def _in_turn(chosen: Counts) -> Counts:
    """Which place of its expert each question takes, in the order of the questions."""
    place = np.zeros(len(chosen), np.int64)
    order = np.argsort(chosen, kind="stable")
    ranked = chosen[order]
    starts = np.searchsorted(ranked, ranked, side="left")
    place[order] = np.arange(len(chosen)) - starts
    return place


def _batch_size(table: ExpertTable, ready: Readiness) -> int:
    free = np.where(ready.cause == READY, np.maximum(table.capacity - table.open_count, 0), 0)
    return max(1, MOST_CELLS // max(1, int(free.sum())))


def _busier(described: Candidate, opened: int, criteria: Criteria) -> Candidate:
    """The candidate as she is when this place of hers is given."""
    load = 1 - opened / described.capacity
    score = described.score + criteria.load * (load - described.parts["load"])
    reasons = tuple(
        replace(reason, data={**reason.data, "open": opened}) if reason.code == "load" else reason
        for reason in described.reasons
    )
    parts = {**described.parts, "load": load}
    return replace(described, open_count=opened, score=score, parts=parts, reasons=reasons)


def _after(table: ExpertTable, given: Counts, at: datetime) -> ExpertTable:
    more = np.bincount(given, minlength=len(table))
    last = np.where(more > 0, np.maximum(table.last_assigned, at.timestamp()), table.last_assigned)
    return replace(table, open_count=table.open_count + more, last_assigned=last)
