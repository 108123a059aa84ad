"""Lines of JSON that stand for documents and queries, read with every fault told by its number."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from core.errors import GafolupError
from core.words import N_
from i18n.detection import detect
from i18n.languages import NOT_SAID, language_of_text
from practices.search.index import checks
from practices.search.index.protocol import Document, Matching

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
    text = N_("Nothing was done, for lines of {path} cannot be used ({count}): {first}")

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


def read_questions(path: Path) -> list[Question]:
    """The queries of a file.

    Raises:
        LinesNotUnderstood: every bad line with its number.
    """
    faults: list[LineFault] = []
    questions: list[Question] = []
    seen: set[str] = set()
    for number, line in lines(path):
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
    must_be_none(path, faults)
    return questions


def read_document(number: int, line: bytes, seen: set[str]) -> Document:
    """The document of a line; `seen` are the ids read before. Without a language it is detected.

    Raises:
        ValueError: why the line is no document.
    """
    fields = _fields(line)
    title, text = _text(fields, "title"), _text(fields, "text")
    if not (title or text):
        raise ValueError("it has neither title nor text")
    code = _language(fields) or detect(f"{title}\n{text}").language or NOT_SAID
    return Document(id=_id(fields, seen), key=number, language=code, title=title, body=text)


def must_be_none(path: Path, faults: Sequence[LineFault]) -> None:
    """Go on only without faults.

    Raises:
        LinesNotUnderstood: there are some.
    """
    if faults:
        raise LinesNotUnderstood(path, faults)


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
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
    """The language `lang` names, served or not; None where it is missing or says nothing."""
    tag = fields.get("lang")
    if tag is None:
        return None
    if not isinstance(tag, str):
        raise ValueError("lang is no code")  # noqa: TRY004 - as above
    code = language_of_text(tag)
    return None if code == NOT_SAID else code


def _matching(fields: dict[str, Any]) -> Matching:
    try:
        return Matching(fields.get("mode") or Matching.ANY)
    except ValueError as error:
        raise ValueError(f"mode {fields.get('mode')!r} is none of any, all, last_prefix") from error
