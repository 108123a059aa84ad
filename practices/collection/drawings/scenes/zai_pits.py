"""Zai pits: rows of small pits with banks; sown by hand, manured, green."""

from practices.collection.drawings import kit as k

_BACK = [(20, 60), (52, 60), (84, 60), (116, 60), (146, 60)]

MAIN = (
    k.sun(138, 18)
    + k.field(46, 108)
    + k.many(k.PIT, [*_BACK, (120, 78), (150, 78)], 0.75)
    + k.many(k.SEEDLING, [*_BACK, (120, 77), (150, 77)], 1.1)
    + k.many(k.PIT, [(24, 96), (62, 96), (100, 96), (138, 96)], 1.15)
    + k.person(38, 92, k.PLANT, k.WOMAN, 1.15)
    + k.many(k.SEEDLING, [(100, 95), (138, 95)], 1.7)
)
STEPS = (
    k.hot_sun(132, 24)
    + k.slope(74, 84)
    + k.many(k.CRACK, [(20, 76), (76, 79), (104, 81), (138, 83)], 1.2)
    + k.person(50, 77, k.SHOW, k.WOMAN),
    k.ground(80, k.pits([46, 116], 32, 18))
    + k.put(k.SPAN, 46, 52, 0.8)
    + k.width_mark(30, 62, 74)
    + k.depth_mark(140, 80, 98)
    + k.many(k.EARTH_HEAP, [(78, 80), (148, 80)], 0.8)
    + k.put(k.HOE, 112, 92, 1),
    k.field(40, 106)
    + k.lined("e2", "M38 66c4 38 80 38 84 0-8 20-76 20-84 0z")
    + k.lined("e3", "M48 62c0-15 64-15 64 0s-64 15-64 0z")
    + k.path("M56 66c0-9 48-9 48 0s-48 9-48 0z", "dk")
    + k.arrow(80, 38, 0, 16, "wl", 3.5)
    + k.arrow(52, 40, 6, 14, "wl", 3.5)
    + k.arrow(108, 40, -6, 14, "wl", 3.5)
    + k.put(k.HOE, 120, 96, 1, flip=True),
    k.ground(84, k.pits([46, 116], 32, 16))
    + k.lined("dk", "M34 94c4-8 20-8 24 0-2 8-22 8-24 0z")
    + k.put(k.DROP_HAND, 42, 50, 0.95)
    + k.dots(((40, 60), (46, 66), (42, 74), (50, 76)), "", 4)
    + k.put(k.FULL_BASKET, 116, 83, 1.2),
    k.rain_cloud(112, 16, 0.8)
    + k.ground(86, k.pits([46, 116], 32, 16))
    + k.lined("dk", "M33 94c4-6 22-6 26 0-2 8-24 8-26 0zM103 94c4-6 22-6 26 0-2 8-24 8-26 0z")
    + k.put(k.DROP_HAND, 42, 52, 0.95)
    + k.seeds([(40, 62), (48, 68), (43, 78), (50, 82)])
    + k.put(k.SEEDLING, 116, 92, 1.7),
)
