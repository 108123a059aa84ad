"""Paths and parts: the few pure functions every drawing is made with.

A part is a tuple of shapes around its own origin (0 0 is where it stands on the ground; up is
negative). `put` places it by moving the coordinates themselves, so that a line stays 2 px wide at
every size. Colours are class names; the page's tokens, or the sheet's own style, say what they are.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_PAIRS = "MLCQST"  # commands whose numbers are x y pairs
_STROKE_ONLY = frozenset({"", "l", "lt", "cl", "wl"})
_FULL_TURN = 360


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: its colour class, its line, and how it is drawn."""

    ink: str  # class of the drawing's palette; "" is the plain ink line
    d: str
    width: float | None = None  # stroke width, px; None is the 2 px of the drawing
    lined: bool = False  # a filled colour that carries the ink line too


Part = tuple[Shape, ...]
Place = tuple[float, float]


def number(value: float) -> str:
    """`value` to a tenth, written as short as SVG allows: -.5, 3, 12.4."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return text.replace("0.", ".", 1) if re.match(r"-?0\.", text) else text


def _joined(command: str, values: Iterable[float]) -> str:
    out = command
    for value in values:
        text = number(value)
        if out[-1].isalpha() or text.startswith("-"):
            out += text
        else:
            out += " " + text
    return out


def _segments(d: str) -> Iterable[tuple[str, list[float]]]:
    command, values = "", []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            if command:
                yield command, values
            command, values = token, []
        else:
            values.append(float(token))
    if command:
        yield command, values


@dataclass(frozen=True, slots=True)
class Move:
    """Where a part goes: scale, mirror, turn (degrees, clockwise), then shift."""

    x: float = 0
    y: float = 0
    scale: float = 1
    flip: bool = False
    turn: float = 0

    def point(self, x: float, y: float, *, relative: bool) -> Place:
        """The moved point; a relative one is not shifted."""
        x, y = (-x if self.flip else x) * self.scale, y * self.scale
        if self.turn:
            angle = math.radians(self.turn)
            x, y = (
                x * math.cos(angle) - y * math.sin(angle),
                x * math.sin(angle) + y * math.cos(angle),
            )
        return (x, y) if relative else (x + self.x, y + self.y)


def _moved_segment(command: str, values: Sequence[float], move: Move, relative: bool) -> str:
    kind = command.upper()
    if kind == "Z":
        return "z"
    if kind == "H" or kind == "V":
        if move.turn % _FULL_TURN:
            raise ValueError(f"{command} cannot be turned; write L in {values}")
        if kind == "H":
            return _joined(command, [move.point(v, 0, relative=relative)[0] for v in values])
        return _joined(command, [move.point(0, v, relative=relative)[1] for v in values])
    if kind == "A":
        rx, ry, angle, large, sweep, x, y = values
        end = move.point(x, y, relative=relative)
        sweep = 1 - sweep if move.flip else sweep
        return _joined(command, [rx * move.scale, ry * move.scale, angle, large, sweep, *end])
    if kind not in _PAIRS:
        raise ValueError(f"unknown path command {command!r}")
    moved: list[float] = []
    for i in range(0, len(values), 2):
        moved.extend(move.point(values[i], values[i + 1], relative=relative))
    return _joined(command, moved)


def moved(d: str, move: Move) -> str:
    """The path `d` after `move`, coordinates rounded to a tenth.

    Raises:
        ValueError: the path has a command that is not known, or H/V in a turned path.
    """
    out = []
    for i, (command, values) in enumerate(_segments(d)):
        relative = command.islower() and i > 0
        name = command if i > 0 else command.upper()
        out.append(_moved_segment(name, values, move, relative))
    return "".join(out)


def _attributes(ink: str, width: float | None) -> str:
    return (f' class="{ink}"' if ink else "") + (
        f' stroke-width="{number(width)}"' if width is not None else ""
    )


def path(d: str, ink: str = "", width: float | None = None) -> str:
    """One path in the colour class `ink`."""
    return f'<path{_attributes(ink, width)} d="{d}"/>'


def lined(ink: str, d: str, width: float | None = None) -> str:
    """A filled shape with the ink line around it, whatever its colour class says of lines."""
    if ink in {"", "s", "hd", "w"}:
        return path(d, ink, width)
    line = f' stroke-width="{number(width)}"' if width is not None else ""
    return f'<g class="{ink}"><path stroke="currentColor"{line} d="{d}"/></g>'


def _drawn(shape: Shape, d: str) -> str:
    if shape.lined and shape.ink not in _STROKE_ONLY:
        return lined(shape.ink, d, shape.width)
    return path(d, shape.ink, shape.width)


def put(
    part: Part, x: float, y: float, scale: float = 1, *, flip: bool = False, turn: float = 0
) -> str:
    """The part with its origin at `x`, `y`."""
    move = Move(x, y, scale, flip, turn)
    return "".join(_drawn(shape, moved(shape.d, move)) for shape in part)


def many(
    part: Part, places: Iterable[Place], scale: float = 1, *, flip: bool = False, turn: float = 0
) -> str:
    """The part at several places, one path a shape: small, for crops, stones and drops."""
    moves = [Move(x, y, scale, flip, turn) for x, y in places]
    return "".join(_drawn(shape, "".join(moved(shape.d, m) for m in moves)) for shape in part)


def along(x0: float, x1: float, count: int, y: float = 0) -> tuple[Place, ...]:
    """`count` places at even steps from `x0` to `x1`, both ends included."""
    if count == 1:
        return ((x0, y),)
    step = (x1 - x0) / (count - 1)
    return tuple((x0 + i * step, y) for i in range(count))


def disc(x: float, y: float, r: float) -> str:
    """A full circle as a path, so that it can be moved with its part."""
    return (
        f"M{number(x - r)} {number(y)}"
        f"a{number(r)} {number(r)} 0 1 0 {number(2 * r)} 0"
        f"a{number(r)} {number(r)} 0 1 0 {number(-2 * r)} 0z"
    )


def limb(points: Sequence[Place], start: float, end: float) -> str:
    """The outline of an arm, leg, stem or sleeve along `points`, `start` wide, then `end` wide."""
    left: list[Place] = []
    right: list[Place] = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1
        half = (start + (end - start) * i / last) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    outline = left + right[::-1]
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in outline) + "z"
