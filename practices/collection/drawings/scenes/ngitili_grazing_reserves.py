"""Ngitili: standing grass and trees kept closed in the rains for the dry season."""

from practices.collection.drawings import kit as k

MAIN = (
    k.hot_sun(24, 22)
    + k.path("M74 92V66c26-10 60-12 86-6v32z", "m")
    + k.ground(92)
    + k.put(k.ACACIA, 122, 76, 1.1)
    + k.crops(k.VETIVER, [86, 102, 118, 134, 150], 92, 0.75)
    + k.put(k.COW, 28, 92, 0.9)
    + k.person(66, 92, k.SHOW, k.MAN_OCHRE, 0.95, flip=True)
    + k.path("M49 92V42", "", 2.5)
    + k.crops(k.DRY_GRASS, [6, 40], 92, 0.8)
)
STEPS = (
    k.ground(90)
    + k.put(k.ACACIA, 80, 90, 1.3)
    + k.person(46, 90, k.SHOW, k.WOMAN, 0.95)
    + k.person(112, 90, k.SHOW, k.MAN_OCHRE, 0.95, flip=True),
    k.field(36, 108)
    + k.path("M28 56C50 40 120 42 138 58s0 42-30 44-74 2-84-12-4-28 4-34z", "m")
    + k.dashed("M28 56C50 40 120 42 138 58s0 42-30 44-74 2-84-12-4-28 4-34z", "7 6", 2.5)
    + k.stone_row([(24, 62), (84, 46), (144, 72), (98, 104), (30, 100)])
    + k.crops(k.TREE, [82], 82, 0.8),
    k.rain_cloud(110, 14, 0.8)
    + k.path("M66 92V70c26-8 60-8 94-4v26z", "m")
    + k.ground(92)
    + k.crops(k.GRASS, [78, 102, 128, 150], 92, 1.5)
    + k.put(k.COW, 28, 90, 0.85)
    + k.put(k.CROSS, 58, 66, 1.6)
    + k.width_mark(52, 68, 102),
    k.ground(92)
    + k.put(k.STUMP, 92, 92, 1.2)
    + k.path("M92 80V30", "l", 3.5)
    + k.path(
        "M92 46q3-12 16-9-3 12-16 9zM92 52q-13 3-16-9 13-3 16 9zM92 34q-6-8 0-16 6 8 0 16z", "g"
    )
    + k.dashed("M86 82q-10-6-14-18M98 82q10-6 14-18", "4 4", 2.5)
    + k.person(46, 92, k.DIG, k.WOMAN, 1)
    + k.put(k.MACHETE, 74, 66, 0.7),
    k.hot_sun(22, 20)
    + k.path("M0 52c40-6 110-6 160-2V104H0z", "m")
    + k.path("M84 49l76 1v54H84z", "g")
    + k.path("M0 104H160V120H0z", "e2")
    + k.path("M0 104H160")
    + k.dashed("M84 48V104", "6 5", 2.5)
    + k.put(k.COW, 42, 98, 0.9)
    + k.crops(k.VETIVER, [98, 116, 134, 152], 100, 0.9)
    + k.path("M62 36c10-12 30-12 40-1m1-10-1 10-10-2", "cl", 3.5),
    k.ground(90)
    + k.person(30, 90, k.SHOW, k.WOMAN, 1)
    + k.person(134, 90, k.SHOW, k.MAN_OCHRE, 1, flip=True)
    + k.path("M62 88h26M64 82h26M60 76h24", "", 4)
    + k.crops(k.GRASS, [100], 90, 1.6),
)
