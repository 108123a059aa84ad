"""The IPCC climate zone of a place, and what to ask when the Köppen class leaves it open.

Decision tree: IPCC 2006 Guidelines, Volume 4, Chapter 3, Annex 3A.5, kept by the 2019 Refinement.
Tropical: mean temperature above 18 C and at most 7 frost days; montane above 1,000 m; wet above
2,000 mm, moist above 1,000 mm. Otherwise warm above 10 C, cool above 0 C, else boreal or polar;
moist where it rains more than evaporates. Which zones a Köppen class reaches: expert assignment.
"""

from dataclasses import dataclass
from typing import Literal

from core.words import N_
from practices.zones.koppen import KOPPEN

Sure = Literal["yes", "probably"]

IPCC_ZONES: dict[str, str] = {
    "tropical_montane": N_("Tropical mountains"),
    "tropical_wet": N_("Tropical, wet"),
    "tropical_moist": N_("Tropical, moist"),
    "tropical_dry": N_("Tropical, dry"),
    "warm_temperate_moist": N_("Warm temperate, moist"),
    "warm_temperate_dry": N_("Warm temperate, dry"),
    "cool_temperate_moist": N_("Cool temperate, moist"),
    "cool_temperate_dry": N_("Cool temperate, dry"),
    "boreal_moist": N_("Boreal, moist"),
    "boreal_dry": N_("Boreal, dry"),
    "polar_moist": N_("Polar, moist"),
    "polar_dry": N_("Polar, dry"),
}
DECIDING_QUESTIONS: dict[str, str] = {
    "mean_temp": N_("What is the mean temperature of a year?"),
    "frost_days": N_("On how many days of a year is there frost?"),
    "altitude": N_("How high above the sea is the land?"),
    "rain": N_("How much rain falls in a year?"),
    "rain_or_evaporation": N_("Does more rain fall in a year than can evaporate?"),
}

# A climates have no month below 18 C, h climates no yearly mean below it.
_HOT_BY_DEFINITION = frozenset({"Af", "Am", "Aw", "As", "BWh", "BSh"})
_HOT_C = 18.1


@dataclass(frozen=True, slots=True)
class IpccZone:
    """The zone; `question_code` (of `DECIDING_QUESTIONS`) tells what would settle it."""

    code: str
    sure: Sure
    question_code: str | None


def ipcc_zone(
    code: str,
    altitude_m: float | None = None,
    rain_mm: float | None = None,
    mean_temp_c: float | None = None,
    frost_days: float | None = None,
) -> IpccZone:
    """The IPCC climate zone of a Köppen class, narrowed by what else is known of the place.

    Facts overrule the map: where they leave one zone, it is that one, whatever the class says.

    Raises:
        KeyError: no such Köppen class.
    """
    known = KOPPEN[code]
    if mean_temp_c is None and known.code in _HOT_BY_DEFINITION:
        mean_temp_c = _HOT_C
    possible = _possible(altitude_m, rain_mm, mean_temp_c, frost_days)
    listed = [zone for zone in (known.ipcc_default, *known.ipcc_alternates) if zone in possible]
    candidates = listed or possible
    if len(candidates) == 1:
        return IpccZone(candidates[0], "yes", None)
    asked = {
        "mean_temp": mean_temp_c is None,
        "frost_days": frost_days is None,
        "altitude": altitude_m is None,
        "rain": rain_mm is None,
        "rain_or_evaporation": True,
    }
    open_questions = (q for q in _open_questions(candidates) if asked[q])
    return IpccZone(candidates[0], "probably", next(open_questions, None))


def _possible(
    altitude_m: float | None,
    rain_mm: float | None,
    mean_temp_c: float | None,
    frost_days: float | None,
) -> list[str]:
    """The zones of the decision tree that the facts allow, the likelier first."""
    zones: list[str] = []
    warm = mean_temp_c is None or mean_temp_c > 18
    frost_free = frost_days is None or frost_days <= 7
    if warm and frost_free:
        zones += _tropical(altitude_m, rain_mm)
    surely_tropical = mean_temp_c is not None and mean_temp_c > 18 and frost_days is not None
    if not (surely_tropical and frost_free):
        zones += [f"{belt}_{wet}" for belt in _belts(mean_temp_c) for wet in ("moist", "dry")]
    return zones


def _tropical(altitude_m: float | None, rain_mm: float | None) -> list[str]:
    if altitude_m is not None and altitude_m > 1000:
        return ["tropical_montane"]
    if rain_mm is None:
        zones = ["tropical_moist", "tropical_dry", "tropical_wet"]
    elif rain_mm > 2000:
        zones = ["tropical_wet"]
    else:
        zones = ["tropical_moist" if rain_mm > 1000 else "tropical_dry"]
    return zones if altitude_m is not None else [*zones, "tropical_montane"]


def _belts(mean_temp_c: float | None) -> tuple[str, ...]:
    if mean_temp_c is None:
        return "warm_temperate", "cool_temperate", "boreal", "polar"
    if mean_temp_c > 10:
        return ("warm_temperate",)
    return ("cool_temperate",) if mean_temp_c > 0 else ("boreal", "polar")


def _open_questions(candidates: list[str]) -> list[str]:
    """What tells the candidates apart, the most telling first."""
    belts = {zone.rsplit("_", 1)[0] for zone in candidates}
    tropical = [zone for zone in candidates if zone.startswith("tropical")]
    questions = []
    if len(belts) > 1:
        questions.append("mean_temp")
        if tropical:
            questions.append("frost_days")
    if "tropical_montane" in tropical and len(tropical) > 1:
        questions.append("altitude")
    if len(set(tropical) - {"tropical_montane"}) > 1:
        questions.append("rain")
    wetness = {zone.rsplit("_", 1)[1] for zone in candidates if zone not in tropical}
    if len(wetness) > 1:
        questions.append("rain_or_evaporation")
    return questions
