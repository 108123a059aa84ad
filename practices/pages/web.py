"""The pages of the practice database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from litestar import MediaType, Request, Response, get
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from core.database import Database
from core.web.assets import picture
from core.web.shell import Shell
from core.words import current_language, gettext
from i18n.termbase.rules import Termbase
from practices import labels
from practices.land.rules import Land, land_fields, land_from_text
from practices.land.service import LandFinder
from practices.pages.cards import cards, languages_in_reach
from practices.pages.choices import Collected, sorted_out
from practices.pages.compare import choose, comparison
from practices.pages.detail import practice_page
from practices.pages.lists import (
    PAGE,
    ListState,
    land_bar,
    list_page,
    regions_of,
    value_label,
)
from practices.records.queries import practice_by_name, practices_by_number, titles
from practices.search.documents import NARROWING
from practices.search.ranking import INTERESTS, Interest
from practices.search.service import PracticeSearch, SearchAnswer, SearchRequest
from practices.search.spelling import spellings
from practices.search.suggest import suggestions

LAND_COOKIE = "land"
HOME_CARDS = 4
DEEPEST = 5_000
MOST_CODES = 60
"""Chosen codes of one field that an address may hold: more than any region has countries."""
HOME_PROBLEMS = (
    "hard_soil",
    "soil_washed_away",
    "little_rain",
    "falling_harvest",
    "no_grass",
    "salty_soil",
)
AnyRequest = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Pages:
    """The parts every page works with."""

    shell: Shell
    database: Database
    search: PracticeSearch
    finder: LandFinder
    termbase: Termbase

    def land_of(self, request: AnyRequest) -> Land:
        """The reader's land, as her browser keeps it."""
        return self.finder.complete(land_from_text(request.cookies.get(LAND_COOKIE, "")))


PagesHere = NamedDependency[Pages]


@get("/", sync_to_thread=True)
def home(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """The first page: search, land, problems, and what works best."""
    land = pages.land_of(request)
    answer = pages.search.search(
        SearchRequest(language=current_language(), zone=land.zone, limit=HOME_CARDS)
    )
    return pages.shell.page(
        request,
        "practices/home.html",
        hero=picture("hero"),
        land=land_bar(land, land_fields(land)),
        problems=[
            {"code": code, "label": labels.label(labels.PROBLEMS, code)}
            for code in HOME_PROBLEMS
            if answer.facets["problem"].get(code)
        ],
        cards=_cards(pages, answer, land),
        total=answer.total,
        typed="",
        kept={},
    )


@get("/search", sync_to_thread=True)
def search(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """The list: what was found, or everything, in the order that suits the reader's land."""
    land = pages.land_of(request)
    state = _state(request, lambda: pages.search.table().facets.counts({}))
    language = current_language()
    answer = pages.search.search(
        SearchRequest(
            text=state.text,
            language=language,
            zone=land.zone,
            filters=state.chosen,
            interest=state.interest,
            limit=PAGE,
            offset=state.first,
        )
    )
    values = list_page(state, answer, land, language)
    found = [] if answer.total else spellings(answer.text, language, pages.termbase)
    instead = None if answer.total else _instead(pages, land, state)
    alone = request.headers.get("HX-Request") == "true"
    template = "list" if alone else "results"
    return pages.shell.page(
        request,
        f"practices/{template}.html",
        alone=alone,
        land=land_bar(land, land_fields(land)),
        cards=_cards(pages, answer, land),
        instead=_cards(pages, instead, land) if instead else [],
        spellings=[{"label": word, "href": state.address(language, text=word)} for word in found],
        headers={"Vary": "Cookie, HX-Request"},
        **values,
    )


@get("/suggest", sync_to_thread=True)
def suggest(pages: PagesHere, q: FromQuery[str] = "") -> Response[list[str]]:
    """Titles and terms that begin like what is being typed."""
    found = suggestions(pages.search, pages.termbase, q, current_language())
    return Response(found, media_type=MediaType.JSON)


@get("/practices/{name:str}", sync_to_thread=True)
def practice(request: AnyRequest, pages: PagesHere, name: FromPath[str]) -> Response[Any]:
    """One practice; an old address leads to the present one."""
    with pages.database.reading() as session:
        found = practice_by_name(session, name)
    if found.facts.slug != name:
        return Redirect(
            f"/{current_language()}/practices/{quote(found.facts.slug)}", status_code=301
        )
    land = pages.land_of(request)
    return pages.shell.page(
        request,
        "practices/practice.html",
        land=land_bar(land, land_fields(land)),
        **practice_page(found, land, pages.search.table(), pages.finder),
    )


@get("/browse", sync_to_thread=True)
def browse(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """Every way into the collection: problems, kinds, soils, climates, uses, countries."""
    counts = pages.search.table().facets.counts({})
    groups = []
    for field in ("problem", "slm_group", "land_use", "soil", "climate", "country", "kind"):
        known = [value for value, count in counts[field].items() if count]
        groups.append(
            {
                "label": gettext(labels.FACETS[field][0]),
                "field": field,
                "values": sorted(
                    (
                        {
                            "code": value,
                            "label": value_label(field, value),
                            "count": counts[field][value],
                        }
                        for value in known
                    ),
                    key=lambda one: str(one["label"]).casefold(),
                ),
            }
        )
    land = pages.land_of(request)
    return pages.shell.page(
        request,
        "practices/browse.html",
        groups=groups,
        regions=regions_of(counts["country"]),
        land=land_bar(land, land_fields(land)),
    )


@get("/compare", sync_to_thread=True)
def compare(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """Two or three practices side by side."""
    land = pages.land_of(request)
    table = pages.search.table()
    with pages.database.reading() as session:
        chosen = choose(session, request.query_params.getall("p", []))
        everything = titles(session, languages_in_reach())
    return pages.shell.page(
        request, "practices/compare.html", **comparison(chosen, everything, land, table)
    )


@get("/about", sync_to_thread=True)
def about(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """Who is behind this, and where the maps and lists come from."""
    return pages.shell.page(request, "practices/about.html")


@get("/privacy", sync_to_thread=True)
def privacy(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """What is kept of a reader: almost nothing."""
    return pages.shell.page(request, "practices/privacy.html")


@get("/data", sync_to_thread=True)
def data(request: AnyRequest, pages: PagesHere) -> Response[str]:
    """Where programs find everything."""
    return pages.shell.page(request, "practices/data.html", fields=NARROWING)


HANDLERS = [home, search, suggest, practice, browse, compare, about, privacy, data]


def land_cookie(text: str) -> Cookie:
    """The cookie that keeps the reader's land in her own browser, for a year."""
    return Cookie(
        key=LAND_COOKIE,
        value=text,
        path="/",
        max_age=365 * 24 * 3600,
        httponly=True,
        samesite="lax",
    )


def _cards(pages: Pages, answer: SearchAnswer, land: Land) -> list[Any]:
    with pages.database.reading() as session:
        numbers = [hit.number for hit in (*answer.hits, *answer.related)]
        found = practices_by_number(session, numbers)
    return cards(found, answer, land.zone)


def _instead(pages: Pages, land: Land, state: ListState) -> SearchAnswer:
    """What can work on the reader's land, where nothing fits her words."""
    return pages.search.search(
        SearchRequest(
            language=current_language(),
            zone=land.zone,
            interest=state.interest,
            limit=HOME_CARDS,
        )
    )


def _state(request: AnyRequest, collected: Collected) -> ListState:
    """What the address asks for; what it cannot mean is left out, and unknown codes are told."""
    query = request.query_params
    asked = {
        field: [value for value in query.getall(field, []) if value][:MOST_CODES]
        for field in NARROWING
    }
    found = sorted_out(asked, collected)
    return ListState(
        text=str(query.get("q", "")),
        filters=found.chosen,
        unknown=tuple(code for _, code in found.unknown),
        whole=next((field for field in NARROWING if field == query.get("whole")), ""),
        interest=_interest(str(query.get("interest", ""))),
        first=_first(query),
    )


def _interest(text: str) -> Interest:
    return next((one for one in INTERESTS if one == text), "harvest")


def _first(query: Mapping[str, Any]) -> int:
    text = str(query.get("first", "0"))
    return min(int(text), DEEPEST) if text.isascii() and text.isdigit() and len(text) < 9 else 0
