"""What all tests share: real databases, migrated as they are in production."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

import core.places
from core.database import Database
from core.places.build import build
from core.words import install_catalogs
from deploy.house import House
from deploy.migrations import migrate
from i18n.catalogs import PoCatalogs
from tests.site import Served, prepared_house, serving

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session", autouse=True)
def _catalogs() -> None:
    install_catalogs(PoCatalogs())


@pytest.fixture(scope="session")
def places_file(request: pytest.FixtureRequest) -> Path:
    """The list of places, built once and kept with pytest's cache until its makers change."""
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
def postgres() -> Iterator[Path]:
    """A PostgreSQL server of our own, on a socket in a temporary folder. Gives the folder.

    Not in pytest's own temporary folder: another run of pytest may clear that while this one lasts.
    """
    folder = Path(tempfile.mkdtemp(prefix="gafolup-postgres-"))
    data = folder / "data"
    as_user = _as_ordinary_user(folder)
    _run([*as_user, _tool("initdb"), "-D", str(data), "-U", "test", "-A", "trust", "-N"])
    options = f"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=60"
    log = str(folder / "log")
    _run([*as_user, _tool("pg_ctl"), "-D", str(data), "-l", log, "-w", "-o", options, "start"])
    try:
        yield folder
    finally:
        _run([*as_user, _tool("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = Path(tmp_path_factory.mktemp("sqlite")) / "template.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Path) -> Path:
    """The server, with a migrated database `template_gafolup` to copy from."""
    _on_server(postgres, "CREATE DATABASE template_gafolup")
    database = Database(_postgres_url(postgres, "template_gafolup"))
    migrate(database)
    database.close()
    return postgres


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty migrated database, once of each kind."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("migrated_sqlite")
        shutil.copy(template, tmp_path / "test.sqlite3")
        found = Database(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    else:
        server: Path = request.getfixturevalue("migrated_postgres")
        _on_server(server, "DROP DATABASE IF EXISTS test_gafolup")
        _on_server(server, "CREATE DATABASE test_gafolup TEMPLATE template_gafolup")
        found = Database(_postgres_url(server, "test_gafolup"))
    yield found
    found.close()


def _postgres_url(folder: Path, name: str) -> str:
    return f"postgresql://test@/{name}?host={folder}"


def _on_server(folder: Path, statement: str) -> None:
    url = _postgres_url(folder, "postgres").replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _as_ordinary_user(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: run it as the user its package made."""
    if os.getuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _tool(name: str) -> str:
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(versions[-1]) if versions else shutil.which(name)
    if not found:
        raise RuntimeError(f"{name} is missing: install Debian's package postgresql")
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, places_file: Path) -> Iterator[House]:
    """Everything that ships, prepared once, on SQLite and tantivy."""
    made = prepared_house(Path(tmp_path_factory.mktemp("house")), places_file)
    yield made
    made.close()


@pytest.fixture(scope="session")
def served(house: House) -> Iterator[Served]:
    """The site, running on loopback."""
    with serving(house) as running:
        yield running
