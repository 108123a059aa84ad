"""How the land is used, by WOCAT code, and the page that found nothing."""

from practices.collection.drawings import kit as k

_MEADOW = "g"
_FRUIT = (
    *k.TREE,
    k.Shape(
        "e2", k.disc(-8, -28, 2.5) + k.disc(2, -36, 2.5) + k.disc(9, -26, 2.5) + k.disc(0, -25, 2.5)
    ),
)


def _ca() -> str:
    return (
        k.sun(136, 18)
        + k.ground(90)
        + k.crops(k.MAIZE, [18, 44, 70], 90, 1.25)
        + k.crops(k.MILLET, [94, 112, 130, 148], 90, 1.25)
    )


def _cp() -> str:
    return (
        k.sun(136, 16)
        + k.ground(94)
        + k.put(k.BANANA, 34, 94, 1.25)
        + k.put(k.BANANA_FRUIT, 38, 94, 1.3)
        + k.put(k.BANANA, 92, 94, 1.05)
        + k.path("M128 94V46M138 94V40M148 94V48", "l", 4)
        + k.path(
            "M128 50c-5-6-6-12-4-18M128 50c4-4 6-10 5-16M138 44c-6-6-7-12-5-18"
            "M138 44c5-4 7-10 6-16M148 52c5-4 7-9 8-14"
            "M148 52c-3-4-3-8-2-12",
            "l",
        )
        + k.path(
            "M126 82h4M126 70h4M126 58h4M136 78h4M136 66h4M136 54h4M146 82h4M146 70h4M146 60h4",
            "",
            1.3,
        )
    )


def _ct() -> str:
    return (
        k.sun(138, 16)
        + k.ground(94)
        + k.put(_FRUIT, 30, 94, 1.5)
        + k.put(_FRUIT, 84, 94, 1.5)
        + k.put(k.COFFEE, 122, 94, 1)
        + k.put(k.COFFEE, 146, 94, 1)
    )


def _ge() -> str:
    return (
        k.sun(20, 18)
        + k.path("M0 66c40-8 110-8 160-2V94H0z", "m")
        + k.ground(92)
        + k.put(k.ACACIA, 116, 74, 1.15)
        + k.put(k.COW, 44, 92, 0.95)
        + k.put(k.GOAT, 92, 92, 0.8)
        + k.put(k.GOAT, 140, 92, 0.8)
        + k.crops(k.GRASS, [10, 72, 116], 92, 0.8)
    )


def _gi() -> str:
    return (
        k.sun(136, 18)
        + k.path("M0 64c40-6 110-6 160-2V92H0z", "g")
        + k.ground(92)
        + k.put(k.FENCE, 32, 72, 1)
        + k.put(k.FENCE, 80, 72, 1)
        + k.put(k.FENCE, 128, 72, 1)
        + k.put(k.COW, 48, 92, 1)
        + k.put(k.COW, 108, 92, 1)
        + k.crops(k.GRASS, [10, 20, 78, 86, 138, 146, 154], 92, 0.9)
    )


def _fn() -> str:
    return (
        k.ground(96)
        + k.put(k.TREE, 24, 94, 1.6)
        + k.put(k.PALM_TREE, 62, 94, 1.4)
        + k.put(k.TREE, 98, 94, 1.9)
        + k.put(k.TREE, 140, 94, 1.4)
        + k.crops(k.SHRUB, [46, 76, 122], 96, 0.8)
    )


def _fp() -> str:
    return k.sun(146, 14, 7) + k.ground(96) + k.crops(k.CONIFER, [18, 49, 80, 111, 142], 96, 1.35)


def _xf() -> str:
    return (
        k.sun(72, 18)
        + k.ground(94)
        + k.put(k.TREE, 28, 94, 1.7)
        + k.put(k.TREE, 114, 94, 1.7)
        + k.crops(k.MAIZE, [56, 72, 88], 94, 0.9)
        + k.crops(k.MAIZE, [142, 154], 94, 0.9)
    )


def _xp() -> str:
    return (
        k.sun(140, 18)
        + k.ground(94)
        + k.crops(k.MILLET, [12, 28, 44, 60], 94, 1.3)
        + k.put(k.COW, 112, 94, 1.25)
    )


def _xa() -> str:
    return (
        k.ground(94)
        + k.put(k.TREE, 28, 94, 1.7)
        + k.crops(k.MILLET, [56, 70, 84], 94, 1.15)
        + k.put(k.COW, 126, 94, 1.15)
        + k.sun(140, 18)
    )


def _xs() -> str:
    return (
        k.path("M0 70c40-6 110-6 160-2V94H0z", "g")
        + k.ground(94)
        + k.put(k.TREE, 26, 80, 1.5)
        + k.put(k.TREE, 132, 80, 1.5)
        + k.put(k.COW, 62, 94, 1)
        + k.put(k.SHEEP, 112, 94, 1)
        + k.crops(k.GRASS, [10, 30, 88, 136, 150], 94, 0.9)
    )


def _w() -> str:
    return (
        k.sun(134, 20)
        + k.hills(46)
        + k.ground(66, "H14c10 46 122 46 132 0H160")
        + k.water("M18 72c20-3 40 3 60 0s44-3 64 0c-14 38-110 38-124 0z")
        + k.ripples([(34, 80), (86, 82)], 7)
        + k.put(k.FISH, 74, 94, 1)
        + k.crops(k.REEDS, [12, 150], 68, 1)
    )


def _nothing_found() -> str:
    return (
        k.ground(88)
        + k.crops(k.GRASS, [14, 140], 88, 0.8)
        + k.path(k.disc(78, 48, 27), "s", 4)
        + k.path("M98 68l24 20", "", 8)
        + k.path("M60 56c6-3 12 2 18 0s12-2 18 0", "lt", 3)
    )


USES: dict[str, str] = {
    "Ca": _ca(),
    "Cp": _cp(),
    "Ct": _ct(),
    "Ge": _ge(),
    "Gi": _gi(),
    "Fn": _fn(),
    "Fp": _fp(),
    "Xf": _xf(),
    "Xp": _xp(),
    "Xa": _xa(),
    "Xs": _xs(),
    "W": _w(),
    "nothing_found": _nothing_found(),
}
