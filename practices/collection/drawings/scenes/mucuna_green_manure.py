"""Mucuna: a vine that covers the field, smothers weeds and is cut as green manure."""

from practices.collection.drawings import kit as k

_LEAF: k.Part = (
    k.Shape(
        "g",
        "M0 0q0-11-10-11-1 10 10 11zM0 0q11-1 10-11-10 0-10 11zM0-2q-8-8 0-15 8 7 0 15z",
        1.4,
        lined=True,
    ),
)
_STALK = "M{x} 90V{top}M{x} {a}l9-7M{x} {b}l-8-6"


def _stalks(places: list[tuple[int, int]]) -> str:
    d = "".join(_STALK.format(x=x, top=top, a=top + 16, b=top + 26) for x, top in places)
    return k.path(d, "lt", 3.5)


def _carpet(xs: list[float], y: float = 90, scale: float = 1.5) -> str:
    return k.many(_LEAF, [(x, y) for x in xs], scale)


MAIN = (
    k.sun(138, 18)
    + k.thin_ground(90)
    + _stalks([(14, 40), (94, 42), (146, 38)])
    + _carpet([26, 80, 106, 130, 152])
    + k.person(30, 90, k.DIG, k.WOMAN, 1.05)
    + k.path("M44 46L64 92", "", 3.5)
    + k.seeds([(66, 95)])
    + _carpet([8, 92, 118, 142], 92, 1.2)
)
STEPS = (
    k.ground(88)
    + k.crops(k.MAIZE, [18, 44], 88, 0.6)
    + k.many(k.WEED, [(32, 88), (58, 88)], 0.7)
    + k.person(92, 88, k.SHOW, k.WOMAN, 1.05, flip=True)
    + k.put(k.POT, 134, 88, 1)
    + k.seeds([(128, 64), (134, 61), (140, 64)], 1.2),
    k.ground(88)
    + k.crops(k.MAIZE, [20, 66, 146], 88, 1)
    + k.person(82, 88, k.PLANT, k.MAN, 1)
    + k.seeds([(42, 93), (47, 93), (108, 93), (113, 93)])
    + k.width_mark(44, 110, 104),
    k.thin_ground(90)
    + _stalks([(24, 38), (80, 40), (136, 38)])
    + k.path("M80 90c-8-8 8-14 0-24", "l", 2.5)
    + _carpet([12, 38, 64, 92, 118, 148])
    + k.arrow(84, 52, 18, 16, "cl", 3),
    k.thin_ground(90)
    + _carpet([12, 36, 60, 84])
    + k.put(k.COW, 128, 86, 0.8, flip=True)
    + k.put(k.CROSS, 126, 64, 1.3)
    + k.put(k.FLAME, 112, 36, 1)
    + k.put(k.CROSS, 112, 26, 1.3)
    + k.put(k.BASKET, 44, 60, 0.8),
    k.thin_ground(90)
    + _carpet([122, 148])
    + k.crops(k.LEAF_LITTER, [12, 30, 84, 100], 90, 1.4)
    + k.person(50, 90, k.DIG, k.MAN, 1.05)
    + k.put(k.MACHETE, 82, 66, 0.8)
    + k.crops(k.SEEDLING, [18, 36], 90, 1.2),
)
