"""What can have happened to a practice."""

from core.outbox.events import Event


class PracticePublished(Event, frozen=True, kw_only=True):
    """A practice, or a new version of it, can be read by everybody."""

    practice: str
    version: int


class PracticeArchived(Event, frozen=True, kw_only=True):
    """A practice is no longer offered."""

    practice: str
