"""Commands on search indexes."""

import io
import sys
from pathlib import Path
from typing import Any

import click

from deploy.commands.output import (
    as_json,
    open_house,
    open_prepared_house,
    progress_bars,
    say_json,
)
from i18n.languages import CODES
from practices.search import indexing
from practices.search.index import trec
from practices.search.index.protocol import NAME_SHAPE

OWN = "practices"
"""The collection that the site itself answers from; only `reindex` writes it."""


@click.command()
@as_json
def reindex(json: bool) -> None:
    """Build the practices' index anew; readers notice nothing."""
    with (
        open_prepared_house() as house,
        progress_bars({"index": "Building the search index"}) as report,
    ):
        count = indexing.rebuild(
            house.index, house.database, CODES, lambda done: report("index", done, 0)
        )
    if json:
        say_json({"practices": count})


@click.group()
def index() -> None:
    """Bare text search over any documents."""


def _usable(_context: click.Context, _option: click.Parameter, name: str) -> str:
    if name == OWN:
        raise click.BadParameter(f"{name} are the site's own; take another name")
    if not NAME_SHAPE.fullmatch(trec.index_name(name, "en")):
        raise click.BadParameter("a name has small letters a-z, digits, - and _ only")
    return name


@index.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", required=True, callback=_usable, help="Name of the collection.")
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
    run = io.StringIO()
    with open_house() as house:
        trec.run_queries(house.index, name, file, run)
    if json:
        say_json({"name": name, "run": [_ranked(line) for line in run.getvalue().splitlines()]})
    else:
        sys.stdout.write(run.getvalue())


def _ranked(line: str) -> dict[str, Any]:
    """A TREC run line as an object; its ids hold no blanks."""
    query, _, document, rank, score, _ = line.split(" ")
    return {"query": query, "document": document, "rank": int(rank), "score": float(score)}
