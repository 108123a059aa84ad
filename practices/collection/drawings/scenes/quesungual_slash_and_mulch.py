"""Quesungual: maize in leaf mulch between pruned trees and a few tall ones."""

from practices.collection.drawings import kit as k

CUT: k.Part = (
    k.Shape("", "M0 0v-26M0-18l8-8M0-14l-7-8", 3.5),
    k.Shape("g", "M0-26q-4-6 2-10 3 6-2 10zM8-26q0-7 7-6 0 6-7 6zM-7-22q1-7-5-7-1 7 5 7z"),
)


def _y(x: float) -> float:
    return k.on_slope(64, 92, x)


def _on(xs: list[float]) -> list[k.Place]:
    return [(x, _y(x)) for x in xs]


MAIN = (
    k.sun(78, 16, 8)
    + k.slope(64, 92)
    + k.put(k.TREE, 26, _y(26), 1.5)
    + k.put(k.TREE, 140, _y(140), 1.7)
    + k.many(CUT, _on([62, 106]))
    + k.crops_at(k.MAIZE, _on([46, 82, 122]), 0.9)
    + k.path("M0 65" + "q10-10 20 3.5" * 8 + "v2L0 66z", "g")
    + k.many(k.MULCH, _on([46, 122]), 0.9)
)
STEPS = (
    k.slope(70, 90)
    + k.crops_at(k.TREE, [(20, 73), (142, 88)], 1)
    + k.crops_at(k.SHRUB, [(48, 76), (112, 84)], 0.9)
    + k.put(k.FLAME, 80, 60, 1.2)
    + k.put(k.CROSS, 80, 48, 2),
    k.slope(70, 90)
    + k.put(k.TREE, 40, 75, 1.7)
    + k.path("M34 60h12v6H34z", "y")
    + k.put(k.TICK, 40, 46, 1)
    + k.person(84, 80, k.SHOW, k.WOMAN, 0.95, flip=True)
    + k.many(CUT, [(128, 87)], 1),
    k.slope(74, 90)
    + k.person(44, 79, k.SHOW, k.MAN, 1.05)
    + k.put(k.MACHETE, 70, 34, 0.7)
    + k.many(CUT, [(92, 83)], 1.2)
    + k.depth_mark(114, 46, 84)
    + k.put(k.TREE, 144, 88, 1.2)
    + k.path("M68 56l10 4M80 44l4-8", "", 1.6),
    k.slope(74, 90)
    + k.many(CUT, [(18, 76), (146, 89)], 1)
    + k.person(54, 80, k.BEND, k.WOMAN, 1)
    + k.many(k.LEAF_LITTER, [(36, 78), (94, 84), (80, 74)], 1.1)
    + k.path("M108 66h30M112 72h28M110 60h26", "", 4),
    k.slope(74, 90)
    + k.many(k.LEAF_LITTER, [(14, 76), (100, 86), (124, 89), (148, 91)], 1.1)
    + k.person(44, 79, k.DIG, k.MAN, 1.05)
    + k.path("M56 36L80 86", "", 3.5)
    + k.seeds([(81, 88)], 0.9)
    + k.crops_at(k.SEEDLING, [(112, 87), (136, 90)], 1),
    k.slope(74, 90)
    + k.many(CUT, [(92, 83)], 1.2)
    + k.path("M108 54l8 6M78 50l-8 8", "l", 2)
    + k.person(44, 79, k.DIG, k.WOMAN, 1)
    + k.put(k.MACHETE, 72, 52, 0.8)
    + k.put(k.MAIZE, 132, 87, 1.1)
    + k.many(k.LEAF_LITTER, [(108, 86), (146, 91)], 1.1),
)
