"""Biochar: stalks charred in a pit, quenched, mixed with manure and put in the soil."""

from practices.collection.drawings import kit as k

_BOWL = "H40c6 26 54 26 60 0H160"

MAIN = (
    k.ground(88, "H36c4 24 48 24 52 0H160")
    + k.path("M40 96c10-6 34-6 44 0-6 12-38 12-44 0z", "dk")
    + k.put(k.FLAME, 52, 94, 1.3)
    + k.put(k.FLAME, 70, 94, 1.1)
    + k.person(20, 88, k.SHOW, k.WOMAN, 0.9)
    + k.person(102, 88, k.SHOW, k.MAN, 0.9, flip=True)
    + k.path("M122 88h30v12h-30z", "dk")
    + k.path("M122 88h30")
    + k.crops(k.MAIZE, [130, 146], 88, 1.1)
)
STEPS = (
    k.hot_sun(24, 24)
    + k.ground(90)
    + k.path("M72 88l44-8M74 82l40-12M78 74l34 2M82 68l30-4M110 88l16-14", "lt", 5)
    + k.path("M72 88l44-8M78 74l34 2", "", 1.4)
    + k.person(38, 90, k.BEND, k.WOMAN, 1)
    + k.put(k.TREE, 142, 60, 0.7)
    + k.put(k.CROSS, 142, 42, 1.3)
    + k.path("M126 62h30", "", 2),
    k.ground(84, _BOWL)
    + k.depth_mark(112, 84, 104)
    + k.width_mark(40, 100, 76)
    + k.put(k.HOE, 84, 96, 1.1)
    + k.put(k.BUCKET, 18, 84, 0.9)
    + k.put(k.HOUSE, 140, 60, 0.45)
    + k.arrow(104, 52, 20, 0, "cl", 3)
    + k.arrow(124, 52, -20, 0, "cl", 3),
    k.ground(84, _BOWL)
    + k.path("M44 90c12-6 40-6 52 0-8 14-44 14-52 0z", "dk")
    + k.put(k.FLAME, 58, 90, 1.4)
    + k.put(k.FLAME, 80, 90, 1.3)
    + k.path("M58 44l22-12M62 34l22 8", "lt", 4)
    + k.arrow(70, 46, 0, 14, "", 2)
    + k.put(k.BUCKET, 120, 50, 1, flip=True, turn=-60)
    + k.rain(102, 112, 58, 1, 8),
    k.ground(90)
    + k.put(k.COMPOST, 52, 90, 1)
    + k.many(k.CHAR, [(34, 78), (60, 72), (72, 86)], 0.8)
    + k.person(112, 90, k.DIG, k.MAN, 1, flip=True, held="M4-26L30-14")
    + k.put(k.BUCKET, 144, 90, 0.8),
    k.ground(84, k.pits([50], 30, 16))
    + k.lined("dk", "M40 94c3-5 17-5 20 0-2 7-18 7-20 0z")
    + k.put(k.DROP_HAND, 48, 50, 0.95)
    + k.dots(((46, 62), (52, 68), (48, 76), (56, 78)), "", 4)
    + k.crops(k.MAIZE, [104], 84, 1.3)
    + k.crops(k.MAIZE, [142], 84, 0.7)
    + k.path("M96 86h16v8h-16z", "dk"),
)
