"""Concepts a practice is indexed under: all of them known, none of the codes forgotten."""

from collections.abc import Iterable
from typing import get_args

import pytest

from i18n.languages import CODES
from i18n.termbase.reading import shipped_termbase
from practices.collection.loader import FOLDER, load
from practices.records.codes import Problem, SlmGroup
from practices.records.structs import Facts
from practices.search.concepts import OF_PROBLEMS, OF_SLM_GROUPS, concepts_of

FEWEST_OF_A_PRACTICE = 5
SHIPPED = [practice.facts for practice in load(FOLDER, CODES)]


def _slug(facts: Facts) -> str:
    return facts.slug


def _unknown(ids: Iterable[str]) -> list[str]:
    known = {concept.id for concept in shipped_termbase().concepts}
    return sorted(set(ids) - known)


def test_every_problem_is_mapped_and_no_other_code() -> None:
    assert set(OF_PROBLEMS) == set(get_args(Problem))


def test_every_group_is_mapped_and_no_other_code() -> None:
    assert set(OF_SLM_GROUPS) == set(get_args(SlmGroup))


@pytest.mark.parametrize("mapping", [OF_PROBLEMS, OF_SLM_GROUPS], ids=["problems", "groups"])
def test_a_code_means_two_to_eight_known_concepts(mapping: dict[str, tuple[str, ...]]) -> None:
    for code, ids in mapping.items():
        assert 2 <= len(set(ids)) == len(ids) <= 8, code
        assert _unknown(ids) == [], code


@pytest.mark.parametrize("facts", SHIPPED, ids=_slug)
def test_a_practice_names_enough_concepts_that_exist_each_once(facts: Facts) -> None:
    assert len(facts.concepts) >= FEWEST_OF_A_PRACTICE
    assert len(set(facts.concepts)) == len(facts.concepts)
    assert _unknown(facts.concepts) == []


@pytest.mark.parametrize("facts", SHIPPED, ids=_slug)
def test_a_practice_is_indexed_under_its_own_concepts_first_and_each_once(facts: Facts) -> None:
    indexed = concepts_of(facts)
    assert list(indexed[: len(facts.concepts)]) == facts.concepts
    assert len(set(indexed)) == len(indexed)
    assert set(OF_PROBLEMS[facts.problems[0]]) <= set(indexed)
    assert set(OF_SLM_GROUPS[facts.slm_groups[0]]) <= set(indexed)
