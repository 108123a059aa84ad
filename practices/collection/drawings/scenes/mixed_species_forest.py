"""Mixed forest: dark spruce, light birch and beech of all ages, young trees in a sunny gap."""

from practices.collection.drawings import kit as k

_BIRCH: k.Part = (
    k.Shape("s", "M-2.5 0l1-34h3l1 34z", 1.4),
    k.Shape("", "M-2-8h3M0-16h2M-1-24h2", 1.2),
    k.Shape("m", "M-9-26c-8-4-5-14 0-16-3-10 14-14 17-4 6 3 6 12 1 16 1 8-14 10-18 4z", lined=True),
)

MAIN = (
    k.sun(96, 16, 9)
    + k.thin_ground(96)
    + k.put(k.CONIFER, 20, 96, 1.5)
    + k.put(k.TREE, 52, 96, 1.7)
    + k.put(_BIRCH, 126, 96, 1.5)
    + k.put(k.CONIFER, 148, 96, 1.15)
    + k.crops(k.SAPLING, [82, 108], 96, 1)
    + k.put(k.CONIFER, 95, 96, 0.5)
    + k.path("M90 32l-6 22M98 34v22M106 32l6 20", "lt", 2)
    + k.many(k.WORMS, [(40, 112)], 0.9)
)
STEPS = (
    k.thin_ground(84)
    + k.put(k.SPADE, 40, 104, 1.2)
    + k.person(76, 84, k.SHOW, k.WOMAN, 0.95)
    + k.put(k.CONIFER, 112, 84, 0.8)
    + k.put(_BIRCH, 130, 84, 0.9)
    + k.put(k.TREE, 150, 84, 0.8),
    k.thin_ground(92)
    + k.put(_BIRCH, 24, 92, 1.6)
    + k.path("M40 44l8 10M46 38l12 12M50 50l14 16", "lt", 3)
    + k.crops(k.SEEDLING, [58, 78], 92, 1.2)
    + k.put(k.CONIFER, 112, 92, 0.9)
    + k.crops(k.SAPLING, [142], 92, 0.7)
    + k.put(k.TICK, 68, 66, 1),
    k.field(36, 108)
    + k.many(k.CONIFER, [(16, 74), (30, 68), (40, 78)], 0.5)
    + k.many(_BIRCH, [(76, 74), (90, 68), (100, 78)], 0.6)
    + k.many(k.TREE, [(124, 84), (144, 90), (134, 100)], 0.5)
    + k.dashed(
        "M8 82c4-40 42-44 44-2 0 8-40 10-44 2zM66 80c2-40 44-44 46-2 0 8-42 10-46 2z", "5 4", 1.8
    ),
    k.thin_ground(92)
    + k.crops(k.SAPLING, [32, 70], 92, 1.2)
    + k.fence_line(8, 96, 94, 6, 34)
    + k.put(k.GOAT, 130, 92, 1.1, flip=True)
    + k.put(k.CROSS, 128, 52, 1.4),
    k.thin_ground(94)
    + k.put(k.CONIFER, 16, 94, 1.1)
    + k.put(k.TREE, 118, 94, 1.7)
    + k.put(k.TICK, 118, 50, 1.2)
    + k.put(_BIRCH, 150, 94, 1.1)
    + k.person(44, 94, k.DIG, k.MAN, 0.95)
    + k.put(k.MACHETE, 70, 66, 0.7)
    + k.path("M80 94v-6M92 94v-6", "", 5),
    k.thin_ground(94)
    + k.put(k.CONIFER, 18, 94, 1.4)
    + k.put(k.TREE, 140, 94, 1.6)
    + k.put(k.STUMP, 78, 94, 1.2)
    + k.crops(k.SAPLING, [50, 102], 94, 0.8)
    + k.lined("e3", "M52 66h44v-10H52zM96 56a5 5 0 0 1 0 10z")
    + k.arrow(106, 60, 12, 0, "", 2),
)
