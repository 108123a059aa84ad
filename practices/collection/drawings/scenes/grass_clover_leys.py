"""Grass-clover ley: some years of grass and clover in the crop rotation, grazed or cut."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 16, 8)
    + k.thin_ground(88)
    + k.crops(k.WHEAT, [120, 129, 138, 147, 156], 88, 1.3)
    + k.fence_line(0, 112, 80, 5, 16)
    + k.put(k.COW, 56, 84, 1)
    + k.crops(k.GRASS, [8, 40, 104], 88, 1.2)
    + k.crops(k.CLOVER, [24, 72, 92], 88, 1.3)
    + k.many(k.FLOWER, [(24, 73), (70, 73), (94, 73)], 1.1)
    + k.many(k.ROOTS, [(16, 89), (40, 89), (64, 89), (88, 89)], 1.4)
)
STEPS = (
    k.ground(90)
    + k.crops(k.CLOVER, [14, 34], 90, 1.3)
    + k.crops(k.WHEAT, [72, 86], 90, 1.2)
    + k.crops(k.POTATO, [122, 144], 90, 1)
    + k.path("M52 94V50M106 94V50", "", 2)
    + k.path(
        "M26 46c8-14 44-14 52-2m1-9-1 9-9-2M84 42c8-12 40-14 50 0m1-9-1 9-9-2"
        "M136 28C110 8 50 8 24 28m0-9v9h9",
        "cl",
        2.5,
    ),
    k.thin_ground(72)
    + k.crops(k.CLOVER, [26], 72, 1.7)
    + k.many(k.FLOWER, [(26, 52)], 1.2)
    + k.crops(k.GRASS, [66], 72, 2)
    + k.put(k.LEGUME, 118, 72, 1.6)
    + k.put(k.ROOTS, 26, 73, 1)
    + k.put(k.ROOTS, 66, 73, 1)
    + k.path("M118 73v42M118 84l-8 12M118 88l8 12", "", 2),
    k.sun(138, 18)
    + k.ground(86)
    + k.person(40, 86, k.HOLD, k.WOMAN, 1.05)
    + k.dots(((62, 60), (70, 66), (78, 62), (74, 74), (86, 72), (90, 80)), "", 2.6)
    + k.crops(k.WHEAT, [104, 122, 140], 86, 1)
    + k.crops(k.SEEDLING, [113, 131, 149], 86, 0.6),
    k.ground(90)
    + k.crops(k.CLOVER, [118, 142], 90, 1.5)
    + k.many(k.FLOWER, [(118, 72)], 0.7)
    + k.person(62, 90, k.BEND, k.MAN, 1.05)
    + k.put(k.SICKLE, 94, 78, 1)
    + k.crops(k.LEAF_LITTER, [24], 90, 1.3),
    k.thin_ground(86)
    + k.crops(k.CLOVER, [136], 86, 1.5)
    + k.put(k.COW, 84, 84, 0.95)
    + k.put(k.PLOUGH, 48, 88, 1)
    + k.person(16, 86, k.PUSH, k.MAN, 0.9)
    + k.seeds([(30, 92), (14, 94)], 0.9),
    k.thin_ground(88)
    + k.crops(k.WHEAT, [20, 34, 48, 62], 88, 1.9)
    + k.many(k.ROOTS, [(20, 89), (48, 89)], 1.4)
    + k.put(k.WORMS, 34, 110, 0.9)
    + k.put(k.SACK, 112, 88, 1)
    + k.put(k.SACK, 144, 88, 0.6)
    + k.arrow(108, 44, 36, 20, "cl", 3),
)
