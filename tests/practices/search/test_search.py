"""The search over the practices that ship, as a reader meets it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.words import speaking
from deploy.house import House
from i18n.languages import CODES
from practices.feasibility.rules import reasons_against
from practices.pages.cards import cards
from practices.records.queries import (
    PublishedPractice,
    each_published_practice,
    practices_by_number,
)
from practices.records.rules import usd_per_ha
from practices.search import service
from practices.search.documents import FACETS
from practices.search.index.protocol import LIMIT_MOST
from practices.search.plan import LONGEST_QUERY, QueryTooLong
from practices.search.ranking import INTERESTS
from practices.search.service import SearchAnswer, SearchRequest
from practices.zones.zone import Zone, parse_zone

SAHEL = parse_zone("BSh/SAN/Ca")
LANDS = (
    SAHEL,
    parse_zone("Cfb/HAC/Cp"),
    parse_zone("Af/WET/Ge"),
    parse_zone("ET/VOL/Ge"),
    Zone(
        climate="Aw", soil="LAC", land_use="Ca", rain_mm=900, slope_percent=30, crops=frozenset({1})
    ),
    Zone(),
)
WORDS: Mapping[str, Mapping[str, str]] = {
    "zai-pits": {
        "en": "planting pits",
        "fr": "trous de plantation",
        "es": "hoyos de siembra",
        "pt": "covas de plantio",
        "ar": "حفر الزراعة",
        "sw": "mashimo ya kupandia",
        "hi": "ज़ाई गड्ढे",
    },
    "compost": {
        "en": "composting",
        "fr": "composter",
        "es": "compostaje",
        "pt": "compostagem",
        "ar": "الكمبوست",
        "sw": "mboji",
        "hi": "कम्पोस्ट",
    },
    "mangrove-restoration": {
        "en": "mangroves",
        "fr": "mangroves",
        "es": "manglares",
        "pt": "manguezais",
        "ar": "المانغروف",
        "sw": "mikoko",
        "hi": "मैंग्रोव",
    },
}
TEXTS = ("", "soil", "terrace", "rain water harvest", "fallow trees", "récolter l'eau de pluie")


@pytest.fixture(scope="module")
def practices(house: House) -> dict[int, PublishedPractice]:
    with house.database.reading() as session:
        return {one.number: one for one in each_published_practice(session)}


def _slugs(practices: dict[int, PublishedPractice], answer: SearchAnswer) -> list[str]:
    return [practices[hit.number].facts.slug for hit in answer.hits]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("slug", WORDS)
def test_words_in_every_language_find_the_practice(
    house: House, practices: dict[int, PublishedPractice], slug: str, language: str
) -> None:
    found = house.search.search(SearchRequest(text=WORDS[slug][language], language=language))
    assert slug in _slugs(practices, found)[:2]


@pytest.mark.parametrize("reader", CODES)
@pytest.mark.parametrize("typed", CODES)
def test_words_of_one_language_find_practices_for_a_reader_of_another(
    house: House, practices: dict[int, PublishedPractice], typed: str, reader: str
) -> None:
    for slug in ("compost", "mangrove-restoration"):
        found = house.search.search(SearchRequest(text=WORDS[slug][typed], language=reader))
        assert slug in _slugs(practices, found)[:3], (slug, found.plan)


@pytest.mark.parametrize(
    ("text", "reader"), [("compost", "hi"), ("terraces", "ar"), ("खाद", "en"), ("سماد", "sw")]
)
def test_words_in_a_script_the_reader_does_not_write_are_another_language(
    house: House, text: str, reader: str
) -> None:
    found = house.search.search(SearchRequest(text=text, language=reader))
    assert found.plan is not None
    assert found.plan.typed_in != reader
    assert found.total >= 5


@pytest.mark.parametrize(
    ("wrong", "language", "slug"),
    [
        ("compst", "en", "compost"),
        ("mangrve", "en", "mangrove-restoration"),
        ("stone lnies", "en", "stone-lines"),
        ("teraces", "en", "bench-terraces"),
        ("compots", "fr", "compost"),
        ("vetíver", "es", "vetiver-hedgerows"),
        ("biocarvao", "pt", "biochar"),
        ("mikokoo", "sw", "mangrove-restoration"),
        ("मैंग्रोव्", "hi", "mangrove-restoration"),
    ],
)
def test_one_wrong_letter_still_finds_it(
    house: House,
    practices: dict[int, PublishedPractice],
    wrong: str,
    language: str,
    slug: str,
) -> None:
    found = house.search.search(SearchRequest(text=wrong, language=language))
    assert slug in _slugs(practices, found)[:5]


@pytest.mark.parametrize("text", ["lines stone", "rain hold stone lines", "the lines of stone"])
def test_words_in_another_order_find_it(
    house: House, practices: dict[int, PublishedPractice], text: str
) -> None:
    found = house.search.search(SearchRequest(text=text, language="en"))
    assert "stone-lines" in _slugs(practices, found)[:3]


def test_some_of_the_words_are_enough(
    house: House, practices: dict[int, PublishedPractice]
) -> None:
    found = house.search.search(SearchRequest(text="my uncle wants compost now", language="en"))
    assert "compost" in _slugs(practices, found)[:3]


@pytest.mark.parametrize("reader", CODES)
def test_words_that_nobody_wrote_find_nothing(house: House, reader: str) -> None:
    found = house.search.search(SearchRequest(text="xqzzkw vbrtl", language=reader))
    assert (found.total, found.hits, found.related) == (0, (), ())
    assert not any(found.facets.values())


def test_too_many_letters_are_refused(house: House) -> None:
    assert house.search.search(SearchRequest(text="x" * LONGEST_QUERY, language="en")).total == 0
    with pytest.raises(QueryTooLong):
        house.search.search(SearchRequest(text="x" * (LONGEST_QUERY + 1), language="en"))


@pytest.mark.parametrize("interest", INTERESTS)
@pytest.mark.parametrize("land", LANDS, ids=lambda land: str(land.climate))
def test_without_words_effect_orders_and_what_cannot_work_is_last(
    house: House, practices: dict[int, PublishedPractice], land: Zone, interest: str
) -> None:
    """Then every practice is there once; first what fits by what matters, last what cannot work."""
    request = SearchRequest(language="en", zone=land, interest=interest, limit=100)  # type: ignore[arg-type]
    answer = house.search.search(request)
    assert sorted(hit.number for hit in answer.hits) == sorted(practices)
    verdicts = [hit.verdict for hit in answer.hits]
    assert verdicts == sorted(verdicts)
    assert answer.fitting == sum(verdict < 2 for verdict in verdicts)
    if interest in ("harvest", "carbon"):
        for verdict in (0, 1, 2):
            gains = [
                hit.effect.percent if hit.effect else 0.0
                for hit in answer.hits
                if hit.verdict == verdict
            ]
            assert gains == sorted(gains, reverse=True)
    for hit in answer.hits:
        against = reasons_against(practices[hit.number].facts, land)
        assert bool(against) == (hit.verdict > 0), practices[hit.number].facts.slug


def test_what_the_reader_cares_for_changes_the_order(house: House) -> None:
    orders = {
        interest: tuple(
            hit.number
            for hit in house.search.search(
                SearchRequest(language="en", zone=SAHEL, interest=interest, limit=100)
            ).hits
        )
        for interest in INTERESTS
    }
    assert len({orders["harvest"], orders["carbon"], orders["water"]}) == 3
    assert len({frozenset(order) for order in orders.values()}) == 1


def test_what_costs_least_comes_first_where_the_cost_is_known(
    house: House, practices: dict[int, PublishedPractice]
) -> None:
    """Then practices of unknown cost follow, by their effect, and what cannot work comes last."""
    request = SearchRequest(language="en", interest="cost", limit=100)
    hits = house.search.search(request).hits
    costs = [usd_per_ha(practices[hit.number].facts) for hit in hits]
    known = [cost for cost in costs if cost is not None]
    assert known
    assert costs == [*sorted(known), *[None] * (len(costs) - len(known))]
    gains = [hit.effect.percent if hit.effect else 0.0 for hit in hits[len(known) :]]
    assert gains == sorted(gains, reverse=True)


def test_pages_follow_each_other_without_gap_or_repetition(house: House) -> None:
    whole = house.search.search(SearchRequest(text="soil", language="en", zone=SAHEL, limit=100))
    parts = [
        hit.number
        for offset in range(0, whole.total, 3)
        for hit in house.search.search(
            SearchRequest(text="soil", language="en", zone=SAHEL, limit=3, offset=offset)
        ).hits
    ]
    assert parts == [hit.number for hit in whole.hits]


@st.composite
def _choices(
    draw: st.DrawFn, counts: Mapping[str, Mapping[str, int]]
) -> dict[str, tuple[str, ...]]:
    fields = draw(st.lists(st.sampled_from(sorted(counts)), max_size=3, unique=True))
    return {
        field: tuple(
            draw(
                st.lists(
                    st.sampled_from(sorted(counts[field])), min_size=1, max_size=3, unique=True
                )
            )
        )
        for field in fields
        if counts[field]
    }


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(choosing=st.data())
def test_a_facets_count_is_what_narrowing_by_it_gives(
    house: House, choosing: st.DataObject
) -> None:
    """Given any words, reader and choice so far; then each count is the total it leads to."""
    every = house.search.table().facets.counts({})
    chosen = choosing.draw(_choices(every))
    text = choosing.draw(st.sampled_from(TEXTS))
    language = choosing.draw(st.sampled_from(("en", "fr", "hi")))
    answer = house.search.search(SearchRequest(text=text, language=language, filters=chosen))
    field = choosing.draw(st.sampled_from(FACETS))
    for value in every[field]:
        narrowed = {**chosen, field: (value,)}
        total = house.search.search(
            SearchRequest(text=text, language=language, filters=narrowed)
        ).total
        assert answer.facets[field].get(value, 0) == total, (field, value)


def test_more_than_an_index_gives_at_once_is_counted_by_the_index(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given an index that gives three candidates at once; then the counts are the same."""
    filters = {"soil": ("HAC", "SAN")}
    request = SearchRequest(text="soil", language="en", filters=filters)
    whole = house.search.search(request)
    assert LIMIT_MOST > whole.total > 3
    monkeypatch.setattr(service, "LIMIT_MOST", 3)
    cut = house.search.search(request)
    assert cut.total == 3
    assert cut.facets == whole.facets


@pytest.mark.parametrize("language", CODES)
def test_every_hit_explains_itself_in_every_language(house: House, language: str) -> None:
    """Then no sentence has an open place, and none is English for a reader of another language."""
    sentences: dict[str, list[str]] = {}
    for spoken in ("en", language):
        said = sentences[spoken] = []
        for land in LANDS:
            answer = house.search.search(SearchRequest(language="en", zone=land, limit=100))
            with house.database.reading() as session:
                shown = practices_by_number(session, [hit.number for hit in answer.hits])
            with speaking(spoken):
                for card, hit in zip(cards(shown, answer, land), answer.hits, strict=True):
                    assert card.effect
                    assert bool(card.provenance) == (land != Zone())
                    assert bool(card.against) == (hit.verdict > 0)
                    said += [card.effect, card.provenance, *card.against]
    assert all("{" not in sentence for sentence in sentences[language])
    if language != "en":
        both = zip(sentences["en"], sentences[language], strict=True)
        assert [one for one, other in both if one == other and one] == []


def test_a_hit_found_by_another_language_says_so(house: House) -> None:
    request = SearchRequest(text="récolter l'eau de pluie dans les champs", language="en")
    answer = house.search.search(request)
    assert answer.plan is not None
    assert answer.plan.typed_in == "fr"
    with house.database.reading() as session:
        found = practices_by_number(session, [hit.number for hit in answer.hits])
    typed = [hit.number for hit in answer.hits if hit.via == "typed"]
    assert typed
    with speaking("es"):
        told = {
            practice.number: card.found_by
            for practice, card in zip(found, cards(found, answer, Zone()), strict=False)
        }
    assert all("Français" in told[number] for number in typed)


@pytest.mark.parametrize("text", ["", "erosion"])
def test_practices_tried_on_land_like_hers_can_be_chosen(house: House, text: str) -> None:
    """Then the counts are the totals they lead to, and every hit has such a site."""
    request = SearchRequest(text=text, language="en", zone=SAHEL, limit=100)
    counts = house.search.search(request).facets["tried"]
    assert 0 < counts["like"] < counts["similar"]
    for word, bound in (("like", 0.15), ("similar", 0.30)):
        found = house.search.search(replace(request, filters={"tried": (word,)}))
        assert found.total == counts[word]
        distances = [hit.provenance.distance for hit in found.hits]
        assert all(distance is not None and distance < bound for distance in distances)


def test_where_the_land_is_not_known_nobody_can_tell_what_was_tried_on_such(house: House) -> None:
    answer = house.search.search(SearchRequest(language="en"))
    assert "tried" not in answer.facets
    chosen = SearchRequest(language="en", filters={"tried": ("like",)})
    assert house.search.search(chosen).total == 0
