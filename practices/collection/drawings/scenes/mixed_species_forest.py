"""Mixed forest: trees of many kinds and ages, with young ones coming up."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(146, 14, 7)
    + k.thin_ground(96)
    + k.put(k.CONIFER, 22, 96, 1.4)
    + k.put(k.TREE, 64, 96, 2)
    + k.put(k.CONIFER, 108, 96, 1.15)
    + k.put(k.TREE, 138, 96, 1.35)
    + k.put(k.SAPLING, 42, 96, 1)
    + k.put(k.SAPLING, 90, 96, 0.9)
    + k.put(k.SHRUB, 122, 96, 0.6)
    + k.put(k.BIRD, 100, 20, 1)
    + k.put(k.WORMS, 40, 110, 0.9)
    + k.put(k.WORMS, 110, 112, 0.9, flip=True)
)
STEPS: tuple[str, ...] = ()
