"""Faidherbia parkland: great thorn trees, bare when the crop grows, over tall millet."""

from practices.collection.drawings import kit as k


def _tree(x: float, y: float, s: float) -> str:
    part = (
        k.Shape("", "M-3 0c2-14 1-22-8-34M3 0c0-16 4-26 14-36M0-22V-44M-11-34c-7-2-10-6-12-12M-5-32c0-6-2-10-4-14"
                "M17-36c6-2 10-4 13-9M10-30c2-6 2-12 0-18", 2.5),
        k.Shape("m", "M-30-42c-8-7-1-16 7-14 3-9 14-10 18-4 5-6 16-5 18 2 8-4 17 0 17 8 6 2 5 10-1 11"
                "-8 2-13-3-18-2-7 3-13 1-18 0-8 2-15 4-23-1z", lined=True),
    )
    return k.put(part, x, y, s)


MAIN = (
    k.sun(18, 18, 8)
    + k.ground(94)
    + _tree(58, 94, 1.25)
    + _tree(136, 94, 0.8)
    + k.crops(k.MILLET, [14, 30, 84, 98], 94, 1)
    + k.crops(k.MILLET, [44, 72], 94, 1.1)
    + k.path("M30 46l-3 5M48 48l2 5M78 50l-3 5M92 44l3 5M66 56l-2 4", "l", 2.5)
    + k.put(k.COW, 118, 94, 0.6)
    + k.path("M58 95v18M54 95c-4 8-8 10-14 12M62 95c4 8 8 10 14 12", "", 1.5)
)
STEPS: tuple[str, ...] = ()
