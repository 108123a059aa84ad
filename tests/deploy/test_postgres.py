"""The production size: the same search and the same pages with the records in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from core.outbox.drain import drain_once
from core.outbox.service import count_jobs
from deploy.house import House
from deploy.prepare import prepare
from i18n.languages import CODES
from practices.records.queries import each_published_practice
from practices.records.service import archive, publish
from practices.search.ranking import INTERESTS
from practices.search.service import SearchRequest
from practices.zones.zone import parse_zone
from tests.practices.facts import facts, words
from tests.site import Served, prepared_house, serving

SAHEL = parse_zone("BSh/SAN/Ca")
REQUESTS = (
    *(SearchRequest(language=code, text="compost", zone=SAHEL) for code in CODES),
    *(SearchRequest(language="en", zone=SAHEL, interest=one, limit=40) for one in INTERESTS),
    SearchRequest(language="fr", text="récolter l'eau de pluie", zone=SAHEL),
    SearchRequest(language="en", text="terrace", filters={"soil": ("HAC", "VOL")}),
    SearchRequest(language="sw", filters={"written_in": ("sw",), "carbon": ("yes",)}),
)


@pytest.fixture(scope="module")
def stored_in_postgres(
    migrated_postgres: Path, tmp_path_factory: pytest.TempPathFactory, places_file: Path
) -> Iterator[House]:
    """A house like `house`, its records in a database of its own on the server."""
    name = "site_gafolup"
    with psycopg.connect(
        f"postgresql://test@/postgres?host={migrated_postgres}", autocommit=True
    ) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = f"postgresql://test@/{name}?host={migrated_postgres}"
    made = prepared_house(Path(tmp_path_factory.mktemp("stored")), places_file, url)
    yield made
    made.close()


@pytest.fixture(scope="module")
def site(stored_in_postgres: House) -> Iterator[Served]:
    with serving(stored_in_postgres) as running:
        yield running


@pytest.fixture
def client(site: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.url) as opened:
        yield opened


def _ids(house: House) -> dict[int, str]:
    with house.database.reading() as session:
        return {one.number: one.facts.id for one in each_published_practice(session)}


def test_both_databases_give_the_same_answers(house: House, stored_in_postgres: House) -> None:
    assert not stored_in_postgres.database.is_sqlite
    ids_here, ids_there = _ids(house), _ids(stored_in_postgres)
    for request in REQUESTS:
        here = house.search.search(request)
        there = stored_in_postgres.search.search(request)
        assert [ids_here[hit.number] for hit in here.hits] == [
            ids_there[hit.number] for hit in there.hits
        ], request
        assert here.facets == there.facets
        assert (here.total, here.fitting) == (there.total, there.fitting)


def test_preparing_again_changes_nothing(stored_in_postgres: House) -> None:
    done = prepare(stored_in_postgres)
    assert (done.published, done.places_built, done.index_rebuilt) == (0, False, False)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_are_served(client: httpx.Client, language: str) -> None:
    for path in ("", "search?q=compost", "search?soil=SAN", "browse", "practices/zai-pits",
                 "practices/gp-002", "compare?p=zai-pits&p=half-moons"):  # fmt: skip
        page = client.get(f"/{language}/{path}", follow_redirects=True)
        assert page.status_code == 200, path
        assert page.headers["content-language"] == language


@pytest.mark.parametrize(
    "path",
    [
        "/en/practices/%00",
        "/en/practices/zai-pits%00",
        "/api/v1/practices/%00",
        "/api/v1/practices/%ff",
        "/api/v1/practices/" + "x" * 2000,
    ],
)
def test_a_name_that_no_database_can_hold_is_not_found(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_comparison_leaves_out_a_name_that_no_database_can_hold(client: httpx.Client) -> None:
    page = client.get("/en/compare?p=%00&p=zai-pits")
    assert page.status_code == 200
    assert "/en/practices/zai-pits" in page.text


def test_hostile_words_and_keys_are_words_and_keys(client: httpx.Client) -> None:
    for query in ("%00", "%27%20OR%201=1%20--", "%ff%fe", "%F0%9F%98%80"):
        assert client.get(f"/api/v1/practices?q={query}").status_code == 200
        assert client.get(f"/api/v1/export/practices.json?after={query}").status_code == 200


def test_the_export_is_whole(client: httpx.Client) -> None:
    ids: list[str] = []
    after: str | None = ""
    while after is not None:
        page = client.get("/api/v1/export/practices.json", params={"after": after}).json()
        ids += [one["facts"]["id"] for one in page["practices"]]
        after = page["next"]
    assert ids == [f"gp-{number:03}" for number in range(1, 41)]


def test_a_practice_is_found_once_it_is_published_and_no_more_once_archived(
    stored_in_postgres: House,
) -> None:
    house = stored_in_postgres
    asked = SearchRequest(language="en", text="xylophone")

    def drained() -> int:
        while drain_once(house.database, house.reactions):
            pass
        return house.search.search(asked).total

    with house.database.writing() as session:
        publish(session, facts(900), {"en": words(title="Xylophone")}, by="a test", why="to find")
    assert drained() == 1
    with house.database.writing() as session:
        archive(session, "gp-900")
    assert drained() == 0
    with house.database.writing() as session:
        assert set(count_jobs(session)) == {"done"}
