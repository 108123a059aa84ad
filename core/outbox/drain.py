"""Works off the outbox: claims jobs, runs their reactions, writes down how it went."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import structlog

from core.database import Database, WriteSession
from core.outbox.events import Event
from core.outbox.service import (
    ClaimedJob,
    LeaseLost,
    claim_jobs,
    fail_job,
    finish_job,
    note_reaction,
)

log = structlog.get_logger()

BATCH = 20
PAUSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Reaction:
    """One thing that follows from an event.

    `act` gets a write session and the event. What it writes is committed together with the note
    that it was done, so it is done once. What it does outside the database must bear repetition.
    """

    name: str
    act: Callable[[WriteSession, Event], None]


Reactions = Mapping[type[Event], Sequence[Reaction]]


def run_job(database: Database, reactions: Reactions, job: ClaimedJob) -> bool:
    """Run what is left of a claimed job; whether it is finished now.

    A reaction that raises is written down and tried again later: an event is never lost, so every
    error is caught here, and only here.
    """
    try:
        for reaction in reactions.get(type(job.event), ()):
            if reaction.name in job.reacted:
                continue
            with database.writing() as session:
                reaction.act(session, job.event)
                note_reaction(session, job, reaction.name)
        with database.writing() as session:
            finish_job(session, job)
    except LeaseLost:
        log.warning("outbox.lease_lost", job=job.id)
        return False
    except Exception as problem:  # noqa: BLE001 - see the docstring
        log.warning(
            "outbox.reaction_failed",
            job=job.id,
            happened=type(job.event).__name__,
            attempts=job.attempts,
            problem=repr(problem),
        )
        with database.writing() as session:
            fail_job(session, job, repr(problem))
        return False
    return True


def drain_once(database: Database, reactions: Reactions, most: int = BATCH) -> int:
    """Claim and run one batch; how many jobs were claimed."""
    with database.writing() as session:
        jobs = claim_jobs(session, most)
    for job in jobs:
        run_job(database, reactions, job)
    return len(jobs)


class Drainer:
    """A thread that drains the outbox until it is stopped. For the embedded size."""

    def __init__(self, database: Database, reactions: Reactions) -> None:
        self._database = database
        self._reactions = reactions
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="outbox-drain", daemon=True)

    def start(self) -> None:
        """Begin draining."""
        self._thread.start()

    def wake(self) -> None:
        """Look at once instead of at the next pause."""
        self._wake.set()

    def stop(self) -> None:
        """Finish the job at hand and end the thread."""
        self._stop.set()
        self._wake.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                claimed = drain_once(self._database, self._reactions)
            except Exception:
                log.exception("outbox.drain_failed")
                claimed = 0
            if claimed < BATCH:
                self._wake.wait(PAUSE_SECONDS)
                self._wake.clear()
