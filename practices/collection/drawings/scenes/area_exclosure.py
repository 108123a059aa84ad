"""Area exclosure: worn-out land is closed to animals, grows green, and is cut by hand."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 16, 8)
    + k.path("M54 94V52c30-16 74-14 106-8v50z", "g")
    + k.ground(92)
    + k.put(k.TREE, 134, 76, 1.15)
    + k.crops(k.SAPLING, [84], 82, 0.8)
    + k.crops(k.GRASS, [66, 100, 146], 91, 1)
    + k.stone_row([(56, 94), (67, 93), (78, 94), (89, 93)])
    + k.person(118, 92, k.HEAD_LOAD, k.WOMAN, 0.85)
    + k.path("M104 42l34-2M104 38l34-2M106 46l30-3M108 34l26-1", "l", 3)
    + k.put(k.GOAT, 26, 92, 1)
    + k.crops(k.DRY_GRASS, [8, 44], 92, 0.8)
)
STEPS = (
    k.ground(92)
    + k.put(k.ACACIA, 80, 92, 1.3)
    + k.person(44, 92, k.SHOW, k.WOMAN, 0.95)
    + k.person(124, 92, k.SHOW, k.MAN, 0.95, flip=True)
    + k.put(k.GOAT, 146, 92, 0.6, flip=True),
    k.path("M84 92V64c26-8 50-8 76-4v32z", "m")
    + k.ground(92)
    + k.stone_row([(84, 94), (94, 93), (104, 94), (114, 93), (124, 94)])
    + k.crops(k.SEEDLING, [106, 130], 82, 1)
    + k.person(58, 92, k.SHOW, k.MAN, 1.05, flip=True)
    + k.path("M38 92V40", "", 2.5)
    + k.put(k.GOAT, 16, 92, 0.8),
    k.slope(60, 92)
    + k.stone_row([(30, 67), (38, 69), (46, 71)])
    + k.put(k.HALF_MOON, 84, 80, 0.8)
    + k.put(k.SAPLING, 84, 84, 1)
    + k.person(108, 82, k.PLANT, k.WOMAN, 0.95)
    + k.put(k.SAPLING, 134, 87, 0.9),
    k.path("M0 92V66c30-8 56-8 84-4v30z", "g")
    + k.ground(92)
    + k.crops(k.GRASS, [10, 24], 92, 1.9)
    + k.person(40, 92, k.BEND, k.WOMAN, 0.95)
    + k.put(k.SICKLE, 68, 80, 0.8)
    + k.stone_row([(84, 94), (92, 93)])
    + k.path("M100 88l20-8M102 92l20-8M98 84l20-8", "l", 3)
    + k.put(k.COW, 142, 92, 0.75, flip=True),
    k.ground(92)
    + k.person(24, 92, k.HOLD, k.WOMAN, 1)
    + k.path("M40 56l14-10M42 60l14-8M40 64l16-6", "l", 3)
    + k.person(136, 92, k.HOLD, k.MAN, 1, flip=True)
    + k.path("M106 54h18M108 60h18M104 66h20", "", 4)
    + k.put(k.POT, 80, 92, 1),
)
