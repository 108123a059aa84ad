"""When each clock of a ticket ran, read from its log of events."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from helpdesk.levels.calendar import in_utc

Clock = Literal["first_response", "next_response", "resolution"]
RESPONSES: tuple[Clock, Clock] = ("first_response", "next_response")
By = Literal["asker", "expert", "coordinator", "system"]
EventKind = Literal[
    "asked",
    "acknowledged",
    "assigned",
    "public_reply",
    "internal_note",
    "asker_message",
    "waiting_for_asker",
    "resumed",
    "resolved",
    "reopened",
    "closed",
    "merged",
]
"""resumed: left waiting_for_asker otherwise than by a message, an answer or an assignment.
merged: withdrawn, as a ticket that went into another one or is spam.
A question back to the asker is a public_reply, then waiting_for_asker."""

Ending = Literal["done", "dropped"]
"""done: what the clock waits for has happened. dropped: it is no longer waited for."""


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """One line of a ticket's log.

    Attributes:
        sequence: place in the log; it decides the order, not the moment.
        kind: what happened.
        at: when, with its zone.
        by: whose act; "system" is anything automatic, out-of-office mail of the asker too.
    """

    sequence: int
    kind: EventKind
    at: datetime
    by: By

    @property
    def by_helper(self) -> bool:
        """Whether a person of the helpdesk did it."""
        return self.by in ("expert", "coordinator")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in which a clock ran; `until` None: until the clock stops, or still."""

    since: datetime
    until: datetime | None = None


@dataclass(slots=True)
class Cycle:
    """One start of a clock: its runs between pauses, and its end."""

    clock: Clock
    number: int
    runs: list[Run]
    stopped_at: datetime | None = None
    ending: Ending | None = None

    @property
    def started_at(self) -> datetime:
        """When it began to run."""
        return self.runs[0].since

    @property
    def paused(self) -> bool:
        """Whether it waits for the asker."""
        return self.stopped_at is None and self.runs[-1].until is not None


def in_order(events: Iterable[TicketEvent]) -> list[TicketEvent]:
    """The log by its sequence, in UTC; an event never lies before the one it follows."""
    ordered: list[TicketEvent] = []
    for event in sorted(events, key=lambda event: event.sequence):
        at = in_utc(event.at)
        ordered.append(replace(event, at=max(at, ordered[-1].at) if ordered else at))
    return ordered


def cycles_of(events: Iterable[TicketEvent]) -> list[Cycle]:
    """Every cycle of every clock, in the order in which they began; none before the question."""
    reading = _Reading()
    for event in in_order(events):
        reading.take(event)
    return reading.cycles


@dataclass(slots=True)
class _Reading:
    """What is known of a ticket after the events read so far."""

    cycles: list[Cycle] = field(default_factory=list)
    responded: bool = False
    over: bool = False

    def take(self, event: TicketEvent) -> None:
        """Read the next event."""
        if not self.cycles:
            if event.kind == "asked":
                self._start("resolution", event.at)
                self._start("first_response", event.at)
        elif self.over:
            self._take_after_the_end(event)
        else:
            self._take_while_open(event)

    def _take_after_the_end(self, event: TicketEvent) -> None:
        if event.kind == "public_reply" and event.by_helper:
            self.responded = True
        elif event.kind == "reopened":
            self.over = False
            self._start("resolution", event.at)
            self._await_response(event.at)

    def _take_while_open(self, event: TicketEvent) -> None:
        match event.kind:
            case "public_reply" if event.by_helper:
                self.responded = True
                self._stop(RESPONSES, event.at, "done")
                self._resume(event.at)
            case "asker_message" if event.by == "asker":
                self._resume(event.at)
                self._await_response(event.at)
            case "waiting_for_asker":
                self._pause(event.at)
            case "assigned" | "resumed":
                self._resume(event.at)
            case "resolved" | "closed":
                self._stop(("resolution",), event.at, "done")
                self._end(event.at)
            case "merged":
                self._end(event.at)
            case _:
                pass

    def _await_response(self, at: datetime) -> None:
        """The asker waits for words: from now, unless she waits already."""
        if not any(cycle.clock in RESPONSES for cycle in self._live()):
            self._start("next_response" if self.responded else "first_response", at)

    def _start(self, clock: Clock, at: datetime) -> None:
        number = 1 + sum(cycle.clock == clock for cycle in self.cycles)
        self.cycles.append(Cycle(clock, number, [Run(at)]))

    def _live(self) -> list[Cycle]:
        return [cycle for cycle in self.cycles if cycle.stopped_at is None]

    def _pause(self, at: datetime) -> None:
        for cycle in self._live():
            if not cycle.paused:
                cycle.runs[-1] = replace(cycle.runs[-1], until=at)

    def _resume(self, at: datetime) -> None:
        for cycle in self._live():
            if cycle.paused:
                cycle.runs.append(Run(at))

    def _stop(self, clocks: tuple[Clock, ...], at: datetime, ending: Ending) -> None:
        for cycle in self._live():
            if cycle.clock in clocks:
                cycle.stopped_at, cycle.ending = at, ending

    def _end(self, at: datetime) -> None:
        self._stop((*RESPONSES, "resolution"), at, "dropped")
        self.over = True
