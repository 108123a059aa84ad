"""Expected effect of practices by empirical Bayes, as tested on the ERA database.

y = ln(treatment / control) of a result. A practice's mean is drawn towards the mean of all
practices (k0), and the asker's own mean towards the practice's (K). Only the crop group and the
water regime say how near a result is to the asker's farm; likeness of climate and soil did not
improve the order of practices at 188 held-out sites (36,587 yields and 4,230 carbon stocks, Africa
only), so it is not used here. docs/decisions/004-effects.md tells what the test does not cover.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Interest = Literal["harvest", "carbon"]

CROP_PENALTY = 3.5
WATER_PENALTY = 2.0
SAME_STUDY_DISCOUNT = 0.7


@dataclass(frozen=True, slots=True)
class Prior:
    """How strongly means are drawn together, and how wide farms spread.

    k0, k: in cells. variance: of y between farms. z: half-width of the interval in standard errors.
    """

    k0: float
    k: float
    variance: float
    z: float
    by_farming: bool


PRIORS: dict[Interest, Prior] = {
    "harvest": Prior(k0=2.0, k=4.5, variance=0.126, z=1.17, by_farming=True),
    "carbon": Prior(k0=10.0, k=150.0, variance=0.060, z=1.03, by_farming=False),
}
OUTCOMES: dict[Interest, frozenset[str]] = {
    "harvest": frozenset({"yield", "fodder"}),
    "carbon": frozenset({"soc_stock", "soc_content"}),
}


@dataclass(frozen=True, slots=True)
class Result:
    """One cell: a result of one practice in one study. crop_group and water None: not known."""

    practice: int
    study: str
    log_ratio: float
    observations: int
    crop_group: int | None = None
    water: str | None = None


@dataclass(frozen=True, slots=True)
class Farming:
    """What the asker grows and how it is watered; empty and None are "not known"."""

    crops: frozenset[int] = frozenset()
    water: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Expected change on a new farm, in percent, with its interval and what stands behind it."""

    percent: float
    low: float
    high: float
    studies: int


class EffectTable:
    """The results of all practices for one interest, ready to be asked for many askers.

    `means(farming)` answers for every practice in the order of `practices`.
    """

    def __init__(self, interest: Interest, results: Sequence[Result], practices: Sequence[int]):
        self.prior = PRIORS[interest]
        self._position = {practice: place for place, practice in enumerate(practices)}
        kept = [result for result in results if result.practice in self._position]
        self._at = np.array([self._position[r.practice] for r in kept], dtype=np.int64)
        self._y = np.array([r.log_ratio for r in kept], dtype=np.float64)
        self._crop = np.array([r.crop_group or 0 for r in kept], dtype=np.int16)
        self._water = np.array([_WATER_CODE.get(r.water, 0) for r in kept], dtype=np.int8)
        self._weight = _weights(kept)
        count = len(practices)
        self._sum_w = np.bincount(self._at, self._weight, count)
        self.grand_mean = float(np.average(self._y, weights=self._weight)) if kept else 0.0
        k0 = self.prior.k0
        sum_wy = np.bincount(self._at, self._weight * self._y, count)
        self._practice_mean = (sum_wy + k0 * self.grand_mean) / (self._sum_w + k0)
        self.studies = _studies(kept, self._at, count)

    def means(self, farming: Farming) -> tuple[Floats, Floats]:
        """mu and its interval's half-width for a new farm, in ln ratio; NaN without results.

        Shapes (practices,). mu = (sum w s y + K m_p) / (sum w s + K);
        se2 = v / (sum w s + K) + (K / (sum w s + K))^2 v / (sum w + k0); half = z sqrt(se2 + v).
        """
        prior, count = self.prior, len(self._sum_w)
        weight = self._weight * self._likeness(farming)
        sum_ws = np.bincount(self._at, weight, count)
        sum_wsy = np.bincount(self._at, weight * self._y, count)
        total = sum_ws + prior.k
        mu = (sum_wsy + prior.k * self._practice_mean) / total
        se2 = prior.variance / total + (prior.k / total) ** 2 * prior.variance / (
            self._sum_w + prior.k0
        )
        half = prior.z * np.sqrt(se2 + prior.variance)
        none = self._sum_w == 0
        mu[none] = half[none] = np.nan
        return mu, half

    def effect(self, place: int, mu: Floats, half: Floats) -> Effect | None:
        """The effect of the practice at `place`, in percent; None without results."""
        if math.isnan(mu[place]):
            return None
        middle, spread = float(mu[place]), float(half[place])
        return Effect(
            percent=math.expm1(middle) * 100,
            low=math.expm1(middle - spread) * 100,
            high=math.expm1(middle + spread) * 100,
            studies=int(self.studies[place]),
        )

    def _likeness(self, farming: Farming) -> Floats:
        """s = exp(-3.5 [crop group differs] - 2 [water differs]); the unknown does not differ."""
        penalty = np.zeros(len(self._y))
        if self.prior.by_farming and farming.crops:
            differs = (self._crop != 0) & ~np.isin(self._crop, list(farming.crops))
            penalty += CROP_PENALTY * differs
        if self.prior.by_farming and farming.water:
            wanted = _WATER_CODE[farming.water]
            penalty += WATER_PENALTY * ((self._water != 0) & (self._water != wanted))
        likeness: Floats = np.exp(-penalty)
        return likeness


# Supplementary irrigation is irrigation: the test knew only rainfed and irrigated.
_WATER_CODE: dict[str | None, int] = {"rainfed": 1, "supplementary": 2, "irrigated": 2}


def _weights(results: Sequence[Result]) -> Floats:
    """w = n / (n + 1) / (1 + .7 (m - 1)), m cells of the same study and practice."""
    cells: dict[tuple[int, str], int] = {}
    for result in results:
        cells[result.practice, result.study] = cells.get((result.practice, result.study), 0) + 1
    return np.array(
        [
            (r.observations / (r.observations + 1))
            / (1 + SAME_STUDY_DISCOUNT * (cells[r.practice, r.study] - 1))
            for r in results
        ],
        dtype=np.float64,
    )


def _studies(
    results: Sequence[Result], places: npt.NDArray[np.int64], count: int
) -> npt.NDArray[np.int64]:
    pairs = {(int(place), result.study) for place, result in zip(places, results, strict=True)}
    return (
        np.bincount([place for place, _ in pairs], minlength=count)
        if pairs
        else np.zeros(count, dtype=np.int64)
    )
