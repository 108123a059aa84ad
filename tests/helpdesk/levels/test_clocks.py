"""The three clocks of a ticket, read from its log."""

from datetime import datetime, timedelta

import pytest

from helpdesk.levels.calendar import WorkingCalendar, working_calendar
from helpdesk.levels.errors import CalendarNeverOpen
from helpdesk.levels.log import By, Clock, EventKind, TicketEvent
from helpdesk.levels.rules import (
    ClockState,
    Targets,
    clock_states,
    due_breaches,
    due_warnings,
)
from tests.helpdesk.levels.calendars import calendar, office, utc

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
ALWAYS = calendar("UTC", "00:00-00:00")
TARGETS = Targets(
    first_response_minutes=60,
    next_response_minutes=120,
    resolution_minutes=600,
    warn_share=0.75,
)
DAY = "2026-03-02T"  # a Monday


def _log(*lines: tuple[str, EventKind, By]) -> list[TicketEvent]:
    """Events of one Monday, written as (time in UTC, kind, by)."""
    return [
        TicketEvent(number, kind, utc(DAY + at), by)
        for number, (at, kind, by) in enumerate(lines, start=1)
    ]


ASKED: tuple[str, EventKind, By] = ("08:00", "asked", "asker")


def _states(
    *lines: tuple[str, EventKind, By], now: str = "23:59", desk: WorkingCalendar = ALWAYS
) -> dict[tuple[Clock, int], ClockState]:
    found = clock_states(_log(ASKED, *lines), TARGETS, desk, utc(DAY + now))
    return {state.key: state for state in found}


def _at(time_of_day: str) -> datetime:
    return utc(DAY + time_of_day)


def test_a_question_starts_the_first_response_and_the_resolution() -> None:
    states = _states(now="08:10")
    assert set(states) == {("first_response", 1), ("resolution", 1)}
    first = states["first_response", 1]
    assert first == ClockState(
        clock="first_response",
        cycle=1,
        started_at=_at("08:00"),
        due_at=_at("09:00"),
        stopped_at=None,
        elapsed=10 * MINUTE,
        met=None,
        warn_at=_at("08:45"),
        warning_due=False,
    )
    assert states["resolution", 1].due_at == _at("18:00")


def test_an_empty_log_or_one_without_a_question_has_no_clocks() -> None:
    assert clock_states([], TARGETS, ALWAYS, _at("08:00")) == []
    stray = _log(("08:00", "internal_note", "expert"), ("09:00", "reopened", "asker"))
    assert clock_states(stray, TARGETS, ALWAYS, _at("10:00")) == []


def test_the_words_of_a_person_stop_the_first_response() -> None:
    for helper in ("expert", "coordinator"):
        state = _states(("08:30", "public_reply", helper))["first_response", 1]
        assert (state.stopped_at, state.elapsed, state.met) == (_at("08:30"), 30 * MINUTE, True)
        assert state.due_at == _at("09:00")


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("acknowledged", "system"),
        ("public_reply", "system"),
        ("assigned", "system"),
        ("assigned", "coordinator"),
        ("internal_note", "expert"),
        ("asker_message", "asker"),
        ("public_reply", "asker"),
        ("asked", "asker"),
    ],
)
def test_an_automatic_acknowledgement_and_what_the_asker_does_not_read_stop_no_clock(
    kind: EventKind, by: By
) -> None:
    states = _states(("08:30", kind, by))
    assert set(states) == {("first_response", 1), ("resolution", 1)}
    assert all(state.stopped_at is None for state in states.values())
    assert states["first_response", 1].due_at == _at("09:00")


def test_a_message_of_the_asker_after_an_answer_waits_for_the_next() -> None:
    states = _states(
        ("08:30", "public_reply", "expert"),
        ("10:00", "asker_message", "asker"),
        ("10:30", "asker_message", "asker"),
        ("11:00", "public_reply", "expert"),
        ("12:00", "public_reply", "expert"),
        ("13:00", "asker_message", "asker"),
    )
    first, second = states["next_response", 1], states["next_response", 2]
    assert (first.started_at, first.stopped_at, first.met) == (_at("10:00"), _at("11:00"), True)
    assert first.due_at == _at("12:00")
    assert (second.started_at, second.due_at) == (_at("13:00"), _at("15:00"))
    assert ("next_response", 3) not in states


def test_automatic_mail_of_the_asker_neither_starts_nor_resumes_a_clock() -> None:
    states = _states(
        ("08:30", "public_reply", "expert"),
        ("08:30", "waiting_for_asker", "expert"),
        ("09:00", "asker_message", "system"),
        now="12:00",
    )
    assert ("next_response", 1) not in states
    assert states["resolution", 1].elapsed == 30 * MINUTE


def test_clocks_stand_still_while_the_ticket_waits_for_the_asker() -> None:
    waiting: list[tuple[str, EventKind, By]] = [
        ("09:00", "public_reply", "expert"),
        ("09:00", "waiting_for_asker", "expert"),
    ]
    paused = _states(*waiting, now="20:00")["resolution", 1]
    assert (paused.elapsed, paused.due_at, paused.warn_at) == (HOUR, None, None)
    assert (paused.met, paused.stopped_at) == (None, None)
    resumed = _states(*waiting, ("12:00", "asker_message", "asker"), now="14:00")["resolution", 1]
    assert (resumed.elapsed, resumed.due_at) == (3 * HOUR, _at("21:00"))
    assert resumed.warn_at == _at("18:30")


def test_a_pause_before_the_first_response_holds_that_clock_too() -> None:
    state = _states(
        ("08:20", "waiting_for_asker", "coordinator"),
        ("11:00", "asker_message", "asker"),
        now="11:10",
    )["first_response", 1]
    assert (state.elapsed, state.due_at, state.met) == (30 * MINUTE, _at("11:40"), None)


@pytest.mark.parametrize(
    ("kind", "by"),
    [("assigned", "coordinator"), ("public_reply", "expert"), ("resumed", "coordinator")],
)
def test_the_pause_ends_with_whatever_takes_the_ticket_out_of_waiting(
    kind: EventKind, by: By
) -> None:
    state = _states(("09:00", "waiting_for_asker", "expert"), ("12:00", kind, by), now="13:00")
    assert state["resolution", 1].elapsed == 2 * HOUR


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("internal_note", "expert"),
        ("acknowledged", "system"),
        ("public_reply", "system"),
        ("waiting_for_asker", "expert"),
    ],
)
def test_nothing_else_ends_the_pause(kind: EventKind, by: By) -> None:
    state = _states(("09:00", "waiting_for_asker", "expert"), ("12:00", kind, by), now="13:00")
    assert state["resolution", 1].elapsed == HOUR


def test_only_waiting_for_the_asker_pauses_an_answered_ticket_runs_on() -> None:
    state = _states(("09:00", "public_reply", "expert"), now="17:00")["resolution", 1]
    assert (state.elapsed, state.due_at) == (9 * HOUR, _at("18:00"))


def test_a_ticket_that_is_late_before_it_waits_stays_late() -> None:
    states = _states(("09:05", "waiting_for_asker", "expert"), now="09:10")
    first = states["first_response", 1]
    assert (first.met, first.due_at) == (False, _at("09:00"))
    assert due_breaches(list(states.values())) == [("first_response", 1)]


def test_closed_hours_do_not_count_towards_a_clock() -> None:
    # Friday 16:30 in Nairobi; the desk opens on Monday at 8.
    events = [TicketEvent(1, "asked", utc("2026-03-06T13:30"), "asker")]
    first, *_ = (
        state
        for state in clock_states(events, TARGETS, office(), utc("2026-03-09T05:10"))
        if state.clock == "first_response"
    )
    assert (first.elapsed, first.due_at) == (40 * MINUTE, utc("2026-03-09T05:30"))
    assert first.met is None


def test_a_resolution_that_came_late_between_two_sweeps_counts_as_missed() -> None:
    states = _states(
        ("08:30", "public_reply", "expert"), ("18:01", "resolved", "asker"), now="18:05"
    )
    assert states["resolution", 1].met is False
    assert due_breaches(list(states.values())) == [("resolution", 1)]


def test_the_moment_it_is_due_is_still_in_time_and_the_next_is_late() -> None:
    assert _states(("09:00", "public_reply", "expert"))["first_response", 1].met is True
    assert _states(now="09:00")["first_response", 1].met is None
    events = _log(ASKED)
    late = clock_states(events, TARGETS, ALWAYS, _at("09:00") + timedelta(microseconds=1))
    assert due_breaches(late) == [("first_response", 1)]


def test_what_is_due_at_closing_is_late_on_the_next_closed_day() -> None:
    # Due on Friday 17:00 sharp, answered on Saturday: no working time has passed between.
    friday, saturday = utc("2026-03-06T13:00"), utc("2026-03-07T09:00")
    events = [
        TicketEvent(1, "asked", friday, "asker"),
        TicketEvent(2, "public_reply", saturday, "expert"),
    ]
    states = clock_states(events, TARGETS, office(), saturday)
    assert due_breaches(states) == [("first_response", 1)]
    before_the_answer = clock_states(events[:1], TARGETS, office(), saturday)
    assert due_breaches(before_the_answer) == [("first_response", 1)]


def test_a_reopened_ticket_begins_a_new_cycle() -> None:
    states = _states(
        ("08:30", "public_reply", "expert"),
        ("09:00", "resolved", "asker"),
        ("14:00", "reopened", "asker"),
        ("15:00", "public_reply", "expert"),
        now="16:00",
    )
    assert states["resolution", 1].met is True
    assert states["resolution", 1].elapsed == HOUR
    again = states["resolution", 2]
    assert (again.started_at, again.elapsed) == (_at("14:00"), 2 * HOUR)
    assert again.due_at == utc("2026-03-03T00:00")
    assert states["next_response", 1].elapsed == HOUR
    assert ("first_response", 2) not in states


def test_a_ticket_reopened_without_any_response_waits_for_its_first_again() -> None:
    states = _states(("08:30", "resolved", "coordinator"), ("09:00", "reopened", "asker"))
    assert states["first_response", 2].started_at == _at("09:00")
    assert ("next_response", 1) not in states


def test_a_reply_after_the_end_counts_as_a_response_when_the_ticket_is_reopened() -> None:
    states = _states(
        ("08:30", "resolved", "coordinator"),
        ("08:40", "public_reply", "expert"),
        ("09:00", "reopened", "asker"),
    )
    assert ("first_response", 2) not in states
    assert states["next_response", 1].started_at == _at("09:00")


def test_reopening_a_ticket_that_is_open_changes_nothing() -> None:
    assert _states(("08:30", "reopened", "asker")) == _states()


def test_thanks_after_the_end_start_no_clock() -> None:
    states = _states(
        ("08:30", "public_reply", "expert"),
        ("09:00", "resolved", "asker"),
        ("09:30", "asker_message", "asker"),
        ("10:00", "closed", "system"),
    )
    assert set(states) == {("first_response", 1), ("resolution", 1)}
    assert states["resolution", 1].stopped_at == _at("09:00")


def test_a_ticket_resolved_while_it_waits_for_the_asker_is_resolved_in_time() -> None:
    state = _states(
        ("09:00", "waiting_for_asker", "expert"), ("23:00", "closed", "system"), now="23:30"
    )["resolution", 1]
    assert (state.met, state.elapsed, state.due_at) == (True, HOUR, None)


def test_a_pause_that_outlives_the_end_does_not_hold_the_next_cycle() -> None:
    state = _states(
        ("09:00", "waiting_for_asker", "expert"),
        ("10:00", "resolved", "expert"),
        ("11:00", "reopened", "asker"),
        now="12:00",
    )["resolution", 2]
    assert state.elapsed == HOUR


def test_a_response_nobody_waits_for_any_more_is_neither_met_nor_missed() -> None:
    for ending in ("resolved", "closed", "merged"):
        in_time = _states(("08:30", ending, "coordinator"))["first_response", 1]
        assert (in_time.met, in_time.stopped_at) == (None, _at("08:30"))
        too_late = _states(("09:30", ending, "coordinator"))["first_response", 1]
        assert too_late.met is False


def test_a_merged_ticket_keeps_no_promise_of_its_own() -> None:
    states = _states(("08:30", "merged", "coordinator"), now="23:59")
    assert due_breaches(list(states.values())) == []
    assert due_warnings(list(states.values())) == []
    assert states["resolution", 1].met is None


def test_a_warning_is_due_from_its_share_of_the_time_until_the_clock_is_late() -> None:
    def warned(now: str) -> list[tuple[Clock, int]]:
        return due_warnings(list(_states(now=now).values()))

    assert warned("08:44") == []
    assert warned("08:45") == [("first_response", 1)]
    assert warned("09:00") == [("first_response", 1)]
    assert warned("09:01") == []
    assert warned("15:30") == [("resolution", 1)]


def test_nobody_is_warned_of_a_clock_that_stopped_or_waits() -> None:
    answered = _states(("08:50", "public_reply", "expert"), now="08:55")
    assert due_warnings(list(answered.values())) == []
    paused = _states(("08:50", "waiting_for_asker", "expert"), now="08:55")
    assert paused["first_response", 1].warn_at == _at("08:45")
    assert due_warnings(list(paused.values())) == []


def test_an_event_dated_before_its_predecessor_happened_with_it() -> None:
    states = _states(("07:00", "public_reply", "expert"), ("06:00", "resolved", "expert"))
    for state in states.values():
        assert (state.stopped_at, state.elapsed, state.met) == (_at("08:00"), timedelta(0), True)


def test_a_present_before_the_question_measures_no_time() -> None:
    for state in _states(now="07:00").values():
        assert (state.elapsed, state.met, state.warning_due) == (timedelta(0), None, False)


def test_a_pause_dated_after_the_present_measures_no_time_that_has_not_passed() -> None:
    states = _states(("12:00", "waiting_for_asker", "expert"), now="08:10")
    assert states["first_response", 1].elapsed == 10 * MINUTE
    assert due_breaches(list(states.values())) == []


def test_the_sequence_orders_the_log_whatever_order_it_is_given_in() -> None:
    events = _log(
        ASKED,
        ("08:30", "public_reply", "expert"),
        ("08:30", "waiting_for_asker", "expert"),
        ("12:00", "asker_message", "asker"),
        ("12:00", "resolved", "asker"),
    )
    now = _at("13:00")
    forwards = clock_states(events, TARGETS, ALWAYS, now)
    assert clock_states(events[::-1], TARGETS, ALWAYS, now) == forwards


def test_a_desk_that_never_opens_says_so() -> None:
    with pytest.raises(CalendarNeverOpen):
        _states(desk=working_calendar("Africa/Niamey", {}))
