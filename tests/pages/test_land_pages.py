"""Your land over HTTP: what is kept, what is asked, what is refused and how."""

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest

from tests.site import Served

KEPT = "at=13.51%2C2.11&geoname=2440485&soil=SAN&land_use=Ca&rain_mm=600&altitude_m=210"


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url) as opened:
        yield opened


@pytest.fixture
def on_land(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url, cookies={"land": KEPT}) as opened:
        yield opened


def _land_cookie(page: httpx.Response) -> str | None:
    found = [line for line in page.headers.get_list("set-cookie") if line.startswith("land=")]
    return found[0] if found else None


def _shown(page: httpx.Response) -> str:
    found = re.search(r"<main.*</main>", page.text, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def test_an_address_that_tells_nothing_shows_the_land_that_is_kept(on_land: httpx.Client) -> None:
    page = on_land.get("/en/land", follow_redirects=True)
    assert page.url.path == "/en/land/yours"
    shown = _shown(page)
    for part in ("Niamey, Niger", "Sandy soil", "Yearly crops", "600 mm", "210 m"):
        assert part in shown
    assert _land_cookie(page) is None


@pytest.mark.parametrize("path", ["/land/soil", "/land/slope", "/land/use", "/land/number"])
def test_a_question_opened_by_itself_keeps_what_was_told(on_land: httpx.Client, path: str) -> None:
    assert 'name="at" value="13.51,2.11"' in on_land.get(f"/en{path}").text


def test_each_part_leads_to_its_question_and_back(on_land: httpx.Client) -> None:
    page = on_land.get("/en/land/yours").text
    links = [unescape(link) for link in re.findall(r'href="([^"]*then=yours[^"]*)"', page)]
    assert len(links) >= 7
    slope = next(link for link in links if "/land/slope?" in link)
    answer = on_land.get(f"{slope}&slope=steep")
    assert "/land/yours?" in answer.headers["location"]
    assert "Steep slope" in _shown(on_land.get(answer.headers["location"]))


def test_the_land_is_forgotten_only_after_a_question(on_land: httpx.Client) -> None:
    asked = on_land.get("/en/land/forget")
    assert _land_cookie(asked) is None
    form = re.search(r'method="post" action="([^"]+)"', asked.text)
    assert form
    done = on_land.post(form[1])
    assert done.status_code == 303
    assert "Max-Age=0" in (_land_cookie(done) or "")


def test_a_number_is_kept_as_it_was_meant(client: httpx.Client) -> None:
    page = client.get("/es/land/yours", params={"at": "1,36", "rain_mm": "1.200"})
    assert "rain_mm=1200" in (_land_cookie(page) or "")


@pytest.mark.parametrize("given", ["abc", "15000", "24 inches"])
def test_a_number_that_cannot_be_is_told_above_its_field_and_kept(
    client: httpx.Client, given: str
) -> None:
    page = client.get(
        "/en/land/yours", params={"at": "1,36", "land_use": "Ca", "crop": "1", "rain_mm": given}
    )
    assert page.status_code == 422
    assert 'href="#rain_mm"' in page.text
    assert f'value="{given}"' in page.text
    assert re.search(r'value="Ca" checked', page.text)
    assert 'name="at" value="1,36"' in page.text
    assert _land_cookie(page) is None


@pytest.mark.parametrize(
    "address", ["/land/yours?at=0,-30&soil=SAN", "/land/here?at=0,-30&soil=SAN",
                "/land/soil?at=0,-30&soil=SAN", "/land?find=0,-30&soil=SAN"],
)  # fmt: skip
def test_a_point_at_sea_is_refused_and_the_place_asked_again(
    client: httpx.Client, address: str
) -> None:
    page = client.get(f"/en{address}")
    assert page.status_code == 422
    assert "the nearest is 500 km away" in page.text
    assert 'id="find"' in page.text
    assert 'name="soil" value="SAN"' in page.text
    assert _land_cookie(page) is None


@pytest.mark.parametrize(
    "address", ["/land?find=", "/land/soil?asked=squeeze", "/land/slope?asked=slope"]
)
def test_an_answer_that_is_missing_is_asked_for(client: httpx.Client, address: str) -> None:
    page = client.get(f"/en{address}")
    assert page.status_code == 422
    assert 'role="alert"' in page.text


@pytest.mark.parametrize(
    "path", ["/land", "/land/soil", "/land/slope", "/land/use", "/land/number"]
)
def test_every_question_has_a_way_back(client: httpx.Client, path: str) -> None:
    assert re.search(r"Back</a>", client.get(f"/en{path}").text)


def test_a_soil_question_leads_back_to_the_one_before(client: httpx.Client) -> None:
    told = {"soil_squeeze": "ball", "soil_water": "hours"}
    page = client.get("/en/land/soil", params=told).text
    assert 'href="/en/land/soil?soil_squeeze=ball"' in page


def test_a_point_may_be_typed(client: httpx.Client) -> None:
    answer = client.get("/en/land", params={"find": "13.5, 2.1"})
    assert "at=13.5%2C2.1" in answer.headers["location"]


def test_a_country_is_not_taken_for_a_place(client: httpx.Client) -> None:
    shown = _shown(client.get("/en/land", params={"find": "Kenya"}))
    assert "Kenya is a country" in shown
    assert "Indonesia" not in shown


def test_capitals_come_first_and_more_places_can_be_seen(client: httpx.Client) -> None:
    page = client.get("/en/land", params={"find": "Victoria"})
    assert "Seychelles" in page.text
    more = re.search(r'href="([^"]+more=1)"', page.text)
    assert more
    many = client.get(unescape(more[1])).text
    assert many.count('<li class="box">') > page.text.count('<li class="box">')


def test_the_place_is_said_in_the_language_that_is_read_now(on_land: httpx.Client) -> None:
    assert "Níger" in _shown(on_land.get("/es/land/yours"))
    assert "النيجر" in _shown(on_land.get("/ar/land/yours"))


def test_the_deciding_question_is_asked_until_the_zone_is_sure(on_land: httpx.Client) -> None:
    page = on_land.get("/en/land/yours")
    assert "Tropical, dry (probably)" in _shown(page)
    assert "On how many days of a year is there frost?" in _shown(page)
    page = on_land.get(f"/en/land/yours?{KEPT}&field=frost_days&frost_days=0")
    assert "(probably)" not in _shown(page)
    assert "One more question" not in _shown(page)
    assert "frost_days=0" in (_land_cookie(page) or "")


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [("ar", "نيامي", "نيامي، النيجر"), ("hi", "लुधियाना", "लुधियाना, भारत")],
)
def test_a_place_is_shown_in_the_script_it_was_asked_in(
    client: httpx.Client, language: str, typed: str, shown: str
) -> None:
    page = client.get(f"/{language}/land", params={"find": typed})
    if page.status_code == 302:
        there = page.headers["location"].replace("/land/soil?", "/land/yours?")
    else:
        found = re.search(r'class="link" href="([^"]*land/soil\?[^"]*geoname[^"]*)"', page.text)
        assert found
        there = unescape(found[1]).replace("/land/soil?", "/land/yours?")
    assert shown in _shown(client.get(there))


def test_a_slope_in_percent_leads_on_to_the_next_question(client: httpx.Client) -> None:
    page = client.get("/en/land/slope", params={"at": "1,36"})
    link = re.search(r'href="([^"]*/land/number[^"]*)"', page.text)
    assert link
    form = client.get(unescape(link[1])).text
    assert 'action="/en/land/use"' in form
    told = {"at": "1,36", "field": "slope_percent", "slope_percent": "12 %"}
    assert 'value="12 %"' in client.get("/en/land/use", params=told).text
    assert "12 %" in _shown(client.get("/en/land/yours", params=told))
    assert client.get("/en/land/use", params={**told, "slope_percent": "x"}).status_code == 422
