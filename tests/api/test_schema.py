"""What the API says of itself is true, whatever it is asked."""

from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, CheckFunction, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from i18n.languages import CODES
from practices.pages.choices import CODES as FIELD_CODES
from practices.search.documents import NARROWING

EXAMPLES = 30
"""For each route, of requests as the schema wants them and of others: twice this many."""
ROUTES = (
    "/api/v1/practices",
    "/api/v1/practices/{name}",
    "/api/v1/zones/at",
    "/api/v1/zones/likeness",
    "/api/v1/places",
    "/api/v1/export/practices.json",
    "/api/v1/export/evidence.csv",
    "/api/v1/export/practices.csv",
)
CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("route", ROUTES)
def test_every_answer_is_one_that_the_schema_tells_of(
    told_schema: OpenApiSchema, route: str, mode: GenerationMode
) -> None:
    """No answer is a crash, or of a status, media type or shape that is not told."""
    statuses = set()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=told_schema[route]["GET"].as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        statuses.add(case.call_and_validate(checks=CHECKS).status_code)

    ask()
    assert statuses <= {200, 400, 404, 405, 422}


@pytest.mark.parametrize(
    ("route", "path", "query"),
    [
        ("/api/v1/practices", {}, {"q": "zai", "at": "13.5,2.1", "limit": 3}),
        ("/api/v1/practices/{name}", {"name": "zai-pits"}, {"lang": "ar"}),
        ("/api/v1/zones/at", {}, {"lat": 13.5, "lon": 2.1}),
        ("/api/v1/zones/likeness", {}, {"first": "BSh/SAN/Ca", "second": "BWh/?/Ge"}),
        ("/api/v1/places", {}, {"q": "San José"}),
        ("/api/v1/export/practices.json", {}, {"after": "gp-020"}),
    ],
)
def test_an_answer_that_finds_something_has_the_shape_that_is_told(
    told_schema: OpenApiSchema, route: str, path: dict[str, Any], query: dict[str, Any]
) -> None:
    case = told_schema[route]["GET"].Case(path_parameters=path, query=query)
    assert case.call_and_validate(checks=CHECKS).status_code == 200


def test_the_schema_tells_of_all_routes_of_the_api_and_of_no_page(api: httpx.Client) -> None:
    answer = api.get("/openapi.json")
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json"
    assert set(answer.json()["paths"]) == set(ROUTES)


@pytest.mark.parametrize("status", ["400", "404", "422", "503"])
def test_the_schema_tells_of_problem_documents_on_every_route(
    api: httpx.Client, status: str
) -> None:
    for path, item in api.get("/openapi.json").json()["paths"].items():
        told = item["get"]["responses"][status]["content"]
        assert list(told) == ["application/problem+json"], path


def test_the_schema_names_the_languages(api: httpx.Client) -> None:
    for path, item in api.get("/openapi.json").json()["paths"].items():
        (lang,) = [one for one in item["get"]["parameters"] if one["name"] == "lang"]
        assert set(CODES) <= set(str(lang["schema"]).replace("'", " ").split()), path
        assert not lang["required"]


def test_the_schema_tells_of_every_filter_with_its_codes(api: httpx.Client) -> None:
    told = api.get("/openapi.json").json()["paths"]["/api/v1/practices"]["get"]["parameters"]
    filters = {one["name"]: one for one in told if one["name"].startswith("filter_")}
    assert set(filters) == {f"filter_{field}" for field in NARROWING}
    for name, parameter in filters.items():
        assert parameter["schema"]["type"] == "array", name
        assert parameter["schema"]["items"]["enum"] == list(FIELD_CODES[name[7:]])
        assert parameter["description"]
        assert not parameter["required"]
    assert "interest" in {one["name"] for one in told}
