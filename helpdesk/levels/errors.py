"""What can be wrong with working hours and with the times a desk promises."""

from datetime import date, datetime, time
from http import HTTPStatus
from typing import ClassVar

from core.errors import GafolupError
from core.words import N_


class CalendarNeverOpen(GafolupError):
    """No working time lies in the days that were looked through. Data: `since`, `days`."""

    code: ClassVar[str] = "calendar_never_open"
    status: ClassVar[int] = HTTPStatus.CONFLICT
    text: ClassVar[str] = N_("The calendar has no working hours in the {days} days after {since}.")

    def __init__(self, since: datetime, days: int) -> None:
        super().__init__(since=since.date().isoformat(), days=days)


class DeadlineOutOfReach(GafolupError):
    """The working hours are so few that the time promised takes many years. Data: `years`."""

    code: ClassVar[str] = "deadline_out_of_reach"
    status: ClassVar[int] = HTTPStatus.CONFLICT
    text: ClassVar[str] = N_(
        "The working hours are so few that the promised time would take more than {years} years."
    )

    def __init__(self, years: int) -> None:
        super().__init__(years=years)


class TimeZoneNotKnown(GafolupError):
    """No IANA time zone has this name. Data: `zone`."""

    code: ClassVar[str] = "time_zone_not_known"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_("There is no time zone “{zone}”.")

    def __init__(self, zone: str) -> None:
        super().__init__(zone=zone[:40])


class HoursAreEmpty(GafolupError):
    """Working hours end at the minute they begin. Data: `opens`."""

    code: ClassVar[str] = "hours_are_empty"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_("Working hours cannot begin and end at the same time: {opens}.")

    def __init__(self, opens: time) -> None:
        super().__init__(opens=opens.isoformat("minutes"))


class DayNotInCalendar(GafolupError):
    """Hours over midnight on the last date there is, or a weekday that is none. Data: `day`."""

    code: ClassVar[str] = "day_not_in_calendar"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_("The calendar has no such day: {day}.")

    def __init__(self, day: int | date) -> None:
        super().__init__(day=str(day))


class HolidaysNotKnown(GafolupError):
    """No list of holidays exists for this country, or for this part of it. Data: `place`."""

    code: ClassVar[str] = "holidays_not_known"
    status: ClassVar[int] = HTTPStatus.NOT_FOUND
    text: ClassVar[str] = N_("No holidays are known for {place}. Please enter them by hand.")

    def __init__(self, country: str, subdivision: str | None) -> None:
        place = country if subdivision is None else f"{country}-{subdivision}"
        super().__init__(place=place[:40])


class TargetNotPossible(GafolupError):
    """A promised time is not from 1 minute to a year of working time. Data: `minutes`, `most`."""

    code: ClassVar[str] = "target_not_possible"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_(
        "A promised time must be from 1 to {most} minutes of working time, not {minutes}."
    )

    def __init__(self, minutes: int, most: int) -> None:
        super().__init__(minutes=minutes, most=most)


class WarningNotPossible(GafolupError):
    """The share at which a warning is due is not above 0 and at most 1. Data: `percent`."""

    code: ClassVar[str] = "warning_not_possible"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_(
        "A warning can be given after more than 0 and at most 100 percent of the time,"
        " not {percent}."
    )

    def __init__(self, share: float) -> None:
        super().__init__(percent=f"{share:.0%}".removesuffix("%"))
