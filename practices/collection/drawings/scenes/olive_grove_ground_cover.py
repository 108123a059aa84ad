"""Olive grove: green plants between the trees hold the slope."""

from practices.collection.drawings import kit as k


def _y(x: float) -> float:
    return k.on_slope(66, 96, x)


MAIN = (
    k.sun(140, 18)
    + k.slope(66, 96)
    + "".join(k.put(k.OLIVE, x, _y(x) + 1, 1.15) for x in (26, 80, 134))
    + "".join(k.put(k.CLOVER, x, _y(x) + 1, 1) for x in (8, 50, 62, 104, 116, 152))
    + "".join(k.put(k.COVER, x, _y(x) + 1, 0.7) for x in (56, 110))
    + k.many(k.FLOWER, [(x, _y(x) - 13) for x in (10, 50, 60, 106, 116, 152)], 0.9)
)
STEPS: tuple[str, ...] = ()
