"""How steep the land is, in four pictures.

Classes of WOCAT (percent): flat 0-2, gentle 3-5, moderate 6-10, rolling 11-15, hilly 16-30, steep
31-60, very steep above 60. Two of them share a picture; the middle of what it shows is kept.
"""

from dataclasses import dataclass

from core.words import N_


@dataclass(frozen=True, slots=True)
class SlopeClass:
    """One picture: what it is called, what it means on the ground, the percent that are kept.

    low, high: percent, both inside; high None: no upper end.
    """

    code: str
    text: str
    means: str
    low: int
    high: int | None
    percent: int


SLOPES = (
    SlopeClass("flat", N_("Flat"), N_("Less than 3 m up on 100 m of way"), 0, 2, 1),
    SlopeClass("gentle", N_("Gentle slope"), N_("3 to 10 m up on 100 m of way"), 3, 10, 6),
    SlopeClass("steep", N_("Steep slope"), N_("11 to 30 m up on 100 m of way"), 11, 30, 20),
    SlopeClass(
        "very_steep", N_("Very steep slope"), N_("More than 30 m up on 100 m of way"), 31, None, 45
    ),
)


def slope_class(percent: float) -> SlopeClass:
    """The picture that a slope in percent (0 or more) belongs to."""
    rounded = round(percent)
    return next(one for one in SLOPES if one.high is None or rounded <= one.high)
