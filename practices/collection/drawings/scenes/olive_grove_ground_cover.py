"""Olive grove: a band of green plants between the rows holds the slope."""

from practices.collection.drawings import kit as k


def _y(x: float) -> float:
    return k.on_slope(66, 96, x)


def _band(places: list[k.Place], scale: float = 1.1) -> str:
    flowers = [(x, y - 11 * scale) for x, y in places[::2]]
    return k.many(k.CLOVER, places, scale) + k.many(k.FLOWER, flowers, 0.8)


MAIN = (
    k.sun(146, 12, 6)
    + k.slope(66, 96)
    + "".join(k.put(k.OLIVE, x, _y(x) + 1, 1.1) for x in (24, 92))
    + _band([(x, _y(x) + 1) for x in (60, 124, 140)], 1)
    + k.person(48, _y(48), k.STAND, k.WOMAN, 0.7)
    + k.put(k.SHEEP, 70, _y(70), 0.7)
    + k.person(112, _y(112), k.BEND, k.MAN, 0.7)
)
STEPS = (
    k.field(36, 108)
    + k.many(k.OLIVE, [(20, 70), (140, 70)], 0.8)
    + k.path("M58 38h40l12 68H46z", "g")
    + k.width_mark(52, 104, 92)
    + k.dashed("M4 74h34M122 74h34", "4 4", 2),
    k.rain_cloud(30, 14, 0.7)
    + k.ground(90)
    + k.person(44, 90, k.HOLD, k.WOMAN, 1)
    + k.dots([(64, 64), (72, 70), (66, 76), (80, 78), (88, 84), (78, 86)], "", 3)
    + k.crops(k.SEEDLING, [80, 104, 128], 90, 1),
    k.sun(26, 22)
    + k.ground(90)
    + _band([(104, 90), (130, 90)], 1.3)
    + k.person(52, 90, k.SHOW, k.MAN, 1.05)
    + k.put(k.DROP_BIG, 124, 46, 1)
    + k.path("M112 34l24 24", "cl", 3),
    k.ground(90)
    + k.person(36, 90, k.BEND, k.MAN, 1)
    + k.put(k.SICKLE, 66, 78, 0.9)
    + k.put(k.SHEEP, 110, 90, 1)
    + _band([(144, 90)], 1.2),
    k.thin_ground(88)
    + k.put(k.OLIVE, 28, 88, 1.3)
    + k.crops(k.LEAF_LITTER, [66, 94, 122], 88, 1.5)
    + k.path("M56 84l18-6M84 84l20-4", "", 3)
    + k.many(k.WORMS, [(80, 104)], 1),
    k.ground(90)
    + _band([(14, 90), (34, 90)], 1.3)
    + k.person(64, 90, k.PLANT, k.WOMAN, 1)
    + k.seeds([(90, 94), (98, 94)])
    + _band([(130, 90), (150, 90)], 1.3),
)
