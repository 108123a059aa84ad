"""Bench terraces: a steep hill cut into level steps with stone faces."""

from practices.collection.drawings import kit as k

_STEPS = [(44, 36), (82, 58), (120, 80), (160, 100)]


def _wall(x: float, y0: float, y1: float) -> str:
    d = "".join(f"M{x} {y}h7v6h-7z" for y in range(round(y0), round(y1) - 5, 7))
    return k.path(d, "s", 1.4)


MAIN = (
    k.sun(138, 20)
    + k.terraces(_STEPS)
    + _wall(41, 38, 58)
    + _wall(79, 60, 80)
    + _wall(117, 82, 101)
    + k.crops(k.MAIZE, [10, 26], 36, 0.65)
    + k.crops(k.POTATO, [56, 70], 58, 0.75)
    + k.crops(k.WHEAT, [92, 99, 106, 113], 80, 0.8)
    + k.crops(k.LEGUME, [132, 148], 100, 0.8)
)
STEPS: tuple[str, ...] = ()
