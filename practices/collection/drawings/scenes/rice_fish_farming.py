"""Rice-fish: rice in shallow water and fish in the deeper trench of the same field."""

from practices.collection.drawings import kit as k

_BED = "H14l6 16H92l6 22h34l8-38H160"


def _field() -> str:
    return k.ground(62, _BED) + k.water("M17 70H137l-6 30H98l-6-22H20z")


MAIN = (
    _field()
    + k.crops(k.RICE, [42, 58, 74], 78, 1.1)
    + k.put(k.FISH, 114, 92, 0.95)
    + k.put(k.FISH, 110, 80, 0.6, flip=True)
    + k.person(150, 62, k.HOLD, k.WOMAN_PADDY, 0.85, flip=True)
    + k.dots(((126, 44), (122, 52), (126, 58), (120, 62), (128, 66)), "", 3)
    + k.person(8, 62, k.BEND, k.MAN_PADDY, 0.8)
    + k.path("M26 56v22M30 56v22M34 56v22M24 60h12M24 70h12", "", 1.6)
)
STEPS = (
    k.ground(84, "H44l10-28h24l10 28H160")
    + k.water("M86 76H162V86H90z")
    + k.depth_mark(34, 56, 84)
    + k.width_mark(54, 78, 48)
    + k.put(k.SPADE, 122, 80, 1),
    k.ground(72, "H60v28h44V72H160")
    + k.person(82, 100, k.DIG, k.WOMAN_PADDY, 0.95, held="M6-26L28-14")
    + k.depth_mark(116, 72, 100)
    + k.width_mark(60, 104, 112)
    + k.put(k.EARTH_HEAP, 136, 72, 1)
    + k.crops(k.RICE_YOUNG, [16, 40], 72, 1.2),
    k.ground(60, "H56V92H104V60H160")
    + k.water("M58 72H102V92H58z")
    + k.path("M64 56v36M72 56v36M80 56v36M88 56v36M96 56v36M60 60h40M60 74h40M60 86h40", "", 1.8)
    + k.path("M8 76h34m-7-5 7 5-7 5", "wl", 3)
    + k.put(k.FISH, 128, 50, 0.9, flip=True),
    _field()
    + k.crops(k.RICE_YOUNG, [30, 52, 74], 78, 1.5)
    + k.put(k.BUCKET, 122, 40, 1.1, turn=-110)
    + k.put(k.FISH, 112, 60, 0.5)
    + k.many(k.FISH, [(108, 84), (122, 92)], 0.5)
    + k.arrow(104, 44, -2, 22, "", 2),
    _field()
    + k.crops(k.RICE, [34, 56, 78], 78, 1.2)
    + k.put(k.DROP_HAND, 116, 40, 0.85)
    + k.dots(((108, 52), (114, 58), (108, 64), (116, 68)), "", 3)
    + k.many(k.FISH, [(114, 80)], 0.9)
    + k.put(k.POT, 26, 44, 0.6)
    + k.put(k.CROSS, 26, 38, 1.5),
    k.ground(62, _BED)
    + k.water("M97 92H132l-2 8H98z")
    + k.many(k.FISH, [(112, 96)], 0.8)
    + k.crops(k.RICE, [70, 84], 78, 1.2)
    + k.person(30, 78, k.BEND, k.WOMAN_PADDY, 0.95)
    + k.put(k.SICKLE, 60, 66, 0.8)
    + k.put(k.BASKET, 148, 62, 0.8)
    + k.many(k.FISH, [(148, 50)], 0.6),
)
