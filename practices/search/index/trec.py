"""Bare text search over any documents, to be judged from outside.

Documents come as JSON lines (`id`, `lang`, `title`, `text`), queries as JSON lines (`id`, `lang`,
`text`, `mode`), answers go out as a TREC run: `query Q0 document rank score tag`. Any language is
taken: one that is not served is analysed by general rules, and so is text of none that is known.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from i18n.detection import detect
from i18n.languages import CODES, NOT_SAID
from practices.search.index import checks
from practices.search.index.errors import DocumentNotUnderstood, IndexUnknown
from practices.search.index.jsonl import (
    LineFault,
    Question,
    lines,
    must_be_none,
    read_document,
    read_questions,
)
from practices.search.index.protocol import (
    Document,
    FederatedQuery,
    Hit,
    IndexSettings,
    Query,
    SearchIndex,
)

DEPTH = 1000
"""Documents answered to a query, as judged collections are usually pooled and scored."""

BATCH = 10_000
SURE = 0.8
"""From this certainty on, the detected language of a query counts more than the others."""

OTHER_LANGUAGES = 0.3
_CODE = "[a-z]{2,3}"


@dataclass(slots=True)
class _Building:
    """Indexes that are built beside those that answer."""

    index: SearchIndex
    name: str
    waiting: dict[str, list[Document]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        code = document.language
        if code not in self.waiting:
            self.waiting[code] = []
            self.counts[code] = 0
            _drop_if_there(self.index, _beside(self.name, code))
            self.index.apply_settings(_beside(self.name, code), settings_for(code))
        self.counts[code] += 1
        self.waiting[code].append(document)
        if len(self.waiting[code]) >= BATCH:
            self._write(code)

    def finish(self) -> None:
        for code in self.waiting:
            self._write(code)
        for code in self.waiting:
            self.index.swap(index_name(self.name, code), _beside(self.name, code))
        for code in languages_of(self.index, self.name):
            if code not in self.waiting:
                self.index.drop(index_name(self.name, code))

    def give_up(self) -> None:
        for code in self.waiting:
            _drop_if_there(self.index, _beside(self.name, code))

    def _write(self, code: str) -> None:
        batch, self.waiting[code] = self.waiting[code], []
        self.index.upsert(_beside(self.name, code), batch)


def settings_for(code: str) -> IndexSettings:
    """A title counts half as much again as the text it heads."""
    return IndexSettings(language=code, weights={"title": 1.5, "body": 1.0})


def index_name(name: str, code: str) -> str:
    """Name of the index that holds the documents of a collection in one language."""
    return f"{name}-{code}"


def _beside(name: str, code: str) -> str:
    return f"{name}-{code}-beside"


def _drop_if_there(index: SearchIndex, name: str) -> None:
    with suppress(IndexUnknown):
        index.drop(name)


def _drop_leftovers(index: SearchIndex, name: str) -> None:
    """Remove what a load that was killed had begun."""
    shape = re.compile(_beside(re.escape(name), _CODE))
    for left in filter(shape.fullmatch, index.names()):
        _drop_if_there(index, left)


def languages_of(index: SearchIndex, name: str) -> tuple[str, ...]:
    """Languages a collection has documents in: those served in their order, then the others."""
    shape = re.compile(index_name(re.escape(name), f"({_CODE})"))
    held = {found[1] for known in index.names() if (found := shape.fullmatch(known))}
    return (*(code for code in CODES if code in held), *sorted(held - set(CODES)))


def load_jsonl(index: SearchIndex, path: Path, name: str) -> dict[str, int]:
    """Load a collection, replacing what it held before; how many documents by language.

    A document whose `lang` is missing or says nothing goes to the language it is detected to be in,
    or to none ("und") where none can be.

    Raises:
        LinesNotUnderstood: every bad line with its number; the collection is as it was.
        OSError: the file cannot be read.
    """
    checks.check_name(_beside(name, NOT_SAID))
    _drop_leftovers(index, name)
    building = _Building(index, name)
    faults: list[LineFault] = []
    seen: set[str] = set()
    try:
        for number, line in lines(path):
            document = _document(number, line, seen, faults)
            if document is not None and not faults:
                building.add(document)
        must_be_none(path, faults)
        building.finish()
    except BaseException:
        building.give_up()
        raise
    return building.counts


def run_queries(
    index: SearchIndex,
    name: str,
    path: Path,
    out: TextIO,
    *,
    depth: int = DEPTH,
    tag: str = "gafolup",
) -> int:
    """Answer every query of a file as TREC run lines; how many queries there were.

    A query is put to the documents of its language. Without `lang`, or where the collection has
    none of its language, it is put to all of them; of the languages served, a detected one counts
    more than the others.

    Raises:
        LinesNotUnderstood: every bad line with its number; nothing was written.
        IndexUnknown: no such collection.
    """
    held = languages_of(index, name)
    if not held:
        raise IndexUnknown(name=name)
    questions = read_questions(path)
    for question in questions:
        hits = answer(index, name, question, held, depth)
        out.writelines(_run_lines(question.id, hits, tag))
    return len(questions)


def answer(
    index: SearchIndex, name: str, question: Question, held: Sequence[str], depth: int = DEPTH
) -> list[Hit]:
    """Hits of one question, best first; equal scores in the order of the documents' ids."""
    query = Query(text=question.text, matching=question.matching, limit=depth)
    if question.language is not None and question.language in held:
        hits = index.search(index_name(name, question.language), query).hits
    else:
        weights = _weights(question, held)
        asked: list[FederatedQuery] = [
            (index_name(name, code), query, weight) for code, weight in weights.items()
        ]
        hits = index.search_federated(asked, depth).hits
    return sorted(hits, key=lambda hit: (-hit.score, hit.id))


def _weights(question: Question, held: Sequence[str]) -> dict[str, float]:
    if question.language is not None:
        return dict.fromkeys(held, 1.0)
    detected = detect(question.text)
    if detected.language not in held or detected.certainty < SURE:
        return dict.fromkeys(held, 1.0)
    # Only languages served are told apart: of the others nothing is known.
    less = set(CODES) - {detected.language}
    return {code: OTHER_LANGUAGES if code in less else 1.0 for code in held}


def _run_lines(question_id: str, hits: Sequence[Hit], tag: str) -> Iterator[str]:
    """Run lines with falling scores: scoring tools sort by score and break ties their own way."""
    above = float("inf")
    for rank, hit in enumerate(hits, start=1):
        above = min(hit.score, above - 1e-6)
        yield f"{question_id} Q0 {hit.id} {rank} {above:.6f} {tag}\n"


def _document(number: int, line: bytes, seen: set[str], faults: list[LineFault]) -> Document | None:
    try:
        document = read_document(number, line, seen)
        checks.check_document("", document, settings_for(document.language))
    except ValueError as error:
        faults.append(LineFault(number, str(error)))
    except DocumentNotUnderstood as error:
        faults.append(LineFault(number, str(error.data["reason"])))
    else:
        return document
    return None
