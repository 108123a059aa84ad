"""What every search engine of the house must do, on real small documents in seven languages."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practices.search.index.errors import (
    DocumentNotUnderstood,
    FilterNotUnderstood,
    IndexUnknown,
    QueryNotUnderstood,
    SettingsNotUnderstood,
)
from practices.search.index.filters import And, Exists, In, Not, Or, Range, WithinKm
from practices.search.index.protocol import (
    ByDistance,
    ByNumber,
    Document,
    IndexSettings,
    Matching,
    Page,
    Query,
    SearchIndex,
    Typos,
    Wording,
)
from tests.practices.search.index.conftest import Engine
from tests.practices.search.index.farm_documents import (
    KEYS,
    LANGUAGES,
    POINTS,
    TEXTS,
    document,
    documents,
)
from tests.practices.search.index.farm_documents import settings as farm_settings

QUESTIONS = {
    "en": "How can I stop the rain from washing the soil off my steep slopes?",
    "fr": "Comment empêcher l'eau d'emporter la terre de mes pentes raides ?",
    "es": "¿Cómo evito que el agua se lleve la tierra de mis laderas empinadas?",
    "pt": "Como evito que a água leve a terra das minhas encostas íngremes?",
    "ar": "كيف أمنع المياه من جرف التربة على المنحدرات؟",
    "sw": "Nifanyeje maji yasisombe udongo kwenye miteremko mikali?",
    "hi": "खड़ी ढलानों पर पानी से मिट्टी बहने से कैसे रोकूँ?",
}
OTHER_FORMS = {
    "en": ("terrace", "terrace"),
    "fr": ("terrasse", "terrace"),
    "es": ("terraza", "terrace"),
    "pt": ("árvore", "trees"),
    "ar": ("شجرة والأشجار", "trees"),
    "sw": ("shimo", "zai"),
    "hi": ("गड्ढा", "zai"),
}
MISTYPED = {
    "en": [("terraecs", "terrace"), ("rotatonal", "grazing"), ("compsot", "compost")],
    "fr": [("terrases", "terrace"), ("pailage", "mulch"), ("troupaeu", "grazing")],
    "es": [("acolchao", "mulch"), ("terrrazas", "terrace"), ("ganadp", "grazing")],
    "pt": [("cobertrua", "mulch"), ("encosttas", "terrace"), ("rebanhp", "grazing")],
    "ar": [("مدرجت", "terrace"), ("تغطيه", "mulch"), ("للقطعي", "grazing")],
    "sw": [("mashmo", "zai"), ("mahinid", "mulch"), ("malishp", "grazing")],
    "hi": [("पलवर", "mulch"), ("कम्पोस्त", "compost"), ("चरई", "grazing")],
}


def ids(page: Page) -> list[str]:
    return [hit.id for hit in page.hits]


def asked(farms: Engine, language: str, query: Query) -> Page:
    return farms.index.search(farms.name(language), query)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_question_finds_the_practice_by_any_of_its_words(
    farms: Engine, language: str
) -> None:
    page = asked(farms, language, Query(text=QUESTIONS[language]))
    assert ids(page)[0] == "terrace"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_form_of_a_word_finds_it(farms: Engine, language: str) -> None:
    word, expected = OTHER_FORMS[language]
    page = asked(farms, language, Query(text=word, typos=Typos.OFF))
    assert expected in ids(page)


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [(language, *case) for language, cases in MISTYPED.items() for case in cases],
)
@pytest.mark.parametrize("typos", [Typos.ONE, Typos.AUTO])
def test_one_wrong_letter_still_finds_the_practice_among_the_first_three(
    farms: Engine, language: str, typed: str, expected: str, typos: Typos
) -> None:
    assert expected in ids(asked(farms, language, Query(text=typed, typos=typos)))[:3]


def test_a_wrong_letter_finds_nothing_where_typos_are_off(farms: Engine) -> None:
    assert asked(farms, "en", Query(text="terraecs", typos=Typos.OFF)).hits == ()


def test_all_words_are_needed_where_all_are_asked_for(farms: Engine) -> None:
    both = Query(text="straw weeds", matching=Matching.ALL)
    assert ids(asked(farms, "en", both)) == ["mulch"]
    never_together = Query(text="straw cattle", matching=Matching.ALL)
    assert ids(asked(farms, "en", never_together)) == []


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "straw wedes", "mulch"),
        ("en", "stoen slope", "terrace"),
        ("pt", "palha slo", "mulch"),
    ],
)
def test_where_all_words_are_needed_one_may_have_a_wrong_letter(
    farms: Engine, language: str, typed: str, expected: str
) -> None:
    query = Query(text=typed, matching=Matching.ALL)
    assert ids(asked(farms, language, query)) == [expected]
    assert ids(asked(farms, language, replace(query, typos=Typos.OFF))) == []


def test_any_word_is_enough_where_any_is_asked_for_and_more_words_come_first(
    farms: Engine,
) -> None:
    page = asked(farms, "en", Query(text="straw weeds cattle", typos=Typos.OFF))
    assert ids(page) == ["mulch", "grazing"]


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "mulching mai", "mulch"),
        ("en", "rota", "grazing"),
        ("fr", "pâtur", "grazing"),
        ("es", "terraz", "terrace"),
        ("pt", "árv", "trees"),
        ("ar", "مدرج", "terrace"),
        ("sw", "mash", "zai"),
        ("hi", "पलव", "mulch"),
    ],
)
def test_the_beginning_of_the_last_word_is_enough_in_a_search_box(
    farms: Engine, language: str, typed: str, expected: str
) -> None:
    page = asked(farms, language, Query(text=typed, matching=Matching.LAST_PREFIX))
    assert ids(page)[0] == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "mai", {"mulch"}),
        ("en", "gr", {"grazing", "trees", "zai"}),
        ("en", "maz", set()),
        ("fr", "récol", {"mulch"}),
        ("sw", "mash", {"zai"}),
    ],
)
def test_only_what_begins_so_is_found_where_typos_are_off(
    farms: Engine, language: str, typed: str, expected: set[str]
) -> None:
    query = Query(text=typed, matching=Matching.LAST_PREFIX, typos=Typos.OFF)
    page = asked(farms, language, query)
    assert set(ids(page)) == expected
    assert page.total == len(expected)


def test_only_the_last_word_may_be_unfinished(farms: Engine) -> None:
    query = Query(text="mulc maize", matching=Matching.LAST_PREFIX, typos=Typos.OFF)
    assert asked(farms, "en", query).hits == ()


def test_a_word_counts_more_in_the_title_than_in_the_text(farms: Engine) -> None:
    assert ids(asked(farms, "en", Query(text="pits")))[0] == "zai"


def test_stop_words_alone_find_nothing(farms: Engine) -> None:
    assert asked(farms, "en", Query(text="how can I the of")).hits == ()


def test_another_wording_finds_what_the_text_does_not(farms: Engine) -> None:
    query = Query(text="zzzz", also=(Wording("goats firewood"), Wording("cattle straw")))
    page = asked(farms, "en", query)
    assert ids(page) == ["trees"]


def test_without_text_every_document_comes_in_the_order_of_its_key(farms: Engine) -> None:
    page = asked(farms, "en", Query())
    assert [hit.key for hit in page.hits] == sorted(KEYS.values())
    assert page.total == len(KEYS)


def test_pages_follow_one_another_without_gap_or_overlap(farms: Engine) -> None:
    query = Query(text="the soil grass straw pits stone trees compost month water")
    whole = ids(asked(farms, "en", query))
    assert len(whole) == len(KEYS)
    parts: list[str] = []
    for start in range(0, len(whole), 2):
        page = asked(
            farms,
            "en",
            Query(text=query.text, limit=2, offset=start),
        )
        assert page.total == len(whole)
        parts += ids(page)
    assert parts == whole


def test_a_page_beyond_the_end_is_empty_but_knows_the_total(farms: Engine) -> None:
    page = asked(farms, "en", Query(offset=100, limit=5))
    assert page.hits == ()
    assert asked(farms, "en", Query(limit=0)).total == len(KEYS)


def test_hits_say_their_index_language_and_whole_document(farms: Engine) -> None:
    hit = asked(farms, "sw", Query(text="mahindi")).hits[0]
    assert (hit.index, hit.language, hit.key) == (farms.name("sw"), "sw", KEYS["mulch"])
    assert hit.document == document("mulch", "sw")
    assert hit.score > 0


def test_numbers_sort_both_ways_and_documents_without_one_come_last(farms: Engine) -> None:
    rising = ids(asked(farms, "en", Query(sort=(ByNumber("year"),))))
    falling = ids(asked(farms, "en", Query(sort=(ByNumber("year", descending=True),))))
    assert rising == ["terrace", "trees", "zai", "compost", "mulch", "grazing"]
    assert falling == ["mulch", "zai", "compost", "trees", "terrace", "grazing"]


def test_sorting_keeps_only_what_matches(farms: Engine) -> None:
    query = Query(text="straw millet", sort=(ByNumber("year"),), matching=Matching.ANY)
    assert ids(asked(farms, "en", query)) == ["zai", "mulch"]


def test_the_nearest_place_comes_first_and_distances_are_told(farms: Engine) -> None:
    here = POINTS["trees"]
    page = asked(farms, "en", Query(sort=(ByDistance(here.lat, here.lon),)))
    assert ids(page)[:4] == ["trees", "zai", "mulch", "terrace"]
    assert page.hits[0].distance_km == pytest.approx(0, abs=0.01)
    assert page.hits[1].distance_km == pytest.approx(1232, rel=0.01)
    assert {hit.distance_km for hit in page.hits[4:]} == {None}


def test_a_circle_holds_what_lies_within_it(farms: Engine) -> None:
    niamey = (13.51, 2.11)
    assert ids(asked(farms, "en", Query(filter=WithinKm(*niamey, 400)))) == []
    assert ids(asked(farms, "en", Query(filter=WithinKm(*niamey, 600)))) == ["zai"]
    assert ids(asked(farms, "en", Query(filter=WithinKm(*niamey, 800)))) == ["zai", "trees"]
    page = asked(farms, "en", Query(filter=WithinKm(*niamey, 600)))
    assert page.hits[0].distance_km == pytest.approx(490, rel=0.02)


def test_a_place_can_be_asked_for_without_saying_where(farms: Engine) -> None:
    assert set(ids(asked(farms, "en", Query(filter=Exists("point"))))) == set(POINTS)
    without_place = Not(Exists("point"))
    assert set(ids(asked(farms, "en", Query(filter=without_place)))) == set(KEYS) - set(POINTS)


def test_facets_count_without_their_own_condition(farms: Engine) -> None:
    narrowed = And((In("land", ("grazing",)), Range("year", 1900, None)))
    page = asked(farms, "en", Query(filter=narrowed, facets=("land", "crop")))
    assert ids(page) == ["trees"]
    land = {each.value: each.count for each in page.facets["land"]}
    assert land == {"cropland": 4, "garden": 1, "grazing": 1}
    assert [each.value for each in page.facets["crop"]] == ["millet", "sorghum"]
    assert farms.index.facets(farms.name("en"), Query(filter=narrowed, facets=("land",))) == {
        "land": page.facets["land"]
    }


def test_facets_come_most_frequent_first_then_by_value(farms: Engine) -> None:
    land = asked(farms, "en", Query(facets=("land",))).facets["land"]
    assert [(each.value, each.count) for each in land] == [
        ("cropland", 5),
        ("grazing", 2),
        ("garden", 1),
        ("slope", 1),
    ]


def test_several_languages_answer_as_one_list(farms: Engine) -> None:
    page = farms.index.search_federated(
        [
            (farms.name("en"), Query(text="compost", facets=("land",)), 1.0),
            (farms.name("fr"), Query(text="compost fumier", facets=("land",)), 1.0),
            (farms.name("hi"), Query(text="कम्पोस्ट"), 1.0),
        ],
        limit=10,
    )
    found = {(hit.language, hit.id, hit.index) for hit in page.hits}
    assert {
        ("en", "compost", farms.name("en")),
        ("fr", "compost", farms.name("fr")),
        ("hi", "compost", farms.name("hi")),
    } <= found
    assert page.total == len(page.hits) == 4
    land = {each.value: each.count for each in page.facets["land"]}
    assert land == {"cropland": 3, "garden": 2}
    scores = [hit.score for hit in page.hits]
    assert scores == sorted(scores, reverse=True)


def test_a_heavier_index_comes_first(farms: Engine) -> None:
    for heavy, light in (("en", "fr"), ("fr", "en")):
        page = farms.index.search_federated(
            [
                (farms.name(light), Query(text="compost"), 0.01),
                (farms.name(heavy), Query(text="compost"), 1.0),
            ]
        )
        assert page.hits[0].language == heavy


def test_words_in_one_language_and_all_documents_of_another_answer_as_one_list(
    farms: Engine,
) -> None:
    for matching in Matching:
        page = farms.index.search_federated(
            [
                (farms.name("en"), Query(text="compost ", matching=matching), 1.0),
                (farms.name("fr"), Query(), 1.0),
            ]
        )
        assert page.total == len(page.hits) == 1 + len(KEYS)
        assert {hit.language for hit in page.hits} == {"en", "fr"}


def test_candidates_are_keys_and_scores_in_the_order_of_the_hits(farms: Engine) -> None:
    query = Query(text="soil straw millet", filter=In("land", ("cropland",)))
    keys, scores = farms.index.candidates(farms.name("en"), query, 1000)
    page = asked(farms, "en", query)
    assert keys.tolist() == [hit.key for hit in page.hits]
    assert scores.tolist() == pytest.approx([hit.score for hit in page.hits], rel=1e-5)
    assert (keys.dtype.name, scores.dtype.name) == ("int64", "float32")
    assert farms.index.candidates(farms.name("en"), query, 1)[0].tolist() == keys.tolist()[:1]


@pytest.mark.parametrize(
    ("language", "query", "slug", "marked"),
    [
        ("en", Query(text="terrace slope"), "terrace", {"terraces", "slopes"}),
        ("en", Query(text="terraecs"), "terrace", {"terraces"}),
        (
            "en",
            Query(text="mulching mai", matching=Matching.LAST_PREFIX),
            "mulch",
            {"Mulching", "maize"},
        ),
        (
            "fr",
            Query(text="zzz", also=(Wording("paille récolte"),)),
            "mulch",
            {"paille", "récolte"},
        ),
        ("ar", Query(text="تغطية قش"), "mulch", {"تغطية", "بالقش"}),
        ("hi", Query(text="गड्ढा बाजरा"), "zai", {"गड्ढों", "गड्ढे", "बाजरा"}),
    ],
)
def test_the_words_found_are_marked_in_the_original_text(
    farms: Engine, language: str, query: Query, slug: str, marked: set[str]
) -> None:
    marking = Query(
        text=query.text,
        also=query.also,
        matching=query.matching,
        highlight=("title", "body"),
    )
    hit = next(hit for hit in asked(farms, language, marking).hits if hit.id == slug)
    found = set()
    for field, fragment in hit.highlights.items():
        assert fragment.text in getattr(hit.document, field)
        assert list(fragment.marks) == sorted(fragment.marks)
        found |= {fragment.text[start:end] for start, end in fragment.marks}
    assert found == marked


def test_a_stored_document_comes_back_as_it_was_given(farms: Engine) -> None:
    for language in LANGUAGES:
        for made in documents(language):
            assert farms.index.document(farms.name(language), made.id) == made
    assert farms.index.document(farms.name("en"), "nobody") is None
    assert farms.index.count(farms.name("en")) == len(KEYS)


def test_settings_are_kept_with_the_index(farms: Engine) -> None:
    assert farms.index.settings(farms.name("hi")) == farm_settings("hi")
    assert {farms.name(language) for language in LANGUAGES} <= set(farms.index.names())
    assert farms.index.health().ok


FAR_LONG = "soil " * 2000
HOSTILE = [
    FAR_LONG,
    "x" * 10_000,
    "\x00\x01\x1b[31m\x7f\u202e\ufeff",
    'soil" OR 1=1 -- \\',
    '+soil -straw "millet AND (NOT OR [a TO b]} ^2 ~ *:* title:zai',
    "*",
    "\U0001f33d" * 50,
    "\u0301\u0301\u0301",
    "soil \ud800 \udfff",
    "ﷺ ½ ㎏",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("matching", list(Matching))
def test_no_query_breaks_the_search(farms: Engine, text: str, matching: Matching) -> None:
    query = Query(text=text, matching=matching, highlight=("title", "body"), facets=("land",))
    page = asked(farms, "en", query)
    assert len(page.hits) <= len(KEYS)


@given(text=st.text(max_size=40), matching=st.sampled_from(Matching), typos=st.sampled_from(Typos))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_at_all_breaks_the_search(
    farms: Engine, text: str, matching: Matching, typos: Typos
) -> None:
    query = Query(text=text, matching=matching, typos=typos, highlight=("body",))
    page = asked(farms, "hi", query)
    assert page.total >= len(page.hits)


# Changing


def test_a_document_of_the_same_id_is_replaced(engine: Engine) -> None:
    name = engine.filled("en")
    changed = Document(id="zai", key=99, language="en", title="Half moons", body="Semicircles")
    assert engine.index.upsert(name, [changed]) == 1
    assert engine.index.count(name) == len(KEYS)
    assert ids(engine.index.search(name, Query(text="millet", typos=Typos.OFF))) == []
    assert ids(engine.index.search(name, Query(text="semicircle"))) == ["zai"]
    assert engine.index.document(name, "zai") == changed


def test_the_last_of_two_documents_with_one_id_stays(engine: Engine) -> None:
    name = engine.made("en", IndexSettings(language="en"))
    twice = [
        Document(id="a", key=number, language="en", title=title)
        for number, title in enumerate(["first", "second"])
    ]
    engine.index.upsert(name, twice)
    assert engine.index.count(name) == 1
    assert engine.index.document(name, "a") == twice[1]


def test_a_deleted_document_is_gone_at_once(engine: Engine) -> None:
    name = engine.filled("en")
    engine.index.delete(name, ["zai", "never there"])
    assert engine.index.count(name) == len(KEYS) - 1
    assert engine.index.document(name, "zai") is None
    assert "zai" not in ids(engine.index.search(name, Query(text="pits zai")))


ODD_IDS = ("Zai", "zai", "a b", "a\\", 'a"b', "été", "x-1", "मक्का", "É" * 300)


def test_ids_of_any_letters_are_told_apart(engine: Engine) -> None:
    name = engine.made("odd", IndexSettings(language="en"))
    odd = [Document(id=id_, key=n, language="en") for n, id_ in enumerate(ODD_IDS)]
    engine.index.upsert(name, odd)
    assert engine.index.count(name) == len(odd)
    for made in odd:
        assert engine.index.document(name, made.id) == made
        assert ids(engine.index.search(name, Query(filter=In("id", (made.id,))))) == [made.id]
    engine.index.delete(name, ODD_IDS[::2])
    assert ids(engine.index.search(name, Query())) == list(ODD_IDS[1::2])


def test_an_empty_index_answers_with_nothing(engine: Engine) -> None:
    name = engine.made("empty", farm_settings("en"))
    for query in (
        Query(),
        Query(text="soil"),
        Query(sort=(ByNumber("year"),)),
        Query(filter=WithinKm(0, 0, 100), sort=(ByDistance(1, 1),)),
    ):
        assert engine.index.search(name, query) == Page((), 0)
    assert engine.index.search(name, Query(facets=("land",))).facets == {"land": ()}
    assert engine.index.candidates(name, Query(text="soil"))[0].tolist() == []
    assert engine.index.count(name) == 0
    engine.index.upsert(name, [])
    engine.index.delete(name, [])
    assert engine.index.count(name) == 0


UNKNOWN: dict[str, Callable[[SearchIndex, str], object]] = {
    "search": lambda index, name: index.search(name, Query()),
    "federated": lambda index, name: index.search_federated([(name, Query(), 1.0)]),
    "facets": lambda index, name: index.facets(name, Query()),
    "candidates": lambda index, name: index.candidates(name, Query()),
    "upsert": lambda index, name: index.upsert(name, documents("en")),
    "delete": lambda index, name: index.delete(name, ["a"]),
    "document": lambda index, name: index.document(name, "a"),
    "count": lambda index, name: index.count(name),
    "settings": lambda index, name: index.settings(name),
    "swap": lambda index, name: index.swap(name + "x", name),
    "drop": lambda index, name: index.drop(name),
}


@pytest.mark.parametrize("act", UNKNOWN)
def test_an_unknown_index_is_named_in_the_error(engine: Engine, act: str) -> None:
    name = engine.name("nowhere")
    with pytest.raises(IndexUnknown) as caught:
        UNKNOWN[act](engine.index, name)
    assert caught.value.data["name"] == name
    assert name not in engine.index.names()


BAD_DOCUMENTS = {
    "unknown keyword field": Document(id="a", key=1, language="en", keywords={"x": ("a",)}),
    "unknown number field": Document(id="a", key=1, language="en", numbers={"x": 1}),
    "not finite": Document(id="a", key=1, language="en", numbers={"year": float("nan")}),
    "no id": Document(id="", key=1, language="en"),
    "control character": Document(id="a\n", key=1, language="en"),
    "key too large": Document(id="a", key=2**63, language="en"),
    "off the earth": Document(id="a", key=1, language="en", point=POINTS["zai"].__class__(91, 0)),
    "half a character": Document(id="a", key=1, language="en", body="soil \ud800"),
    "empty code": Document(id="a", key=1, language="en", keywords={"land": ("",)}),
}


@pytest.mark.parametrize("fault", BAD_DOCUMENTS)
def test_one_bad_document_and_none_is_stored(engine: Engine, fault: str) -> None:
    name = engine.filled("en")
    good = Document(id="new", key=77, language="en", title="Brand new")
    with pytest.raises(DocumentNotUnderstood):
        engine.index.upsert(name, [good, BAD_DOCUMENTS[fault]])
    assert engine.index.count(name) == len(KEYS)
    assert engine.index.document(name, "new") is None
    engine.index.upsert(name, [good])
    assert engine.index.document(name, "new") == good


def test_half_a_character_is_found_nowhere(farms: Engine) -> None:
    assert asked(farms, "en", Query(filter=In("land", ("\ud800",)))).hits == ()
    assert farms.index.document(farms.name("en"), "\ud800") is None


@pytest.mark.parametrize(
    "filter_",
    [
        In("nothing", ("a",)),
        In("land", (1,)),
        In("year", ("1984",)),
        In("year", (True,)),
        Range("land", 1, 2),
        Range("nothing", 1, 2),
        Range("year"),
        Range("year", float("nan"), 2),
        Exists("nothing"),
        WithinKm(91, 0, 1),
        WithinKm(0, 181, 1),
        WithinKm(0, 0, -1),
        Not(And((Or((In("land' OR 1=1", ("a",)),)),))),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(farms: Engine, filter_: In) -> None:
    with pytest.raises(FilterNotUnderstood):
        asked(farms, "en", Query(filter=filter_))


@pytest.mark.parametrize(
    "query",
    [
        Query(facets=("year",)),
        Query(facets=("nothing",)),
        Query(sort=(ByNumber("land"),)),
        Query(limit=-1),
        Query(limit=1001),
        Query(offset=-1),
    ],
)
def test_a_query_that_makes_no_sense_is_refused(farms: Engine, query: Query) -> None:
    with pytest.raises(QueryNotUnderstood):
        asked(farms, "en", query)


def test_settings_that_make_no_sense_are_refused(engine: Engine) -> None:
    name = engine.name("bad")
    for settings_ in (
        IndexSettings(language="en", keyword_fields=("a b",)),
        IndexSettings(language="en", keyword_fields=("id",)),
        IndexSettings(language="en", keyword_fields=("a",), number_fields=("a",)),
        IndexSettings(language="en", weights={"title": -1.0}),
        IndexSettings(language="en", weights={"title": 0.0}),
    ):
        with pytest.raises(SettingsNotUnderstood):
            engine.index.apply_settings(name, settings_)
    for bad_name in ("", "../etc", "A", "a/b", "a" * 101, ".hidden"):
        with pytest.raises(SettingsNotUnderstood):
            engine.index.apply_settings(bad_name, IndexSettings(language="en"))
    assert name not in engine.index.names()


def test_new_settings_keep_the_documents(engine: Engine) -> None:
    name = engine.made("grow", IndexSettings(language="en"))
    engine.index.upsert(name, [Document(id="a", key=1, language="en", title="Bean", body="Peas")])
    wider = IndexSettings(language="en", keyword_fields=("land",), weights={"title": 1.0})
    engine.index.apply_settings(name, wider)
    assert engine.index.settings(name) == wider
    assert ids(engine.index.search(name, Query(text="beans", facets=("land",)))) == ["a"]
    assert ids(engine.index.search(name, Query(text="peas"))) == []
    added = Document(id="b", key=2, language="en", title="Corn", keywords={"land": ("field",)})
    engine.index.upsert(name, [added])
    assert ids(engine.index.search(name, Query(filter=In("land", ("field",))))) == ["b"]


def test_swap_lets_the_new_documents_answer_under_the_old_name(engine: Engine) -> None:
    live, beside = engine.filled("en"), engine.made("beside", farm_settings("en"))
    engine.index.upsert(beside, [document("zai", "en")])
    engine.index.swap(live, beside)
    assert engine.index.count(live) == 1
    assert beside not in engine.index.names()
    with pytest.raises(IndexUnknown):
        engine.index.search(beside, Query())
    engine.index.upsert(live, [document("mulch", "en")])
    assert engine.index.count(live) == 2


def test_swap_makes_the_name_where_it_did_not_exist(engine: Engine) -> None:
    live, beside = engine.name("live"), engine.made("beside", farm_settings("en"))
    engine.index.upsert(beside, documents("en"))
    engine.index.swap(live, beside)
    assert engine.index.count(live) == len(KEYS)
    with pytest.raises(SettingsNotUnderstood):
        engine.index.swap(live, live)


def test_a_dropped_name_can_be_used_again(engine: Engine) -> None:
    name = engine.filled("en")
    engine.index.drop(name)
    assert name not in engine.index.names()
    engine.index.apply_settings(name, farm_settings("fr"))
    assert engine.index.count(name) == 0


def test_readers_see_all_old_or_all_new_documents_while_indexes_are_swapped(
    engine: Engine,
) -> None:
    plain = IndexSettings(language="en", keyword_fields=("batch",))
    live = engine.made("live", plain)

    def batch(number: int) -> list[Document]:
        return [
            Document(
                id=f"d{i}", key=i, language="en", title="bean", keywords={"batch": (f"b{number}",)}
            )
            for i in range(20)
        ]

    engine.index.upsert(live, batch(0))
    done, seen = threading.Event(), set()
    wrong: list[object] = []

    def read() -> None:
        while not done.is_set():
            try:
                page = engine.index.search(live, Query(text="beans", facets=("batch",), limit=50))
                batches = {value for hit in page.hits for value in hit.document.keywords["batch"]}
                if len(page.hits) != 20 or len(batches) != 1 or len(page.facets["batch"]) != 1:
                    wrong.append((len(page.hits), batches, page.facets))
                seen.update(batches)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
                wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 9):
        beside = engine.made("beside", plain)
        engine.index.upsert(beside, batch(number))
        engine.index.swap(live, beside)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert len(seen) > 1


def test_many_threads_may_write_and_read_one_index(engine: Engine) -> None:
    name = engine.made("many", IndexSettings(language="en"))
    errors: list[BaseException] = []

    def write(start: int) -> None:
        try:
            for i in range(start, start + 5):
                one = Document(id=f"d{i}", key=i, language="en", title=f"bean {i}")
                engine.index.upsert(name, [one])
                assert engine.index.document(name, f"d{i}") is not None
                engine.index.search(name, Query(text="bean"))
        except BaseException as error:  # noqa: BLE001 - handed to the test's thread
            errors.append(error)

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert engine.index.count(name) == 20


def test_texts_of_all_languages_are_there() -> None:
    assert all(set(texts) == set(LANGUAGES) for texts in TEXTS.values())
