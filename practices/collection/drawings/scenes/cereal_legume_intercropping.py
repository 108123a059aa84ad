"""Intercropping: maize and beans side by side; the bean roots carry knots that feed the soil."""

from practices.collection.drawings import kit as k

_KNOTS = [(-3, 92), (3, 94), (-6, 99), (6, 99), (0, 97)]
MAIN = (
    k.sun(140, 16, 8)
    + k.ground(84)
    + k.crops(k.MAIZE, [18, 62, 106, 150], 84, 1.25)
    + k.crops(k.LEGUME, [40, 84, 128], 84, 1.25)
    + k.many(k.ROOTS, [(18, 85), (62, 85), (106, 85), (150, 85)], 1.3)
    + k.many(k.ROOTS, [(40, 85), (84, 85), (128, 85)], 1)
    + k.many(k.NODULE, [(x + dx, y) for x in (40, 84, 128) for dx, y in _KNOTS])
)
STEPS: tuple[str, ...] = ()
