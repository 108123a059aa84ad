"""Trees that grow back: choose shoots of a living stump, prune the others, let them grow."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(92, 14, 7)
    + k.ground(94)
    + k.put(k.TREE, 136, 94, 1.5)
    + k.put(k.TREE, 100, 94, 0.9)
    + k.crops(k.MILLET, [116, 152], 94, 0.8)
    + k.put(k.STUMP, 66, 94, 1.2)
    + k.path("M66 84V42M61 84c-4-6-8-8-12-8M71 84c4-5 8-6 11-6", "l", 3)
    + k.path(
        "M66 56q3-11 15-8-3 11-15 8zM66 62q-12 3-15-8 12-3 15 8zM66 44q-6-8 0-16 6 8 0 16z", "g"
    )
    + k.put(k.ROOTS, 66, 95, 1.3)
    + k.person(24, 94, k.DIG, k.MAN, 1.15)
    + k.put(k.MACHETE, 54, 66, 0.75)
)
STEPS = (
    k.hot_sun(134, 22)
    + k.ground(86)
    + k.put(k.STUMP, 92, 86, 0.9)
    + k.put(k.SPROUTS, 92, 80, 0.7)
    + k.person(40, 86, k.SHOW, k.WOMAN, 1.05)
    + k.path("M108 86V50h14v9h-14", "y")
    + k.path("M108 86V50h14v9h-14")
    + k.many(k.ROOTS, [(92, 87)], 1.2),
    k.field(40, 108)
    + k.many(k.SAPLING, [(28, 68), (80, 60), (132, 70), (54, 96), (110, 98)], 0.9)
    + k.path("M104 48L90 106M56 48L72 106M10 50L4 106M152 50l6 56", "cl", 2)
    + k.many(k.TICK, [(28, 38), (132, 40), (80, 30)], 0.7),
    k.ground(92)
    + k.put(k.STUMP, 80, 92, 1.6)
    + k.path("M74 76V34M86 76V30M80 76V26", "l", 3)
    + k.path(
        "M74 46q-10 2-13-8 10-2 13 8zM86 44q3-10 13-8-3 10-13 8zM80 34q-5-7 0-14 5 7 0 14z", "g"
    )
    + k.dashed("M68 80C56 70 50 60 46 48M92 80c10-8 16-18 20-30", "5 5", 2.5)
    + k.put(k.MACHETE, 36, 76, 0.9)
    + k.path("M112 90l26-10M118 90l28-4", "l", 3),
    k.ground(94)
    + k.path("M100 94V24", "l", 4)
    + k.path(
        "M100 44q4-14 20-11-3 14-20 11zM100 50q-17 3-20-11 16-3 20 11z"
        "M100 28q-8-10 0-20 8 10 0 20z",
        "g",
    )
    + k.dashed("M100 84l-14-10M100 78l14-10M100 70l-14-10", "4 4", 2.5)
    + k.person(56, 94, k.DIG, k.WOMAN, 1.05)
    + k.put(k.MACHETE, 84, 66, 0.7)
    + k.depth_mark(132, 60, 94),
    k.ground(92)
    + k.put(k.TREE, 40, 92, 1.5)
    + k.path("M34 74h13v6H34z", "y")
    + k.crops(k.MILLET, [14, 68], 92, 0.8)
    + k.put(k.GOAT, 92, 92, 0.8, flip=True)
    + k.put(k.CROSS, 92, 66, 1.2)
    + k.path("M118 90h32M120 84h32M116 78h30", "", 4)
    + k.put(k.TICK, 134, 58, 1.3),
)
