"""Read YAML as plain JSON-like values, and know the line of every value.

The dialect is the JSON part of YAML 1.2: `yes`, `no`, `on` and dates stay text, so that Norway is
a country and an impact is `on` something.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from practices.collection.faults import Fault

PartPath = tuple[str | int, ...]
MAX_BYTES = 200_000


class _PlainLoader(yaml.CSafeLoader):
    """Safe loader that resolves only null, true/false and numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""]
)
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"]
)
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
)
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)


class Document:
    """A parsed YAML file: its value, and the line of each part of it."""

    def __init__(self, file: Path, value: Any, lines: dict[PartPath, int]) -> None:
        self.file = file
        self.value = value
        self._lines = lines

    def line(self, path: PartPath) -> int:
        """Line of the part at `path`, or of the nearest part around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def fault(self, path: PartPath, what: str) -> Fault:
        """A fault at `path`, which is named in the message."""
        where = ".".join(str(part) for part in path)
        return Fault(self.file, self.line(path), f"{where}: {what}" if where else what)


def read(file: Path) -> Document | Fault:
    """Parse one file; a file that cannot be read or parsed is a fault, not an exception."""
    try:
        raw = file.read_bytes()
    except OSError as problem:
        return Fault(file, 1, f"cannot be read: {problem.strerror}")
    if len(raw) > MAX_BYTES:
        return Fault(file, 1, f"is larger than {MAX_BYTES} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        return Fault(file, raw[: problem.start].count(b"\n") + 1, "is not UTF-8")
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Fault(file, 1, "is empty")
        lines: dict[PartPath, int] = {}
        _index(node, (), lines, set())
        value = loader.construct_document(node)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        return Fault(
            file,
            mark.line + 1 if mark else 1,
            f"is not valid YAML: {getattr(problem, 'problem', None) or problem}",
        )
    finally:
        loader.dispose()
    return Document(file, value, lines)


def _index(node: yaml.Node, path: PartPath, lines: dict[PartPath, int], seen: set[int]) -> None:
    """Fill `lines`. Refuses repeated keys, and aliases: a few can stand for a billion values."""
    if id(node) in seen:
        raise yaml.composer.ComposerError(None, None, "aliases are not used", node.start_mark)
    seen.add(id(node))
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, child in node.value:
            name = str(key.value)
            if name in names:
                problem = f"{name} stands twice"
                raise yaml.composer.ComposerError(None, None, problem, key.start_mark)
            names.add(name)
            lines[*path, name] = key.start_mark.line + 1
            _index(child, (*path, name), lines, seen)
    elif isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            _index(child, (*path, number), lines, seen)
