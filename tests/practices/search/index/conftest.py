"""The engines the contract is held against: tantivy always, Meilisearch where one is named.

With GAFOLUP_MEILI_URL (and GAFOLUP_MEILI_KEY) set, every test of the contract also runs against
that server, in indexes of its own that are dropped after.
"""

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from practices.search.index.meili_index import MeiliIndex
from practices.search.index.protocol import IndexSettings, SearchIndex
from practices.search.index.tantivy_index import TantivyIndex
from tests.practices.search.index import farm_documents

ENGINES = ("tantivy", "meilisearch") if os.environ.get("GAFOLUP_MEILI_URL") else ("tantivy",)


@dataclass(frozen=True)
class Engine:
    """An engine, and names of indexes that no other test uses."""

    index: SearchIndex
    prefix: str

    def name(self, word: str) -> str:
        return f"{self.prefix}{word}"

    def made(self, word: str, settings: IndexSettings) -> str:
        name = self.name(word)
        self.index.apply_settings(name, settings)
        return name

    def filled(self, language: str) -> str:
        name = self.made(language, farm_documents.settings(language))
        self.index.upsert(name, farm_documents.documents(language))
        return name

    def clear(self) -> None:
        for name in self.index.names():
            if name.startswith(self.prefix):
                self.index.drop(name)
        self.index.close()


def _engine(kind: str, folder: Path) -> Engine:
    prefix = f"t{secrets.token_hex(4)}-"
    if kind == "tantivy":
        return Engine(TantivyIndex(folder), prefix)
    url, key = os.environ["GAFOLUP_MEILI_URL"], os.environ.get("GAFOLUP_MEILI_KEY")
    return Engine(MeiliIndex(url, key), prefix)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine for one test."""
    made = _engine(request.param, tmp_path)
    yield made
    made.clear()


@pytest.fixture(scope="module", params=ENGINES)
def farms(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An engine with the farm documents in an index of every language; only to be read."""
    made = _engine(request.param, tmp_path_factory.mktemp("farms"))
    for language in farm_documents.LANGUAGES:
        made.filled(language)
    yield made
    made.clear()
