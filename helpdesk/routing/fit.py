"""How well every expert fits one question, and at which step of the search she is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from helpdesk.routing.criteria import (
    HALF_ANSWERED,
    HALF_REST,
    LEVEL_VALUES,
    LIKE_LAND_BELOW,
    OTHER_LAND_COUNTS,
    UNKNOWN_LAND,
    Criteria,
    Criterion,
)
from helpdesk.routing.facts import LEVELS, Asked, Desks
from helpdesk.routing.lands import Bools, Counts, Floats
from helpdesk.routing.readiness import NUMBER, READY, Numbers, Readiness
from helpdesk.routing.table import ExpertTable, Levels
from helpdesk.routing.tiers import OWN_KINDS, Tier, for_any_topic, place_of, tiers_for

NO_TIER = -1
READS_FROM = LEVELS.index("working") + 1
_LEVEL_VALUES = np.array(LEVEL_VALUES)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Fit:
    """One question held against all experts; arrays of shape (experts,) unless told otherwise.

    tier: the step she is asked at, -1 where she does not fit. score: worth within the step.
    parts: each criterion, 0 .. 1. cause: what keeps her from the question wherever it is looked
    at, 0 for nothing. own_step: the step at which her desk is asked as serving the place, and
    cover_step as cover, -1 for never. same, like: rows of past answers of the topic, and of them
    those for like land.
    """

    tiers: tuple[Tier, ...]
    tier: Counts
    score: Floats
    parts: Mapping[Criterion, Floats]
    cause: Numbers
    own_step: Counts
    cover_step: Counts
    serves: Bools
    knows_topic: Bools
    can_read: Bools
    level: Levels
    land_distance: Floats
    same: Bools
    like: Bools
    ready: Readiness


def fit(
    asked: Asked, table: ExpertTable, desks: Desks, ready: Readiness, criteria: Criteria
) -> Fit:
    """Hold a question against all experts.

    Raises:
        RegionNotKnown: the question comes from a place that does not exist.
        ValueError: the text match does not have one value an expert.
    """
    place = place_of(asked)
    steps = tiers_for(place, desks)
    own_step, cover_step = _steps_of_experts(steps, table)
    serves = table.serving_in(place)
    step = np.where(serves & (own_step != NO_TIER), own_step, cover_step)
    everybody = np.ones(len(table), np.bool_)
    knows_topic = everybody if asked.topic is None else table.knows_topic(asked.topic)
    level = table.reads(asked.language)
    can_read = _can_read(asked, table, level)
    cause = ready.cause.copy()
    cause[(cause == READY) & table.marked(asked.not_again)] = NUMBER["not_again"]
    tier = np.where(knows_topic, step, step + len(steps))
    tier[(step == NO_TIER) | (cause != READY) | ~can_read] = NO_TIER
    same, like = table.past.alike(asked.topic, asked.zone, LIKE_LAND_BELOW)
    distance, known = table.land.compare(asked.zone)
    parts: dict[Criterion, Floats] = {
        "language": _LEVEL_VALUES[level],
        "zone": known * (1 - np.nan_to_num(distance)) + (1 - known) * UNKNOWN_LAND,
        "answered": _experience(table.past.per_expert(same), table.past.per_expert(like)),
        "text": table.text_match(asked),
        "load": 1 - load_ratio(table.open_count, table.capacity),
        "at_work": 1 - ready.days_to_work / _WEEK,
        "since_last": 1 - np.exp2(-ready.rest / HALF_REST.total_seconds()),
    }
    score = np.zeros(len(table))
    for name, part in parts.items():
        score += getattr(criteria, name) * part
    return Fit(
        tiers=steps if asked.topic is None else (*steps, *for_any_topic(steps)),
        tier=tier,
        score=score,
        parts=parts,
        cause=cause,
        own_step=own_step,
        cover_step=cover_step,
        serves=serves,
        knows_topic=knows_topic,
        can_read=can_read,
        level=level,
        land_distance=distance,
        same=same,
        like=like,
        ready=ready,
    )


def load_ratio(open_count: Counts, capacity: Counts) -> Floats:
    """Open questions by capacity, 0 free .. 1 full (also where there is no capacity)."""
    full = np.ones(np.broadcast(open_count, capacity).shape)
    return np.minimum(np.divide(open_count, capacity, out=full, where=capacity > 0), 1.0)


def best_first(found: Fit, table: ExpertTable) -> Counts:
    """Rows of those who fit: by step, then worth, then id."""
    rows = np.flatnonzero(found.tier != NO_TIER)
    # Rounded, so that equal worth summed in another order stays a tie.
    return rows[np.lexsort((table.rank[rows], -np.round(found.score[rows], 9), found.tier[rows]))]


def _steps_of_experts(steps: tuple[Tier, ...], table: ExpertTable) -> tuple[Counts, Counts]:
    """For each expert: the step of her desk's own, and the one as cover; a desk has one of each."""
    number = {desk: place for place, desk in enumerate(table.desk_ids)}
    # The last place answers for experts without a desk (number -1).
    own = np.full(len(number) + 1, NO_TIER, np.int64)
    cover = own.copy()
    for place, step in enumerate(steps):
        of_desk = own if step.kind in OWN_KINDS else cover
        of_desk[[number[desk] for desk in step.desks if desk in number]] = place
    return own[table.desk], cover[table.desk]


def _can_read(asked: Asked, table: ExpertTable, level: Levels) -> Bools:
    """Who can read the question: as it is, or in a language it can be given in."""
    if asked.translations is None or asked.language is None:
        return np.ones(len(table), np.bool_)
    able = level > 0
    for language in asked.translations:
        able |= table.reads(language) >= READS_FROM
    return able


def _experience(same: Floats, like: Floats) -> Floats:
    """Worth of answers given: 0 for none, half for `HALF_ANSWERED` to like questions."""
    counted = like + OTHER_LAND_COUNTS * (same - like)
    return counted / (counted + HALF_ANSWERED)
