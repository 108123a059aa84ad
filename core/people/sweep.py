"""Deletes rows that have served: old tries, limits, codes and sessions."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, Delete, delete, select

from core import clock
from core.database import WriteSession
from core.people.limits import microseconds
from core.people.models import Attempt, OneTimeCode, RateBucket, SignInSession
from core.people.rules import FORGIVEN_AFTER

KNOWN_PLACES_FOR = timedelta(days=90)
"""How long ended sessions are kept, to know from where somebody signed in before."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows of each kind were deleted."""

    attempts: int
    limits: int
    codes: int
    sessions: int


def sweep(session: WriteSession) -> Swept:
    """Delete what no longer says anything. Safe at any time and as often as one likes."""
    at = clock.now()
    # Rows somebody holds just now are left for the next time: waiting for many of them in no
    # order could end in two waiting for each other.
    forgiven = (
        select(Attempt.key_hash)
        .where(Attempt.happened_at < at - FORGIVEN_AFTER)
        .with_for_update(skip_locked=True)
    )
    unused = (
        select(RateBucket.key_hash)
        .where(RateBucket.free_at_us < microseconds(at))
        .with_for_update(skip_locked=True)
    )
    return Swept(
        attempts=_count(session, delete(Attempt).where(Attempt.key_hash.in_(forgiven))),
        limits=_count(session, delete(RateBucket).where(RateBucket.key_hash.in_(unused))),
        codes=_count(
            session, delete(OneTimeCode).where(OneTimeCode.expires_at < at - timedelta(days=1))
        ),
        sessions=_count(
            session,
            delete(SignInSession).where(SignInSession.expires_at < at - KNOWN_PLACES_FOR),
        ),
    )


def _count(session: WriteSession, deletion: Delete) -> int:
    options = {"synchronize_session": False}
    return cast("CursorResult[Any]", session.execute(deletion, execution_options=options)).rowcount
