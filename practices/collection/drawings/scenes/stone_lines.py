"""Stone lines: rows of stones along the level that slow the water and catch soil."""

from practices.collection.drawings import kit as k

_ARCS = [(12, 66), (26, 64), (40, 63), (54, 64), (68, 66)]
_LOW = [
    (10, 99),
    (26, 97),
    (42, 96),
    (58, 96),
    (74, 97),
    (90, 99),
    (106, 101),
    (122, 102),
    (138, 102),
    (152, 100),
]

MAIN = (
    k.sun(140, 16, 8)
    + k.field(42, 110)
    + k.path(
        "M0 60c30-8 60-6 80 2v5C60 61 30 59 0 65zM0 92c50-8 110-2 160 2v6C110 98 50 90 0 98z", "g"
    )
    + k.crops(k.MILLET, [14, 34, 54, 72], 58, 0.55)
    + k.stone_row(_ARCS)
    + k.put(k.CART, 104, 74, 0.75)
    + k.put(k.DONKEY, 142, 74, 0.75)
    + k.crops(k.MILLET, [20, 52, 84, 116, 148], 90, 0.7)
    + k.stone_row(_LOW)
)
STEPS = (
    k.level_line() + k.put(k.A_FRAME, 74, 77, 1.1) + k.person(26, 80, k.SHOW, k.WOMAN, 0.95),
    k.field(40, 108)
    + k.dashed("M6 58c50-6 100-6 148 0M4 96c50-6 106-6 152 0", "7 6", 2.5)
    + k.many(k.POST, [(30, 56), (80, 54), (130, 56), (20, 94), (80, 92), (140, 94)], 0.7)
    + k.path("M50 64v2M56 70v2M50 76v2M56 82v2M50 88v2", "", 4)
    + k.arrow(112, 62, 0, 24, "", 2)
    + k.arrow(112, 84, 0, -22, "", 2),
    k.ground(90)
    + k.put(k.CART, 92, 90, 1.05)
    + k.put(k.DONKEY, 138, 90, 1)
    + k.person(30, 90, k.BEND, k.MAN)
    + k.stones([(56, 86), (10, 90), (66, 91)], 0.9),
    k.ground(78, "H62c0 12 36 12 36 0H160")
    + k.put(k.BIG_STONE, 72, 87, 1)
    + k.put(k.BIG_STONE, 90, 87, 1)
    + k.put(k.STONE, 81, 78, 1)
    + k.put(k.DROP_HAND, 84, 46, 0.95)
    + k.put(k.STONE, 83, 60, 0.8)
    + k.depth_mark(116, 58, 86),
    k.rain_cloud(30, 16, 0.75)
    + k.slope(70, 92)
    + k.stone_row([(62, 80), (72, 81), (67, 74)])
    + k.crops(k.GRASS, [52, 80], 79, 1.1)
    + k.put(k.MILLET, 22, 74, 0.9)
    + k.put(k.MILLET, 38, 76, 0.9)
    + k.put(k.FULL_BASKET, 122, 88, 1.2),
)
