"""Compost: a layered heap that is turned and kept moist."""

from practices.collection.drawings import kit as k

MAIN = (
    k.sun(140, 16, 8)
    + k.ground(92)
    + k.put(k.COMPOST, 94, 92, 1.3)
    + k.path("M86 52c-4-5 4-8 0-13M102 52c-4-5 4-8 0-13", "", 1.8)
    + k.person(
        26, 92, k.DIG, k.WOMAN_GREEN, 1.15, held="M10-26L40-30M40-36h7M40-30h8M40-24h7M40-36v12"
    )
    + k.put(k.BUCKET, 148, 92, 0.9)
)
STEPS: tuple[str, ...] = ()
