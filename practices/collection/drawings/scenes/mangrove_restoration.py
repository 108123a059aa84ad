"""Mangrove restoration: the dyke is opened, the tide comes back, young trees follow."""

from practices.collection.drawings import kit as k


def _shore(y: float = 78) -> str:
    return (
        k.path(f"M0 {y}c50-6 110 4 160 2V120H0z", "e3")
        + k.path("M0 106c40-3 100 3 160 0V120H0z", "dk")
        + k.path(f"M0 {y}c50-6 110 4 160 2")
    )


MAIN = (
    k.sun(20, 14, 7)
    + k.path("M-2 74H162V94H-2z", "w")
    + k.path("M0 92H160V120H0z", "e3")
    + k.path("M0 92H160")
    + k.lined("e1", "M24 92l10-32h14l10 32zM80 92l10-32h14l10 32z")
    + k.person(38, 60, k.DIG, k.WOMAN, 0.75, held="M6-26L30 2")
    + k.person(98, 60, k.DIG, k.MAN, 0.75, flip=True, held="M6-26L30 2")
    + k.arrow(88, 86, -34, 0, "wl", 3)
    + k.put(k.MANGROVE, 140, 92, 0.85)
    + k.put(k.PROPAGULE, 10, 98, 1)
)
STEPS = (
    k.sun(140, 16, 8)
    + _shore()
    + k.person(34, 80, k.SHOW, k.WOMAN, 0.95)
    + k.person(68, 80, k.STAND, k.MAN, 0.95, flip=True)
    + k.put(k.STUMP, 108, 82, 0.8)
    + k.put(k.STUMP, 140, 82, 0.8),
    k.path("M-2 62H162V100H-2z", "w")
    + k.path("M0 72L160 104V120H0z", "e3")
    + k.path("M0 72L160 104")
    + k.put(k.MANGROVE, 40, 78, 1)
    + k.put(k.STAKE, 92, 88, 2)
    + k.path("M84 62h16", "cl", 3)
    + k.put(k.TICK, 66, 40, 1.2)
    + k.put(k.CROSS, 136, 50, 1.2),
    k.path("M-2 74H162V96H-2z", "w")
    + _shore(94)
    + k.lined("e1", "M30 95l14-38h18l8 38zM92 95l8-38h18l14 38z")
    + k.path("M70 86h22", "wl", 3)
    + k.person(52, 57, k.DIG, k.MAN, 0.8, held="M6-26L36 8")
    + k.arrow(156, 66, -18, 0, "wl", 3)
    + k.put(k.FISH, 82, 86, 0.7),
    k.sun(134, 18)
    + _shore()
    + k.crops(k.SEEDLING, [24, 44, 70, 98, 124], 78, 1.1)
    + k.person(150, 80, k.STAND, k.WOMAN, 0.95, flip=True)
    + k.path("M24 54c6-10 14-10 20 0M70 52c8-12 20-12 28 0", "", 1.5),
    _shore()
    + k.crops(k.PROPAGULE, [16, 96, 138], 82, 1.3)
    + k.person(46, 80, k.PLANT, k.WOMAN, 1.05)
    + k.put(k.PROPAGULE, 78, 82, 1.3)
    + k.width_mark(96, 138, 96),
    _shore()
    + k.crops(k.SAPLING, [16, 40, 64], 78, 1.1)
    + k.fence_line(80, 124, 82, 4, 18)
    + k.put(k.GOAT, 142, 80, 0.9, flip=True)
    + k.put(k.CROSS, 140, 46, 1.3)
    + k.path("M12 46v-8M17 46v-8M22 46v-8M27 46v-8M10 46l20-8M40 46v-8M45 46v-8", "", 2),
)
