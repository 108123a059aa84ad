"""The list of places, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer(places_file: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer(places_file)
    yield opened
    opened.close()
