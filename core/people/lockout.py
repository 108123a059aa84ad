"""Patience with failed tries to sign in: growing waits, and never for ever.

A try is counted before the password is looked at and taken back when it succeeds, so that many
tries at once are counted as well as one after another. What is not known is counted like what is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, update

from core.database import WriteSession
from core.people.errors import TooManyTries
from core.people.models import Attempt
from core.people.rules import AT_ONE_DOOR, FOR_ONE_PERSON, FROM_ONE_ADDRESS, Patience, network_of
from core.people.tokens import hash_of
from core.people.upsert import insert_into


@dataclass(frozen=True, slots=True)
class Tally:
    """One of the counts a try goes into. `starts_anew`: whether success wipes it."""

    key_hash: str
    patience: Patience
    starts_anew: bool


def tallies(email_folded: str, address: str, *, from_a_known_place: bool) -> tuple[Tally, ...]:
    """The counts of a try, in the order in which their rows are taken.

    Somebody who signs in from where she did before is not held up by strangers who try her
    address elsewhere.
    """
    network = network_of(address)
    found = [
        Tally(hash_of("try", email_folded, network), AT_ONE_DOOR, starts_anew=True),
        Tally(hash_of("try from", network), FROM_ONE_ADDRESS, starts_anew=False),
    ]
    if not from_a_known_place:
        found.append(Tally(hash_of("try for", email_folded), FOR_ONE_PERSON, starts_anew=True))
    return tuple(sorted(found, key=lambda tally: tally.key_hash))


def count_try(session: WriteSession, counted: Sequence[Tally], at: datetime) -> None:
    """Count a try as failed until it turns out otherwise.

    Raises:
        TooManyTries: one of the waits is not over; then nothing is counted.
    """
    # The update that changes nothing locks each row and gives it back, there before or not.
    locked = (
        insert_into(session, Attempt)
        .values(
            [{"key_hash": tally.key_hash, "failures": 0, "happened_at": at} for tally in counted]
        )
        .on_conflict_do_update(
            index_elements=[Attempt.key_hash], set_={"failures": Attempt.failures}
        )
        .returning(Attempt.key_hash, Attempt.failures, Attempt.happened_at)
    )
    known = {row.key_hash: row for row in session.execute(locked)}
    left = max(
        tally.patience.wait_left(
            known[tally.key_hash].failures, known[tally.key_hash].happened_at, at
        )
        for tally in counted
    )
    if left > timedelta(0):
        raise TooManyTries(max(1, -(-left // timedelta(seconds=1))))
    for tally in counted:
        row = known[tally.key_hash]
        failures = tally.patience.after_failing(row.failures, row.happened_at, at)
        session.execute(
            update(Attempt)
            .where(Attempt.key_hash == tally.key_hash)
            .values(failures=failures, happened_at=at)
        )


def forgive_try(session: WriteSession, counted: Sequence[Tally]) -> None:
    """The try succeeded: it no longer counts, and what was counted for her starts anew."""
    for tally in counted:
        fewer = case((Attempt.failures > 0, Attempt.failures - 1), else_=0)
        session.execute(
            update(Attempt)
            .where(Attempt.key_hash == tally.key_hash)
            .values(failures=0 if tally.starts_anew else fewer)
        )
