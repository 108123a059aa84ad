"""The termbase as it is written: one YAML file a domain, and the homonyms that are meant.

    domain: soil
    native_review: none          # or who read the labels of which language, and when
    concepts:
      topsoil:                   # the id: small letters and hyphens
        agrovoc: http://...      # only where it names just this concept
        en: [topsoil, top soil]  # a list for every language served, the preferred label first

Every fault is found in one go, with the file and the line it stands in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

import yaml

from core.errors import GafolupError
from core.words import N_
from i18n.languages import CODES
from i18n.termbase.rules import Concept, Stems, Termbase, stems_of

TERMS = Path(__file__).parent / "terms"
HOMONYMS = "homonyms.yaml"

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_AGROVOC = re.compile(r"http://aims\.fao\.org/aos/agrovoc/c_[0-9a-f]+")


class TermbaseFaulty(GafolupError):
    """The termbase has faults. Data: `faults`, one a line."""

    code: ClassVar[str] = "termbase_faulty"
    status: ClassVar[int] = 500
    text: ClassVar[str] = N_("The list of terms has faults: {faults}")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and where."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Placed:
    """A concept and where it is written."""

    concept: Concept
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that could be read, and all faults found on the way."""

    concepts: tuple[Placed, ...]
    faults: tuple[Fault, ...]


@cache
def shipped_termbase() -> Termbase:
    """The termbase that ships, read once a process.

    Raises:
        TermbaseFaulty: a file cannot be read as concepts.
    """
    reading = read(TERMS)
    if reading.faults:
        raise TermbaseFaulty(faults="\n".join(map(str, reading.faults)))
    return Termbase(placed.concept for placed in reading.concepts)


def read(folder: Path) -> Reading:
    """Concepts of every file in the folder, with the faults of form: no word is looked at."""
    faults: list[Fault] = []
    concepts: list[Placed] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name != HOMONYMS:
            concepts += _File(path.name, faults).concepts(path.read_text(encoding="utf-8"))
    faults += _said_twice(concepts)
    return Reading(tuple(concepts), tuple(sorted(faults)))


@dataclass(frozen=True, slots=True)
class Homonym:
    """Concepts that may share the stems of a label, and the line that says so."""

    concepts: frozenset[str]
    line: int


Homonyms = dict[tuple[str, Stems], Homonym]


def read_homonyms(folder: Path) -> tuple[Homonyms, list[Fault]]:
    """Homonyms that are meant, by language and stems, with the faults of form."""
    faults: list[Fault] = []
    meant: Homonyms = {}
    file = _File(HOMONYMS, faults)
    for language, labels in file.mapping(file.compose((folder / HOMONYMS).read_text("utf-8"))):
        if language.value not in CODES:
            file.fault(language, f"{language.value} is not a language served")
            continue
        for label, concepts in file.mapping(labels):
            named = frozenset(concept.value for concept in file.labels(concepts))
            stems = stems_of(label.value, language.value)
            meant[language.value, stems] = Homonym(named, _line(label))
    return meant, faults


def _said_twice(concepts: list[Placed]) -> Iterator[Fault]:
    seen: dict[str, Placed] = {}
    for placed in concepts:
        for name in filter(None, (placed.concept.id, placed.concept.agrovoc)):
            first = seen.setdefault(name, placed)
            if first is not placed:
                what = f"{name} is already at {first.file}:{first.line}"
                yield Fault(placed.file, placed.line, what)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1


class _File:
    """One file; what is wrong with it is added to `faults`."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = faults

    def fault(self, node: yaml.Node, what: str) -> None:
        self.faults.append(Fault(self.name, _line(node), what))

    def compose(self, text: str) -> yaml.Node | None:
        try:
            return yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as wrong:
            line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
            self.faults.append(Fault(self.name, line, f"not YAML: {wrong.problem}"))
            return None

    def mapping(self, node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        """Keys and values of a mapping; a key that is no word, or said twice, is a fault."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "a mapping is expected here")
            return []
        pairs: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fault(key, "a word is expected before the colon")
            elif key.value in pairs:
                self.fault(key, f"{key.value} is said twice")
            else:
                pairs[key.value] = (key, value)
        return list(pairs.values())

    def labels(self, node: yaml.Node) -> list[yaml.ScalarNode]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.fault(node, "a list of labels is expected here")
            return []
        labels: dict[str, yaml.ScalarNode] = {}
        for label in node.value:
            if not isinstance(label, yaml.ScalarNode) or not label.value.strip():
                self.fault(label, "a label must be words")
            elif label.value in labels:
                self.fault(label, f"{label.value} is said twice")
            else:
                labels[label.value] = label
        return list(labels.values())

    def concepts(self, text: str) -> list[Placed]:
        root = self.compose(text)
        parts = {key.value: (key, value) for key, value in self.mapping(root)}
        if root is None:
            return []
        for needed in ("domain", "native_review", "concepts"):
            if needed not in parts:
                self.fault(root, f"{needed} is missing")
        for name, (key, _) in parts.items():
            if name not in {"domain", "native_review", "concepts"}:
                self.fault(key, f"{name} is not known here")
        domain = parts["domain"][1].value if "domain" in parts else ""
        written = self.mapping(parts["concepts"][1]) if "concepts" in parts else []
        return [self.concept(key, node, domain) for key, node in written]

    def concept(self, key: yaml.ScalarNode, node: yaml.Node, domain: str) -> Placed:
        if _ID.fullmatch(key.value) is None:
            self.fault(key, f"{key.value} is no id: use small letters and hyphens")
        agrovoc: str | None = None
        labels: dict[str, tuple[str, ...]] = {}
        for part, value in self.mapping(node):
            if part.value == "agrovoc":
                agrovoc = str(value.value)
                if _AGROVOC.fullmatch(agrovoc) is None:
                    self.fault(value, f"{agrovoc} is no address of AGROVOC")
            elif part.value in CODES:
                labels[part.value] = tuple(label.value for label in self.labels(value))
            else:
                self.fault(part, f"{part.value} is not a language served")
        missing = [code for code in CODES if code not in labels]
        if missing:
            self.fault(key, f"{key.value} has no labels in {', '.join(missing)}")
        return Placed(Concept(key.value, domain, agrovoc, labels), self.name, _line(key))
