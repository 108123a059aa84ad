"""The outbox: what happened is never lost, and what follows from it is done once."""

import threading
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import now
from core.database import Database, WriteSession
from core.outbox.drain import Drainer, Reaction, Reactions, drain_once, run_job
from core.outbox.events import Event
from core.outbox.models import OutboxJob
from core.outbox.rules import FIRST_WAIT, LONGEST_WAIT, MOST_ATTEMPTS, is_dead, wait_before_retry
from core.outbox.service import (
    JobNotFound,
    claim_jobs,
    count_jobs,
    forget_done_jobs,
    record,
    retry_dead_job,
)


class StoneMoved(Event, frozen=True, kw_only=True):
    """Something that happens in these tests."""

    stone: str


def _record(database: Database, *stones: str) -> None:
    with database.writing() as session:
        for stone in stones:
            record(session, StoneMoved(stone=stone))


def _counts(database: Database) -> dict[str, int]:
    with database.writing() as session:
        return count_jobs(session)


def _noting(into: list[str]) -> Reaction:
    def act(_session: WriteSession, event: Event) -> None:
        assert isinstance(event, StoneMoved)
        into.append(event.stone)

    return Reaction("note", act)


def test_an_event_is_stored_only_if_its_transaction_is(database: Database) -> None:
    def record_and_fail() -> None:
        with database.writing() as session:
            record(session, StoneMoved(stone="a"))
            raise KeyError("late")

    with pytest.raises(KeyError):
        record_and_fail()
    assert _counts(database) == {}


def test_draining_runs_reactions_in_the_order_of_events(database: Database) -> None:
    _record(database, "a", "b", "c")
    seen: list[str] = []
    assert drain_once(database, {StoneMoved: [_noting(seen)]}) == 3
    assert seen == ["a", "b", "c"]
    assert _counts(database) == {"done": 3}


def test_an_event_nobody_reacts_to_is_done(database: Database) -> None:
    _record(database, "a")
    drain_once(database, {})
    assert _counts(database) == {"done": 1}


def test_a_failed_reaction_waits_and_only_what_failed_is_repeated(database: Database) -> None:
    _record(database, "a")
    first: list[str] = []
    failing = True

    def sometimes(_session: WriteSession, _event: Event) -> None:
        if failing:
            raise OSError("no network")

    reactions: Reactions = {StoneMoved: [_noting(first), Reaction("send", sometimes)]}
    drain_once(database, reactions)
    assert _counts(database) == {"waiting": 1}
    assert drain_once(database, reactions) == 0, "it is not tried again at once"
    failing = False
    with database.writing() as session:
        row = session.get(OutboxJob, 1)
        assert row is not None
        assert "no network" in (row.last_error or "")
        assert row.available_at > now()
        row.available_at = now()
    drain_once(database, reactions)
    assert first == ["a"]
    assert _counts(database) == {"done": 1}


def test_what_a_reaction_writes_is_undone_when_it_fails(database: Database) -> None:
    _record(database, "a")

    def write_and_fail(session: WriteSession, _event: Event) -> None:
        record(session, StoneMoved(stone="child"))
        session.flush()
        raise OSError("late")

    drain_once(database, {StoneMoved: [Reaction("x", write_and_fail)]})
    assert _counts(database) == {"waiting": 1}


def test_a_job_that_always_fails_is_laid_aside_and_can_be_retried(database: Database) -> None:
    _record(database, "a")

    def fail(_session: WriteSession, _event: Event) -> None:
        raise OSError("never")

    for _ in range(MOST_ATTEMPTS):
        with database.writing() as session:
            row = session.get(OutboxJob, 1)
            assert row is not None
            row.available_at = now()
        drain_once(database, {StoneMoved: [Reaction("x", fail)]})
    assert _counts(database) == {"dead": 1}
    with database.writing() as session:
        retry_dead_job(session, 1)
    seen: list[str] = []
    drain_once(database, {StoneMoved: [_noting(seen)]})
    assert seen == ["a"]


def test_retrying_a_job_that_is_not_dead_is_an_error(database: Database) -> None:
    _record(database, "a")
    with database.writing() as session, pytest.raises(JobNotFound):
        retry_dead_job(session, 1)


def test_two_workers_never_get_the_same_job(database: Database) -> None:
    _record(database, *(str(number) for number in range(60)))
    together = threading.Barrier(2)
    got: list[list[int]] = [[], []]

    def claim(worker: int) -> None:
        together.wait()
        while True:
            with database.writing() as session:
                jobs = claim_jobs(session, 7)
            if not jobs:
                return
            got[worker] += [job.id for job in jobs]

    threads = [threading.Thread(target=claim, args=(worker,)) for worker in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got[0] + got[1]) == list(range(1, 61))


def test_a_silent_worker_loses_its_lease_and_cannot_finish_the_job(database: Database) -> None:
    _record(database, "a")
    with database.writing() as session:
        (job,) = claim_jobs(session, 1, lease_for=timedelta(seconds=-1))
    with database.writing() as session:
        (taken,) = claim_jobs(session, 1)
    seen: list[str] = []
    reactions: Reactions = {StoneMoved: [_noting(seen)]}
    assert run_job(database, reactions, job) is False
    assert run_job(database, reactions, taken) is True
    assert _counts(database) == {"done": 1}


def test_old_finished_jobs_are_forgotten_and_others_are_kept(database: Database) -> None:
    _record(database, "a")
    drain_once(database, {})
    _record(database, "b")
    with database.writing() as session:
        assert forget_done_jobs(session, timedelta(days=1)) == 0
        assert forget_done_jobs(session, timedelta(seconds=-1)) == 1
    assert _counts(database) == {"waiting": 1}


def test_the_drainer_works_until_it_is_stopped(database: Database) -> None:
    done = threading.Event()

    def finish(_session: WriteSession, _event: Event) -> None:
        done.set()

    drainer = Drainer(database, {StoneMoved: [Reaction("x", finish)]})
    drainer.start()
    _record(database, "a")
    drainer.wake()
    assert done.wait(20)
    drainer.stop()
    assert _counts(database) == {"done": 1}


@given(attempts=st.integers(1, 200), seed=st.integers())
def test_waits_grow_stay_in_bounds_and_are_never_nothing(attempts: int, seed: int) -> None:
    wait = wait_before_retry(attempts, Random(seed))
    assert FIRST_WAIT / 4 <= wait <= LONGEST_WAIT


def test_a_job_dies_after_the_last_attempt_only() -> None:
    assert not is_dead(MOST_ATTEMPTS - 1)
    assert is_dead(MOST_ATTEMPTS)
