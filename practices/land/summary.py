"""What "Your land" shows: every part that was told or found, and what would settle the rest."""

from collections.abc import Callable, Iterator, Mapping

from core.words import N_, gettext
from practices import labels
from practices.land.numbers import ASKED
from practices.land.rules import Land
from practices.land.slopes import slope_class
from practices.search.explain import number
from practices.zones.ipcc import IPCC_ZONES, IpccZone, ipcc_zone
from practices.zones.koppen import KOPPEN
from practices.zones.soil_key import RIBBON, ROCK, WATER

Change = Callable[..., str]
"""Gives the address of the step that changes a part."""

# Which number answers which question of practices.zones.ipcc; the others nobody can answer.
_ANSWERED_BY = {
    "altitude": "altitude_m",
    "rain": "rain_mm",
    "frost_days": "frost_days",
    "mean_temp": "mean_temp_c",
}
# What was told of the soil is said again in the words of the answer that told it.
_TEXTURES = dict(zip(("coarse", "medium", "fine"), RIBBON.choices, strict=True))
_DRAINAGES = dict(zip(("wet", "slow", "free"), WATER.choices, strict=True))
_DEPTHS = dict(zip(("shallow", "moderate", "deep"), ROCK.choices, strict=True))


def ipcc_of(land: Land) -> IpccZone | None:
    """The IPCC climate zone of a land, narrowed by all that was told; None without a climate."""
    zone = land.zone
    if zone.climate is None:
        return None
    frost_days = 0 if land.frost_days is None and zone.frost is False else land.frost_days
    return ipcc_zone(
        zone.climate,
        altitude_m=zone.altitude_m,
        rain_mm=zone.rain_mm,
        mean_temp_c=land.mean_temp_c,
        frost_days=frost_days,
    )


def deciding_field(land: Land) -> str | None:
    """The number (of `ASKED`) that would settle the IPCC climate zone; None where none would."""
    found = ipcc_of(land)
    return _ANSWERED_BY.get(found.question_code or "") if found else None


def rows(land: Land, change: Change, soil_why: str) -> Iterator[dict[str, str]]:
    """The parts of a land: label, value (empty: not known), note, and where to change it.

    soil_why: why the soil was taken to be what it is; empty if that is not known any more.
    """
    zone = land.zone
    yield _row(N_("Place"), land.place or _point(land), "", change("/land"))
    if zone.climate:
        yield _row(
            N_("Climate"),
            labels.label(labels.CLIMATES, zone.climate),
            _climate_note(land),
            change("/land"),
        )
    yield _row(N_("Slope"), *_slope(land), change("/land/slope"))
    soil = labels.label(labels.SOILS, zone.soil) if zone.soil else ""
    yield _row(N_("Soil"), soil, soil_why or _soil_note(land), change("/land/soil"))
    yield _row(
        N_("Use of the land"),
        labels.label(labels.LAND_USES, zone.land_use) if zone.land_use else "",
        "; ".join(gettext(labels.CROPS[group]) for group in sorted(zone.crops)),
        change("/land/use"),
    )
    water = labels.label(labels.WATER, zone.water) if zone.water else ""
    yield _row(N_("Water"), water, "", change("/land/use"))
    told = _numbers(land)
    for field, label in _NUMBER_LABELS.items():
        value = told[field]
        if value is not None or field in _ALWAYS:
            said = _counted(field, value) if value is not None else ""
            yield _row(label, said, "", change("/land/number", field=field))


_NUMBER_LABELS: Mapping[str, str] = {
    "rain_mm": N_("Rain a year"),
    "altitude_m": N_("Height above the sea"),
    "frost_days": N_("Days with frost a year"),
    "mean_temp_c": N_("Mean temperature of a year"),
}
_ALWAYS = ("rain_mm", "altitude_m")


def _numbers(land: Land) -> Mapping[str, float | None]:
    return {
        "rain_mm": land.zone.rain_mm,
        "altitude_m": land.zone.altitude_m,
        "frost_days": land.frost_days,
        "mean_temp_c": land.mean_temp_c,
    }


def _row(label: str, value: str, note: str, href: str) -> dict[str, str]:
    return {"label": gettext(label), "value": value, "note": note, "href": href}


def _counted(field: str, value: float) -> str:
    return gettext(ASKED[field].unit).format(count=number(value))


def _point(land: Land) -> str:
    return "{:g}, {:g}".format(*land.point) if land.point else ""


def _climate_note(land: Land) -> str:
    found = ipcc_of(land)
    if found is None or land.zone.climate is None:
        return ""
    note = f"{KOPPEN[land.zone.climate].code}. {gettext(IPCC_ZONES[found.code])}"
    if found.sure == "probably":
        return gettext(N_("{zone} (probably)")).format(zone=note)
    return note


def _slope(land: Land) -> tuple[str, str]:
    percent = land.zone.slope_percent
    if percent is None:
        return "", ""
    found = slope_class(percent)
    if percent == found.percent:
        return gettext(found.text), gettext(found.means)
    return gettext(found.text), _counted("slope_percent", percent)


def _soil_note(land: Land) -> str:
    zone = land.zone
    told = (
        _TEXTURES.get(zone.texture or ""),
        _DRAINAGES.get(zone.drainage or ""),
        _DEPTHS.get(zone.depth or ""),
    )
    return "; ".join(gettext(choice.text) for choice in told if choice)
