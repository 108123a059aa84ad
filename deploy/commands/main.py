"""The `gafolup` command: its groups, and how errors leave it."""

import sqlite3
import sys
from collections.abc import Callable

import click
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from core.errors import GafolupError
from core.logs import configure_logs
from core.room import DiskFull, full_disk
from core.settings import PREFIX, settings_from
from core.words import install_catalogs, speaking
from deploy.commands import collection, finding, indexes, running
from i18n.catalogs import PoCatalogs

EXIT_ERROR = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def gafolup() -> None:
    """Good land-management practices, in the reader's language, for land like hers."""


for command in (
    running.init,
    running.serve,
    running.migration,
    finding.zone,
    finding.place,
    finding.likeness,
    finding.search,
    indexes.index,
    indexes.reindex,
    collection.collection,
):
    gafolup.add_command(command)


def main() -> None:
    """Run a command: results on standard output, messages on standard error, 0 or 2."""
    install_catalogs(PoCatalogs())
    sys.exit(run(lambda: gafolup.main(standalone_mode=False)))


def run(command: Callable[[], object]) -> int:
    """Run `command`; a known problem becomes one clear line and exit status 2."""
    with speaking("en"):
        try:
            configure_logs(settings_from())
            command()
        except GafolupError as problem:
            return _refused(problem.message())
        except click.exceptions.NoArgsIsHelpError as problem:
            click.echo(problem.format_message(), err=True)
            return EXIT_ERROR
        except click.ClickException as problem:
            click.echo(f"{problem.format_message()}{_where_to_look(problem)}", err=True)
            return EXIT_ERROR
        except click.exceptions.Exit as problem:
            return problem.exit_code
        except (click.Abort, KeyboardInterrupt):
            return 130
        except BrokenPipeError:
            sys.stderr.close()
            return 0
        except (SQLAlchemyError, sqlite3.Error, OSError) as problem:
            return _refused(_why(problem))
    return 0


def _refused(what: str) -> int:
    """Say the first line of what was refused; bytes of an argument that are no text become �."""
    line = what.splitlines()[0]
    click.echo(line.encode(errors="surrogateescape").decode(errors="replace"), err=True)
    return EXIT_ERROR


def _why(problem: SQLAlchemyError | sqlite3.Error | OSError) -> str:
    """What the system or the database refused, and which one."""
    settings = settings_from()
    cause = problem.orig if isinstance(problem, DBAPIError) and problem.orig else problem
    full = full_disk(cause, settings.data_dir)
    if full is not None:
        return DiskFull(folder=full).message()
    if isinstance(problem, OSError):
        return f"{problem.filename or 'The system'}: {problem.strerror or problem}"
    named = settings.database.removeprefix("sqlite:///")
    if settings.database_url:
        named = f"{PREFIX}DATABASE_URL"
    return f"The database ({named}) cannot be used: {cause}"


def _where_to_look(problem: click.ClickException) -> str:
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    return f" See: {context.command_path} --help" if context else ""
