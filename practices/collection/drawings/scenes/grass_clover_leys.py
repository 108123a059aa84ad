"""Grass-clover ley: some years of grass and clover in the crop rotation, grazed or cut."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(20, 16, 8)
    + k.thin_ground(88)
    + k.crops(k.WHEAT, [118, 126, 134, 142, 150], 88, 1.3)
    + k.put(k.COW, 52, 88, 1.1)
    + k.crops(k.GRASS, [8, 24, 84, 100], 88, 1.2)
    + k.crops(k.CLOVER, [16, 32, 76, 92], 88, 1.3)
    + k.many(k.FLOWER, [(16, 72), (32, 72), (76, 72), (92, 72)], 1.1)
    + k.many(k.ROOTS, [(16, 89), (40, 89), (64, 89), (88, 89)], 1.4)
)
STEPS: tuple[str, ...] = ()
