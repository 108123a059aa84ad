"""Bench terraces: a steep hill cut into level steps with grassed walls."""

from practices.collection.drawings import kit as k

_STEPS = [(44, 36), (82, 58), (120, 80), (160, 100)]
_HILL = "M0 30L160 110"


def _hill(line: str, low: str) -> str:
    return k.path(line + "V120H0z", "e1") + k.path(low + "V120H0z", "e2") + k.path(line)


_CUT = "M0 40H34L44 76H108L120 104H160"
_ROUGH = "M0 30L34 47 44 76H108L120 98 160 116"
MAIN = (
    k.sun(138, 18)
    + k.terraces(_STEPS)
    + k.path("M44 36l3 22M82 58l3 22M120 80l3 20", "l", 6)
    + k.crops(k.MAIZE, [10, 26], 36, 0.65)
    + k.person(56, 58, k.DIG, k.WOMAN, 0.7, held="M6-26L28 0")
    + k.put(k.HEAP, 138, 100, 0.7)
    + k.person(92, 80, k.DIG, k.MAN, 0.7, held="M6-26L28 0")
    + k.crops(k.LEGUME, [150], 100, 0.7)
)
STEPS = (
    _hill("M0 30L70 65V98H98V79L160 110", "M0 62L70 92V98H98V104L160 130")
    + k.person(84, 98, k.STAND, k.WOMAN, 0.95)
    + k.put(k.TICK, 134, 60, 1.4),
    k.level_line()
    + k.put(k.A_FRAME, 80, 77, 1)
    + k.depth_mark(36, 78, 98)
    + k.path("M148 44c-4 20 2 40 0 64", "wl", 4)
    + k.crops(k.GRASS, [142, 155], 100, 0.7)
    + k.person(18, 80, k.SHOW, k.MAN, 0.85),
    k.path("M0 30L160 110V120H0z", "e1")
    + k.path("M0 30L160 110v9L0 39z", "dk")
    + k.path("M62 61L126 93v9L62 70z", "e1")
    + k.path(_HILL)
    + k.put(k.HEAP, 144, 101, 1.1)
    + k.person(78, 76, k.DIG, k.WOMAN, 0.95, held="M6-26L32 4")
    + k.put(k.SPAN, 30, 22, 0.5)
    + k.depth_mark(48, 55, 64),
    _hill(_CUT, "M0 66L160 128")
    + k.dashed("M34 44L118 102", "6 5", 2)
    + k.person(62, 76, k.DIG, k.MAN, 0.9, flip=True, held="M6-26L28-4")
    + k.arrow(74, 64, 28, 0, "cl", 3.5)
    + k.clods([(88, 70), (96, 72), (102, 70)])
    + k.path("M44 76q4 8 8 0", "wl", 3),
    _hill(_CUT, "M0 66L160 128")
    + k.path("M46 76H108l4 8H48z", "dk")
    + k.person(78, 76, k.HOLD, k.WOMAN_GREEN, 0.9)
    + k.put(k.FULL_BASKET, 100, 74, 0.7)
    + k.dots(((54, 70), (60, 66), (64, 72)), "", 3),
    _hill(_CUT, "M0 66L160 128")
    + k.path("M46 76H108l4 8H48z", "dk")
    + k.path("M35 42l8 30M109 78l9 22", "l", 6)
    + k.crops(k.SEEDLING, [62, 76, 90], 76, 0.9)
    + k.put(k.DROP_HAND, 130, 76, 0.7)
    + k.crops(k.GRASS, [122], 104, 0.9)
    + k.put(k.COW, 92, 46, 0.6, flip=True)
    + k.put(k.CROSS, 92, 36, 1.1),
)
