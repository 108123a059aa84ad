"""How commands speak: one JSON document, or plain lines; progress on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from core.places.errors import GazetteerUnavailable
from core.settings import settings_from
from deploy.house import House
from deploy.prepare import must_be_prepared, must_have_places, places_missing

as_json = click.option("--json", "json", is_flag=True, help="One JSON document instead of lines.")
in_language = click.option("--lang", default="en", show_default=True, help="Language to answer in.")


@contextmanager
def open_house() -> Iterator[House]:
    """The parts, on the settings of the environment; closed afterwards."""
    house = House(settings_from())
    try:
        yield house
    finally:
        house.close()


@contextmanager
def open_prepared_house() -> Iterator[House]:
    """The parts, on a data folder that `gafolup init` has prepared.

    Raises:
        NotPrepared: it has not.
    """
    with open_house() as house, _places_told(house):
        must_be_prepared(house)
        yield house


@contextmanager
def open_house_with_places() -> Iterator[House]:
    """The parts, on a data folder that has at least the list of places.

    Raises:
        NotPrepared: it has not.
    """
    with open_house() as house, _places_told(house):
        must_have_places(house)
        yield house


@contextmanager
def _places_told(house: House) -> Iterator[None]:
    """A list of places that is found damaged is told to who can mend it: no reader is here."""
    try:
        yield
    except GazetteerUnavailable as problem:
        raise places_missing(house, problem) from problem


def say_json(value: Any) -> None:
    """One document on standard output."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    sys.stdout.flush()


@contextmanager
def progress_bars(titles: dict[str, str]) -> Iterator[Callable[[str, int, int], None]]:
    """Progress on standard error: a bar for each thing that is being done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}"),
        TimeElapsedColumn(),
    )
    bars = Progress(*columns, console=Console(stderr=True), transient=False)
    tasks: dict[str, TaskID] = {}

    def report(what: str, done: int, of: int) -> None:
        if what not in tasks:
            bars.start()
            tasks[what] = bars.add_task(titles.get(what, what), total=of or None)
        bars.update(tasks[what], completed=done, total=of or None)

    try:
        yield report
        for task in tasks.values():
            bars.update(
                task,
                total=bars.tasks[task].completed or 1,
                completed=bars.tasks[task].completed or 1,
            )
    finally:
        if tasks:
            bars.stop()
