"""Writing events down, claiming them, and saying how they went."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from uuid import uuid4

import msgspec
from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import aliased

from core.clock import now
from core.database import WriteSession
from core.errors import GafolupError
from core.outbox.events import Event
from core.outbox.models import OutboxJob
from core.outbox.rules import LEASE, is_dead, wait_before_retry
from core.words import N_

_chance = Random()  # noqa: S311 - spreads retries, guards nothing


class JobNotFound(GafolupError):
    """There is no such job in the outbox."""

    code = "job_not_found"
    status = 404
    text = N_("There is no job {job}.")


class LeaseLost(GafolupError):
    """Another worker took the job over while this one held it too long."""

    code = "lease_lost"
    status = 409
    text = N_("Job {job} was taken over by another worker.")


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job one worker may now work on until the lease ends."""

    id: int
    event: Event
    lease: str
    attempts: int
    reacted: tuple[str, ...]


def record(session: WriteSession, event: Event) -> None:
    """Write down what happened, in the same transaction as what it changed."""
    moment = now()
    session.add(
        OutboxJob(
            event=type(event).__name__,
            payload=msgspec.to_builtins(event),
            happened_at=moment,
            available_at=moment,
        )
    )


def claim_jobs(session: WriteSession, most: int, lease_for: timedelta = LEASE) -> list[ClaimedJob]:
    """Take up to `most` jobs that are due, oldest first; also those whose worker went silent.

    Two workers never get the same job: PostgreSQL skips locked rows, SQLite has one writer. A job
    that nobody here can read, or that ended every worker so far, fails instead of being claimed,
    so that it does not hold up the others.
    """
    moment = now()
    inner = aliased(OutboxJob)
    due = (
        select(inner.id)
        .where(
            or_(
                (inner.state == "waiting") & (inner.available_at <= moment),
                (inner.state == "running") & (inner.leased_until < moment),
            )
        )
        .order_by(inner.available_at, inner.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    lease = str(uuid4())
    rows = session.execute(
        update(OutboxJob)
        .where(OutboxJob.id.in_(due))
        .values(
            state="running",
            lease=lease,
            leased_until=moment + lease_for,
            attempts=OutboxJob.attempts + 1,
        )
        .returning(
            OutboxJob.id, OutboxJob.event, OutboxJob.payload, OutboxJob.attempts, OutboxJob.reacted
        )
    ).all()
    claimed: list[ClaimedJob] = []
    for row in sorted(rows, key=lambda row: row.id):
        try:
            event = msgspec.convert(row.payload, Event.kinds[row.event])
        except (KeyError, msgspec.ValidationError) as problem:
            _fail(_row(session, row.id, lease), row.attempts, f"it cannot be read: {problem!r}")
            continue
        if is_dead(row.attempts - 1):
            _fail(_row(session, row.id, lease), row.attempts, "no worker came to its end")
            continue
        claimed.append(ClaimedJob(row.id, event, lease, row.attempts, tuple(row.reacted)))
    return claimed


def note_reaction(session: WriteSession, job: ClaimedJob, reaction: str) -> None:
    """Remember, in the reaction's own transaction, that it was done; it is not done twice.

    Raises:
        LeaseLost: the job belongs to another worker by now.
    """
    row = _row(session, job.id, job.lease)
    row.reacted = [*row.reacted, reaction]


def finish_job(session: WriteSession, job: ClaimedJob) -> None:
    """All reactions are done."""
    row = _row(session, job.id, job.lease)
    row.state = "done"
    row.finished_at = now()
    row.lease = row.leased_until = row.last_error = None


def fail_job(session: WriteSession, job: ClaimedJob, reason: str) -> None:
    """A reaction failed: wait and try again, or lay the job aside for a person."""
    _fail(_row(session, job.id, job.lease), job.attempts, reason)


def retry_dead_job(session: WriteSession, job_id: int) -> None:
    """Put a job that was laid aside back in the line, with all its attempts before it."""
    row = session.get(OutboxJob, job_id)
    if row is None or row.state != "dead":
        raise JobNotFound(job=job_id)
    row.state = "waiting"
    row.attempts = 0
    row.available_at = now()
    row.finished_at = None


def forget_done_jobs(session: WriteSession, older_than: timedelta) -> int:
    """Delete jobs finished longer ago than `older_than`; how many."""
    old = select(OutboxJob).where(
        OutboxJob.state == "done", OutboxJob.finished_at < now() - older_than
    )
    rows = session.scalars(old).all()
    for row in rows:
        session.delete(row)
    return len(rows)


def count_jobs(session: WriteSession) -> dict[str, int]:
    """Number of jobs by state."""
    rows = session.execute(select(OutboxJob.state, func.count()).group_by(OutboxJob.state))
    return {state: count for state, count in rows}  # noqa: C416 - rows are not tuples to mypy


def _fail(row: OutboxJob, attempts: int, reason: str) -> None:
    row.last_error = reason[:4000]
    row.lease = row.leased_until = None
    if is_dead(attempts):
        row.state = "dead"
        row.finished_at = now()
    else:
        row.state = "waiting"
        row.available_at = now() + wait_before_retry(attempts, _chance)


def _row(session: WriteSession, job_id: int, lease: str) -> OutboxJob:
    """The row of a job, while it is held under this lease."""
    row = session.get(OutboxJob, job_id, with_for_update=True)
    if row is None or row.lease != lease:
        raise LeaseLost(job=job_id)
    return row
