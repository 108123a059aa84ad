"""Many experts packed into columns, so that one question is held against all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.places import regions
from helpdesk.routing.facts import LEVELS, Asked, ExpertFacts, primary
from helpdesk.routing.lands import Bools, Counts, Floats, KnownLand, PastAnswers

Levels = npt.NDArray[np.int8]
NO_DESK = -1
NEVER = -np.inf
_UNTIL_TOLD_OTHERWISE = date.max.toordinal()


@dataclass(frozen=True)
class Absences:
    """Days away, both included, as ordinals: a row an absence."""

    expert: Counts
    first: Counts
    last: Counts

    @classmethod
    def of(cls, experts: Sequence[ExpertFacts]) -> "Absences":
        """Packed; `expert` is the place in the list."""
        rows = [
            (
                row,
                absence.first.toordinal(),
                _UNTIL_TOLD_OTHERWISE if absence.last is None else absence.last.toordinal(),
            )
            for row, expert in enumerate(experts)
            for absence in expert.absences
        ]
        packed = np.array(rows, np.int64).reshape(-1, 3)
        return cls(packed[:, 0], packed[:, 1], packed[:, 2])


@dataclass(frozen=True)
class ExpertTable:
    """Experts in columns, all of shape (experts,) and in the order they were given.

    rank: place of the id in the order of ids, which breaks ties. desk: number of `desk_ids`, -1
    without a desk. last_assigned: seconds since 1970, -inf for never. days: bit 0 is Monday.
    levels: by primary language subtag, 0 not read, then as `LEVELS`. regions: who lists a region.
    whole_desk: who lists none, and so serves all her desk serves.
    """

    ids: tuple[str, ...]
    rank: Counts
    desk_ids: tuple[str, ...]
    desk: Counts
    willing: Bools
    verified: Bools
    capacity: Counts
    open_count: Counts
    last_assigned: Floats
    days: Counts
    absences: Absences
    levels: Mapping[str, Levels]
    topics: Mapping[str, Bools]
    regions: Mapping[str, Bools]
    whole_desk: Bools
    land: KnownLand
    past: PastAnswers

    @classmethod
    def of(cls, experts: Sequence[ExpertFacts]) -> "ExpertTable":
        """Pack the experts.

        Raises:
            RegionNotKnown: an expert serves a region that does not exist.
            ValueError: two experts have one id, or a kind of land does not exist.
        """
        ids = tuple(expert.id for expert in experts)
        if len(set(ids)) != len(ids):
            raise ValueError("two experts have one id")
        rank = np.empty(len(ids), np.int64)
        rank[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
        desk_ids = tuple(sorted({expert.desk for expert in experts if expert.desk is not None}))
        number = {desk: place for place, desk in enumerate(desk_ids)}
        served = [frozenset(map(regions.checked, expert.regions)) for expert in experts]
        return cls(
            ids=ids,
            rank=rank,
            desk_ids=desk_ids,
            desk=_ints(
                NO_DESK if expert.desk is None else number[expert.desk] for expert in experts
            ),
            willing=np.array([expert.willing for expert in experts], np.bool_),
            verified=np.array([expert.verified for expert in experts], np.bool_),
            capacity=_ints(expert.capacity for expert in experts),
            open_count=_ints(expert.open_count for expert in experts),
            last_assigned=np.array([_seconds(expert.last_assigned_at) for expert in experts]),
            days=_ints(sum(1 << day for day in expert.working_days) for expert in experts),
            absences=Absences.of(experts),
            levels=_levels(experts),
            topics=_who_lists([expert.topics for expert in experts]),
            regions=_who_lists(served),
            whole_desk=np.array([not listed for listed in served], np.bool_),
            land=KnownLand.of(experts),
            past=PastAnswers.of(experts),
        )

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row(self) -> dict[str, int]:
        """Place of each expert, by id."""
        return {expert: place for place, expert in enumerate(self.ids)}

    def with_loads(
        self, open_count: npt.ArrayLike, last_assigned_at: Sequence[datetime | None]
    ) -> "ExpertTable":
        """The same experts with what changes at every assignment, in the order of the table.

        Raises:
            ValueError: not one value an expert, or a count is negative.
        """
        counts = np.array(open_count, np.int64)
        if counts.shape != (len(self),) or len(last_assigned_at) != len(self):
            raise ValueError(f"loads of {counts.shape} for {len(self)} experts")
        if np.any(counts < 0):
            raise ValueError("an open count is negative")
        last = np.array([_seconds(moment) for moment in last_assigned_at])
        return replace(self, open_count=counts, last_assigned=last)

    def reads(self, language: str | None) -> Levels:
        """Level of everybody in a language, 0 not read; 0 where the language is not known."""
        nobody = np.zeros(len(self), np.int8)
        return nobody if language is None else self.levels.get(primary(language), nobody)

    def knows_topic(self, topic: str) -> Bools:
        """Who lists the topic."""
        return self.topics.get(topic, np.zeros(len(self), np.bool_))

    def serving(self, place: str) -> Bools:
        """Who serves the whole of a place, or lists no region. Raises `RegionNotKnown`."""
        return self._listing((regions.checked(place), *regions.ancestors(place)))

    def serving_in(self, place: str) -> Bools:
        """Who serves the place or some part of it, or lists no region. Raises `RegionNotKnown`."""
        inside = [listed for listed in self.regions if regions.contains(place, listed)]
        return self.serving(place) | self._listing(inside)

    def _listing(self, codes: Iterable[str]) -> Bools:
        found = self.whole_desk.copy()
        for code in codes:
            if code in self.regions:
                found |= self.regions[code]
        return found

    def marked(self, experts: Iterable[str]) -> Bools:
        """Which rows these ids are; ids that are not in the table are passed over."""
        found = np.zeros(len(self), np.bool_)
        found[[self.row[expert] for expert in experts if expert in self.row]] = True
        return found

    def text_match(self, asked: Asked) -> Floats:
        """Text match of everybody, 0 .. 1; 0 where it is not known.

        Raises:
            ValueError: an array that has not one value an expert.
        """
        given = asked.text_match
        if given is None:
            return np.zeros(len(self))
        if isinstance(given, Mapping):
            match = np.zeros(len(self))
            for expert, value in given.items():
                if expert in self.row:
                    match[self.row[expert]] = value
        else:
            match = np.asarray(given, np.float64)
            if match.shape != (len(self),):
                raise ValueError(f"text match of {match.shape} for {len(self)} experts")
        return np.clip(np.nan_to_num(match, nan=0.0), 0.0, 1.0)


def _ints(values: Iterable[int]) -> Counts:
    return np.array(list(values), np.int64)


def _seconds(moment: datetime | None) -> float:
    if moment is None:
        return float(NEVER)
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment.timestamp()


def _levels(experts: Sequence[ExpertFacts]) -> dict[str, Levels]:
    """By primary subtag; of several varieties of a language the best level counts."""
    found: dict[str, Levels] = {}
    for row, expert in enumerate(experts):
        for language, level in expert.languages.items():
            column = found.setdefault(primary(language), np.zeros(len(experts), np.int8))
            column[row] = max(column[row], LEVELS.index(level) + 1)
    return found


def _who_lists(lists: Sequence[frozenset[str]]) -> dict[str, Bools]:
    found: dict[str, Bools] = {}
    for row, listed in enumerate(lists):
        for code in listed:
            found.setdefault(code, np.zeros(len(lists), np.bool_))[row] = True
    return found
