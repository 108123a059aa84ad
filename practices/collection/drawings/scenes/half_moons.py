"""Half-moons: crescents of earth, open uphill, that hold rain for grass, grain and trees."""

from practices.collection.drawings import kit as k

_SCALES = [(30, 58), (80, 58), (130, 58), (55, 78), (105, 78), (30, 98), (80, 98), (130, 98)]

MAIN = (
    k.rain_cloud(28, 16, 0.8)
    + k.sun(140, 16, 8)
    + k.field(46, 108)
    + k.many(k.HALF_MOON, [(34, 62), (92, 62), (148, 62)], 0.8)
    + k.many(k.HALF_MOON_WATER, [(62, 88), (128, 88)], 1.15)
    + k.crops(k.GRASS, [20, 48, 78, 106], 66, 0.8)
    + k.crops(k.MILLET, [30, 38, 88, 96, 150], 64, 0.6)
    + k.crops(k.GRASS, [40, 84, 106, 150], 98, 0.9)
    + k.crops(k.MILLET, [56, 68, 122, 134], 97, 0.8)
)
STEPS = (
    k.sun(20, 18, 8)
    + k.field(62)
    + k.person(46, 88, k.SHOW, k.WOMAN, 0.95)
    + k.person(82, 88, k.STAND, k.MAN, 0.95, flip=True)
    + k.put(k.GOAT, 130, 82, 0.9)
    + k.put(k.CROSS, 132, 66, 1.6),
    k.field(40, 108)
    + k.path("M24 58H136", "", 2)
    + k.put(k.STAKE, 80, 58, 1)
    + k.dashed("M30 58C34 112 126 112 130 58", "6 5", 2.5)
    + k.path("M80 46L122 82", "cl", 2)
    + k.put(k.STICK, 122, 84, 0.5)
    + k.arrow(80, 16, 0, 16, "wl", 3),
    k.field(44, 108)
    + k.put(k.HALF_MOON, 92, 72, 2)
    + k.person(58, 92, k.DIG, k.MAN, 1, held="M4-26L38-2")
    + k.clods([(118, 66), (126, 70), (130, 62)])
    + k.stones([(62, 104), (122, 104)], 0.7),
    k.field(40, 112)
    + k.many(k.HALF_MOON, _SCALES, 0.72)
    + k.arrow(55, 20, 0, 40, "wl", 3)
    + k.path("M46 60h18", "wl", 2)
    + k.width_mark(100, 112, 54),
    k.rain_cloud(30, 16, 0.75)
    + k.field(44, 108)
    + k.put(k.HALF_MOON, 64, 76, 1.7)
    + k.crops(k.MILLET, [46, 64, 82], 86, 0.85)
    + k.put(k.BARROW, 132, 84, 1, flip=True),
)
