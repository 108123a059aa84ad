"""SRI: single young seedlings in a wide grid, and a push weeder between the rows."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 14, 7)
    + k.hills(40)
    + k.field(54, 108)
    + k.path("M0 70H160M0 88H160M0 103H160M54 54L22 108M86 54l-4 54M116 54l26 54", "cl", 1.2)
    + k.path("M8 78h14M60 62h16M124 64h18M92 96h18M130 84h14", "wl", 2)
    + k.crops_at(k.RICE_YOUNG, [(44, 71), (84, 71), (124, 71), (150, 71)], 0.8)
    + k.crops_at(k.RICE_YOUNG, [(26, 104), (82, 104), (140, 104)], 1.1)
    + k.person(36, 100, k.PLANT, k.WOMAN_PADDY, 1.1)
    + k.person(104, 92, k.PUSH, k.MAN_PADDY, 0.95, held="M20-29L34-4M30-4h10M35 0h.1")
    + k.path(k.disc(140, 90, 4), "s", 1.8)
)
STEPS = (
    k.ground(90, "H24l6-18H130l6 18H160")
    + k.path("M28 78l2-6H130l2 6z", "dk")
    + k.crops(k.SEEDLING, [40, 58, 76, 94, 112], 72, 1.1)
    + k.put(k.BUCKET, 126, 40, 0.9, turn=60)
    + k.rain(92, 116, 44, 1, 8),
    k.ground(84, "H6l6-12h8l6 12H160")
    + k.water("M24 78H162V84H26z")
    + k.path("M56 66h52M66 66V52h32v14", "", 3)
    + k.put(k.FULL_BASKET, 134, 78, 1)
    + k.path("M30 84c2 12 14 12 16 0", "wl", 2.5),
    k.field(30, 108)
    + k.path("M0 46H160M0 68H160M0 94H160M56 30L28 108M86 30v78M116 30l28 78", "cl", 1.6)
    + k.crops_at(k.RICE_YOUNG, [(50, 47), (86, 47), (122, 47), (42, 69), (130, 69)], 0.9)
    + k.crops_at(k.RICE_YOUNG, [(86, 69)], 1.2)
    + k.put(k.DROP_HAND, 86, 56, 0.8)
    + k.width_mark(34, 84, 98),
    k.sun(140, 14, 7)
    + k.ground(90)
    + k.crops(k.RICE_YOUNG, [12, 114, 138], 90, 1.4)
    + k.person(48, 90, k.PUSH, k.MAN_PADDY, 1.1, held="M20-29L38-6")
    + k.path(k.disc(92, 83, 7), "s")
    + k.path("M92 76v14M85 83h14M87 78l10 10M97 78L87 88", "", 1.5)
    + k.arrow(104, 62, 20, 0),
    k.hot_sun(122, 22)
    + k.ground(86)
    + k.water("M-2 80H70V86H-2z")
    + k.crops(k.RICE, [14, 40, 64, 100, 124, 148], 86, 1.1)
    + k.many(k.CRACK, [(92, 86), (112, 86), (136, 86)], 1)
    + k.put(k.DROP_BIG, 38, 22, 1)
    + k.path("M66 34c8-10 20-10 28 0m1-9-1 9-9-1M94 46c-8 10-20 10-28 0", "", 2),
)
