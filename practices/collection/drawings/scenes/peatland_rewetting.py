"""Peatland rewetting: a dam in the ditch brings the water back up in the peat."""

from practices.collection.drawings import kit as k


def _peat(y: float = 64, top: str = "") -> str:
    line = f"M0 {y}{top or 'H160'}"
    return k.path(line + "V120H0z", "dk") + k.path("M0 110H160V120H0z", "e2") + k.path(line)


MAIN = (
    k.sun(20, 16, 7)
    + _peat(70, "H40l8 28h60l14-28H160")
    + k.water("M66 75H120L108 98H66z")
    + k.path("M46 92H58V98H48z", "w")
    + k.lined("e1", "M55 60h5v42h-5zM62 60h5v42h-5z")
    + k.path("M124 86c8 2 14 2 22 1m-5-4 6 4-6 4", "wl", 2.5)
    + k.crops(k.REEDS, [10, 150], 70, 0.9)
    + k.person(30, 70, k.BEND, k.WOMAN, 0.95)
    + k.person(126, 70, k.HOLD, k.MAN, 1, flip=True)
    + k.lined("dk", "M104 30h12v10h-12z")
    + k.ripples([(80, 82), (98, 86)], 5)
)
STEPS = (
    _peat(70, "H24l6 20h20l6-20H160")
    + k.water("M26 78H54l-4 12H30z")
    + k.put(k.TUBE, 120, 70, 0.9)
    + k.path("M114 92h12v9h-12z", "w", 1.5)
    + k.depth_mark(142, 70, 92)
    + k.person(86, 70, k.SHOW, k.WOMAN, 0.95),
    _peat(80)
    + k.path("M18 74h124", "wl", 4)
    + k.person(40, 80, k.SHOW, k.WOMAN, 0.95)
    + k.person(74, 80, k.SHOW, k.MAN, 0.95, flip=True)
    + k.path("M104 82c2 10 40 10 44 0z", "e1")
    + k.path("M104 82c2 10 40 10 44 0zM126 82V54l14 18h-14", "", 2),
    k.path("M0 44L160 92V120H0z", "dk")
    + k.path("M0 50L44 64H0zM44 64L88 78H44zM88 78L132 92H88z", "w", 1.6)
    + k.path("M0 44L160 92")
    + k.many(k.DAM_BOARD, [(44, 66), (88, 80), (132, 94)], 0.7)
    + k.arrow(20, 26, 96, 28, "wl", 3),
    _peat(60, "H24v36H136V60h24")
    + k.path("M26 64H134V94H26z", "w")
    + k.lined("e1", "M24 56h36l8 14h24l8-14h36v42H24z")
    + k.path("M70 72c2 10 0 18 2 26M80 72v26M90 72c-2 10 0 18-2 26", "wl", 3)
    + k.path("M24 70h40M24 82h44M96 70h40M92 82h44", "", 1.4),
    _peat(60)
    + k.path("M0 102h10M18 102h10M36 102h10M56 102h10M116 102h10M136 102h10", "wl", 2)
    + k.path("M0 76c20-3 40 3 60 0M112 76c16-3 32 3 50 0", "wl", 3.5)
    + k.put(k.TUBE, 86, 62, 1.2)
    + k.path("M79 76h14v28h-14z", "w", 1.5)
    + k.crops(k.MOSS, [16, 44, 124], 60, 1.1)
    + k.arrow(112, 100, 0, -20, "wl", 3.5)
    + k.depth_mark(144, 60, 76),
    _peat(82)
    + k.water("M-2 76H162V84H-2z")
    + k.crops(k.REEDS, [96, 112, 128, 146], 80, 1.1)
    + k.person(44, 82, k.BEND, k.WOMAN_GREEN, 1)
    + k.put(k.SICKLE, 76, 70, 0.9)
    + k.path("M12 76l14-24M18 76l12-26M8 74l14-22", "l", 3)
    + k.put(k.FISH, 72, 96, 0.8),
)
