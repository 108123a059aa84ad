"""The judged queries and the measures that weigh the search by them."""

from math import log2
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.relevance import measures
from bench.relevance.asking import Outcome
from bench.relevance.judged import (
    JudgedQuery,
    JudgementDamaged,
    Place,
    queries_of,
    unknown_slugs,
)
from bench.relevance.measures import NothingRelevant, Score, summarise
from bench.relevance.report import below_wanted, summaries, worst
from i18n.languages import CODES
from practices.collection.loader import FOLDER

RELEVANT = {"zai": 3, "half-moons": 2, "stones": 1}


def test_discounted_gain_is_the_sum_of_gains_over_the_logarithm_of_the_rank() -> None:
    assert measures.dcg([3, 0, 2, 1]) == pytest.approx(7 / 1 + 3 / 2 + 1 / 2.321928, abs=1e-6)


def test_the_best_order_earns_one() -> None:
    assert measures.ndcg(["zai", "half-moons", "stones", "other"], RELEVANT) == pytest.approx(1)


def test_a_worse_order_earns_its_share_of_the_best() -> None:
    found = 3 / 1 + 7 / 2
    best = 7 / 1 + 3 / 1.584963 + 1 / 2
    assert measures.ndcg(["half-moons", "other", "zai"], RELEVANT) == pytest.approx(
        found / best, abs=1e-6
    )


def test_what_comes_after_the_depth_earns_nothing() -> None:
    assert measures.ndcg(["other", "zai"], {"zai": 3}, depth=1) == 0
    assert measures.ndcg(["other", "zai"], {"zai": 3}, depth=2) == pytest.approx(1 / log2(3))


def test_the_best_order_is_cut_at_the_depth_too() -> None:
    assert measures.ndcg(["a"], {"a": 1, "b": 1}, depth=1) == 1


def test_a_query_without_relevant_practices_is_refused() -> None:
    with pytest.raises(NothingRelevant):
        measures.ndcg(["zai"], {})


def test_the_reciprocal_rank_counts_the_first_that_helps_and_not_what_only_touches() -> None:
    assert measures.reciprocal_rank(["stones", "other", "half-moons", "zai"], RELEVANT) == 1 / 3
    assert measures.reciprocal_rank(["stones", "other"], RELEVANT) == 0


def test_feasibility_looks_at_the_top_only_and_at_what_was_shown() -> None:
    assert measures.feasible_at_top(["a", "b", "c", "d", "e", "f"], {"b", "f"}) == (4, 5)
    assert measures.feasible_at_top(["a"], {"a"}) == (0, 1)
    assert measures.feasible_at_top([], {"a"}) == (0, 0)


def test_a_query_that_found_nothing_relevant_is_empty_handed() -> None:
    assert measures.score(["other"], RELEVANT, ()).empty_handed
    assert not measures.score(["other", "stones"], RELEVANT, ()).empty_handed


@given(st.permutations(["zai", "half-moons", "stones", "a", "b", "c"]))
def test_no_order_earns_less_than_nothing_or_more_than_the_best(found: list[str]) -> None:
    assert 0 < measures.ndcg(found, RELEVANT) <= 1 + 1e-12


def test_the_summary_is_the_mean_and_the_feasible_share_is_of_all_that_was_shown() -> None:
    one = Score(ndcg=1.0, reciprocal_rank=1.0, feasible=5, shown=5, empty_handed=False)
    other = Score(ndcg=0.5, reciprocal_rank=0.0, feasible=0, shown=3, empty_handed=True)
    found = summarise([one, other])
    assert (found.queries, found.ndcg, found.mrr) == (2, 0.75, 0.5)
    assert found.feasible_share == 5 / 8
    assert found.empty_handed == 1


def test_the_feasible_share_is_unknown_when_nothing_was_shown() -> None:
    none = Score(ndcg=0.0, reciprocal_rank=0.0, feasible=0, shown=0, empty_handed=True)
    assert summarise([none]).feasible_share is None


def outcome(name: str, reader: str, ndcg: float) -> Outcome:
    query = JudgedQuery(
        id=name,
        kind="keyword",
        text="zai",
        reader=reader,
        place=Place("Tahoua", 14.89, 5.27),
        relevant=RELEVANT,
        infeasible=(),
    )
    score = Score(ndcg=ndcg, reciprocal_rank=1.0, feasible=5, shown=5, empty_handed=False)
    return Outcome(query=query, taken_for=reader, climate="BWh", found=(), score=score)


def test_languages_are_summed_up_apart_and_together() -> None:
    found = summaries([outcome("a", "fr", 1.0), outcome("b", "sw", 0.5), outcome("c", "sw", 0.7)])
    assert list(found) == ["fr", "sw", "all"]
    assert found["sw"].ndcg == pytest.approx(0.6)
    assert found["all"].queries == 3


def test_a_language_under_what_is_wanted_is_named_and_one_that_reaches_it_is_not() -> None:
    found = summaries([outcome("a", "fr", 0.8), outcome("b", "sw", 0.799)])
    assert below_wanted(found) == ["sw"]


def test_the_worst_queries_come_first() -> None:
    outcomes = [outcome("a", "fr", 0.9), outcome("c", "fr", 0.1), outcome("b", "fr", 0.1)]
    assert [one.query.id for one in worst(outcomes, 2)] == ["b", "c"]


@pytest.mark.parametrize("language", CODES)
def test_every_language_has_twenty_queries_of_all_kinds(language: str) -> None:
    queries = queries_of(language)
    assert len(queries) == 20
    assert sum(query.kind == "empty" for query in queries) == 2
    assert sum(query.kind == "question" for query in queries) >= 8
    assert sum(bool(query.typed_in) for query in queries) >= 2
    assert all(query.zone.lat is not None for query in queries)


def test_only_practices_of_the_collection_are_judged_and_each_is_wanted_somewhere() -> None:
    queries = [query for language in CODES for query in queries_of(language)]
    collection = {folder.name for folder in FOLDER.iterdir() if folder.is_dir()}
    assert unknown_slugs(queries, collection) == []
    assert collection <= {slug for query in queries for slug in query.relevant}


GOOD = """
- id: x1
  kind: keyword
  text: "zai"
  reader: fr
  place: {name: "Tahoua, Niger", lat: 14.89, lon: 5.27}
  relevant: {zai-pits: 3}
  infeasible: [mangrove-restoration]
"""


def written(folder: Path, text: str) -> Path:
    (folder / "fr.yaml").write_text(text, "utf-8")
    return folder


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    (query,) = queries_of("fr", written(tmp_path, GOOD))
    assert query.relevant == {"zai-pits": 3}
    assert (query.zone.lat, query.zone.lon, query.zone.climate) == (14.89, 5.27, None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("zai-pits: 3", "zai-pits: 4", "<= 3"),
        ("{zai-pits: 3}", "{}", "length >= 1"),
        ("kind: keyword", "kind: guess", "guess"),
        ("reader: fr", "reader: sw", "the reader's language is sw"),
        ('text: "zai"', 'text: ""', "only an empty query has no text"),
        ("[mangrove-restoration]", "[zai-pits]", "zai-pits is relevant and infeasible"),
        ("reader: fr", "reader: fr\n  typed_in: xx", "typed in xx"),
        ("reader: fr", "reader: fr\n  soul: SAN", "soul"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_with_the_reason(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(JudgementDamaged, match=said):
        queries_of("fr", written(tmp_path, GOOD.replace(old, new)))


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgementDamaged, match="x1: given 2 times"):
        queries_of("fr", written(tmp_path, GOOD + GOOD))
