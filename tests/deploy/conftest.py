"""Prepared data folders for the commands."""

import shutil
from pathlib import Path

import pytest

from deploy.house import House
from tests.deploy.folders import copy_of


@pytest.fixture(scope="session")
def data(house: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared data folder, for commands that change nothing of the site's."""
    return copy_of(house, Path(tmp_path_factory.mktemp("commands")) / "data")


@pytest.fixture
def own_data(house: House, tmp_path: Path) -> Path:
    """A prepared data folder of this test alone."""
    return copy_of(house, tmp_path / "data")


@pytest.fixture
def places_copied(own_data: Path) -> Path:
    """A prepared data folder whose list of places may be damaged: it is no link."""
    places = own_data / "places.sqlite3"
    copied = shutil.copy(places, own_data / "copied")
    places.unlink()
    Path(copied).rename(places)
    return own_data
