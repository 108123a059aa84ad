"""How documents are ranked that a Meilisearch server found by some of several words."""

from hypothesis import given
from hypothesis import strategies as st

from practices.search.index.meili_index.asking import Way
from practices.search.index.meili_index.scoring import Found, Listed, ranked, rarity


def listed(
    claim: str, scores: dict[str, float], unfiltered: int = 3, weight: float = 1.0
) -> Listed:
    found = tuple(Found(id_, ord(id_[0]), score) for id_, score in scores.items())
    return Listed(Way(f'"{claim}"', (), weight, claim), found, len(found), unfiltered)


def order(*lists: Listed) -> list[str]:
    return [found.id for found in ranked(lists, 100)]


def test_a_rarer_word_is_worth_more() -> None:
    common, rare = listed("soil", {"a": 0.5}, unfiltered=60), listed("zai", {"b": 0.5})
    assert order(common, rare) == ["b", "a"]


def test_three_words_in_the_text_are_worth_more_than_one_in_the_title() -> None:
    lists = [listed(word, {"b": 0.4}) for word in ("rain", "soil")]
    assert order(listed("pit", {"a": 1.0, "b": 0.4}), *lists) == ["b", "a"]


def test_a_word_is_worth_more_where_the_server_rates_it_higher() -> None:
    assert order(listed("pit", {"b": 0.9, "a": 0.3})) == ["b", "a"]


def test_equal_documents_come_in_the_order_of_their_key() -> None:
    assert order(listed("pit", {"c": 0.3, "a": 0.3, "b": 0.3})) == ["a", "b", "c"]


def test_of_several_ways_to_meet_one_claim_the_best_counts() -> None:
    twice = ranked([listed("c", {"a": 0.5}), listed("c", {"a": 0.5}, weight=0.4)], 100)
    assert twice == ranked([listed("c", {"a": 0.5})], 100)


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=3))
def test_whatever_is_found_is_worth_something_and_the_rarer_the_more(numbers: list[int]) -> None:
    few, more, everything = sorted(numbers)
    assert rarity(few, everything) >= rarity(more, everything) > 0


def test_nothing_found_is_no_documents() -> None:
    assert ranked([], 0) == ()
