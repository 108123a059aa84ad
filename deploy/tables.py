"""The tables of every floor in one place: importing a model registers its table."""

from core.database import Table
from core.outbox.models import OutboxJob
from core.people.models import (
    ApiToken,
    Attempt,
    OneTimeCode,
    PeopleAudit,
    Person,
    RateBucket,
    RecoveryCode,
    RoleGrant,
    SignInSession,
)
from practices.records.models import (
    FormerSlug,
    Practice,
    PracticeVersion,
    PracticeWords,
)

ALL = (
    OutboxJob,
    Practice,
    FormerSlug,
    PracticeWords,
    PracticeVersion,
    Person,
    RoleGrant,
    RecoveryCode,
    SignInSession,
    OneTimeCode,
    ApiToken,
    Attempt,
    RateBucket,
    PeopleAudit,
)
metadata = Table.metadata
