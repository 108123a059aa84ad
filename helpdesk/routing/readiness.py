"""Who can be given anything at all at a moment. These gates are never opened."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from helpdesk.routing.facts import Desks
from helpdesk.routing.lands import Counts, Floats
from helpdesk.routing.table import NO_DESK, ExpertTable

Cause = Literal[
    "unwilling",
    "not_verified",
    "no_desk",
    "away",
    "no_working_day",
    "full",
    "not_again",
    "other_region",
    "other_topic",
    "other_language",
]
CAUSES: tuple[Cause, ...] = get_args(Cause)
"""Why an expert does not get a question. The first that holds is the one that is told.

no_desk: of no desk, or of one that is not active. no_working_day: works on no day of the week.
not_again: had this question before. other_region, other_topic and other_language depend on where a
question is looked at.
"""
READY = 0
NUMBER: dict[Cause, int] = {cause: place for place, cause in enumerate(CAUSES, start=1)}
Numbers = npt.NDArray[np.int8]
_WEEK = 7
_NEVER = _WEEK
_DAYS_TO_WORK = np.array(
    [
        [
            next((wait for wait in range(_WEEK) if days >> (today + wait) % _WEEK & 1), _NEVER)
            for today in range(_WEEK)
        ]
        for days in range(1 << _WEEK)
    ]
)
"""Days until the next working day: by the bits of the working days and today's weekday."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """By expert: 0 or the number of the cause, and how many days until the next working day."""

    cause: Numbers
    days_to_work: Counts
    rest: Floats
    """Seconds since the expert got a question, inf for never; 0 where the clock went back."""


def readiness(table: ExpertTable, desks: Desks, at: datetime) -> Readiness:
    """Who is willing, verified, there and free at a moment.

    Away is who is away today or on her next working day, by the date at her desk: a question given
    on Saturday to somebody who leaves on Monday would lie.

    Raises:
        ValueError: the moment has no zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no zone")
    # The last place answers for experts without a desk (number -1).
    active = np.array([*(desk in desks.active for desk in table.desk_ids), False])
    days = np.array([*(_today(desks, desk, at) for desk in table.desk_ids), _today(desks, "", at)])
    today = days[table.desk]
    wait = _DAYS_TO_WORK[table.days, (today - 1) % _WEEK]  # ordinal 1 was a Monday
    next_day = today + np.where(wait == _NEVER, 0, wait)
    hard: tuple[tuple[Cause, npt.NDArray[np.bool_]], ...] = (
        ("unwilling", ~table.willing),
        ("not_verified", ~table.verified),
        ("no_desk", (table.desk == NO_DESK) | ~active[table.desk]),
        ("away", _absent(table, today, next_day)),
        ("no_working_day", wait == _NEVER),
        ("full", table.open_count >= table.capacity),
    )
    cause = np.zeros(len(table), np.int8)
    for name, holds in reversed(hard):
        cause[holds] = NUMBER[name]
    rest = np.maximum(at.timestamp() - table.last_assigned, 0.0)
    return Readiness(cause, wait, rest)


def _today(desks: Desks, desk: str, at: datetime) -> int:
    zone = ZoneInfo(desks.active[desk].time_zone) if desk in desks.active else UTC
    return at.astimezone(zone).date().toordinal()


def _absent(table: ExpertTable, first: Counts, last: Counts) -> npt.NDArray[np.bool_]:
    """Who has an absence that touches the days from `first` to `last`."""
    rows = table.absences
    touching = (rows.first <= last[rows.expert]) & (rows.last >= first[rows.expert])
    found = np.zeros(len(table), np.bool_)
    found[rows.expert[touching]] = True
    return found
