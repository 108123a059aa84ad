"""Working time is exact in every zone, over every change of the clocks."""

import time as stopwatch
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpdesk.levels.calendar import (
    after,
    holidays_of,
    is_open,
    next_opening,
    working_calendar,
    working_time,
)
from helpdesk.levels.errors import (
    CalendarNeverOpen,
    DayNotInCalendar,
    DeadlineOutOfReach,
    HolidaysNotKnown,
    HoursAreEmpty,
    TimeZoneNotKnown,
)
from tests.helpdesk.levels.calendars import EVERY_DAY, WORKDAYS, calendar, hours, office, utc

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _hours_on(zone: str, text: str, day: date) -> float:
    """How long a desk is open that works on one local date only."""
    only = working_calendar(zone, {}, exceptions={day: hours(text)})
    midnight = datetime.combine(day, time(0), UTC)
    return working_time(only, midnight - 2 * DAY, midnight + 3 * DAY) / HOUR


def test_only_the_hours_between_the_breaks_of_a_day_count() -> None:
    # 7:00 to 14:00 in Nairobi (UTC+3): 8 to 12 and 13 to 14.
    monday = "2026-03-02T"
    assert working_time(office(), utc(monday + "04:00"), utc(monday + "11:00")) == 5 * HOUR


def test_a_deadline_passes_over_the_weekend() -> None:
    # Friday 16:00 in Nairobi and three hours: Monday 10:00.
    assert after(office(), utc("2026-03-06T13:00"), 3 * HOUR) == utc("2026-03-09T07:00")


def test_a_deadline_that_fills_the_day_lies_at_closing_and_not_at_the_next_opening() -> None:
    assert after(office(), utc("2026-03-06T13:00"), HOUR) == utc("2026-03-06T14:00")


def test_no_time_at_all_is_due_at_once_even_where_the_desk_is_closed() -> None:
    sunday = utc("2026-03-08T10:00")
    assert after(office(), sunday, timedelta(0)) == sunday


def test_a_deadline_behind_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        after(office(), utc("2026-03-06T13:00"), -HOUR)


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 3, 6, 13)  # noqa: DTZ001 - this is what is refused
    for ask in (is_open, next_opening):
        with pytest.raises(ValueError, match="zone"):
            ask(office(), naive)
    with pytest.raises(ValueError, match="zone"):
        working_time(office(), naive, utc("2026-03-07T13:00"))
    with pytest.raises(ValueError, match="zone"):
        after(office(), naive, HOUR)


def test_moments_of_any_zone_are_the_same_moments() -> None:
    paris = ZoneInfo("Europe/Paris")
    # Wall clocks three hours apart, over the change to summer time: two hours passed.
    start, end = datetime(2026, 3, 29, 1, tzinfo=paris), datetime(2026, 3, 29, 4, tzinfo=paris)
    assert working_time(calendar("Africa/Dakar", "00:00-00:00"), start, end) == 2 * HOUR


def test_no_working_time_passes_backwards() -> None:
    assert working_time(office(), utc("2026-03-06T13:00"), utc("2026-03-02T13:00")) == timedelta(0)


def test_hours_over_midnight_go_on_the_next_day() -> None:
    night = calendar("Asia/Kolkata", "22:00-06:00", [4])
    # Friday 22:00 to Saturday 06:00 in India (UTC+5:30).
    assert not is_open(night, utc("2026-03-06T16:29"))
    assert is_open(night, utc("2026-03-06T16:30"))
    assert is_open(night, utc("2026-03-07T00:29"))
    assert not is_open(night, utc("2026-03-07T00:30"))
    assert working_time(night, utc("2026-03-01T00:00"), utc("2026-03-08T00:00")) == 8 * HOUR


def test_sunday_night_goes_on_into_monday() -> None:
    night = calendar("UTC", "22:00-02:00", [6])
    assert after(night, utc("2026-03-08T23:00"), 2 * HOUR) == utc("2026-03-09T01:00")


def test_the_morning_after_a_night_is_closed_where_it_is_a_holiday() -> None:
    night = calendar("UTC", "22:00-06:00", [4], holidays=[date(2026, 3, 7)])
    assert working_time(night, utc("2026-03-06T00:00"), utc("2026-03-08T00:00")) == 2 * HOUR


def test_an_exceptional_night_goes_on_into_whatever_the_next_day_has() -> None:
    night = {date(2026, 3, 6): "20:00-02:00"}
    ordinary = calendar("UTC", "08:00-12:00", exceptions=night)
    assert working_time(ordinary, utc("2026-03-06T00:00"), utc("2026-03-08T00:00")) == 10 * HOUR
    festive = calendar("UTC", "08:00-12:00", holidays=[date(2026, 3, 7)], exceptions=night)
    assert working_time(festive, utc("2026-03-06T00:00"), utc("2026-03-08T00:00")) == 6 * HOUR
    both = calendar("UTC", "08:00-12:00", exceptions={**night, date(2026, 3, 7): "09:00-10:00"})
    assert working_time(both, utc("2026-03-06T00:00"), utc("2026-03-08T00:00")) == 7 * HOUR


def test_holidays_are_closed_and_exceptions_are_stronger_than_holidays() -> None:
    closed = calendar("UTC", "08:00-12:00", holidays=[date(2026, 3, 3), date(2026, 3, 4)])
    week = utc("2026-03-02T00:00"), utc("2026-03-07T00:00")
    assert working_time(closed, *week) == 12 * HOUR
    half = calendar(
        "UTC",
        "08:00-12:00",
        holidays=[date(2026, 3, 3), date(2026, 3, 4)],
        exceptions={date(2026, 3, 3): "09:00-10:00", date(2026, 3, 5): ""},
    )
    assert working_time(half, *week) == 9 * HOUR


def test_hours_that_overlap_or_touch_count_once() -> None:
    overlapping = calendar("UTC", "08:00-12:00 10:00-13:00 13:00-14:00 09:00-09:30")
    assert overlapping == calendar("UTC", "08:00-14:00")
    assert working_time(overlapping, utc("2026-03-02T00:00"), utc("2026-03-03T00:00")) == 6 * HOUR


def test_a_desk_is_open_from_its_first_moment_and_closed_from_its_last() -> None:
    moment = utc("2026-03-02T05:00")
    assert is_open(office(), moment)
    assert not is_open(office(), moment - timedelta(microseconds=1))
    assert not is_open(office(), utc("2026-03-02T14:00"))
    assert is_open(office(), utc("2026-03-02T14:00") - timedelta(microseconds=1))


def test_the_next_opening_is_now_where_the_desk_is_open() -> None:
    assert next_opening(office(), utc("2026-03-02T06:13")) == utc("2026-03-02T06:13")
    assert next_opening(office(), utc("2026-03-06T14:00")) == utc("2026-03-09T05:00")


@pytest.mark.parametrize(
    ("zone", "day", "text", "expected"),
    [
        # Forward: 02:00 to 03:00 does not exist.
        ("Europe/Paris", date(2026, 3, 29), "00:00-00:00", 23),
        ("Europe/Paris", date(2026, 3, 29), "01:00-04:00", 2),
        ("Europe/Paris", date(2026, 3, 29), "02:00-03:00", 0),
        ("Europe/Paris", date(2026, 3, 29), "02:15-02:45", 0),
        ("Europe/Paris", date(2026, 3, 29), "01:30-02:30", 0.5),
        ("Europe/Paris", date(2026, 3, 29), "02:30-04:00", 1),
        # Back: 02:00 to 03:00 comes twice.
        ("Europe/Paris", date(2026, 10, 25), "00:00-00:00", 25),
        ("Europe/Paris", date(2026, 10, 25), "01:00-04:00", 4),
        ("Europe/Paris", date(2026, 10, 25), "02:00-03:00", 2),
        ("Europe/Paris", date(2026, 10, 25), "01:30-02:30", 1.5),
        # Midnight itself is skipped, or comes twice.
        ("Asia/Beirut", date(2026, 3, 29), "00:00-02:00", 1),
        ("America/Havana", date(2026, 3, 8), "00:00-00:00", 23),
        ("America/Havana", date(2026, 11, 1), "00:00-01:00", 2),
        ("America/Sao_Paulo", date(2019, 2, 16), "23:00-00:00", 2),
        ("America/Sao_Paulo", date(2019, 2, 17), "00:00-01:00", 1),
        ("America/St_Johns", date(2010, 11, 6), "23:00-00:00", 1 + 59 / 60),
        ("America/St_Johns", date(2010, 11, 7), "00:00-00:30", 0.5 + 1 / 60),
        # Half an hour of summer time.
        ("Australia/Lord_Howe", date(2026, 4, 5), "00:00-00:00", 24.5),
        ("Australia/Lord_Howe", date(2026, 10, 4), "00:00-00:00", 23.5),
        # Clocks set back for Ramadan, forward after it.
        ("Africa/Casablanca", date(2026, 2, 15), "00:00-00:00", 25),
        ("Africa/Casablanca", date(2026, 3, 22), "00:00-00:00", 23),
        # A country that went to the other side of the date line: a date that never was.
        ("Pacific/Apia", date(2011, 12, 30), "00:00-00:00", 0),
        ("Pacific/Apia", date(2011, 12, 29), "00:00-00:00", 24),
        ("Pacific/Apia", date(2011, 12, 31), "00:00-00:00", 24),
        # A country that changed its zone for good.
        ("Africa/Juba", date(2021, 1, 31), "00:00-00:00", 25),
    ],
)
def test_each_local_date_has_the_hours_that_its_wall_clock_showed(
    zone: str, day: date, text: str, expected: float
) -> None:
    assert _hours_on(zone, text, day) == pytest.approx(expected)


def test_a_deadline_runs_through_the_hour_that_comes_twice() -> None:
    desk = calendar("Europe/Paris", "01:00-04:00")
    start = utc("2026-10-24T23:00")  # 01:00 summer time
    assert after(desk, start, 3 * HOUR) == utc("2026-10-25T02:00")  # 03:00 winter time
    assert after(desk, start, 4 * HOUR) == utc("2026-10-25T03:00")


def test_hours_before_midnight_that_come_again_after_midnight_keep_their_order() -> None:
    # In St. John's, 00:01 became 23:01 of the day before.
    desk = working_calendar(
        "America/St_Johns",
        {},
        exceptions={
            date(2010, 11, 6): hours("23:30-00:00"),
            date(2010, 11, 7): hours("00:00-01:00"),
        },
    )
    start = utc("2010-11-07T02:00")  # 23:30 summer time
    assert after(desk, start, timedelta(minutes=30)) == utc("2010-11-07T02:30")
    assert after(desk, start, timedelta(minutes=31)) == utc("2010-11-07T02:31")
    # Closed again while clocks show 23:01 to 23:30.
    assert not is_open(desk, utc("2010-11-07T02:31"))
    assert after(desk, start, timedelta(minutes=32)) == utc("2010-11-07T03:01")
    whole = working_time(desk, utc("2010-11-06T12:00"), utc("2010-11-07T12:00"))
    assert whole == timedelta(minutes=30 + 1 + 30 + 60)


def test_the_leap_day_is_a_day_like_others() -> None:
    desk = calendar("Asia/Kathmandu", "10:00-16:00")
    assert working_time(desk, utc("2028-02-28T00:00"), utc("2028-03-02T00:00")) == 18 * HOUR
    assert working_time(desk, utc("2027-02-28T00:00"), utc("2027-03-02T00:00")) == 12 * HOUR


def test_the_new_year_of_utc_does_not_cut_a_working_day() -> None:
    desk = calendar("Pacific/Kiritimati", "08:00-20:00")
    # 31 December 18:00 UTC is 1 January 08:00 there.
    assert after(desk, utc("2026-12-31T18:00"), 12 * HOUR) == utc("2027-01-01T06:00")


@pytest.mark.parametrize(
    ("zone", "opens"),
    [
        ("Pacific/Kiritimati", "2026-03-01T18:00"),  # UTC+14
        ("Pacific/Chatham", "2026-03-01T18:15"),  # UTC+13:45
        ("Pacific/Pago_Pago", "2026-03-02T19:00"),  # UTC-11
        ("Etc/GMT+12", "2026-03-02T20:00"),  # UTC-12
    ],
)
def test_monday_begins_when_it_is_monday_there(zone: str, opens: str) -> None:
    desk = calendar(zone, "08:00-12:00", [0])
    assert next_opening(desk, utc("2026-02-28T00:00")) == utc(opens)


def test_a_calendar_without_working_time_says_so_instead_of_searching_for_ever() -> None:
    never = working_calendar("Africa/Niamey", {})
    moment = utc("2026-03-02T00:00")
    with pytest.raises(CalendarNeverOpen) as caught:
        next_opening(never, moment)
    assert caught.value.data == {"since": "2026-03-02", "days": 400}
    with pytest.raises(CalendarNeverOpen):
        after(never, moment, HOUR)
    assert not is_open(never, moment)
    assert working_time(never, moment, moment + 3000 * DAY) == timedelta(0)


def test_a_calendar_whose_only_hours_do_not_exist_is_never_open() -> None:
    gap = working_calendar("Europe/Paris", {}, exceptions={date(2026, 3, 29): hours("02:00-03:00")})
    with pytest.raises(CalendarNeverOpen):
        next_opening(gap, utc("2026-03-01T00:00"))


def test_a_calendar_that_only_holidays_close_is_never_open() -> None:
    days = [date(2026, 1, 1) + DAY * number for number in range(1000)]
    with pytest.raises(CalendarNeverOpen):
        after(calendar("UTC", "08:00-12:00", holidays=days), utc("2026-03-01T00:00"), HOUR)


def test_a_closure_of_400_days_is_waited_for_and_a_longer_one_is_not() -> None:
    monday = utc("2026-03-02T08:00")
    first, second = date(2026, 3, 2), date(2026, 3, 2) + DAY * 400
    there = working_calendar(
        "UTC", {}, exceptions={first: hours("08:00-09:00"), second: hours("08:00-09:00")}
    )
    assert after(there, monday, 2 * HOUR) == monday + DAY * 400 + HOUR
    beyond = working_calendar(
        "UTC", {}, exceptions={first: hours("08:00-09:00"), second + DAY: hours("09:00-10:00")}
    )
    with pytest.raises(CalendarNeverOpen):
        after(beyond, monday, 2 * HOUR)


def test_a_deadline_many_years_ahead_is_refused_and_not_searched_for_ever() -> None:
    rare = calendar("UTC", "08:00-08:01", [0])
    with pytest.raises(DeadlineOutOfReach):
        after(rare, utc("2026-03-01T00:00"), 366 * DAY)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "Africa", "../etc/passwd", "/etc", "a\0b"])
def test_a_zone_that_does_not_exist_is_named(name: str) -> None:
    with pytest.raises(TimeZoneNotKnown) as caught:
        working_calendar(name, {})
    assert caught.value.data["zone"] == name


def test_hours_that_end_where_they_begin_are_refused() -> None:
    with pytest.raises(HoursAreEmpty, match="09:00"):
        calendar("UTC", "09:00-09:00")


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_weekday_that_is_none_is_refused(weekday: int) -> None:
    with pytest.raises(DayNotInCalendar, match=str(weekday)):
        calendar("UTC", "09:00-10:00", [weekday])


def test_hours_with_a_zone_of_their_own_are_refused() -> None:
    with pytest.raises(ValueError, match="local"):
        working_calendar("UTC", {0: [(time(8, tzinfo=UTC), time(9, tzinfo=UTC))]})


def test_the_last_date_there_is_has_no_night_after_it() -> None:
    with pytest.raises(DayNotInCalendar, match="9999-12-31"):
        working_calendar("UTC", {}, exceptions={date.max: hours("22:00-02:00")})


def test_holidays_come_by_country_and_year() -> None:
    found = holidays_of("KE", [2026, 2027])
    assert found[date(2026, 12, 12)] == "Jamhuri Day"
    assert {day.year for day in found} == {2026, 2027}
    assert list(found) == sorted(found)


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    assert set(holidays_of("IN", [2026], "KA")) - set(holidays_of("IN", [2026]))


def test_the_names_of_holidays_do_not_depend_on_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert holidays_of("NE", [2026])[date(2026, 1, 1)] == "New Year's Day"


@pytest.mark.parametrize(
    ("country", "subdivision"), [("XX", None), ("ke", None), ("HolidayBase", None), ("KE", "ZZ")]
)
def test_holidays_of_nowhere_are_not_silently_none(country: str, subdivision: str | None) -> None:
    with pytest.raises(HolidaysNotKnown) as caught:
        holidays_of(country, [2026], subdivision)
    assert caught.value.data["place"].startswith(country)


def test_a_deadline_moves_over_the_holidays_of_the_country() -> None:
    closed = holidays_of("KE", [2026])
    week = {day: hours("08:00-17:00") for day in WORKDAYS}
    desk = working_calendar("Africa/Nairobi", week, holidays=closed)
    # Thursday 2 April 17:00; Good Friday and Easter Monday are closed.
    assert next_opening(desk, utc("2026-04-02T14:00")) == utc("2026-04-07T05:00")


def test_a_deadline_takes_well_under_a_millisecond() -> None:
    desk, start = office("Europe/Paris"), utc("2026-03-06T13:00")

    def seconds() -> float:
        begun = stopwatch.perf_counter()
        after(desk, start, 40 * HOUR)
        return stopwatch.perf_counter() - begun

    assert min(seconds() for _ in range(100)) < 0.001


def test_a_desk_that_never_closes_works_as_long_as_time_passes() -> None:
    always = calendar("America/La_Paz", "00:00-00:00", EVERY_DAY)
    start = utc("2026-03-06T13:07")
    assert after(always, start, 1000 * HOUR) == start + 1000 * HOUR
