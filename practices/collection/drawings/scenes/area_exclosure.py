"""Area exclosure: a hillside closed to animals grows green; goats stay outside."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 18, 8)
    + k.path("M58 94V46c30-16 70-14 102-8v56z", "g")
    + k.ground(92)
    + k.put(k.TREE, 92, 78, 1)
    + k.put(k.TREE, 134, 74, 1.15)
    + k.crops(k.SHRUB, [112, 148], 88, 0.8)
    + k.crops(k.GRASS, [70, 80, 92, 102, 126, 136], 90, 1)
    + k.fence_line(60, 160, 94, 5, 15)
    + k.put(k.GOAT, 30, 92, 1.05)
    + k.crops(k.DRY_GRASS, [8, 48], 92, 0.8)
    + k.stones([(14, 93)], 0.5)
)
STEPS: tuple[str, ...] = ()
