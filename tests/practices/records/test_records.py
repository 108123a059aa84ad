"""Practices: versions, addresses, events, and the words a reader gets."""

import threading

import msgspec
import pytest
from sqlalchemy import text

from core.database import Database
from core.outbox.service import claim_jobs
from practices.records import queries, rules
from practices.records.errors import PracticeNotFound, SlugTaken, WordsMissing
from practices.records.events import PracticeArchived, PracticePublished
from practices.records.queries import (
    count_published,
    each_published_facts,
    each_published_practice,
    practice_by_name,
    practices_by_number,
    published_practices,
    titles,
    versions_of,
)
from practices.records.service import archive, publish
from practices.records.structs import Evidence, Facts, Site
from tests.practices.facts import facts, words


def _publish(database: Database, one: Facts, **changes: str) -> int | None:
    with database.writing() as session:
        return publish(
            session, one, {"en": words(**changes), "fr": words("fr")}, by="editor", why="a test"
        )


def _events(database: Database) -> list[object]:
    with database.writing() as session:
        return [job.event for job in claim_jobs(session, 50)]


def test_a_published_practice_is_found_by_id_and_by_slug(database: Database) -> None:
    assert _publish(database, facts()) == 1
    with database.reading() as session:
        by_slug = practice_by_name(session, "practice-1")
        assert practice_by_name(session, "gp-001") == by_slug
    assert by_slug.facts == facts()
    assert by_slug.in_language("fr").language == "fr"


def test_words_fall_back_to_the_original(database: Database) -> None:
    _publish(database, facts())
    with database.reading() as session:
        assert practice_by_name(session, "gp-001").in_language("sw", "hi").language == "en"


def test_publishing_the_same_again_makes_no_version_and_no_event(database: Database) -> None:
    _publish(database, facts())
    assert _publish(database, facts()) is None
    assert _events(database) == [PracticePublished(practice="gp-001", version=1)]


def test_a_change_of_facts_or_words_makes_a_version_and_keeps_the_old_one(
    database: Database,
) -> None:
    _publish(database, facts())
    assert _publish(database, facts(measures=["S1"])) == 2
    assert _publish(database, facts(measures=["S1"]), title="Rows of stones") == 3
    with database.reading() as session:
        found = practice_by_name(session, "gp-001")
        history = versions_of(session, found.number)
    assert found.version == 3
    assert [(version, by) for version, _, by, _ in history] == [
        (3, "editor"),
        (2, "editor"),
        (1, "editor"),
    ]


def test_an_old_slug_leads_to_the_practice_and_can_be_taken_back(database: Database) -> None:
    _publish(database, facts())
    _publish(database, facts(slug="stone-bunds"))
    with database.reading() as session:
        assert practice_by_name(session, "practice-1").facts.slug == "stone-bunds"
    _publish(database, facts())
    with database.reading() as session:
        assert practice_by_name(session, "stone-bunds").facts.slug == "practice-1"


def test_a_slug_that_belongs_or_belonged_to_another_practice_is_refused(
    database: Database,
) -> None:
    _publish(database, facts())
    _publish(database, facts(slug="stone-bunds"))
    for slug in ("stone-bunds", "practice-1"):
        with pytest.raises(SlugTaken, match=slug):
            _publish(database, facts(2, slug=slug))
    with pytest.raises(SlugTaken):
        _publish(database, facts(3, former_slugs=["stone-bunds"]))


def test_words_in_the_original_language_are_needed(database: Database) -> None:
    with database.writing() as session, pytest.raises(WordsMissing):
        publish(session, facts(), {"fr": words("fr")}, by="x", why="y")


def test_an_archived_practice_is_gone_from_every_reading(database: Database) -> None:
    _publish(database, facts())
    with database.writing() as session:
        archive(session, "gp-001")
    with database.reading() as session:
        assert count_published(session) == 0
        assert list(each_published_facts(session)) == []
        assert practices_by_number(session, [1]) == []
        with pytest.raises(PracticeNotFound):
            practice_by_name(session, "gp-001")
    assert PracticeArchived(practice="gp-001") in _events(database)
    with database.writing() as session, pytest.raises(PracticeNotFound):
        archive(session, "gp-001")


def test_pages_by_id_hold_everything_once(database: Database) -> None:
    for number in range(1, 8):
        _publish(database, facts(number))
    with database.reading() as session:
        first = published_practices(session, most=3)
        second = published_practices(session, after=first[-1].facts.id, most=3)
        everything = [one.facts.id for one in each_published_practice(session, batch=2)]
    assert [one.facts.id for one in first + second] == everything[:6]
    assert everything == [f"gp-{number:03}" for number in range(1, 8)]


def test_practices_by_number_keep_the_order_asked_for(database: Database) -> None:
    for number in range(1, 4):
        _publish(database, facts(number))
    with database.reading() as session:
        found = practices_by_number(session, [3, 1, 99])
    assert [one.number for one in found] == [3, 1]


def test_titles_are_in_the_first_language_there_is(database: Database) -> None:
    with database.writing() as session:
        publish(
            session, facts(1), {"en": words(), "fr": words("fr", title="Cordons")}, by="x", why="y"
        )
        publish(session, facts(2), {"en": words(title="Only English")}, by="x", why="y")
    with database.reading() as session:
        assert titles(session, ("fr", "sw")) == [
            ("practice-1", "Cordons"),
            ("practice-2", "Only English"),
        ]


def test_a_listed_practice_follows_every_change(database: Database) -> None:
    _publish(database, facts())
    with database.reading() as session:
        (first,) = practices_by_number(session, [1])
        (again,) = practices_by_number(session, [1])
    assert again is first
    with database.writing() as session:
        new = {"en": words(title="Bunds of stone"), "fr": words("fr", title="Cordons")}
        publish(session, facts(), new, by="x", why="y")
    with database.reading() as session:
        (changed,) = practices_by_number(session, [1])
    assert changed.in_language("sw").title == "Bunds of stone"
    assert changed.in_language("fr", "en").title == "Cordons"
    with database.writing() as session:
        archive(session, "gp-001")
    with database.reading() as session:
        assert practices_by_number(session, [1]) == []


def test_practices_are_listed_again_after_others_made_room(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "_listed", queries._Listed(2))
    for number in range(1, 6):
        _publish(database, facts(number))
    with database.reading() as session:
        for numbers in ([1, 2, 3], [5, 1], [4, 3, 2, 1], [2, 5, 4]):
            found = practices_by_number(session, numbers)
            assert [one.facts.id for one in found] == [f"gp-00{number}" for number in numbers]


def test_a_record_that_was_spoilt_in_the_database_is_not_shown(database: Database) -> None:
    _publish(database, facts())
    with database.writing() as session:
        session.execute(text("UPDATE practice SET facts = :spoilt"), {"spoilt": '{"id": 7}'})
    with database.reading() as session, pytest.raises(msgspec.ValidationError):
        practice_by_name(session, "gp-001")


def test_letters_of_every_script_come_back_as_they_were(database: Database) -> None:
    title = "मक्का – ذرة “ꢀ” 🌽"
    _publish(database, facts(), title=title)
    with database.reading() as session:
        assert practice_by_name(session, "gp-001").in_language("en").title == title
        assert titles(session, ("en",)) == [("practice-1", title)]


def test_two_editors_publishing_at_once_make_two_versions(database: Database) -> None:
    _publish(database, facts())
    together = threading.Barrier(2)
    problems: list[Exception] = []

    def change(measure: str) -> None:
        together.wait()
        try:
            _publish(database, facts(measures=[measure]))
        except Exception as problem:  # noqa: BLE001 - told by the assertion below
            problems.append(problem)

    threads = [threading.Thread(target=change, args=(one,)) for one in ("S1", "S3")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with database.reading() as session:
        found = practice_by_name(session, "gp-001")
        assert [row[0] for row in versions_of(session, found.number)] == [3, 2, 1]


def _row(**values: object) -> Evidence:
    return Evidence(
        **{
            "id": "e1",
            "source": "stones",
            "design": "survey",
            "outcome": "yield",
            "site": Site(name="x"),
            "succeeded": "yes",
            **values,
        }  # type: ignore[arg-type]
    )


def test_an_effect_is_the_logarithm_of_the_ratio() -> None:
    assert rules.log_ratio(_row(control=2.0, treatment=2.0, unit="t")) == 0
    assert rules.log_ratio(_row(change_percent=100)) == pytest.approx(0.6931, abs=1e-4)
    assert rules.log_ratio(_row()) is None
    assert rules.change_percent(_row(control=200.0, treatment=150.0, unit="t")) == -25


def test_a_translation_is_stale_when_the_original_words_moved_on_not_the_facts() -> None:
    assert not rules.is_stale(words("fr"), words())
    assert rules.is_stale(words("fr"), words(follows_version=2))


def test_only_open_licences_may_be_exported() -> None:
    assert rules.may_be_exported("CC-BY-4.0")
    assert not rules.may_be_exported("CC-BY-NC-SA-4.0")
