"""A clock that tests can move, and people to act."""

from datetime import UTC, datetime, timedelta

import pytest

from core import clock
from core.database import Database
from tests.core.people.village import Village


class MovableClock:
    """The time of `core.clock`, moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 1, 9, 0, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Go on (or back) by hours=, minutes=, seconds= ..."""
        self.at += timedelta(**by)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> MovableClock:
    movable = MovableClock()
    monkeypatch.setattr(clock, "now", movable.now)
    return movable


@pytest.fixture
def village(database: Database, time: MovableClock) -> Village:
    """A database with a few people in it, and a clock that stands still."""
    return Village(database)
