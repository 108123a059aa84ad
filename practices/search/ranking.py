"""In what order practices are offered.

With words: what cannot work comes last; then text relevance in bands, what may not fit two bands
lower; in a band the expected effect orders. Without words the bands fall away, and what fits comes
before what may not fit. Likeness of the land only breaks ties: it did not improve the order where
that was tested (docs/decisions/004-effects.md).
"""

from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Interest = Literal["harvest", "carbon", "water", "work", "cost"]
INTERESTS: tuple[Interest, ...] = ("harvest", "carbon", "water", "work", "cost")

BANDS = (0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3, 0.2)
"""Share of the best text score at which each band ends; below the last is a band of its own.

Chosen on the judged queries of bench/relevance, after they were judged: wider bands let a large
effect lift practices that answer the question worse (docs/decisions/005-search.md).
"""
WARNED_BANDS = 2
"""How many bands a practice that may not fit stands lower."""


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
    verdicts: npt.NDArray[np.int8],
    values: Floats,
    distances: Floats,
    numbers: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Positions of the candidates in the order they are offered. All arrays (candidates,).

    Args:
        scores: text relevance, or None where nothing was typed.
        verdicts: 0 fits, 1 may not fit, 2 cannot work.
        values: what matters to the reader, more is better; NaN (nothing known) counts as no change.
        distances: to the asker's zone; NaN counts as far.
        numbers: last tie-break, so that the order is always the same.
    """
    band = bands(scores) if scores is not None else np.zeros(len(verdicts), dtype=np.int8)
    text = -scores if scores is not None else np.zeros(len(verdicts))
    return np.lexsort(
        (
            numbers,
            text,
            np.nan_to_num(distances, nan=1.0),
            -np.nan_to_num(values, nan=0.0),
            band + WARNED_BANDS * (verdicts == 1),
            verdicts == 2,
        )
    )
