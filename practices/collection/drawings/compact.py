"""The same drawing in fewer letters: half-unit points, the shorter of absolute and relative."""

import re
from collections.abc import Iterator, Sequence

TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
GRID = 5  # tenths: half a unit of 160 is well under a pixel on a phone
_POINT = (0, 0)


def segments(d: str) -> Iterator[tuple[str, list[float]]]:
    """The path's commands, one segment each, as written.

    Raises:
        ValueError: a command is not known, or its numbers do not fit it.
    """
    command, values = "", []
    for token in [*TOKEN.findall(d), "z"]:
        if not token.isalpha():
            values.append(float(token))
            continue
        yield from _split(command, values)
        command, values = token, []


def _split(command: str, values: list[float]) -> Iterator[tuple[str, list[float]]]:
    if not command:
        return
    size = LENGTHS.get(command.upper(), -1)
    if size < 0 or (size and len(values) % size) or (not size and values):
        raise ValueError(f"path command {command} cannot take {values}")
    if not size:
        yield command, []
    for i in range(0, len(values), size or 1):
        follow = {"M": "L", "m": "l"}.get(command, command) if i else command
        yield follow, values[i : i + size]


def number(value: float) -> str:
    """`value` to a tenth, written as short as SVG allows: -.5, 3, 12.4."""
    return _tenths(round(value * 10))


def _tenths(value: int) -> str:
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 10)
    if not rest:
        return f"{sign}{whole}" if whole else "0"
    return f"{sign}{whole or ''}.{rest}"


def joined(numbers: Sequence[int], before: str = "") -> str:
    """Tenths after the text `before`, with no separator that can be left out."""
    out = before
    for value in numbers:
        text = _tenths(value)
        glued = (
            not out
            or out[-1].isalpha()
            or text[0] == "-"
            or (text[0] == "." and "." in re.split(r"[A-Za-z -]", out)[-1])
        )
        out += text if glued else f" {text}"
    return out


def _absolute(command: str, values: list[float], at: tuple[int, int]) -> list[int]:
    """The segment's numbers in tenths from 0 0; points lie on half units, radii on tenths."""
    kind, relative = command.upper(), command.islower()
    tenths = [round(v * 10) for v in values]
    x, y = at if relative else _POINT
    match kind:
        case "H":
            return [_half(tenths[0] + x)]
        case "V":
            return [_half(tenths[0] + y)]
        case "A":
            return [*tenths[:5], tenths[5] + x, tenths[6] + y]
        case _:
            return [_half(v + (y if i % 2 else x)) for i, v in enumerate(tenths)]


def _half(tenths: int) -> int:
    return round(tenths / GRID) * GRID


def _relative(kind: str, values: list[int], at: tuple[int, int]) -> list[int]:
    x, y = at
    match kind:
        case "H":
            return [values[0] - x]
        case "V":
            return [values[0] - y]
        case "A":
            return [*values[:5], values[5] - x, values[6] - y]
        case _:
            return [v - (y if i % 2 else x) for i, v in enumerate(values)]


def _end(kind: str, values: list[int], at: tuple[int, int]) -> tuple[int, int]:
    match kind:
        case "H":
            return values[0], at[1]
        case "V":
            return at[0], values[0]
        case _:
            return values[-2], values[-1]


def _straightened(kind: str, values: list[int], at: tuple[int, int]) -> tuple[str, list[int]]:
    if kind == "L" and values[0] == at[0]:
        return "V", [values[1]]
    if kind == "L" and values[1] == at[1]:
        return "H", [values[0]]
    return kind, values


def compact(d: str) -> str:
    """The path `d`, shorter."""
    out, last = "", ""
    at = start = _POINT
    for command, numbers in segments(d):
        kind = command.upper()
        if kind == "Z":
            out, last, at = out + "z", "z", start
            continue
        kind, values = _straightened(kind, _absolute(command, numbers, at), at)
        choices = ((kind, values), (kind.lower(), _relative(kind, values, at)))
        texts = [
            (joined(v, out if k == last and k not in "Mm" else out + k), k) for k, v in choices
        ]
        out, last = min(texts, key=lambda choice: len(choice[0]))
        at = _end(kind, values, at)
        if kind == "M":
            start = at
            last = {"M": "L", "m": "l"}[last]
    return out


_GROUPS = re.compile(r'(<g class="(\w+)">)((?:<path[^>]*/>)*)</g><g class="\2">')
_LINES = re.compile(
    r'<path( class="(?:l|lt|cl|wl)")?( stroke-width="[^"]*")? d="([^"]*)"/>'
    r'<path(?(1)\1)(?(2)\2) d="([^"]*)"/>'
)


def merged(drawing: str) -> str:
    """The drawing with neighbours of one colour in one group, and of one line in one path."""
    for pattern, text in ((_GROUPS, r"\1\3"), (_LINES, None)):
        while True:
            if text is not None:
                shorter = pattern.sub(text, drawing, count=1)
            else:
                shorter = pattern.sub(_one_line, drawing, count=1)
            if shorter == drawing:
                break
            drawing = shorter
    return drawing


def _one_line(found: re.Match[str]) -> str:
    ink, width, first, second = found.groups()
    return f'<path{ink or ""}{width or ""} d="{compact(first + second)}"/>'
