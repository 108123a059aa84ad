"""What a person tells of her land, as it travels in addresses and in a cookie.

Points are kept to two decimals (about 1 km): enough for the climate, too coarse for a house.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from core.errors import GafolupError
from core.words import N_
from practices.land.numbers import ASKED, number_fault, read_number
from practices.zones.coordinates import checked_point
from practices.zones.errors import CoordinatesOutOfRange
from practices.zones.land import CROP_GROUPS
from practices.zones.soil_key import QUESTIONS, soil_from_answers
from practices.zones.zone import PartNotUnderstood, Zone, refuse

POINT_DECIMALS = 2
LONGEST_PLACE = 80
_LONGEST_GEONAME = 12
_CODES = ("soil", "texture", "drainage", "depth", "water", "power")
_NUMBERS = ("rain_mm", "slope_percent", "altitude_m")
_BESIDES = ("frost_days", "mean_temp_c")
_FLAGS = ("salty", "floods", "stony", "frost")
_YES_NO = {"1": True, "0": False}


class PointNotUnderstood(GafolupError):
    """A point is not written as latitude, comma, longitude."""

    code = "point_not_understood"
    status = 422
    text = N_("“{given}” is not a point. Write it as 13.51,2.11.")


@dataclass(frozen=True, slots=True)
class Land:
    """A piece of land as its manager tells it. `zone` lacks the climate until it is looked up.

    geoname: GeoNames number of the town she named or that is nearest, 0 if not known; with it
    `place` is said in the reader's language. frost_days (a year), mean_temp_c: told to settle the
    IPCC climate zone.
    """

    zone: Zone = field(default_factory=Zone)
    place: str = ""
    geoname: int = 0
    frost_days: int | None = None
    mean_temp_c: int | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, if she said where it is."""
        if self.zone.lat is None or self.zone.lon is None:
            return None
        return self.zone.lat, self.zone.lon

    @property
    def is_known(self) -> bool:
        """Whether anything at all was told."""
        return self != Land()


def parse_point(text: str) -> tuple[float, float]:
    """The point written as "lat,lon", rounded to `POINT_DECIMALS`.

    Raises:
        PointNotUnderstood: it is not two numbers.
        CoordinatesOutOfRange: they are not a place on Earth.
    """
    lat, comma, lon = text.partition(",")
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise PointNotUnderstood(given=text[:40]) from None
    if not comma:
        raise PointNotUnderstood(given=text[:40])
    checked = checked_point(*point)
    return round(checked[0], POINT_DECIMALS), round(checked[1], POINT_DECIMALS)


def land_from(told: Mapping[str, str]) -> Land:
    """Read a land from the fields of an address.

    Raises:
        ZoneNotUnderstood: codes or numbers that do not exist, all at once.
        PointNotUnderstood, CoordinatesOutOfRange: the point is wrong.
    """
    faults: list[PartNotUnderstood] = []
    values: dict[str, object] = {}
    values |= {name: told[name] for name in _CODES if told.get(name)}
    if told.get("land_use"):
        values["land_use"] = told["land_use"]
    if told.get("climate"):
        values["climate"] = told["climate"]
    numbers = {
        name: _number(name, told[name], faults)
        for name in (*_NUMBERS, *_BESIDES)
        if told.get(name, "").strip()
    }
    values |= {name: numbers[name] for name in _NUMBERS if name in numbers}
    for name in _FLAGS:
        if told.get(name):
            values[name] = _flag(name, told[name], faults)
    if told.get("crops"):
        values["crops"] = _crops(told["crops"], faults)
    if told.get("guessed"):
        values["guessed"] = frozenset(told["guessed"].split(","))
    if told.get("at"):
        values["lat"], values["lon"] = parse_point(told["at"])
    refuse(faults)
    frost_days = numbers.get("frost_days")
    if frost_days is not None:
        values["frost"] = frost_days > 0
    return Land(
        Zone(**values),  # type: ignore[arg-type]
        told.get("place", "")[:LONGEST_PLACE],
        _geoname(told.get("geoname", "")),
        frost_days,
        numbers.get("mean_temp_c"),
    )


def land_fields(land: Land) -> dict[str, str]:
    """The fields of an address that say this land again; the climate follows from the point."""
    zone = land.zone
    told: dict[str, object] = {
        "at": f"{land.point[0]:g},{land.point[1]:g}" if land.point else None,
        "climate": None if land.point else zone.climate,
        "place": "" if land.geoname else land.place,
        "geoname": str(land.geoname) if land.geoname else "",
        "frost_days": _plain(land.frost_days),
        "mean_temp_c": _plain(land.mean_temp_c),
        **{name: getattr(zone, name) for name in (*_CODES, "land_use")},
        **{name: _plain(getattr(zone, name)) for name in _NUMBERS},
        **{
            name: _one_or_zero(getattr(zone, name))
            for name in _FLAGS
            if name != "frost" or land.frost_days is None
        },
        "crops": ",".join(map(str, sorted(zone.crops))),
        "guessed": ",".join(sorted(zone.guessed - {"climate"})),
    }
    return {name: str(value) for name, value in told.items() if value}


def land_text(land: Land) -> str:
    """The land as one line, for the cookie."""
    return urlencode(land_fields(land))


def land_from_text(text: str) -> Land:
    """Read the cookie again; one that was tampered with counts as nothing told."""
    try:
        return land_from(dict(parse_qsl(text[:1000])))
    except GafolupError:
        return Land()


def with_soil_answers(land: Land, answers: Mapping[str, str]) -> Land:
    """The land with what the soil key finds in the answers; what they leave open stays."""
    if not any(answers.get(code) for code in QUESTIONS):
        return land
    found = soil_from_answers(answers)
    known = {
        name: getattr(found, name)
        for name in ("soil", "texture", "drainage", "depth", "salty", "floods", "stony")
        if getattr(found, name) is not None
    }
    guessed = land.zone.guessed - {"soil"} | (frozenset() if found.sure else frozenset({"soil"}))
    if found.soil is None:
        guessed -= {"soil"}
    return replace(land, zone=replace(land.zone, **known, guessed=guessed))


def _plain(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


def _one_or_zero(value: bool | None) -> str | None:
    return None if value is None else str(int(value))


def _number(name: str, text: str, faults: list[PartNotUnderstood]) -> int | None:
    number = read_number(text, ASKED[name].written)
    fault = number_fault(name, number)
    if fault:
        faults.append(PartNotUnderstood(name, text[:40], fault))
        return None
    return number


def _geoname(text: str) -> int:
    short = len(text) <= _LONGEST_GEONAME
    return int(text) if short and text.isascii() and text.isdigit() else 0


def _flag(name: str, text: str, faults: list[PartNotUnderstood]) -> bool | None:
    if text not in _YES_NO:
        faults.append(PartNotUnderstood(name, text[:40], "unknown_code"))
        return None
    return _YES_NO[text]


def _crops(text: str, faults: list[PartNotUnderstood]) -> frozenset[int]:
    groups = set()
    for part in text.split(","):
        if not part.isascii() or not part.isdigit() or int(part) not in CROP_GROUPS:
            faults.append(PartNotUnderstood("crops", part[:40], "unknown_code"))
        else:
            groups.add(int(part))
    return frozenset(groups)


__all__ = [
    "CoordinatesOutOfRange",
    "Land",
    "PointNotUnderstood",
    "land_fields",
    "land_from",
    "land_from_text",
    "land_text",
    "parse_point",
    "with_soil_answers",
]
