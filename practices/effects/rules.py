"""Expected effect of practices by empirical Bayes, as tested on the ERA database.

y = ln(treatment / control) of a result. A practice's mean is drawn towards the mean of all
practices (k0), and the asker's own mean towards the practice's (K). Only the crop group and the
water regime say how near a result is to the asker's farm; likeness of climate and soil did not
improve the order of practices at 188 held-out sites (36,587 yields and 4,230 carbon stocks, Africa
only), so it is not used here. docs/decisions/004-effects.md tells what the test does not cover.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from practices.runs import Places, rows_of

Floats = npt.NDArray[np.float64]
Interest = Literal["harvest", "fodder", "carbon"]
"""Grain and fruit, and grass, are measured on different land; their changes are not compared."""

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


# Fodder was not in the test; it takes the spread of harvests.
PRIORS: dict[Interest, Prior] = {
    "harvest": Prior(k0=2.0, k=4.5, variance=0.126, z=1.17, by_farming=True),
    "fodder": Prior(k0=2.0, k=4.5, variance=0.126, z=1.17, by_farming=True),
    "carbon": Prior(k0=10.0, k=150.0, variance=0.060, z=1.03, by_farming=False),
}
OUTCOMES: dict[Interest, frozenset[str]] = {
    "harvest": frozenset({"yield"}),
    "fodder": frozenset({"fodder"}),
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
    """Expected change on a new farm, in percent, with its interval and what stands behind it.

    `measured` is the mean of the practice's own results, before it is drawn towards what practices
    give on average.
    """

    of: Interest
    percent: float
    low: float
    high: float
    studies: int
    measured: float

    @property
    def is_borne_out(self) -> bool:
        """Whether its own results point the same way as what is expected."""
        return self.measured * self.percent > 0


class EffectTable:
    """The results of all practices for one interest, ready to be asked for many askers.

    A `place` is a position in `practices`.
    """

    def __init__(self, interest: Interest, results: Iterable[Result], practices: Sequence[int]):
        self._interest: Interest = interest
        self.prior = PRIORS[interest]
        position = {practice: place for place, practice in enumerate(practices)}
        studies: dict[str, int] = {}
        cells = [
            (
                position[r.practice],
                studies.setdefault(r.study, len(studies)),
                r.log_ratio,
                r.observations,
                r.crop_group or 0,
                _WATER_CODE.get(r.water, 0),
            )
            for r in results
            if r.practice in position
        ]
        cells.sort()  # by practice
        at, study, y, n, crop, water = np.array(cells, dtype=np.float64).reshape(-1, 6).T
        place, count = at.astype(np.int64), len(practices)
        self._sizes = np.bincount(place, minlength=count)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._y, self._crop, self._water = y.copy(), crop.astype(np.int8), water.astype(np.int8)
        self._weight, of_study = _weights(place, study.astype(np.int64), n)
        self._sum_w = np.bincount(place, self._weight, count)
        self.grand_mean = float(np.average(self._y, weights=self._weight)) if cells else 0.0
        k0 = self.prior.k0
        sum_wy = np.bincount(place, self._weight * self._y, count)
        self._own_mean = np.divide(sum_wy, self._sum_w, np.zeros(count), where=self._sum_w > 0)
        self._practice_mean = (sum_wy + k0 * self.grand_mean) / (self._sum_w + k0)
        self.studies = np.bincount(of_study, minlength=count)

    def means(self, farming: Farming, places: Places) -> tuple[Floats, Floats]:
        """mu and its interval's half-width for a new farm, in ln ratio; NaN without results.

        Shapes (places,). mu = (sum w s y + K m_p) / (sum w s + K);
        se2 = v / (sum w s + K) + (K / (sum w s + K))^2 v / (sum w + k0); half = z sqrt(se2 + v).
        """
        prior, sizes = self.prior, self._sizes[places]
        rows = rows_of(self._starts[places], sizes)
        owner = np.repeat(np.arange(len(places)), sizes)
        weight = self._weight[rows] * self._likeness(farming, rows)
        sum_ws = np.bincount(owner, weight, len(places))
        sum_wsy = np.bincount(owner, weight * self._y[rows], len(places))
        total = sum_ws + prior.k
        mu = (sum_wsy + prior.k * self._practice_mean[places]) / total
        sum_w = self._sum_w[places]
        se2 = prior.variance / total + (prior.k / total) ** 2 * prior.variance / (sum_w + prior.k0)
        half = prior.z * np.sqrt(se2 + prior.variance)
        mu[sizes == 0] = half[sizes == 0] = np.nan
        return mu, half

    def effects(self, farming: Farming, places: Places) -> list[Effect | None]:
        """The effects of the practices at `places`, in percent; None without results."""
        mu, half = self.means(farming, places)
        own, studies = self._own_mean[places], self.studies[places]
        columns = zip(mu.tolist(), half.tolist(), own.tolist(), studies.tolist(), strict=True)
        return [self._effect(*column) for column in columns]

    def _effect(self, middle: float, spread: float, own: float, studies: int) -> Effect | None:
        if math.isnan(middle):
            return None
        return Effect(
            of=self._interest,
            percent=math.expm1(middle) * 100,
            low=math.expm1(middle - spread) * 100,
            high=math.expm1(middle + spread) * 100,
            studies=studies,
            measured=math.expm1(own) * 100,
        )

    def _likeness(self, farming: Farming, rows: Places) -> Floats:
        """s = exp(-3.5 [crop group differs] - 2 [water differs]); the unknown does not differ."""
        penalty = np.zeros(len(rows))
        if self.prior.by_farming and farming.crops:
            grown = np.zeros(_CROPS_MOST + 1, dtype=np.bool_)
            grown[[0, *farming.crops]] = True
            penalty += CROP_PENALTY * ~grown[self._crop[rows]]
        if self.prior.by_farming and farming.water:
            water, wanted = self._water[rows], _WATER_CODE[farming.water]
            penalty += WATER_PENALTY * ((water != 0) & (water != wanted))
        likeness: Floats = np.exp(-penalty)
        return likeness


_CROPS_MOST = 9  # crop groups are numbered from 1; 0 stands for not known
# Supplementary irrigation is irrigation: the test knew only rainfed and irrigated.
_WATER_CODE: dict[str | None, int] = {"rainfed": 1, "supplementary": 2, "irrigated": 2}


def _weights(at: Places, study: Places, observations: Floats) -> tuple[Floats, Places]:
    """w = n / (n + 1) / (1 + .7 (m - 1)), m cells of the same study and practice.

    Also the place of the practice, once for each of its studies.
    """
    most = int(study.max(initial=0)) + 1
    pairs, cell, count = np.unique(at * most + study, return_inverse=True, return_counts=True)
    discount = 1 + SAME_STUDY_DISCOUNT * (count[cell] - 1)
    return observations / (observations + 1) / discount, pairs // most
