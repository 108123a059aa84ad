"""What holds for every log of a ticket."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.levels.calendar import after, working_time
from helpdesk.levels.log import By, EventKind, TicketEvent
from helpdesk.levels.rules import Targets, clock_states, due_breaches
from tests.helpdesk.levels.calendars import office, utc

MINUTE = timedelta(minutes=1)
TARGETS = Targets(
    first_response_minutes=60,
    next_response_minutes=120,
    resolution_minutes=600,
    warn_share=0.75,
)


def _at(time_of_day: str) -> datetime:
    return utc("2026-03-02T" + time_of_day)


KINDS: list[EventKind] = [
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
BYS: list[By] = ["asker", "expert", "coordinator", "system"]
logs = st.lists(
    st.tuples(st.integers(-60, 600), st.sampled_from(KINDS), st.sampled_from(BYS)), max_size=12
)


def _random_log(steps: list[tuple[int, EventKind, By]]) -> list[TicketEvent]:
    events = [TicketEvent(0, "asked", _at("08:00"), "asker")]
    for number, (minutes, kind, by) in enumerate(steps, start=1):
        events.append(TicketEvent(number, kind, events[-1].at + minutes * MINUTE, by))
    return events


@given(logs, st.integers(0, 10_000))
def test_no_log_gives_negative_time_nor_a_state_that_contradicts_itself(
    steps: list[tuple[int, EventKind, By]], minutes: int
) -> None:
    events = _random_log(steps)
    now = _at("08:00") + minutes * MINUTE
    states = clock_states(events, TARGETS, office(), now)
    assert len({state.key for state in states}) == len(states)
    for state in states:
        end = state.stopped_at or now
        assert timedelta(0) <= state.elapsed <= working_time(office(), state.started_at, end)
        allowed = TARGETS.of(state.clock)
        if state.elapsed > allowed:
            assert state.met is False
        if state.met is True:
            assert state.elapsed <= allowed
            assert state.stopped_at is not None
        if state.met is False:
            assert state.elapsed >= allowed
            assert state.due_at is not None
        if state.due_at is not None and state.warn_at is not None:
            assert state.warn_at <= state.due_at
        assert not (state.warning_due and (state.stopped_at or state.met is False))


@given(logs, st.integers(0, 10_000), st.integers(0, 10_000))
def test_what_was_late_stays_late_however_often_it_is_looked_at(
    steps: list[tuple[int, EventKind, By]], minutes: int, more: int
) -> None:
    events = _random_log(steps)
    last = max(event.at for event in events)
    now = last + minutes * MINUTE
    early = clock_states(events, TARGETS, office(), now)
    late = clock_states(events, TARGETS, office(), now + more * MINUTE)
    assert set(due_breaches(early)) <= set(due_breaches(late))


@given(logs)
def test_a_sweep_during_the_life_of_a_ticket_finds_no_breach_that_the_whole_log_denies(
    steps: list[tuple[int, EventKind, By]],
) -> None:
    events = _random_log([(abs(minutes), kind, by) for minutes, kind, by in steps])
    end = events[-1].at
    whole = set(due_breaches(clock_states(events, TARGETS, office(), end)))
    for number, event in enumerate(events):
        seen = clock_states(events[: number + 1], TARGETS, office(), event.at)
        assert set(due_breaches(seen)) <= whole


@given(st.integers(0, 600), st.integers(0, 3000))
def test_a_deadline_moves_by_the_working_time_of_the_pause(before: int, pause: int) -> None:
    asked = _at("06:00")
    waits = asked + before * MINUTE
    resumes = waits + pause * MINUTE
    events = [
        TicketEvent(1, "asked", asked, "asker"),
        TicketEvent(2, "waiting_for_asker", waits, "expert"),
        TicketEvent(3, "asker_message", resumes, "asker"),
    ]
    state = next(
        state
        for state in clock_states(events, TARGETS, office(), resumes)
        if state.clock == "resolution"
    )
    used = working_time(office(), asked, waits)
    if used < TARGETS.of("resolution"):
        assert state.elapsed == used
        assert state.due_at == after(office(), resumes, TARGETS.of("resolution") - used)
