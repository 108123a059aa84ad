"""The API: what it finds, and what it says when it is asked for what cannot be."""

from collections.abc import Mapping

import httpx
import pytest

from i18n.languages import CODES
from practices.search.documents import FACETS, NARROWING

PROBLEM = "application/problem+json"
FAULTS: Mapping[str, tuple[str, int, str]] = {
    "/practices?limit=0": ("bad_request", 400, "limit"),
    "/practices?limit=1000": ("bad_request", 400, "limit"),
    "/practices?limit=ten": ("bad_request", 400, "limit"),
    "/practices?after=-1": ("bad_request", 400, "after"),
    "/practices?interest=gold": ("bad_request", 400, "interest"),
    "/practices?soil=XYZ": ("zone_not_understood", 400, "XYZ"),
    "/practices?land_use=XYZ": ("zone_not_understood", 400, "XYZ"),
    "/practices?crops=1,x": ("zone_not_understood", 400, "x"),
    "/practices?rain_mm=much": ("zone_not_understood", 400, "much"),
    "/practices?at=91,0": ("coordinates_out_of_range", 400, "91"),
    "/practices?at=here": ("point_not_understood", 422, "here"),
    "/practices?place=Xqzzkwv": ("place_not_known", 404, "Xqzzkwv"),
    "/practices?filter_soil=XYZ": ("filter_value_unknown", 422, "XYZ"),
    "/practices?filter_climate=BSh&filter_climate=XX": ("filter_value_unknown", 422, "BWh"),
    "/practices?filter_country=XX": ("filter_value_unknown", 422, "BF"),
    "/practices?filter_written_in=xx": ("filter_value_unknown", 422, "sw"),
    "/practices?filter_tried=": ("filter_value_unknown", 422, "similar"),
    "/practices?filter_colour=red": ("parameter_unknown", 422, "filter_colour"),
    "/practices?slm_group=agroforestry": ("parameter_unknown", 422, "filter_slm_group"),
    "/practices?foo=bar": ("parameter_unknown", 422, "foo"),
    "/practices?request=x": ("parameter_unknown", 422, "request"),
    "/practices/zai-pits?name=x": ("parameter_unknown", 422, "name"),
    "/places?q=Niamey&most=3": ("parameter_unknown", 422, "limit"),
    "/export/practices.csv?after=gp-020": ("parameter_unknown", 422, "after"),
    f"/practices?q={'soil+' * 300}": ("query_too_long", 422, "1000"),
    "/practices/there-is-none": ("practice_not_found", 404, "there-is-none"),
    "/zones/at?lat=-90.1&lon=0": ("coordinates_out_of_range", 400, "-90.1"),
    "/zones/at?lat=0&lon=181": ("coordinates_out_of_range", 400, "181"),
    "/zones/at?lat=nan&lon=0": ("coordinates_out_of_range", 400, "nan"),
    "/zones/at?lat=north&lon=0": ("bad_request", 400, "lat"),
    "/zones/at?lon=2": ("bad_request", 400, "lat"),
    "/zones/at?lat=0&lon=-30": ("no_land_nearby", 404, "500"),
    "/zones/likeness?first=BSh/SAN/Ca": ("bad_request", 400, "second"),
    "/zones/likeness?first=BSh/SAN/Ca&second=Moon": ("zone_not_understood", 400, "Moon"),
    "/places": ("bad_request", 400, "q"),
    "/places?q=Niamey&limit=101": ("bad_request", 400, "limit"),
    "/nothing-here": ("not_found", 404, ""),
    "/practices/zai-pits/none": ("not_found", 404, ""),
}

COMPOST = {
    "en": "compost",
    "fr": "compost",
    "es": "compost",
    "pt": "composto",
    "ar": "سماد",
    "sw": "mboji",
    "hi": "खाद",
}


def _with(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path[:40])
def test_a_fault_is_a_problem_document_in_the_language_asked_for(
    api: httpx.Client, path: str
) -> None:
    code, status, named = FAULTS[path]
    details, titles = set(), set()
    for language in CODES:
        answer = api.get(_with(path, language))
        assert answer.status_code == status
        assert answer.headers["content-type"] == PROBLEM
        problem = answer.json()
        assert problem["type"] == f"urn:gafolup:problem:{code}"
        assert problem["status"] == status
        assert named in answer.text
        details.add(problem["detail"])
        titles.add(problem["title"])
    assert len(details) == len(CODES), "each language has its own words"
    assert len(titles) == len(CODES)


@pytest.mark.parametrize(
    "path",
    [
        "/practices",
        "/practices/zai-pits",
        "/zones/at?lat=13.5&lon=2.1",
        "/zones/likeness?first=BSh&second=BWh",
        "/places?q=Niamey",
        "/export/practices.json",
        "/export/evidence.csv",
        "/export/practices.csv",
    ],
)
@pytest.mark.parametrize("language", ["de", "english", "EN", "fr-FR", "*", "x" * 300])
def test_a_language_that_is_not_served_is_refused(
    api: httpx.Client, path: str, language: str
) -> None:
    answer = api.get(_with(path, language), headers={"Accept-Language": "fr"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == PROBLEM
    problem = answer.json()
    assert problem["code"] == "language_not_served"
    assert "sw" in problem["detail"]
    assert problem["title"].startswith("Ce qui est demandé"), "said in a language the reader has"


def test_without_lang_the_readers_language_is_spoken(api: httpx.Client) -> None:
    asked = {"q": "compost", "limit": "1"}
    for headers, language in (({}, "en"), ({"Accept-Language": "de, pt;q=0.5"}, "pt")):
        assert api.get("/practices", params=asked, headers=headers).json()["language"] == language
    assert api.get("/practices", params=asked | {"lang": ""}).json()["language"] == "en"
    assert api.get("/practices", params=asked | {"lang": "hi"}).json()["language"] == "hi"


@pytest.mark.parametrize("language", CODES)
def test_practices_are_found_on_a_piece_of_land(api: httpx.Client, language: str) -> None:
    found = api.get(
        "/practices",
        params={
            "q": COMPOST[language],
            "lang": language,
            "place": "Niamey",
            "soil": "SAN",
            "land_use": "Ca",
            "limit": 5,
        },
    ).json()
    assert found["zone"] == "BSh/SAN/Ca"
    assert found["language"] == language
    assert len(found["hits"]) == 5
    for hit in found["hits"]:
        assert hit["text_score"] > 0
        assert hit["reason"]
        assert hit["verdict"] in ("fits", "may_not_fit", "cannot_work")
        assert bool(hit["reasons_against"]) == (hit["verdict"] != "fits")
    assert "compost" in {hit["slug"] for hit in found["hits"]}
    assert found["facets"].keys() == set(NARROWING)


def test_a_point_and_a_place_there_give_the_same(api: httpx.Client) -> None:
    by_place = api.get("/practices", params={"place": "Niamey", "limit": 5}).json()
    by_point = api.get("/practices", params={"at": "13.51366,2.1098", "limit": 5}).json()
    assert by_place == by_point


def test_pages_hold_each_practice_once(api: httpx.Client) -> None:
    seen: list[str] = []
    after: str | None = "0"
    while after is not None:
        page = api.get("/practices", params={"q": "soil", "limit": 7, "after": after}).json()
        seen += [hit["id"] for hit in page["hits"]]
        after = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] > 7


def test_filters_narrow_and_may_be_given_several_times(api: httpx.Client) -> None:
    everything = api.get("/practices").json()
    two = {"filter_soil": ["SPO", "ORG"], "filter_kind": "technology"}
    narrowed = api.get("/practices", params=two).json()
    assert 0 < narrowed["total"] < everything["total"]
    for hit in narrowed["hits"]:
        facts = api.get(f"/practices/{hit['id']}").json()["facts"]
        assert {"SPO", "ORG"} & set(facts["context"]["soils"])
        assert facts["kind"] == "technology"


@pytest.mark.parametrize("field", FACETS)
def test_every_facet_is_a_filter_that_keeps_just_its_count(api: httpx.Client, field: str) -> None:
    counts = api.get("/practices", params={"limit": 1}).json()["facets"][field]
    code = min(counts, key=lambda one: (counts[one] == 0, counts[one]))
    narrowed = api.get("/practices", params={f"filter_{field}": code, "limit": 100}).json()
    assert narrowed["total"] == counts[code] > 0


def test_what_was_tried_on_land_like_the_askers_is_a_filter(api: httpx.Client) -> None:
    land = {"place": "Niamey", "soil": "SAN", "land_use": "Ca", "limit": "1"}
    whole = api.get("/practices", params=land).json()
    alike = api.get("/practices", params={**land, "filter_tried": "like"}).json()
    assert 0 < alike["total"] == whole["facets"]["tried"]["like"] < whole["total"]
    assert alike["zone"] == whole["zone"] == "BSh/SAN/Ca", "a filter says nothing of her land"


@pytest.mark.parametrize(
    "path", ["/practices", "/practices/none", "/practices?foo=bar", "/export/evidence.csv"]
)
def test_pages_of_other_sites_may_read_open_data(api: httpx.Client, path: str) -> None:
    for answer in (api.get(path, headers={"Origin": "https://example.org"}), api.head(path)):
        assert answer.headers.get_list("access-control-allow-origin") == ["*"]
        assert answer.headers.get_list("cross-origin-resource-policy") == ["cross-origin"]
        assert "access-control-allow-credentials" not in answer.headers
    tag = {"If-None-Match": api.get("/practices").headers["etag"]}
    assert api.get("/practices", headers=tag).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", ["/practices?q=zai&lang=fr", "/practices/zai-pits", "/places?q=a"])
def test_a_browser_that_asks_before_it_reads_is_told_that_it_may(
    api: httpx.Client, path: str
) -> None:
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = api.options(path, headers=asked)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "GET" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-headers"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


def test_pages_stay_with_their_own_site(api: httpx.Client) -> None:
    root = str(api.base_url).removesuffix("/api/v1/")
    for path in ("/en/", "/en/search", "/en/suggest?q=ter"):
        headers = httpx.get(f"{root}{path}", headers={"Origin": "https://example.org"}).headers
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("language", CODES)
def test_a_practice_is_whole_and_goes_by_id_slug_and_former_slug(
    api: httpx.Client, language: str
) -> None:
    by_slug = api.get("/practices/zai-pits", params={"lang": language})
    by_id = api.get("/practices/gp-001", params={"lang": language})
    assert by_slug.json() == by_id.json()
    practice = by_slug.json()
    assert practice["words"]["language"] == language
    assert practice["words"]["origin"] == ("original" if language == "en" else "machine")
    assert set(practice["languages"]) == set(CODES)
    assert practice["facts"]["evidence"]
    assert practice["facts"]["licence"] == "CC-BY-4.0"


def test_a_zone_is_told_with_its_source(api: httpx.Client) -> None:
    zone = api.get("/zones/at", params={"lat": "-1.28333", "lon": "36.81667", "lang": "sw"}).json()
    assert zone["climate"] == "Cfb"
    assert zone["source"].startswith("Beck et al. 2018")
    assert "Nairobi" in zone["near"]
    assert zone["lat"] == -1.28333


def test_the_corners_of_the_earth_are_answered_or_told_to_be_sea(api: httpx.Client) -> None:
    for lat in (-90, 90):
        for lon in (-180, 180):
            assert api.get(f"/zones/at?lat={lat}&lon={lon}").status_code in (200, 404)


def test_likeness_of_zones_is_symmetric_and_nothing_to_itself(api: httpx.Client) -> None:
    there = api.get("/zones/likeness?first=BSh/SAN/Ca&second=Cfb/HAC/Ge&lang=es").json()
    back = api.get("/zones/likeness?first=Cfb/HAC/Ge&second=BSh/SAN/Ca&lang=es").json()
    assert there["distance"] == pytest.approx(back["distance"])
    assert there["why"]
    same = api.get("/zones/likeness?first=BSh/SAN/Ca&second=BSh/SAN/Ca").json()
    assert same["distance"] == 0
    assert same["word"] == "like_yours"
    assert (
        api.get("/zones/likeness?first=%3F/%3F/%3F&second=BSh/%3F/%3F").json()["distance"] is None
    )


def test_places_that_share_a_name_are_told_apart(api: httpx.Client) -> None:
    found = api.get("/places", params={"q": "San José", "lang": "ar", "limit": 5}).json()
    assert len(found) == 5
    assert len({(one["country"], one["admin"], one["near"]) for one in found}) == 5
    assert api.get("/places", params={"q": "Xqzzkwv"}).json() == []
    assert api.get("/places", params={"q": ""}).json() == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(api: httpx.Client, method: str) -> None:
    answer = api.request(method, "/practices", params={"lang": "fr"}, content=b"{}")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == PROBLEM
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("path", ["/practices", "/export/evidence.csv", "/practices/none"])
def test_head_answers_like_get_without_a_body(api: httpx.Client, path: str) -> None:
    asked, whole = api.head(path), api.get(path)
    assert asked.status_code == whole.status_code
    assert asked.content == b""
    assert asked.headers["content-type"] == whole.headers["content-type"]


@pytest.mark.parametrize("name", ["%00", "gp-001%00", "%ff%fe", "..%2f..%2fetc", "%F0%9F%98%80"])
def test_names_that_no_practice_has_are_not_found(api: httpx.Client, name: str) -> None:
    assert api.get(f"/practices/{name}").status_code == 404


def test_what_is_known_already_is_not_sent_again(api: httpx.Client) -> None:
    tag = api.get("/practices/zai-pits").headers["etag"]
    again = api.get("/practices/zai-pits", headers={"If-None-Match": tag})
    assert again.status_code == 304
