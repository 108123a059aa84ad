"""Farmyard manure: bedding and dung ripen in a heap and go to the field."""

from practices.collection.drawings import kit as k

MAIN = (
    k.ground(92)
    + k.path("M4 92V42M58 92V42M0 44L30 24 64 44", "", 3)
    + k.lined("y", "M0 44L30 24 64 44z")
    + k.put(k.COW, 30, 92, 0.95)
    + k.mulch([14, 36, 52], 92)
    + k.put(k.HEAP, 82, 92, 1.2)
    + k.person(104, 92, k.PUSH, k.WOMAN_GREEN, 0.95)
    + k.put(k.BARROW, 142, 92, 0.95)
    + k.sun(130, 20)
)
STEPS: tuple[str, ...] = ()
