"""Calendars and moments that the tests of service levels share."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from helpdesk.levels.calendar import Hours, WorkingCalendar, working_calendar

EVERY_DAY = range(7)
WORKDAYS = range(5)
ALL_DAY = (time(0), time(0))


def hours(text: str) -> list[Hours]:
    """Hours as "08:00-12:00 13:00-17:00"."""
    pairs = (part.split("-") for part in text.split())
    return [(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in pairs]


def calendar(
    zone: str,
    text: str,
    days: Iterable[int] = EVERY_DAY,
    holidays: Iterable[date] = (),
    exceptions: dict[date, str] | None = None,
) -> WorkingCalendar:
    """The same hours on each of `days`."""
    own = {day: hours(given) for day, given in (exceptions or {}).items()}
    return working_calendar(zone, {day: hours(text) for day in days}, holidays, own)


def office(zone: str = "Africa/Nairobi") -> WorkingCalendar:
    """Monday to Friday, 8 to 12 and 13 to 17."""
    return calendar(zone, "08:00-12:00 13:00-17:00", WORKDAYS)


def utc(text: str) -> datetime:
    """A moment from its ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
