"""Intensive silvopasture: cattle between rows of leucaena in tall grass, with high trees."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 16, 8)
    + k.path("M0 60c40-6 110-6 160-2V94H0z", "m")
    + k.ground(94)
    + k.put(k.TREE, 132, 70, 1.5)
    + k.crops(k.COPPICE, [12, 44, 76, 106], 72, 0.75)
    + k.put(k.COW, 50, 92, 1)
    + k.put(k.COW, 106, 92, 1)
    + k.crops(k.GRASS, [8, 20, 76, 138, 150], 94, 1.1)
    + k.fence_line(118, 160, 96, 3, 15)
)
STEPS = (
    k.rain_cloud(34, 16, 0.8)
    + k.thin_ground(80)
    + k.crops(k.GRASS, [14, 34, 54], 80, 1)
    + k.put(k.STAKE, 76, 80, 1.2)
    + k.path("M76 60h18v10H76z", "y")
    + k.put(k.TICK, 118, 50, 1.8),
    k.field(40, 108)
    + k.path(
        "M0 52c50-4 110-4 160 0v10C110 58 50 58 0 62zM0 86c50-4 110-4 160 0v12C110 94 50 94 0 98z",
        "e3",
    )
    + k.crops(k.SEEDLING, [14, 40, 112, 144], 58, 0.7)
    + k.put(k.DROP_HAND, 78, 52, 0.75)
    + k.seeds([(76, 62), (82, 70), (78, 80)])
    + k.crops(k.GRASS, [16, 140], 78, 0.8),
    k.ground(90)
    + k.crops(k.SAPLING, [20, 50], 90, 1.5)
    + k.person(78, 90, k.DIG, k.WOMAN, 0.95, held="M6-26L30-2")
    + k.fence_line(116, 160, 92, 3, 18)
    + k.put(k.COW, 140, 62, 0.7, flip=True)
    + k.put(k.CROSS, 138, 46, 1.4),
    k.sun(80, 16, 8)
    + k.path("M0 66c40-5 110-5 160-2V92H0z", "m")
    + k.ground(92)
    + k.put(k.TREE, 20, 92, 1.9)
    + k.put(k.TREE, 140, 92, 1.9)
    + k.crops(k.COPPICE, [60, 98], 90, 0.7)
    + k.width_mark(24, 136, 102),
    k.path("M0 44c40-4 110-4 160 0V104H0z", "m")
    + k.path("M56 43h104V104H56z", "g")
    + k.path("M0 104H160V120H0z", "e2")
    + k.path("M56 42V104M108 42V104", "", 2.5)
    + k.path("M0 104H160")
    + k.put(k.COW, 28, 84, 0.75)
    + k.crops(k.GRASS, [68, 84, 98], 80, 1.1)
    + k.crops(k.GRASS, [120, 134, 148], 80, 1.5)
    + k.path("M30 34c12-14 36-14 48-2m1-10-1 10-10-2", "cl", 3.5)
    + k.path("M8 96h18v6H8z", "w"),
    k.ground(92)
    + k.put(k.COPPICE, 20, 92, 1.9)
    + k.person(58, 92, k.DIG, k.MAN, 1.1)
    + k.put(k.MACHETE, 88, 62, 0.9)
    + k.path("M104 92V66M98 92V68M110 92V68M122 92v-4", "", 4)
    + k.crops(k.LEAF_LITTER, [122, 136, 148], 92, 1.2)
    + k.depth_mark(138, 64, 88),
)
