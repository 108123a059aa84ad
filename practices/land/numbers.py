"""Whole numbers as people write them: 1,200 and 1.200 and 1 200, 600 mm, ١٢٠٠, १२००."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from core.words import N_

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([ ,.'٬])\d{3})(?:\1\d{3})*(?:[,.٫]\d{1,2})?")
_PLAIN = re.compile(r"(\d+)(?:[,.٫](\d{1,2}))?")
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that can be asked: its bounds and the units that people write after it.

    question, unit: messages. low, high: the least and the most that is plausible on a farm.
    """

    question: str
    unit: str
    low: int
    high: int
    written: frozenset[str]


_MM = frozenset({"mm", "mm/year", "mm/an", "mm/año", "mm/ano", "mm/mwaka", "ملم", "مم", "मिमी"})
_METRES = frozenset({"m", "metres", "meters", "mètres", "metros", "mita", "م", "متر", "मी", "मीटर"})
_PERCENT = frozenset({"%", "٪", "percent"})
_DEGREES = frozenset({"°c", "c", "°", "°م", "°से"})
ASKED: Mapping[str, Asked] = {
    "rain_mm": Asked(N_("How much rain falls in a year?"), N_("{count} mm"), 0, 12_000, _MM),
    "slope_percent": Asked(N_("How steep is the land?"), N_("{count} %"), 0, 200, _PERCENT),
    "altitude_m": Asked(
        N_("How high above the sea is the land?"), N_("{count} m"), -500, 6_000, _METRES
    ),
    "frost_days": Asked(
        N_("On how many days of a year is there frost?"), N_("{count} days"), 0, 366, frozenset()
    ),
    "mean_temp_c": Asked(
        N_("What is the mean temperature of a year?"), N_("{count} °C"), -30, 40, _DEGREES
    ),
}
"""What a land tells in numbers, by field."""


def read_number(text: str, units: frozenset[str] = frozenset()) -> int | None:
    """The whole number a person wrote, rounded; None where it cannot be read as one number.

    Groups of three may stand apart (1,200, 1.200, 1 200); digits of any script count. One of
    `units` may follow.
    """
    if len(text) > _LONGEST:
        return None
    digits = "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )
    bare = _without_unit(_SPACES.sub(" ", digits).strip().replace("’", "'").casefold(), units)
    sign, bare = (-1, bare[1:].lstrip()) if bare[:1] in ("-", "\u2212") else (1, bare)
    grouped = _GROUPED.fullmatch(bare)
    if grouped:
        mark = grouped[1]
        whole, _, rest = bare.replace(mark, "").replace("٫", ".").replace(",", ".").partition(".")
        return sign * _rounded(whole, rest)
    plain = _PLAIN.fullmatch(bare)
    return sign * _rounded(plain[1], plain[2] or "") if plain else None


def number_fault(name: str, number: int | None) -> str | None:
    """What is wrong with a number told for a field of `ASKED`: a reason's code, or None."""
    if number is None:
        return "not_a_number"
    asked = ASKED[name]
    return None if asked.low <= number <= asked.high else "out_of_range"


def _without_unit(text: str, units: frozenset[str]) -> str:
    for unit in sorted(units, key=len, reverse=True):
        if text.endswith(unit):
            return text.removesuffix(unit).rstrip()
    return text


def _rounded(whole: str, rest: str) -> int:
    return int(whole) + (rest[:1] >= "5")
