"""Holes: topics, regions and languages for which no expert is there, and what is nearest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np

from core.places import regions
from helpdesk.routing.facts import Desks
from helpdesk.routing.fit import READS_FROM
from helpdesk.routing.lands import Bools
from helpdesk.routing.readiness import NUMBER, READY, readiness
from helpdesk.routing.table import ExpertTable
from helpdesk.routing.tiers import OWN_KINDS, Tier, tiers_for

Cover = Literal["translation", "cover", "cover_and_translation", "elsewhere", "nobody"]
_PASSING = (NUMBER["away"], NUMBER["full"])


@dataclass(frozen=True, slots=True)
class Nearest:
    """Who can answer while there is a hole.

    cover: `translation` for experts of the topic who serve the place but read other languages;
    `cover` for those who cover for its desks and read the language, `cover_and_translation` if they
    do not; `elsewhere` for experts who fit but work for other places: only a coordinator can ask
    them; `nobody`. desks: theirs. around: of `elsewhere`, the smallest region around the place that
    holds them.
    """

    cover: Cover
    desks: tuple[str, ...] = ()
    around: str | None = None


@dataclass(frozen=True, slots=True)
class Hole:
    """A topic, region and language without an expert who is there, verified, willing and free.

    passing: how many experts would fill it but are away or full at the moment.
    """

    topic: str
    region: str
    language: str
    passing: int
    nearest: Nearest


def holes(
    table: ExpertTable,
    desks: Desks,
    at: datetime,
    topics: Sequence[str],
    places: Sequence[str],
    languages: Sequence[str],
) -> tuple[Hole, ...]:
    """Every hole among these, by place, then topic, then language, in the orders given.

    An expert fills it when her desk serves the place, she serves all of it, lists the topic and
    reads the language directly.

    Raises:
        RegionNotKnown: a place does not exist.
        ValueError: the moment has no zone.
    """
    roster = _Roster(table, desks, at)
    return tuple(hole for place in places for hole in roster.holes_at(place, topics, languages))


class _Roster:
    """The experts at a moment, as the search for holes looks at them."""

    def __init__(self, table: ExpertTable, desks: Desks, at: datetime) -> None:
        cause = readiness(table, desks, at).cause
        self._table, self._desks = table, desks
        self._ready: Bools = cause == READY
        self._passing: Bools = np.isin(cause, _PASSING)
        self._around: dict[str, Bools] = {}

    def holes_at(self, place: str, topics: Sequence[str], languages: Sequence[str]) -> list[Hole]:
        """The holes of one place."""
        steps = tiers_for(place, self._desks)
        own = self._of_desks([step for step in steps if step.kind == "climb"])
        own &= self._table.serving(place)
        others = self._of_desks([step for step in steps if step.kind not in OWN_KINDS])
        found = []
        for topic in topics:
            knows = self._table.knows_topic(topic)
            for language in languages:
                fits = knows & (self._table.reads(language) >= READS_FROM)
                if np.any(own & fits & self._ready):
                    continue
                nearest = self._nearest(place, own & knows, others & knows, fits)
                passing = int(np.count_nonzero(own & fits & self._passing))
                found.append(Hole(topic, place, language, passing, nearest))
        return found

    def _nearest(self, place: str, own: Bools, others: Bools, fits: Bools) -> Nearest:
        """own, others: experts of the topic who serve or cover the place; fits: who read it too."""
        tries: tuple[tuple[Cover, Bools], ...] = (
            ("translation", own),
            ("cover", others & fits),
            ("cover_and_translation", others),
        )
        for cover, experts in tries:
            if np.any(experts & self._ready):
                return Nearest(cover, self._desks_of(experts & self._ready))
        ready = fits & self._ready
        for region in (place, *regions.ancestors(place)):
            there = ready & self._serving_around(region)
            if there.any():
                return Nearest("elsewhere", self._desks_of(there), region)
        return Nearest("nobody")

    def _of_desks(self, steps: Sequence[Tier]) -> Bools:
        return self._at_desks({desk for step in steps for desk in step.desks})

    def _at_desks(self, wanted: set[str]) -> Bools:
        # The last place answers for experts without a desk (number -1).
        chosen = np.array([*(desk in wanted for desk in self._table.desk_ids), False])
        return np.asarray(chosen[self._table.desk], np.bool_)

    def _desks_of(self, experts: Bools) -> tuple[str, ...]:
        return tuple(
            self._table.desk_ids[number] for number in np.unique(self._table.desk[experts])
        )

    def _serving_around(self, region: str) -> Bools:
        """Experts who serve the region, a part of it, or more than it."""
        if region not in self._around:
            table = self._table
            found = np.zeros(len(table), np.bool_)
            for listed, experts in table.regions.items():
                if _overlap(region, listed):
                    found |= experts
            near = {d.id for d in self._desks.active.values() if _overlap(region, d.region)}
            self._around[region] = found | (table.whole_desk & self._at_desks(near))
        return self._around[region]


def _overlap(region: str, other: str) -> bool:
    return regions.contains(region, other) or regions.contains(other, region)
