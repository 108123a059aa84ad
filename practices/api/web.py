"""Routes under `/api/v1`."""

from collections.abc import Sequence
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter

from core.errors import GafolupError
from core.web.problems import PROBLEM_MEDIA_TYPE, Problem
from core.words import N_, current_language
from i18n.languages import CODES
from i18n.languages import language as served_language
from practices.api.answers import Answers
from practices.api.structs import (
    ExportAnswer,
    LikenessAnswer,
    PlaceAnswer,
    PracticeAnswer,
    SearchAnswerStruct,
    ZoneAnswer,
)
from practices.api.tabular import evidence_csv
from practices.labels import CLIMATES, COSTS, KINDS, LABOUR, LAND_USES, PROBLEMS, SLM_GROUPS, SOILS
from practices.land.rules import land_from
from practices.search.documents import FACETS
from practices.search.ranking import Interest
from practices.search.service import SearchRequest

AnswersHere = NamedDependency[Answers]
LanguageCode = Annotated[
    str | None,
    QueryParameter(name="lang", description="Language of the answer.", enum=CODES),
]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
Known = dict[str, Sequence[str]]
KNOWN_VALUES: Known = {
    "climate": tuple(CLIMATES),
    "soil": tuple(SOILS),
    "land_use": tuple(LAND_USES),
    "slm_group": tuple(SLM_GROUPS),
    "problem": tuple(PROBLEMS),
    "cost": tuple(COSTS),
    "labour": tuple(LABOUR),
    "kind": tuple(KINDS),
    "carbon": ("yes", "no"),
}
PROBLEMS_HERE = {
    status: ResponseSpec(
        Problem, generate_examples=False, description=description, media_type=PROBLEM_MEDIA_TYPE
    )
    for status, description in (
        (400, "A part of the address is missing or not understood."),
        (404, "There is no such thing."),
        (422, "A part of the address is understood but means nothing."),
        (503, "A part of the service is being repaired: try again later."),
    )
}
FILTER = "filter_"


class FilterValueUnknown(GafolupError):
    """A filter names a value that does not exist."""

    code = "filter_value_unknown"
    status = 422
    text = N_("“{value}” is not a value of {field}. Values are: {known}.")


class PlaceNotKnown(GafolupError):
    """No place has this name."""

    code = "place_not_known"
    status = 404
    text = N_("We know no place called “{name}”.")


@get("/zones/at", sync_to_thread=True, tags=["zones"], responses=PROBLEMS_HERE)
def zone_at(
    answers: AnswersHere, lat: FromQuery[float], lon: FromQuery[float], lang: LanguageCode = None
) -> ZoneAnswer:
    """Climate, IPCC climate zone and nearest town of a point."""
    return answers.zone_at(lat, lon)


@get("/zones/likeness", sync_to_thread=True, tags=["zones"], responses=PROBLEMS_HERE)
def zone_likeness(
    answers: AnswersHere, first: FromQuery[str], second: FromQuery[str], lang: LanguageCode = None
) -> LikenessAnswer:
    """How like two zones are; a zone is climate/soil/land-use, such as BSh/SAN/Ca, `?` unknown."""
    return answers.likeness(first, second)


@get("/places", sync_to_thread=True, tags=["places"], responses=PROBLEMS_HERE)
def places(
    answers: AnswersHere, q: FromQuery[str], limit: Limit = 10, lang: LanguageCode = None
) -> list[PlaceAnswer]:
    """Places a name may mean."""
    return answers.places(q, limit)


@get("/practices", sync_to_thread=True, tags=["practices"], responses=PROBLEMS_HERE)
def practices(
    request: Request[Any, Any, Any],
    answers: AnswersHere,
    q: FromQuery[str] = "",
    lang: LanguageCode = None,
    place: FromQuery[str] = "",
    at: FromQuery[str] = "",
    soil: FromQuery[str] = "",
    land_use: FromQuery[str] = "",
    water: FromQuery[str] = "",
    crops: FromQuery[str] = "",
    rain_mm: FromQuery[str] = "",
    interest: FromQuery[Interest] = "harvest",
    limit: Limit = 10,
    after: Annotated[int, QueryParameter(ge=0, le=5000)] = 0,
) -> SearchAnswerStruct:
    """Practices for words and a piece of land, best first.

    `at` is latitude,longitude; `place` a name. Filters: `filter_climate`, `filter_soil` and so on,
    each may be given several times. `after` takes the `next` of the page before.
    """
    told = {
        "at": at or (point_of(answers, place) if place else ""),
        "soil": soil,
        "land_use": land_use,
        "water": water,
        "crops": crops,
        "rain_mm": rain_mm,
    }
    return answers.practices(
        SearchRequest(
            text=q,
            language=current_language(),
            zone=land_from(told).zone,
            filters=_filters(request),
            interest=interest,
            limit=limit,
            offset=after,
        )
    )


@get("/practices/{name:str}", sync_to_thread=True, tags=["practices"], responses=PROBLEMS_HERE)
def practice(
    answers: AnswersHere, name: FromPath[str], lang: LanguageCode = None
) -> PracticeAnswer:
    """One practice by id, slug or former slug, whole."""
    return answers.practice(name)


@get("/export/practices.json", sync_to_thread=True, tags=["export"], responses=PROBLEMS_HERE)
def export_json(
    answers: AnswersHere, after: FromQuery[str] = "", lang: LanguageCode = None
) -> ExportAnswer:
    """Every open-licensed practice, page by page."""
    return answers.export(after)


@get(
    "/export/evidence.csv",
    sync_to_thread=True,
    tags=["export"],
    responses=PROBLEMS_HERE,
    media_type="text/csv",
)
def export_csv(answers: AnswersHere, lang: LanguageCode = None) -> Response[str]:
    """Every evidence row of the open-licensed practices, as CSV."""
    found: list[PracticeAnswer] = []
    page = answers.export()
    found += page.practices
    while page.next:
        page = answers.export(page.next)
        found += page.practices
    return Response(
        evidence_csv(found),
        media_type="text/csv",
        headers={"Content-Disposition": 'attachment; filename="gafolup-evidence.csv"'},
    )


async def refuse_language_not_served(request: Request[Any, Any, Any]) -> None:
    """A language that is asked for by name is not replaced by another in silence.

    Raises:
        LanguageNotServed: `lang` names a language nobody here writes.
    """
    for code in request.query_params.getall("lang", []):
        if code:
            served_language(code[:40])


HANDLERS = [zone_at, zone_likeness, places, practices, practice, export_json, export_csv]


def point_of(answers: Answers, place: str) -> str:
    """The point of the likeliest place of this name.

    Raises:
        PlaceNotKnown: there is none.
    """
    found = answers.places(place, 1)
    if not found:
        raise PlaceNotKnown(name=place[:80])
    return f"{found[0].lat},{found[0].lon}"


def _filters(request: Request[Any, Any, Any]) -> dict[str, tuple[str, ...]]:
    filters: dict[str, tuple[str, ...]] = {}
    for name in request.query_params:
        if not name.startswith(FILTER):
            continue
        field = name.removeprefix(FILTER)
        _must_be_known("filter", field, FACETS)
        values = tuple(request.query_params.getall(name, []))
        for value in values:
            _must_be_known(field, value, KNOWN_VALUES.get(field, (value,)))
        filters[field] = values
    return filters


def _must_be_known(field: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise FilterValueUnknown(value=value[:40], field=field, known=", ".join(known))
