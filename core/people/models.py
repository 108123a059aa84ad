"""The tables of people. Of tokens and codes only hashes are stored."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Table, UtcDateTime

RowNumber = BigInteger().with_variant(Integer, "sqlite")
PERSON_ID = 20
HASH = 64
"""Letters of a SHA-256 in hexadecimal."""


class Person(Table):
    """Somebody with an account: staff, experts, translators. Askers need none."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(String(PERSON_ID), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    email_folded: Mapped[str] = mapped_column(String(254), unique=True)
    languages: Mapped[list[str]] = mapped_column(JSON)
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_pending: Mapped[str | None] = mapped_column(String(64))
    totp_confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    totp_last_step: Mapped[int | None] = mapped_column(BigInteger)
    added_by: Mapped[str] = mapped_column(String(PERSON_ID))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def __repr__(self) -> str:
        return f"<Person {self.id}>"


class RoleGrant(Table):
    """A role a person holds for a region, and below it."""

    __tablename__ = "person_role"
    __table_args__ = (
        UniqueConstraint("person", "role", "region"),
        Index("ix_person_role_region", "region", "role"),
    )

    id: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(20))
    region: Mapped[str] = mapped_column(String(3))
    granted_by: Mapped[str] = mapped_column(String(PERSON_ID))
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RecoveryCode(Table):
    """A code that stands in for the second factor, once."""

    __tablename__ = "person_recovery_code"

    hash: Mapped[str] = mapped_column(String(HASH), primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SignInSession(Table):
    """A browser somebody signed in with. `id` is the hash of the token in its cookie.

    Ended ones are kept a while: they tell from where she has signed in before.
    """

    __tablename__ = "person_session"
    __table_args__ = (Index("ix_person_session_person", "person", "address_hash"),)

    id: Mapped[str] = mapped_column(String(HASH), primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    csrf_secret: Mapped[str] = mapped_column(String(64))
    address_hash: Mapped[str] = mapped_column(String(HASH))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    must_renew: Mapped[bool] = mapped_column(default=False)

    def __repr__(self) -> str:
        return f"<SignInSession of {self.person}>"


class OneTimeCode(Table):
    """A code or a link sent to a contact, good for a while, a few tries and one use."""

    __tablename__ = "one_time_code"
    __table_args__ = (Index("ix_one_time_code_contact", "contact_hash", "purpose"),)

    id: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    contact_hash: Mapped[str] = mapped_column(String(HASH))
    purpose: Mapped[str] = mapped_column(String(20))
    code_hash: Mapped[str] = mapped_column(String(HASH), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    attempts_left: Mapped[int]
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def __repr__(self) -> str:
        return f"<OneTimeCode {self.id}>"


class ApiToken(Table):
    """A token with which a program acts for a person, within scopes."""

    __tablename__ = "person_api_token"

    id: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    hash: Mapped[str] = mapped_column(String(HASH), unique=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def __repr__(self) -> str:
        return f"<ApiToken {self.id} of {self.person}>"


class Attempt(Table):
    """Failed tries to sign in, counted by what `key_hash` stands for.

    One row a key instead of one a try: two tries at once take turns at the row.
    """

    __tablename__ = "sign_in_attempt"

    key_hash: Mapped[str] = mapped_column(String(HASH), primary_key=True)
    failures: Mapped[int]
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class RateBucket(Table):
    """How far somebody has drawn on a limit: the moment, in microseconds of the epoch, at which
    nothing of it is used any more."""

    __tablename__ = "rate_bucket"

    key_hash: Mapped[str] = mapped_column(String(HASH), primary_key=True)
    free_at_us: Mapped[int] = mapped_column(BigInteger, index=True)


class PeopleAudit(Table):
    """Who changed whose rights or protection, and when. Rows are only ever added."""

    __tablename__ = "people_audit"
    __table_args__ = (Index("ix_people_audit_about", "about", "id"),)

    id: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(String(PERSON_ID))
    what: Mapped[str] = mapped_column(String(30))
    about: Mapped[str] = mapped_column(String(PERSON_ID))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
