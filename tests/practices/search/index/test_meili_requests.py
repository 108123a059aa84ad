"""What we send to Meilisearch is as documented, and what it documents to answer is understood.

Answers are the examples of the documentation at the addresses in `meili_shapes`, with our fields.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import msgspec
import pytest

from core.errors import GafolupError
from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.errors import (
    IndexOutdated,
    IndexRefused,
    IndexStorageFull,
    IndexTooSlow,
    IndexUnknown,
    IndexUnreachable,
)
from practices.search.index.filters import And, In, WithinKm
from practices.search.index.meili_index import MeiliIndex, layout
from practices.search.index.protocol import (
    ByDistance,
    ByNumber,
    Document,
    FacetCount,
    IndexSettings,
    Matching,
    Query,
    Typos,
    Wording,
)
from tests.practices.search.index.farm_documents import KEYS, document, documents, settings
from tests.practices.search.index.meili_shapes import Answer, Loopback, Request, loopback

KEY = "master-key-0123456789"
NOT_FOUND = {
    "message": "Index `x` not found.",
    "code": "index_not_found",
    "type": "invalid_request",
    "link": "https://docs.meilisearch.com/errors#index_not_found",
}
NO_DOCUMENT = NOT_FOUND | {"code": "document_not_found", "message": "Document `a` not found."}


def kept_settings(language: str) -> dict[str, Any]:
    record = layout.settings_record(settings(language), analysis_mark(language))
    as_sent: dict[str, Any] = json.loads(json.dumps(record))
    return as_sent


class Documented:
    """Answers as the documentation says a server with these indexes does."""

    def __init__(self, *names: str) -> None:
        self.languages = {name: name.rsplit("-", maxsplit=1)[-1] for name in names}
        self.task: dict[str, Any] = {"status": "succeeded", "error": None}
        self.polls_until_done = 1
        self.search: Callable[[dict[str, Any]], dict[str, Any]] = lambda _: nothing()
        self._numbers = count(1)
        self._polled = 0

    def __call__(self, request: Request) -> Answer:
        path = request.path
        if path == "/health":
            return 200, {"status": "available"}
        if path.startswith("/tasks/"):
            return 200, self._task(int(path.removeprefix("/tasks/")))
        if path == "/multi-search":
            return 200, self.search(request.body)
        if path.startswith("/indexes?"):
            listed = [
                {"uid": n, "primaryKey": "id", "createdAt": WHEN, "updatedAt": WHEN}
                for n in self.languages
            ]
            return 200, {"results": listed, "offset": 0, "limit": 100, "total": len(listed)}
        if request.method == "GET" or path.endswith("/fetch"):
            return self._read(path)
        return 202, {
            "taskUid": next(self._numbers),
            "indexUid": "x",
            "status": "enqueued",
            "type": "documentAdditionOrUpdate",
            "enqueuedAt": WHEN,
        }

    def _read(self, path: str) -> Answer:
        name = path.split("/")[2]
        if name not in self.languages:
            return 404, NOT_FOUND
        if path.endswith("/stats"):
            return 200, {"numberOfDocuments": 7, "isIndexing": False, "fieldDistribution": {}}
        if f"/documents/{layout.SETTINGS_ID}" in path:
            return 200, kept_settings(self.languages[name])
        if "/documents/zai" in path:
            return 200, layout.record(document("zai", "en"), settings("en"))
        if path.endswith("/documents/fetch"):
            some = [layout.record(each, settings("en")) for each in documents("en")]
            results = [kept_settings("en"), *some]
            return 200, {"results": results, "offset": 0, "limit": 1000, "total": len(results)}
        return 404, NO_DOCUMENT

    def _task(self, number: int) -> dict[str, Any]:
        self._polled += 1
        done = self._polled % self.polls_until_done == 0
        return {
            "uid": number,
            "indexUid": "x",
            "type": "documentAdditionOrUpdate",
            "canceledBy": None,
            "details": {"receivedDocuments": 1, "indexedDocuments": 1},
            "duration": "PT0.1S",
            "enqueuedAt": WHEN,
            "startedAt": WHEN,
            "finishedAt": WHEN if done else None,
            "error": self.task["error"] if done else None,
            "status": self.task["status"] if done else "processing",
        }


WHEN = "2026-11-21T09:25:53.123456Z"


def nothing() -> dict[str, Any]:
    return {"hits": [], "processingTimeMs": 1, "limit": 20, "offset": 0, "estimatedTotalHits": 0}


def hit(slug: str, language: str, score: float, position: int = 0) -> dict[str, Any]:
    return {
        "source": msgspec.to_builtins(document(slug, language)),
        "key": KEYS[slug],
        "_federation": {
            "indexUid": f"farm-{language}",
            "queriesPosition": position,
            "weightedRankingScore": score,
        },
    }


@contextmanager
def against(
    documented: Callable[[Request], Answer], **options: Any
) -> Iterator[tuple[MeiliIndex, Loopback]]:
    with loopback(documented) as served:
        index = MeiliIndex(served.url, KEY, **options)
        yield index, served
        index.close()
    assert served.faults == []
    assert all(r.headers["authorization"] == f"Bearer {KEY}" for r in served.requests)


def asked(query: Query, name: str = "farm-en") -> list[dict[str, Any]]:
    """The queries that are sent for one."""
    documented = Documented(name)
    with against(documented) as (index, served):
        index.search(name, query)
        bodies = served.sent("POST", "/multi-search")
    sent: list[dict[str, Any]] = bodies[0]["queries"]
    return sent


STEMS = ["s_title", "s_terms", "s_summary", "s_body"]
WORDS = ["title_words", "words"]


def test_an_index_is_made_with_its_settings_and_a_record_of_ours() -> None:
    with against(Documented()) as (index, served):
        index.apply_settings("farm-en", settings("en"))
        assert served.sent("POST", "/indexes") == [{"uid": "farm-en", "primaryKey": "id"}]
        (body,) = served.sent("PATCH", "/indexes/farm-en/settings")
        (records,) = served.sent("POST", "/indexes/farm-en/documents")
        assert index.settings("farm-en") == settings("en")
    assert body["searchableAttributes"] == [*STEMS, *WORDS]
    assert body["filterableAttributes"] == [
        "ident", "language", "key", "f_year", "f_land", "f_crop", "_geo",
    ]  # fmt: skip
    assert body["sortableAttributes"] == ["key", "f_year", "_geo"]
    assert body["typoTolerance"]["disableOnAttributes"] == STEMS
    assert body["localizedAttributes"] == [{"attributePatterns": ["*"], "locales": ["en"]}]
    assert records == [kept_settings("en")]
    order = [request.method + " " + request.path for request in served.requests]
    assert order.index("POST /indexes") < order.index("PATCH /indexes/farm-en/settings")


def test_a_language_the_server_has_no_locale_for_is_sent_without() -> None:
    with against(Documented()) as (index, served):
        index.apply_settings("farm-sw", settings("sw"))
        (body,) = served.sent("PATCH", "/indexes/farm-sw/settings")
    assert "localizedAttributes" not in body


def test_the_same_settings_again_change_nothing() -> None:
    with against(Documented("farm-en")) as (index, served):
        index.apply_settings("farm-en", settings("en"))
        assert {request.method for request in served.requests} == {"GET"}


def test_new_settings_send_the_documents_again() -> None:
    with against(Documented("farm-en")) as (index, served):
        narrower = msgspec.structs.replace(settings("en"), weights={"title": 1.0})
        index.apply_settings("farm-en", narrower)
        (records,) = served.sent("POST", "/indexes/farm-en/documents")
        assert served.sent("POST", "/indexes") == []
    assert [record["id"] for record in records] == [*KEYS, layout.SETTINGS_ID]
    assert all("s_body" not in record for record in records)


def test_documents_are_sent_with_stems_words_codes_and_place() -> None:
    with against(Documented("farm-fr")) as (index, served):
        assert index.upsert("farm-fr", documents("fr")) == 6
        (records,) = served.sent("POST", "/indexes/farm-fr/documents")
    zai = records[0]
    assert (zai["id"], zai["ident"], zai["key"]) == ("zai", "zai", 1)
    assert zai["_geo"] == {"lat": 13.58, "lng": -2.42}
    assert zai["f_land"] == ["cropland"]
    assert zai["f_year"] == 1984
    assert "fumier" in zai["words"].split()
    assert zai["s_title"].split() == [
        w for w in zai["s_title"].split() if w in zai["words"].split()
    ]
    assert "_geo" not in records[2]
    assert msgspec.convert(zai["source"], Document) == document("zai", "fr")


def test_an_id_the_server_would_refuse_is_written_in_hexadecimal() -> None:
    odd = Document(id="a b/é", key=1, language="en")
    with against(Documented("farm-en")) as (index, served):
        index.upsert("farm-en", [odd])
        index.document("farm-en", odd.id)
        ((record,),) = served.sent("POST", "/indexes/farm-en/documents")
    assert record["id"] == "x-" + odd.id.encode().hex()
    assert record["ident"] == "a%20b%2f%c3%a9"


def test_documents_are_deleted_by_a_filter_on_their_ids() -> None:
    with against(Documented("farm-en")) as (index, served):
        index.delete("farm-en", ["zai", 'a"b'])
        sent = served.sent("POST", "/indexes/farm-en/documents/delete")
    assert sent == [{"filter": 'key EXISTS AND (ident IN ["zai", "a%22b"])'}]


def test_stored_documents_and_counts_are_read() -> None:
    with against(Documented("farm-en")) as (index, _):
        assert index.document("farm-en", "zai") == document("zai", "en")
        assert index.document("farm-en", "nobody") is None
        assert index.count("farm-en") == 6
        assert index.names() == ("farm-en",)
        assert index.health().ok


def test_all_words_are_asked_for_quoted_so_that_none_is_dropped_or_guessed() -> None:
    exact, typos = asked(Query(text="straw weeds", matching=Matching.ALL))
    assert exact["q"] == '"straw" "weed"'
    assert exact["matchingStrategy"] == "all"
    assert exact["attributesToSearchOn"] == STEMS
    assert exact["federationOptions"] == {"weight": 1.0}
    assert typos["q"] == "straw weeds "
    assert typos["attributesToSearchOn"] == WORDS
    assert typos["federationOptions"] == {"weight": 0.8}
    assert [q["q"] for q in asked(Query(text="straw", matching=Matching.ALL, typos=Typos.OFF))] == [
        '"straw"'
    ]


def test_the_last_word_is_left_open_in_a_search_box() -> None:
    exact, typos = asked(Query(text="mulching mai", matching=Matching.LAST_PREFIX))
    assert exact["q"] == '"mulch" mai'
    assert exact["attributesToSearchOn"] == [*STEMS, *WORDS]
    assert typos["q"] == "mulching mai"


def test_any_word_is_asked_for_alone_below_the_whole_question() -> None:
    whole, first, second, *typos = asked(Query(text="How does straw stop weeds?"))[:4]
    assert (whole["q"], whole["matchingStrategy"]) == ("straw stop weed ", "frequency")
    assert (first["q"], second["q"]) == ('"straw"', '"stop"')
    assert first["matchingStrategy"] == "all"
    assert whole["federationOptions"]["weight"] > 3 * first["federationOptions"]["weight"] - 0.2
    assert typos


def test_of_a_long_question_the_ten_longest_words_are_sent() -> None:
    text = " ".join(
        "abcdefghijklmnopq"[: 3 + number % 14] + "xyz"[number % 3] for number in range(25)
    )
    whole = asked(Query(text=text, typos=Typos.OFF))[0]
    assert len(whole["q"].split()) == 10


def test_other_wordings_are_queries_of_their_own() -> None:
    sent = asked(Query(also=(Wording("stone walls", 0.4),)))
    assert [(q["q"], q["federationOptions"]["weight"]) for q in sent] == [('"stone" "wall"', 0.4)]


def test_without_text_all_documents_are_asked_for_in_the_order_of_their_key() -> None:
    (sent,) = asked(Query(sort=(ByDistance(13.5, -2.0), ByNumber("year", descending=True))))
    assert sent["q"] == ""
    assert sent["sort"] == ["_geoPoint(13.50000000, -2.00000000):asc", "f_year:desc", "key:asc"]
    assert sent["filter"] == "key EXISTS"


def test_no_text_can_change_the_meaning_of_the_query() -> None:
    for text in ('straw" -weeds', "-straw", 'straw"', "straw\x00", "* ? ~2"):
        for sent in asked(Query(text=text)):
            assert set(sent["q"]) <= set('abcdefghijklmnopqrstuvwxyz0123456789 "')
            assert sent["q"].count('"') % 2 == 0


def test_a_text_without_words_is_not_sent_at_all() -> None:
    with against(Documented("farm-en")) as (index, served):
        assert index.search("farm-en", Query(text="how the of")).hits == ()
        assert served.sent("POST", "/multi-search") == []


def test_hits_are_read_from_a_federated_answer() -> None:
    documented = Documented("farm-en")
    documented.search = lambda _: (
        nothing()
        | {
            "hits": [hit("mulch", "en", 0.9), hit("zai", "en", 0.25)],
            "estimatedTotalHits": 2,
        }
    )
    with against(documented) as (index, _):
        query = Query(text="straw", highlight=("body",), filter=WithinKm(13.5, -2.4, 9000))
        page = index.search("farm-en", query)
    assert [(h.id, h.key, h.index, h.language) for h in page.hits] == [
        ("mulch", 2, "farm-en", "en"),
        ("zai", 1, "farm-en", "en"),
    ]
    assert page.hits[0].score == pytest.approx(0.9)
    assert page.hits[1].distance_km == pytest.approx(9.15, rel=0.01)
    fragment = page.hits[0].highlights["body"]
    assert [fragment.text[a:b] for a, b in fragment.marks] == ["straw"]
    assert page.total == 2


def test_a_facet_with_a_condition_of_its_own_is_asked_for_without_it() -> None:
    documented = Documented("farm-en")

    def distribution(body: dict[str, Any]) -> dict[str, Any]:
        counted = {
            attribute: {"cropland": 5, "gr%41zing": 7}
            for attribute in body["federation"].get("facetsByIndex", {}).get("farm-en", [])
        }
        return nothing() | {"facetsByIndex": {"farm-en": {"distribution": counted, "stats": {}}}}

    documented.search = distribution
    narrowed = And((In("land", ("cropland",)), In("language", ("en",))))
    with against(documented) as (index, served):
        page = index.search("farm-en", Query(filter=narrowed, facets=("crop", "land")))
        shared, alone = served.sent("POST", "/multi-search")
    assert shared["federation"]["facetsByIndex"] == {"farm-en": ["f_crop"]}
    assert alone["federation"] == {
        "limit": 0,
        "offset": 0,
        "facetsByIndex": {"farm-en": ["f_land"]},
    }
    assert "f_land" not in alone["queries"][0]["filter"]
    assert "language" in alone["queries"][0]["filter"]
    assert page.facets["land"] == (FacetCount("grAzing", 7), FacetCount("cropland", 5))


def test_several_indexes_are_asked_in_one_request_with_their_weights() -> None:
    documented = Documented("farm-en", "farm-fr")
    documented.search = lambda _: (
        nothing()
        | {
            "hits": [hit("compost", "fr", 0.8, 1), hit("compost", "en", 0.5)],
            "estimatedTotalHits": 2,
        }
    )
    off = Typos.OFF
    with against(documented) as (index, served):
        page = index.search_federated(
            [
                ("farm-en", Query(text="compost", matching=Matching.ALL, typos=off), 0.5),
                ("farm-fr", Query(text="compost", matching=Matching.ALL, typos=off), 2.0),
            ],
            limit=5,
            offset=1,
        )
        (body,) = served.sent("POST", "/multi-search")
    assert [(h.index, h.language) for h in page.hits] == [("farm-fr", "fr"), ("farm-en", "en")]
    assert [q["federationOptions"]["weight"] for q in body["queries"]] == [0.5, 2.0]
    assert body["federation"] == {"limit": 5, "offset": 1}


def test_candidates_ask_for_keys_only() -> None:
    documented = Documented("farm-en")
    documented.search = lambda _: nothing() | {"hits": [hit("zai", "en", 0.7)]}
    with against(documented) as (index, served):
        keys, scores = index.candidates("farm-en", Query(text="zai"), 5000 // 10)
        (body,) = served.sent("POST", "/multi-search")
    assert (keys.tolist(), scores.tolist()) == ([1], [pytest.approx(0.7)])
    assert all(q["attributesToRetrieve"] == ["key"] for q in body["queries"])
    assert body["federation"]["limit"] == 500


def test_swap_is_one_task_of_the_server() -> None:
    with against(Documented("farm-en", "beside-en")) as (index, served):
        index.swap("farm-en", "beside-en")
        assert served.sent("POST", "/swap-indexes") == [[{"indexes": ["farm-en", "beside-en"]}]]
        assert served.sent("POST", "/indexes") == []
        assert served.requests[-2].path == "/indexes/beside-en"


def test_swap_with_a_name_that_is_not_there_makes_it_first() -> None:
    with against(Documented("beside-en")) as (index, served):
        index.swap("farm-en", "beside-en")
        order = [f"{r.method} {r.path}" for r in served.requests if r.method != "GET"]
    assert order == ["POST /indexes", "POST /swap-indexes", "DELETE /indexes/beside-en"]


@pytest.mark.parametrize(
    ("status", "error", "expected"),
    [
        ("failed", {"message": "bad `_geo`", "code": "invalid_document_geo_field"}, IndexRefused),
        ("failed", {"message": "no space", "code": "no_space_left_on_device"}, IndexStorageFull),
        ("failed", {"message": "gone", "code": "index_not_found"}, IndexUnknown),
        ("canceled", None, IndexRefused),
    ],
)
def test_a_task_that_does_not_succeed_is_an_error(
    status: str, error: dict[str, str] | None, expected: type[GafolupError]
) -> None:
    documented = Documented("farm-en")
    documented.task = {"status": status, "error": error}
    with against(documented) as (index, _), pytest.raises(expected) as caught:
        index.upsert("farm-en", documents("en"))
    if error and expected is IndexRefused:
        assert error["message"] in str(caught.value)


def test_a_task_is_polled_until_it_is_done() -> None:
    documented = Documented("farm-en")
    documented.polls_until_done = 4
    with against(documented) as (index, served):
        index.upsert("farm-en", documents("en"))
        assert sum(request.path.startswith("/tasks/") for request in served.requests) == 4


def test_a_task_that_takes_too_long_is_told_with_its_number() -> None:
    documented = Documented("farm-en")
    documented.polls_until_done = 1000
    served = against(documented, deadline_seconds=0.2)
    with served as (index, _), pytest.raises(IndexTooSlow) as caught:
        index.upsert("farm-en", documents("en"))
    assert caught.value.data["task"] == 1


def test_a_server_that_is_not_there_is_told_without_the_key() -> None:
    index = MeiliIndex("http://127.0.0.1:9", KEY, request_seconds=2)
    with pytest.raises(IndexUnreachable) as caught:
        index.search("farm-en", Query())
    assert KEY not in str(caught.value)
    assert KEY not in repr(index) + repr(vars(index)["_server"])
    assert not index.health().ok


def test_a_key_that_an_answer_repeats_is_not_passed_on() -> None:
    said = {"message": f"The key {KEY} is invalid.", "code": "invalid_api_key", "type": "auth"}
    with against(lambda _: (403, said)) as (index, _), pytest.raises(IndexRefused) as caught:
        index.count("farm-en")
    assert KEY not in str(caught.value)
    assert caught.value.data["code"] == "invalid_api_key"


@pytest.mark.parametrize("rubbish", [b"<html>", b"", b"[1, 2", b"[]", b"{}", b"null"])
def test_an_answer_that_is_not_understood_is_a_server_that_is_not_reached(rubbish: bytes) -> None:
    def answer(request: Request) -> Answer:
        if request.path == "/multi-search":
            return 200, rubbish
        return Documented("farm-en")(request)

    with against(answer) as (index, _), pytest.raises(IndexUnreachable):
        index.search("farm-en", Query())


def test_an_index_of_another_house_or_analysis_is_outdated() -> None:
    def foreign(request: Request) -> Answer:
        return (404, NO_DOCUMENT) if "/documents/" in request.path else (200, {})

    with against(foreign) as (index, _), pytest.raises(IndexOutdated):
        index.search("farm-en", Query())

    def older(request: Request) -> Answer:
        return 200, layout.settings_record(settings("en"), "another mark")

    with against(older) as (index, _), pytest.raises(IndexOutdated):
        index.search("farm-en", Query())


def test_threads_do_not_change_each_others_requests() -> None:
    errors: list[BaseException] = []
    with against(Documented("farm-en")) as (index, served):

        def work() -> None:
            try:
                for _ in range(15):
                    index.search("farm-en", Query(text="straw"))
                    index.document("farm-en", "zai")
            except BaseException as error:  # noqa: BLE001 - handed to the test's thread
                errors.append(error)

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(served.sent("POST", "/multi-search")) == 90
    assert errors == []


def test_settings_are_read_again_after_a_while() -> None:
    with against(Documented("farm-en")) as (index, served):
        for _ in range(3):
            index.search("farm-en", Query())
        reads = [r for r in served.requests if layout.SETTINGS_ID in r.path]
        assert len(reads) == 1


def test_weights_of_zero_leave_a_field_out() -> None:
    only_title = IndexSettings(language="en", weights={"title": 1.0})
    assert layout.server_settings(only_title)["searchableAttributes"] == ["s_title", *WORDS]
    made = layout.record(document("zai", "en"), only_title)
    assert set(made["words"].split()) == set(made["title_words"].split())
