"""Reads the collection's folders into records, or tells everything that is wrong with them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from practices.collection import rules
from practices.collection.faults import CollectionDamaged, Fault
from practices.collection.yaml_lines import Document, read
from practices.records.structs import Facts, Words

FOLDER = Path(__file__).parent / "practices"
Shape = TypeVar("Shape", Facts, Words)


@dataclass(frozen=True, slots=True)
class CollectedPractice:
    """A practice as its folder tells it."""

    facts: Facts
    words: dict[str, Words]
    folder: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and every fault that was found."""

    practices: list[CollectedPractice]
    faults: list[Fault]


def load(folder: Path, languages: tuple[str, ...]) -> list[CollectedPractice]:
    """All practices of `folder`, each in all `languages`.

    Raises:
        CollectionDamaged: with every fault, if there is any.
    """
    reading = read_collection(folder, languages)
    if reading.faults:
        raise CollectionDamaged(reading.faults)
    return reading.practices


def read_collection(folder: Path, languages: tuple[str, ...]) -> Reading:
    """Read every practice below `folder`; faults are collected, never raised."""
    if not folder.is_dir():
        return Reading([], [Fault(folder, 1, "is not a folder")])
    practices: list[CollectedPractice] = []
    faults: list[Fault] = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        reading = read_practice(place, languages)
        practices += reading.practices
        faults += reading.faults
    faults += _shared_names(practices)
    return Reading(practices, sorted(faults))


def read_practice(folder: Path, languages: tuple[str, ...]) -> Reading:
    """Read one practice's folder."""
    faults: list[Fault] = []
    facts = _facts(folder, faults)
    words: dict[str, Words] = {}
    documents: dict[str, Document] = {}
    for language in languages:
        document = read(folder / f"{language}.yaml")
        if isinstance(document, Fault):
            faults.append(document)
            continue
        found = _shaped(document, Words, faults)
        if found is None:
            continue
        words[language] = found
        documents[language] = document
        if facts:
            faults += [
                document.fault(path, what)
                for path, what in rules.findings_in_words(found, facts, language)
            ]
    if facts and facts.original_language in words:
        original = words[facts.original_language]
        for language, translated in words.items():
            if language != facts.original_language:
                faults += [
                    documents[language].fault(path, what)
                    for path, what in rules.findings_between(original, translated)
                ]
    whole = facts is not None and len(words) == len(languages)
    practices = [CollectedPractice(facts, words, folder)] if facts and whole else []
    return Reading(practices, sorted(faults))


def _facts(folder: Path, faults: list[Fault]) -> Facts | None:
    document = read(folder / "practice.yaml")
    if isinstance(document, Fault):
        faults.append(document)
        return None
    facts = _shaped(document, Facts, faults)
    if facts is None:
        return None
    if facts.slug != folder.name:
        faults.append(document.fault(("slug",), f"is not the folder's name {folder.name!r}"))
    faults += [document.fault(path, what) for path, what in rules.findings_in_facts(facts)]
    return facts


@cache
def _validator(struct: type) -> Draft202012Validator:
    schema = msgspec.json.schema(struct)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _shaped(document: Document, struct: type[Shape], faults: list[Fault]) -> Shape | None:
    """The document as `struct`, or None after adding all the faults of its shape."""
    problems = list(_validator(struct).iter_errors(document.value))
    for problem in problems:
        for path, what in _plain(problem):
            faults.append(document.fault(path, what))
    if problems:
        return None
    try:
        return msgspec.convert(document.value, struct, strict=True)
    except msgspec.ValidationError as problem:
        faults.append(document.fault((), str(problem)))
        return None


def _plain(problem: ValidationError) -> list[tuple[tuple[str | int, ...], str]]:
    """The problem in an editor's words, at its innermost place."""
    path = tuple(problem.absolute_path)
    value: Any = problem.validator_value
    schema: Any = problem.schema
    instance: Any = problem.instance
    if problem.validator in ("anyOf", "oneOf") and problem.context:
        inner = [part for part in problem.context if part.validator != "type"]
        if inner:
            return [finding for part in inner for finding in _plain(part)]
    if problem.validator == "additionalProperties":
        allowed = schema.get("properties", {})
        return [((*path, key), "is not a field here") for key in instance if key not in allowed]
    return [(path, _sentence(problem, value))]


def _sentence(problem: ValidationError, value: Any) -> str:
    if problem.validator == "required":
        return f"lacks {problem.message.split(' ')[0]}"
    if problem.validator == "enum":
        return f"{problem.instance!r} is none of {', '.join(map(str, value))}"
    if problem.validator == "maxLength":
        return f"is longer than {value} letters"
    return problem.message[:300]


def _shared_names(practices: list[CollectedPractice]) -> list[Fault]:
    """Ids and slugs (also former ones) that two practices claim."""
    faults: list[Fault] = []
    owner: dict[str, Path] = {}
    for practice in practices:
        names = {practice.facts.id, practice.facts.slug, *practice.facts.former_slugs}
        for name in sorted(names):
            if name in owner:
                file = practice.folder / "practice.yaml"
                faults.append(Fault(file, 1, f"{name} is also used by {owner[name].name}"))
            owner[name] = practice.folder
    return faults
