"""The database behaves alike on SQLite and PostgreSQL."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError

from core.clock import now
from core.database import Database
from core.database.engine import DatabaseNotServed
from core.outbox.models import OutboxJob
from deploy.migrations import drift, migrate


def _job(**values: object) -> OutboxJob:
    return OutboxJob(
        **{"event": "X", "payload": {}, "happened_at": now(), "available_at": now(), **values}
    )


def test_a_migrated_database_has_just_what_the_models_have(database: Database) -> None:
    assert drift(database) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    assert drift(database) == []


def test_a_writing_block_commits_at_its_end(database: Database) -> None:
    with database.writing() as session:
        session.add(_job())
    with database.reading() as session:
        assert session.query(OutboxJob).count() == 1


def test_a_writing_block_that_raises_leaves_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.writing() as session:
            session.add(_job())
            session.flush()
            raise KeyError("late")

    with pytest.raises(KeyError):
        write_and_fail()
    with database.reading() as session:
        assert session.query(OutboxJob).count() == 0


def test_a_reading_session_cannot_write(database: Database) -> None:
    with database.reading() as session, pytest.raises(DBAPIError):
        session.execute(text("DELETE FROM outbox_job"))


def test_moments_come_back_in_utc_whatever_zone_they_had(database: Database) -> None:
    east = timezone(timedelta(hours=3))
    with database.writing() as session:
        session.add(_job(happened_at=datetime(2026, 3, 1, 2, 30, tzinfo=east)))
    with database.reading() as session:
        found = session.query(OutboxJob).one().happened_at
    assert found == datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
    assert found.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    def write() -> None:
        with database.writing() as session:
            session.add(_job(happened_at=datetime(2026, 3, 1)))  # noqa: DTZ001 - the point of it

    with pytest.raises(StatementError, match="without a time zone"):
        write()


def test_two_writers_who_read_before_they_write_both_succeed(database: Database) -> None:
    """Given two threads that read, then write; the second waits instead of failing."""
    with database.writing() as session:
        session.add(_job())
    together = threading.Barrier(2)
    problems: list[Exception] = []

    def add_one() -> None:
        together.wait()
        try:
            with database.writing() as session:
                row = session.get(OutboxJob, 1, with_for_update=True)
                assert row is not None
                row.attempts += 1
        except Exception as problem:  # noqa: BLE001 - told by the assertion below
            problems.append(problem)

    threads = [threading.Thread(target=add_one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with database.reading() as reader:
        kept = reader.get(OutboxJob, 1)
        assert kept is not None
        assert kept.attempts == 2


def test_a_database_nobody_tests_is_refused_by_name() -> None:
    with pytest.raises(DatabaseNotServed, match="mysql"):
        Database("mysql://localhost/x")
