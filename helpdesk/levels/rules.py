"""What a desk promises, and how a ticket stands against it.

Three clocks, read from the ticket's log of events and never counted up, so that a sweep that comes
late finds the same as one that comes in time. They measure the desk's working time, except while
the ticket waits for the asker.

first response: from the question until a person of the helpdesk writes to the asker.
next response:  once a person has written, from the first message of the asker that has no answer
                yet until a person writes again.
resolution:     from the question until the ticket is resolved or closed.

What the system writes stops no clock. A ticket reopened after its end begins a new cycle of the
resolution, and of the next response (of the first, if nobody ever responded).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from helpdesk.levels.calendar import NONE, WorkingCalendar, after, in_utc, working_time
from helpdesk.levels.errors import TargetNotPossible, WarningNotPossible
from helpdesk.levels.log import Clock, Cycle, Run, TicketEvent, cycles_of

MOST_MINUTES = 366 * 24 * 60
USUAL_WARN_SHARE = 0.75

ClockKey = tuple[Clock, int]
"""A clock and its cycle: with the ticket, what a breach or a warning is recorded under once."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The working time within which each clock has to stop, in minutes.

    Attributes:
        warn_share: of each of those times, after which a warning is due; above 0, at most 1.

    Raises:
        TargetNotPossible: minutes are not from 1 to a year.
        WarningNotPossible: the share is out of range.
    """

    first_response_minutes: int
    next_response_minutes: int
    resolution_minutes: int
    warn_share: float = USUAL_WARN_SHARE

    def __post_init__(self) -> None:
        """Refuse promises that cannot be kept or mean nothing."""
        for minutes in (
            self.first_response_minutes,
            self.next_response_minutes,
            self.resolution_minutes,
        ):
            if not 1 <= minutes <= MOST_MINUTES:
                raise TargetNotPossible(minutes, MOST_MINUTES)
        if not 0 < self.warn_share <= 1:
            raise WarningNotPossible(self.warn_share)

    def of(self, clock: Clock) -> timedelta:
        """The working time a clock may take."""
        minutes: dict[Clock, int] = {
            "first_response": self.first_response_minutes,
            "next_response": self.next_response_minutes,
            "resolution": self.resolution_minutes,
        }
        return timedelta(minutes=minutes[clock])


@dataclass(frozen=True, slots=True)
class ServiceLevels:
    """The targets of a desk.

    Attributes:
        usual: where nothing else is set.
        special: by topic and priority; None in either place stands for any.
    """

    usual: Targets
    special: Mapping[tuple[str | None, str | None], Targets] = field(default_factory=dict)

    def targets(self, topic: str, priority: str) -> Targets:
        """What is promised: for both, else for the priority, else for the topic, else as usual."""
        for key in ((topic, priority), (None, priority), (topic, None)):
            if key in self.special:
                return self.special[key]
        return self.usual


@dataclass(frozen=True, slots=True)
class ClockState:
    """How one cycle of a clock stands. All moments are in UTC.

    Attributes:
        clock: which of the three.
        cycle: from 1, of this clock.
        started_at: when it began.
        due_at: last moment at which it may stop; None while it is paused with time left (and for
            ever if it stopped so). Time used up stays used up: a later pause moves it no more.
        stopped_at: when it ended; None while it runs or is paused.
        elapsed: working time without pauses, until it ended or until now.
        met: True if it stopped in time, False as soon as it is late. None while it may still be
            met, or if it ended in time without what it waited for (a question that was withdrawn,
            or closed without an answer).
        warn_at: when a share of the time is used up; None as for `due_at`.
        warning_due: whether that moment has come on a clock that runs and is not late yet.
    """

    clock: Clock
    cycle: int
    started_at: datetime
    due_at: datetime | None
    stopped_at: datetime | None
    elapsed: timedelta
    met: bool | None
    warn_at: datetime | None
    warning_due: bool

    @property
    def key(self) -> ClockKey:
        """The clock and its cycle."""
        return self.clock, self.cycle


def clock_states(
    events: Iterable[TicketEvent], targets: Targets, calendar: WorkingCalendar, now: datetime
) -> list[ClockState]:
    """Every cycle of every clock of a ticket, in the order in which they began.

    Events count in the order of their sequence; one dated before its predecessor is taken to have
    happened with it, so no time is negative. A clock is late from the moment after `due_at`.

    Raises:
        CalendarNeverOpen: the desk has no working time.
        DeadlineOutOfReach: it has too little for its targets.
        ValueError: a moment has no zone.
    """
    moment = in_utc(now)
    return [_state(cycle, targets, calendar, moment) for cycle in cycles_of(events)]


def due_breaches(states: Sequence[ClockState]) -> list[ClockKey]:
    """The clocks that are late, or stopped late: each is to be recorded once."""
    return [state.key for state in states if state.met is False]


def due_warnings(states: Sequence[ClockState]) -> list[ClockKey]:
    """The clocks that run and will soon be late: each is to be warned of once."""
    return [state.key for state in states if state.warning_due]


def _state(cycle: Cycle, targets: Targets, calendar: WorkingCalendar, now: datetime) -> ClockState:
    allowed = targets.of(cycle.clock)
    due_at = _used_up(cycle.runs, allowed, calendar)
    warn_at = _used_up(cycle.runs, allowed * targets.warn_share, calendar)
    until = now if cycle.stopped_at is None else cycle.stopped_at
    elapsed = (
        working_time(calendar, run.since, min(run.until or until, until)) for run in cycle.runs
    )
    met = _met(cycle, due_at, now)
    return ClockState(
        clock=cycle.clock,
        cycle=cycle.number,
        started_at=cycle.started_at,
        due_at=due_at,
        stopped_at=cycle.stopped_at,
        elapsed=sum(elapsed, NONE),
        met=met,
        warn_at=warn_at,
        warning_due=_runs(cycle) and met is None and warn_at is not None and warn_at <= now,
    )


def _used_up(runs: Sequence[Run], working: timedelta, calendar: WorkingCalendar) -> datetime | None:
    """When so much working time has passed in the runs; None if a pause comes first."""
    left = working
    for run in runs:
        moment = after(calendar, run.since, left)
        if run.until is None or moment < run.until:
            return moment
        left -= working_time(calendar, run.since, run.until)
    return None


def _runs(cycle: Cycle) -> bool:
    return cycle.stopped_at is None and not cycle.paused


def _met(cycle: Cycle, due_at: datetime | None, now: datetime) -> bool | None:
    if due_at is not None and due_at < (cycle.stopped_at or now):
        return False
    return True if cycle.ending == "done" else None
