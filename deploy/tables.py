"""The tables of every floor in one place: importing a model registers its table."""

from core.database import Table
from core.outbox.models import OutboxJob
from practices.records.models import (
    FormerSlug,
    Practice,
    PracticeVersion,
    PracticeWords,
)

ALL = (OutboxJob, Practice, FormerSlug, PracticeWords, PracticeVersion)
metadata = Table.metadata
