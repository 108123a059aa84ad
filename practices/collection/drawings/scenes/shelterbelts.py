"""Shelterbelt: rows of trees lift the wind over the crop."""

from practices.collection.drawings import kit as k

_BENT: k.Part = (k.Shape("l", "M0 0q2-14 14-16M2-5q-1-9 11-7"),)

MAIN = (
    k.sun(142, 14, 7)
    + k.path(
        "M2 52c14 0 20-6 28-20s26-20 46-20 46 8 72 24m-10-1 10 1-5-8M2 68c10 0 18-4 24-14", "", 2.2
    )
    + k.ground(94)
    + k.crops_at(_BENT, [(4, 94), (16, 94)], 1)
    + k.put(k.CONIFER, 58, 94, 1.1)
    + k.put(k.TREE, 76, 94, 1.6)
    + k.put(k.SHRUB, 42, 94, 1)
    + k.crops(k.WHEAT, [102, 110, 118, 126, 134, 142, 150], 94, 1.1)
)
STEPS = (
    k.ground(92)
    + k.wind(4, 34, 70)
    + k.wind(4, 54, 60)
    + k.crops_at(_BENT, [(96, 92), (112, 92), (128, 92), (144, 92)], 1.3)
    + k.person(34, 92, k.SHOW, k.WOMAN, 0.9)
    + k.dots(((104, 60), (118, 54), (130, 62), (142, 50)), "cl", 4),
    k.ground(92)
    + k.put(k.TREE, 20, 92, 1.2)
    + k.put(k.TREE, 146, 92, 1.2)
    + k.crops(k.WHEAT, [48, 60, 72, 84, 96, 108], 92, 0.8)
    + k.depth_mark(38, 44, 92)
    + k.width_mark(24, 142, 104)
    + k.path("M39 100v8M55 100v8M71 100v8M87 100v8M103 100v8M119 100v8", "", 1.5),
    k.ground(92)
    + k.put(k.SHRUB, 20, 92, 1.1)
    + k.put(k.TREE, 58, 92, 1.5)
    + k.put(k.CONIFER, 100, 92, 1.2)
    + k.put(k.SHRUB, 140, 92, 1.1),
    k.rain_cloud(120, 14, 0.7)
    + k.ground(88)
    + k.crops(k.SAPLING, [94, 118, 142], 88, 1)
    + k.person(44, 88, k.PLANT, k.MAN, 1.05)
    + k.put(k.SAPLING, 74, 88, 1)
    + k.put(k.BUCKET, 18, 88, 0.8),
    k.ground(90)
    + k.mulch([16, 40, 64, 88], 90)
    + k.crops(k.SAPLING, [16, 40, 64, 88], 90, 1.2)
    + k.fence_line(104, 134, 92, 3, 20)
    + k.put(k.COW, 146, 70, 0.7, flip=True)
    + k.put(k.CROSS, 140, 50, 1.2),
    k.ground(92)
    + k.put(k.TREE, 66, 92, 1.5)
    + k.put(k.TREE, 104, 92, 1.5)
    + k.path("M4 70h132m-8-6 8 6-8 6M4 84h120", "", 2)
    + k.put(k.STUMP, 34, 92, 0.7)
    + k.put(k.SAPLING, 142, 92, 0.9)
    + k.put(k.MACHETE, 22, 50, 0.9),
)
