"""How often something may be done."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from core.people.errors import TooMany
from core.people.limits import Limit, draw, microseconds, wait_seconds, who_draws
from core.people.models import RateBucket
from core.people.permissions import ANYBODY
from tests.core.people.conftest import MovableClock
from tests.core.people.village import Village, actor_with, at_once

ASK = Limit("ask", 5, timedelta(minutes=10))


def _draw(village: Village, limit: Limit = ASK, who: str = "address a") -> int:
    """0, or the seconds to wait."""
    try:
        with village.database.writing() as session:
            draw(session, limit, who)
    except TooMany as refused:
        wait: int = refused.data["wait_seconds"]
        return wait
    return 0


def test_so_many_at_once_and_then_one_after_the_other(village: Village, time: MovableClock) -> None:
    assert [_draw(village) for _ in range(7)] == [0, 0, 0, 0, 0, 120, 120]
    time.move(seconds=119)
    assert _draw(village) == 1
    time.move(seconds=1)
    assert [_draw(village), _draw(village)] == [0, 120]
    time.move(minutes=10)
    assert [_draw(village) for _ in range(6)] == [0, 0, 0, 0, 0, 120]


def test_limits_are_kept_apart_by_route_and_by_person(village: Village) -> None:
    once, other = Limit("once", 1, timedelta(hours=1)), Limit("other", 1, timedelta(hours=1))
    assert [_draw(village, once), _draw(village, once)] == [0, 3600]
    assert _draw(village, other) == 0
    assert _draw(village, once, "address b") == 0


def test_of_many_at_once_just_as_many_get_through_as_may(village: Village) -> None:
    came = at_once(*[lambda: _draw(village)] * 12)
    assert sorted(map(bool, came)) == [False] * 5 + [True] * 7


def test_what_is_undone_was_not_drawn(village: Village) -> None:
    def draw_and_fail() -> None:
        with village.database.writing() as session:
            draw(session, ASK, "address a")
            raise KeyError("late")

    for _ in range(9):
        with pytest.raises(KeyError):
            draw_and_fail()
    assert _draw(village) == 0


def test_being_refused_costs_nothing(village: Village, time: MovableClock) -> None:
    for _ in range(30):
        _draw(village)
    time.move(minutes=2)
    assert _draw(village) == 0


def test_a_clock_that_went_back_locks_nobody_out(village: Village, time: MovableClock) -> None:
    for _ in range(5):
        _draw(village)
    time.move(days=-2)
    assert [_draw(village) for _ in range(6)] == [0, 0, 0, 0, 0, 120]


def test_one_row_is_kept_however_often_somebody_draws(village: Village) -> None:
    for _ in range(20):
        _draw(village)
    with village.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RateBucket)) == 1


def test_a_person_draws_for_herself_and_anybody_for_her_network() -> None:
    assert who_draws(actor_with(person="p_a"), "203.0.113.7") == "person p_a"
    assert who_draws(ANYBODY, "2001:db8::1") == who_draws(ANYBODY, "2001:db8::2")
    assert who_draws(ANYBODY, "203.0.113.7") != who_draws(ANYBODY, "203.0.113.8")


def test_a_limit_allows_at_least_one_in_some_time() -> None:
    for times, per in ((0, timedelta(hours=1)), (1, timedelta(0))):
        with pytest.raises(ValueError, match="at least one"):
            Limit("x", times, per)


@given(
    st.integers(1, 1000),
    st.timedeltas(timedelta(seconds=1), timedelta(days=2)),
    st.integers(0, 10**9),
)
def test_the_wait_told_is_enough_and_at_least_a_second(
    times: int, per: timedelta, beyond_us: int
) -> None:
    limit, at = Limit("x", times, per), 10**15
    free_at = at + limit.per_us - limit.each_us + beyond_us
    wait = wait_seconds(limit, free_at, at)
    assert wait >= 1
    assert free_at - (at + wait * 10**6) <= limit.per_us - limit.each_us


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_become_microseconds_exactly(moment: datetime) -> None:
    back = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds(moment))
    assert back == moment
