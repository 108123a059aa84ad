"""Winter cover crops: the soil is never bare between two harvests."""

from practices.collection.drawings import kit as k

MAIN = (
    k.cloud(36, 18, 1)
    + k.cloud(112, 22, 1.1)
    + k.ground(84)
    + k.path("M20 84V70M52 84V68M84 84V71M116 84V69M148 84V70", "lt", 4)
    + k.crops(k.CLOVER, [36, 68, 100, 132], 84, 1.5)
    + k.crops(k.RICE_YOUNG, [28, 60, 92, 124, 152], 84, 1.3)
    + k.many(k.ROOTS, [(36, 85), (68, 85), (100, 85), (132, 85)], 1.4)
    + k.many(k.WORMS, [(20, 108), (84, 112)], 0.9)
)
STEPS = (
    k.ground(86)
    + k.put(k.CLOVER, 36, 86, 2)
    + k.many(k.FLOWER, [(30, 66), (42, 64)], 1)
    + k.put(k.ROOTS, 36, 87, 1.2)
    + k.many(k.NODULE, [(31, 98), (41, 98), (36, 103)], 1)
    + k.path("M76 52v12M70 58h12", "", 3)
    + k.crops(k.WHEAT, [114, 122, 130], 86, 1.3)
    + k.put(k.ROOTS, 122, 87, 1.7),
    k.sun(138, 18)
    + k.ground(88)
    + k.crops(k.MAIZE, [134], 88, 1.2)
    + k.path("M18 88v-8M44 88v-8", "lt", 4)
    + k.person(46, 88, k.HOLD, k.WOMAN, 1.05)
    + k.seeds([(66, 62), (74, 70), (84, 66), (78, 82), (92, 80)]),
    k.cloud(30, 18, 0.9)
    + k.cloud(84, 14, 0.8)
    + k.rain(24, 90, 30, 2, 20)
    + k.ground(86)
    + k.crops(k.COVER, [14, 36, 58, 80, 102], 86, 1.2)
    + k.put(k.COW, 138, 84, 0.75, flip=True)
    + k.put(k.CROSS, 138, 64, 1.5),
    k.ground(88)
    + k.crops(k.CLOVER, [112, 138], 88, 1.5)
    + k.person(56, 88, k.BEND, k.MAN, 1.05)
    + k.put(k.SICKLE, 88, 76, 1)
    + k.crops(k.LEAF_LITTER, [22], 88, 1.2),
    k.sun(138, 18)
    + k.ground(86)
    + k.crops(k.LEAF_LITTER, [14, 66, 118], 86, 1.2)
    + k.person(40, 86, k.DIG, k.WOMAN_GREEN, 1.05)
    + k.path("M52 44L74 90", "", 3.5)
    + k.seeds([(76, 92)])
    + k.crops(k.SEEDLING, [104, 130, 152], 86, 1.2),
    k.ground(88)
    + k.path("M80 96V30", "", 2.5)
    + k.crops(k.MAIZE, [34], 88, 1.3)
    + k.path("M4 90h72v8H4z", "dk")
    + k.put(k.WORMS, 36, 108, 1)
    + k.crops(k.MAIZE, [112, 140], 88, 0.8)
    + k.many(k.CRACK, [(100, 88), (126, 88), (150, 88)], 0.9),
)
