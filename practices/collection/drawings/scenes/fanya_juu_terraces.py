"""Fanya juu: soil thrown uphill makes banks; grass on the bank, a trench below."""

from practices.collection.drawings import kit as k

_TOP = "M0 42L22 44c3-13 16-13 19 0h4v20h16V56L104 70c3-13 16-13 19 0h4v20h16V82L160 88"
_ONE = "M0 50L44 62c4-20 28-20 32 0h8V92h26V80L160 94"


def _bank(line: str) -> str:
    return (
        k.path(line + "V120H0z", "e1")
        + k.path("M0 76L70 96v6h46L160 112v8H0z", "e2")
        + k.path(line)
    )


MAIN = (
    k.sun(140, 16, 8)
    + k.path(_TOP + "V120H0z", "e1")
    + k.path("M0 66L36 74H66L112 98h36l12 4V120H0z", "e2")
    + k.path("M0 94l60 8 60 12 40 2v4H0z", "e3")
    + k.path(_TOP)
    + k.crops(k.GRASS, [27, 35], 35, 1)
    + k.crops(k.GRASS, [109, 117], 61, 1)
    + k.crops(k.MAIZE, [78, 92], 65, 0.7)
    + k.person(57, 64, k.DIG, k.WOMAN, 0.8, flip=True, held="M-4-22L24-34")
    + k.person(139, 90, k.DIG, k.MAN, 0.8, flip=True, held="M-4-22L24-34")
    + k.clods([(31, 22), (38, 24), (26, 18), (113, 48), (120, 50), (108, 44)])
)
STEPS = (
    k.level_line()
    + k.put(k.A_FRAME, 74, 77, 1.1)
    + k.person(138, 78, k.STAND, k.MAN, 0.95, flip=True),
    k.path("M0 58L56 68V104H104V78L160 90V120H0z", "e1")
    + k.path("M0 84L56 92V104H104V100L160 108V120H0z", "e2")
    + k.path("M0 58L56 68V104H104V78L160 90")
    + k.person(80, 104, k.DIG, k.MAN, 1, held="M6-28L24-2")
    + k.width_mark(56, 104, 112)
    + k.depth_mark(46, 68, 104),
    _bank(_ONE)
    + k.person(98, 92, k.DIG, k.WOMAN, 1.05, flip=True, held="M-6-20L32-40")
    + k.clods([(60, 30), (54, 36), (66, 34), (48, 30), (58, 40)])
    + k.path("M72 22c-8-8-18-8-24 0m0-8v8h8", "", 2),
    k.rain_cloud(126, 16, 0.75)
    + _bank(_ONE)
    + k.crops(k.VETIVER, [54, 66], 49, 0.75)
    + k.put(k.BANANA, 97, 91, 0.7)
    + k.put(k.SICKLE, 26, 42, 1),
    k.sun(140, 16, 8)
    + _bank(_ONE)
    + k.crops(k.GRASS, [54, 66], 49, 1)
    + k.crops(k.MAIZE, [8, 24], 55, 0.8)
    + k.crops(k.MAIZE, [130, 150], 88, 0.8)
    + k.put(k.FULL_BASKET, 118, 81, 0.8),
)
