"""The search index with a clock on it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

from practices.search.index.protocol import LIMIT_MOST, Facets, Page, Query
from practices.search.index.tantivy_index import TantivyIndex


class TimedIndex(TantivyIndex):
    """The index as it is; `milliseconds` adds up while it answers. For one thread."""

    milliseconds = 0.0

    def candidates(
        self, name: str, query: Query, limit: int = LIMIT_MOST
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """As the index does it, timed."""
        with self._timed():
            return super().candidates(name, query, limit)

    def facets(self, name: str, query: Query) -> Facets:
        """As the index does it, timed."""
        with self._timed():
            return super().facets(name, query)

    def search(self, name: str, query: Query) -> Page:
        """As the index does it, timed."""
        with self._timed():
            return super().search(name, query)

    @contextmanager
    def _timed(self) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.milliseconds += (time.perf_counter() - start) * 1000


class NoFacets(TimedIndex):
    """An index that counts no facets: what a search costs without them."""

    def facets(self, name: str, query: Query) -> Facets:
        """Nothing."""
        return {}
