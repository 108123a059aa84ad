"""Commands on the collection that ships."""

from pathlib import Path

import click

from deploy.commands.output import as_json, say_json
from i18n.languages import CODES
from practices.collection.coverage import coverage, coverage_lines
from practices.collection.faults import CollectionDamaged
from practices.collection.loader import FOLDER, read_collection


@click.group()
def collection() -> None:
    """The practices that ship with the project."""


@collection.command("check")
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER, help="Another folder.")
@as_json
def check(folder: Path, json: bool) -> None:
    """Read every file, tell every fault with file and line, and print what is covered."""
    reading = read_collection(folder, CODES)
    covered = coverage(reading.practices)
    if json:
        say_json({"faults": [str(fault) for fault in reading.faults], "coverage": covered})
    else:
        for line in coverage_lines(covered):
            click.echo(line)
    for fault in reading.faults:
        click.echo(str(fault), err=True)
    if reading.faults:
        raise CollectionDamaged(reading.faults)
