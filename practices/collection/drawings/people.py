"""People at work: women and men, brown-skinned, standing, bending, digging, planting, carrying.

A figure looks to the right, its feet about 0 0, some 58 units high. It is made of limbs between
joints; clothes are laid over them.
"""

import math
from dataclasses import dataclass

from practices.collection.drawings.compact import number
from practices.collection.drawings.svg import Move, Place, disc, limb, lined, moved, path

LINE, THIN_LINE = 1.8, 1.5


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints are, y up negative."""

    head: Place
    neck: Place
    hip: Place
    near_leg: tuple[Place, Place]  # knee, foot
    far_leg: tuple[Place, Place]
    near_arm: tuple[Place, Place]  # elbow, hand
    far_arm: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Who:
    """How a person is dressed: colours are classes of the palette."""

    skirt: bool
    top: str
    below: str
    hat: str  # scarf straw cone turban bowler hair


WOMAN = Who(skirt=True, top="e2", below="e2", hat="scarf")
WOMAN_GREEN = Who(skirt=True, top="g", below="e3", hat="scarf")
MAN = Who(skirt=False, top="s", below="dk", hat="straw")
MAN_OCHRE = Who(skirt=False, top="y", below="e3", hat="hair")
WOMAN_PADDY = Who(skirt=False, top="e2", below="dk", hat="cone")
MAN_PADDY = Who(skirt=False, top="s", below="e3", hat="cone")
WOMAN_ANDES = Who(skirt=True, top="y", below="e2", hat="bowler")
MAN_TURBAN = Who(skirt=False, top="s", below="s", hat="turban")
WOMAN_SARI = Who(skirt=True, top="y", below="y", hat="veil")

STAND = Pose(
    (1, -52),
    (0, -43),
    (-1, -24),
    ((2, -13), (3, 0)),
    ((-3, -13), (-4, 0)),
    ((5, -34), (10, -27)),
    ((-4, -34), (3, -27)),
)
WALK = Pose(
    (2, -52),
    (1, -43),
    (0, -24),
    ((5, -13), (8, 0)),
    ((-2, -12), (-9, 0)),
    ((6, -35), (13, -31)),
    ((-5, -34), (-7, -26)),
)
SHOW = Pose(
    (1, -52),
    (0, -43),
    (-1, -24),
    ((2, -13), (3, 0)),
    ((-3, -13), (-4, 0)),
    ((8, -39), (17, -42)),
    ((-4, -34), (-5, -26)),
)
BEND = Pose(
    (23, -32),
    (15, -33),
    (-3, -26),
    ((1, -13), (1, 0)),
    ((-5, -13), (-6, 0)),
    ((20, -22), (22, -10)),
    ((14, -22), (16, -10)),
)
PLANT = Pose(
    (24, -27),
    (16, -29),
    (-3, -26),
    ((1, -13), (1, 0)),
    ((-5, -13), (-6, 0)),
    ((21, -16), (24, -4)),
    ((15, -17), (18, -5)),
)
DIG = Pose(
    (16, -46),
    (9, -40),
    (-3, -25),
    ((3, -14), (4, 0)),
    ((-6, -13), (-10, 0)),
    ((17, -31), (24, -27)),
    ((10, -29), (18, -22)),
)
SWING = Pose(
    (5, -52),
    (1, -43),
    (-3, -24),
    ((3, -13), (5, 0)),
    ((-6, -12), (-10, 0)),
    ((11, -44), (17, -55)),
    ((9, -38), (19, -49)),
)
HEAD_LOAD = Pose(
    (2, -52),
    (1, -43),
    (0, -24),
    ((5, -13), (8, 0)),
    ((-2, -12), (-8, 0)),
    ((9, -47), (6, -59)),
    ((-6, -34), (-8, -26)),
)
HOLD = Pose(
    (2, -52),
    (1, -43),
    (0, -24),
    ((4, -13), (6, 0)),
    ((-2, -13), (-6, 0)),
    ((5, -33), (14, -33)),
    ((1, -32), (12, -31)),
)
SQUAT = Pose(
    (7, -34),
    (2, -27),
    (-6, -9),
    ((7, -14), (4, 0)),
    ((4, -12), (0, 0)),
    ((10, -17), (17, -7)),
    ((5, -16), (13, -6)),
)
PUSH = Pose(
    (9, -49),
    (4, -41),
    (-5, -25),
    ((1, -13), (3, 0)),
    ((-9, -13), (-16, 0)),
    ((13, -33), (21, -31)),
    ((9, -32), (19, -28)),
)


def _skirt(pose: Pose) -> str:
    hip, near, far = pose.hip, pose.near_leg, pose.far_leg
    back = min(near[1][0], far[1][0]) - 3
    front = max(near[1][0], far[1][0]) + 3
    if pose is SQUAT:
        return "M-11-12C-4-16 4-19 9-17l2 13c-6 3-16 3-20 0z"
    bulge = max(near[0][0], hip[0]) + 5
    return (
        f"M{hip[0] - 5} {hip[1] - 2}C{hip[0] - 7} {hip[1] + 8} {back} -14 {back} -5"
        f"H{front}C{front} -13 {bulge + 1} -18 {hip[0] + 5} {hip[1] - 2}z"
    )


def _headwear(hat: str, at: Place) -> list[tuple[str, str]]:
    x, y = at
    shapes = {
        "scarf": [("y", f"M{x - 6} {y + 2}c-2-8 2-10 6-10 4 0 6 3 6 6-5-1-9 1-12 4zl-4 5")],
        "veil": [("y", f"M{x + 3} {y - 7}c-8-2-11 4-10 9l-3 14 7-3c0-8 1-12 7-15z")],
        "straw": [("y", f"M{x - 9} {y - 2}c4-2 4-7 9-7 5 0 5 4 10 7-6 2-13 2-19 0z")],
        "cone": [("y", f"M{x - 11} {y}L{x} {y - 9}l12 8c-7 3-16 3-23 1z")],
        "turban": [("e2", f"M{x - 6} {y - 1}c-2-6 2-9 6-9 5 0 7 4 6 8-4 2-8 2-12 1z")],
        "bowler": [("dk", f"M{x - 8} {y - 3}c3-1 3-7 8-7 5 0 5 6 8 7-5 2-11 2-16 0z")],
        "hair": [("dk", f"M{x - 5} {y}c-1-5 2-7 5-7 3 0 5 2 5 5-4-1-7 0-10 2z")],
    }
    return shapes[hat]


def person(
    x: float,
    y: float,
    pose: Pose = STAND,
    who: Who = WOMAN,
    scale: float = 1,
    *,
    flip: bool = False,
    held: str = "",
) -> str:
    """A person with the feet at `x`, `y`; `held` is an outline in the hands, in figure units."""
    move = Move(x, y, scale, flip)

    def skin(*outlines: str) -> str:
        return path("".join(moved(o, move) for o in outlines))

    def cloth(ink: str, d: str) -> str:
        return lined(ink, moved(d, move))

    neck, hip = pose.neck, pose.hip
    legs = (pose.far_leg, pose.near_leg)
    feet = [_toe(leg[1]) for leg in legs]
    out = [skin(_arm(neck, pose.far_arm), limb([neck, pose.head], 4, 4))]
    if who.skirt:
        out += [skin(*(limb(leg, 5, 4) for leg in legs), *feet), cloth(who.below, _skirt(pose))]
    else:
        out += [skin(*feet), cloth(who.below, "".join(limb([hip, *leg], 8, 5) for leg in legs))]
    out += [cloth(who.top, _torso(neck, hip)), skin(disc(*pose.head, 5.4))]
    out += [cloth(ink, d) for ink, d in _headwear(who.hat, pose.head)]
    if held:
        out.append(path(moved(held, move), "", 3).replace("<path", '<path fill="none"', 1))
    out.append(skin(_arm(neck, pose.near_arm)))
    width = THIN_LINE if scale < 1 else LINE
    return f'<g class="hd" stroke-width="{number(width)}">{"".join(out)}</g>'


def _torso(neck: Place, hip: Place) -> str:
    dx, dy = hip[0] - neck[0], hip[1] - neck[1]
    turn = math.degrees(math.atan2(-dx, dy))
    return moved(
        "M-6 4C-6-1-3-2 0-2S6-1 6 4L5.5 20C2 21-2 21-5.5 20z",
        Move(*neck, math.hypot(dx, dy) / 19, turn=turn),
    )


def _arm(neck: Place, joints: tuple[Place, Place]) -> str:
    shoulder = (neck[0], neck[1] + 2)
    (ex, ey), (hx, hy) = joints
    length = math.hypot(hx - ex, hy - ey) or 1
    tip = (hx + (hx - ex) / length * 2, hy + (hy - ey) / length * 2)
    return limb([shoulder, (ex, ey), tip], 5, 4)


def _toe(foot: Place) -> str:
    x, y = foot
    return f"M{x - 2} {y - 3}v3h7c0-2-2-3-3.5-3z"
