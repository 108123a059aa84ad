"""A zone: the climate, soil and farming of a place, as far as they are known."""

import math
from dataclasses import dataclass, fields
from typing import get_args

from practices.zones.errors import ZoneNotUnderstood
from practices.zones.koppen import KOPPEN
from practices.zones.land import CROP_GROUPS, LAND_USE, POWERS, WATERS, Power, Water
from practices.zones.soils import DEPTHS, DRAINAGES, SOILS, TEXTURES, Depth, Drainage, Soil, Texture

TROPIC_DEGREES = 23.44
UNKNOWN = "?"

_CHOICES: dict[str, frozenset[str]] = {
    "climate": frozenset(KOPPEN),
    "soil": frozenset(SOILS),
    "texture": frozenset(TEXTURES),
    "drainage": frozenset(DRAINAGES),
    "depth": frozenset(DEPTHS),
    "land_use": frozenset(LAND_USE),
    "water": frozenset(WATERS),
    "power": frozenset(POWERS),
}
# Bounds of what can be on Earth; slopes above 100 % are steeper than 45 degrees.
_RANGES: dict[str, tuple[float, float]] = {
    "rain_mm": (0, 20_000),
    "slope_percent": (0, 1_000),
    "altitude_m": (-500, 9_000),
    "lat": (-90, 90),
    "lon": (-180, 180),
}


@dataclass(frozen=True, slots=True)
class PartNotUnderstood:
    """One bad part of a zone: which field, what was given, and the code of the reason.

    Reasons: `unknown_code`, `not_a_number`, `out_of_range`, `unknown_field`, `wrong_count`.
    """

    field: str
    given: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """What is known of a piece of land; None (for crops: empty) is "not known".

    climate: Köppen-Geiger code. soil: IPCC class. crops: FAO crop groups 1 to 9. lat, lon: degrees
    (WGS 84). `guessed` names the fields whose values are guesses (a map, a default), not answers.

    Raises:
        ZoneNotUnderstood: values that do not exist, all of them at once.
    """

    climate: str | None = None
    soil: Soil | None = None
    texture: Texture | None = None
    drainage: Drainage | None = None
    depth: Depth | None = None
    land_use: str | None = None
    water: Water | None = None
    power: Power | None = None
    crops: frozenset[int] = frozenset()
    rain_mm: float | None = None
    slope_percent: float | None = None
    altitude_m: float | None = None
    salty: bool | None = None
    floods: bool | None = None
    stony: bool | None = None
    frost: bool | None = None
    lat: float | None = None
    lon: float | None = None
    guessed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        refuse(_faults(self))

    @property
    def tropical(self) -> bool | None:
        """Whether the place lies between the tropics; None where the latitude is not known."""
        return None if self.lat is None else abs(self.lat) <= TROPIC_DEGREES


def refuse(faults: list[PartNotUnderstood]) -> None:
    """Raise one `ZoneNotUnderstood` for all faults, if there are any."""
    if faults:
        listed = ", ".join(f"{fault.field}: {fault.given}" for fault in faults)
        raise ZoneNotUnderstood(parts=listed, faults=tuple(faults))


def _faults(zone: Zone) -> list[PartNotUnderstood]:
    faults = []
    for field, known in _CHOICES.items():
        value = getattr(zone, field)
        if value is not None and value not in known:
            faults.append(PartNotUnderstood(field, str(value), "unknown_code"))
    faults += [
        PartNotUnderstood("crops", str(group), "unknown_code")
        for group in sorted(zone.crops, key=str)
        if group not in CROP_GROUPS
    ]
    for field, (low, high) in _RANGES.items():
        reason = number_fault(getattr(zone, field), low, high)
        if reason:
            faults.append(PartNotUnderstood(field, str(getattr(zone, field)), reason))
    faults += [
        PartNotUnderstood("guessed", name, "unknown_field")
        for name in sorted(zone.guessed)
        if name not in ZONE_FIELDS
    ]
    return faults


def number_fault(value: object, low: float, high: float) -> str | None:
    """The code of what is wrong with an optional number, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "not_a_number"
    return None if math.isfinite(value) and low <= value <= high else "out_of_range"


ZONE_FIELDS: frozenset[str] = frozenset(field.name for field in fields(Zone)) - {"guessed"}

_CLIMATE_BY_FOLD = {code.casefold(): code for code in KOPPEN}
_SOIL_BY_FOLD: dict[str, Soil] = {code.casefold(): code for code in get_args(Soil)}
_LAND_USE_BY_FOLD = {code.casefold(): code for code in LAND_USE}
_SHORT_FORM = ("climate", "soil", "land_use")


def parse_zone(text: str) -> Zone:
    """The zone written as climate/soil/land use, such as "BSh/SAN/Ca"; "?" is "not known".

    Case and spaces around a part do not matter.

    Raises:
        ZoneNotUnderstood: every part that does not exist, at once.
    """
    parts = [part.strip() for part in text.split("/")]
    if len(parts) != len(_SHORT_FORM):
        refuse([PartNotUnderstood("zone", text, "wrong_count")])
    tables: tuple[dict[str, str], ...] = (
        _CLIMATE_BY_FOLD,
        dict(_SOIL_BY_FOLD),
        _LAND_USE_BY_FOLD,
    )
    found: list[str | None] = []
    faults = []
    for field, part, table in zip(_SHORT_FORM, parts, tables, strict=True):
        found.append(None if part == UNKNOWN else table.get(part.casefold()))
        if part != UNKNOWN and found[-1] is None:
            faults.append(PartNotUnderstood(field, part, "unknown_code"))
    refuse(faults)
    climate, soil, land_use = found
    soil_class = None if soil is None else _SOIL_BY_FOLD[soil.casefold()]
    return Zone(climate=climate, soil=soil_class, land_use=land_use)


def zone_text(zone: Zone) -> str:
    """The zone as climate/soil/land use, "?" for what is not known."""
    return "/".join(getattr(zone, field) or UNKNOWN for field in _SHORT_FORM)
