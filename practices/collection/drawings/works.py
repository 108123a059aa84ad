"""Works on the land, seen from a little above: pits, half-moons, stone rows, ridges, paddies."""

from collections.abc import Sequence

from practices.collection.drawings.compact import number
from practices.collection.drawings.svg import Part, Place, Shape, disc, lined, many, path

PIT: Part = (
    Shape("e2", "M-15-1c3 12 27 12 30 0-7 5-23 5-30 0z", 1.5, lined=True),
    Shape("dk", "M-11-3c0-6 22-6 22 0s-22 6-22 0z", 1.5, lined=True),
)
HALF_MOON: Part = (
    Shape("dk", "M-19-4c2 15 36 15 38 0z"),
    Shape("e2", "M-25-4c1 27 49 27 50 0l-6-1c-3 17-35 17-38 0z", 1.5, lined=True),
)
HALF_MOON_WATER: Part = (
    Shape("w", "M-18-1c4 11 32 11 36 0z", 1.5),
    Shape("e2", "M-25-4c1 27 49 27 50 0l-6-1c-3 17-35 17-38 0z", 1.5, lined=True),
)
TRACTOR: Part = (
    Shape("e2", "M-14-12v-18h16l4 10h18v12z", lined=True),
    Shape("s", "M-10-27h10l3 7h-13z", 1.5),
    Shape("dk", disc(-10, -9, 9) + disc(20, -6, 6), lined=True),
    Shape("y", disc(-10, -9, 3) + disc(20, -6, 2)),
    Shape("", "M16-20v-8"),
)
DRILL: Part = (
    Shape("s", "M-16-24h24l-4 10h-16z"),
    Shape("", "M-12-14l-4 14M-4-14l-4 14M4-14l-4 14M8-16l12 4", 2),
)
BARROW: Part = (
    Shape("dk", "M-12-14c3-9 18-9 22 0z", lined=True),
    Shape("s", "M-15-14h28l-5 9h-16z"),
    Shape("", "M-14-12l-16-4M-6-5l-3 5", 2.5),
    Shape("s", disc(11, -4, 4)),
)
FORK: Part = (Shape("", "M0 0V-34M-5 8V0h10v8M0 0v9", 2.5),)
STICK: Part = (Shape("", "M0 4V-44", 3.5),)
TUBE: Part = (
    Shape("s", "M-7-12h14v48h-14z"),
    Shape(
        "",
        "M-7-12c0-4 14-4 14 0M-3 8h.1M3 8h.1M-3 16h.1M3 16h.1M-3 24h.1M3 24h.1M-3 32h.1M3 32h.1",
        2.2,
    ),
)
GATE: Part = (
    Shape("s", "M-10-22h20V6h-20z"),
    Shape("", "M-13 6V-28M13 6V-28M-13-28h26M0-28v-8M-4-36h8", 2.5),
)
MOUNTAIN: Part = (
    Shape("m", "M-44 0L-8-40 8-24l8-8L48 0z", lined=True),
    Shape("s", "M-17-30l9-10 9 9-5 3-4-3-5 4z", 1.5),
)
BIRD: Part = (Shape("", "M-7-2c3-3 6-2 7 2 1-4 4-5 7-2", 1.8),)
WORMS: Part = (Shape("hd", "M-8 1c3-5 6 1 9-2s7-1 7 1-4 0-6 2-7 4-10-1z", 1.2),)
DAM_BOARD: Part = (
    Shape("e1", "M-4-30h8V16h-8z", lined=True),
    Shape("", "M-4-18h8M-4-6h8M-4 6h8", 1.3),
)
FLOWER: Part = (Shape("s", disc(0, 0, 2.8), 1.3),)
NODULE: Part = (Shape("s", disc(0, 0, 1.9), 1.1),)
COPPICE: Part = (
    Shape("", "M0 0V-14M0-6l-7-12M0-6l7-12M0-14v-8", 2.5),
    Shape(
        "g",
        "M-15-20c-6-5-2-13 4-12-1-9 8-12 12-6 5-5 13-1 11 6 6 0 8 9 2 12-9 5-21 5-29 0z",
        lined=True,
    ),
)
LEAF_LITTER: Part = (Shape("g", "M-8 0c3-6 9-6 11-1-3 3-8 3-11 1zM3 1c2-5 7-5 9-1-3 2-6 2-9 1z"),)
CART: Part = (
    Shape("s", "M-16-18c-2-6 5-9 9-6 3-6 11-5 12 0 5-2 10 1 9 6z"),
    Shape("y", "M-18-18h36l-3 10h-30z", lined=True),
    Shape("s", disc(-2, -6, 6)),
    Shape("", "M16-12l18-3M-2-6h.1", 2.5),
)
PEGS: Part = (Shape("", "M-40 2v-10M0 2v-10M40 2v-10", 2.5), Shape("cl", "M-40-7h80", 1.4))
POST: Part = (Shape("", "M0 4V-22", 2.5),)


def stone_row(places: Sequence[Place]) -> str:
    """A row of stones laid side by side."""
    small = (Shape("s", "M-5 0c-2-4 1-7 4-7 4-1 7 2 6 7z", 1.6),)
    return many(small, places)


def fence_line(x0: float, x1: float, y: float, posts: int = 5, height: float = 16) -> str:
    """A light fence along the ground."""
    step = (x1 - x0) / (posts - 1)
    stand = "".join(
        f"M{number(x0 + i * step)} {number(y + 2)}v{number(-height - 2)}" for i in range(posts)
    )
    wires = "".join(f"M{number(x0)} {number(y - up)}H{number(x1)}" for up in (height - 3, 5))
    return path(stand, "", 2.5) + path(wires, "", 1.3)


def wind(x: float, y: float, length: float = 50, ink: str = "") -> str:
    """A gust that curls at its end."""
    return path(f"M{number(x)} {number(y)}h{number(length)}c11 0 11-14 1-14-6 0-8 5-5 8", ink, 2.2)


def bank(x: float, y: float, width: float, height: float, ink: str = "e2") -> str:
    """An earth bank across the picture's ground."""
    half = width / 2
    d = (
        f"M{number(x - half)} {number(y)}c{number(half * 0.5)} 0 {number(half * 0.55)}"
        f" {number(-height)} {number(half)} {number(-height)}s{number(half * 0.5)}"
        f" {number(height)} {number(half)} {number(height)}z"
    )
    return lined(ink, d)


def level_line() -> str:
    """A hillside seen from below, and a level line across it marked with an A-frame and pegs."""
    pegs = (Shape("", "M0 3v-12", 3),)
    hillside = (
        path("M0 46C40 30 120 30 160 46V108H0z", "e1")
        + path("M0 108H160V120H0z", "e2")
        + path("M0 46C40 30 120 30 160 46M0 108H160")
        + path("M0 60c40-12 120-12 160 0M0 98c40-8 120-8 160 0", "cl", 1.4)
    )
    line = path("M6 80c44-5 104-5 148 0", "", 1.6)
    return hillside + line + many(pegs, [(18, 79), (44, 77), (104, 76), (130, 78)])
