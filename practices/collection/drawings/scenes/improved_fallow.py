"""Improved fallow: quick shrubs rest the field, then maize takes their place."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(134, 14, 7)
    + k.ground(92)
    + k.crops(k.SAPLING, [8, 22, 62], 92, 2.1)
    + k.person(42, 92, k.WALK, k.WOMAN, 0.95)
    + k.many(k.ROOTS, [(8, 93), (22, 93), (62, 93)], 1.2)
    + k.many(k.NODULE, [(x + dx, y) for x in (8, 22, 62) for dx, y in ((-3, 101), (4, 104))])
    + k.crops(k.MAIZE, [92, 112, 132, 152], 92, 1.25)
    + k.path("M98 92v-5M122 92v-5M142 92v-5", "", 4)
)
STEPS = (
    k.sun(20, 16, 8)
    + k.ground(86)
    + k.crops(k.MAIZE, [30], 86, 0.5)
    + k.person(76, 86, k.SHOW, k.WOMAN, 1.05)
    + k.put(k.POT, 120, 86, 0.9)
    + k.put(k.SAPLING, 120, 68, 1)
    + k.put(k.TICK, 142, 40, 1.2),
    k.rain_cloud(30, 14, 0.7)
    + k.ground(86)
    + k.crops(k.SAPLING, [20, 134], 86, 1.1)
    + k.person(60, 86, k.PLANT, k.MAN, 1.05)
    + k.put(k.SAPLING, 88, 86, 1)
    + k.width_mark(90, 132, 98),
    k.path("M0 40H160V108H0z", "e1")
    + k.path("M22 52H138v44H22z", "m")
    + k.crops_at(k.SAPLING, [(36, 72), (64, 72), (92, 72), (120, 72), (50, 94), (106, 94)], 0.65)
    + k.path("M0 108H160M22 52H138v44H22z", "", 1.6)
    + k.put(k.FLAME, 8, 60, 0.7)
    + k.width_mark(140, 158, 74)
    + k.put(k.GOAT, 144, 36, 0.6, flip=True)
    + k.put(k.CROSS, 142, 28, 1.1)
    + k.path("M0 108H160V120H0z", "e2"),
    k.ground(88)
    + k.put(k.SAPLING, 20, 88, 2)
    + k.person(52, 88, k.BEND, k.WOMAN_GREEN, 1)
    + k.put(k.MACHETE, 80, 74, 0.8)
    + k.path("M92 88v-6", "", 5)
    + k.crops(k.LEAF_LITTER, [104, 118, 132], 88, 1.1)
    + k.path("M110 72l36-8M110 78l38-8M112 66l32 2", "", 3.5),
    k.sun(20, 16, 8)
    + k.ground(90)
    + k.crops(k.MAIZE, [18, 42, 66], 90, 1.3)
    + k.crops(k.SAPLING, [126, 146], 90, 1)
    + k.path("M82 52c8-12 26-12 34 0m1-10-1 10-10-2", "cl", 4)
    + k.many(k.ROOTS, [(18, 91), (42, 91), (66, 91)], 1.2),
)
