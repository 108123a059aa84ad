"""Tied ridges: ridges with small cross banks; rain stands in the basins between."""

from practices.collection.drawings import kit as k


def _basins(y: float, height: float, xs: list[float], width: float) -> str:
    d = "".join(
        f"M{x} {y}h{width}c3 0 5 {height} 0 {height}h-{width}c-5 0-3-{height} 0-{height}z"
        for x in xs
    )
    return k.path(d, "w", 1.8)


def _ridge(y: float, height: float) -> str:
    return k.lined("e2", f"M-4 {y}c40-{height} 120-{height} 168 0v{height}H-4z")


MAIN = (
    k.rain_cloud(30, 14, 0.75)
    + k.sun(140, 16, 8)
    + k.field(50, 112)
    + _ridge(60, 6)
    + k.crops(k.MAIZE, [20, 60, 100, 140], 58, 0.7)
    + _basins(69, 8, [-20, 30, 80, 130], 38)
    + _ridge(88, 9)
    + k.crops(k.MAIZE, [8, 56, 104, 152], 84, 0.9)
    + _basins(99, 9, [6, 66, 126], 44)
)
STEPS = (
    k.sun(140, 14, 7)
    + k.field(44, 112)
    + _ridge(58, 5)
    + _ridge(76, 7)
    + _ridge(97, 8)
    + k.put(k.A_FRAME, 36, 74, 0.9)
    + k.person(94, 92, k.DIG, k.MAN, 0.95, held="M6-26L32 2"),
    k.field(36, 112)
    + _ridge(50, 6)
    + _ridge(78, 7)
    + _ridge(104, 8)
    + k.lined(
        "e1",
        "M22 62q6-8 12 0v12q-6 4-12 0zM92 62q6-8 12 0v12q-6 4-12 0zM58 88q6-8 12 0v12q-6 4-12 0z"
        "M128 88"
        "q6-8 12 0v12q-6 4-12 0z",
    )
    + k.width_mark(64, 134, 28)
    + k.put(k.HOE, 104, 60, 0.9, flip=True),
    k.path("M0 60c10-20 20-20 30 0l4 14h92l4-14c10-20 20-20 30 0V120H0z", "e1")
    + k.path("M0 102c26-4 44 3 74 0s58-3 86 1V120H0z", "e2")
    + k.path("M0 60c10-20 20-20 30 0l4 14h92l4-14c10-20 20-20 30 0")
    + k.lined("e2", "M66 92c6-14 22-14 28 0z", 1.8)
    + k.path("M30 70h36l10 8h8l10-8h36l-4 24H34z", "e2")
    + k.path("M31 68h98v8H31z", "w")
    + k.path("M60 64c10-10 30-10 40 0m-1-9 1 9-9-1", "wl", 2.5)
    + k.depth_mark(146, 46, 74),
    k.ground(88, k.ridges([30, 130], 44, 22))
    + k.water("M54 82H106L104 88H56z")
    + k.crops(k.SEEDLING, [70, 90], 88, 1.3)
    + k.put(k.DROP_HAND, 82, 44, 0.85)
    + k.seeds([(76, 56), (82, 62), (77, 70)])
    + k.crops(k.SEEDLING, [130], 66, 1.2)
    + k.rain(112, 140, 20, 2, 12),
    k.rain_cloud(30, 14, 0.75)
    + k.field(46, 112)
    + _ridge(62, 6)
    + k.path("M0 72H94v10H0zM108 72H160v10H108z", "w")
    + k.path("M94 77h26m-6-5 6 5-6 5", "wl", 3)
    + _ridge(92, 8)
    + k.person(76, 76, k.DIG, k.WOMAN, 0.9, held="M6-26L28 2"),
)
