"""Farmyard manure: bedding and dung ripen in a heap and go to the field."""

from practices.collection.drawings import kit as k

_STALL = k.path("M4 92V48M58 92V48", "", 3) + k.lined("y", "M-2 50L31 30 64 50z")
_ROTTED = "M20 88C26 62 42 52 62 52s38 10 44 36z"

MAIN = (
    k.ground(92)
    + _STALL
    + k.put(k.COW, 32, 92, 0.95)
    + k.lined("dk", "M62 92c3-22 10-30 20-30s17 8 20 30z")
    + k.lined("g", "M68 70q14-18 28 0-14-6-28 0z")
    + k.person(122, 92, k.DIG, k.MAN, 0.95, flip=True, held="M4-26L32-30")
    + k.person(140, 92, k.HOLD, k.WOMAN_GREEN, 0.85)
    + k.dots(((154, 68), (156, 76), (152, 82), (157, 88)), "", 3)
    + k.sun(140, 14, 7)
)
STEPS = (
    k.ground(92)
    + _STALL
    + k.put(k.COW, 32, 90, 0.95)
    + k.mulch([8, 30, 52], 93)
    + k.person(98, 92, k.HOLD, k.WOMAN, 1, flip=True)
    + k.path("M68 58l16-6M70 64l16-4M66 70l18-6", "lt", 4)
    + k.path("M136 14c-9 1-11 17 0 18 4 0 7-2 8-5-8 2-12-7-8-13z", "y"),
    k.ground(88)
    + k.put(k.TREE, 126, 88, 2)
    + k.lined("dk", _ROTTED)
    + k.lined("g", "M32 66q30-32 62 0-30-14-62 0z")
    + k.depth_mark(12, 52, 88),
    k.ground(88)
    + k.lined("dk", _ROTTED)
    + k.path("M52 44c-5-6 4-8 0-16M72 44c-5-6 4-8 0-16", "", 1.8)
    + k.put(k.BUCKET, 30, 36, 0.8, flip=True, turn=-60)
    + k.rain(18, 30, 46, 1, 8)
    + k.person(136, 88, k.DIG, k.MAN, 1, flip=True, held="M6-26L36-26"),
    k.ground(88)
    + k.person(48, 88, k.HOLD, k.WOMAN_GREEN, 1.05)
    + k.put(k.FULL_BASKET, 70, 64, 0.7)
    + k.dots(((84, 68), (90, 74), (82, 78), (96, 70), (92, 84), (104, 80)), "", 4)
    + k.path("M82 87q6-5 10 0M104 87q6-5 10 0M126 87q6-5 10 0M16 87q6-5 10 0", "", 4),
    k.hot_sun(26, 22)
    + k.ground(84, k.ridges([116, 144], 24, 8))
    + k.path("M8 86h76v6H8zM108 84q8-7 16 0zM136 84q8-7 16 0z", "dk")
    + k.person(62, 84, k.DIG, k.MAN, 1.05, held="M6-26L38 0"),
    k.ground(86, k.pits([48], 28, 14))
    + k.lined("dk", "M38 94c3-5 17-5 20 0-2 6-18 6-20 0z")
    + k.put(k.DROP_HAND, 48, 50, 0.9)
    + k.many(k.GRAIN, [(42, 64), (46, 72), (44, 80)], 1.2)
    + k.crops(k.MAIZE, [108, 138], 86, 1.3),
)
