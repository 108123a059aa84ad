"""Chagga home garden: tall trees, bananas, coffee and vegetables in storeys around the house."""

from practices.collection.drawings import kit as k

MAIN = (
    k.ground(96)
    + k.put(k.TREE, 20, 96, 2)
    + k.put(k.HOUSE, 128, 62, 0.8)
    + k.path("M100 62H160V96H100z", "g")
    + k.path("M0 96H160")
    + k.put(k.BANANA, 60, 96, 1.25)
    + k.put(k.BANANA_FRUIT, 64, 96, 1.3)
    + k.put(k.COFFEE, 36, 96, 0.85)
    + k.crops(k.LEGUME, [78], 96, 0.75)
    + k.person(96, 96, k.HEAD_LOAD, k.WOMAN, 0.85)
    + k.lined("g", "M82 47q16-16 34-1-16 6-34 1zM90 48l-7 5M110 48l6 6")
    + k.put(k.COW, 138, 96, 0.75, flip=True)
)
STEPS = (
    k.ground(94)
    + k.put(k.TREE, 24, 94, 1.8)
    + k.put(k.TREE, 136, 94, 1.8)
    + k.put(k.STUMP, 66, 94, 0.8)
    + k.crops(k.SEEDLING, [96], 94, 1)
    + k.width_mark(24, 136, 104)
    + k.steps_mark(32, 112, 7, 14),
    k.ground(90, "H62c2 14 34 14 36 0H160")
    + k.put(k.BANANA, 22, 90, 1.3)
    + k.put(k.BANANA, 80, 98, 0.9)
    + k.path("M66 96c4 6 24 6 28 0z", "dk")
    + k.put(k.FULL_BASKET, 124, 90, 1),
    k.ground(92)
    + k.put(k.BANANA, 26, 92, 1.3)
    + k.crops(k.COFFEE, [78, 136], 92, 1)
    + k.crops(k.LEAF_LITTER, [104], 92, 1.2)
    + k.width_mark(78, 136, 104),
    k.ground(90)
    + k.crops(k.LEGUME, [60], 90, 1)
    + k.put(k.CASSAVA, 34, 90, 1)
    + k.put(k.TUBERS, 34, 90, 0.8)
    + k.person(86, 90, k.PLANT, k.WOMAN, 1)
    + k.crops(k.VETIVER, [140], 90, 1),
    k.ground(92)
    + k.path("M6 92V46M62 92V46", "", 3)
    + k.lined("y", "M0 48L34 28 68 48z")
    + k.put(k.COW, 34, 92, 0.95)
    + k.put(k.HEAP, 86, 92, 1)
    + k.arrow(98, 70, 22, 0, "cl", 3.5)
    + k.put(k.BANANA, 140, 92, 1),
    k.rain_cloud(34, 14, 0.7)
    + k.slope(54, 90)
    + k.path("M0 60c40 4 70 18 96 24h64", "wl", 6)
    + k.person(84, 76, k.DIG, k.MAN, 0.9, flip=True, held="M6-26L28 2"),
)
