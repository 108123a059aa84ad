"""The pages over HTTP: languages, lists, practices, land, errors, headers."""

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote

import httpx
import pytest

from i18n.languages import CODES
from tests.site import Served

NIAMEY = "at=13.51%2C2.11&place=Niamey&soil=SAN&land_use=Ca&crops=1&water=rainfed"


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url) as opened:
        yield opened


@pytest.fixture
def on_land(served: Served) -> Iterator[httpx.Client]:
    """A reader whose land near Niamey is known."""
    with httpx.Client(base_url=served.url, cookies={"land": NIAMEY}) as opened:
        yield opened


def _titles(page: httpx.Response) -> list[str]:
    return [
        unescape(re.sub(r"<[^>]+>", "", title))
        for title in re.findall(r"<h3[^>]*><a [^>]*>(.*?)</a></h3>", page.text)
    ]


def test_an_address_without_a_language_leads_to_the_readers(client: httpx.Client) -> None:
    answer = client.get("/search?q=x", headers={"Accept-Language": "de, sw;q=0.8, en;q=0.5"})
    assert answer.status_code == 307
    assert answer.headers["location"] == "/sw/search?q=x"


def test_the_language_chosen_last_is_remembered(client: httpx.Client) -> None:
    client.get("/hi/")
    answer = client.get("/", headers={"Accept-Language": "fr"})
    assert answer.headers["location"] == "/hi/"


@pytest.mark.parametrize("language", CODES)
def test_every_page_speaks_every_language(client: httpx.Client, language: str) -> None:
    for path in ("", "search", "browse", "land", "land/soil", "land/use", "compare", "about",
                 "privacy", "data", "practices/zai-pits"):  # fmt: skip
        page = client.get(f"/{language}/{path}")
        assert page.status_code == 200, path
        assert page.headers["content-language"] == language
        direction = "rtl" if language == "ar" else "ltr"
        assert f'<html lang="{language}" dir="{direction}">' in page.text


def test_no_page_of_another_language_shows_an_english_message(client: httpx.Client) -> None:
    english = {
        line
        for line in re.findall(r">([A-Z][^<>{}%]{12,})<", client.get("/en/land/use").text)
        if "GAFOLUP" not in line
    }
    assert english
    for language in set(CODES) - {"en"}:
        other = client.get(f"/{language}/land/use").text
        assert not [line for line in english if line in other], language


def test_words_find_practices_and_are_marked(client: httpx.Client) -> None:
    page = client.get("/en/search", params={"q": "striga maize"})
    assert "Push-pull" in _titles(page)[0]
    assert "<mark>" in page.text


def test_what_cannot_work_stands_last_with_its_reason(on_land: httpx.Client) -> None:
    page = on_land.get("/en/search", params={"q": "mangrove peat rice fish", "first": "0"})
    titles = _titles(page)
    assert titles
    assert "These cannot work on your land" in page.text or 'class="warnline"' in page.text


def test_without_words_the_list_is_all_practices_and_pages_hold_each_once(
    on_land: httpx.Client, served: Served
) -> None:
    seen: list[str] = []
    address = "/en/search"
    while address:
        page = on_land.get(address)
        seen += _titles(page)
        more = re.search(r'<a class="btn alt" href="([^"]+)">Show more', page.text)
        address = unescape(more[1]) if more else ""
    assert len(seen) == len(set(seen)) == len(served.house.search.table())


def test_a_facet_narrows_to_just_its_count(client: httpx.Client) -> None:
    page = client.get("/en/search")
    found = re.search(
        r'href="(/en/search\?soil=ORG)"[^>]*>[^<]*<span class="num">(\d+)</span>', page.text
    )
    assert found
    narrowed = client.get(found[1])
    assert f"{found[2]} practice" in narrowed.text


def test_words_typed_in_another_language_find_practices(client: httpx.Client) -> None:
    page = client.get("/en/search", params={"q": "récolter l'eau de pluie dans les champs"})
    assert "Français" in page.text
    assert _titles(page)


def test_a_reader_who_types_nothing_findable_is_helped(client: httpx.Client) -> None:
    page = client.get("/en/search", params={"q": "xqzzkw"})
    assert page.status_code == 200
    assert "No practice found" in page.text


def test_an_unknown_page_is_told_in_the_readers_language(client: httpx.Client) -> None:
    for language in ("en", "fr", "ar"):
        page = client.get(f"/{language}/practices/there-is-none")
        assert page.status_code == 404
        assert f'lang="{language}"' in page.text
    assert "There is no practice" in client.get("/en/practices/there-is-none").text


@pytest.mark.parametrize(
    "query",
    [
        "\x00\x1b[31m",
        "a" * 999,
        "\u202eabc",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "*:* AND (",
        "😀",
        "\ufeff\u200b",
        "AND OR NOT",
        "title:x",
    ],
)
def test_hostile_words_are_words(client: httpx.Client, query: str) -> None:
    page = client.get("/en/search", params={"q": query})
    assert page.status_code == 200
    assert "<script>alert" not in page.text


def test_broken_utf8_in_an_address_is_no_crash(client: httpx.Client) -> None:
    assert client.get("/en/search?q=%ff%fe%c3").status_code in (200, 400)


def test_too_many_words_are_told_plainly(client: httpx.Client) -> None:
    page = client.get("/en/search", params={"q": "soil " * 2000})
    assert page.status_code == 422
    assert "too long" in page.text


def test_the_land_is_described_step_by_step_and_kept_in_the_browser(
    client: httpx.Client,
) -> None:
    """Given only links and forms: place, soil, use, and a page that remembers."""
    page = client.get("/en/land", params={"find": "San José"})
    assert "Which one?" in page.text
    page = client.get("/en/land", params={"find": "Niamey"}, follow_redirects=True)
    assert page.url.path == "/en/land/soil"
    answers = dict(page.url.params)
    for question, answer in (("soil_squeeze", "falls_apart"), ("soil_water", "hours")):
        page = client.get("/en/land/soil", params={**answers, question: answer})
        answers[question] = answer
    assert page.status_code == 302
    page = client.get(page.headers["location"])
    assert "How steep is the land?" in page.text
    page = client.get("/en/land/slope", params={**answers, "slope": "gentle"})
    answers["slope_percent"] = "6"
    page = client.get(page.headers["location"])
    assert "How do you use the land?" in page.text
    page = client.get("/en/land/yours", params={**answers, "land_use": "Ca", "crop": ["1", "7"]})
    assert "Sandy soil" in page.text
    assert "Niamey" in page.text
    assert "at=13.51" in unescape(page.headers["set-cookie"]).replace("%2C", ",")
    assert "Your land:" in client.get("/en/search").text


def test_a_wrong_point_is_refused_with_the_reason(client: httpx.Client) -> None:
    page = client.get("/en/land/here", params={"at": "91,0"})
    assert page.status_code == 422
    assert "latitude" in page.text


def test_an_old_address_of_a_practice_leads_to_the_present_one(client: httpx.Client) -> None:
    answer = client.get("/fr/practices/gp-001")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/fr/practices/zai-pits"


def test_a_practice_shows_its_failures_sources_and_translation_mark(client: httpx.Client) -> None:
    page = client.get("/hi/practices/zai-pits").text
    assert 'id="evidence"' in page
    assert "https://doi.org/" in page
    assert 'class="mt"' in page
    assert "CC-BY-4.0" in page


def test_every_answer_carries_the_security_headers(client: httpx.Client) -> None:
    for path in ("/en/", "/en/none", "/api/v1/practices", "/static/none.css"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_inline_script_or_style(client: httpx.Client) -> None:
    for path in ("/en/", "/en/search", "/en/practices/zai-pits", "/en/land/soil"):
        page = client.get(path).text
        assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?![^>]* src=)", page), path


def test_a_page_that_is_known_already_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/en/about")
    again = client.get("/en/about", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_files_may_be_kept_for_ever_and_change_their_address(client: httpx.Client) -> None:
    address = re.search(r'href="(/static/site\.[0-9a-f]+\.css)"', client.get("/en/").text)
    assert address
    assert "immutable" in client.get(address[1]).headers["cache-control"]


@pytest.mark.parametrize("language", CODES)
def test_the_first_search_page_weighs_less_than_thirty_kilobytes(
    client: httpx.Client, language: str
) -> None:
    brotli = {"Accept-Encoding": "br"}
    page = client.get(f"/{language}/search?q=soil", headers=brotli)
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    answers = [page, *(client.get(one, headers=brotli) for one in addresses)]
    weights = [int(answer.headers["content-length"]) for answer in answers]
    assert len(weights) <= 4
    assert sum(weights) <= 30_000, weights


def test_the_list_can_be_asked_for_alone(client: httpx.Client) -> None:
    part = client.get("/en/search?q=soil", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'class="card' in part


def test_suggestions_continue_what_is_typed(client: httpx.Client) -> None:
    found = client.get("/en/suggest", params={"q": "ter"}).json()
    assert found
    assert any("terrace" in one.lower() for one in found)


def test_practices_are_compared_side_by_side(client: httpx.Client) -> None:
    page = client.get("/en/compare?p=zai-pits&p=half-moons").text
    assert page.count('<th scope="col">') == 2


def test_a_fourth_practice_is_told_to_be_left_out(client: httpx.Client) -> None:
    """Given five names of four practices: three stand side by side, the fourth is named."""
    names = ["zai-pits", "gp-001", "half-moons", "compost", "stone-lines"]
    page = client.get("/en/compare", params={"p": names})
    assert page.status_code == 200
    assert page.text.count('<th scope="col">') == 3
    told = re.findall(r'<p class="say note" role="status">(.*?)</p>', page.text)
    assert len(told) == 1
    assert "Three practices fit side by side" in told[0]
    assert "Stone" in told[0], "the one that was left out"
    assert "move the table sideways" in page.text


def test_an_unknown_practice_leaves_the_others_to_compare(client: httpx.Client) -> None:
    page = client.get("/en/compare", params={"p": ["zai-pits", "<b>none", "half-moons"]})
    assert page.status_code == 200
    assert page.text.count('<th scope="col">') == 2
    assert "We have no practice of this name" in page.text
    assert "&lt;b&gt;none" in page.text
    alone = client.get("/en/compare?p=none")
    assert alone.status_code == 200
    assert "Choose two or three practices" in alone.text


@pytest.mark.parametrize(
    "query",
    ["climate=XX", "problem=zzz", "country=ZZ", "written_in=xx", "tried=no", "cost=%3Cb%3E"],
)
def test_an_unknown_choice_is_told_and_left_out(client: httpx.Client, query: str) -> None:
    code = escape(unquote(query.partition("=")[2]))
    for extra in ("", "&soil=ORG"):
        page = client.get(f"/en/search?{query}{extra}")
        assert page.status_code == 200
        assert f"left it out: \u2068{code}\u2069" in page.text
        assert "0 practices" not in page.text
        without = client.get(f"/en/search?{extra.lstrip('&')}")
        assert _titles(page) == _titles(without), "as if it had not been asked for"
        assert query not in page.text.partition('<div id="list"')[2].partition("<footer")[0]


def test_a_known_choice_without_practices_is_not_called_unknown(client: httpx.Client) -> None:
    page = client.get("/en/search?climate=EF")
    assert page.status_code == 200
    assert "left it out" not in page.text


@pytest.mark.parametrize("field", ["climate", "country", "slm_group", "problem"])
def test_a_facet_shows_its_first_eight_values_and_leads_to_the_rest(
    client: httpx.Client, served: Served, field: str
) -> None:
    """Given a narrowed list of a facet with many values: More shows all, and narrows alike."""
    counts = served.house.search.table().facets.counts({"kind": ["technology"]})[field]
    known = {value for value, count in counts.items() if count}
    values = re.compile(rf'href="/en/search\?[^"]*\b{field}=([^"&]+)')
    page = client.get("/en/search?kind=technology").text
    assert len(set(values.findall(page))) == 8
    more = re.search(rf'href="(/en/search\?[^"]*whole={field})#{field}"', page)
    assert more
    whole = client.get(unescape(more[1])).text
    assert set(values.findall(whole)) == known
    assert '<details class="more" open>' in whole
    assert f'id="{field}"' in whole
    assert f"whole={field}" not in whole.partition('<div id="list"')[2].partition("<footer")[0]
    assert f"whole={field}" not in client.get("/en/search?kind=local_knowledge&soil=ORG").text


def test_the_site_says_that_it_is_well(client: httpx.Client) -> None:
    assert client.get("/healthz").json()["ok"] is True
