"""The annual rain that a Köppen-Geiger class implies by its definition."""

from practices.zones.koppen import KOPPEN

# No place on Earth is warmer than this as a mean of years; it bounds the rain of hot dry climates.
WARMEST_ANNUAL_MEAN_C = 35
_HOT_FROM_C = 18
_TEMPERATE_FLOOR_C = {"a": 22 / 12, "b": 4 * 10 / 12, "c": 10 / 12}


def _dry_line_mm(mean_temp_c: float, season_term: int) -> float:
    """Rain below which a climate is dry: 10 x (2 x mean temperature + season term)."""
    return 10 * (2 * mean_temp_c + season_term)


def rain_range(code: str) -> tuple[int, int | None]:
    """Lowest and highest annual rain in mm that the definition of a class allows.

    Wide on purpose: outside the range the class would be another one, so a practice whose limits
    do not meet it cannot fit. The maximum is None where the definition has none.

    Derivation, from the criteria of Beck et al. 2018 (Table 2; they follow Peel et al. 2007). The
    dry line is 10 x (2 MAT + t) mm, t = 0 if 70 % of the rain falls in winter, 28 if in summer,
    else 14. B means rain below the line, BW below half of it; h means MAT >= 18.

    - BWh: below half the line at most, 5 x (2 x 35 + 28) = 490, no place being warmer than 35.
    - BWk: MAT < 18, so below 5 x (2 x 18 + 28) = 320. BSk: likewise below 640.
    - BSh: at least 5 x 2 x 18 = 180 and below 10 x (2 x 35 + 28) = 980.
    - Af: 60 mm in the driest of twelve months, 720.
    - Am: driest month below 60 and at least 100 - rain / 25, so rain above 1,000.
    - Aw, As: above the lowest line of a climate without a month below 18, 10 x 2 x 18 = 360;
      the driest month is below 100 - rain / 25 and not below 0, so rain below 2,500.
    - C: above the lowest line, 20 x MAT. Every month is above 0, and a has a month of 22 or more,
      b four of 10 or more, c one above 10: MAT is at least a twelfth of their sum.
    - D, E: MAT can be below 0, so nothing follows.

    Raises:
        KeyError: no such class.
    """
    known = KOPPEN[code].code
    fixed: dict[str, tuple[float, float | None]] = {
        "Af": (12 * 60, None),
        "Am": (25 * (100 - 60), None),
        "Aw": (_dry_line_mm(_HOT_FROM_C, 0), 25 * 100),
        "As": (_dry_line_mm(_HOT_FROM_C, 0), 25 * 100),
        "BWh": (0, _dry_line_mm(WARMEST_ANNUAL_MEAN_C, 28) / 2),
        "BWk": (0, _dry_line_mm(_HOT_FROM_C, 28) / 2),
        "BSh": (_dry_line_mm(_HOT_FROM_C, 0) / 2, _dry_line_mm(WARMEST_ANNUAL_MEAN_C, 28)),
        "BSk": (0, _dry_line_mm(_HOT_FROM_C, 28)),
    }
    if known in fixed:
        low, high = fixed[known]
        return int(low), None if high is None else int(high)
    if known[0] == "C":
        return int(_dry_line_mm(_TEMPERATE_FLOOR_C[known[2]], 0)), None
    return 0, None
