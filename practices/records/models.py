"""The tables of practices."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.database import StructAsJson, Table, UtcDateTime
from practices.records.structs import Facts, Words

RowNumber = BigInteger().with_variant(Integer, "sqlite")


class Practice(Table):
    """A practice as it stands now. `number` is for indexes; `id` is for the world."""

    __tablename__ = "practice"

    number: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(50), unique=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    status: Mapped[str] = mapped_column(String(12), index=True)
    version: Mapped[int]
    licence: Mapped[str] = mapped_column(String(20))
    facts: Mapped[Facts] = mapped_column(StructAsJson(Facts))
    next_review_on: Mapped[date] = mapped_column(index=True)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FormerSlug(Table):
    """An address a practice had before; it still leads to it."""

    __tablename__ = "practice_former_slug"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    practice: Mapped[int] = mapped_column(
        ForeignKey("practice.number", ondelete="CASCADE"), index=True
    )


class PracticeWords(Table):
    """A practice in one language."""

    __tablename__ = "practice_words"

    practice: Mapped[int] = mapped_column(
        ForeignKey("practice.number", ondelete="CASCADE"), primary_key=True
    )
    language: Mapped[str] = mapped_column(String(12), primary_key=True)
    words: Mapped[Words] = mapped_column(StructAsJson(Words))


class PracticeVersion(Table):
    """A practice as it was: facts and all its words."""

    __tablename__ = "practice_version"

    practice: Mapped[int] = mapped_column(
        ForeignKey("practice.number", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    facts: Mapped[Facts] = mapped_column(StructAsJson(Facts))
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_by: Mapped[str] = mapped_column(String(120))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    why: Mapped[str] = mapped_column(Text)
