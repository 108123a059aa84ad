"""The database: SQLite or PostgreSQL from the same models."""

from core.database.base import Table
from core.database.engine import Database, ReadSession, WriteSession
from core.database.types import StructAsJson, UtcDateTime

__all__ = ["Database", "ReadSession", "StructAsJson", "Table", "UtcDateTime", "WriteSession"]
