"""What is wrong with the land, as the farmer sees it."""

from practices.collection.drawings import kit as k

_WILTED = "M0 0V-16c0-9 9-10 11-2"
_WILTED_LEAVES = "M0-10c-5-1-8 3-9 9 5-1 8-4 9-9zM11-18c3 2 3 6 1 10-3-3-3-7-1-10z"


def _wilted(x: float, y: float, scale: float = 1, *, ink: str = "e1") -> str:
    part = (k.Shape("l", _WILTED), k.Shape(ink, _WILTED_LEAVES, 1.2, lined=True))
    return k.put(part, x, y, scale)


def _hard_soil() -> str:
    return (
        k.hot_sun(136, 22)
        + k.ground(80)
        + k.cracks([14, 40, 104, 128, 150], 80, 20)
        + k.person(44, 80, k.DIG, k.MAN, 1.12, held="M4-27L42 2")
        + k.path("M91 79c5-4 10-2 11 4-5 2-9 1-12-1z", "k")
        + k.path("M97 72l2-9M104 75l8-6M106 81l9 1", "", 2.5)
    )


def _soil_washed_away() -> str:
    def y(x: float) -> float:
        return k.on_slope(50, 100, x)

    gullies = "".join(
        f"M{x} {y(x):.0f}c3 10-2 14 4 {d} 5-8 3-16 8-{d - 4}z" for x, d in ((58, 22), (92, 20))
    )
    return (
        k.rain_cloud(34, 20)
        + k.slope(50, 100)
        + k.path(gullies, "e3")
        + k.path("M26 56c12 0 16 7 28 8M66 69c10 1 14 8 26 9M104 81c9 2 13 8 24 9", "wl", 3.5)
        + k.clods([(60, 60), (72, 64), (98, 73), (110, 78), (122, 82), (136, 88)][0:6])
        + k.lined("e2", "M126 92c12-3 26-2 34 0v10l-6 1c-10-2-18-6-28-11z", 1.5)
        + k.arrow(78, 40, 46, 15, "cl", 4)
    )


def _wind() -> str:
    curls = (
        "M6 30h76c13 0 13-16 2-16-6 0-9 5-6 9M20 44h100c15 0 15-18 3-18-7 0-9 6-6 10"
        "M8 58h64c11 0 13 12 4 13-5 0-7-4-5-7"
    )
    bent = "M0 0c2-10 8-15 17-17M6-10c0-4 5-6 11-5M2-5c-2-5 1-8 5-9"
    plants = "".join(k.moved(bent, _at(x, 90, 1.5)) for x in (14, 46, 78))
    return (
        k.path(curls, "", 2.5)
        + k.ground(90)
        + k.path(plants, "l", 2.5)
        + k.path("M124 90c6-13 22-17 36-16v16z", "e1")
        + k.path("M124 90c6-13 22-17 36-16", "")
        + k.dots(
            (
                (92, 62),
                (102, 56),
                (112, 66),
                (124, 58),
                (134, 50),
                (146, 60),
                (152, 46),
                (138, 66),
                (116, 74),
                (100, 78),
                (84, 80),
                (128, 70),
            ),
            "cl",
            4,
        )
    )


def _at(x: float, y: float, scale: float = 1) -> k.Move:
    return k.Move(x, y, scale)


def _falling_harvest() -> str:
    return (
        k.ground(92)
        + k.crops(k.MILLET, [14, 26], 92, 1.15)
        + k.put(k.SACK, 48, 92, 1.25)
        + k.crops(k.MILLET, [74], 92, 0.8)
        + k.put(k.SACK, 92, 92, 0.85)
        + k.crops(k.SEEDLING, [120], 92, 1)
        + k.put(k.SACK, 140, 92, 0.5)
        + k.arrow(64, 26, 76, 34, "cl", 5)
    )


def _no_grass() -> str:
    return (
        k.hot_sun(134, 24)
        + k.ground(90)
        + k.put(k.COW, 70, 90, 1.45)
        + k.path("M58 56c-2 5-2 10 0 14M65 56c-2 5-2 10 0 15M72 56c-2 5-2 10 0 15", "", 1.5)
        + k.crops(k.DRY_GRASS, [14, 34, 118, 136, 152], 90, 1)
        + k.stones([(128, 91)], 0.5)
    )


def _salty_soil() -> str:
    crust = (
        "M0 84c10-7 22-7 30 0zM46 84c8-9 30-9 38 0zM98 84c10-8 24-8 32 0zM142 84c6-6 12-6 18-4v4z"
    )
    return (
        k.hot_sun(134, 22)
        + k.ground(84)
        + k.path(crust, "s")
        + _wilted(38, 84, 1.5)
        + _wilted(90, 84, 1.3)
        + k.path(
            "M16 70v7M12.500 73.500h7M64 66v8M60 70h8M114 68v8M110 72h8M150 70v6M147 73h6", "", 1.6
        )
        + k.path(
            "M14 98v-8M11 93l3-3 3 3M66 98v-8M63 93l3-3 3 3M116 98v-8M113 93l3-3 3 3", "s", 1.6
        )
    )


def _little_rain() -> str:
    return (
        k.hot_sun(38, 28)
        + k.cloud(112, 24, 0.9)
        + k.path("M112 38c4 5 5 8 5 10a5 5 0 0 1-10 0c0-2 1-5 5-10z", "w")
        + k.ground(84)
        + k.cracks([16, 44, 70, 98, 126, 148], 84, 22)
        + _wilted(56, 84, 1.6)
        + _wilted(86, 84, 1.6)
        + _wilted(116, 84, 1.6)
    )


def _too_much_water() -> str:
    return (
        k.rain_cloud(38, 18)
        + k.rain_cloud(112, 16)
        + k.ground(94)
        + k.crops(k.MAIZE, [26, 56, 86, 116, 142], 94, 0.9)
        + k.water("M0 72c20-4 40 4 60 0s40-4 60 0 30 2 40 0V94H0z")
        + k.path("M26 94V72M56 94V72M86 94V72M116 94V72M142 94V72", "l", 2)
        + k.ripples([(10, 82), (66, 84), (122, 81)], 7)
    )


def _pests() -> str:
    # the discs turn the other way round than the leaf: they are holes in it
    leaf = (
        "M22 84C36 40 84 20 142 34c-6-2-10 6-5 10-8-1-11 8-4 13C118 82 72 96 22 84z"
        + k.disc(102, 42, 6)
        + k.disc(76, 83, 5)
        + k.disc(119, 60, 4)
    )
    return (
        k.ground(104)
        + k.path("M12 104c2-10 6-16 10-20", "l", 4)
        + k.lined("g", leaf)
        + k.path("M22 84C60 74 88 62 110 50", "l")
        + k.put(k.CATERPILLAR, 68, 62, 1.7, turn=-22)
    )


def _few_trees() -> str:
    dead = (
        "M0 0V-44M0-20l14-14M0-28l-12-12M14-34l2-10M14-34l9-3"
        "M-12-40l-7-2M-12-40l1-8M0-44l5-8M0-44l-5-7"
    )
    return (
        k.sun(132, 22, 10)
        + k.field(66)
        + k.crops_at(k.STUMP, [(26, 92), (62, 78), (98, 92)], 1)
        + k.crops_at(k.STUMP, [(128, 78)], 0.8)
        + k.path(k.moved(dead, _at(146, 94, 1.1)), "", 3)
        + k.path("M8 108h.1", "e1")
    )


def _poor_soil() -> str:
    return (
        k.sun(134, 20)
        + k.path("M0 64H160V120H0z", "e1")
        + k.path("M0 64H160v10c-40 4-110-3-160 1z", "s")
        + k.path("M0 104c30-3 54 2 84 0s50-2 76 1V120H0z", "e2")
        + k.path("M0 64H160")
        + k.pebbles([(24, 92), (62, 100), (120, 90), (146, 104)], 0.8)
        + _wilted(40, 64, 1.1, ink="y")
        + _wilted(80, 64, 1.1, ink="y")
        + _wilted(120, 64, 1.1, ink="y")
        + k.path("M40 64v10M80 64v10M120 64v10M80 68l-4 5M40 68l4 5M120 68l4 5", "", 1.3)
    )


PROBLEMS: dict[str, str] = {
    "hard_soil": _hard_soil(),
    "soil_washed_away": _soil_washed_away(),
    "wind": _wind(),
    "falling_harvest": _falling_harvest(),
    "no_grass": _no_grass(),
    "salty_soil": _salty_soil(),
    "little_rain": _little_rain(),
    "too_much_water": _too_much_water(),
    "pests": _pests(),
    "few_trees": _few_trees(),
    "poor_soil": _poor_soil(),
}
