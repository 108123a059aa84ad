"""Writing made-up practices down as a site keeps them: an index a language, rows for the table.

Processes of their own do it, so that the one that measures holds only what a site holds.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import msgspec

from bench.made import Maker
from core.words import install_catalogs
from i18n.catalogs import PoCatalogs
from i18n.languages import CODES
from practices.collection.loader import FOLDER, load
from practices.records.queries import PublishedFacts
from practices.search.documents import documents, index_name, settings_for
from practices.search.index.protocol import Document
from practices.search.index.tantivy_index import TantivyIndex
from practices.search.indexing import BATCH
from practices.search.table import PracticeTable

BUILDERS = 2


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be made, and where it is kept."""

    folder: Path
    documents: int
    seed: int

    @property
    def index(self) -> Path:
        """Where the indexes are."""
        return self.folder / "index"

    @property
    def rows(self) -> Path:
        """Where the rows are, a line each."""
        return self.folder / "rows.jsonl"

    @property
    def note(self) -> Path:
        """Where it stands what was written; it is there when all is."""
        return self.folder / "written.json"

    def maker(self) -> Maker:
        """Makes the practices, the same ones each time."""
        return Maker(load(FOLDER, CODES), self.seed)


class Written(msgspec.Struct, frozen=True):
    """What was written, and from which seed."""

    seed: int
    practices: int
    documents: int
    words: int


class OtherDocuments(ValueError):
    """A folder holds other documents than those that are asked for."""


def written(made: Made) -> Written:
    """What the folder holds; an empty one is filled first.

    Raises:
        OtherDocuments: it holds another number of documents, or those of another seed.
    """
    if not made.note.exists():
        made.folder.mkdir(parents=True, exist_ok=True)
        made.note.write_bytes(msgspec.json.encode(write(made)))
    found = msgspec.json.decode(made.note.read_bytes(), type=Written)
    if (found.documents, found.seed) != (made.documents, made.seed):
        raise OtherDocuments(f"{made.folder} holds {found.documents} documents, seed {found.seed}")
    return found


def write(made: Made) -> Written:
    """Write everything down, a few languages in each builder."""
    shares = [CODES[first::BUILDERS] for first in range(BUILDERS)]
    with ProcessPoolExecutor(BUILDERS, mp_context=get_context("spawn")) as builders:
        indexed = builders.map(partial(write_indexes, made), shares)
        practices = builders.submit(write_rows, made).result()
        counts = list(indexed)
    return Written(
        seed=made.seed,
        practices=practices,
        documents=sum(count for count, _ in counts),
        words=sum(words for _, words in counts),
    )


def write_rows(made: Made) -> int:
    """Write the facts of all practices; how many there are."""
    maker, count = made.maker(), 0
    with made.rows.open("wb") as lines:
        for number, languages in maker.until(made.documents):
            row = PublishedFacts(number, maker.facts(number), tuple(sorted(languages)))
            lines.write(msgspec.json.encode(row) + b"\n")
            count += 1
    return count


def write_indexes(made: Made, languages: tuple[str, ...]) -> tuple[int, int]:
    """Write the indexes of these languages; how many documents and words they hold."""
    install_catalogs(PoCatalogs())
    maker, index = made.maker(), TantivyIndex(made.index)
    waiting: dict[str, list[Document]] = {}
    for language in languages:
        waiting[language] = []
        index.apply_settings(index_name(language), settings_for(language))
    count = words = 0
    for number, spoken in maker.until(made.documents):
        practice = maker.practice(number, spoken, [code for code in spoken if code in waiting])
        for document in documents(practice, languages):
            count += bool(document.title)  # without one it is in another language
            words += len(f"{document.title} {document.summary} {document.body}".split())
            batch = waiting[document.language]
            batch.append(document)
            if len(batch) == BATCH:
                index.upsert(index_name(document.language), batch)
                batch.clear()
    for language, batch in waiting.items():
        index.upsert(index_name(language), batch)
    index.close()
    return count, words


def read_rows(made: Made) -> Iterator[PublishedFacts]:
    """The rows again, one at a time."""
    decode = msgspec.json.Decoder(PublishedFacts).decode
    with made.rows.open("rb") as lines:
        yield from map(decode, lines)


def table_of(made: Made) -> PracticeTable:
    """The table of the rows, built as the site builds it from its database."""
    return PracticeTable(read_rows(made))
