"""Khadin: a long earth bund below a stony hill; crops on the soil the water has left."""

from practices.collection.drawings import kit as k

_TOP = "M0 36L40 80H118l12-24h8l14 30 8 2"


def _valley(top: str = _TOP) -> str:
    return (
        k.path(top + "V120H0z", "e1")
        + k.path("M0 36L40 80h-9L0 62z", "e3")
        + k.path("M0 98c26-4 44 3 74 0s58-3 86 1V120H0z", "e2")
        + k.path(top)
    )


MAIN = (
    k.sun(136, 18)
    + _valley()
    + k.path("M84 80H118l7-13c-14 0-30 6-41 13z", "w")
    + k.stones([(5, 42), (16, 54), (27, 66)], 0.7)
    + k.path("M14 42l8 9M24 56l8 9", "wl", 3)
    + k.person(46, 80, k.PLANT, k.WOMAN_SARI, 0.85)
    + k.person(96, 78, k.PLANT, k.MAN_TURBAN, 0.85, flip=True)
)
STEPS = (
    k.rain_cloud(34, 14, 0.75)
    + _valley("M0 36L40 80H160")
    + k.stones([(5, 42), (16, 54), (27, 66)], 0.8)
    + k.path("M14 42l8 9M24 56l8 9M38 74h14", "wl", 3)
    + k.person(100, 80, k.SHOW, k.MAN_TURBAN, 0.95, flip=True)
    + k.crops(k.SEEDLING, [64, 130, 146], 80, 0.9),
    k.slope(60, 86)
    + k.person(42, 67, k.SHOW, k.WOMAN_SARI, 0.95)
    + k.person(76, 73, k.STAND, k.MAN_TURBAN, 0.95, flip=True)
    + k.put(k.GOAT, 124, 80, 0.9),
    _valley("M0 36L40 80H98c4-22 34-22 40 0h22")
    + k.stones([(96, 82), (140, 82)], 0.8)
    + k.person(78, 80, k.DIG, k.WOMAN_SARI, 0.95, held="M6-26L32-12")
    + k.person(146, 80, k.DIG, k.MAN_TURBAN, 0.8, flip=True),
    k.water("M-2 36H162v20H-2z")
    + k.path("M0 50H64l6 18H96l6-18H160V120H0z", "e1")
    + k.path("M0 98H160V120H0z", "e2")
    + k.path("M0 50H64l6 18H96l6-18H160")
    + k.stone_row([(72, 70), (80, 70), (88, 70), (95, 70)])
    + k.path("M76 58c2 10 4 18 4 36M88 58c-1 10-2 20 0 36", "wl", 3)
    + k.put(k.GATE, 134, 84, 0.9)
    + k.path("M134 92v14m-6-6 6 6 6-6", "wl", 3),
    k.rain_cloud(66, 14, 0.8)
    + _valley()
    + k.water("M32 70H123l-5 10H40z")
    + k.ripples([(54, 75), (94, 75)], 5)
    + k.arrow(60, 84, 0, 18, "wl", 3)
    + k.arrow(80, 84, 0, 18, "wl", 3)
    + k.arrow(100, 84, 0, 18, "wl", 3),
    k.sun(20, 16, 8)
    + _valley()
    + k.path("M104 80h14l5-9c-8 1-14 4-19 9z", "w", 1.6)
    + k.crops(k.LEGUME, [46, 58], 80, 0.7)
    + k.person(68, 80, k.PLANT, k.WOMAN_SARI, 0.85)
    + k.seeds([(92, 84), (98, 84)], 0.8),
)
