"""Repacking the fine raster."""

import numpy as np
import pytest
from PIL import Image

from practices.zones.build_climate import land_majority, repacked


def test_the_commonest_land_class_of_a_block_wins_and_the_sea_has_no_vote() -> None:
    cells = np.zeros((4, 8), dtype=np.uint8)
    cells[0, 0] = 7
    cells[:2, 4:] = 3
    cells[2, 4:7] = 12
    assert land_majority(cells).tolist() == [[7, 3]]


def test_a_tie_goes_to_the_lower_class_and_a_block_of_sea_stays_sea() -> None:
    cells = np.zeros((4, 8), dtype=np.uint8)
    cells[0, :4], cells[1, :4] = 9, 4
    assert land_majority(cells).tolist() == [[4, 0]]


def test_a_full_block_of_one_class_is_counted_whole() -> None:
    assert land_majority(np.full((4, 4), 30, dtype=np.uint8)).tolist() == [[30]]


def test_another_raster_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "small.tif"
    Image.new("P", (8, 4)).save(path)
    with pytest.raises(ValueError, match="not the known raster"):
        next(repacked(path))
