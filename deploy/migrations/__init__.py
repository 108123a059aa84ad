"""Migrations of the database, and the way to run them."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from core.database import Database
from deploy.tables import metadata


def migrate(database: Database) -> None:
    """Bring the database to the newest shape."""
    with database.engine.begin() as connection:
        command.upgrade(_config(connection), "head")


def write_migration(database: Database, message: str) -> None:
    """Write a migration from what the models have and the database lacks."""
    with database.engine.begin() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)


def drift(database: Database) -> list[object]:
    """Differences between the models and a migrated database; empty when there is none."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
