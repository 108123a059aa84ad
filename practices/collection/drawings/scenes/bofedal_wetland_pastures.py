"""Bofedal: high wet pasture fed by small channels; alpacas graze below the snow."""

from practices.collection.drawings import kit as k


def _meadow(y: float = 64) -> str:
    return (
        k.path(f"M0 {y}c40-6 110-6 160-2V102H0z", "g")
        + k.path("M0 102H160V120H0z", "dk")
        + k.path("M0 102H160")
    )


MAIN = (
    k.sun(20, 16, 7)
    + k.put(k.MOUNTAIN, 96, 54, 1.1)
    + k.path("M0 58C14 42 36 40 52 56z", "e1")
    + k.path("M120 56c10-12 28-16 40-12v14z", "e1")
    + _meadow(56)
    + k.path(
        "M104 52c-14 8 14 12-2 20s-30 8-34 16 4 10 0 14h18c0-6-6-8-2-14s26-8 38-16-8-12 0-20z",
        "w",
        1.6,
    )
    + k.path("M84 82c-20 0-40-4-60 4M108 72c16 2 28-2 42 2", "wl", 3.5)
    + k.put(k.LLAMA, 36, 100, 0.95)
    + k.put(k.LLAMA, 128, 98, 0.8, flip=True)
)
STEPS = (
    k.put(k.MOUNTAIN, 80, 46, 0.9)
    + _meadow(50)
    + k.path("M0 78c60 6 110-6 160 4", "wl", 4)
    + k.person(50, 98, k.SHOW, k.WOMAN_ANDES, 0.95)
    + k.person(104, 98, k.SHOW, k.MAN_OCHRE, 0.95, flip=True),
    k.slope(58, 86)
    + k.path("M0 58L160 86V100L0 72z", "g")
    + k.path("M-4 64c40 6 60 8 84 16s50 8 84 16", "wl", 7)
    + k.stones([(60, 84), (74, 88), (88, 92)], 0.8)
    + k.person(112, 84, k.DIG, k.WOMAN_ANDES, 0.95, held="M6-26L28 4"),
    _meadow(30)
    + k.path("M0 46H160", "wl", 6)
    + k.path(
        "M22 46v44M22 66l-12 14M22 70l14 12M78 46v44M78 66l-12 14M78 70l14 12M134 46v44"
        "M134 66l-12 14M134 70l14 12",
        "wl",
        3,
    ),
    _meadow(56)
    + k.path("M94 76c8-8 30-8 38 0-4 8-34 8-38 0z", "w")
    + k.put(k.DROP_HAND, 112, 44, 0.9)
    + k.path("M102 60c2-8 16-8 18 0-2 6-16 6-18 0z", "m")
    + k.crops(k.MOSS, [20, 40, 58, 148], 90, 1.1)
    + k.put(k.LLAMA, 36, 52, 0.55)
    + k.put(k.CROSS, 36, 38, 1.2),
    k.sun(20, 16, 8)
    + _meadow(52)
    + k.fence_line(0, 160, 72, 5, 12)
    + k.path("M80 50V102", "", 2.5)
    + k.put(k.LLAMA, 38, 100, 0.9)
    + k.crops(k.GRASS, [92, 108, 124, 140, 154], 98, 1.3)
    + k.path("M62 34c8-10 26-10 34 0m1-9-1 9-9-1", "cl", 3.5),
    _meadow(60)
    + k.path("M0 74c60-4 100 4 160 0v16c-60 4-100-4-160 0z", "w")
    + k.ripples([(14, 82), (112, 82)], 6)
    + k.person(66, 76, k.DIG, k.WOMAN_ANDES, 1, held="M6-26L32 6")
    + k.put(k.HEAP, 124, 70, 0.9)
    + k.put(k.GRASS, 124, 62, 0.8),
)
