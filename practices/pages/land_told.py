"""What the address tells of a land, and the steps from one question to the next."""

from collections.abc import Mapping
from urllib.parse import urlencode

from core.places.gazetteer import PlaceHit
from core.words import current_language
from practices.land.numbers import ASKED
from practices.land.rules import land_fields, land_from_text
from practices.pages.web import LAND_COOKIE, AnyRequest
from practices.zones.soil_key import QUESTIONS

Told = Mapping[str, str]
ASKED_SOIL = "soil_"
"""Begins the address fields of the soil key, whose codes (water ...) others use too."""
WHERE = ("at", "place", "geoname")
SOIL_FIELDS = ("soil", "texture", "drainage", "depth", "salty", "floods", "stony", "guessed")
_FIELDS = (
    *WHERE, *SOIL_FIELDS, "climate", "land_use", "crops", "water", "power", "frost", *ASKED,
)  # fmt: skip


def is_told(request: AnyRequest) -> bool:
    """Whether the address itself tells of a land, be it that a part is not known."""
    names = {*_FIELDS, "crop", *(ASKED_SOIL + code for code in QUESTIONS)}
    return any(name in names for name in request.query_params)


def told_of(request: AnyRequest) -> dict[str, str]:
    """The answers so far, one value a question: of the address, or else of the land kept."""
    query = request.query_params
    if not is_told(request):
        kept = land_fields(land_from_text(request.cookies.get(LAND_COOKIE, "")))
    else:
        names = {*_FIELDS, *(ASKED_SOIL + code for code in QUESTIONS)}
        kept = {name: str(value) for name, value in query.items() if name in names and value}
    return {**kept, "then": "yours"} if query.get("then") == "yours" else kept


def soil_answers(told: Told) -> dict[str, str]:
    return {code: told[ASKED_SOIL + code] for code in QUESTIONS if told.get(ASKED_SOIL + code)}


def last_soil(answers: Mapping[str, str]) -> str:
    """The address field of the soil question that was answered last."""
    return ASKED_SOIL + list(answers)[-1] if answers else ""


def address(path: str, told: Told) -> str:
    query = urlencode({name: value for name, value in told.items() if value})
    return f"/{current_language()}{path}" + (f"?{query}" if query else "")


def step_after(told: Told, path: str) -> str:
    """The next step: back to "Your land" for who came from there to change one part."""
    if told.get("then") != "yours":
        return address(path, told)
    return address("/land/yours", {name: told[name] for name in told if name != "then"})


def step_before(told: Told, path: str) -> str:
    """The step before: "Your land" for who came from there."""
    return (
        f"/{current_language()}/land/yours" if told.get("then") == "yours" else address(path, told)
    )


def at_place(told: Told, hit: PlaceHit) -> dict[str, str]:
    place = hit.place
    rest = {name: value for name, value in told.items() if name not in WHERE}
    at = f"{place.lat:.2f},{place.lon:.2f}"
    return {**rest, "at": at, "geoname": str(place.geoname)}
