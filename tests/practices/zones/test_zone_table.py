"""Many zones compared at once give what one by one gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.zones.rules import Zone, ZoneTable, likeness

zones = st.from_type(Zone)


@given(zones, st.lists(zones, max_size=12))
def test_a_table_tells_the_distances_and_shares_of_the_one_by_one_rule(
    zone: Zone, others: list[Zone]
) -> None:
    distances, shares = ZoneTable.of(others).compare(zone)
    expected = [likeness(zone, other) for other in others]
    for distance, share, one in zip(distances, shares, expected, strict=True):
        assert share == pytest.approx(one.known_share, abs=1e-5)
        if one.distance is None:
            assert np.isnan(distance)
        else:
            assert distance == pytest.approx(one.distance, abs=1e-5)


def test_an_empty_table_gives_no_distances() -> None:
    assert ZoneTable.of([]).distances(Zone()).shape == (0,)


def test_a_table_holds_eight_bytes_a_zone() -> None:
    table = ZoneTable.of([Zone(climate="BSh", soil="SAN")] * 1000)
    columns = [value for value in vars(table).values() if isinstance(value, np.ndarray)]
    assert sum(column.nbytes for column in columns) == 8 * len(table)
