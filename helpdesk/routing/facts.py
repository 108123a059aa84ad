"""What routing is told: a question, the experts and the desks, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from core.places import regions
from practices.zones.zone import Zone

Level = Literal["basic", "working", "fluent", "native"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""How well a language is read, rising. Reading directly means at least `working`."""
TextMatch = Mapping[str, float] | npt.NDArray[np.floating]
EVERY_DAY = frozenset(range(7))
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, as far as it matters for who gets it; None is "not known".

    language: BCP 47; only the primary subtag counts. place: a region or country of
    `core.places.regions`; not known is the whole world. text_match: likeness in words to what each
    expert answered, 0 .. 1, by expert id or as an array in the order of the table. translations:
    languages the question can be given in besides its own, None for any. not_again: experts who
    must not get it (they declined it, let it lie, handed it back, or asked it).
    """

    language: str | None = None
    place: str | None = None
    topic: str | None = None
    zone: Zone = field(default_factory=Zone)
    text_match: TextMatch | None = field(default=None, compare=False, repr=False)
    translations: frozenset[str] | None = None
    not_again: frozenset[str] = frozenset()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days an expert is away, both included, in the time zone of her desk; last None: until told
    otherwise."""

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """So many questions of one topic from one kind of land an expert has answered."""

    topic: str
    zone: Zone
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertFacts:
    """An expert, as far as it matters for which questions she gets.

    languages: level by BCP 47 code. regions: what she serves; empty is all her desk serves. topics:
    codes as in `Asked`. climates: Köppen codes, soils: IPCC classes, land_uses: WOCAT codes of the
    land she knows. capacity: open questions she takes at a time. working_days: 0 is Monday.

    Raises:
        ValueError: a count is negative, a level or a day does not exist, a moment has no zone.
    """

    id: str
    desk: str | None = None
    languages: Mapping[str, Level] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    climates: frozenset[str] = frozenset()
    soils: frozenset[str] = frozenset()
    land_uses: frozenset[str] = frozenset()
    capacity: int
    open_count: int = 0
    last_assigned_at: datetime | None = None
    absences: tuple[Absence, ...] = ()
    working_days: frozenset[int] = MONDAY_TO_FRIDAY
    willing: bool = True
    verified: bool = True
    answered: tuple[Answered, ...] = ()

    def __post_init__(self) -> None:
        if self.capacity < 0 or self.open_count < 0:
            raise ValueError(f"{self.id}: capacity {self.capacity}, open {self.open_count}")
        if not set(self.languages.values()) <= set(LEVELS):
            raise ValueError(f"{self.id}: levels {sorted(self.languages.values())}")
        if not self.working_days <= EVERY_DAY:
            raise ValueError(f"{self.id}: working days {sorted(self.working_days)}")
        if self.last_assigned_at is not None and self.last_assigned_at.tzinfo is None:
            raise ValueError(f"{self.id}: last assigned at {self.last_assigned_at} of no zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFacts:
    """A desk: the region it serves, the languages it works in, its zone, who coordinates it."""

    id: str
    region: str
    active: bool = True
    languages: frozenset[str] = frozenset()
    time_zone: str = "UTC"
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desks:
    """All desks, and for each the neighbouring desks that cover for it, the best first.

    Raises:
        RegionNotKnown: a desk serves a region that does not exist.
        ValueError: two desks have one id.
    """

    every: Sequence[DeskFacts]
    cover: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for desk in self.every:
            regions.checked(desk.region)
        if len({desk.id for desk in self.every}) != len(self.every):
            raise ValueError("two desks have one id")

    @cached_property
    def active(self) -> dict[str, DeskFacts]:
        """The active desks by id, in the order of their ids."""
        return {
            desk.id: desk for desk in sorted(self.every, key=lambda desk: desk.id) if desk.active
        }

    @cached_property
    def by_region(self) -> dict[str, tuple[str, ...]]:
        """Ids of the active desks by the region they serve."""
        found: dict[str, tuple[str, ...]] = {}
        for desk in self.active.values():
            found[desk.region] = (*found.get(desk.region, ()), desk.id)
        return found


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 code: pt-BR -> pt."""
    return language.replace("_", "-").split("-", 1)[0].casefold()
