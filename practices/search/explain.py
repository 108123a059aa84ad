"""Sentences that say why a practice is offered, and why it may not fit."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal, format_percent

from core.words import N_, current_language, gettext, ngettext
from practices import labels
from practices.effects.rules import Effect, Interest
from practices.feasibility.rules import Reason
from practices.search.sites import Provenance

_LEAST_KNOWN_PERCENT = 0.5

REASONS: Mapping[str, str] = {
    "rain_mm_min": N_("It needs at least {min} mm of rain a year."),
    "rain_mm_max": N_("It is for land with at most {max} mm of rain a year."),
    "rain_mm_range": N_("It is for land with {min} to {max} mm of rain a year."),
    "slope_percent_min": N_("It is for slopes of at least {min} %."),
    "slope_percent_max": N_("It is for slopes of at most {max} %."),
    "slope_percent_range": N_("It is for slopes of {min} to {max} %."),
    "altitude_m_min": N_("It is for land at least {min} m above the sea."),
    "altitude_m_max": N_("It is for land at most {max} m above the sea."),
    "altitude_m_range": N_("It is for land {min} to {max} m above the sea."),
    "soil_depth_cm_min": N_("It needs soil at least {min} cm deep."),
    "soil_depth_cm_max": N_("It is for soil at most {max} cm deep."),
    "soil_depth_cm_range": N_("It is for soil {min} to {max} cm deep."),
    "climate_excluded": N_("It does not suit this climate: {given}."),
    "soil_excluded": N_("It does not suit this soil: {given}."),
    "texture_excluded": N_("It does not suit soil that feels like this: {given}."),
    "land_use_excluded": N_("It does not suit this use of the land: {given}."),
    "waterlogging": N_("It fails where water stands."),
    "salinity": N_("It fails on salty soil."),
    "frost": N_("It fails where it freezes."),
    "stoniness": N_("It is hard to do on stony soil."),
    "needs_irrigation": N_("It needs water for irrigation."),
    "needs_water_control": N_("It needs a way to let water in and out."),
    "needs_machine": N_("It needs a machine."),
    "other_land_use": N_("It was made for another use of the land: {land_use}."),
    "other_water": N_("It was made for other watering: {water}."),
    "unlike_climate": N_("It is known to work only in climates unlike yours."),
}
TEXTURES: Mapping[str, str] = {
    "coarse": N_("Coarse: feels like sand"),
    "medium": N_("Medium: loam"),
    "fine": N_("Fine: sticky clay"),
}
_UNMEASURED: Mapping[Interest, str] = {
    "harvest": N_("Its effect on the harvest was not measured."),
    "fodder": N_("Its effect on grass and fodder was not measured."),
    "carbon": N_("Its effect on soil carbon was not measured."),
}
_EXPECTED: Mapping[Interest, str] = {
    "harvest": N_(
        "Harvest: expect about {percent}, anything from {low} to {high}. Studies: {studies}."
    ),
    "fodder": N_(
        "Fodder: expect about {percent}, anything from {low} to {high}. Studies: {studies}."
    ),
    "carbon": N_(
        "Soil carbon: expect about {percent}, anything from {low} to {high}. Studies: {studies}."
    ),
}
_TOO_FEW: Mapping[Interest, str] = {
    "harvest": N_(
        "Harvest: {measured} was measured, too little to be sure. "
        "Expect anything from {low} to {high}. Studies: {studies}."
    ),
    "fodder": N_(
        "Fodder: {measured} was measured, too little to be sure. "
        "Expect anything from {low} to {high}. Studies: {studies}."
    ),
    "carbon": N_(
        "Soil carbon: {measured} was measured, too little to be sure. "
        "Expect anything from {low} to {high}. Studies: {studies}."
    ),
}
_GIVEN: Mapping[str, Mapping[str, str]] = {
    "climate_excluded": labels.CLIMATES,
    "soil_excluded": labels.SOILS,
    "texture_excluded": TEXTURES,
    "land_use_excluded": labels.LAND_USES,
}


def percent(value: float) -> str:
    """A change in percent with its sign, in the reader's language: +29 %."""
    sign = "+" if value > _LEAST_KNOWN_PERCENT else ""
    return sign + _percent(round(value), current_language())


def number(value: float) -> str:
    """A number in the reader's language, with at most two decimals."""
    return _decimal(value, current_language())


@lru_cache(maxsize=4096)
def _percent(value: int, language: str) -> str:
    return format_percent(value / 100, locale=language)


@lru_cache(maxsize=4096)
def _decimal(value: float, language: str) -> str:
    return format_decimal(value, format="#,##0.##", locale=language)


def reason(against: Reason) -> str:
    """Why a practice cannot work, or may not fit, in one sentence."""
    data: dict[str, Any] = {
        name: number(value) if isinstance(value, int | float) else value
        for name, value in against.data.items()
    }
    if "given" in data:
        data["given"] = labels.label(_GIVEN[against.code], data["given"])
    if "water" in data:
        data["water"] = labels.label(labels.WATER, data["water"])
    if "land_use" in data:
        data["land_use"] = labels.label(labels.LAND_USES, data["land_use"])
    return gettext(REASONS[against.code]).format(**data)


def effect(of: Interest, expected: Effect | None) -> str:
    """What to expect for the harvest, for fodder or for soil carbon.

    With its range and the number of studies. Where the few results point another way than what is
    expected from practices as a whole, the results are told, and that they are too few.
    """
    if expected is None:
        return gettext(_UNMEASURED[of])
    texts = _EXPECTED if expected.is_borne_out else _TOO_FEW
    return gettext(texts[of]).format(
        percent=percent(expected.percent),
        low=percent(expected.low),
        high=percent(expected.high),
        studies=expected.studies,
        measured=percent(expected.measured),
    )


def provenance(seen: Provenance) -> str:
    """Where it was tried, seen from the reader's land."""
    if seen.like:
        return ngettext(
            "Tried on {count} site like your land.",
            "Tried on {count} sites like your land.",
            seen.like,
        ).format(count=seen.like)
    if seen.similar:
        return ngettext(
            "Tried on {count} site similar to your land.",
            "Tried on {count} sites similar to your land.",
            seen.similar,
        ).format(count=seen.similar)
    if seen.distance is None:
        return gettext(N_("Not known on what kind of land it was tried."))
    return gettext(N_("Not yet tried on land like yours."))
