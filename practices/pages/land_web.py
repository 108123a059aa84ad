"""Your land: where it is, what soil it has, how it is used; one question on a page."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from core.places.directions import DIRECTION_TEXTS
from core.places.gazetteer import NearPlace, PlaceHit
from core.words import N_, current_language, gettext
from practices import labels
from practices.land.rules import (
    Land,
    land_fields,
    land_from,
    land_text,
    parse_point,
    with_soil_answers,
)
from practices.pages.lists import land_bar
from practices.pages.web import AnyRequest, Pages, PagesHere, land_cookie
from practices.search import explain
from practices.zones.ipcc import IPCC_ZONES, ipcc_zone
from practices.zones.koppen import KOPPEN
from practices.zones.soil_key import QUESTIONS, SoilQuestion, next_question, soil_from_answers
from practices.zones.soil_key import UNKNOWN as NOT_ASKED
from practices.zones.soil_key import WHY_TEXTS as SOIL_WHY

IN_TOWN_KM = 3
SOIL_STEPS = 4
ASKED = "soil_"
"""Begins the address fields of the soil key, whose codes (water ...) others use too."""
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


@get("/land", sync_to_thread=True)
def where(request: AnyRequest, pages: PagesHere, find: FromQuery[str] = "") -> Response[Any]:
    """Where is your land? By name, or by the phone's position."""
    told = _told(request)
    hits = pages.finder.places(find) if find.strip() else []
    if find.strip() and len(hits) == 1 and hits[0].match == "exact":
        return Redirect(_step("/land/soil", {**told, **_at(hits[0])}))
    return pages.shell.page(
        request,
        "practices/land_where.html",
        find=find,
        kept={name: value for name, value in told.items() if name not in ("at", "place")},
        hits=[
            {
                "name": hit.place.name,
                "where": _where(hit),
                "href": _step("/land/soil", {**told, **_at(hit)}),
            }
            for hit in hits
        ],
        searched=bool(find.strip()),
        skip=_step("/land/soil", told),
        attribution=pages.finder.gazetteer.attribution,
    )


@get("/land/here", sync_to_thread=True)
def here(request: AnyRequest, pages: PagesHere, at: FromQuery[str] = "") -> Redirect:
    """The phone said where it is: name the place and go on."""
    lat, lon = parse_point(at)
    told = {**_told(request), "at": f"{lat:g},{lon:g}", "place": near_text(pages, lat, lon)}
    return Redirect(_step("/land/soil", told))


@get("/land/soil", sync_to_thread=True)
def soil(request: AnyRequest, pages: PagesHere) -> Response[Any]:
    """The soil key, one pictured question at a time."""
    told = _told(request)
    answers = _soil_answers(told)
    question = next_question(answers)
    if question is None:
        return Redirect(_step("/land/use", told))
    return pages.shell.page(
        request,
        "practices/land_soil.html",
        question=_question(question),
        kept=told,
        asked=len(answers) + 1,
        of=SOIL_STEPS,
        skip=_step("/land/use", told),
        not_known=NOT_ASKED,
    )


@get("/land/use", sync_to_thread=True)
def use(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """How is the land used, what grows, where does the water come from?"""
    told = _told(request)
    names = ("land_use", "crops", "crop", "water", "rain_mm")
    return pages.shell.page(
        request,
        "practices/land_use.html",
        uses=[{"code": code, "label": labels.label(labels.LAND_USES, code)} for code in USES],
        crops=[{"code": code, "label": gettext(name)} for code, name in labels.CROPS.items()],
        waters=[{"code": code, "label": labels.label(labels.WATER, code)} for code in labels.WATER],
        kept={name: value for name, value in told.items() if name not in names},
        told=told,
        chosen_crops=set(told.get("crops", "").split(",")),
    )


@get("/land/yours", sync_to_thread=True)
def yours(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """What we know of your land now; kept in your own browser."""
    told = _told(request)
    crops = ",".join(request.query_params.getall("crop", []))
    land = land_from({**told, **({"crops": crops} if crops else {})})
    land = pages.finder.complete(with_soil_answers(land, _soil_answers(told)))
    response = pages.shell.page(
        request,
        "practices/land_yours.html",
        land=land_bar(land, land_fields(land)),
        rows=list(_rows(pages, land, told)),
        later=_later(pages, land),
        edit=land_fields(land),
    )
    response.cookies.append(land_cookie(land_text(land)))
    return response


@get("/land/forget", sync_to_thread=False)
def forget() -> Redirect:
    """Forget the land: the cookie is emptied."""
    cookie = replace(land_cookie(""), max_age=0)
    return Redirect(f"/{current_language()}/", cookies=[cookie])


HANDLERS = [where, here, soil, use, yours, forget]


def near_text(pages: Pages, lat: float, lon: float) -> str:
    """Where a point is, as people say it: 12 km north-east of a town. Empty if not known."""
    near = pages.finder.near(lat, lon)
    return said_near(near) if near else ""


def said_near(near: NearPlace) -> str:
    """A place seen from the nearest town, in the reader's language."""
    code = "at" if near.km < IN_TOWN_KM else near.compass
    town = f"{near.place.name}, {labels.country(near.place.country)}"
    return gettext(DIRECTION_TEXTS[code]).format(km=explain.number(round(near.km)), place=town)


def _told(request: AnyRequest) -> dict[str, str]:
    """The answers so far, one value a question."""
    names = {*_FIELDS, *(ASKED + code for code in QUESTIONS)}
    return {name: str(value) for name, value in request.query_params.items() if name in names}


_FIELDS = (
    "at", "place", "climate", "soil", "texture", "drainage", "depth", "land_use", "crops", "water",
    "power", "rain_mm", "slope_percent", "altitude_m", "salty", "floods", "stony", "frost",
    "guessed",
)  # fmt: skip


def _soil_answers(told: Mapping[str, str]) -> dict[str, str]:
    return {code: told[ASKED + code] for code in QUESTIONS if told.get(ASKED + code)}


def _step(path: str, told: Mapping[str, str]) -> str:
    return f"/{current_language()}{path}?{urlencode({k: v for k, v in told.items() if v})}"


def _at(hit: PlaceHit) -> dict[str, str]:
    place = hit.place
    return {
        "at": f"{place.lat:.2f},{place.lon:.2f}",
        "place": f"{place.name}, {labels.country(place.country)}",
    }


def _where(hit: PlaceHit) -> str:
    country = labels.country(hit.place.country)
    return f"{country}; {said_near(hit.beside)}" if hit.beside else country


def _question(question: SoilQuestion) -> dict[str, Any]:
    return {
        "field": ASKED + question.code,
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


def _rows(pages: Pages, land: Land, told: Mapping[str, str]) -> Any:
    zone = land.zone
    fields = land_fields(land)
    place = land.place
    if not place and land.point:
        place = near_text(pages, *land.point)
    yield _row(N_("Place"), place, "", _step("/land", fields))
    if zone.climate:
        ipcc = ipcc_zone(zone.climate, altitude_m=zone.altitude_m, rain_mm=zone.rain_mm)
        note = f"{KOPPEN[zone.climate].code}. {gettext(IPCC_ZONES[ipcc.code])}"
        if ipcc.sure == "probably":
            note = gettext(N_("{zone} (probably)")).format(zone=note)
        yield _row(
            N_("Climate"), labels.label(labels.CLIMATES, zone.climate), note, _step("/land", fields)
        )
    why = soil_from_answers(_soil_answers(told)).why_code
    note = gettext(SOIL_WHY[why]) if why != "nothing_answered" else ""
    soil_free = {name: value for name, value in fields.items() if name not in _SOIL_FIELDS}
    yield _row(
        N_("Soil"),
        labels.label(labels.SOILS, zone.soil) if zone.soil else "",
        note,
        _step("/land/soil", soil_free),
    )
    yield _row(
        N_("Use of the land"),
        labels.label(labels.LAND_USES, zone.land_use) if zone.land_use else "",
        "; ".join(gettext(labels.CROPS[group]) for group in sorted(zone.crops)),
        _step("/land/use", fields),
    )
    yield _row(
        N_("Water"),
        labels.label(labels.WATER, zone.water) if zone.water else "",
        "",
        _step("/land/use", fields),
    )


_SOIL_FIELDS = ("soil", "texture", "drainage", "depth", "salty", "floods", "stony", "guessed")


def _row(label: str, value: str, note: str, href: str) -> dict[str, str]:
    return {"label": gettext(label), "value": value, "note": note, "href": href}


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
