"""Bare text search over any documents, to be judged from outside.

Documents come as JSON lines (`id`, `lang`, `title`, `text`), queries as JSON lines (`id`, `lang`,
`text`, `mode`), answers go out as a TREC run: `query Q0 document rank score tag`.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, TextIO

from core.errors import GafolupError
from core.words import N_
from i18n.detection import detect
from i18n.languages import CODES, negotiate
from practices.search.index import checks
from practices.search.index.errors import DocumentNotUnderstood, IndexUnknown
from practices.search.index.protocol import (
    Document,
    FederatedQuery,
    Hit,
    IndexSettings,
    Matching,
    Query,
    SearchIndex,
)

DEPTH = 1000
"""Documents answered to a query, as judged collections are usually pooled and scored."""

BATCH = 10_000
SURE = 0.8
"""From this certainty on, the detected language of a query counts more than the others."""

OTHER_LANGUAGES = 0.3
_FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with a line; the first line is 1."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


class LinesNotUnderstood(GafolupError):
    """Lines of a file cannot be read. `data["faults"]` has all of them; nothing was changed."""

    code = "lines_not_understood"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("{count} lines of {path} cannot be used, so nothing was done: {first}")

    def __init__(self, path: Path, faults: Sequence[LineFault]) -> None:
        shown = "; ".join(str(fault) for fault in faults[:_FAULTS_SHOWN])
        super().__init__(path=path, count=len(faults), first=shown, faults=tuple(faults))


@dataclass(frozen=True, slots=True)
class Question:
    """A query of a judged collection; `language` is None where the file does not say."""

    id: str
    language: str | None
    text: str
    matching: Matching


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


def languages_of(index: SearchIndex, name: str) -> tuple[str, ...]:
    """Languages a collection has documents in, in the order they are served."""
    names = set(index.names())
    return tuple(code for code in CODES if index_name(name, code) in names)


def load_jsonl(index: SearchIndex, path: Path, name: str) -> dict[str, int]:
    """Load a collection, replacing what it held before; how many documents by language.

    A document without `lang` goes to the language it is detected to be in.

    Raises:
        LinesNotUnderstood: every bad line with its number; the collection is as it was.
        OSError: the file cannot be read.
    """
    checks.check_name(_beside(name, "en"))
    building = _Building(index, name)
    faults: list[LineFault] = []
    seen: set[str] = set()
    try:
        for number, line in _lines(path):
            document = _document(number, line, seen, faults)
            if document is not None and not faults:
                building.add(document)
        _must_be_none(path, faults)
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
    none of its language, it is put to all of them, the detected language counting more.

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
    return {code: 1.0 if code == detected.language else OTHER_LANGUAGES for code in held}


def _run_lines(question_id: str, hits: Sequence[Hit], tag: str) -> Iterator[str]:
    """Run lines with falling scores: scoring tools sort by score and break ties their own way."""
    above = float("inf")
    for rank, hit in enumerate(hits, start=1):
        above = min(hit.score, above - 1e-6)
        yield f"{question_id} Q0 {hit.id} {rank} {above:.6f} {tag}\n"


def read_questions(path: Path) -> list[Question]:
    """The queries of a file.

    Raises:
        LinesNotUnderstood: every bad line with its number.
    """
    faults: list[LineFault] = []
    questions: list[Question] = []
    seen: set[str] = set()
    for number, line in _lines(path):
        try:
            fields = _fields(line)
            matching = _matching(fields)
            name = _id(fields, seen)
            text = _text(fields, "text")
            if not text.strip():
                raise ValueError("it has no text")  # noqa: TRY301
            questions.append(Question(name, _language(fields), text, matching))
        except ValueError as error:
            faults.append(LineFault(number, str(error)))
    _must_be_none(path, faults)
    return questions


def _must_be_none(path: Path, faults: Sequence[LineFault]) -> None:
    if faults:
        raise LinesNotUnderstood(path, faults)


def _document(number: int, line: bytes, seen: set[str], faults: list[LineFault]) -> Document | None:
    try:
        fields = _fields(line)
        title, text = _text(fields, "title"), _text(fields, "text")
        if not (title or text):
            raise ValueError("it has neither title nor text")  # noqa: TRY301
        code = _language(fields) or detect(f"{title}\n{text}").language
        if code is None:
            raise ValueError("it has no lang, and none can be detected")  # noqa: TRY301
        document = Document(id=_id(fields, seen), key=number, language=code, title=title, body=text)
        checks.check_document("", document, settings_for(code))
    except ValueError as error:
        faults.append(LineFault(number, str(error)))
    except DocumentNotUnderstood as error:
        faults.append(LineFault(number, str(error.data["reason"])))
    else:
        return document
    return None


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Lines that are not empty, with their numbers."""
    with path.open("rb") as opened:
        for number, read in enumerate(opened, start=1):
            line = read.removeprefix(b"\xef\xbb\xbf") if number == 1 else read
            if line.strip():
                yield number, line


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - every fault of a line is one kind
    return fields


def _id(fields: dict[str, Any], seen: set[str]) -> str:
    found = fields.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise ValueError("it has no id")  # noqa: TRY004 - as above
    name = str(found)
    if not name or any(char.isspace() for char in name):
        raise ValueError(f"the id {name!r} is empty or has a blank, which a run cannot hold")
    if name in seen:
        raise ValueError(f"the id {name!r} was used before")
    seen.add(name)
    return name


def _text(fields: dict[str, Any], name: str) -> str:
    text = fields.get(name)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise ValueError(f"{name} is no text")  # noqa: TRY004 - as above
    if not checks.is_whole(text):
        raise ValueError(f"{name} has half a character (a lone surrogate)")
    return text


def _language(fields: dict[str, Any]) -> str | None:
    """The served language `lang` means: its code, an alias (swa), or with a region (pt-BR)."""
    code = fields.get("lang")
    if code is None or code == "":
        return None
    if not isinstance(code, str):
        raise ValueError("lang is no code")  # noqa: TRY004 - as above
    # the default comes back for what is not served, so two defaults tell it apart
    meant = {negotiate(code, default=CODES[0]), negotiate(code, default=CODES[1])}
    if len(meant) > 1 or "," in code:
        raise ValueError(f"lang {code!r} is not served")
    return meant.pop()


def _matching(fields: dict[str, Any]) -> Matching:
    try:
        return Matching(fields.get("mode") or Matching.ANY)
    except ValueError as error:
        raise ValueError(f"mode {fields.get('mode')!r} is none of any, all, last_prefix") from error
