"""Your land: where it is, what soil it has, how steep it is, how it is used.

One question on a page. The answers travel in the address until "Your land" keeps them in the
reader's own browser; an address that tells nothing speaks of the land that is kept there.
"""

import re
from dataclasses import replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from core.words import N_, current_language, gettext
from practices import labels
from practices.land.numbers import ASKED
from practices.land.rules import (
    Land,
    land_fields,
    land_from,
    land_text,
    parse_point,
    with_soil_answers,
)
from practices.land.saying import said_near
from practices.land.slopes import SLOPES
from practices.land.summary import deciding_field, rows
from practices.pages.land_forms import (
    FEW_PLACES,
    MANY_PLACES,
    UNPROCESSABLE,
    asked_again,
    nothing_chosen,
    number_page,
    point_fault,
    said_number,
    said_question,
    slope_code,
    use_page,
    where_page,
)
from practices.pages.land_told import (
    SOIL_FIELDS,
    WHERE,
    Told,
    address,
    at_place,
    is_told,
    last_soil,
    soil_answers,
    step_after,
    step_before,
    told_of,
)
from practices.pages.lists import land_bar
from practices.pages.web import AnyRequest, Pages, PagesHere, land_cookie
from practices.zones.errors import ZoneNotUnderstood
from practices.zones.soil_key import UNKNOWN as NOT_KNOWN
from practices.zones.soil_key import WHY_TEXTS as SOIL_WHY
from practices.zones.soil_key import next_question, soil_from_answers

__all__ = ["HANDLERS", "said_near"]

SOIL_STEPS = 4
_POINT = re.compile(r"\s*([-+]?\d{1,3}(?:\.\d+)?)(?:\s*[,;،]\s*|\s+)([-+]?\d{1,3}(?:\.\d+)?)\s*")


@get("/land", sync_to_thread=True)
def where(
    request: AnyRequest, pages: PagesHere, find: FromQuery[str] = "", more: FromQuery[str] = ""
) -> Response[Any]:
    """Where is your land? By name, by a point, or by the phone's position."""
    told = told_of(request)
    query = request.query_params
    if told and "find" not in query and not is_told(request):
        return Redirect(f"/{current_language()}/land/yours")
    point = _POINT.fullmatch(find.replace("\u2212", "-"))
    if point:
        return _at_point(request, pages, told, f"{point[1]},{point[2]}", find)
    if "find" in query and not find.strip():
        fault = gettext(N_("Type the name of a village or town."))
        return where_page(request, pages, told, fault=fault)
    most = MANY_PLACES if more else FEW_PLACES
    hits = pages.finder.places(find, most) if find.strip() else []
    country = pages.finder.country_named(find)
    if country:
        hits = [hit for hit in hits if hit.match == "exact"]
    if len(hits) == 1 and hits[0].match == "exact" and not country:
        return Redirect(step_after(at_place(told, hits[0]), "/land/soil"))
    return where_page(request, pages, told, find=find, hits=hits, most=most, country=country)


@get("/land/here", sync_to_thread=True)
def here(request: AnyRequest, pages: PagesHere, at: FromQuery[str] = "") -> Response[Any]:
    """The phone said where it is: name the place and go on."""
    return _at_point(request, pages, told_of(request), at, "")


@get("/land/soil", sync_to_thread=True)
def soil(request: AnyRequest, pages: PagesHere, asked: FromQuery[str] = "") -> Response[Any]:
    """The soil key, one pictured question at a time."""
    told = told_of(request)
    fault = point_fault(pages, told)
    if fault:
        return where_page(request, pages, told, fault=fault)
    answers = soil_answers(told)
    question = next_question(answers)
    if question is None:
        return Redirect(step_after(told, "/land/slope"))
    missing = asked == question.code
    before = {name: told[name] for name in told if name != last_soil(answers)}
    return pages.shell.page(
        request,
        "practices/land_soil.html",
        status=UNPROCESSABLE if missing else 200,
        question=said_question(question),
        kept=told,
        asked=len(answers) + 1,
        of=SOIL_STEPS,
        skip=step_after(told, "/land/slope"),
        not_known=NOT_KNOWN,
        faults=nothing_chosen("choice-1") if missing else [],
        back=address("/land/soil", before) if answers else step_before(told, "/land"),
    )


@get("/land/slope", sync_to_thread=True)
def slope(
    request: AnyRequest, pages: PagesHere, slope: FromQuery[str] = "", asked: FromQuery[str] = ""
) -> Response[Any]:
    """How steep is the land? Four pictures."""
    told = told_of(request)
    fault = point_fault(pages, told)
    if fault:
        return where_page(request, pages, told, fault=fault)
    rest = {name: value for name, value in told.items() if name != "slope_percent"}
    chosen = next((one for one in SLOPES if one.code == slope), None)
    if chosen:
        return Redirect(step_after({**rest, "slope_percent": str(chosen.percent)}, "/land/use"))
    if slope == NOT_KNOWN:
        return Redirect(step_after(rest, "/land/use"))
    answers = soil_answers(told)
    before = {name: told[name] for name in told if name != last_soil(answers)}
    return pages.shell.page(
        request,
        "practices/land_slope.html",
        status=UNPROCESSABLE if asked else 200,
        slopes=[
            {
                "code": one.code,
                "text": gettext(one.text),
                "means": gettext(one.means),
                "picture": f"slope_{one.code}",
                "chosen": one.code == slope_code(told),
            }
            for one in SLOPES
        ],
        kept=rest,
        not_known=NOT_KNOWN,
        skip=step_after(told, "/land/use"),
        in_percent=address("/land/number", {**told, "field": "slope_percent"}),
        faults=nothing_chosen("choice-1") if asked else [],
        back=step_before(before, "/land/soil"),
    )


@get("/land/use", sync_to_thread=True)
def use(request: AnyRequest, pages: PagesHere) -> Response[Any]:
    """How is the land used, what grows, where does the water come from?"""
    told = told_of(request)
    fault = point_fault(pages, told)
    if fault:
        return where_page(request, pages, told, fault=fault)
    try:
        land_from(told)
    except ZoneNotUnderstood as problem:
        return asked_again(request, pages, told, problem)
    return use_page(request, pages, told)


@get("/land/number", sync_to_thread=True)
def one_number(
    request: AnyRequest, pages: PagesHere, field: FromQuery[str] = "rain_mm"
) -> Response[str]:
    """One thing a land tells in numbers: rain, slope, height, frost, temperature."""
    return number_page(request, pages, told_of(request), field if field in ASKED else "rain_mm")


@get("/land/yours", sync_to_thread=True)
def yours(request: AnyRequest, pages: PagesHere) -> Response[Any]:
    """What we know of your land now; kept in your own browser."""
    told = dict(told_of(request))
    crops = request.query_params.getall("crop", [])
    if crops:
        told["crops"] = ",".join(crops)
    fault = point_fault(pages, told)
    if fault:
        return where_page(request, pages, told, fault=fault)
    try:
        land = with_soil_answers(land_from(told), soil_answers(told))
    except ZoneNotUnderstood as problem:
        return asked_again(request, pages, told, problem)
    if land.point and not land.place and not land.geoname:
        near = pages.finder.near(*land.point)
        land = replace(land, geoname=near.place.geoname) if near else land
    land = pages.finder.complete(land)
    fields = land_fields(land)

    def change(path: str, **more: str) -> str:
        kept = {k: v for k, v in fields.items() if path != "/land/soil" or k not in SOIL_FIELDS}
        return address(path, {**kept, **more, "then": "yours"})

    why = soil_from_answers(soil_answers(told)).why_code
    asked = deciding_field(land)
    response = pages.shell.page(
        request,
        "practices/land_yours.html",
        land=land_bar(land, fields),
        rows=list(rows(land, change, "" if why == "nothing_answered" else gettext(SOIL_WHY[why]))),
        later=_later(pages, land),
        kept={name: value for name, value in fields.items() if name != asked},
        asked=said_number(asked) if asked else None,
    )
    if is_told(request):
        response.cookies.append(land_cookie(land_text(land)))
    return response


@get("/land/forget", sync_to_thread=True)
def forget(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """Ask before the land is forgotten."""
    return pages.shell.page(request, "practices/land_forget.html")


@post("/land/forgotten", sync_to_thread=False)
def forget_now() -> Redirect:
    """Forget the land: the cookie is emptied."""
    cookie = replace(land_cookie(""), max_age=0)
    return Redirect(f"/{current_language()}/", status_code=303, cookies=[cookie])


HANDLERS = [where, here, soil, slope, use, one_number, yours, forget, forget_now]


def _at_point(request: AnyRequest, pages: Pages, told: Told, text: str, find: str) -> Response[Any]:
    fault = point_fault(pages, {"at": text or "-"})
    if fault:
        return where_page(request, pages, told, find=find, fault=fault)
    lat, lon = parse_point(text)
    rest = {name: value for name, value in told.items() if name not in WHERE}
    near = pages.finder.near(lat, lon)
    place = {"geoname": str(near.place.geoname)} if near else {}
    return Redirect(step_after({**rest, "at": f"{lat:g},{lon:g}", **place}, "/land/soil"))


def _later(pages: Pages, land: Land) -> str:
    """The climate expected later this century, where it will be another one."""
    if land.point is None or not land.zone.climate:
        return ""
    later = pages.finder.climate_later(*land.point).code
    if later == land.zone.climate:
        return ""
    return gettext(
        N_("By the end of this century, if the world goes on as before, expect: {climate}.")
    ).format(climate=labels.label(labels.CLIMATES, later))
