"""Shade coffee: coffee bushes under wide-spaced trees, light between, bananas at the edge."""

from practices.collection.drawings import kit as k

_SHADE: k.Part = (
    k.Shape("", "M0 0V-52M0-38l10-10", 3.5),
    k.Shape(
        "g",
        "M-22-52c-6-10 2-20 11-18 4-12 24-13 30-3 11-3 19 9 13 18 0 8-12 10-19 6-10 6-27 5-35-3z",
        lined=True,
    ),
)

MAIN = (
    k.sun(80, 14, 7)
    + k.thin_ground(96)
    + k.many(_SHADE, [(28, 96), (116, 96)])
    + k.path("M70 26l-4 24M80 28v24M90 26l4 24", "lt", 2)
    + k.crops(k.COFFEE, [12, 130], 96, 1)
    + k.put(k.COFFEE, 88, 96, 1.3)
    + k.person(66, 96, k.SHOW, k.WOMAN, 0.9)
    + k.put(k.BANANA, 150, 96, 0.9)
)
STEPS = (
    k.ground(96)
    + k.put(_SHADE, 30, 96)
    + k.put(k.TREE, 84, 96, 1.4)
    + k.put(k.CONIFER, 132, 96, 1.2)
    + k.path(k.disc(78, 64, 3) + k.disc(88, 56, 3) + k.disc(92, 68, 3), "y"),
    k.sun(140, 14, 7)
    + k.ground(92)
    + k.put(k.BANANA, 30, 92, 1)
    + k.crops(k.LEGUME, [124], 92, 1.4)
    + k.crops(k.COFFEE, [62, 90], 92, 0.6),
    k.sun(80, 14, 7)
    + k.ground(96)
    + k.put(_SHADE, 28, 96)
    + k.put(_SHADE, 124, 96)
    + k.crops(k.COFFEE, [78], 96, 1)
    + k.width_mark(62, 98, 36),
    k.hot_sun(80, 18)
    + k.ground(84)
    + k.put(k.TREE, 28, 84, 1.2)
    + k.path("M6 88h42v5H6z", "dk")
    + k.person(70, 84, k.WALK, k.WOMAN, 0.95)
    + k.path(
        "M62 96h5M74 100h5M86 96h5M98 100h5M110 96h5M122 100h5M134 96h5M14 100h5M26 96h5M38 100h5",
        "",
        4,
    ),
    k.ground(94)
    + k.put(_SHADE, 40, 94, 0.95)
    + k.path("M66 30l14-8M70 40l16 0", "cl", 3)
    + k.person(96, 94, k.SHOW, k.MAN, 1, flip=True)
    + k.put(k.MACHETE, 74, 44, 0.7, flip=True)
    + k.crops(k.LEAF_LITTER, [66], 94, 1.1),
    k.ground(94)
    + k.put(k.COFFEE, 110, 94, 2)
    + k.person(56, 94, k.SHOW, k.WOMAN, 1.05)
    + k.put(k.BASKET, 24, 94, 0.9)
    + k.path(k.disc(140, 92, 2.5) + k.disc(150, 93, 2.5), "e2"),
)
