"""Insert or update in one statement, which each database spells in its own dialect."""

from sqlalchemy.dialects import postgresql, sqlite

from core.database import Table, WriteSession


def insert_into(session: WriteSession, table: type[Table]) -> "postgresql.Insert | sqlite.Insert":
    """An INSERT that can say what to do on conflict; both databases know the same clauses."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
