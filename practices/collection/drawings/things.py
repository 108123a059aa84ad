"""Hands, tools, and what people build or carry."""

from collections.abc import Sequence

from practices.collection.drawings.compact import number
from practices.collection.drawings.svg import Part, Place, Shape, disc, many, path

# An arm from the left with the palm up, fingertips near 62 0.
PALM_UP: Part = (
    Shape(
        "hd",
        "M-76 22c20-3 34-8 50-8 14 0 26 2 40-1 10-2 20-8 30-8 9 0 16-4 22-5 6 0 6 6 1 8l-15 5"
        "c6 0 8 5 3 7-14 6-26 16-46 18-22 2-44 0-62 8z",
    ),
    Shape("", "M30 19c8-2 15-5 22-6M32 26c8-2 14-5 20-7", 1.5),
)
# A hand from above, fingers down, letting something fall.
DROP_HAND: Part = (
    Shape(
        "hd",
        "M30-40c-2 10-6 17-11 22 2 8-1 16-4 18-3 2-5 0-5-3-1 4-3 6-6 6-3-1-3-4-2-7-2 3-4 4-6 3"
        "-3-2-1-6 1-9-3 2-6 0-5-3 2-8 7-16 13-20 2-4 4-8 5-14z",
    ),
    Shape("", "M10-3c0-5 1-9 3-12M2-4c1-5 3-9 6-13M-3-10c2-4 4-7 7-10", 1.5),
)
# An open hand seen from the front: one span wide.
SPAN: Part = (
    Shape(
        "hd",
        "M-6 16c-1-8-6-12-13-17-3-3 0-6 3-5l9 5-5-16c-1-4 4-6 5-2l5 13-1-19c0-4 5-4 6 0l2 18"
        " 3-17c1-4 6-3 5 1l-2 18 5-11c2-3 6-1 5 2-3 9-4 19-9 26v4z",
    ),
)
FOOT: Part = (Shape("hd", "M-16 0c-1-3 0-6 4-7l8-2 1-14h9v14c1 4 0 9-3 9z"),)
HOE: Part = (
    Shape("", "M0 0L-30-36", 3),
    Shape("k", "M-2-3c5 0 8 3 7 11-4-3-8-5-10-7z"),
)
SPADE: Part = (
    Shape("", "M0-14V-52M-5-52h10", 3),
    Shape("s", "M-6-15h12v10c0 5-3 8-6 11-3-3-6-6-6-11z"),
)
SICKLE: Part = (
    Shape("", "M-12 10L-4 2", 4),
    Shape("", "M-4 2c10-4 14-14 6-22 10 6 10 20-4 24z", 2),
)
MACHETE: Part = (
    Shape("", "M-14 14l6-6", 4),
    Shape("s", "M-9 5l22-24c3 5 1 10-2 13L-6 9z"),
)
BUCKET: Part = (
    Shape("", "M-9-16c1-12 17-12 18 0", 1.5),
    Shape("s", "M-10-16h20l-2 16h-16z"),
)
BASKET: Part = (
    Shape("y", "M-13-13H13L10 0H-10z", lined=True),
    Shape("", "M-12-8H12M-11-4H11", 1.2),
)
FULL_BASKET: Part = (Shape("dk", "M-12-13c4-9 20-9 24 0z", lined=True), *BASKET)
SACK: Part = (
    Shape("s", "M-9 0c-4-8-3-15 3-20h12c6 5 7 12 3 20zM-5-20c-2-2-3-3-3-5h16c0 2-1 3-3 5"),
)
A_FRAME: Part = (
    Shape("", "M0-40L-18 0M0-40L18 0M-11-16H11", 3),
    Shape("", "M0-40V-14", 1.5),
    Shape("k", disc(0, -12, 2.6)),
)
PLOUGH: Part = (
    Shape("", "M-18-22L2 0M-4-7L26-14", 3),
    Shape("k", "M-2-5l12 5H0z"),
)
SEEDER: Part = (
    Shape("", "M-24-26L-8-10", 3),
    Shape("s", "M-8-12H6v8H-8z" + disc(9, -5, 5) + disc(-9, -3, 3)),
)
STAKE: Part = (Shape("", "M0 2V-18", 3),)
ROPE_STAKES: Part = (
    Shape("", "M-30 2V-16M30 2V-16", 3),
    Shape("cl", "M-30-11c20 3 40 3 60 0", 1.5),
)
FENCE: Part = (
    Shape("", "M-24 2V-18M0 2V-18M24 2V-18", 3),
    Shape("", "M-24-13H24M-24-6H24", 1.5),
)
HOUSE: Part = (
    Shape("e1", "M-14-20H14V0H-14z", lined=True),
    Shape("e2", "M-20-19L0-36 20-19z", lined=True),
    Shape("dk", "M-4-11H4V0H-4z"),
)
HUT: Part = (
    Shape("e1", "M-12-16H12V0H-12z", lined=True),
    Shape("y", "M-18-14C-10-20-4-27 0-35 4-27 10-20 18-14z", lined=True),
    Shape("dk", "M-4-10c0-3 8-3 8 0V0h-8z"),
)
COMPOST: Part = (
    Shape("dk", "M-34 0C-28-16-16-26 0-26S28-16 34 0z", lined=True),
    Shape("g", "M-29-9C-20-15 20-15 29-9l-3-4C18-18-18-18-26-13z"),
    Shape("lt", "M-21-18c12-4 30-4 42 0M-12-23c8-2 16-2 24 0", 3),
)
KILN: Part = (
    Shape("s", "M-16 0c-3-8-3-20 0-30h32c3 10 3 22 0 30z"),
    Shape("", "M-17-20h34M-17-10h34", 1.5),
)
FLAME: Part = (
    Shape("e2", "M-10 0c-6-8 0-13 1-20 5 3 6 7 6 10 3-2 4-5 4-9 7 6 8 13 3 19z", 1.5, lined=True),
    Shape("y", "M-5 0c-3-4 0-7 2-11 3 3 3 5 3 7 3 1 3 3 1 4z"),
)
CHAR: Part = (
    Shape(
        "dk",
        "M-6 0l-2-5 4-4 6 1 2 5-3 3zM4 0l1-5 5-1 2 4-3 2zM-3-8l2-5 5 0 1 4-4 2z",
        1.2,
        lined=True,
    ),
)
POT: Part = (Shape("e2", "M-9 0c-6-6-5-14 1-17l-2-5h20l-2 5c6 3 7 11 1 17z", lined=True),)
SEEDS: Part = (Shape("y", "M0-4c3 2 3 6 0 8-3-2-3-6 0-8z", 1.2, lined=True),)
GRAIN: Part = (Shape("s", disc(0, 0, 1.6), 1.2),)
TICK: Part = (Shape("l", "M-8 0l6 7L9-8", 4),)
CROSS: Part = (Shape("cl", "M-8-8L8 8M8-8L-8 8", 4),)


def arrow(x: float, y: float, dx: float, dy: float, ink: str = "", width: float = 2.5) -> str:
    """A straight arrow from `x`, `y` by `dx`, `dy`."""
    length = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / length * 6, dy / length * 6
    ax, ay = -ux - uy * 0.75, -uy + ux * 0.75
    bx, by = -ux + uy * 0.75, -uy - ux * 0.75
    tip = f"{number(x + dx)} {number(y + dy)}"
    return path(
        f"M{number(x)} {number(y)}L{tip}"
        f"M{number(x + dx + ax)} {number(y + dy + ay)}L{tip}"
        f"L{number(x + dx + bx)} {number(y + dy + by)}",
        ink,
        width,
    )


def width_mark(x0: float, x1: float, y: float) -> str:
    """A measure lying between two ends."""
    a, b = number(x0), number(x1)
    return path(f"M{a} {number(y - 4)}v8M{b} {number(y - 4)}v8M{a} {number(y)}H{b}", "", 1.5)


def depth_mark(x: float, y0: float, y1: float) -> str:
    """A measure standing between two heights."""
    a, b = number(y0), number(y1)
    return path(f"M{number(x - 4)} {a}h8M{number(x - 4)} {b}h8M{number(x)} {a}V{b}", "", 1.5)


def steps_mark(x: float, y: float, count: int, stride: float = 14) -> str:
    """Footprints in a line: so many steps apart."""
    prints = "".join(
        f"M{number(x + i * stride)} {number(y + (-2 if i % 2 else 2))}h5" for i in range(count)
    )
    return path(prints, "cl", 4)


def dots(places: Sequence[Place], ink: str = "", width: float = 3.5) -> str:
    """Dots: sand, salt, seed, dust."""
    return path("".join(f"M{number(x)} {number(y)}h.1" for x, y in places), ink, width)


def seeds(places: Sequence[Place], scale: float = 1) -> str:
    """Falling or lying seeds."""
    return many(SEEDS, places, scale)
