"""The forms of "Your land": what they show, and what they say of what cannot be right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from litestar import Response

from core.errors import GafolupError
from core.places.gazetteer import PlaceHit
from core.words import N_, gettext
from practices import labels
from practices.land.numbers import ASKED
from practices.land.rules import land_from, parse_point
from practices.land.saying import said_near
from practices.land.slopes import slope_class
from practices.pages.land_told import (
    ASKED_SOIL,
    WHERE,
    Told,
    address,
    at_place,
    step_after,
    step_before,
)
from practices.pages.web import AnyRequest, Pages
from practices.search import explain
from practices.zones.errors import ZoneNotUnderstood
from practices.zones.soil_key import SoilQuestion

UNPROCESSABLE = 422
FEW_PLACES, MANY_PLACES = 8, 40
PICTURES: Mapping[str, str] = {
    "soil-peat": "peat_spongy",
    "soil-falls-apart": "sand",
    "soil-ball": "loam",
    "water-months": "water_months",
    "water-days": "standing_water",
    "soil-volcanic": "volcanic_fluffy",
    "soil-ash-over-rust": "ash_over_rust",
    "soil-cracks": "cracks_sticky",
    "soil-fizzes": "fizz_vinegar",
    "soil-red-crumbly": "red_crumbly",
    "soil-other": "none_of_these",
    "ribbon-none": "sand",
    "ribbon-short": "loam",
    "ribbon-long": "clay",
    "stones-many": "stones",
    "rock-shallow": "shallow_rock",
    "salt-yes": "salt_crust",
}
"""Which drawing shows an answer of the soil key; an answer without one is words only."""
USES = ("Ca", "Xf", "Xp", "Ct", "Cp", "Ge", "Gi", "Xs", "Xa", "Fn", "Fp", "W")


def where_page(
    request: AnyRequest,
    pages: Pages,
    told: Told,
    *,
    find: str = "",
    hits: Any = (),
    most: int = FEW_PLACES,
    country: str | None = None,
    fault: str = "",
) -> Response[Any]:
    kept = {name: value for name, value in told.items() if name not in WHERE}
    return pages.shell.page(
        request,
        "practices/land_where.html",
        status=UNPROCESSABLE if fault else 200,
        find=find,
        kept=kept,
        hits=[
            {
                "name": pages.finder.local(hit.place).name,
                "where": _where(pages, hit),
                "href": step_after(at_place(told, hit), "/land/soil"),
            }
            for hit in hits
        ],
        guessed=bool(hits) and hits[0].match == "typo",
        country=labels.country(country) if country else "",
        searched=bool(find.strip()) and not fault,
        more=address("/land", {**kept, "find": find, "more": "1"}) if len(hits) == most else "",
        skip=step_after(kept, "/land/soil"),
        faults=[{"field": "find", "text": fault}] if fault else [],
        back=step_before({"then": told.get("then", "")}, "/"),
        attribution=pages.finder.gazetteer.attribution.partition(": ")[2],
    )


def _where(pages: Pages, hit: PlaceHit) -> str:
    country = labels.country(hit.place.country)
    if hit.beside is None:
        return country
    beside = replace(hit.beside, place=pages.finder.local(hit.beside.place))
    return f"{country}; {said_near(beside)}"


def use_page(
    request: AnyRequest, pages: Pages, told: Told, faults: Mapping[str, str] | None = None
) -> Response[Any]:
    names = ("land_use", "crops", "crop", "water", "rain_mm")
    return pages.shell.page(
        request,
        "practices/land_use.html",
        status=UNPROCESSABLE if faults else 200,
        uses=[{"code": code, "label": labels.label(labels.LAND_USES, code)} for code in USES],
        crops=[{"code": code, "label": gettext(name)} for code, name in labels.CROPS.items()],
        waters=[{"code": code, "label": labels.label(labels.WATER, code)} for code in labels.WATER],
        kept={name: value for name, value in told.items() if name not in (*names, "then")},
        told=told,
        chosen_crops=set(told.get("crops", "").split(",")),
        faults=[{"field": name, "text": text} for name, text in (faults or {}).items()],
        back=step_before(told, "/land/slope"),
    )


def number_page(
    request: AnyRequest, pages: Pages, told: Told, field: str, fault: str = ""
) -> Response[str]:
    on_the_way = field == "slope_percent" and told.get("then") != "yours"
    return pages.shell.page(
        request,
        "practices/land_number.html",
        status=UNPROCESSABLE if fault else 200,
        asked=said_number(field),
        value=told.get(field, ""),
        kept={name: value for name, value in told.items() if name not in (field, "then")},
        faults=[{"field": field, "text": fault}] if fault else [],
        action="/land/use" if on_the_way else "/land/yours",
        back=address("/land/slope", told) if on_the_way else address("/land/yours", {}),
    )


def asked_again(
    request: AnyRequest, pages: Pages, told: Told, problem: ZoneNotUnderstood
) -> Response[Any]:
    """The page with the number that cannot be read, what was typed still in it.

    Raises:
        ZoneNotUnderstood: it is no number that is wrong; no page of ours leads to such an address.
    """
    faults = {fault.field: fault for fault in problem.data["faults"]}
    if not faults.keys() <= ASKED.keys():
        raise problem
    texts = {name: _fault_text(name, fault.given, fault.reason) for name, fault in faults.items()}
    if faults.keys() == {"rain_mm"} and "field" not in request.query_params:
        return use_page(request, pages, told, texts)
    field = next(iter(texts))
    return number_page(request, pages, told, field, texts[field])


def _fault_text(name: str, given: str, reason: str) -> str:
    if reason == "not_a_number":
        return gettext(N_("“{given}” cannot be read. Write one whole number, such as 600.")).format(
            given=given
        )
    return gettext(N_("“{given}” cannot be right. Write a number from {low} to {high}.")).format(
        given=given, low=explain.number(ASKED[name].low), high=explain.number(ASKED[name].high)
    )


def said_number(field: str) -> dict[str, str]:
    asked = ASKED[field]
    unit = gettext(asked.unit).format(count="").strip()
    return {"field": field, "question": gettext(asked.question), "unit": unit}


def nothing_chosen(field: str) -> list[dict[str, str]]:
    return [{"field": field, "text": gettext(N_("Choose an answer, or “I do not know”."))}]


def slope_code(told: Told) -> str:
    """The picture of the slope that was told; empty if none was."""
    try:
        percent = land_from({"slope_percent": told.get("slope_percent", "")}).zone.slope_percent
    except ZoneNotUnderstood:
        return ""
    return "" if percent is None else slope_class(percent).code


def said_question(question: SoilQuestion) -> dict[str, Any]:
    return {
        "code": question.code,
        "field": ASKED_SOIL + question.code,
        "text": gettext(question.text),
        "choices": [
            {
                "code": choice.code,
                "text": gettext(choice.text),
                "picture": PICTURES.get(choice.picture, ""),
            }
            for choice in question.choices
        ],
    }


def point_fault(pages: Pages, told: Told) -> str:
    """Why the point cannot be a piece of land; empty where it can, or where none was told."""
    if not told.get("at"):
        return ""
    try:
        pages.finder.check_on_land(*parse_point(told["at"]))
    except GafolupError as problem:
        return problem.message()
    return ""
