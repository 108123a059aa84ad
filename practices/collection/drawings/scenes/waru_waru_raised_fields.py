"""Waru waru: raised beds between water canals on the high plain."""

from practices.collection.drawings import kit as k

_BEDS = "M0 66H36l6 24H62l6-24H104l6 24H130l6-24H160"


def _beds(*, water: bool = True) -> str:
    sheet = k.water("M39 78H65L62 90H42zM107 78H133l-3 12H110z") if water else ""
    return (
        k.path(_BEDS + "V120H0z", "e1") + k.path("M0 98H160V120H0z", "e2") + k.path(_BEDS) + sheet
    )


MAIN = (
    k.sun(138, 16, 8)
    + k.put(k.MOUNTAIN, 40, 52, 0.9)
    + k.put(k.MOUNTAIN, 108, 52, 0.75)
    + k.path("M0 50H160V66H0z", "m")
    + _beds()
    + k.crops(k.POTATO, [8, 24, 76, 90, 146], 66, 0.95)
    + k.many(k.POTATO_ROOTS, [(16, 66), (84, 66), (148, 66)], 0.8)
    + k.ripples([(46, 84), (114, 84)], 5)
)
STEPS = (
    k.rain_cloud(34, 14, 0.7)
    + k.put(k.MOUNTAIN, 112, 52, 0.9)
    + k.path("M0 52H160V76H0z", "m")
    + k.ground(76)
    + k.water("M16 70c20-3 52-3 72 0v6H16z")
    + k.crops(k.GRASS, [100, 116, 132, 148], 76, 0.9),
    k.field(40, 108)
    + k.dashed("M40 42L20 106M66 41l-8 65M94 41l8 65M120 42l20 64", "6 4", 2)
    + k.many(
        k.POST,
        [(40, 44), (66, 44), (94, 44), (120, 44), (20, 102), (58, 102), (102, 102), (140, 102)],
        0.7,
    )
    + k.width_mark(68, 92, 54)
    + k.path("M44 94l6-14M124 90l-4-14", "wl", 3),
    k.path("M0 66H44V94H76V66H160V120H0z", "e1")
    + k.path("M0 100H160V120H0z", "e2")
    + k.path("M0 66H44V94H76V66H160")
    + k.person(60, 94, k.DIG, k.MAN, 0.95, held="M6-26L30-18")
    + k.clods([(92, 56), (100, 50), (96, 44), (106, 54), (112, 48)])
    + k.many(k.EARTH_HEAP, [(112, 66), (20, 66)], 1)
    + k.path("M132 66v-8h18v8zM134 58h14v-6h-14z", "g"),
    k.path("M0 90H30L38 54H122l8 36H160V120H0z", "e1")
    + k.path("M44 54H116l2 12H41z", "dk")
    + k.path("M0 102H160V120H0z", "e2")
    + k.path("M0 90H30L38 54H122l8 36H160")
    + k.lined(
        "g",
        "M31 88h10v-9h-8zM33 78h10v-9h-8zM36 68h10v-9h-8zM129 88h-10v-9h8zM127 78h-10v-9h8z"
        "M124 68h-10v-9h8z",
    )
    + k.depth_mark(146, 54, 90),
    _beds()
    + k.crops(k.POTATO, [8, 22], 66, 0.9)
    + k.person(66, 66, k.PLANT, k.WOMAN_ANDES, 0.9)
    + k.put(k.FULL_BASKET, 148, 65, 0.8)
    + k.many(k.POTATO_ROOTS, [(14, 66), (96, 63)], 0.7),
    _beds()
    + k.ripples([(46, 84), (114, 84)], 5)
    + k.crops(k.POTATO, [10, 26, 148], 66, 0.9)
    + k.person(74, 66, k.DIG, k.MAN_OCHRE, 0.9, held="M6-26L38 8")
    + k.path("M132 58c-8-14-22-14-28-4m-1-9 1 9 9-1", "", 2)
    + k.clods([(90, 62), (96, 60), (100, 64)]),
)
