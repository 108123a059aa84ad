"""The time, in UTC, from one place."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, with its zone (UTC)."""
    return datetime.now(UTC)
