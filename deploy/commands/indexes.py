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
from i18n.languages import CODES, NOT_SAID
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
    """Bare text search over any documents, in any language."""


def _usable(_context: click.Context, _option: click.Parameter, name: str) -> str:
    if name == OWN:
        raise click.BadParameter(f"{name} are the site's own; take another name")
    if not NAME_SHAPE.fullmatch(trec.index_name(name, NOT_SAID)):
        raise click.BadParameter("a name has small letters a-z, digits, - and _ only")
    return name


@index.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", required=True, callback=_usable, help="Name of the collection.")
@as_json
def load(file: Path, name: str, json: bool) -> None:
    """Load documents as the collection NAME, replacing what it held.

    FILE holds JSON lines, each an object:

    \b
      id     text without blanks, or a number; once in the file
      lang   language of the text: en, sw, pt-BR, rus, zh-Hant ...; any, and it may be missing
      title  } text; one of the two must be there
      text   }

    A language the site does not serve is analysed by general rules. Where one line is wrong, every
    wrong one is told by its number and nothing is changed.
    """
    with open_house() as house:
        counts = trec.load_jsonl(house.index, file, name)
    if json:
        say_json({"name": name, "documents": sum(counts.values()), "by_language": counts})
    else:
        count = sum(counts.values())
        click.echo(f"{count} {'document' if count == 1 else 'documents'} in {name}", err=True)


@index.command("query")
@click.argument("name")
@click.option(
    "--file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON lines: id, lang, text, mode.",
)
@as_json
def query(name: str, file: Path, json: bool) -> None:
    """Answer queries on the collection NAME with the lines of a TREC run.

    FILE holds JSON lines, each an object:

    \b
      id     text without blanks, or a number; once in the file
      lang   language of the query; documents in it are searched, all of them where it is missing
      text   what is looked for
      mode   any (the default): at least one of the words, the best matches first; for questions
             all: every word, but for the commonest ones
             last_prefix: every word, the last one also as a beginning; for a search box

    \b
    Each line of the answer: QUERY Q0 DOCUMENT RANK SCORE gafolup
    Ranks begin at 1, scores fall, a query has at most 1000 lines and may have none.
    """
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
