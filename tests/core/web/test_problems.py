"""Errors as people and programs read them."""

from collections.abc import Iterator

import httpx
import pytest

from tests.site import Served


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[httpx.Client]:
    """A program that asks the site."""
    with httpx.Client(base_url=served.url, timeout=60) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "name", "reason"),
    [
        ("practices?limit=0&lang=en", "limit", "It must be 1 or more."),
        ("practices?limit=1000&lang=en", "limit", "It must be 100 or less."),
        ("practices?limit=many&lang=en", "limit", "It must be a whole number."),
        ("practices?limit=many&lang=fr", "limit", "Ce doit être un nombre entier."),
        ("practices?limit=0&lang=hi", "limit", "यह 1 या उससे ज़्यादा होना चाहिए।"),
        ("zones/at?lat=x&lon=1&lang=en", "lat", "It must be a number."),
        ("zones/at?lat=1&lang=sw", "lon", "Haipo."),
        ("practices?interest=fame&lang=en", "interest", "This value does not exist."),
    ],
)
def test_what_is_wrong_with_a_part_is_told_in_the_language_asked_for(
    client: httpx.Client, asked: str, name: str, reason: str
) -> None:
    told = client.get(f"/api/v1/{asked}")
    assert told.status_code in (400, 422)
    assert told.json()["errors"] == [{"name": name, "reason": reason}]
    assert told.headers["content-language"] == asked.rpartition("lang=")[2]


def test_a_thing_that_is_not_there_is_no_page_that_is_not_there(client: httpx.Client) -> None:
    unknown = client.get("/api/v1/practices?lang=de", headers={"accept-language": "en"}).json()
    assert unknown["title"] == "What was asked for does not exist here."
    assert "de" in unknown["detail"]
    nowhere = client.get("/api/v1/nowhere", headers={"accept-language": "en"}).json()
    assert nowhere["title"] == "This page does not exist."


def test_head_is_among_the_methods_allowed(client: httpx.Client) -> None:
    refused = client.post("/api/v1/practices")
    assert refused.status_code == 405
    allowed = set(refused.headers["allow"].replace(" ", "").split(","))
    assert {"GET", "HEAD"} <= allowed
    assert client.head("/api/v1/practices").status_code == 200


def test_any_version_that_is_known_is_not_sent_again(client: httpx.Client) -> None:
    for path in ("/en/", "/api/v1/practices?q=zai"):
        assert client.get(path, headers={"if-none-match": "*"}).status_code == 304
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
