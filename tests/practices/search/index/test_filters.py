"""Filters and disjunctive facets against their plain meaning, on every engine."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from practices.search.index.filters import (
    And,
    Exists,
    Filter,
    In,
    Not,
    Or,
    Range,
    WithinKm,
    check,
    distance_km,
    fields_of,
    holds,
    without,
)
from practices.search.index.meili_index.codes import decoded, encoded, primary_key
from practices.search.index.meili_index.filtering import expression
from practices.search.index.protocol import Document, IndexSettings, Point, Query
from practices.search.index.tantivy_index import TantivyIndex
from tests.practices.search.index.conftest import ENGINES, Engine, _engine

SETTINGS = IndexSettings(
    language="en", keyword_fields=("land", "crop"), number_fields=("year",), has_points=True
)
LANDS = ("cropland", "Cropland", "grazing", 'a"b', "a'b", "] OR 1", "été", "ête", "a b", "a\\", "1")
CROPS = ("millet", "maize", "مطر", "मक्का", "NOT", "*")
YEARS = (-5.5, 0.0, 1.0, 1450.0, 1984.0, 1e20)
POINTS = [
    Point(13.5, -2.4), Point(13.6, -2.3), Point(-1.5, 37.3), Point(0, 179.9), Point(0, -179.9),
    Point(89.9, 10), Point(90, -170), Point(-90, 0), Point(13.5, 8),
]  # fmt: skip


def _documents() -> list[Document]:
    dice = random.Random(11)
    made = []
    for number in range(60):
        lands = tuple(dice.sample(LANDS, dice.randint(0, 3)))
        crops = tuple(dice.sample(CROPS, dice.randint(0, 2)))
        made.append(
            Document(
                id=f"d{number}",
                key=number * 3 - 20,
                language=dice.choice(["en", "fr"]),
                title="soil" if number % 3 else "water",
                keywords={
                    k: v for k, v in (("land", lands), ("crop", crops)) if v or dice.random() < 0.5
                },
                numbers={"year": dice.choice(YEARS)} if dice.random() < 0.8 else {},
                point=dice.choice(POINTS) if dice.random() < 0.8 else None,
            )
        )
    return made


DOCUMENTS = _documents()


def values_of(document: Document) -> dict[str, tuple[str | float, ...]]:
    point = document.point
    return {
        "id": (document.id,),
        "language": (document.language,),
        "key": (document.key,),
        **document.keywords,
        **{field: (number,) for field, number in document.numbers.items()},
        "point": () if point is None else (point.lat, point.lon),
    }


VALUES = {document.id: values_of(document) for document in DOCUMENTS}


@pytest.fixture(scope="module", params=ENGINES)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    engine = _engine(request.param, tmp_path_factory.mktemp("filters"))
    engine.index.upsert(engine.made("all", SETTINGS), DOCUMENTS)
    yield engine
    engine.clear()


codes = st.sampled_from((*LANDS, *CROPS, "unheard of", "")) | st.text(max_size=8)
numbers = st.sampled_from((*YEARS, -0.0, 2.0)) | st.floats(
    allow_nan=False, allow_infinity=False, width=32
)
bounds = st.none() | numbers
leaves: st.SearchStrategy[Filter] = st.one_of(
    st.builds(
        In, st.sampled_from(("land", "crop", "language")), st.lists(codes, max_size=4).map(tuple)
    ),
    st.builds(In, st.just("id"), st.lists(st.sampled_from(sorted(VALUES)), max_size=3).map(tuple)),
    st.builds(In, st.sampled_from(("year", "key")), st.lists(numbers, max_size=3).map(tuple)),
    st.builds(Range, st.sampled_from(("year", "key")), bounds, bounds).filter(
        lambda each: each.minimum is not None or each.maximum is not None
    ),
    st.builds(Exists, st.sampled_from(("land", "crop", "year", "point", "id", "key"))),
    st.builds(
        WithinKm,
        st.floats(-90, 90) | st.sampled_from([0.0, 89.9, 90.0, 13.5]),
        st.floats(-180, 180) | st.sampled_from([180.0, -180.0, 179.95, -2.4]),
        st.floats(0, 21_000) | st.sampled_from([0.0, 1.0, 20.0, 50.0, 20_016.0]),
    ),
)
trees: st.SearchStrategy[Filter] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)


def near_an_edge(part: Filter, document: Document) -> bool:
    """Whether rounding decides if the document lies in a circle of the filter."""
    if isinstance(part, WithinKm) and document.point is not None:
        away = distance_km(part.lat, part.lon, document.point.lat, document.point.lon)
        return abs(away - part.km) < 1e-3 + part.km * 1e-6
    inner = part.parts if isinstance(part, And | Or) else ()
    inner = (part.part,) if isinstance(part, Not) else inner
    return any(near_an_edge(each, document) for each in inner)


@given(tree=trees)
@example(tree=Not(Or(())))
@example(tree=And((In("land", ('a"b', "] OR 1", "a\\")), Not(In("crop", ("NOT",))))))
@example(tree=Range("year", -0.0, None))
@example(tree=WithinKm(0.0, 180.0, 50.0))
@example(tree=WithinKm(0.0, -180.0, 50.0))
@example(tree=WithinKm(90.0, 0.0, 12.0))
@example(tree=WithinKm(89.9, 10.0, 25.0))
@settings(max_examples=400, deadline=None)
def test_a_filter_keeps_what_its_meaning_keeps(filled: Engine, tree: Filter) -> None:
    page = filled.index.search(filled.name("all"), Query(filter=tree, limit=100))
    found = {hit.id for hit in page.hits}
    unsure = {document.id for document in DOCUMENTS if near_an_edge(tree, document)}
    expected = {name for name, values in VALUES.items() if holds(tree, values)}
    assert found - unsure == expected - unsure
    assert page.total == len(found)


@given(tree=trees)
@settings(max_examples=100, deadline=None)
def test_a_filter_narrows_a_text_in_the_same_way(filled: Engine, tree: Filter) -> None:
    unsure = {document.id for document in DOCUMENTS if near_an_edge(tree, document)}
    page = filled.index.search(filled.name("all"), Query(text="soil", filter=tree, limit=100))
    about_soil = {document.id for document in DOCUMENTS if document.title == "soil"}
    expected = {name for name, values in VALUES.items() if holds(tree, values)} & about_soil
    assert {hit.id for hit in page.hits} - unsure == expected - unsure


chosen = st.lists(
    st.one_of(
        st.builds(In, st.just("land"), st.lists(st.sampled_from(LANDS), max_size=3).map(tuple)),
        st.builds(In, st.just("crop"), st.lists(st.sampled_from(CROPS), max_size=3).map(tuple)),
        st.builds(Range, st.just("year"), st.sampled_from(YEARS), st.none()),
        st.just(Or((In("land", ("cropland",)), In("crop", ("maize",))))),
    ),
    max_size=3,
).map(lambda parts: And(tuple(parts)) if parts else None)


@given(narrowed=chosen, text=st.sampled_from(["", "soil"]))
@settings(max_examples=150, deadline=None)
def test_each_facet_is_counted_as_if_nothing_of_it_were_chosen(
    filled: Engine, narrowed: And | None, text: str
) -> None:
    asked = Query(text=text, filter=narrowed, facets=("land", "crop", "language"))
    counted = filled.index.facets(filled.name("all"), asked)
    for facet in asked.facets:
        others = without(narrowed, facet)
        expected: Counter[str] = Counter()
        for document in DOCUMENTS:
            values = VALUES[document.id]
            if (not text or document.title == text) and (others is None or holds(others, values)):
                expected.update(str(value) for value in values.get(facet, ()))
        assert {each.value: each.count for each in counted[facet]} == dict(expected)


@given(tree=trees)
def test_taking_a_field_out_leaves_no_condition_of_it_alone(tree: Filter) -> None:
    left = without(tree, "land")
    parts = left.parts if isinstance(left, And) else (left,)
    assert all(part is None or set(fields_of(part)) != {"land"} for part in parts)
    assert without(None, "land") is None


def test_conditions_that_mix_fields_stay_when_a_field_is_taken_out() -> None:
    mixed = Or((In("land", ("a",)), In("crop", ("b",))))
    assert without(And((mixed, In("land", ("a",)))), "land") == And((mixed,))
    assert without(mixed, "land") == mixed
    assert without(In("land", ("a",)), "land") is None


hostile = st.text(max_size=30) | st.sampled_from(
    ['"', "'", "\\", '\\"', "]", '"] OR key EXISTS OR ident IN ["', "\n", "\x00", "TO", "%22"]
)


@given(values=st.lists(hostile, min_size=1, max_size=5).map(tuple))
@settings(max_examples=300, deadline=None)
def test_no_value_gets_out_of_its_quotes_in_a_meilisearch_filter(values: tuple[str, ...]) -> None:
    check(In("land", values), SETTINGS)
    written = expression(In("land", values))
    start, end = "key EXISTS AND (f_land IN [", "])"
    assert written.startswith(start)
    assert written.endswith(end)
    # only these characters lie between the brackets, so every quote is one of ours
    inside = written.removeprefix(start).removesuffix(end)
    quoted = inside.split(", ")
    assert len(quoted) == len(values)
    for value, one in zip(values, quoted, strict=True):
        assert one[0] == one[-1] == '"'
        assert set(one[1:-1]) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-%")
        assert decoded(one[1:-1]) == value


@pytest.mark.parametrize(
    ("tree", "written"),
    [
        (None, "key EXISTS"),
        (In("land", ("pt-BR", "été")), 'f_land IN ["pt-%42%52", "%c3%a9t%c3%a9"]'),
        (In("id", ("a-b",)), 'id IN ["a-b"]'),
        (In("key", (3, -1.5)), 'key IN ["3", "-1.5"]'),
        (Range("year", 1990, None), 'f_year >= "1990"'),
        (Range("year", -0.0, None), 'f_year >= "0"'),
        (Range("year", -1, 1e20), 'f_year >= "-1" AND f_year <= "1e+20"'),
        (Exists("crop"), "f_crop EXISTS"),
        (Exists("point"), "placed EXISTS"),
        (WithinKm(13.5, -2.25, 1.5), "_geoRadius(13.50000000, -2.25000000, 1499.998)"),
        (WithinKm(1e-7, 0, 0), "_geoRadius(0.00000010, 0.00000000, 0.000)"),
        (Not(In("land", ("a",))), 'NOT (f_land IN ["a"])'),
        (And(()), "key EXISTS"),
        (Or(()), "NOT key EXISTS"),
        (In("land", ()), "NOT key EXISTS"),
        (
            Or((Exists("land"), And((Exists("crop"), Exists("year"))))),
            "(f_land EXISTS) OR ((f_crop EXISTS) AND (f_year EXISTS))",
        ),
    ],
)
def test_a_meilisearch_filter_reads_as_documented(tree: Filter | None, written: str) -> None:
    whole = written if tree is None else f"key EXISTS AND ({written})"
    assert expression(tree) == whole


@given(first=st.text(max_size=12), second=st.text(max_size=12))
def test_different_codes_stay_different_on_a_server_blind_to_case(first: str, second: str) -> None:
    assert (encoded(first).lower() == encoded(second).lower()) == (first == second)
    assert (primary_key(first) == primary_key(second)) == (first == second)


@given(value=hostile)
@settings(max_examples=100, deadline=None)
def test_a_hostile_value_matches_only_itself_in_tantivy(
    lonely: tuple[TantivyIndex, dict[str, Document]], value: str
) -> None:
    index, stored = lonely
    page = index.search("lonely", Query(filter=In("land", (value,))))
    assert {hit.id for hit in page.hits} == ({value} if value in stored else set())


@pytest.fixture(scope="module")
def lonely(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[TantivyIndex, dict[str, Document]]]:
    """An index whose documents have their own hostile id as a code."""
    folder: Path = tmp_path_factory.mktemp("lonely")
    index = TantivyIndex(folder)
    index.apply_settings("lonely", SETTINGS)
    base = Document(id="x", key=0, language="en")
    nasty = ['"', "'", "\\", '\\"', "]", '"] OR key EXISTS OR ident IN ["', "TO", "%22"]
    made = {
        value: Document(id=value, key=base.key + number, language="en", keywords={"land": (value,)})
        for number, value in enumerate(nasty)
    }
    index.upsert("lonely", made.values())
    yield index, made
    index.close()


def test_distance_is_that_of_the_great_circle() -> None:
    assert distance_km(0, 0, 0, 90) == pytest.approx(10_007.557, abs=0.01)
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.195, abs=0.01)
    assert distance_km(90, 0, -90, 123) == pytest.approx(20_015.115, abs=0.01)


def test_a_query_can_be_narrowed_later() -> None:
    assert replace(Query(text="a"), filter=Exists("land")).filter == Exists("land")
