"""Routes under `/api/v1`."""

from typing import Annotated, Any

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter

from core.errors import GafolupError
from core.web.problems import PROBLEM_MEDIA_TYPE, Problem
from core.words import N_, current_language
from i18n.languages import CODES
from i18n.languages import language as served_language
from practices.api.answers import Answers
from practices.api.filters import (
    FiltersHere,
    filters_asked,
    refuse_unknown_parameters,
)
from practices.api.open_data import open_to_all
from practices.api.structs import (
    ExportAnswer,
    LikenessAnswer,
    PlaceAnswer,
    PracticeAnswer,
    SearchAnswerStruct,
    ZoneAnswer,
)
from practices.api.tabular import evidence_csv, practices_csv
from practices.land.rules import land_from
from practices.search.ranking import Interest
from practices.search.service import SearchRequest

AnswersHere = NamedDependency[Answers]
LanguageCode = Annotated[
    str | None,
    QueryParameter(name="lang", description="Language of the answer.", enum=CODES),
]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
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


@get(
    "/practices",
    sync_to_thread=True,
    tags=["practices"],
    responses=PROBLEMS_HERE,
    dependencies={"filters": Provide(filters_asked, sync_to_thread=True)},
)
def practices(
    answers: AnswersHere,
    filters: FiltersHere,
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

    `at`, `place`, `soil`, `land_use`, `water`, `crops` and `rain_mm` tell of the asker's land,
    which decides the order: `at` is latitude,longitude; `place` a name. Parameters that begin with
    `filter_` narrow down instead: a practice must have one of the codes of each filter given.
    `interest` says what counts first in the order. `after` takes the `next` of the page before.
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
            filters=filters,
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
    return _table(evidence_csv(answers.exported()), "gafolup-evidence.csv")


@get(
    "/export/practices.csv",
    sync_to_thread=True,
    tags=["export"],
    responses=PROBLEMS_HERE,
    media_type="text/csv",
)
def export_practices_csv(
    request: Request[Any, Any, Any], answers: AnswersHere, lang: LanguageCode = None
) -> Response[str]:
    """The open-licensed practices, one row each, as CSV; several codes stand with ";" between."""
    pages = f"{str(request.base_url).rstrip('/')}/{current_language()}/practices"
    return _table(practices_csv(answers.exported(), pages), "gafolup-practices.csv")


async def refuse_language_not_served(request: Request[Any, Any, Any]) -> None:
    """A language that is asked for by name is not replaced by another in silence.

    Raises:
        LanguageNotServed: `lang` names a language nobody here writes.
    """
    for code in request.query_params.getall("lang", []):
        if code and request.method != "OPTIONS":
            served_language(code[:40])


HANDLERS = [
    Router(
        path="/",
        route_handlers=[
            zone_at,
            zone_likeness,
            places,
            practices,
            practice,
            export_json,
            export_csv,
            export_practices_csv,
        ],
        guards=[refuse_unknown_parameters],
        middleware=[open_to_all],
    )
]


def point_of(answers: Answers, place: str) -> str:
    """The point of the likeliest place of this name.

    Raises:
        PlaceNotKnown: there is none.
    """
    found = answers.places(place, 1)
    if not found:
        raise PlaceNotKnown(name=place[:80])
    return f"{found[0].lat},{found[0].lon}"


def _table(text: str, name: str) -> Response[str]:
    return Response(
        text,
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
