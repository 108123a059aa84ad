"""Paths and parts: the few pure functions every drawing is made with.

A part is a tuple of shapes around its own origin (0 0 is where it stands on the ground; up is
negative). `put` places it by moving the coordinates themselves, so that a line stays 2 px wide at
every size. Colours are class names; the page's tokens, or the sheet's own style, say what they are.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from practices.collection.drawings.compact import compact, number, segments

_STROKE_ONLY = frozenset({"", "l", "lt", "cl", "wl"})
_OWN_LINE = frozenset({"s", "hd", "w"})  # filled colours that carry a line of themselves

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: its colour class, its line, and how it is drawn."""

    ink: str  # class of the drawing's palette; "" is the plain ink line
    d: str
    width: float | None = None  # stroke width, px; None is the 2 px of the drawing
    lined: bool = False  # a flat colour that carries the ink line too


Part = tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Where a part goes: mirror, scale, turn (degrees, clockwise), then shift."""

    x: float = 0
    y: float = 0
    scale: float = 1
    flip: bool = False
    turn: float = 0

    def vector(self, x: float, y: float) -> Place:
        """A direction after mirror, scale and turn."""
        x, y = (-x if self.flip else x) * self.scale, y * self.scale
        if not self.turn:
            return x, y
        angle = math.radians(self.turn)
        return (
            x * math.cos(angle) - y * math.sin(angle),
            x * math.sin(angle) + y * math.cos(angle),
        )


def _moved_values(command: str, values: Sequence[float], move: Move) -> tuple[str, list[float]]:
    kind, relative = command.upper(), command.islower()
    shift = (0.0, 0.0) if relative else (move.x, move.y)
    if kind in "HV":
        if move.turn and not relative:
            raise ValueError(f"{command} cannot be turned; write l in a turned part")
        vector = move.vector(*((values[0], 0) if kind == "H" else (0, values[0])))
        if move.turn:
            return "l", [*vector]
        axis = "HV".index(kind)
        return command, [vector[axis] + shift[axis]]
    if kind == "A":
        sweep = 1 - values[4] if move.flip else values[4]
        x, y = move.vector(values[5], values[6])
        radii = [values[0] * move.scale, values[1] * move.scale]
        return command, [*radii, values[2], values[3], sweep, x + shift[0], y + shift[1]]
    moved_values: list[float] = []
    for i in range(0, len(values), 2):
        x, y = move.vector(values[i], values[i + 1])
        moved_values += [x + shift[0], y + shift[1]]
    return command, moved_values


def moved(d: str, move: Move) -> str:
    """The path `d` after `move`.

    Raises:
        ValueError: the path has a command that is not known, or an absolute H/V in a turned path.
    """
    out = []
    for i, (command, values) in enumerate(segments(d)):
        name, numbers = _moved_values(command if i else command.upper(), values, move)
        out.append(name + " ".join(f"{n:.3f}" for n in numbers))
    return "".join(out)


def path(d: str, ink: str = "", width: float | None = None) -> str:
    """One path in the colour class `ink`."""
    colour = f' class="{ink}"' if ink else ""
    line = f' stroke-width="{number(width)}"' if width is not None else ""
    return f'<path{colour}{line} d="{compact(d)}"/>'


def dashed(d: str, gap: str = "3 5", width: float = 1.6) -> str:
    """A dashed ink line: what is only meant, or measured."""
    return path(d, "", width).replace("<path", f'<path stroke-dasharray="{gap}"', 1)


def lined(ink: str, d: str, width: float | None = None) -> str:
    """A filled shape with the ink line around it, whatever its colour class says of lines."""
    if ink in _STROKE_ONLY or ink in _OWN_LINE:
        return path(d, ink, width)
    line = f' stroke-width="{number(width)}"' if width is not None else ""
    return f'<g class="{ink}"><path stroke="currentColor"{line} d="{compact(d)}"/></g>'


def _drawn(shape: Shape, d: str) -> str:
    draw = lined if shape.lined else _flat
    return draw(shape.ink, d, shape.width)


def _flat(ink: str, d: str, width: float | None) -> str:
    return path(d, ink, width)


def put(
    part: Part, x: float, y: float, scale: float = 1, *, flip: bool = False, turn: float = 0
) -> str:
    """The part with its origin at `x`, `y`."""
    move = Move(x, y, scale, flip, turn)
    return "".join(_drawn(shape, moved(shape.d, move)) for shape in part)


def many(part: Part, places: Iterable[Place], scale: float = 1, *, flip: bool = False) -> str:
    """The part at several places, one path a shape: small, for crops, stones and drops."""
    moves = [Move(x, y, scale, flip) for x, y in places]
    return "".join(_drawn(shape, "".join(moved(shape.d, m) for m in moves)) for shape in part)


def along(x0: float, x1: float, count: int, y: float = 0) -> tuple[Place, ...]:
    """`count` places (2 or more) at even steps from `x0` to `x1`, both ends included."""
    step = (x1 - x0) / (count - 1)
    return tuple((x0 + i * step, y) for i in range(count))


def disc(x: float, y: float, r: float) -> str:
    """A circle as a path, so that it can be moved with its part; one arc that nearly closes."""
    return f"M{x} {y - r}a{r} {r} 0 1 0 .2 0z"


def limb(points: Sequence[Place], start: float, end: float) -> str:
    """The outline of an arm, leg or stem along `points`, `start` wide, then `end` wide."""
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
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in outline) + "z"
