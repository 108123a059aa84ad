"""Copies of a prepared data folder, for tests that change or damage what it holds."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.settings import Settings
from deploy.house import House
from tests.site import ROOT


def copy_of(house: House, folder: Path) -> Path:
    """A copy of a house's data folder; the list of places is linked, so it must not be written."""
    own = house.settings.data_dir
    folder.mkdir(parents=True)
    with (
        closing(sqlite3.connect(own / "gafolup.sqlite3")) as source,
        closing(sqlite3.connect(folder / "gafolup.sqlite3")) as target,
    ):
        source.backup(target)
    shutil.copytree(own / "index", folder / "index")
    shutil.copy2(own / "collection.stamp", folder)
    os.link(own / "places.sqlite3", folder / "places.sqlite3")
    return folder


@contextmanager
def house_on(folder: Path, database_url: str = "") -> Iterator[House]:
    """A house on a data folder."""
    made = House(
        Settings(
            data_dir=folder,
            database_url=database_url,
            node_modules=ROOT / "node_modules",
            threads=6,
        )
    )
    try:
        yield made
    finally:
        made.close()
