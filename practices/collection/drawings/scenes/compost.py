"""Compost: a layered heap that is turned and kept moist."""

from practices.collection.drawings import kit as k

_FORK = "M10-26L40-30M40-36h7M40-30h8M40-24h7M40-36v12"
_HEAP = "M30 90C38 64 56 50 80 50s42 14 50 40z"

MAIN = (
    k.ground(92)
    + k.path("M6 92V30", "", 3.5)
    + k.lined("g", "M-10 34c-2-22 20-30 32-22 14-4 20 16 8 22-10 6-30 6-40 0z")
    + k.put(k.COMPOST, 82, 92, 1.25)
    + k.path("M76 50c-4-5 4-8 0-13M90 50c-4-5 4-8 0-13", "", 1.8)
    + k.person(22, 92, k.DIG, k.WOMAN_GREEN, 1, held=_FORK)
    + k.put(k.HEAP, 148, 92, 0.8)
    + k.person(142, 92, k.DIG, k.MAN, 1, flip=True, held=_FORK)
)
STEPS = (
    k.ground(90)
    + k.person(36, 90, k.BEND, k.WOMAN, 1)
    + k.put(k.MACHETE, 62, 78, 0.8)
    + k.path("M70 88l22-4M74 84l20 2M78 79l16 4", "lt", 4)
    + k.width_mark(72, 94, 100)
    + k.crops(k.LEAF_LITTER, [110], 90, 1.5)
    + k.put(k.FULL_BASKET, 140, 90, 0.9),
    k.ground(90, "H72v12h60V90h28")
    + k.put(k.TREE, 22, 90, 1.8)
    + k.depth_mark(142, 90, 102)
    + k.width_mark(72, 132, 80)
    + k.person(60, 90, k.DIG, k.MAN, 0.95, held="M6-26L30 4")
    + k.put(k.HOUSE, 142, 60, 0.5),
    k.ground(90)
    + k.lined("y", "M34 90l6-12h80l6 12z")
    + k.lined("dk", "M40 78l4-8h72l4 8z")
    + k.lined("y", "M44 70l5-12h62l5 12z")
    + k.lined("dk", "M49 58l4-8h54l4 8z")
    + k.path("M44 84l10 2M66 84l12 2M92 84l12 2M56 64l10 2M84 64l12 2", "", 1.3)
    + k.put(k.BUCKET, 122, 28, 0.9, turn=-80)
    + k.rain(88, 106, 34, 1, 8)
    + k.put(k.DROP_HAND, 56, 30, 0.6)
    + k.depth_mark(144, 50, 90),
    k.ground(90)
    + k.lined("dk", _HEAP)
    + k.lined("y", "M48 64c14-18 50-18 64 0-20-8-44-8-64 0z")
    + k.person(22, 90, k.DIG, k.WOMAN_GREEN, 1, held=_FORK)
    + k.path("M104 40c14 4 24 14 28 28m-9-3 9 3 2-9", "cl", 3),
    k.ground(92)
    + k.put(k.PALM_UP, 76, 66, 1)
    + k.put(k.HEAP, 74, 78, 1.8)
    + k.dots([(60, 62), (76, 56), (88, 64), (66, 72)], "s", 2)
    + k.put(k.WORMS, 80, 66, 0.8)
    + k.sun(26, 22, 8)
    + k.path("M44 14c-9 1-11 17 0 18 4 0 7-2 8-5-8 2-12-7-8-13z", "y"),
    k.ground(86, k.pits([46], 30, 14))
    + k.lined("dk", "M36 94c3-5 17-5 20 0-2 6-18 6-20 0z")
    + k.put(k.DROP_HAND, 44, 50, 0.95)
    + k.dots([(40, 62), (46, 68), (42, 76), (50, 78)], "", 4)
    + k.put(k.FULL_BASKET, 86, 86, 0.9)
    + k.crops(k.MAIZE, [116, 144], 86, 1.2),
)
