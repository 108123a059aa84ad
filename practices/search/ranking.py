"""In what order practices are offered.

With words: what cannot work comes last; then text relevance in bands, what may not fit lower by
three bands a reason; in a band the expected effect orders. Without words the bands fall away, and
what fits comes before what may not fit. Likeness of the land only breaks ties: it did not improve
the order where that was tested (docs/decisions/004-effects.md).
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
import numpy.typing as npt

from practices.effects.rules import Interest as EffectInterest
from practices.feasibility.table import Counts
from practices.zones.zone import Zone

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Interest = Literal["harvest", "carbon", "water", "work", "cost"]
GRAZING = frozenset({"Ge", "Gi"})
INTERESTS: tuple[Interest, ...] = ("harvest", "carbon", "water", "work", "cost")

BANDS = (0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3, 0.2)
"""Share of the best text score at which each band ends; below the last is a band of its own.

Chosen on the judged queries of bench/relevance, after they were judged: wider bands let a large
effect lift practices that answer the question worse (docs/decisions/005-search.md).
"""
WARNED_BANDS = 3
"""How many bands each reason lowers a practice that may not fit."""
MOST_WARNINGS = 3
"""Further reasons lower it no more."""
LAST_GROUP = 100
"""Further down than any band: what cannot work."""


def measured_by(interest: Interest, zone: Zone) -> EffectInterest:
    """What is told of a practice's effect: on grazing land the harvest is fodder."""
    if interest == "carbon":
        return "carbon"
    return "fodder" if zone.land_use in GRAZING else "harvest"


def bands(scores: Floats) -> npt.NDArray[np.int8]:
    """Band of each text score, 0 the best. Shape (scores,)."""
    if not len(scores):
        return np.zeros(0, dtype=np.int8)
    best = float(scores.max())
    share = scores / best if best > 0 else np.ones(len(scores))
    band = np.zeros(len(scores), dtype=np.int8)
    for bound in BANDS:
        band += share < bound
    return band


def order(
    *,
    scores: Floats | None,
    warnings: Counts,
    vetoes: Counts,
    values: Floats,
    distances: Callable[[Places], Floats],
    most: int,
) -> Places:
    """Positions of the first `most` candidates in the order they are offered (or a few more).

    Args:
        scores: text relevance, or None where nothing was typed. Shape (candidates,), as the others.
        warnings, vetoes: how many reasons say that it may not fit, or cannot work.
        values: what matters to the reader, more is better; NaN (nothing known) counts as no change.
        distances: of the candidates at some positions to the asker's zone; NaN counts as far.
        most: how many are wanted.

    Of two that are the same in everything the one that stands first stays first.
    """
    lower = np.where(vetoes > 0, 0, np.minimum(warnings, MOST_WARNINGS)).astype(np.int64)
    group = lower > 0 if scores is None else bands(scores) + WARNED_BANDS * lower
    group = group.astype(np.int64)
    group[vetoes > 0] += LAST_GROUP
    worth = np.nan_to_num(values, nan=0.0)
    some = _foremost(group, worth, most)
    text = scores[some] if scores is not None else np.zeros(len(some))
    far = np.nan_to_num(distances(some), nan=1.0)
    return some[np.lexsort((-text, far, -worth[some], group[some]))]


def _foremost(group: Places, worth: Floats, most: int) -> Places:
    """Positions among which the first `most` are, by group and then worth; ties are all kept."""
    if most <= 0 or len(group) <= most:
        return np.arange(len(group) if most > 0 else 0)
    counts = np.cumsum(np.bincount(group))
    last = int(np.searchsorted(counts, most))
    inside = np.flatnonzero(group < last)
    at_last = np.flatnonzero(group == last)
    wanted = most - len(inside)
    if wanted < len(at_last):
        worths = worth[at_last]
        least = np.partition(worths, len(worths) - wanted)[len(worths) - wanted]
        at_last = at_last[worths >= least]
    return np.sort(np.concatenate((inside, at_last)))
