"""Crops, grasses and trees. Each stands on 0 0 and is drawn in leaf green on a dark green line."""

from collections.abc import Sequence

from practices.collection.drawings.svg import Part, Place, Shape, disc, many

_LEAF = "q2-12 14-11-1 11-14 11z"
_LEAF_L = "q-13 0-14-11 12-1 14 11z"

MILLET: Part = (
    Shape("l", "M0 0V-34"),
    Shape("g", f"M0-8{_LEAF}M0-13{_LEAF_L}M0-20q2-9 11-8-1 8-11 8z"),
    Shape("y", "M-3-34c-1-7 1-13 3-13s4 6 3 13z"),
)
MAIZE: Part = (
    Shape("l", "M0 0V-46M-5-44L0-38l5-6"),
    Shape(
        "g",
        "M0-6q6-15 16-8-9-1-16 8zM0-12q-7-9-16-8 10-7 16 8zM0-24q5-12 14-7-8-1-14 7z"
        "M0-28q-6-7-13-6 8-5 13 6z",
    ),
    Shape("y", "M1-15q0-11 5-11 2 3-3 12z"),
)
WHEAT: Part = (
    Shape("l", "M0 0V-24M0-8l5-6"),
    Shape("y", "M-2.5-22c-2-6 0-12 2.5-14 2.5 2 4.5 8 2.5 14z"),
)
RICE: Part = (
    Shape("l", "M0 0c0-8 0-14 1-20M0 0c-2-9-5-13-9-16M0 0c2-9 5-13 9-15"),
    Shape("y", "M1-20c2-6 8-5 9 3-4-1-6-3-9-3z"),
)
RICE_YOUNG: Part = (Shape("l", "M0 0V-13M0 0c-1-6-3-9-6-11M0 0c1-6 3-9 6-11"),)
SEEDLING: Part = (
    Shape("l", "M0 0V-9"),
    Shape("g", "M0-8q1-8 9-8 0 8-9 8zM0-8q-9 0-9-8 8 0 9 8z"),
)
LEGUME: Part = (
    Shape("l", "M0 0V-14M0-5l-7-6M0-5l7-6"),
    Shape("g", "M-5-8q-14 0-6-8 0-10 6-4 3-11 9 1 10 2 6 8-4 5-9 1-3 5-6 2z"),
    Shape("l", "M4-6q4 1 3 6", 2.5),
)
COVER: Part = (
    Shape("g", "M-13 0c-1-7 5-9 8-6 2-5 9-5 10 0 4-3 10 0 8 6z"),
    Shape("l", "M-9 0c4-4 14-4 18 0M-3-4v-3M4-4l2-3", 1.5),
)
CLOVER: Part = (
    Shape("l", "M0 0V-7M0 0l-5-5M0 0l5-5"),
    Shape("g", "M-9-5q-4-9 4-7 5-8 10 0 9-1 4 7-5 3-9-1-5 6-9 1z"),
)
GRASS: Part = (Shape("l", "M0 0q-1-9-6-11M0 0V-12M0 0q1-9 6-11"),)
DRY_GRASS: Part = (Shape("lt", "M0 0q-1-6-5-7M0 0V-7M0 0q1-6 5-7"),)
VETIVER: Part = (
    Shape("l", "M-3 0q-3-20-10-24M-1 0q-1-20-5-30M1 0q1-20 4-31M3 0q3-18 11-23M0 0V-33"),
)
VETIVER_ROOTS: Part = (
    Shape("l", "M-3 1c-1 12-3 22-5 30M0 1v36M3 1c1 12 3 22 5 30M-1 8l-5 10M1 8l5 10", 1.5),
)
CASSAVA: Part = (
    Shape("l", "M0 0V-22M0-12l8-7M0-10l-8-7"),
    Shape(
        "g",
        "M0-22l-8-3 6 5-4 5 6-4 6 4-4-5 6-5zM8-19l3-6 0 5 6 0-5 4 1 5zM-8-17l-3-6 0 5-6 0 5 4-1 5z",
    ),
)
TUBERS: Part = (
    Shape("s", "M-2 2c-8 2-13 8-15 15 8 0 15-6 17-14zM2 2c8 2 13 8 15 15-8 0-15-6-17-14z"),
)
POTATO: Part = (
    Shape("l", "M0 0V-13M0-3l-8-6M0-3l8-6"),
    Shape(
        "g", "M-5-9c-5 4-11 0-8-5 0-5 5-5 8-3 1-5 9-5 10 0 3-2 8-2 8 3 3 5-3 9-8 5-3 2-7 2-10 0z"
    ),
    Shape("s", disc(-3, -18, 1.8) + disc(5, -16, 1.8), 1),
)
POTATO_ROOTS: Part = (Shape("y", disc(-6, 8, 4) + disc(5, 7, 3.5) + disc(0, 13, 4), lined=True),)
BANANA: Part = (
    Shape("m", "M-3 0c1-14 1-22 1-30h4c0 8 1 16 2 30z", lined=True),
    Shape(
        "g",
        "M0-30q12-20 27-7-7 0-9 6-4-4-8 0-3-3-10 1zM0-30q-12-20-27-7 7 0 9 6 4-4 8 0 3-3 10 1z"
        "M0-30q-6-16 8-23 3 14-8 23zM0-30q-5 14-18 15 2-16 18-15zM0-30q16-1 18 15-13-1-18-15z",
        lined=True,
    ),
)
BANANA_FRUIT: Part = (Shape("y", "M2-28c4 2 6 6 5 11 4 0 3 6-1 5-5-1-7-8-4-16z", lined=True),)
COFFEE: Part = (
    Shape("l", "M0 0V-26M0-8l-11-6M0-8l11-6M0-17l-9-5M0-17l9-5"),
    Shape(
        "g",
        "M0-24q-4-6 0-12 4 6 0 12zM-10-13q-4-6-11-4 3 5 11 4zM10-13q8 1 11-4-7-2-11 4z"
        "M-8-21q-3-6-10-4 3 5 10 4zM8-21q7 1 10-4-7-2-10 4z",
    ),
    Shape("e2", disc(-6, -9, 2.4) + disc(6, -9, 2.4) + disc(-4, -18, 2.4) + disc(5, -18, 2.4)),
)
ACACIA: Part = (
    Shape("", "M0 0V-26M0-16l13-13M0-20l-11-10", 3),
    Shape("g", "M-30-30c-1-6 9-13 30-13s31 7 30 13c-14-5-46-5-60 0z", lined=True),
)
TREE: Part = (
    Shape("", "M0 0V-26M0-12l8-8", 3),
    Shape(
        "g",
        "M-14-20c-8-3-9-13-1-16 1-10 15-14 21-6 9-1 13 8 9 14 4 7-4 13-11 10-5 4-13 3-18-2z",
        lined=True,
    ),
)
CONIFER: Part = (
    Shape("", "M0 0V-10", 3),
    Shape("g", "M0-52L-8-38H-4L-12-24H-6L-15-9H15L6-24H12L4-38H8z", lined=True),
)
PALM_TREE: Part = (
    Shape("", "M0 0c3-14 3-26 1-38", 3),
    Shape(
        "g",
        "M1-38c8-7 16-5 20 4-7-4-13-4-20-4zM1-38c-8-7-16-5-20 4 7-4 13-4 20-4z"
        "M1-38c4-8 10-11 17-8-5 1-10 3-17 8zM1-38c-4-8-10-11-17-8 5 1 10 3 17 8z",
        lined=True,
    ),
)
SHRUB: Part = (
    Shape("", "M0 0V-8M0-3l-6-6M0-3l6-6"),
    Shape("g", "M-12-6c-5-6 0-13 6-12 3-7 12-5 13 1 7 0 9 8 4 11z", lined=True),
)
OLIVE: Part = (
    Shape("e3", "M-5 0q6-8 0-16l-6-8h4l5 6v-9h4v9l6-7h4l-7 10q-3 8 2 15z", lined=True),
    Shape("m", "M-15-20q-17-5-4-15 3-16 18-8 17-8 18 7 11 9-3 14-8 9-15 1-6 7-14 1z", lined=True),
    Shape("k", disc(-9, -28, 1.7) + disc(-1, -35, 1.7) + disc(8, -28, 1.7)),
)
SAPLING: Part = (
    Shape("l", "M0 0V-22"),
    Shape(
        "g",
        "M0-8q1-9 11-8-1 8-11 8zM0-12q-10 0-11-8 10-1 11 8zM0-18q1-8 9-7-1 7-9 7z"
        "M0-20q-5-5 0-10 5 5 0 10z",
    ),
)
STUMP: Part = (
    Shape("e3", "M-8 0c2-3 2-7 2-11h12c0 4 0 8 2 11z", lined=True),
    Shape("lt", "M-3-11h6", 2),
)
SPROUTS: Part = (
    Shape("l", "M-7-4q-5-6-6-18M-2-10q-2-8-2-22M3-10q1-8 7-18M7-4q5-4 9-13"),
    Shape(
        "g",
        "M-13-22q4-6-1-10-4 5 1 10zM-4-32q-4-5 0-10 4 5 0 10zM10-28q0-7 7-7 0 7-7 7z"
        "M16-17q0-6 7-6 0 6-7 6zM-4-20q0-5-6-5 0 5 6 5zM5-18q7 1 8-4-7-1-8 4z",
    ),
)
MANGROVE: Part = (
    Shape(
        "",
        "M0-14V-34M0-26l8-7M0-18C-6-14-9-8-10 2M0-16C-2-10-4-5-4 2M0-16c3 5 5 10 5 18"
        "M0-20c7 4 11 12 12 22",
        2.2,
    ),
    Shape(
        "g",
        "M-15-30c-7-2-7-12 1-14 2-8 14-10 19-3 9-1 13 8 8 13 2 5-4 8-9 5-5 3-14 3-19-1z",
        lined=True,
    ),
)
PROPAGULE: Part = (
    Shape("g", "M-1.5 2c-1-8-1-12 1.5-17 2.5 5 2.5 9 1.5 17z", lined=True),
    Shape("l", "M0-15l-5-5M0-15l5-5M0-15v-7"),
)
REEDS: Part = (
    Shape("l", "M-4 0c0-10-1-16-3-22M0 0v-28M4 0c0-9 2-15 5-20"),
    Shape("e3", "M-2-28h4v-8h-4zM-9-21h4v-7h-4z"),
)
MOSS: Part = (Shape("g", "M-12 0c-1-5 3-7 5-5 1-4 6-4 7 0 2-4 7-3 7 1 3-1 6 1 5 4z"),)
HEDGE: Part = (
    Shape("", "M-9 0V-10M0 0V-10M9 0V-10"),
    Shape("g", "M-16-8c-3-6 1-11 5-11 1-6 9-7 12-2 4-4 11-1 11 4 5 1 6 7 3 9z", lined=True),
)
ROOTS: Part = (Shape("", "M0 0v14M0 4q-7 5-8 13M0 4q7 5 8 13M-2 8l-3 9M2 8l3 9", 1.5),)
STRAW_STUBBLE: Part = (Shape("lt", "M-3 0l-1-6M0 0v-7M3 0l1-6", 2),)
WEED: Part = (
    Shape("l", "M0 0c0-7 0-12 1-17M0 0c-2-6-6-9-10-9M0 0c3-6 7-8 10-7"),
    Shape("cl", "M1-17l-3-4M1-17l3-4M1-17v-5", 2),
)


def crops(part: Part, xs: Sequence[float], y: float, scale: float = 1) -> str:
    """A row of one crop, all standing at height `y`."""
    return many(part, [(x, y) for x in xs], scale)


def crops_at(part: Part, places: Sequence[Place], scale: float = 1) -> str:
    """One crop at several places."""
    return many(part, places, scale)
