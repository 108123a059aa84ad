"""What a person sees and feels when she digs: the answers of the soil questions."""

from practices.collection.drawings import kit as k

_BOTTLE = (
    k.Shape("s", "M-6-22h12c0 7 5 8 5 16v24h-22v-24c0-8 5-9 5-16zM-6-22v-6h12v6"),
    k.Shape("y", "M-11 0h22v18h-22z", lined=True),
)
_CRUMBS = "M-26 0c2-6 8-6 9-2 1-7 10-8 11-1 2-8 12-8 13 0 2-7 10-6 11 0 2-5 8-4 9 3z"


def _palm(x: float = 78, y: float = 72) -> str:
    return k.put(k.PALM_UP, x, y - 15)


def _bedrock(y: float) -> str:
    return k.path(f"M0 {y}c20-5 34 3 52-1s30 5 52 0 34-3 56 1V120H0z", "s") + k.path(
        f"M20 {y + 4}l8 12-5 14M60 {y + 2}l-4 16 9 12M104 {y + 2}l7 14-4 14M140 {y + 3}l-6 12 7 10",
        "",
        1.5,
    )


def _peat_spongy() -> str:
    drops = (
        "M56 92c3 4 3 9 0 9s-3-5 0-9zM80 94c3 5 3 10 0 10s-3-5 0-10zM104 92c3 4 3 9 0 9s-3-5 0-9z"
    )
    fist = (
        "M0 34c14-4 26-8 36-8 20-4 52-6 70-2 10 2 16 8 16 16 0 4-2 6-4 8 3 4 2 9-2 11 1 5-2 8-7"
        " 9 0 5-4 8-9 7"
        "-20 4-44 4-60-1-12-2-26 0-40 4z"
    )
    return (
        k.path("M44 30c4-12 20-18 36-18s34 6 38 18c3 10-6 20-20 22H62C50 50 40 42 44 30z", "dk")
        + k.path("M44 30c4-12 20-18 36-18s34 6 38 18c3 10-6 20-20 22H62C50 50 40 42 44 30z")
        + k.path("M58 28l6-3M78 22h6M96 28l6 2M70 34h4M90 36h4", "lt", 2)
        + k.path(fist, "hd")
        + k.path("M84 42c8-2 22-3 34-2M84 54c8-1 20 0 32 1M82 65c8 0 18 2 26 3", "", 1.5)
        + k.path("M62 78c-4 6-6 8-4 10M80 80c-3 4-4 8-2 10M98 78c-2 5 0 8 2 10", "dk")
        + k.path(drops, "w", 1.6)
        + k.path("M58 112c10-4 36-4 46 0M70 116h22", "wl", 2)
    )


def _no_ball() -> str:
    return (
        _palm(78, 78)
        + k.path("M52 78c10-17 40-17 52 0z", "e1")
        + k.path("M52 78c10-17 40-17 52 0", "", 2)
        + k.dashed(k.disc(78, 38, 21))
        + k.path("M58 18L98 58", "cl", 4)
        + k.dots(
            (
                (64, 66),
                (72, 62),
                (84, 61),
                (92, 66),
                (120, 96),
                (128, 92),
                (124, 104),
                (134, 100),
                (116, 106),
                (130, 112),
                (140, 110),
            ),
            "lt",
            3.5,
        )
        + k.dots(
            ((66, 72), (78, 68), (90, 72), (120, 96), (134, 100), (124, 108), (138, 92)), "", 2.4
        )
    )


def _water_months() -> str:
    crescent = "c-9 1-11 17 0 18 4 0 7-2 8-5-8 2-12-7-8-13z"
    moons = k.lined("y", "".join(f"M{x} 8{crescent}" for x in (96, 120, 144)))
    return (
        moons
        + k.path("M0 78H160V120H0z", "s")
        + k.path("M0 78H160")
        + k.water("M0 60c20-3 40 3 60 0s40-3 60 0 30 2 40 0V78H0z")
        + k.ripples([(26, 68), (80, 70), (124, 67)])
        + k.crops(k.REEDS, [20, 66, 112], 74, 1.2)
        + k.dots(
            (
                (16, 92),
                (40, 100),
                (64, 90),
                (92, 104),
                (116, 94),
                (140, 102),
                (28, 112),
                (76, 112),
                (128, 112),
                (152, 90),
            ),
            "cl",
            8,
        )
        + k.path("M10 90l8 6M60 96l8-4M108 106l8-5M134 90l6 4", "cl", 4)
    )


def _volcanic_fluffy() -> str:
    return (
        k.path("M88 58L114 20h14l32 40V66H84z", "e3")
        + k.path("M88 58L114 20h14l32 40M108 29c6 4 20 4 26 0")
        + k.path("M118 16c-6-4-2-10 4-9 1-5 9-6 11-1 6-2 10 4 6 8-4 4-16 5-21 2z", "s", 1.6)
        + _palm(72, 86)
        + k.put((k.Shape("dk", _CRUMBS, lined=True),), 74, 84, 1.5)
        + k.path("M52 62l-3-4M70 56v-6M88 58l3-5M102 66l5-3", "", 1.6)
        + k.dots(((60, 54), (78, 46), (96, 52), (44, 66), (84, 66), (66, 72)), "", 3)
    )


def _ash_over_rust() -> str:
    return (
        k.sun(20, 18)
        + k.crops(k.CONIFER, [24, 56], 52, 0.85)
        + k.path("M0 52H160V120H0z", "e2")
        + k.path("M0 52H160v10c-50 3-110-2-160 1z", "dk")
        + k.path("M0 63c50-3 110 2 160-1v22c-30 4-60-2-90 1s-50 2-70-1z", "s")
        + k.path("M0 104c30-3 54 2 84 0s50-2 76 1V120H0z", "e3")
        + k.path("M0 52H160")
        + k.put(k.SPADE, 116, 98, 1.35)
    )


def _cracks_sticky() -> str:
    plates = (
        "M0 56c16-4 30-4 44-2l-4 24L0 84zM52 54c16-2 32-2 46 0l6 26-56-2z"
        "M106 54c18-1 36 0 54 3v26l-48-4z"
        "M0 94l38-8 6 34H0zM50 88l54 2 2 30H54zM112 90l48 4v26h-46z"
    )
    return (
        k.hot_sun(22, 22)
        + k.path("M0 52H160V120H0z", "dk")
        + k.lined("e2", plates)
        + k.put(k.FOOT, 116, 72, 1.5)
        + k.path("M90 72c0 8 6 9 14 9s26 1 28-3c2-3 2-5 0-6z", "e2")
        + k.path("M90 72c0 8 6 9 14 9s26 1 28-3c2-3 2-5 0-6z", "", 1.8)
        + k.path("M98 82v10M108 82l1 12M120 81l-1 9", "cl", 4)
    )


def _fizz_vinegar() -> str:
    return (
        k.put(_BOTTLE, 118, 24, 0.9, turn=-118)
        + k.path("M90 36c3 4 3 9 0 9s-3-5 0-9z", "w", 1.6)
        + _palm(72, 92)
        + k.path("M50 90c-2-12 6-24 20-24s26 6 28 16c1 4 0 6-2 8z", "e1")
        + k.path("M50 90c-2-12 6-24 20-24s26 6 28 16c1 4 0 6-2 8z")
        + k.path(
            k.disc(70, 60, 5)
            + k.disc(82, 62, 4)
            + k.disc(92, 58, 5)
            + k.disc(78, 52, 3)
            + k.disc(66, 50, 2.5)
            + k.disc(98, 68, 4)
            + k.disc(60, 66, 3.5)
            + k.disc(88, 70, 3),
            "s",
            1.6,
        )
    )


def _red_crumbly() -> str:
    return (
        k.hot_sun(26, 26)
        + k.put(k.TREE, 118, 54, 0.9)
        + k.put(k.TREE, 144, 54, 0.75)
        + k.path("M88 54H160", "")
        + _palm(74, 88)
        + k.put((k.Shape("e2", _CRUMBS, lined=True),), 78, 86, 1.6)
        + k.dots(((62, 72), (84, 74), (96, 80), (70, 82)), "", 2.5)
        + k.path(k.disc(126, 104, 3.5) + k.disc(136, 98, 3) + k.disc(132, 112, 3), "e2")
        + k.path(k.disc(126, 104, 3.5) + k.disc(136, 98, 3) + k.disc(132, 112, 3), "", 1.5)
    )


def _none_of_these() -> str:
    return (
        k.ground(72)
        + k.put(k.SPADE, 46, 92, 1.35)
        + k.dots(((20, 82), (78, 84), (98, 80), (128, 84), (146, 80)), "", 3)
        + k.path("M92 34c0-18 28-19 28-1 0 11-12 11-13 22", "", 6)
        + k.path("M107 65h.1", "", 7)
    )


def _sand() -> str:
    return (
        _palm()
        + k.path("M48 70c12-20 42-20 54 0z", "e1")
        + k.path("M48 70c12-20 42-20 54 0")
        + k.dots(((58, 62), (68, 56), (78, 60), (88, 56), (94, 64), (72, 66)), "", 2.4)
        + k.path("M124 84v8M132 82v14M140 80v10M126 98v10M135 102v10M143 96v12", "lt", 3)
        + k.dots(((128, 96), (137, 98), (124, 112), (142, 114), (131, 116), (148, 106)), "", 3)
    )


def _loam() -> str:
    return (
        _palm()
        + k.path("M52 48c0-14 10-23 22-24l-3 16 8 8-6 10 4 12c-14 1-25-8-25-22z", "e2")
        + k.path("M52 48c0-14 10-23 22-24l-3 16 8 8-6 10 4 12c-14 1-25-8-25-22z")
        + k.path("M84 25c12 3 20 11 20 23 0 13-8 20-19 22l-3-11 6-11-8-9z", "e2")
        + k.path("M84 25c12 3 20 11 20 23 0 13-8 20-19 22l-3-11 6-11-8-9z")
        + k.ball(112, 66, 4)
        + k.ball(42, 66, 4)
        + k.path("M79 10v8M66 13l3 6M92 13l-3 6", "", 2)
    )


def _clay() -> str:
    ribbon = "M58 38c20-8 42-10 56-4 14 6 16 18 14 34"
    return (
        k.path(ribbon, "", 15)
        + k.path(ribbon, "cl", 11)
        + k.path(
            "M0 34c14 0 26-4 40-6 10-2 22-2 30 2 6 3 6 8 1 10 6 1 8 7 3 10 5 2 5 8 0 10 2 5-2 9"
            "-8 9-14 3-30 2-40-1"
            "C16 65 8 68 0 70z",
            "hd",
        )
        + k.path("M46 44c8-3 18-5 25-4M46 54c8-2 20-4 28-4M46 63c8-1 20-3 28-3", "", 1.5)
        + k.path("M36 28c8-8 18-12 28-11 5 1 5 7 0 9-6 2-12 4-16 8", "hd")
        + k.path("M148 32V70M144 32h8M144 70h8", "", 1.6)
        + k.ground(100)
    )


def _stones() -> str:
    return (
        k.ground(58)
        + k.stones([(22, 58), (60, 58), (134, 58)], 1.1)
        + k.pebbles(
            [
                (16, 82),
                (46, 78),
                (78, 86),
                (110, 78),
                (142, 86),
                (30, 104),
                (64, 108),
                (98, 104),
                (130, 110),
            ],
            1.2,
        )
        + k.put(k.HOE, 96, 54, 1.2, flip=True)
        + k.path("M88 46l-5-6M86 54l-8-1M94 42l-1-8", "", 2.2)
    )


def _shallow_rock() -> str:
    return (
        k.sun(24, 20)
        + k.path("M0 60H160V92H0z", "e1")
        + k.path("M0 60H160")
        + _bedrock(80)
        + k.put(k.SPADE, 96, 76, 1.2)
        + k.path("M106 70l7-3M107 77l8 1M86 70l-7-3", "", 2)
        + k.path("M26 62v16M22 62h8M22 78h8", "", 1.6)
        + k.put((k.Shape("l", "M0 0V-8M0-2l-5-5M0-3l5-5", 2),), 60, 60)
        + k.path("M60 60v8c-2 4-6 5-10 5M60 68c2 4 6 5 9 6", "", 1.3)
    )


def _salt_crust() -> str:
    return (
        k.hot_sun(134, 22)
        + k.ground(74)
        + k.path(
            "M0 74c8-6 18-6 26-3 8-6 22-5 30 0 10-5 22-4 30 0 8-5 20-5 28 0 8-5 16-4 24-1 8-3 16"
            "-3 22 0v9c-30 4-60-2-90 1"
            "s-50 2-70-1z",
            "s",
        )
        + k.path("M30 80l4 5M70 80l-4 4M112 80l4 4M140 80l-3 4", "", 1.4)
        + k.path(
            "M30 52v14M23 59h14M25 54l10 10M35 54L25 64M86 50v12M80 56h12M82 52l8 8M90 52l-8 8"
            "M112 58v8M108 62h8",
            "",
            1.6,
        )
    )


def _standing_water() -> str:
    return (
        k.sun(134, 20)
        + k.ground(66, "H24c6 26 106 26 112 0H160")
        + k.water("M27 72c20-3 40 3 54 0s36-3 52 0c-12 17-94 17-106 0z")
        + k.ripples([(50, 78), (88, 79)], 7)
        + k.crops(k.REEDS, [16], 66, 1)
    )


SOILS: dict[str, str] = {
    "peat_spongy": _peat_spongy(),
    "no_ball": _no_ball(),
    "water_months": _water_months(),
    "volcanic_fluffy": _volcanic_fluffy(),
    "ash_over_rust": _ash_over_rust(),
    "cracks_sticky": _cracks_sticky(),
    "fizz_vinegar": _fizz_vinegar(),
    "red_crumbly": _red_crumbly(),
    "none_of_these": _none_of_these(),
    "sand": _sand(),
    "loam": _loam(),
    "clay": _clay(),
    "stones": _stones(),
    "shallow_rock": _shallow_rock(),
    "salt_crust": _salt_crust(),
    "standing_water": _standing_water(),
}
