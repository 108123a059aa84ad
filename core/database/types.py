"""Column types that mean the same on both databases."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import JSON, DateTime, Dialect, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

Shape = TypeVar("Shape")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC and given back with its zone; one without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into UTC, without a zone where the database keeps none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class StructAsJson(TypeDecorator[Shape], Generic[Shape]):
    """A msgspec struct, stored as JSON (JSONB on PostgreSQL) and checked when read.

    On SQLite the struct is made straight from the text; PostgreSQL's driver has read it already.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, shape: Any = Any) -> None:
        super().__init__()
        self.shape = shape
        self._decode: Callable[[str], Shape] = msgspec.json.Decoder(shape).decode

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """Parts of the JSON are reached as in any JSON column."""
        return self.impl_instance.coerce_compared_value(op, value)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB on PostgreSQL, JSON text on SQLite."""
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else JSON())

    def bind_processor(self, dialect: Dialect) -> Callable[[Shape | None], Any] | None:
        """Writes the text itself on SQLite."""
        if dialect.name != "sqlite":
            return super().bind_processor(dialect)
        return lambda value: None if value is None else msgspec.json.encode(value).decode()

    def result_processor(
        self, dialect: Dialect, coltype: Any
    ) -> Callable[[Any], Shape | None] | None:
        """Reads the text itself on SQLite; stored rubbish raises instead of travelling on."""
        if dialect.name != "sqlite":
            return super().result_processor(dialect, coltype)
        decode = self._decode
        return lambda value: None if value is None else decode(value)

    def process_bind_param(self, value: Shape | None, dialect: Dialect) -> Any:
        """Plain JSON values of the struct, for a driver that writes JSON."""
        return None if value is None else msgspec.to_builtins(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Shape | None:
        """The struct again from what a driver has read; stored rubbish raises here too."""
        if value is None:
            return None
        shaped: Shape = msgspec.convert(value, self.shape)
        return shaped
