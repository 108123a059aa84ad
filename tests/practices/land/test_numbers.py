"""Numbers as people write them, and slopes as pictures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.land.numbers import ASKED, number_fault, read_number
from practices.land.slopes import SLOPES, slope_class

MM = ASKED["rain_mm"].written


@pytest.mark.parametrize(
    "text",
    ["1200", "1,200", "1.200", "1 200", "1\u202f200", "1’200", "1200 mm", "1,200mm", " 1200 ",
     "١٢٠٠", "١٬٢٠٠", "१२००", "1200 मिमी", "1,200.4", "1.200,4", "1199.5"],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(text: str) -> None:
    assert read_number(text, MM) == 1200


@pytest.mark.parametrize(
    "text", ["", "abc", "1,2000", "0.600", "900-1200", "24 inches", "5 km", "1 2 3", "²", "9" * 41]
)
def test_what_is_not_one_number_is_not_guessed(text: str) -> None:
    assert read_number(text, MM) is None


def test_land_may_lie_below_the_sea() -> None:
    assert read_number("\u2212 120 m", ASKED["altitude_m"].written) == -120


@pytest.mark.parametrize(
    ("name", "number", "fault"),
    [
        ("rain_mm", 12_000, None),
        ("rain_mm", 12_001, "out_of_range"),
        ("slope_percent", 201, "out_of_range"),
        ("altitude_m", None, "not_a_number"),
    ],
)
def test_what_is_not_plausible_is_a_fault(name: str, number: int | None, fault: str | None) -> None:
    assert number_fault(name, number) == fault


@given(st.integers(0, 12_000), st.sampled_from(["{:d}", "{:,}", "{:_} mm"]))
def test_every_amount_of_rain_comes_back(number: int, form: str) -> None:
    assert read_number(form.format(number).replace("_", "\u00a0"), MM) == number


@given(st.integers(0, 200))
def test_every_slope_has_one_picture_and_the_kept_middle_lies_in_it(percent: int) -> None:
    found = slope_class(percent)
    assert found.low <= percent
    assert found.high is None or percent <= found.high
    assert slope_class(found.percent) is found


def test_the_pictures_follow_each_other_without_a_gap() -> None:
    for before, after in pairwise(SLOPES):
        assert before.high is not None
        assert after.low == before.high + 1
