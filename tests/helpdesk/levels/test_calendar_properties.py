"""What holds for every calendar, in every zone, over every change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from helpdesk.levels.calendar import (
    Hours,
    WorkingCalendar,
    after,
    is_open,
    next_opening,
    working_calendar,
    working_time,
)
from helpdesk.levels.errors import CalendarNeverOpen
from tests.helpdesk.levels.calendars import calendar

MINUTE = timedelta(minutes=1)
CHANGES = {
    "Europe/Paris": ("2026-03-29", "2026-10-25"),
    "America/Havana": ("2026-03-08", "2026-11-01"),
    "America/St_Johns": ("2010-03-14", "2010-11-07"),
    "America/Sao_Paulo": ("2018-11-04", "2019-02-17"),
    "Asia/Beirut": ("2026-03-29", "2026-10-25"),
    "Australia/Lord_Howe": ("2026-04-05", "2026-10-04"),
    "Africa/Casablanca": ("2026-02-15", "2026-03-22"),
    "Africa/Juba": ("2021-02-01", "2000-01-15"),
    "Pacific/Apia": ("2011-12-30", "2012-04-01"),
    "Pacific/Kiritimati": ("1994-12-31", "2026-01-01"),
    "Antarctica/Troll": ("2026-03-29", "2026-10-25"),
    "Africa/Nairobi": ("2028-02-29", "2026-12-31"),
    "Pacific/Pago_Pago": ("2028-02-29", "2026-12-31"),
}
"""Zones, and dates near which their clocks are set or the calendar is odd."""

clock_times = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))


def _not_empty(given_hours: Hours) -> bool:
    return given_hours[0] != given_hours[1] or given_hours[0] == time(0)


day_hours = st.lists(st.tuples(clock_times, clock_times).filter(_not_empty), max_size=3)


@st.composite
def situations(draw: st.DrawFn) -> tuple[WorkingCalendar, datetime]:
    """A calendar with some working time, and a moment near an odd date of its zone."""
    zone = draw(st.sampled_from(sorted(CHANGES)))
    odd = date.fromisoformat(draw(st.sampled_from(CHANGES[zone])))
    near = st.integers(-3, 3).map(lambda days: odd + timedelta(days=days))
    week = draw(st.dictionaries(st.integers(0, 6), day_hours, min_size=1))
    assume(any(week.values()))
    made = working_calendar(
        zone,
        week,
        holidays=draw(st.sets(near, max_size=2)),
        exceptions=draw(st.dictionaries(near, day_hours, max_size=2)),
    )
    assume(any(made.week))
    minutes = draw(st.integers(-3 * 24 * 60, 2 * 24 * 60))
    return made, datetime.combine(odd, time(0), UTC) + minutes * MINUTE


lengths = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=20))
short_lengths = st.integers(0, 3 * 24 * 60).map(lambda minutes: minutes * MINUTE)


def _by_the_wall_clock(desk: WorkingCalendar, moment: datetime) -> bool:
    """Whether the clock on the wall shows a time within the hours of the date it shows."""
    shown = moment.astimezone(ZoneInfo(desk.zone.key)).replace(tzinfo=None)
    since_midnight = shown - datetime.combine(shown.date(), time(0))
    return any(begin <= since_midnight < end for begin, end in desk.spans_on(shown.date()))


def _works_enough(desk: WorkingCalendar, start: datetime) -> bool:
    """Whether an ordinary week is long enough to reach any of these deadlines in some years."""
    month = timedelta(days=30)
    ordinary_week = working_time(desk, start + month, start + month + timedelta(days=7))
    return ordinary_week >= timedelta(hours=2)


@settings(max_examples=150)
@given(situations(), short_lengths)
def test_working_time_is_each_real_minute_at_which_the_wall_clock_shows_open_hours(
    situation: tuple[WorkingCalendar, datetime], length: timedelta
) -> None:
    desk, start = situation
    minutes = (start + number * MINUTE for number in range(length // MINUTE))
    counted = sum(_by_the_wall_clock(desk, minute) for minute in minutes)
    assert working_time(desk, start, start + length) == counted * MINUTE


@given(situations(), lengths)
@example((calendar("UTC", "00:00-00:00"), datetime(2026, 1, 1, tzinfo=UTC)), timedelta(0))
def test_the_working_time_until_a_deadline_is_the_time_that_was_given(
    situation: tuple[WorkingCalendar, datetime], working: timedelta
) -> None:
    desk, start = situation
    assume(_works_enough(desk, start))
    assert working_time(desk, start, after(desk, start, working)) == working


@given(situations(), lengths)
def test_a_deadline_is_the_first_moment_with_so_much_working_time(
    situation: tuple[WorkingCalendar, datetime], length: timedelta
) -> None:
    desk, start = situation
    working = working_time(desk, start, start + length)
    due = after(desk, start, working)
    assert start <= due <= start + length
    if due > start:
        one_earlier = due - timedelta(microseconds=1)
        assert working_time(desk, start, one_earlier) < working


@given(situations(), lengths, lengths)
def test_working_time_adds_up(
    situation: tuple[WorkingCalendar, datetime], first: timedelta, second: timedelta
) -> None:
    desk, start = situation
    middle, end = start + first, start + first + second
    parts = working_time(desk, start, middle) + working_time(desk, middle, end)
    assert working_time(desk, start, end) == parts


@given(situations(), lengths, lengths)
def test_deadlines_add_up(
    situation: tuple[WorkingCalendar, datetime], first: timedelta, second: timedelta
) -> None:
    desk, start = situation
    assume(_works_enough(desk, start))
    in_two_steps = after(desk, after(desk, start, first), second)
    if second:
        assert in_two_steps == after(desk, start, first + second)


@given(situations(), lengths)
def test_working_time_is_never_negative_nor_longer_than_the_time_that_passed(
    situation: tuple[WorkingCalendar, datetime], length: timedelta
) -> None:
    desk, start = situation
    assert timedelta(0) <= working_time(desk, start, start + length) <= length
    assert working_time(desk, start + length, start) == timedelta(0)


@given(situations(), lengths, lengths, lengths)
def test_working_time_and_deadlines_are_monotone(
    situation: tuple[WorkingCalendar, datetime],
    length: timedelta,
    more: timedelta,
    later: timedelta,
) -> None:
    desk, start = situation
    assert working_time(desk, start, start + length) <= working_time(
        desk, start, start + length + more
    )
    assume(_works_enough(desk, start))
    assert after(desk, start, length) <= after(desk, start, length + more)
    assert after(desk, start, length) <= after(desk, start + later, length)


@given(situations())
def test_the_next_opening_is_the_first_open_moment(
    situation: tuple[WorkingCalendar, datetime],
) -> None:
    desk, moment = situation
    opening = next_opening(desk, moment)
    assert is_open(desk, opening)
    assert is_open(desk, moment) == (opening == moment)
    assert working_time(desk, moment, opening) == timedelta(0)


@given(situations(), st.timedeltas(timedelta(0), timedelta(days=3)))
def test_open_moments_are_those_of_the_wall_clock(
    situation: tuple[WorkingCalendar, datetime], later: timedelta
) -> None:
    desk, moment = situation
    assert is_open(desk, moment + later) == _by_the_wall_clock(desk, moment + later)


@given(st.sampled_from(sorted(CHANGES)), lengths)
def test_a_calendar_without_hours_never_loops(zone: str, working: timedelta) -> None:
    never = working_calendar(zone, {})
    start = datetime(2026, 3, 1, tzinfo=UTC)
    assert working_time(never, start, start + working) == timedelta(0)
    with pytest.raises(CalendarNeverOpen):
        after(never, start, working + MINUTE)
