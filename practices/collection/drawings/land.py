"""Sky and ground: every drawing stands on soil, and the soil shows its three layers."""

from collections.abc import Sequence

from practices.collection.drawings.compact import number
from practices.collection.drawings.svg import (
    Part,
    Place,
    Shape,
    disc,
    lined,
    many,
    path,
    put,
)

WIDTH, HEIGHT = 160, 120

CLOUD: Part = (Shape("s", "M-17 8c-9 0-9-12 0-12 1-9 14-12 19-4 7-4 14 2 12 8 6 1 6 8-1 8z"),)
CRACK: Part = (Shape("", "M0 0l3 5-5 4 4 7"),)
DROP_BIG: Part = (Shape("w", "M0-12c6 8 8 12 8 16a8 8 0 0 1-16 0c0-4 2-8 8-16z"),)
DROP: Part = (Shape("wl", "M0 0l-3 8"),)


def sun(x: float = 134, y: float = 22, r: float = 9) -> str:
    """The sun."""
    return f'<circle class="y" cx="{number(x)}" cy="{number(y)}" r="{number(r)}"/>'


def hot_sun(x: float = 134, y: float = 22) -> str:
    """A sun with rays, for heat and drying."""
    rays = (Shape("lt", "M-18 0h-4M18 0h4M0 18v4M-13 13l-3 3M13 13l3 3", 2.5),)
    return sun(x, y, 11) + put(rays, x, y)


def cloud(x: float, y: float, scale: float = 1) -> str:
    """One cloud, its middle at `x`, `y`."""
    return put(CLOUD, x, y, scale)


def rain(x0: float, x1: float, y: float, rows: int = 2, step: float = 14) -> str:
    """Slanting drops between `x0` and `x1`, `rows` of them from `y` down."""
    places: list[Place] = []
    for row in range(rows):
        x = x0 + (row % 2) * step / 2
        while x <= x1:
            places.append((x, y + row * 13))
            x += step
    return many(DROP, places)


def rain_cloud(x: float, y: float = 18, scale: float = 1, rows: int = 2) -> str:
    """A cloud that rains."""
    return cloud(x, y, scale) + rain(x - 14 * scale, x + 16 * scale, y + 14 * scale, rows)


def hills(y: float, *, green: bool = True) -> str:
    """Far land behind the field, from `y` down."""
    far = f"M0 {y}c30-10 52-9 84-2s52 4 76-5V120H0z"
    near = f"M0 {y + 8}c34-6 58-2 88 2s48-1 72-5V120H0z"
    return path(far, "m") + (path(near, "g") if green else "")


def ground(y: float, outline: str = "", *, line: bool = True) -> str:
    """Flat ground at `y` with three layers; `outline` goes from `0 y` to `160 y` if it is not flat.

    `outline` holds path commands after the first point, as `pits` and `ridges` give them.
    """
    top = f"M0 {number(y)}{outline or 'H160'}"
    layers = (
        path(f"{top}V120H0z", "e1")
        + path(f"M0 {number(y + 18)}c26-4 44 3 74 0s58-3 86 1V120H0z", "e2")
        + path(f"M0 {number(y + 30)}c32-3 58 3 90 0s48-2 70 1V120H0z", "e3")
    )
    return layers + (path(top) if line else "")


def thin_ground(y: float, outline: str = "", *, top: str = "dk") -> str:
    """Ground whose uppermost hand's breadth is of the colour `top`: dark living soil, or sand."""
    first = f"M0 {number(y)}{outline or 'H160'}"
    return (
        path(f"{first}V120H0z", top)
        + path(f"M0 {number(y + 10)}c30-3 50 2 80 0s56-2 80 1V120H0z", "e1")
        + path(f"M0 {number(y + 22)}c26-4 44 3 74 0s58-3 86 1V120H0z", "e2")
        + path(f"M0 {number(y + 33)}c32-3 58 3 90 0s48-2 70 1V120H0z", "e3")
        + path(first)
    )


def pits(centres: Sequence[float], width: float = 24, depth: float = 12) -> str:
    """The outline of ground with round pits at `centres`."""
    half, drop = number(width / 2), depth * 4 / 3
    bowl = f"c1 {number(drop)} {number(width - 1)} {number(drop)} {number(width)} 0"
    return "".join(f"H{number(x - float(half))}{bowl}" for x in centres) + "H160"


def ridges(centres: Sequence[float], width: float = 24, height: float = 8) -> str:
    """The outline of ground with ridges at `centres`."""
    return pits(centres, width, -height)


def slope(y0: float, y1: float) -> str:
    """A hillside from `0 y0` to `160 y1` with its layers."""
    top = f"M0 {number(y0)}L160 {number(y1)}"
    return (
        path(f"{top}V120H0z", "e1")
        + path(f"M0 {number(y0 + 18)}L160 {number(y1 + 14)}V120H0z", "e2")
        + path(f"M0 {number(y0 + 34)}L160 {number(y1 + 25)}V120H0z", "e3")
        + path(top)
    )


def on_slope(y0: float, y1: float, x: float) -> float:
    """The height of the hillside `slope(y0, y1)` at `x`."""
    return y0 + (y1 - y0) * x / WIDTH


def field(y: float, cut: float = 98, *, soil: str = "e1") -> str:
    """A field seen from a little above, horizon at `y`; its soil is cut open at `cut`."""
    return (
        path(f"M0 {number(y)}c40-4 110-4 160 0V{number(cut)}H0z", soil)
        + path(f"M0 {number(cut)}H160V120H0z", "e2")
        + path(f"M0 {number(cut + 11)}c30-3 54 2 84 0s50-2 76 1V120H0z", "e3")
        + path(f"M0 {number(y)}c40-4 110-4 160 0M0 {number(cut)}H160")
    )


def cracks(xs: Sequence[float], y: float, length: float = 16) -> str:
    """Dry cracks down from the surface, leaning to either side in turn."""
    places = [(x, y) for x in xs]
    scale = length / 16
    return many(CRACK, places[::2], scale) + many(CRACK, places[1::2], scale, flip=True)


def water(d: str) -> str:
    """A sheet of water with its blue edge."""
    return path(d, "w")


def ripples(places: Sequence[Place], size: float = 6) -> str:
    """Small waves on water."""
    wave = number(size / 2)
    return path(
        "".join(
            f"M{number(x)} {number(y)}q{wave}-3 {number(size)} 0t{number(size)} 0"
            for x, y in places
        ),
        "wl",
        1.5,
    )


STONE: Part = (Shape("s", "M-7 0c-2-5 1-9 5-9 5-1 9 3 8 9z"),)
BIG_STONE: Part = (Shape("s", "M-11 0c-2-7 2-12 8-12 8-2 14 4 13 12z"),)


PEBBLE: Part = (Shape("s", "M-7 1c-1-5 3-8 7-7 5 0 8 3 7 7-1 4-4 5-8 4-3 0-6-1-6-4z"),)


def pebbles(places: Sequence[Place], scale: float = 1) -> str:
    """Stones inside the soil."""
    return many(PEBBLE, places, scale)


def stones(places: Sequence[Place], scale: float = 1) -> str:
    """Stones lying on the ground."""
    return many(STONE, places, scale)


MULCH: Part = (
    Shape("lt", "M-11 0l10-5M-8-5l9 4M-1 0l11-4", 3),
    Shape("", "M-11 0l10-5M-8-5l9 4", 1.2),
)


def mulch(xs: Sequence[float], y: float) -> str:
    """Straw and stalks lying on the soil."""
    return many(MULCH, [(x, y - 1 - 2 * (i % 2)) for i, x in enumerate(xs)])


HEAP: Part = (Shape("dk", "M-13 0c4-11 20-11 26 0z", lined=True),)
EARTH_HEAP: Part = (Shape("e2", "M-13 0c4-11 20-11 26 0z", lined=True),)


def terraces(steps: Sequence[Place], riser: float = 3) -> str:
    """Level steps down a hillside; each place is where a step ends and how high it lies."""
    x0, d = 0.0, ""
    for i, (x, y) in enumerate(steps):
        d += f"M{number(x0)} {number(y)}" if i == 0 else f"L{number(x0)} {number(y)}"
        d += f"H{number(x)}"
        x0 = x + riser
    low = "".join(
        (f"M0 {number(y + 20)}" if i == 0 else f"V{number(y + 20)}") + f"H{number(x - 8)}"
        for i, (x, y) in enumerate(steps[:-1])
    )
    last = steps[-1][1]
    return (
        path(f"{d}V120H0z", "e1")
        + path(f"{low}V{number(last + 16)}H160V120H0z", "e2")
        + path("M0 112c30-3 54 2 84 0s50-2 76 1V120H0z", "e3")
        + path(d)
    )


def clods(places: Sequence[Place]) -> str:
    """Crumbs of soil, drawn as dots."""
    return path("".join(f"M{number(x)} {number(y)}h.1" for x, y in places), "", 3.5)


def ball(x: float, y: float, r: float, ink: str = "e2") -> str:
    """A ball of earth."""
    return lined(ink, disc(x, y, r))
