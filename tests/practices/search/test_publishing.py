"""What is published, changed and archived, as readers find it while and after it happens."""

import threading
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.clock import now
from core.outbox.drain import drain_once
from core.words import speaking
from deploy.house import House
from i18n.languages import CODES
from practices.api.answers import Answers
from practices.records.queries import each_published_practice
from practices.records.service import archive, publish
from practices.records.structs import Words
from practices.search import indexing
from practices.search.documents import FACETS
from practices.search.service import SearchRequest
from tests.deploy.folders import copy_of, house_on
from tests.practices.facts import facts, words

AVOCADO: Mapping[str, str] = {
    "en": "avocado",
    "fr": "avocat",
    "es": "aguacate",
    "pt": "abacate",
    "ar": "أفوكادو",
    "sw": "parachichi",
    "hi": "एवोकाडो",
}
"""A crop that no practice that ships speaks of; and one that one of them does."""
GOAT: Mapping[str, str] = {
    "en": "goat",
    "fr": "chèvre",
    "es": "cabra",
    "pt": "cabra",
    "ar": "ماعز",
    "sw": "mbuzi",
    "hi": "बकरी",
}
FOUND_BY: Mapping[str, str] = {
    "en": "Found by the same terms in Kiswahili.",
    "fr": "Kiswahili",
    "ar": "Kiswahili",
}


@pytest.fixture
def own_house(house: House, tmp_path: Path) -> Iterator[House]:
    """A house whose records this test alone may change."""
    with house_on(copy_of(house, tmp_path / "data")) as own:
        yield own


def _publish(house: House, number: int, *written: Words, drained: bool = True, **more: Any) -> str:
    original = written[0].language
    record = facts(number, original_language=original, **more)
    with house.database.writing() as session:
        by_language = {one.language: one for one in written}
        publish(session, record, by_language, by="a test", why="to be found")
    if drained:
        _drain(house)
    return record.id


def _drain(house: House) -> None:
    while drain_once(house.database, house.reactions):
        pass
    house.search.forget_table()


def _found(house: House, text: str, language: str, **more: Any) -> dict[str, Any]:
    """Hits as the API tells them, by id."""
    answers = Answers(house.database, house.search, house.finder)
    with speaking(language):
        found = answers.practices(SearchRequest(text=text, language=language, limit=100, **more))
    return {hit.id: hit for hit in found.hits}


def _swahili(**more: str) -> Words:
    values = {
        "origin": "original",
        "title": "Miti ya parachichi mpakani",
        "summary": "Unapanda parachichi, na mbuzi hawafiki.",
        **more,
    }
    return words("sw", **values)


@pytest.mark.parametrize("reader", CODES)
def test_a_practice_in_one_language_is_found_by_readers_of_all(
    own_house: House, reader: str
) -> None:
    """Given a practice in Swahili only; then others find it by their own words, and are told."""
    name = _publish(own_house, 800, _swahili())
    found = _found(own_house, AVOCADO[reader], reader)
    assert name in found
    hit = found[name]
    assert (hit.language, hit.origin) == ("sw", "original")
    assert bool(hit.found_by) == (reader != "sw")
    if reader != "sw":
        assert FOUND_BY.get(reader, "Kiswahili") in hit.found_by


@pytest.mark.parametrize("reader", ["en", "hi", "sw"])
def test_counts_hold_with_practices_that_lack_the_readers_language(
    own_house: House, reader: str
) -> None:
    """Given hits in the reader's own language and others only in Swahili or French."""
    _publish(own_house, 801, _swahili())
    french = words("fr", origin="original", title="La chèvre à l'attache", summary="Une chèvre.")
    _publish(own_house, 802, french, kind="approach")
    answer = own_house.search.search(SearchRequest(text=GOAT[reader], language=reader))
    assert answer.total >= 3
    for field in FACETS:
        for value, count in answer.facets[field].items():
            narrowed = SearchRequest(text=GOAT[reader], language=reader, filters={field: (value,)})
            assert own_house.search.search(narrowed).total == count, (field, value)
    assert sum(answer.facets["kind"].values()) == answer.total


def test_nothing_is_found_before_the_index_was_told_and_all_after(own_house: House) -> None:
    name = _publish(own_house, 803, words(title="Avocado trees"), drained=False)
    own_house.search.forget_table()
    assert _found(own_house, "avocado", "en") == {}
    assert name in _found(own_house, "", "en"), "without words the database answers"
    _drain(own_house)
    assert name in _found(own_house, "avocado", "en")


def test_a_new_version_is_found_by_its_new_words_only(own_house: House) -> None:
    name = _publish(own_house, 804, words(title="Avocado trees"))
    _publish(own_house, 804, words(title="Moringa trees"))
    assert _found(own_house, "avocado", "en") == {}
    assert _found(own_house, "moringa", "en").keys() == {name}


def test_a_language_that_is_withdrawn_is_no_longer_searched(own_house: House) -> None:
    name = _publish(own_house, 805, words(title="Avocado trees"), _swahili(origin="machine"))
    assert _found(own_house, "parachichi", "sw")[name].language == "sw"
    _publish(own_house, 805, words(title="Avocado trees"))
    hit = _found(own_house, "parachichi", "sw")[name]
    assert hit.language == "en"
    assert hit.found_by


def test_an_archived_practice_is_gone_from_every_list_and_count(own_house: House) -> None:
    before = own_house.search.search(SearchRequest(language="en"))
    name = _publish(own_house, 806, words(title="Avocado trees"), _swahili(origin="machine"))
    assert own_house.search.search(SearchRequest(language="en")).total == before.total + 1
    with own_house.database.writing() as session:
        archive(session, name)
    _drain(own_house)
    for language in CODES:
        assert name not in _found(own_house, AVOCADO[language], language)
        assert name not in _found(own_house, "", language)
    after = own_house.search.search(SearchRequest(language="en"))
    assert (after.total, after.facets) == (before.total, before.facets)


def test_what_was_archived_is_not_found_even_before_the_index_was_told(own_house: House) -> None:
    name = _publish(own_house, 807, words(title="Avocado trees"))
    with own_house.database.writing() as session:
        archive(session, name)
    own_house.search.forget_table()
    assert _found(own_house, "avocado", "en") == {}


def test_two_readers_search_while_practices_are_published(own_house: House) -> None:
    """Then no search fails, none sees half a practice, and what was seen once stays."""
    names = [f"gp-{number}" for number in range(810, 822)]
    stop, problems = threading.Event(), list[BaseException]()
    seen: list[list[int]] = [[], []]

    def read(reader: int, language: str) -> None:
        try:
            while not stop.is_set():
                found = _found(own_house, AVOCADO[language], language)
                assert found.keys() <= set(names)
                assert all(hit.title and hit.reason for hit in found.values())
                seen[reader].append(len(found))
                everything = own_house.search.search(SearchRequest(text="soil", language=language))
                assert everything.total > 3
        except BaseException as problem:  # noqa: BLE001 - told below
            problems.append(problem)

    readers = [
        threading.Thread(target=read, args=(at, language))
        for at, language in enumerate(("en", "ar"))
    ]
    for reader in readers:
        reader.start()
    for number in range(810, 822):
        _publish(
            own_house, number, words(title=f"Avocado trees {number}"), _swahili(origin="machine")
        )
    end = time.monotonic() + 60
    while (
        time.monotonic() < end
        and not problems
        and {counts[-1:] == [12] for counts in seen} != {True}
    ):
        time.sleep(0.02)
    stop.set()
    for reader in readers:
        reader.join()
    assert problems == []
    for counts in seen:
        assert counts == sorted(counts)
        assert counts[-1] == 12


def test_what_is_published_during_a_rebuild_is_in_its_result(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a change that was made before the rebuild looked, but stored and indexed during it."""
    _publish(own_house, 830, words(title="Other trees"))
    made_at = now() - timedelta(seconds=5)
    fill = indexing._fill

    def fill_and_publish(*given: Any) -> int:
        count = fill(*given)
        monkeypatch.setattr("practices.records.service.now", lambda: made_at)
        _publish(own_house, 831, words(title="Avocado trees"))
        return count

    monkeypatch.setattr(indexing, "_fill", fill_and_publish)
    indexing.rebuild(own_house.index, own_house.database, CODES)
    assert _found(own_house, "avocado", "en").keys() == {"gp-831"}


def test_the_first_practice_of_all_may_be_published_during_a_rebuild(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_house.database.writing() as session:
        for practice in list(each_published_practice(session)):
            archive(session, practice.facts.id)
    fill = indexing._fill

    def fill_and_publish(*given: Any) -> int:
        count = fill(*given)
        _publish(own_house, 832, words(title="Avocado trees"))
        return count

    monkeypatch.setattr(indexing, "_fill", fill_and_publish)
    assert indexing.rebuild(own_house.index, own_house.database, CODES) == 0
    assert _found(own_house, "avocado", "en").keys() == {"gp-832"}
