"""Zero tillage: wheat drilled straight into the rice stubble."""

from practices.collection.drawings import kit as k

_STRAW: k.Part = (k.Shape("lt", "M-9 0l8-4M-6-4l8 3", 3),)

MAIN = (
    k.sun(138, 16, 8)
    + k.thin_ground(92)
    + k.crops(k.RICE_YOUNG, [8, 40, 52, 62], 92, 1.1)
    + k.crops(k.STRAW_STUBBLE, [66, 142, 150, 158], 92, 1.2)
    + k.many(_STRAW, [(16, 92), (48, 92), (150, 92)])
    + k.person(18, 92, k.STAND, k.WOMAN_SARI, 0.85)
    + k.person(32, 92, k.SHOW, k.MAN_TURBAN, 0.85)
    + k.put(k.TRACTOR, 118, 92, 1.05)
    + k.put(k.DRILL, 82, 93, 1.05)
)
STEPS = (
    k.sun(140, 14, 7)
    + k.thin_ground(88)
    + k.crops(k.STRAW_STUBBLE, [10, 24, 38, 100, 114], 88, 1.3)
    + k.person(56, 88, k.SHOW, k.WOMAN_SARI, 1)
    + k.many(_STRAW, [(82, 60), (94, 68), (86, 78), (104, 88), (24, 88), (40, 88)], 1.1)
    + k.put(k.FLAME, 138, 84, 0.9)
    + k.put(k.CROSS, 138, 74, 1.4),
    k.thin_ground(86)
    + k.many(_STRAW, [(14, 86), (36, 86), (124, 86), (148, 86)])
    + k.put(k.DROP_BIG, 28, 46, 1.2)
    + k.put(k.TRACTOR, 88, 86, 1.25)
    + k.put(k.TICK, 146, 44, 1.4)
    + k.path("M20 96h8M44 98h8M96 97h8M132 96h8", "wl", 2.5),
    k.thin_ground(76)
    + k.many(_STRAW, [(16, 76), (64, 76), (140, 76)])
    + k.put(k.DRILL, 92, 86, 1.9)
    + k.seeds([(66, 88), (82, 88), (98, 88)])
    + k.depth_mark(122, 76, 90)
    + k.width_mark(66, 82, 104)
    + k.seeds([(20, 88), (36, 88)]),
    k.thin_ground(90)
    + k.crops(k.RICE_YOUNG, [14, 34, 112, 132, 150], 90, 1.3)
    + k.many(_STRAW, [(24, 90), (122, 90), (142, 90)])
    + k.person(54, 90, k.PLANT, k.WOMAN_SARI, 1.05)
    + k.put(k.WEED, 82, 78, 0.9),
    k.sun(20, 16, 8)
    + k.thin_ground(86)
    + k.crops(k.RICE_YOUNG, [20, 44, 68, 92], 86, 1.3)
    + k.many(_STRAW, [(32, 86), (56, 86), (80, 86)])
    + k.water("M104 80H160v6H104z")
    + k.put(k.GATE, 104, 84, 0.8)
    + k.path("M92 84H70m6-5-6 5 6 5", "wl", 2.5)
    + k.put(k.DROP_BIG, 134, 44, 1),
)
