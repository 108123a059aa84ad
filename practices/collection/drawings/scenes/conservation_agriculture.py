"""Conservation agriculture: planting basins through a cover of stalks, crops in turn."""

from practices.collection.drawings import kit as k


def _cover(y: float, step: int = 30) -> str:
    return k.mulch(range(12, 160, step), y)


MAIN = (
    k.sun(140, 16, 8)
    + k.thin_ground(88, k.pits([62, 98], 20, 8))
    + k.mulch([10, 34, 80, 120, 142], 88)
    + k.crops(k.MAIZE, [62, 98], 94, 0.8)
    + k.crops(k.LEGUME, [128, 150], 88, 0.9)
    + k.person(16, 88, k.DIG, k.WOMAN, 1, held="M6-26L30 0")
    + k.many(k.WORMS, [(30, 104), (116, 108)], 1)
)
STEPS = (
    k.sun(20, 16, 8)
    + k.thin_ground(88)
    + _cover(88, 22)
    + k.path("M30 88V66M64 88V62M98 88V68", "lt", 4)
    + k.put(k.COW, 134, 84, 0.85, flip=True)
    + k.put(k.CROSS, 134, 62, 1.4),
    k.thin_ground(86, k.pits([96, 136], 24, 12))
    + k.mulch([14, 36, 72, 116, 154], 86)
    + k.person(44, 86, k.DIG, k.MAN, 1.05, held="M6-26L44 4")
    + k.width_mark(96, 136, 70),
    k.rain_cloud(130, 14, 0.7)
    + k.thin_ground(86, k.pits([50, 112], 28, 14))
    + k.mulch([16, 82, 146], 86)
    + k.path("M40 94c3-5 17-5 20 0-2 7-18 7-20 0z", "e3")
    + k.put(k.DROP_HAND, 48, 50, 0.95)
    + k.seeds([(44, 62), (50, 70), (46, 80)])
    + k.put(k.FULL_BASKET, 112, 85, 1),
    k.thin_ground(88)
    + k.mulch([16, 104, 130], 88)
    + k.crops(k.MAIZE, [118, 146], 88, 0.8)
    + k.person(50, 88, k.PLANT, k.WOMAN, 1.05)
    + k.put(k.WEED, 80, 74, 0.9)
    + k.many(k.WEED, [(22, 88), (94, 88)], 0.5),
    k.thin_ground(88)
    + k.crops(k.MAIZE, [22, 48], 88, 1.2)
    + k.crops(k.LEGUME, [112, 138], 88, 1.3)
    + k.arrow(68, 56, 24, 0, "cl", 4)
    + k.path("M138 44c-14-18-96-20-116-6m1-9-1 9 9 2", "cl", 2.5)
    + k.mulch([36, 84, 124], 88),
)
