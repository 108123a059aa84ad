"""Vetiver: narrow hedges of deep-rooted grass along the level hold soil and water."""

from practices.collection.drawings import kit as k


def _y(x: float) -> float:
    return k.on_slope(46, 90, x)


def _hedge(x: float) -> str:
    y = _y(x)
    return (
        k.path(f"M{x - 26} {_y(x - 26):.1f}L{x} {y - 7:.1f}V{y + 1:.1f}z", "e3")
        + k.put(k.VETIVER_ROOTS, x + 4, y, 1)
        + k.many(k.VETIVER, [(x + 2, y + 1), (x + 8, y + 2)], 0.8)
    )


MAIN = (
    k.slope(46, 90)
    + _hedge(46)
    + _hedge(132)
    + k.path("M12 44l10 4M94 66l14 5", "cl", 3.5)
    + k.crops_at(k.MAIZE, [(8, _y(8)), (150, _y(150))], 0.8)
    + k.put(k.A_FRAME, 92, _y(92) - 1, 0.7)
    + k.person(74, _y(74), k.STAND, k.MAN, 0.75)
    + k.person(100, _y(104), k.PLANT, k.WOMAN, 0.75)
)
STEPS = (
    k.sun(140, 14, 7)
    + k.slope(54, 92)
    + k.put(k.A_FRAME, 74, 72, 1.1)
    + k.many(k.STAKE, [(30, 61), (114, 81)], 0.9)
    + k.path("M30 49L114 69", "cl", 1.5)
    + k.person(140, 88, k.STAND, k.WOMAN, 0.9, flip=True),
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
