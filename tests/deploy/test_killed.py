"""Whatever moment a process is killed at: what was acknowledged is kept, and the index follows."""

import time
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select, update

from core.clock import now
from core.database import Database, WriteSession
from core.outbox.drain import Reaction, drain_once
from core.outbox.events import Event
from core.outbox.models import OutboxJob
from core.outbox.rules import MOST_ATTEMPTS
from core.outbox.service import claim_jobs, count_jobs, record
from deploy.house import House
from deploy.prepare import prepare
from i18n.languages import CODES
from practices.records.models import Practice
from practices.records.queries import each_published_practice
from practices.search.documents import documents, index_name
from practices.search.index.protocol import LIMIT_MOST, Document, Query
from tests.deploy.commands import SECONDS_MOST, gafolup, processes, serving
from tests.deploy.folders import house_on
from tests.deploy.publishing import publish_for_ever

ROUNDS = 5


class WellDug(Event, frozen=True, kw_only=True):
    """Something that happens in these tests."""

    depth_m: int


def _killed_while_publishing(folder: Path, seed: int, acknowledged: Path) -> None:
    chance = Random(seed)
    process = processes.Process(target=publish_for_ever, args=(folder, seed, acknowledged))
    process.start()
    end = time.monotonic() + SECONDS_MOST
    while len(_lines(acknowledged)) < 3:
        assert process.is_alive()
        assert time.monotonic() < end
        time.sleep(0.005)
    time.sleep(chance.random() * 0.6)
    process.kill()
    process.join()


def _lines(acknowledged: Path) -> list[str]:
    return acknowledged.read_text().splitlines() if acknowledged.exists() else []


def _end_leases(house: House) -> None:
    """As if the minutes had passed after which a silent worker's jobs go to another."""
    with house.database.writing() as session:
        session.execute(
            update(OutboxJob)
            .where(OutboxJob.state == "running")
            .values(leased_until=now() - timedelta(seconds=1))
        )


def _wanted(house: House) -> dict[str, dict[str, Document]]:
    wanted: dict[str, dict[str, Document]] = {code: {} for code in CODES}
    with house.database.reading() as session:
        for practice in each_published_practice(session):
            for document in documents(practice, CODES):
                wanted[document.language][document.id] = document
    return wanted


def _held(house: House, language: str) -> dict[str, Document]:
    page = house.index.search(index_name(language), Query(limit=LIMIT_MOST))
    assert page.total == len(page.hits)
    return {hit.id: hit.document for hit in page.hits}


def test_a_killed_process_loses_nothing_that_was_acknowledged(
    own_data: Path, tmp_path: Path
) -> None:
    """Given a process that publishes, archives and indexes, killed at random moments."""
    for seed in range(ROUNDS):
        acknowledged = tmp_path / f"acknowledged-{seed}"
        _killed_while_publishing(own_data, seed, acknowledged)
        with house_on(own_data) as house:
            prepare(house)
            _end_leases(house)
            while drain_once(house.database, house.reactions):
                pass
            with house.database.writing() as session:
                assert set(count_jobs(session)) == {"done"}
                versions = {
                    row.id: (row.version, row.status) for row in session.scalars(select(Practice))
                }
            last = dict(line.split(" ") for line in _lines(acknowledged))
            off = [name for name, version in last.items() if not _stored(versions[name], version)]
            assert len(off) <= 1, "only a change that was stored but not acknowledged may differ"
            wanted = _wanted(house)
            for language in CODES:
                assert _held(house, language) == wanted[language], (seed, language)


def _stored(found: tuple[int, str], version: str) -> bool:
    """Whether the database has what was acknowledged; version 0 says archived."""
    return found[1] == "archived" if version == "0" else found == (int(version), "published")


def test_a_prepared_folder_serves_again_after_its_server_was_killed(own_data: Path) -> None:
    with serving(own_data) as site:
        site.process.kill()
        site.process.join()
    with serving(own_data):
        ran = gafolup(own_data, "search", "zai", "--json")
    assert ran.document["hits"][0]["slug"] == "zai-pits"


def _states(database: Database) -> dict[str, int]:
    with database.writing() as session:
        return count_jobs(session)


def test_an_event_that_nobody_can_read_does_not_hold_up_the_others(database: Database) -> None:
    """Given events of another make of the program, older than one that is understood."""
    moment = now()
    with database.writing() as session:
        for kind, payload in (("WellFilledIn", {"why": "dry"}), ("WellDug", {"depth_m": "deep"})):
            session.add(
                OutboxJob(event=kind, payload=payload, happened_at=moment, available_at=moment)
            )
        session.flush()
        record(session, WellDug(depth_m=12))
    seen: list[Event] = []

    def see(_session: WriteSession, event: Event) -> None:
        seen.append(event)

    drain_once(database, {WellDug: [Reaction("see", see)]})
    assert seen == [WellDug(depth_m=12)]
    assert _states(database) == {"done": 1, "waiting": 2}
    with database.writing() as session:
        rows = session.scalars(select(OutboxJob).where(OutboxJob.state == "waiting")).all()
        assert all("cannot be read" in (row.last_error or "") for row in rows)
        assert all(row.available_at > moment for row in rows)


def test_a_job_that_ends_every_worker_is_laid_aside(database: Database) -> None:
    """Given workers that fall silent each time they hold the job."""
    with database.writing() as session:
        record(session, WellDug(depth_m=12))
    for _ in range(MOST_ATTEMPTS):
        with database.writing() as session:
            assert claim_jobs(session, 1, lease_for=timedelta(seconds=-1))
    with database.writing() as session:
        assert claim_jobs(session, 1) == []
    assert _states(database) == {"dead": 1}
