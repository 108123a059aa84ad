"""Vetiver: narrow hedges of deep-rooted grass along the level hold soil and water."""

from practices.collection.drawings import kit as k

MAIN = (
    k.field(40, 110)
    + k.path(
        "M0 52c50-7 110-7 160 0v8C110 54 50 54 0 60zM0 84c30-4 40-5 62-5v8c-22 0-32 1-62 5z", "e3"
    )
    + k.crops(k.VETIVER, range(8, 160, 18), 62, 0.55)
    + k.crops_at(k.MAIZE, [(84, 80), (104, 80)], 0.55)
    + k.crops(k.VETIVER, [6, 20, 34, 48, 62], 94, 0.7)
    + k.path("M84 96H154", "cl", 1.5)
    + k.person(68, 96, k.PLANT, k.WOMAN, 0.85)
    + k.put(k.A_FRAME, 118, 96, 0.85)
    + k.person(142, 96, k.SHOW, k.MAN, 0.8, flip=True)
)
STEPS = (
    k.level_line()
    + k.put(k.A_FRAME, 74, 77, 1.1)
    + k.person(138, 78, k.STAND, k.WOMAN, 0.95, flip=True),
    k.ground(86)
    + k.put(k.HOUSE, 24, 86, 0.8)
    + k.crops(k.VETIVER, [64, 82], 86, 1)
    + k.put(k.MACHETE, 104, 50, 0.8)
    + k.path("M128 88q-4-14-7-22M128 88V62M128 88q4-14 7-22", "l", 3)
    + k.path("M124 88q-2 8-5 12M128 88v14M132 88q2 8 5 12", "l", 1.5)
    + k.depth_mark(148, 62, 86),
    k.rain_cloud(28, 14, 0.7)
    + k.ground(84, "H70q10 12 20 0H160")
    + k.person(50, 84, k.PLANT, k.WOMAN, 1.05)
    + k.path("M80 88q-3-10-5-16M80 88V68M80 88q3-10 5-16", "l", 2.5)
    + k.crops(k.GRASS, [100, 114, 128, 142], 84, 1.6)
    + k.width_mark(114, 128, 96),
    k.field(40, 108)
    + k.crops(k.GRASS, [10, 26, 42, 58, 106, 122, 138, 152], 78, 1.9)
    + k.path("M82 46v50m-7-8 7 8 7-8", "wl", 4)
    + k.put(k.DROP_HAND, 96, 54, 0.7)
    + k.crops(k.GRASS, [92], 80, 1.1),
    k.ground(90)
    + k.crops(k.GRASS, [102, 114, 126], 90, 2)
    + k.crops(k.VETIVER, [146], 90, 1.2)
    + k.person(58, 90, k.DIG, k.MAN, 1.05)
    + k.put(k.SICKLE, 90, 66, 0.9)
    + k.depth_mark(82, 66, 90)
    + k.crops(k.LEAF_LITTER, [14, 32], 90, 1.3),
)
