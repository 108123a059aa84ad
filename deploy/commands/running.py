"""Commands that prepare and run the site."""

import errno
import socket
import threading
from contextlib import suppress
from pathlib import Path

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
from deploy.warming import warm_house, warm_languages

_OF_THE_PORT = {errno.EADDRINUSE, errno.EACCES}
_WAITING_MOST = 2048
TITLES = {
    "collection": "Publishing the collection",
    "places": "Building the list of places",
    "prefixes": "Beginnings of names",
    "typos": "Spellings",
    "index": "Building the search index",
}


class AddressNotUsable(GafolupError):
    """The host is none of this machine's, or its name leads nowhere."""

    code = "address_not_usable"
    status = 500
    text = N_(
        "{host}:{port} cannot be used: {reason}. "
        "Set GAFOLUP_HOST to an address of this machine, such as 127.0.0.1."
    )


class AddressInUse(AddressNotUsable):
    """The host is right, but its port is taken by another program, or kept for the system."""

    code = "address_in_use"
    text = N_("{host}:{port} cannot be used: {reason}. Set GAFOLUP_PORT to another port.")


@click.command()
@as_json
def init(json: bool) -> None:
    """Prepare the data folder: database, practices, places, index."""
    with open_house() as house:
        done = _prepared(house)
        folder = house.settings.data_dir
    if json:
        say_json(done)
    else:
        click.echo(_said(done, folder), err=True)


@click.command()
@click.option(
    "--prepare/--no-prepare", "first", default=True, help="Prepare the data folder first."
)
def serve(first: bool) -> None:
    """Serve the site, and work off the outbox."""
    with open_house() as house:
        listener = listen(house.settings)
        # While the folder is prepared: most of this is not Python, and takes the other core.
        warming = threading.Thread(target=warm_languages, name="warm", daemon=True)
        warming.start()
        if first:
            _prepared(house)
        else:
            must_be_prepared(house)
        app = site(house)
        warming.join()
        warm_house(house)
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
        AddressInUse: its port cannot be had.
        AddressNotUsable: its host cannot.
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
        fault = AddressInUse if problem.errno in _OF_THE_PORT else AddressNotUsable
        raise fault(host=settings.host, port=settings.port, reason=problem.strerror) from problem
    return listener


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Serve an application on a socket until the process is told to stop."""
    listener.listen(_WAITING_MOST)  # who comes before the loop turns waits for it
    host, port = listener.getsockname()[:2]
    click.echo(f"Serving on http://{host}:{port}  (stop with Ctrl+C)", err=True)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="on"
    )
    # Stopping it is how it ends.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _said(done: Prepared, folder: Path) -> str:
    """What was done, in words."""
    parts = []
    if done.published:
        practices = "practice" if done.published == 1 else "practices"
        parts.append(f"{done.published} {practices} published")
    if done.places_built:
        parts.append("list of places built")
    if done.index_rebuilt:
        parts.append("search index built")
    if not parts:
        return f"Everything in {folder} is up to date."
    return f"{folder} is ready: {', '.join(parts)}."


def _prepared(house: House) -> Prepared:
    with progress_bars(TITLES) as report:
        return prepare(house, report)
