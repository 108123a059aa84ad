"""Alternate wetting and drying: a tube shows the water below ground; flood again when it is low."""

from practices.collection.drawings import kit as k


def _soil(y: float) -> str:
    return k.path(f"M0 {y}H160V120H0z", "e3")


def _water(y: float) -> str:
    return k.path(f"M-2 {y}H162V124H-2z", "w")


def _tube(level: float) -> str:
    return k.put(k.TUBE, 80, 64, 1.1) + k.path(f"M73.5 {level}h13V103h-13z", "w", 1.5)


MAIN = (
    k.sun(84, 14, 7)
    + _soil(68)
    + _water(100)
    + k.path("M0 68H160")
    + k.crops(k.RICE, [6, 20, 74, 102], 68, 1)
    + k.put(k.TUBE, 86, 70, 0.9)
    + k.person(36, 68, k.BEND, k.WOMAN_PADDY, 0.95)
    + k.put(k.GATE, 120, 68, 0.8)
    + k.person(146, 68, k.HOLD, k.MAN_PADDY, 0.85, flip=True)
)
STEPS = (
    k.ground(76, "H8l6-14h10l6 14H130l6-14h10l6 14H160")
    + k.water("M28 70H132l-2 6H30z")
    + k.path("M52 60h56M60 60v-14h40v14", "", 3)
    + k.arrow(108, 54, 16, 0)
    + k.arrow(52, 54, -16, 0),
    k.put(k.TUBE, 56, 46, 1.9)
    + k.put(k.SPAN, 118, 74, 1)
    + k.width_mark(43, 69, 12)
    + k.depth_mark(24, 22, 114)
    + k.path("M0 117H160", "cl", 4),
    _soil(74)
    + k.path("M0 74H160")
    + k.put(k.TUBE, 80, 68, 1.2)
    + k.arrow(80, 16, 0, 28, "cl", 4)
    + k.depth_mark(104, 54, 74)
    + k.crops(k.RICE_YOUNG, [12, 36, 124, 148], 74, 1.2),
    _soil(62)
    + _water(98)
    + k.path("M0 62H160")
    + _tube(98)
    + k.crops(k.RICE_YOUNG, [14, 40, 128, 150], 62, 1.3)
    + k.arrow(112, 66, 0, 28, "wl", 3.5)
    + k.put(k.DROP_BIG, 132, 24, 1)
    + k.path("M88 40c4-14 18-20 30-14m-7-6 7 6-4 8", "", 2),
    _soil(86)
    + k.water("M-2 72H162V86H-2z")
    + k.crops(k.RICE, [16, 42, 68, 94, 120, 146], 84, 1.5)
    + k.many(k.FLOWER, [(24, 50), (76, 50), (128, 50)], 0.8)
    + k.ripples([(30, 80), (106, 80)], 5),
    _soil(86)
    + k.path("M0 86H160")
    + k.mulch([10, 30, 50, 70], 86)
    + k.crops(k.STRAW_STUBBLE, [16, 40, 64], 86, 1.3)
    + k.person(112, 86, k.HOLD, k.WOMAN_PADDY, 1)
    + k.put(k.FULL_BASKET, 134, 62, 0.8)
    + k.put(k.HEAP, 146, 86, 0.8),
)
