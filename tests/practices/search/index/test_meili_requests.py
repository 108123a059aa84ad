"""What we send to Meilisearch is as documented, and what it documents to answer is understood.

Answers are the examples of the documentation at the addresses in `meili_shapes`, with our fields.
"""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from typing import Any

import msgspec
import pytest

from core.errors import GafolupError
from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.errors import (
    DocumentNotUnderstood,
    IndexOutdated,
    IndexRefused,
    IndexStorageFull,
    IndexTooSlow,
    IndexUnknown,
    IndexUnreachable,
)
from practices.search.index.filters import And, In, WithinKm
from practices.search.index.meili_index import MeiliIndex, layout
from practices.search.index.meili_index.codes import primary_key
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
        self.several: Callable[[dict[str, Any]], dict[str, Any]] = found_each(3)
        self._numbers = count(1)
        self._polled = 0

    def __call__(self, request: Request) -> Answer:
        path = request.path
        if path == "/health":
            return 200, {"status": "available"}
        if path.startswith("/tasks/"):
            return 200, self._task(int(path.removeprefix("/tasks/")))
        if path == "/multi-search":
            federated = request.body.get("federation") is not None
            return 200, self.search(request.body) if federated else self.several(request.body)
        if path.startswith("/indexes?"):
            listed = [
                {"uid": n, "primaryKey": "id", "createdAt": WHEN, "updatedAt": WHEN}
                for n in self.languages
            ]
            return 200, {"results": listed, "offset": 0, "limit": 100, "total": len(listed)}
        if request.method == "GET" or path.endswith("/fetch"):
            return self._read(path, (request.body or {}).get("filter", ""))
        return 202, {
            "taskUid": next(self._numbers),
            "indexUid": "x",
            "status": "enqueued",
            "type": "documentAdditionOrUpdate",
            "enqueuedAt": WHEN,
        }

    def _read(self, path: str, filter_: str) -> Answer:
        name = path.split("/")[2]
        if name not in self.languages:
            return 404, NOT_FOUND
        if path == f"/indexes/{name}":
            return 200, {"uid": name, "primaryKey": "id", "createdAt": WHEN, "updatedAt": WHEN}
        if path.endswith("/stats"):
            return 200, {"numberOfDocuments": 7, "isIndexing": False, "fieldDistribution": {}}
        if f"/documents/{layout.SETTINGS_ID}" in path:
            return 200, kept_settings(self.languages[name])
        if "/documents/zai" in path:
            return 200, layout.record(document("zai", "en"), settings("en"))
        if path.endswith("/documents/fetch"):
            some = [layout.record(each, settings("en")) for each in documents("en")]
            every = [kept_settings("en"), *some]
            results = [one for one in every if not filter_ or f'"{one["id"]}"' in filter_]
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


def found_each(*counts: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """An answer to several queries: so many documents for each, the last count for the rest."""

    def answer(body: dict[str, Any]) -> dict[str, Any]:
        each = [*counts, *[counts[-1]] * len(body["queries"])]
        results = [
            {**nothing(), "indexUid": query["indexUid"], "query": query["q"]}
            | {"estimatedTotalHits": each[number]}
            for number, query in enumerate(body["queries"])
        ]
        return {"results": results}

    return answer


def hit(slug: str, language: str, score: float, position: int = 0) -> dict[str, Any]:
    return {
        "source": msgspec.json.encode(document(slug, language)).decode(),
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


def sent_for(query: Query, *counts: int) -> list[dict[str, Any]]:
    """The bodies of the searches that are sent for a query, where words are found so often."""
    documented = Documented("farm-en")
    documented.several = found_each(*(counts or (3,)))
    with against(documented) as (index, served):
        index.search("farm-en", query)
        bodies: list[dict[str, Any]] = served.sent("POST", "/multi-search")
    return bodies


def asked(query: Query, *counts: int) -> list[dict[str, Any]]:
    """The queries of the last search that is sent for one."""
    queries: list[dict[str, Any]] = sent_for(query, *counts)[-1]["queries"]
    return queries


EVERY, OFF = Matching.ALL, Typos.OFF
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
        "id", "language", "key", "f_year", "f_land", "f_crop", "_geo", "placed",
    ]  # fmt: skip
    assert body["sortableAttributes"] == ["key", "f_year", "_geo"]
    assert body["typoTolerance"]["disableOnAttributes"] == STEMS
    assert body["localizedAttributes"] == [{"attributePatterns": ["*"], "locales": ["en"]}]
    assert records == [kept_settings("en")]
    order = [request.method + " " + request.path for request in served.requests]
    assert order.index("POST /indexes") < order.index("PATCH /indexes/farm-en/settings")


def test_the_record_of_the_settings_has_every_attribute_that_is_searched() -> None:
    kept = kept_settings("en")
    assert all(kept[attribute] == "" for attribute in (*STEMS, *WORDS))
    assert "key" not in kept


def test_a_language_the_server_has_no_locale_for_is_not_left_to_its_guesses() -> None:
    with against(Documented()) as (index, served):
        index.apply_settings("farm-sw", settings("sw"))
        (body,) = served.sent("PATCH", "/indexes/farm-sw/settings")
    assert body["localizedAttributes"] == [{"attributePatterns": ["*"], "locales": ["en"]}]


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
    assert (zai["id"], zai["key"]) == ("zai", 1)
    assert zai["_geo"] == {"lat": 13.58, "lng": -2.42}
    assert zai["placed"] is True
    assert zai["f_land"] == ["cropland"]
    assert zai["f_year"] == 1984
    assert "fumier" in zai["words"].split()
    assert zai["s_title"].split() == [
        w for w in zai["s_title"].split() if w in zai["words"].split()
    ]
    assert "_geo" not in records[2]
    assert layout.decode(zai["source"]) == document("zai", "fr")


@pytest.mark.parametrize("given", ["a b/é", "Zai", "x-zai", "é" * 300])
def test_an_id_the_server_would_refuse_or_confuse_is_written_as_its_digest(given: str) -> None:
    odd = Document(id=given, key=1, language="en")
    with against(Documented("farm-en")) as (index, served):
        index.upsert("farm-en", [odd])
        index.document("farm-en", odd.id)
        ((record,),) = served.sent("POST", "/indexes/farm-en/documents")
    assert re.fullmatch("x-[0-9a-f]{64}", record["id"])
    assert served.requests[-1].path.startswith(f"/indexes/farm-en/documents/{record['id']}")


def test_a_code_too_long_to_be_filtered_by_is_refused_before_anything_is_sent() -> None:
    long = Document(id="a", key=1, language="en", keywords={"land": ("É" * 100,)})
    with against(Documented("farm-en")) as (index, served):
        with pytest.raises(DocumentNotUnderstood):
            index.upsert("farm-en", [document("zai", "en"), long])
        assert served.sent("POST", "/indexes/farm-en/documents") == []


def test_documents_are_deleted_by_a_filter_on_their_ids() -> None:
    with against(Documented("farm-en")) as (index, served):
        index.delete("farm-en", ["zai", 'a"b'])
        sent = served.sent("POST", "/indexes/farm-en/documents/delete")
    digest = primary_key('a"b')
    assert sent == [{"filter": f'key EXISTS AND (id IN ["zai", "{digest}"])'}]


def test_stored_documents_and_counts_are_read() -> None:
    with against(Documented("farm-en")) as (index, _):
        assert index.document("farm-en", "zai") == document("zai", "en")
        assert index.document("farm-en", "nobody") is None
        assert index.count("farm-en") == 6
        assert index.names() == ("farm-en",)
        assert index.health().ok


def test_all_words_are_asked_for_quoted_so_that_none_is_dropped_or_guessed() -> None:
    (body,) = sent_for(Query(text="straw weeds", matching=Matching.ALL, typos=Typos.OFF))
    (sent,) = body["queries"]
    assert sent["q"] == '"straw" "weed" '
    assert sent["matchingStrategy"] == "all"
    assert sent["attributesToSearchOn"] == STEMS
    assert sent["federationOptions"] == {"weight": 1.0}


def test_only_a_word_that_no_document_has_is_asked_for_with_its_typos() -> None:
    counting, body = sent_for(Query(text="straw weds", matching=Matching.ALL), 3, 0, 7)
    assert [query["q"] for query in counting["queries"]] == ['"straw"', '"wed"', ""]
    assert all(query["limit"] == 0 for query in counting["queries"])
    assert all(query["filter"] == "key EXISTS" for query in counting["queries"])
    (sent,) = body["queries"]
    assert sent["q"] == 'weds "straw" '
    assert sent["attributesToSearchOn"] == [*STEMS, *WORDS]


def test_a_number_that_no_document_has_is_not_guessed_at() -> None:
    bodies = sent_for(Query(text="straw 1984", matching=Matching.ALL), 3, 0, 7)
    assert len(bodies) == 1  # it was counted, and that was all


def test_the_last_word_is_left_open_in_a_search_box() -> None:
    (sent,) = asked(Query(text="mulching mai", matching=Matching.LAST_PREFIX))
    assert sent["q"] == '"mulch" mai'
    assert sent["attributesToSearchOn"] == [*STEMS, *WORDS]


def test_what_a_typo_found_is_left_out_where_typos_are_off() -> None:
    documented = Documented("farm-en")
    details = {"_rankingScoreDetails": {"typo": {"order": 1, "typoCount": 1, "maxTypoCount": 1}}}
    documented.search = lambda _: (
        nothing()
        | {
            "hits": [hit("mulch", "en", 0.9), hit("zai", "en", 0.4) | details],
            "estimatedTotalHits": 2,
        }
    )
    query = Query(text="mai", matching=Matching.LAST_PREFIX, typos=Typos.OFF)
    with against(documented) as (index, served):
        page = index.search("farm-en", query)
        (body,) = served.sent("POST", "/multi-search")
    assert [found.id for found in page.hits] == ["mulch"]
    assert page.total == 1
    assert body["queries"][0]["showRankingScoreDetails"] is True


def test_words_of_which_any_is_enough_are_counted_and_then_listed_one_by_one() -> None:
    counting, listing, _ = sent_for(Query(text="How does straw stop weeds?"), 3, 0, 5, 7)
    assert [q["q"] for q in counting["queries"]] == ['"straw"', '"stop"', '"weed"', ""]
    assert [q["q"] for q in listing["queries"]] == ['"straw"', '"weed"', "stop "]
    assert [q["attributesToSearchOn"] for q in listing["queries"]] == [STEMS, STEMS, WORDS]
    assert all(q["attributesToRetrieve"] == ["id", "key"] for q in listing["queries"])
    assert all(q["showRankingScore"] for q in listing["queries"])


def test_of_a_long_question_the_rarest_words_are_listed() -> None:
    text = " ".join(f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}zx" for n in range(25))
    counts = [*range(25, 0, -1), 100]
    told = asked(Query(text=text, typos=Typos.OFF), *counts)
    assert len(told) == 16
    assert [q["q"] for q in told] == [f'"{word}"' for word in reversed(text.split()[-16:])]


def test_of_many_required_words_the_server_reads_ten() -> None:
    text = " ".join(f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}zx" for n in range(12))
    (sent,) = asked(Query(text=text, matching=Matching.ALL, typos=Typos.OFF))
    assert len(sent["q"].split()) == 10


def test_a_word_longer_than_the_server_indexes_is_not_sent() -> None:
    for matching in Matching:
        bodies = sent_for(Query(text="x" * 10_000, matching=matching))
        assert all(len(q["q"]) < 300 for body in bodies for q in body["queries"])


def test_other_wordings_are_queries_of_their_own() -> None:
    query = Query(text="straw", matching=Matching.ALL, also=(Wording("stone walls", 0.4),))
    sent = asked(replace(query, typos=Typos.OFF))
    assert [(q["q"], q["federationOptions"]["weight"]) for q in sent] == [
        ('"straw" ', 1.0),
        ('"stone" "wall"', 0.4),
    ]


def test_without_text_all_documents_are_asked_for_in_the_order_of_their_key() -> None:
    (sent,) = asked(Query(sort=(ByDistance(13.5, -2.0), ByNumber("year", descending=True))))
    assert sent["q"] == ""
    assert sent["sort"] == ["_geoPoint(13.50000000, -2.00000000):asc", "f_year:desc", "key:asc"]
    assert sent["filter"] == "key EXISTS"


def test_no_text_can_change_the_meaning_of_the_query() -> None:
    texts = ('straw" -weeds', "-straw", 'straw"', "straw\x00", "* ? ~2")
    bodies = [each for text in texts for each in sent_for(Query(text=text), 3, 0, 7)]
    for body in bodies:
        for sent in body["queries"]:
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
        near = WithinKm(13.5, -2.4, 9000)
        query = Query(text="straw", matching=EVERY, typos=OFF, highlight=("body",), filter=near)
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
    with against(documented) as (index, served):
        page = index.search_federated(
            [
                ("farm-en", Query(text="compost", matching=EVERY, typos=OFF), 0.5),
                ("farm-fr", Query(text="compost", matching=EVERY, typos=OFF), 2.0),
            ],
            limit=5,
            offset=1,
        )
        (body,) = served.sent("POST", "/multi-search")
    assert [(h.index, h.language) for h in page.hits] == [("farm-fr", "fr"), ("farm-en", "en")]
    assert [q["federationOptions"]["weight"] for q in body["queries"]] == [0.5, 2.0]
    assert body["federation"] == {"limit": 5, "offset": 1}


def test_words_and_no_words_are_not_mixed_in_one_federated_request() -> None:
    documented = Documented("farm-en", "farm-fr")
    with against(documented) as (index, served):
        index.search_federated(
            [
                ("farm-en", Query(text="compost", matching=EVERY, typos=OFF), 1.0),
                ("farm-fr", Query(), 1.0),
            ]
        )
        bodies = served.sent("POST", "/multi-search")
    assert [{q["indexUid"] for q in body["queries"]} for body in bodies] == [
        {"farm-en"},
        {"farm-fr"},
    ]


def listed(*lists: list[tuple[str, float]]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Three documents for each word of six; then a list of documents with scores for each."""

    def answer(body: dict[str, Any]) -> dict[str, Any]:
        if "showRankingScore" not in body["queries"][0]:
            return found_each(*[3] * (len(body["queries"]) - 1), 6)(body)
        results = [
            {
                **nothing(),
                "indexUid": query["indexUid"],
                "query": query["q"],
                "hits": [{"id": d, "key": KEYS[d], "_rankingScore": s} for d, s in each],
                "estimatedTotalHits": len(each),
            }
            for query, each in zip(body["queries"], lists, strict=True)
        ]
        return {"results": results}

    return answer


def test_documents_found_by_more_of_the_words_come_first_and_equal_ones_by_their_key() -> None:
    documented = Documented("farm-en")
    documented.several = listed(
        [("mulch", 0.4), ("trees", 0.4), ("zai", 0.4)], [("mulch", 0.4), ("grazing", 0.6)]
    )
    with against(documented) as (index, served):
        keys, scores = index.candidates("farm-en", Query(text="straw cattle"))
        assert len(served.sent("POST", "/multi-search")) == 2
    by_key = {number: slug for slug, number in KEYS.items()}
    assert [by_key[key] for key in keys.tolist()] == ["mulch", "grazing", "zai", "trees"]
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)
    assert scores[2] == scores[3] > 0


def test_the_documents_of_a_page_are_read_by_their_primary_keys() -> None:
    documented = Documented("farm-en")
    documented.several = listed([("mulch", 0.4), ("zai", 0.9)])
    with against(documented) as (index, served):
        page = index.search("farm-en", Query(text="straw", limit=1))
        (fetched,) = served.sent("POST", "/indexes/farm-en/documents/fetch")
    assert fetched == {"filter": 'id IN ["zai"]', "limit": 1, "fields": ["id", "source"]}
    assert [found.id for found in page.hits] == ["zai"]
    assert page.total == 2


def test_a_search_that_a_swap_divided_is_made_again() -> None:
    documented = Documented("farm-en")
    documented.several = listed([("mulch", 0.4)])
    times = iter(["first", "second", "second", "second"])

    def answer(request: Request) -> Answer:
        if request.path == "/indexes/farm-en":
            made = {"uid": "farm-en", "primaryKey": "id", "createdAt": next(times)}
            return 200, made | {"updatedAt": WHEN}
        return documented(request)

    with against(answer) as (index, served):
        keys, _ = index.candidates("farm-en", Query(text="straw"))
        assert len(served.sent("POST", "/multi-search")) == 4
    assert keys.tolist() == [KEYS["mulch"]]


def test_candidates_ask_for_keys_only() -> None:
    documented = Documented("farm-en")
    documented.search = lambda _: nothing() | {"hits": [hit("zai", "en", 0.7)]}
    with against(documented) as (index, served):
        query = Query(text="zai", matching=EVERY, typos=OFF)
        keys, scores = index.candidates("farm-en", query, 500)
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


def test_an_address_that_ends_in_a_slash_is_the_same_server() -> None:
    with loopback(Documented("farm-en")) as served:
        assert MeiliIndex(served.url + "/", KEY).names() == ("farm-en",)
    assert served.faults == []


def test_an_answer_that_is_cut_short_is_a_server_that_is_not_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def cut_short() -> None:
            caller, _ = listening.accept()
            with caller:
                caller.recv(65536)
                caller.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")

        thread = threading.Thread(target=cut_short)
        thread.start()
        index = MeiliIndex(f"http://127.0.0.1:{listening.getsockname()[1]}", KEY)
        with pytest.raises(IndexUnreachable):
            index.names()
        thread.join()


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
        if request.path.endswith("/stats"):
            return 200, {"numberOfDocuments": 5, "isIndexing": False, "fieldDistribution": {}}
        return (404, NO_DOCUMENT) if "/documents/" in request.path else (200, {})

    with against(foreign) as (index, served):
        with pytest.raises(IndexOutdated):
            index.search("farm-en", Query())
        with pytest.raises(IndexOutdated):
            index.apply_settings("farm-en", settings("en"))
        assert {request.method for request in served.requests} == {"GET"}

    def older(request: Request) -> Answer:
        return 200, layout.settings_record(settings("en"), "another mark")

    with against(older) as (index, _), pytest.raises(IndexOutdated):
        index.search("farm-en", Query())


@pytest.mark.parametrize(
    "kept",
    [
        layout.settings_record(settings("en"), "another mark"),
        {"id": layout.SETTINGS_ID, "source": {"form": 1, "analysis": "?", "settings": {}}},
    ],
)
def test_an_index_of_an_older_form_or_analysis_is_emptied_for_its_new_settings(
    kept: dict[str, Any],
) -> None:
    documented = Documented("farm-en")

    def answer(request: Request) -> Answer:
        if f"/documents/{layout.SETTINGS_ID}" in request.path:
            return 200, kept
        return documented(request)

    with against(answer) as (index, served):
        index.apply_settings("farm-en", settings("en"))
        done = [f"{r.method} {r.path}" for r in served.requests if r.method != "GET"]
    assert done == [
        "DELETE /indexes/farm-en/documents",
        "PATCH /indexes/farm-en/settings",
        "POST /indexes/farm-en/documents",
    ]


def test_an_index_that_was_only_begun_is_unknown() -> None:
    def begun(request: Request) -> Answer:
        if request.path.endswith("/stats"):
            return 200, {"numberOfDocuments": 0, "isIndexing": False, "fieldDistribution": {}}
        return 404, NO_DOCUMENT

    with against(begun) as (index, _), pytest.raises(IndexUnknown):
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
        assert len(served.sent("POST", "/multi-search")) == 6 * 15 * 3
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
