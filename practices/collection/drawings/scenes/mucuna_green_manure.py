"""Mucuna: a vine that covers the field, smothers weeds and is cut as green manure."""

from practices.collection.drawings import kit as k

_LEAF = (
    k.Shape(
        "g",
        "M0 0c-8-1-11-6-10-11 6 0 10 4 10 11zM0 0c8-1 11-6 10-11-6 0-10 4-10 11zM0-2c-5-5-5-11 0-15"
        " 5 4 5 10 0 15z",
        1.4,
        lined=True,
    ),
)
MAIN = (
    k.sun(138, 18)
    + k.thin_ground(90)
    + k.path("M34 90V36M34 52l9-7M34 62l-8-6M112 90V42M112 60l8-7M112 52l-8-6", "lt", 3.5)
    + k.path("M34 90c-8-8 8-14 0-24s6-12 1-24M112 90c8-8-8-14 0-24s-5-10-1-18", "l", 2.5)
    + k.many(_LEAF, [(24, 80), (46, 80), (68, 82), (90, 81), (122, 80), (144, 82)], 1.2)
    + k.many(_LEAF, [(10, 90), (34, 91), (58, 90), (80, 91), (104, 90), (132, 91), (154, 90)], 1.5)
    + k.many(_LEAF, [(29, 62), (40, 50), (107, 64), (118, 52)], 0.8)
)
STEPS: tuple[str, ...] = ()
