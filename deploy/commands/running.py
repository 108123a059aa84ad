"""Commands that prepare and run the site."""

import socket

import click
import uvicorn
from litestar.types import ASGIApp

from core.errors import GafolupError
from core.settings import Settings
from core.words import N_
from deploy.app import site
from deploy.commands.output import as_json, open_house, progress_bars, say_json
from deploy.house import House
from deploy.migrations import migrate, write_migration
from deploy.prepare import Prepared, must_be_prepared, prepare

TITLES = {
    "collection": "Publishing the collection",
    "places": "Building the list of places",
    "prefixes": "Beginnings of names",
    "typos": "Spellings",
    "index": "Building the search index",
}


class AddressInUse(GafolupError):
    """Something else listens on the address already."""

    code = "address_in_use"
    status = 500
    text = N_("{host}:{port} cannot be used: {reason}. Set GAFOLUP_PORT to another port.")


@click.command()
@as_json
def init(json: bool) -> None:
    """Prepare the data folder: database, practices, places, index."""
    with open_house() as house:
        done = _prepared(house)
    if json:
        say_json(done)


@click.command()
@click.option(
    "--prepare/--no-prepare", "first", default=True, help="Prepare the data folder first."
)
def serve(first: bool) -> None:
    """Serve the site, and work off the outbox."""
    with open_house() as house:
        listener = listen(house.settings)
        if first:
            _prepared(house)
        else:
            must_be_prepared(house)
        app = site(house)
        # Load what the first reader would wait for.
        house.search.table()
        run(app, listener)


@click.command(hidden=True)
@click.argument("message")
def migration(message: str) -> None:
    """Write a migration for what the models have and the database lacks."""
    with open_house() as house:
        migrate(house.database)
        write_migration(house.database, message)


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on; taken first, as preparing a folder may take long.

    Raises:
        AddressInUse: it cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # asyncio sends at once only on sockets whose protocol is named; else each answer on a kept
    # connection waits 40 ms for the client's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as problem:
        listener.close()
        raise AddressInUse(
            host=settings.host, port=settings.port, reason=problem.strerror
        ) from problem
    return listener


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Serve an application on a socket until the process is told to stop."""
    host, port = listener.getsockname()[:2]
    click.echo(f"Serving on http://{host}:{port}  (stop with Ctrl+C)", err=True)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="on"
    )
    uvicorn.Server(config).run(sockets=[listener])


def _prepared(house: House) -> Prepared:
    with progress_bars(TITLES) as report:
        return prepare(house, report)
