"""Rotational grazing: one plot is grazed while the others rest and grow."""

from practices.collection.drawings import kit as k


def _plots(y: float = 44) -> str:
    return (
        k.path(f"M0 {y}c40-4 110-4 160 0V104H0z", "g")
        + k.path("M0 104H160V120H0z", "e2")
        + k.path("M0 104H160")
    )


MAIN = (
    k.sun(20, 16, 8)
    + _plots()
    + k.path("M54 41h54l6 63H46z", "m")
    + k.path("M54 41L46 104M108 41l6 63", "", 2.5)
    + k.path("M0 60L52 58M0 84L49 82M110 58l50 2M112 82l48 2", "", 1.3)
    + k.put(k.COW, 74, 74, 0.6)
    + k.put(k.COW, 82, 98, 0.8)
    + k.crops(k.GRASS, [10, 28, 124, 144], 76, 1.3)
    + k.crops(k.GRASS, [8, 26, 130, 150], 100, 1.7)
)
STEPS = (
    k.ground(94)
    + k.lined("e3", "M66 94l14-26 14 26z")
    + k.path("M18 66H142", "", 4)
    + k.put(k.COW, 42, 64, 0.95)
    + k.crops(k.GRASS, [104, 118, 132], 64, 1.7)
    + k.put(k.TICK, 80, 34, 1.3),
    _plots()
    + k.path("M0 43H80V70H0z", "m")
    + k.path("M80 42V104", "", 2.5)
    + k.fence_line(0, 160, 72, 7, 12)
    + k.path(k.disc(80, 74, 11), "w")
    + k.put(k.COW, 36, 66, 0.7)
    + k.crops(k.GRASS, [20, 48, 110, 140], 98, 1.3),
    k.ground(92)
    + k.put(k.COW, 44, 92, 1)
    + k.crops(k.GRASS, [76, 94, 114], 92, 0.9)
    + k.crops(k.GRASS, [132, 148], 92, 2.2)
    + k.put(k.SPAN, 106, 80, 0.65)
    + k.path("M124 98V50", "", 2.5)
    + k.depth_mark(84, 66, 92)
    + k.path("M92 40c10-12 34-12 44 0m1-10-1 10-10-2", "cl", 3.5),
    k.ground(92)
    + k.crops(k.GRASS, [14, 28, 42], 92, 0.8)
    + k.crops(k.GRASS, [66, 82, 98], 92, 1.6)
    + k.crops(k.VETIVER, [122, 138, 152], 92, 1)
    + k.path("M54 96V54M110 96V40", "", 2.5)
    + k.arrow(44, 30, 72, 0, "cl", 3.5)
    + k.sun(28, 26, 7)
    + k.path("M136 16c-9 1-11 17 0 18 4 0 7-2 8-5-8 2-12-7-8-13z", "y"),
    k.hot_sun(26, 22)
    + k.ground(90)
    + k.crops(k.DRY_GRASS, [92, 108], 90, 1.2)
    + k.crops(k.GRASS, [136, 150], 90, 1.8)
    + k.path("M122 96V50", "", 2.5)
    + k.person(54, 90, k.SHOW, k.WOMAN, 1.05)
    + k.path("M88 52h50m-8-6 8 6-8 6", "cl", 3),
    k.ground(90)
    + k.path("M80 98V30", "", 2.5)
    + k.put(k.COW, 38, 90, 1.05)
    + k.crops(k.GRASS, [8, 22, 58, 70], 90, 1.5)
    + k.put(k.COW, 118, 90, 0.75)
    + k.crops(k.DRY_GRASS, [92, 142, 152], 90, 1)
    + k.put(k.TICK, 38, 36, 1.3)
    + k.put(k.CROSS, 120, 40, 1.1),
)
