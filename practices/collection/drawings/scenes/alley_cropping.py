"""Alley cropping: low trimmed hedges with maize in the alleys; the leaves feed the soil."""

from practices.collection.drawings import kit as k

MAIN = (
    k.ground(94)
    + k.put(k.COPPICE, 70, 94, 1.05)
    + k.put(k.COPPICE, 146, 94, 1.05)
    + k.person(36, 94, k.DIG, k.MAN, 1.05)
    + k.put(k.MACHETE, 60, 62, 0.7)
    + k.crops(k.MAIZE, [10, 128], 94, 1.1)
    + k.person(98, 94, k.BEND, k.WOMAN, 0.95)
    + k.crops(k.LEAF_LITTER, [86, 116], 94, 1)
)
STEPS = (
    k.ground(92)
    + k.crops(k.COPPICE, [14, 66], 92, 0.9)
    + k.crops(k.MAIZE, [40], 92, 0.8)
    + k.put(k.TICK, 40, 30, 1.5)
    + k.path("M88 96V46", "", 2.5)
    + k.crops(k.MAIZE, [104, 124, 144], 92, 0.8),
    k.rain_cloud(28, 14, 0.7)
    + k.ground(86)
    + k.many(k.STAKE, [(20, 86), (140, 86)], 1)
    + k.path("M20 74H140", "cl", 1.5)
    + k.crops(k.SEEDLING, [32, 46, 60, 74], 86, 1)
    + k.person(88, 86, k.PLANT, k.WOMAN, 1.05)
    + k.seeds([(118, 90), (128, 90)]),
    k.sun(140, 14, 7)
    + k.ground(92)
    + k.crops(k.COPPICE, [18, 142], 92, 1.15)
    + k.crops(k.MAIZE, [58, 80, 102], 92, 1.1)
    + k.width_mark(30, 50, 100)
    + k.width_mark(110, 130, 100),
    k.ground(92)
    + k.path("M96 92V72M88 92V74M104 92V74M120 92V73", "", 4)
    + k.put(k.COPPICE, 148, 92, 1.15)
    + k.person(52, 92, k.DIG, k.MAN, 1.1)
    + k.put(k.MACHETE, 82, 62, 0.9)
    + k.depth_mark(74, 72, 92)
    + k.crops(k.LEAF_LITTER, [94, 112], 92, 1),
    k.ground(88)
    + k.crops(k.MAIZE, [16, 144], 88, 1.1)
    + k.put(k.DROP_HAND, 66, 46, 0.95)
    + k.many(k.LEAF_LITTER, [(58, 66), (74, 74)], 0.9)
    + k.crops(k.LEAF_LITTER, [42, 60, 78, 94], 88, 1)
    + k.path("M98 82l24-6M100 86l26-6M102 78l22 2", "", 3.5),
)
