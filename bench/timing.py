"""Times of one run: what is compared is asked in turns, so that noise meets all alike."""

import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Asked = TypeVar("Asked")


@dataclass(frozen=True, slots=True)
class Times:
    """Median and 99th percentile, milliseconds."""

    p50: float
    p99: float


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least this share of the samples does not exceed."""
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def times_of(samples: Sequence[float]) -> Times:
    """What the samples come to."""
    return Times(statistics.median(samples), percentile(samples, 0.99))


def ratio_of(ours: Times, theirs: Times) -> float:
    """How many times as long ours takes, by the medians."""
    return ours.p50 / theirs.p50


def in_turns(
    asked: Sequence[Asked], acts: Mapping[str, Callable[[Asked, int], object]], rounds: int
) -> dict[str, list[float]]:
    """Milliseconds of every act for everything asked: the best of the rounds.

    An act is given what is asked and the number of the round.
    """
    best: dict[str, list[float]] = {name: [math.inf] * len(asked) for name in acts}
    for turn in range(rounds):
        for place, one in enumerate(asked):
            for name, act in acts.items():
                start = time.perf_counter()
                act(one, turn)
                taken = (time.perf_counter() - start) * 1000
                best[name][place] = min(best[name][place], taken)
    return best
