"""Commands on search indexes."""

import sys
from pathlib import Path

import click

from deploy.commands.output import as_json, open_house, progress_bars, say_json
from i18n.languages import CODES
from practices.search import indexing
from practices.search.index import trec


@click.command()
@as_json
def reindex(json: bool) -> None:
    """Build the practices' index anew; readers notice nothing."""
    with open_house() as house, progress_bars({"index": "Building the search index"}) as report:
        count = indexing.rebuild(
            house.index, house.database, CODES, lambda done: report("index", done, 0)
        )
    if json:
        say_json({"practices": count})


@click.group()
def index() -> None:
    """Bare text search over any documents."""


@index.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", required=True, help="Name of the collection.")
@as_json
def load(file: Path, name: str, json: bool) -> None:
    """Load documents (JSON lines: id, lang, title, text) as the collection NAME."""
    with open_house() as house:
        counts = trec.load_jsonl(house.index, file, name)
    if json:
        say_json({"name": name, "documents": sum(counts.values()), "by_language": counts})
    else:
        click.echo(f"{sum(counts.values())} documents in {name}", err=True)


@index.command("query")
@click.argument("name")
@click.option("--file", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
def query(name: str, file: Path, json: bool) -> None:
    """Answer queries (JSON lines: id, lang, text, mode) with TREC run lines."""
    with open_house() as house:
        trec.run_queries(house.index, name, file, sys.stdout)
    if json:
        click.echo("TREC run lines are the answer; --json changes nothing.", err=True)
