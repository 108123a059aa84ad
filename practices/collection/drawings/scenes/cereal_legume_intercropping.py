"""Intercropping: maize and beans side by side; the bean roots carry knots that feed the soil."""

from practices.collection.drawings import kit as k

_KNOTS = [(-3, 10), (3, 12), (0, 16)]


def _legume_roots(xs: list[float], y: float) -> str:
    knots = [(x + dx, y + dy) for x in xs for dx, dy in _KNOTS]
    return k.many(k.ROOTS, [(x, y + 1) for x in xs]) + k.many(k.NODULE, knots)


MAIN = (
    k.sun(140, 14, 7)
    + k.ground(88)
    + k.crops(k.MAIZE, [44, 112, 144], 88, 1.3)
    + k.crops(k.LEGUME, [28, 96, 128], 88, 1.2)
    + _legume_roots([28, 96, 128], 88)
    + k.person(60, 88, k.BEND, k.WOMAN, 0.95)
    + k.put(k.BASKET, 70, 88, 0.5)
)
STEPS = (
    k.ground(90)
    + k.put(k.MAIZE, 40, 90, 1.5)
    + k.put(k.LEGUME, 112, 90, 1.6)
    + k.path("M76 54v16M68 62h16", "", 4)
    + k.put(k.TICK, 142, 40, 1.2),
    k.field(40, 108)
    + k.crops(k.MAIZE, [20, 60, 100, 140], 72, 0.8)
    + k.crops(k.LEGUME, [40, 80, 120], 72, 0.8)
    + k.crops(k.MAIZE, [80], 104, 0.9)
    + k.width_mark(20, 60, 82),
    k.rain_cloud(26, 14, 0.7)
    + k.ground(88)
    + k.crops(k.MAIZE, [64, 136], 88, 0.6)
    + k.person(26, 88, k.PLANT, k.WOMAN, 1)
    + k.seeds([(54, 92), (82, 92), (118, 92)], 1),
    k.ground(88)
    + k.crops(k.MAIZE, [112, 146], 88, 1)
    + k.crops(k.LEGUME, [130], 88, 0.8)
    + k.person(56, 88, k.DIG, k.MAN, 1.05, held="M6-26L34-2")
    + k.put(k.WEED, 94, 88, 0.7)
    + k.put(k.HEAP, 20, 90, 0.6),
    k.ground(88)
    + k.path("M22 88V52M52 88V56M130 88V54M148 88V58", "lt", 3.5)
    + k.crops(k.LEAF_LITTER, [36, 66, 114, 142], 88, 1.2)
    + k.person(84, 88, k.BEND, k.WOMAN_GREEN, 1)
    + k.put(k.SICKLE, 112, 76, 0.8)
    + _legume_roots([36, 120], 88),
)
