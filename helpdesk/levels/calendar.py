"""The working hours of a desk, and time measured in them.

A desk is open at every moment at which a clock on its wall shows a time within its hours, and
working time is the real time that passes meanwhile. So where clocks go forward, hours that do not
exist do not count; where clocks go back, the hour that comes twice is open both times, and each
of its minutes counts once.

All reckoning is done inside stretches of one UTC offset, where local time runs evenly.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from helpdesk.levels.errors import (
    CalendarNeverOpen,
    DayNotInCalendar,
    DeadlineOutOfReach,
    HolidaysNotKnown,
    HoursAreEmpty,
    TimeZoneNotKnown,
)
from helpdesk.levels.offsets import offset_at

Hours = tuple[time, time]
"""From and until, local time. Until 00:00 is the end of the day; until before from passes midnight;
00:00 to 00:00 is the whole day."""
Span = tuple[timedelta, timedelta]
"""From and until, counted from local midnight on the wall clock, within one day."""

NONE = timedelta(0)
DAY = timedelta(days=1)
WEEKDAYS = range(7)
LONGEST_CLOSED = timedelta(days=400)
"""A calendar that stays closed for so long counts as never open."""
FARTHEST_YEARS = 20
FARTHEST = timedelta(days=366 * FARTHEST_YEARS)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When a desk is open, made by `working_calendar`.

    Attributes:
        zone: in which all hours are local.
        week: the spans of each weekday, Monday first; sorted, apart from each other.
        holidays: dates without working time.
        exceptions: dates with spans of their own (none: closed), stronger than all else.
    """

    zone: ZoneInfo
    week: tuple[tuple[Span, ...], ...]
    holidays: frozenset[date]
    exceptions: Mapping[date, tuple[Span, ...]]

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """The open spans of a local date, in their order."""
        if day in self.exceptions:
            return self.exceptions[day]
        return () if day in self.holidays else self.week[day.weekday()]


def working_calendar(
    zone: str,
    week: Mapping[int, Iterable[Hours]],
    holidays: Iterable[date] = (),
    exceptions: Mapping[date, Iterable[Hours]] | None = None,
) -> WorkingCalendar:
    """A calendar from hours as people give them.

    Hours over midnight are split: the part after midnight belongs to the next day, and is closed
    where that is a holiday. After an exception it is added to whatever hours the next date has.
    Hours that overlap or touch become one span.

    Args:
        zone: IANA name, such as Africa/Niamey.
        week: hours by weekday, 0 Monday to 6 Sunday; days left out are closed.
        holidays: dates without work; keep them filled as far ahead as promises reach.
        exceptions: hours of single dates, stronger than week and holidays; empty: closed.

    Raises:
        TimeZoneNotKnown: no such zone.
        HoursAreEmpty: from and until are the same (and not midnight).
        DayNotInCalendar: a weekday is not 0 to 6.
    """
    days: list[list[Span]] = [[] for _ in WEEKDAYS]
    for weekday, hours in week.items():
        if weekday not in WEEKDAYS:
            raise DayNotInCalendar(weekday)
        before, after_midnight = _split(hours)
        days[weekday] += before
        days[(weekday + 1) % len(WEEKDAYS)] += after_midnight
    ordinary = WorkingCalendar(
        _zone(zone), tuple(_joined(spans) for spans in days), frozenset(holidays), {}
    )
    special = _exceptions(ordinary, exceptions or {})
    return WorkingCalendar(ordinary.zone, ordinary.week, ordinary.holidays, special)


def _exceptions(
    ordinary: WorkingCalendar, exceptions: Mapping[date, Iterable[Hours]]
) -> dict[date, tuple[Span, ...]]:
    special: dict[date, list[Span]] = {}
    mornings: defaultdict[date, list[Span]] = defaultdict(list)
    for day, hours in exceptions.items():
        special[day], after_midnight = _split(hours)
        if after_midnight:
            if day == date.max:
                raise DayNotInCalendar(day)
            mornings[day + DAY] += after_midnight
    for day, spans in mornings.items():
        special[day] = special.get(day, list(ordinary.spans_on(day))) + spans
    return {day: _joined(spans) for day, spans in special.items()}


def _split(hours: Iterable[Hours]) -> tuple[list[Span], list[Span]]:
    """The spans of the day itself, and those that fall on the next."""
    today: list[Span] = []
    tomorrow: list[Span] = []
    for opens, closes in hours:
        begin, end = _since_midnight(opens), _since_midnight(closes) or DAY
        if begin == end:
            raise HoursAreEmpty(opens)
        if begin < end:
            today.append((begin, end))
        else:
            today.append((begin, DAY))
            tomorrow.append((NONE, end))
    return today, tomorrow


def _since_midnight(moment: time) -> timedelta:
    if moment.tzinfo is not None:
        raise ValueError("working hours are local times without a zone of their own")
    return timedelta(
        hours=moment.hour,
        minutes=moment.minute,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    # A name that is no path raises ValueError, a folder of the list of zones OSError.
    except (KeyError, ValueError, OSError) as error:
        raise TimeZoneNotKnown(name) from error


def working_time(calendar: WorkingCalendar, start: datetime, end: datetime) -> timedelta:
    """How long the desk is open between two moments; nothing where `end` is not after `start`."""
    spans = _open_between(calendar, _naive(start), _naive(end))
    return sum((end - begin for begin, end in spans), NONE)


def after(calendar: WorkingCalendar, start: datetime, working: timedelta) -> datetime:
    """The first moment by which so much working time has passed since `start`, in UTC.

    Raises:
        CalendarNeverOpen: the desk stays closed for more than 400 days.
        DeadlineOutOfReach: it takes more than about 20 years.
        ValueError: `working` is negative, or `start` has no zone.
    """
    if working < NONE:
        raise ValueError("a deadline lies ahead: working time cannot be negative")
    origin = _naive(start)
    if not working:
        return origin.replace(tzinfo=UTC)
    left = working
    for begin, end in _open_from(calendar, origin):
        if begin - origin > FARTHEST:
            break
        if left <= end - begin:
            return (begin + left).replace(tzinfo=UTC)
        left -= end - begin
    raise DeadlineOutOfReach(FARTHEST_YEARS)


def is_open(calendar: WorkingCalendar, moment: datetime) -> bool:
    """Whether the desk works at this moment; at the moment of closing it no longer does."""
    local = _naive(moment).replace(tzinfo=UTC).astimezone(calendar.zone)
    clock = _since_midnight(local.time())
    return any(begin <= clock < end for begin, end in calendar.spans_on(local.date()))


def next_opening(calendar: WorkingCalendar, moment: datetime) -> datetime:
    """The first moment from `moment` on at which the desk is open (itself, if it is), in UTC.

    Raises:
        CalendarNeverOpen: the desk stays closed for more than 400 days.
    """
    begin, _ = next(_open_from(calendar, _naive(moment)))
    return begin.replace(tzinfo=UTC)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; one without a zone is refused.

    Raises:
        ValueError: `moment` has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC)


def _naive(moment: datetime) -> datetime:
    return in_utc(moment).replace(tzinfo=None)


def _open_from(calendar: WorkingCalendar, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Open stretches from `start` on, without end; raises where 400 days pass without one."""
    last = start
    while True:
        since = last
        for begin, end in _open_between(calendar, since, since + LONGEST_CLOSED):
            yield begin, end
            last = end
        if last == since:
            raise CalendarNeverOpen(since, LONGEST_CLOSED.days)


def _open_between(
    calendar: WorkingCalendar, start: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Open stretches in UTC, in their order, clipped to `start` and `end`."""
    while start < end:
        offset, until = offset_at(calendar.zone, start)
        until = min(until, end)
        midnight = datetime.combine((start + offset).date(), time.min) - offset
        while midnight < until:
            for opens, closes in calendar.spans_on((midnight + offset).date()):
                begin = max(midnight + opens, start)
                finish = min(midnight + closes, until)
                if begin < finish:
                    yield begin, finish
            midnight += DAY
        start = until


def holidays_of(
    country: str, years: Iterable[int], subdivision: str | None = None
) -> dict[date, str]:
    """The public holidays of a country by date, with their English names.

    Dates that depend on the moon are forecasts, their names end in "(estimated)": local
    exceptions correct them.

    Args:
        country: ISO 3166-1 code of two letters.
        years: for which the holidays are wanted.
        subdivision: ISO 3166-2 code without the country, such as KA in India.

    Raises:
        HolidaysNotKnown: no list exists for the country or the subdivision.
    """
    # The library also knows stock exchanges and other names; and without a language its names
    # depend on the environment of the process.
    if re.fullmatch("[A-Z]{2}", country) is None:
        raise HolidaysNotKnown(country, subdivision)
    try:
        found = holidays.country_holidays(
            country, subdiv=subdivision, years=years, expand=False, language="en_US"
        )
    except NotImplementedError as error:
        raise HolidaysNotKnown(country, subdivision) from error
    return dict(sorted(found.items()))
