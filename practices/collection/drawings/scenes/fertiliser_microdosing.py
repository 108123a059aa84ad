"""Microdosing: a bottle cap of fertiliser with the seed, not a sack over the field."""

from practices.collection.drawings import kit as k

_CAP: k.Part = (
    k.Shape("s", "M-9 0v-8h18v8zM-11-8h22"),
    k.Shape("", "M-5-6v4M0-6v4M5-6v4", 1.2),
    k.Shape("k", "M-7-9q7-8 14 0z"),
)

MAIN = (
    k.sun(20, 20)
    + k.ground(84, k.pits([58], 22, 11))
    + k.put(k.DROP_HAND, 62, 40, 0.95)
    + k.put(_CAP, 54, 50, 0.9, turn=140)
    + k.dots(((56, 60), (60, 66), (56, 72), (60, 78)), "", 3.5)
    + k.crops(k.MILLET, [100, 120, 140], 84, 1.25)
    + k.put(k.SEEDLING, 20, 84, 1.4)
)
STEPS = (
    k.ground(90)
    + k.put(k.SACK, 80, 90, 1.1)
    + k.put(k.SACK, 104, 90, 0.7)
    + k.person(34, 90, k.SHOW, k.WOMAN, 1)
    + k.person(140, 90, k.HOLD, k.MAN, 1, flip=True)
    + k.many(k.GRAIN, [(76, 64), (80, 62), (84, 64)], 1),
    k.put(k.PALM_UP, 84, 62, 1)
    + k.put(_CAP, 82, 74, 2)
    + k.path("M0 112H160", "e1", 8)
    + k.ground(108),
    k.ground(84, k.pits([50], 28, 16))
    + k.put(_CAP, 46, 50, 1, turn=150)
    + k.put(k.DROP_HAND, 54, 38, 0.9)
    + k.dots(((48, 62), (52, 68), (48, 74), (50, 92), (46, 93), (54, 93)), "", 3.5)
    + k.path("M40 90h20", "e1", 4)
    + k.seeds([(46, 84), (54, 84)])
    + k.put(k.SEEDLING, 118, 84, 1.6)
    + k.dots(((134, 86), (139, 87), (136, 90)), "", 3.5),
    k.rain_cloud(34, 16, 0.8)
    + k.ground(88)
    + k.crops(k.SAPLING, [64], 88, 1.6)
    + k.path("M64 88q-10-10-12-22M64 88q10-10 12-22", "l")
    + k.put(k.DROP_HAND, 108, 50, 0.85)
    + k.dots(((100, 64), (104, 70), (100, 78), (104, 86)), "s", 3.5)
    + k.many(k.GRAIN, [(98, 66), (103, 74), (99, 82)], 1.2),
    k.sun(138, 18)
    + k.ground(88)
    + k.crops(k.STRAW_STUBBLE, [12, 34, 56], 88, 1.4)
    + k.mulch([22, 46, 70], 88)
    + k.person(102, 88, k.HEAD_LOAD, k.WOMAN, 0.95)
    + k.put(k.FULL_BASKET, 106, 34, 0.8)
    + k.put(k.HEAP, 142, 88, 0.8),
)
