"""The stretches of time in which the clocks of a time zone stay as far from UTC as they are."""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

PROBE = timedelta(days=1)
"""No zone has set its clocks twice within so short a time since 1970; the least is a week."""
SECOND = timedelta(seconds=1)


def offset_at(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, datetime]:
    """How far local time is from UTC at a moment, and until when it is known to stay so.

    Both moments are in UTC, without a zone.
    """
    starts, offsets = _offsets_of(zone, moment.year)
    place = bisect_right(starts, moment)
    return offsets[place - 1], starts[place]


@lru_cache(maxsize=1024)
def _offsets_of(zone: ZoneInfo, year: int) -> tuple[list[datetime], list[timedelta]]:
    """Where in a UTC year each offset begins, with the end of the year last; and the offsets."""
    probe, end = datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - UTC throughout
    starts, offsets = [probe], [_offset(zone, probe)]
    while probe < end:
        following = min(probe + PROBE, end)
        if _offset(zone, following) == offsets[-1]:
            probe = following
            continue
        probe = _first_change(zone, probe, following)
        if probe < end:
            starts.append(probe)
            offsets.append(_offset(zone, probe))
    return [*starts, end], offsets


def _first_change(zone: ZoneInfo, same: datetime, other: datetime) -> datetime:
    """The second at which the offset of `same` has gone; at `other` it has."""
    offset = _offset(zone, same)
    while other - same > SECOND:
        middle = same + (other - same) // SECOND // 2 * SECOND
        if _offset(zone, middle) == offset:
            same = middle
        else:
            other = middle
    return other


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    offset = moment.replace(tzinfo=UTC).astimezone(zone).utcoffset()
    if offset is None:
        raise ValueError(f"the zone {zone} has no offset")
    return offset
