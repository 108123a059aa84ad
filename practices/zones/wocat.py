"""The WOCAT agro-climatic zone: by days in which crops can grow, or as near as a class tells.

Bounds: WOCAT questionnaire on SLM technologies: arid below 75 days, semi-arid 75 to 179, sub-humid
180 to 269, humid from 270. The zone of a Köppen class is an approximation, expert.
"""

from dataclasses import dataclass
from typing import Literal

from core.words import N_
from practices.zones.koppen import KOPPEN

WocatCode = Literal["arid", "semi_arid", "sub_humid", "humid"]

WOCAT_ZONES: dict[WocatCode, str] = {
    "arid": N_("Arid: crops can grow on fewer than 75 days"),
    "semi_arid": N_("Semi-arid: 75 to 179 growing days"),
    "sub_humid": N_("Sub-humid: 180 to 269 growing days"),
    "humid": N_("Humid: 270 growing days or more"),
}
# In a savanna with less rain than this the growing season is that of a semi-arid land.
_DRY_SAVANNA_MM = 800
_BY_CLASS: dict[str, WocatCode] = {
    "Af": "humid",
    "Am": "humid",
    "Aw": "sub_humid",
    "As": "sub_humid",
    "BW": "arid",
    "BS": "semi_arid",
    "Cs": "sub_humid",
    "Cw": "sub_humid",
    "Cf": "humid",
    "Ds": "sub_humid",
    "Dw": "sub_humid",
    "Df": "sub_humid",
}


@dataclass(frozen=True, slots=True)
class WocatZone:
    """The zone. sure: told by growing days. note_code: what limits the approximation, or None.

    Notes: `depends_on_rain` (savanna), `between_two` (semi-arid to sub-humid) and `cold_limited`
    (cold, not drought, ends the growing season).
    """

    code: WocatCode
    sure: bool
    note_code: str | None


def wocat_zone(
    code: str, *, rain_mm: float | None = None, growing_days: float | None = None
) -> WocatZone | None:
    """The agro-climatic zone of a Köppen class; None for polar climates, which have none.

    Raises:
        KeyError: no such Köppen class.
    """
    known = KOPPEN[code].code
    if growing_days is not None:
        return WocatZone(_by_days(growing_days), sure=True, note_code=None)
    near = _BY_CLASS.get(known[:2])
    if near is None:
        return None
    if known in ("Aw", "As"):
        if rain_mm is not None and rain_mm < _DRY_SAVANNA_MM:
            near = "semi_arid"
        note = "depends_on_rain" if rain_mm is None else None
        return WocatZone(near, sure=False, note_code=note)
    if known == "Csa":
        return WocatZone(near, sure=False, note_code="between_two")
    return WocatZone(near, sure=False, note_code="cold_limited" if known[0] == "D" else None)


def _by_days(growing_days: float) -> WocatCode:
    if growing_days < 75:
        return "arid"
    if growing_days < 180:
        return "semi_arid"
    return "sub_humid" if growing_days < 270 else "humid"
