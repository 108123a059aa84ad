"""Faidherbia parkland: bare above the green crop in the rains, in leaf over cattle in the dry."""

from practices.collection.drawings import kit as k

_TRUNK = (
    "M-3 0c2-14 1-22-8-34M3 0c0-16 4-26 14-36M0-22V-44M-11-34c-7-2-10-6-12-12M-5-32c0-6-2-10-4-14"
    "M17-36c6-2 10-4 13-9M10-30c2-6 2-12 0-18"
)
_BARE: k.Part = (k.Shape("", _TRUNK, 2.5),)
_GREEN: k.Part = (
    k.Shape("", _TRUNK, 2.5),
    k.Shape(
        "g",
        "M-30-42c-8-7-1-16 7-14 3-9 14-10 18-4 5-6 16-5 18 2 8-4 17 0 17 8 6 2 5 10-1 11-8 2-13"
        "-3-18-2"
        "-7 3-13 1-18 0-8 2-15 4-23-1z",
        lined=True,
    ),
)
_YOUNG = (k.Shape("l", "M0 0V-24M0-8l7-7M0-12l-7-7M0-18l5-6M0-18l-5-6", 2.2),)

MAIN = (
    k.rain_cloud(16, 12, 0.6)
    + k.sun(142, 12, 7)
    + k.ground(94)
    + k.put(_BARE, 42, 94, 1.4)
    + k.crops(k.MILLET, [8, 22, 56, 70], 94, 0.9)
    + k.path("M80 98V30", "", 1.5)
    + k.put(_GREEN, 122, 94, 1.15)
    + k.put(k.COW, 112, 94, 0.65)
    + k.put(k.COW, 144, 94, 0.5, flip=True)
)
STEPS = (
    k.ground(88)
    + k.put(_YOUNG, 92, 88, 1.3)
    + k.put(k.STAKE, 106, 88, 1.4)
    + k.path("M106 63h14v9h-14", "y")
    + k.path("M106 63h14v9h-14", "", 1.5)
    + k.person(46, 88, k.SHOW, k.WOMAN, 1.05)
    + k.crops(k.GRASS, [16, 138], 88, 0.8),
    k.ground(90)
    + k.put(_YOUNG, 62, 90, 1.7)
    + k.path(
        "M34 90l16-22M40 70l12 20M90 90L74 68M84 70L72 90M30 78h18M76 78h18M46 74l-4-6M80 74l4-6",
        "",
        2.2,
    )
    + k.person(14, 90, k.DIG, k.MAN, 0.95, held="M6-26L24 0")
    + k.put(k.GOAT, 134, 90, 1, flip=True)
    + k.put(k.CROSS, 132, 58, 1.3),
    k.hot_sun(138, 20)
    + k.ground(94)
    + k.path("M96 94V26M96 40l14-12M96 44L82 30M96 30l8-14M96 30l-8-12", "", 3.5)
    + k.dashed("M96 66l14-10M96 74l-14-10M96 56l12-8", "4 4", 2.5)
    + k.person(52, 94, k.DIG, k.WOMAN, 1.05)
    + k.put(k.MACHETE, 80, 66, 0.7)
    + k.path("M112 92l24-6M118 94l22 0", "", 3),
    k.ground(94)
    + k.put(_GREEN, 64, 94, 1.5)
    + k.path("M98 20l10 6M100 30l10 2", "cl", 3)
    + k.path("M44 86q8-6 12 2M74 88q8-6 12 2M26 90q8-6 12 2", "cl", 4)
    + k.person(118, 94, k.BEND, k.WOMAN, 0.9, flip=True)
    + k.put(k.BASKET, 144, 94, 0.8),
    k.ground(94)
    + k.put(_BARE, 40, 94, 1.2)
    + k.crops(k.MILLET, [14, 28, 54, 68], 94, 0.8)
    + k.path("M80 98V30", "", 1.5)
    + k.put(_GREEN, 122, 94, 1)
    + k.put(k.COW, 124, 94, 0.7)
    + k.many(k.EARTH_HEAP, [(98, 94), (148, 94)], 0.35),
)
