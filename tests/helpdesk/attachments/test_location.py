"""Where a photo says it was taken: odd rationals, missing halves, receivers without a fix."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational

from helpdesk.attachments.location import Location, location_of, plausible_location

_MACHAKOS = {1: "S", 2: (1.0, 31.0, 3.0), 3: "E", 4: (37.0, 15.0, 44.64)}


def test_degrees_minutes_and_seconds_become_a_point() -> None:
    assert location_of(_MACHAKOS) == Location(-1.5175, 37.26240)


@pytest.mark.parametrize(
    "changed",
    [
        {2: (IFDRational(1, 1), IFDRational(31, 1), IFDRational(300, 100))},
        {2: ((1, 1), (31, 1), (300, 100))},
        {2: [1, 31.05]},
        {2: 1.5175},
        {2: (1.5175,)},
        {2: (IFDRational(15175, 10000), IFDRational(0, 1), IFDRational(0, 1))},
        {1: b"S\0", 3: " e"},
        {9: "A"},
    ],
)
def test_other_ways_to_write_the_same_point_are_read(changed: dict[int, object]) -> None:
    assert location_of(_MACHAKOS | changed) == Location(-1.5175, 37.26240)


@pytest.mark.parametrize(
    "changed",
    [
        {2: (IFDRational(0, 0), IFDRational(0, 0), IFDRational(0, 0))},
        {2: ((1, 0), (31, 1), (3, 1))},
        {2: (1, 31, math.nan)},
        {2: (math.inf, 0, 0)},
        {2: (IFDRational(1, 1), IFDRational(31, 1), IFDRational(5, 0))},
        {2: (-1, 31, 3)},
        {2: (1, 61, 3)},
        {2: (1, 31, 3600)},
        {2: (90, 0, 1)},
        {4: (181, 0, 0)},
        {2: (1, 2, 3, 4)},
        {2: ()},
        {2: b"\x01\x1f\x03"},
        {2: "1,31"},
        {2: (10**400, 0, 0)},
        {2: ((1, 2, 3), 0, 0)},
        {2: None},
        {1: "X"},
        {1: None},
        {3: ""},
        {9: "V"},
        {2: (0, 0, 0), 4: (0, 0, 0)},
        {2: (0, 0, 1), 4: (0, 0, 2)},
    ],
)
def test_what_cannot_be_a_measured_point_is_not_offered(changed: dict[int, object]) -> None:
    assert location_of(_MACHAKOS | changed) is None


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_half_a_place_is_no_place(missing: int) -> None:
    assert location_of({tag: part for tag, part in _MACHAKOS.items() if tag != missing}) is None


_ODD = st.recursive(
    st.none() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.tuples(inner, inner, inner) | st.lists(inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([1, 2, 3, 4, 9]), _ODD))
def test_whatever_tags_hold_the_answer_is_a_point_on_earth_or_none(gps: dict[int, object]) -> None:
    found = location_of(gps)
    assert found is None or (abs(found.lat) <= 90 and abs(found.lon) <= 180)


@given(
    st.integers(0, 89), st.integers(0, 59), st.integers(0, 5999), st.sampled_from("NS"),
    st.integers(1, 179), st.integers(0, 59), st.integers(0, 5999), st.sampled_from("EW"),
)  # fmt: skip
def test_every_point_written_by_a_camera_is_read_within_a_metre(
    d: int, m: int, s: int, ns: str, e: int, f: int, g: int, ew: str
) -> None:
    found = location_of({1: ns, 2: (d, m, (s, 100)), 3: ew, 4: (e, f, (g, 100))})
    assert found is not None
    lat = (d + m / 60 + s / 360_000) * (1 if ns == "N" else -1)
    lon = (e + f / 60 + g / 360_000) * (1 if ew == "E" else -1)
    assert abs(found.lat - lat) < 1e-5
    assert abs(found.lon - lon) < 1e-5


def test_numbers_that_are_no_numbers_are_no_place() -> None:
    assert plausible_location(math.nan, 37) is None
    assert plausible_location(12, math.inf) is None
