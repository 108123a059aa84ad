"""Vetiver: narrow hedges of deep-rooted grass along the level hold soil and water."""

from practices.collection.drawings import kit as k


def _y(x: float) -> float:
    return k.on_slope(40, 88, x)


MAIN = (
    k.rain_cloud(120, 14, 0.7)
    + k.slope(40, 88)
    + k.path(f"M28 {_y(28):.0f}L54 {_y(54) - 4:.0f}V{_y(56) + 2:.0f}zM86 {_y(86):.0f}L112 {_y(112) - 4:.0f}"
             f"V{_y(114) + 2:.0f}z", "e3")
    + k.many(k.VETIVER_ROOTS, [(56, _y(56)), (114, _y(114))], 1.1)
    + k.many(k.VETIVER, [(54, _y(54)), (60, _y(60)), (112, _y(112)), (118, _y(118))], 0.85)
    + "".join(k.put(k.MAIZE, x, _y(x), 0.7) for x in (10, 26, 76, 92, 134, 148))
    + k.path("M34 47l10 4M94 64l10 4", "wl", 3)
)
STEPS: tuple[str, ...] = ()
