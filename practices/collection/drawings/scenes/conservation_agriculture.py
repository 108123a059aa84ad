"""Conservation agriculture: no ploughing, straw on the soil, maize and beans in turn."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(140, 18)
    + k.thin_ground(90)
    + k.mulch([8, 30, 52, 74, 96, 118, 140, 158], 90)
    + k.crops(k.MAIZE, [100, 128, 152], 90, 1.15)
    + k.crops(k.LEGUME, [114, 140], 90, 0.8)
    + k.person(34, 90, k.DIG, k.WOMAN, 1.15)
    + k.path("M48 44L70 92", "", 3.5)
    + k.seeds([(74, 94)], 0.9)
    + k.put(k.WORMS, 30, 104, 1)
    + k.put(k.WORMS, 118, 106, 1, flip=True)
)
STEPS: tuple[str, ...] = ()
