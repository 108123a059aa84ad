"""Open data out: page by page, only what its licence allows, and safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.outbox.drain import drain_once
from deploy.house import House
from i18n.languages import CODES
from practices.api.answers import EXPORT_PAGE
from practices.api.tabular import COLUMNS, PRACTICE_COLUMNS, safe_cell
from practices.records.service import archive, publish
from practices.records.structs import Evidence, Facts, Site
from tests.deploy.folders import copy_of, house_on
from tests.practices.facts import SOURCE, facts, words
from tests.site import Served, serving

FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1")


@pytest.fixture(scope="module")
def own_site(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site whose records these tests may change."""
    folder = copy_of(house, Path(tmp_path_factory.mktemp("export")) / "data")
    with house_on(folder) as own, serving(own) as running:
        yield running


@pytest.fixture
def api(own_site: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{own_site.url}/api/v1") as opened:
        yield opened


def _publish(site: Served, *records: Facts) -> None:
    with site.house.database.writing() as session:
        for record in records:
            publish(session, record, {"en": words()}, by="a test", why="for the export")
    while drain_once(site.house.database, site.house.reactions):
        pass
    site.house.search.forget_table()


def _exported(api: httpx.Client) -> dict[str, Any]:
    """All pages of the export, by id; each id stands on one page only."""
    found: dict[str, Any] = {}
    after: str | None = ""
    while after is not None:
        page = api.get("/export/practices.json", params={"after": after}).json()
        assert len(page["practices"]) <= EXPORT_PAGE
        for practice in page["practices"]:
            assert practice["facts"]["id"] not in found
            found[practice["facts"]["id"]] = practice
        after = page["next"]
    return found


def _rows(
    api: httpx.Client,
    name: str = "evidence",
    columns: tuple[str, ...] = COLUMNS,
    language: str = "en",
) -> list[dict[str, str]]:
    answer = api.get(f"/export/{name}.csv", params={"lang": language})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    read = csv.DictReader(io.StringIO(answer.text, newline=""))
    rows = list(read)
    assert tuple(read.fieldnames or ()) == columns
    return rows


def _practice_rows(api: httpx.Client, language: str = "en") -> dict[str, dict[str, str]]:
    rows = _rows(api, "practices", PRACTICE_COLUMNS, language)
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows), "one row a practice"
    return found


def test_the_export_holds_every_practice_that_ships_once(api: httpx.Client) -> None:
    exported = _exported(api)
    assert {f"gp-{number:03}" for number in range(1, 41)} <= exported.keys()
    assert list(exported) == sorted(exported)
    for practice in exported.values():
        assert practice["facts"]["licence"].startswith(("CC-BY-4", "CC-BY-SA-4", "CC0"))
        assert practice["facts"]["attribution"]


def test_a_record_whose_licence_is_not_open_stays_out_of_every_export(
    own_site: Served, api: httpx.Client
) -> None:
    """Given three records; the two under a licence that forbids trade can be read, not exported."""
    _publish(
        own_site,
        facts(701, licence="CC-BY-NC-SA-4.0"),
        facts(702, licence="CC-BY-NC-SA-3.0"),
        facts(703, licence="CC-BY-SA-4.0"),
    )
    assert api.get("/practices/gp-701").json()["facts"]["licence"] == "CC-BY-NC-SA-4.0"
    exported = _exported(api).keys()
    listed = {row["practice_id"] for row in _rows(api)}
    for found in (exported, listed, _practice_rows(api).keys()):
        assert "gp-703" in found
        assert not {"gp-701", "gp-702"} & found


def test_paging_goes_on_past_pages_that_hold_nothing_open(
    own_site: Served, api: httpx.Client
) -> None:
    """Given more closed records in a row than a page has, then an open one."""
    closed = [facts(720 + n, licence="CC-BY-NC-SA-4.0") for n in range(EXPORT_PAGE + 3)]
    _publish(own_site, *closed, facts(790))
    exported = _exported(api)
    assert "gp-790" in exported
    assert not {record.id for record in closed} & exported.keys()


def test_paging_is_not_shifted_by_what_changes_between_two_pages(
    own_site: Served, api: httpx.Client
) -> None:
    """Given a reader between two pages, while a record before her goes and another comes."""
    _publish(own_site, facts(600))
    before = _exported(api)
    first = api.get("/export/practices.json").json()
    with own_site.house.database.writing() as session:
        archive(session, "gp-600")
    _publish(own_site, facts(601))
    second = api.get("/export/practices.json", params={"after": first["next"]}).json()
    ids = [one["facts"]["id"] for one in (*first["practices"], *second["practices"])]
    assert ids == [name for name in before if name != "gp-600"][: len(ids)]


def test_after_an_id_that_does_not_exist_the_next_ones_come(api: httpx.Client) -> None:
    page = api.get("/export/practices.json", params={"after": "gp-0019"}).json()
    assert page["practices"][0]["facts"]["id"] == "gp-002"
    last = api.get("/export/practices.json", params={"after": "zzz"}).json()
    assert (last["practices"], last["next"]) == ([], None)


def test_evidence_is_one_line_a_result_with_its_licence_and_source(api: httpx.Client) -> None:
    rows = [row for row in _rows(api) if row["practice_id"] == "gp-001"]
    practice = api.get("/practices/gp-001").json()["facts"]
    assert [row["evidence_id"] for row in rows] == [one["id"] for one in practice["evidence"]]
    for row in rows:
        assert row["licence"] == "CC-BY-4.0"
        assert row["succeeded"] in ("yes", "no", "mixed")
        assert row["url"] or row["doi"]


@pytest.mark.parametrize("language", CODES)
def test_the_table_of_practices_says_what_the_records_say(api: httpx.Client, language: str) -> None:
    rows = _practice_rows(api, language)
    assert rows.keys() == _exported(api).keys()
    for name in ("gp-001", "gp-040"):
        practice = api.get(f"/practices/{name}", params={"lang": language}).json()
        facts, row = practice["facts"], rows[name]
        assert row["title"] == safe_cell(practice["words"]["title"])
        assert row["language"] == practice["words"]["language"] == language
        assert row["slm_groups"].split(";") == facts["slm_groups"]
        for column in ("land_uses", "climates", "soils"):
            assert [one for one in row[column].split(";") if one] == facts["context"][column]
        for column in ("slug", "kind", "licence", "attribution"):
            assert row[column] == facts[column]
        page = httpx.get(row["url"])
        assert page.status_code == 200
        assert page.headers["content-language"] == language


def test_a_title_that_a_spreadsheet_would_compute_is_disarmed(
    own_site: Served, api: httpx.Client
) -> None:
    record = facts(651, attribution="=HYPERLINK(1)")
    with own_site.house.database.writing() as session:
        told = replace(words(), title="@SUM(A1) of stones")
        publish(session, record, {"en": told}, by="a test", why="for the export")
    row = _practice_rows(api)["gp-651"]
    assert row["title"] == "'@SUM(A1) of stones"
    assert row["attribution"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("start", FORMULAS, ids=repr)
def test_text_that_a_spreadsheet_would_compute_is_disarmed(
    own_site: Served, api: httpx.Client, start: str
) -> None:
    hostile = f'{start};cmd|"/C calc"!A0,x'
    row = Evidence(
        id="e1",
        source="stones",
        design="case_study",
        outcome="yield",
        site=Site(name=hostile[:60], country="BF"),
        unit=hostile[:40],
        crop=hostile[:60],
        change_percent=-12.5,
        succeeded="no",
    )
    _publish(own_site, facts(650, evidence=[row], sources={"stones": SOURCE}))
    (told,) = [row for row in _rows(api) if row["practice_id"] == "gp-650"]
    for column in ("site", "unit", "crop"):
        assert told[column].startswith(f"'{start}"), column
    assert told["change_percent"] == "-12.5", "a number stays a number"


@given(st.text())
def test_no_text_begins_like_a_formula_when_it_is_written(text: str) -> None:
    written = str(safe_cell(text))
    assert not written.startswith(tuple(one[0] for one in FORMULAS))
    assert written in (text, f"'{text}")
