"""Push-pull: desmodium between maize pushes moths away; tall grass at the border pulls them."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(18, 16, 8)
    + k.ground(94)
    + k.crops(k.MAIZE, [22, 48, 74], 94, 1.2)
    + k.crops(k.COVER, [10, 35, 61, 86], 94, 0.95)
    + k.crops(k.VETIVER, [116, 130, 146], 94, 1.35)
    + k.path("M78 34c10-10 24-12 34-6m-8-5l8 5-8 5", "", 2)
    + k.many(k.MOTH, [(70, 40), (126, 36), (146, 44)], 0.7)
)
STEPS = (
    k.sun(140, 14, 7)
    + k.field(36, 108)
    + k.path("M30 46H130l14 50H16z", "e2")
    + k.path("M30 46H130l14 50H16z", "", 1.6)
    + k.person(60, 90, k.DIG, k.MAN, 0.95, held="M6-26L32 0")
    + k.width_mark(132, 150, 72)
    + k.clods([(104, 66), (116, 78), (108, 88), (124, 60)]),
    k.rain_cloud(28, 14, 0.7)
    + k.ground(88)
    + k.crops(k.VETIVER, [110, 128, 146], 88, 0.9)
    + k.person(52, 88, k.PLANT, k.WOMAN, 1.1)
    + k.put(k.GRASS, 80, 88, 1)
    + k.width_mark(110, 128, 98)
    + k.width_mark(128, 146, 98),
    k.ground(84, "H60l6 7 6-7H160")
    + k.put(k.DROP_HAND, 62, 46, 0.95)
    + k.dots(((60, 58), (66, 62), (63, 70), (68, 74), (64, 80)), "", 2.6)
    + k.put(k.POT, 122, 84, 1)
    + k.path("M114 62h16", "e1")
    + k.crops(k.SEEDLING, [16, 34], 84, 0.7),
    k.ground(90)
    + k.crops(k.MAIZE, [20, 64, 148], 90, 0.95)
    + k.crops(k.COVER, [42, 128], 90, 0.8)
    + k.person(84, 90, k.PLANT, k.WOMAN_GREEN, 1)
    + k.put(k.WEED, 114, 76, 0.9),
    k.ground(92)
    + k.crops(k.MAIZE, [12], 92, 1.1)
    + k.crops(k.COVER, [30], 92, 0.8)
    + k.person(50, 92, k.DIG, k.MAN, 0.95)
    + k.put(k.SICKLE, 78, 66, 0.9)
    + k.crops(k.VETIVER, [90], 92, 0.4)
    + k.crops(k.VETIVER, [104], 92, 1.2)
    + k.put(k.COW, 138, 92, 0.75, flip=True),
)
