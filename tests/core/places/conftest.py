"""The list of places, built once and kept with pytest's cache until its makers change."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import core.places
from core.places.build import build
from core.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def places_file(request: pytest.FixtureRequest) -> Path:
    folder = Path(core.places.__file__).parent
    makers = b"".join(
        (folder / f"{name}.py").read_bytes() for name in ("build", "schema", "spelling", "names")
    )
    assert request.config.cache is not None
    kept = request.config.cache.mkdir("places")
    path = kept / f"{hashlib.sha256(makers).hexdigest()[:16]}.sqlite"
    if not path.exists():
        build(path)
        for older in kept.glob("*.sqlite"):
            if older != path:
                older.unlink(missing_ok=True)
    return path


@pytest.fixture(scope="session")
def gazetteer(places_file: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer(places_file)
    yield opened
    opened.close()
