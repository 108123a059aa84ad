"""Engines and sessions. Reading and writing are two types, so that a page cannot write by chance.

SQLite: write-ahead log, foreign keys on, and writers take the lock at BEGIN: a transaction that
first reads and then asks for the lock fails at once when another wrote in between, whatever the
busy timeout (https://www.sqlite.org/lang_transaction.html). Readers cannot write at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from core.errors import GafolupError
from core.words import N_

BUSY_TIMEOUT_MS = 10_000


class DatabaseNotServed(GafolupError):
    """The database URL names a database this project is not tested on."""

    code = "database_not_served"
    status = 500
    text = N_("The database {name} is not served; use sqlite or postgresql.")


class ReadSession(Session):
    """A session that reads. It never flushes and never commits."""


class WriteSession(Session):
    """A session that writes. Only the edge commits it."""


class Database:
    """Both engines of one database, and the sessions on them."""

    def __init__(self, url: str, pool_size: int = 12) -> None:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
        if backend not in ("sqlite", "postgresql"):
            raise DatabaseNotServed(name=backend)
        self.is_sqlite = backend == "sqlite"
        if self.is_sqlite:
            if parsed.database:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            self._write = _sqlite_engine(url, "BEGIN IMMEDIATE", read_only=False)
            self._read = _sqlite_engine(url, "BEGIN", read_only=True)
        else:
            self._write = create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                pool_size=pool_size,
                max_overflow=4,
                pool_pre_ping=True,
            )
            self._read = self._write.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @property
    def engine(self) -> Engine:
        """The engine that may write; for migrations."""
        return self._write

    @contextmanager
    def reading(self) -> Iterator[ReadSession]:
        """A consistent view of the rows, closed at the end of the block."""
        with ReadSession(self._read, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[WriteSession]:
        """One transaction: commits at the end of the block, rolls back if it raises."""
        with WriteSession(self._write, expire_on_commit=False) as session:
            yield session
            session.commit()

    def close(self) -> None:
        """Give back all connections."""
        self._read.dispose()
        self._write.dispose()


def _sqlite_engine(url: str, begin: str, *, read_only: bool) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin on its own
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        if read_only:
            cursor.execute("PRAGMA query_only = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
