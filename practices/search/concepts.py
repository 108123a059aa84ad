"""What the codes of a practice are called by people: concepts of the termbase.

A practice is indexed under the labels of its own concepts, of its problems and of its kinds, in
every language it is written in, so that a farmer's word finds it though its text says it otherwise.
"""

from collections.abc import Mapping

from practices.records.structs import Facts

OF_PROBLEMS: Mapping[str, tuple[str, ...]] = {}
OF_SLM_GROUPS: Mapping[str, tuple[str, ...]] = {}


def concepts_of(facts: Facts) -> tuple[str, ...]:
    """Ids of all concepts a practice is indexed under, its own first, each once."""
    ids = [*facts.concepts]
    for problem in facts.problems:
        ids += OF_PROBLEMS.get(problem, ())
    for group in facts.slm_groups:
        ids += OF_SLM_GROUPS.get(group, ())
    return tuple(dict.fromkeys(ids))
