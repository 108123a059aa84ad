"""The whole site on real parts, served on loopback by a real server."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from core.settings import Settings
from deploy.app import site
from deploy.house import House
from deploy.prepare import prepare

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Served:
    """A running site and its parts."""

    url: str
    house: House


def prepared_house(folder: Path, places: Path, database_url: str = "") -> House:
    """A house on a data folder with everything that ships; the list of places is copied."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(places, folder / "places.sqlite3")
    settings = Settings(
        data_dir=folder, database_url=database_url, node_modules=ROOT / "node_modules", threads=6
    )
    house = House(settings)
    prepare(house)
    return house


@contextmanager
def serving(house: House) -> Iterator[Served]:
    """Serve a house on a free port until the block ends."""
    config = uvicorn.Config(site(house), host="127.0.0.1", port=0, log_config=None, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="site", daemon=True)
    thread.start()
    started = threading.Event()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the site did not start")
        started.wait(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Served(f"http://127.0.0.1:{port}", house)
    finally:
        server.should_exit = True
        thread.join()
