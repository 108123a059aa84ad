"""Expected effects: the formula of the field document, by hand and by property."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.effects.rules import PRIORS, EffectTable, Farming, Interest, Result

ANYONE = Farming()


def _means(table: EffectTable, farming: Farming = ANYONE) -> tuple[Any, Any]:
    """Of every practice of the table."""
    return table.means(farming, np.arange(len(table.studies)))


def _table(*results: Result, interest: Interest = "harvest", practices: int = 3) -> EffectTable:
    return EffectTable(interest, results, list(range(practices)))


def test_one_result_follows_the_formula_step_by_step() -> None:
    """Given one cell of n = 4 and y = ln 1.5; w = .8, and the grand mean is y itself."""
    y = math.log(1.5)
    table = _table(Result(0, "a", y, 4))
    mu, half = _means(table, ANYONE)
    weight = 4 / 5
    practice_mean = (weight * y + 2 * y) / (weight + 2)
    assert practice_mean == pytest.approx(y)
    total = weight + 4.5
    se2 = 0.126 / total + (4.5 / total) ** 2 * 0.126 / (weight + 2)
    assert mu[0] == pytest.approx(y)
    assert half[0] == pytest.approx(1.17 * math.sqrt(se2 + 0.126))


def test_two_practices_are_drawn_towards_the_mean_of_all() -> None:
    """By hand: w = .5 each; g = 0; m_p = .5 y / 2.5; mu = (.5 y + 4.5 m_p) / 5."""
    table = _table(Result(0, "a", 0.4, 1), Result(1, "b", -0.4, 1))
    mu, _ = _means(table, ANYONE)
    expected = (0.5 * 0.4 + 4.5 * (0.5 * 0.4 / 2.5)) / 5
    assert mu[0] == pytest.approx(expected)
    assert mu[1] == pytest.approx(-expected)


def test_cells_of_one_study_count_less_than_cells_of_two() -> None:
    same = _table(Result(0, "a", 0.5, 9), Result(0, "a", 0.5, 9), Result(1, "x", -0.5, 9))
    apart = _table(Result(0, "a", 0.5, 9), Result(0, "b", 0.5, 9), Result(1, "x", -0.5, 9))
    assert _means(same, ANYONE)[0][0] < _means(apart, ANYONE)[0][0]
    assert _means(same, ANYONE)[1][0] > _means(apart, ANYONE)[1][0]
    assert (same.studies[0], apart.studies[0]) == (1, 2)


def test_a_practice_without_results_has_no_effect_at_all() -> None:
    table = _table(Result(0, "a", 0.5, 9))
    mu, _ = _means(table, ANYONE)
    assert math.isnan(mu[1])
    assert table.effects(ANYONE, np.array([1])) == [None]


def test_results_of_the_same_crop_and_water_weigh_more() -> None:
    results = (
        Result(0, "a", 0.8, 9, crop_group=1, water="rainfed"),
        Result(0, "b", -0.2, 9, crop_group=2, water="irrigated"),
    )
    table = _table(*results)
    cereal = _means(table, Farming(frozenset({1}), "rainfed"))[0][0]
    vegetable = _means(table, Farming(frozenset({2}), "irrigated"))[0][0]
    assert cereal > _means(table, ANYONE)[0][0] > vegetable


def test_soil_carbon_does_not_look_at_crop_or_water() -> None:
    table = _table(Result(0, "a", 0.3, 5, crop_group=1), interest="carbon")
    farming = Farming(frozenset({2}), "irrigated")
    assert _means(table, farming)[0][0] == _means(table, ANYONE)[0][0]


def test_few_results_that_point_the_other_way_are_not_borne_out() -> None:
    """Given a practice with a small loss among practices that gain much; by hand, its mean."""
    others = [Result(1, f"s{n}", 0.5, 9) for n in range(9)]
    table = _table(Result(0, "a", -0.05, 3), *others)
    few, many = table.effects(ANYONE, np.array([0, 1]))
    assert few is not None
    assert many is not None
    assert few.percent > 0 > few.measured == pytest.approx(100 * math.expm1(-0.05))
    assert not few.is_borne_out
    assert many.is_borne_out


def test_an_effect_says_what_it_is_the_effect_on() -> None:
    table = _table(Result(0, "a", 0.3, 5), interest="fodder")
    (effect,) = table.effects(ANYONE, np.array([0]))
    assert effect is not None
    assert effect.of == "fodder"


def test_an_effect_is_told_in_percent_with_its_range() -> None:
    table = _table(Result(0, "a", math.log(1.3), 50))
    (effect,) = table.effects(ANYONE, np.array([0]))
    assert effect is not None
    assert effect.low < effect.percent < effect.high
    assert effect.percent == pytest.approx(30)
    assert effect.low > -100


results = st.builds(
    Result,
    practice=st.integers(0, 4),
    study=st.sampled_from("abc"),
    log_ratio=st.floats(-2, 2),
    observations=st.integers(1, 500),
    crop_group=st.none() | st.integers(1, 9),
    water=st.none() | st.sampled_from(["rainfed", "irrigated", "supplementary"]),
)
farmings = st.builds(
    Farming,
    crops=st.frozensets(st.integers(1, 9)),
    water=st.none() | st.sampled_from(["rainfed", "irrigated", "supplementary"]),
)


@given(st.lists(results, min_size=1, max_size=12), farmings, st.sampled_from(["harvest", "carbon"]))
def test_means_lie_between_the_extremes_and_never_surer_than_a_farm(
    found: list[Result], farming: Farming, interest: Interest
) -> None:
    table = EffectTable(interest, found, range(5))
    mu, half = _means(table, farming)
    known = ~np.isnan(mu)
    ys = [result.log_ratio for result in found]
    assert (mu[known] >= min(ys) - 1e-9).all()
    assert (mu[known] <= max(ys) + 1e-9).all()
    prior = PRIORS[interest]
    assert (half[known] >= prior.z * math.sqrt(prior.variance)).all()


@given(st.lists(results, min_size=1, max_size=12), farmings)
def test_the_order_in_which_results_are_given_does_not_matter(
    found: list[Result], farming: Farming
) -> None:
    one = _means(EffectTable("harvest", found, range(5)), farming)[0]
    other = _means(EffectTable("harvest", found[::-1], range(5)), farming)[0]
    np.testing.assert_allclose(one, other, equal_nan=True)
