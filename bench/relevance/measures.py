"""How good an order of practices is, against judgements. Pure: no input or output.

nDCG: Järvelin and Kekäläinen (2002), with gain 2^grade - 1 and discount log2(rank + 1).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log2

DEPTH = 10
TOP = 5
GOOD_GRADE = 2
WANTED_NDCG = 0.80

Grades = Mapping[str, int]


class NothingRelevant(ValueError):
    """A query without any relevant practice has no best order to compare with."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one query earned. `feasible` of `shown` practices at the top can work on the land."""

    ndcg: float
    reciprocal_rank: float
    feasible: int
    shown: int
    empty_handed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over queries; `feasible_share` is None where no query was given anything."""

    queries: int
    ndcg: float
    mrr: float
    feasible_share: float | None
    empty_handed: int


def dcg(grades: Sequence[int]) -> float:
    """Discounted gain of grades in the order shown."""
    return sum(
        (2.0**grade - 1.0) / log2(rank + 1.0) for rank, grade in enumerate(grades, start=1) if grade
    )


def ndcg(found: Sequence[str], relevant: Grades, depth: int = DEPTH) -> float:
    """Discounted gain of the first `depth` found, over that of the best order: 0 .. 1.

    Raises:
        NothingRelevant: no practice has a grade above 0.
    """
    best = dcg(sorted(relevant.values(), reverse=True)[:depth])
    if not best:
        raise NothingRelevant
    return dcg([relevant.get(slug, 0) for slug in found[:depth]]) / best


def reciprocal_rank(found: Sequence[str], relevant: Grades, good: int = GOOD_GRADE) -> float:
    """1 / rank of the first practice graded `good` or better; 0 where none was found."""
    for rank, slug in enumerate(found, start=1):
        if relevant.get(slug, 0) >= good:
            return 1.0 / rank
    return 0.0


def feasible_at_top(
    found: Sequence[str], infeasible: Collection[str], top: int = TOP
) -> tuple[int, int]:
    """How many of the first `top` can work on the land, and how many were shown."""
    shown = found[:top]
    return sum(slug not in infeasible for slug in shown), len(shown)


def score(
    found: Sequence[str], relevant: Grades, infeasible: Collection[str], depth: int = DEPTH
) -> Score:
    """Everything about one query.

    Raises:
        NothingRelevant: no practice has a grade above 0.
    """
    feasible, shown = feasible_at_top(found, infeasible)
    return Score(
        ndcg=ndcg(found, relevant, depth),
        reciprocal_rank=reciprocal_rank(found[:depth], relevant),
        feasible=feasible,
        shown=shown,
        empty_handed=not any(relevant.get(slug, 0) for slug in found[:depth]),
    )


def summarise(scores: Sequence[Score]) -> Summary:
    """Means over at least one query."""
    shown = sum(each.shown for each in scores)
    return Summary(
        queries=len(scores),
        ndcg=sum(each.ndcg for each in scores) / len(scores),
        mrr=sum(each.reciprocal_rank for each in scores) / len(scores),
        feasible_share=sum(each.feasible for each in scores) / shown if shown else None,
        empty_handed=sum(each.empty_handed for each in scores),
    )
