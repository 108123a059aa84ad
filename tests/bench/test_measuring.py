"""What the measurements of speed, memory and weight are made with."""

import asyncio
from collections import Counter
from functools import cache
from os import sysconf
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from litestar.types import HTTPRequestEvent, Message, Receive, Scope, Send

from bench.asking import TooManyQueries, by_kind, queries, zone
from bench.building import Made, OtherDocuments, Written, read_rows, table_of, written
from bench.made import Maker
from bench.memory import memory, memory_of
from bench.serving import Answered, Visit, clocked, cpu_milliseconds_of
from bench.timing import Times, in_turns, percentile, ratio_of, times_of
from bench.weight import Loaded, parts_of, weight
from i18n.languages import CODES
from i18n.termbase import shipped_termbase
from practices.collection.loader import FOLDER, CollectedPractice, load
from practices.records.queries import PublishedFacts
from practices.records.structs import Facts, Words
from practices.search.documents import documents
from practices.zones.zone import Zone

STATUS = """Name:\tpython
VmHWM:\t  204800 kB
VmRSS:\t  102400 kB
RssAnon:\t   51200 kB
Threads:\t3
"""
PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="/static/site.css">
<link rel="alternate" hreflang="fr" href="/fr/">
<script src="/static/site.js" defer></script><script>inline()</script>
</head><body><img src="/static/a.png"><img src="/static/a.png"><a href="/next">on</a></body></html>
"""


@cache
def real() -> list[CollectedPractice]:
    return load(FOLDER, CODES)


def maker(seed: int = 1) -> Maker:
    return Maker(real(), seed)


def test_a_percentile_is_the_smallest_sample_that_enough_samples_do_not_exceed() -> None:
    samples = [float(one) for one in range(1, 201)]
    assert percentile(samples, 0.99) == 198
    assert percentile(samples, 0.5) == 100
    assert percentile([7.0], 0.99) == 7


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 0.5)


def test_times_are_compared_by_their_medians() -> None:
    assert times_of([3.0, 1.0, 2.0]) == Times(2.0, 3.0)
    assert ratio_of(Times(6.0, 9.0), Times(2.0, 90.0)) == 3


def test_everything_is_asked_in_turns_and_the_best_round_counts() -> None:
    seen: list[tuple[str, str, int]] = []
    acts = {
        name: lambda one, turn, name=name: seen.append((name, one, turn)) for name in ("a", "b")
    }
    taken = in_turns(["x", "y"], acts, rounds=2)
    assert seen[:4] == [("a", "x", 0), ("b", "x", 0), ("a", "y", 0), ("b", "y", 0)]
    assert [turn for _, _, turn in seen] == [0] * 4 + [1] * 4
    assert {name: len(samples) for name, samples in taken.items()} == {"a": 2, "b": 2}
    assert all(0 <= sample < 1000 for samples in taken.values() for sample in samples)


def test_memory_is_read_from_the_status_of_the_process() -> None:
    found = memory_of(STATUS)
    assert (found.resident, found.anonymous, found.peak) == (100, 50, 200)


def test_this_process_has_memory_and_its_peak_is_not_below_it() -> None:
    found = memory()
    assert 0 < found.anonymous <= found.resident <= found.peak


def test_a_page_loads_its_styles_scripts_and_pictures_once_and_no_links() -> None:
    assert parts_of(PAGE) == {
        "/static/site.css": "style",
        "/static/site.js": "script",
        "/static/a.png": "picture",
    }


def test_the_weight_of_a_page_is_that_of_its_files_with_or_without_one_kind() -> None:
    files = [Loaded("/", "page", 100), Loaded("/a.css", "style", 20), Loaded("/a.js", "script", 5)]
    assert weight(files) == 125
    assert weight(files, without="script") == 120


def test_a_visit_sends_its_cookies_and_takes_brotli() -> None:
    assert Visit("/en/").headers == {"Accept-Encoding": "br"}
    told = Visit("/en/", {"land": "soil=SAN", "language": "en"})
    assert told.headers["Cookie"] == "land=soil=SAN; language=en"


def test_the_cpu_time_of_a_process_is_read_whatever_its_name() -> None:
    stat = "7 (a (b) c) S 1 7 7 0 -1 4194560 900 0 0 0 150 50 0 0 20 0 9 0 7 8 9"
    assert cpu_milliseconds_of(stat) == 200 * 1000 / sysconf("SC_CLK_TCK")


def test_every_answer_tells_what_the_engine_took_for_it() -> None:
    async def site(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    sent: list[Message] = []

    async def receive() -> HTTPRequestEvent:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Any = {"type": "http", "headers": []}

    async def ask() -> None:
        await clocked(site)(scope, receive, send)

    asyncio.run(ask())
    assert dict(sent[0]["headers"]) == {b"server-timing": b"engine;dur=0.000"}  # type: ignore[typeddict-item]
    assert Answered(taken=5.0, engine=1.5).own == 3.5


def test_the_same_seed_makes_the_same_practices_and_another_makes_others() -> None:
    first, again, other = maker(1), maker(1), maker(2)
    for number in (1, 2, 30):
        assert first.facts(number) == again.facts(number)
        assert first.languages(number) == again.languages(number)
    assert first.words(3, "sw") == again.words(3, "sw")
    assert first.facts(3) != other.facts(3)


def test_a_made_practice_is_a_sound_record() -> None:
    made = maker()
    for number in range(1, 40):
        facts = made.facts(number)
        assert msgspec.json.decode(msgspec.json.encode(facts), type=Facts) == facts
        assert {row.source for row in facts.evidence} <= facts.sources.keys()
        assert facts.original_language == made.languages(number)[0]
    for language in CODES:
        words = made.words(5, language)
        assert msgspec.json.decode(msgspec.json.encode(words), type=Words) == words


def test_made_practices_differ_in_words_and_zones() -> None:
    made = maker()
    assert len({made.words(number, "en").title for number in range(1, 30)}) == 29
    zones = {row.zone for number in range(1, 30) for row in made.facts(number).evidence}
    assert len(zones) > 50


def test_practices_are_made_until_there_are_enough_documents() -> None:
    shares = Counter[int]()
    numbers = []
    for number, languages in maker().until(1000):
        numbers.append(number)
        shares[len(languages)] += 1
        assert len(set(languages)) == len(languages)
    assert sum(count * practices for count, practices in shares.items()) == 1000
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(shares) == set(range(1, 8))
    assert shares[1] > shares[7] > shares[4]


def test_a_document_without_a_title_stands_for_words_in_another_language() -> None:
    practice = maker().practice(4, ("fr", "en", "hi"), wanted=("en",))
    made = {document.language: document for document in documents(practice, CODES)}
    assert {code for code, document in made.items() if document.title} == {"en", "fr", "hi"}
    assert all(document.terms for document in made.values())
    assert made["sw"].keywords["written_in"] == ("en", "fr", "hi")


def test_no_query_is_asked_twice() -> None:
    asked = queries(shipped_termbase(), 150, Random(3))
    assert len(set(asked)) == len(asked) == 150
    assert asked == queries(shipped_termbase(), 150, Random(3))
    assert {one.language for one in asked} == set(CODES)
    kinds = by_kind(asked, [1.0] * 150)
    assert set(kinds) == {"one term", "two terms", "question", "other language"}
    assert sum(map(len, kinds.values())) == 150


def test_more_queries_than_there_are_cannot_be_made() -> None:
    with pytest.raises(TooManyQueries):
        queries(shipped_termbase(), 50, _Stuck())


def test_the_land_is_another_each_time() -> None:
    dice = Random(1)
    lands = [zone(dice) for _ in range(50)]
    assert len(set(lands)) == 50
    assert {known.climate is None for known in lands} == {True, False}
    assert all(known != Zone() for known in lands)


def test_rows_are_read_as_they_were_written_and_fill_a_table(tmp_path: Path) -> None:
    made = Made(tmp_path, documents=3, seed=1)
    facts = [maker().facts(number) for number in (1, 2)]
    lines = [
        msgspec.json.encode(PublishedFacts(number, one, ("en", "fr")))
        for number, one in enumerate(facts, start=1)
    ]
    made.rows.write_bytes(b"\n".join(lines) + b"\n")
    assert [(row.number, row.facts) for row in read_rows(made)] == [(1, facts[0]), (2, facts[1])]
    assert list(table_of(made).numbers) == [1, 2]


def test_a_folder_with_other_documents_is_not_taken(tmp_path: Path) -> None:
    made = Made(tmp_path, documents=3, seed=1)
    held = Written(seed=1, practices=1, documents=3, words=9)
    made.note.write_bytes(msgspec.json.encode(held))
    assert written(made) == held
    with pytest.raises(OtherDocuments):
        written(Made(tmp_path, documents=4, seed=1))


class _Stuck(Random):
    """Dice that always fall alike."""

    def random(self) -> float:
        return 0.0
