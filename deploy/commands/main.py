"""The `gafolup` command: its groups, and how errors leave it."""

import sys
from collections.abc import Callable

import click
from sqlalchemy.exc import SQLAlchemyError

from core.errors import GafolupError
from core.logs import configure_logs
from core.settings import settings_from
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
            click.echo(problem.message(), err=True)
            return EXIT_ERROR
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
        except SQLAlchemyError as problem:
            return _refused(f"The database (GAFOLUP_DATABASE_URL) cannot be used: {problem}")
        except OSError as problem:
            return _refused(f"{problem.filename or 'The system'}: {problem.strerror or problem}")
    return 0


def _refused(what: str) -> int:
    """Say the first line of what the system or the database refused."""
    click.echo(what.splitlines()[0], err=True)
    return EXIT_ERROR


def _where_to_look(problem: click.ClickException) -> str:
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    return f" See: {context.command_path} --help" if context else ""
