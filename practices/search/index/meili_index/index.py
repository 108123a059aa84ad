"""The search index on a Meilisearch server."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from meilisearch import Client
from meilisearch.models.task import TaskInfo

from core.errors import GafolupError
from practices.search.index import checks
from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.errors import (
    DocumentNotUnderstood,
    IndexOutdated,
    IndexUnknown,
    SettingsNotUnderstood,
)
from practices.search.index.filters import In
from practices.search.index.meili_index import layout
from practices.search.index.meili_index.answering import Answering
from practices.search.index.meili_index.codes import primary_key
from practices.search.index.meili_index.filtering import expression
from practices.search.index.meili_index.remembered import Remembered
from practices.search.index.meili_index.searches import Searches
from practices.search.index.meili_index.server import Server
from practices.search.index.protocol import (
    LIMIT_MOST,
    Capabilities,
    Document,
    Facets,
    FederatedQuery,
    Health,
    IndexSettings,
    Page,
    Query,
)

_BATCH_BYTES = 50_000_000
"""The server takes 100 MB in one request; more is sent in several, each all or nothing."""

_NAMES_A_PAGE = 1000


class MeiliIndex:
    """Named indexes on a server. Safe in many threads and processes."""

    def __init__(
        self,
        url: str,
        key: str | None = None,
        *,
        request_seconds: int = 10,
        deadline_seconds: float = 120.0,
    ) -> None:
        self._server = Server(
            url, key, request_seconds=request_seconds, deadline_seconds=deadline_seconds
        )
        self._remembered = Remembered(self._server)
        self._searches = Searches(self._server)
        self._answering = Answering(self._searches, self._remembered)

    def capabilities(self) -> Capabilities:
        """Everything but depth beyond 1,000, typos chosen by the query, and exact totals.

        Typos of a word are those the server allows: where `ONE` is asked for it also finds two
        in long words. Facets and totals of an unfinished word count what has a typo.
        """
        return Capabilities(
            engine="meilisearch",
            geo=True,
            sort_by_distance=True,
            exact_total=False,
            typos_per_query=False,
            deepest_hit=layout.DEEPEST_HIT,
        )

    def health(self) -> Health:
        """Whether the server says it is available."""
        try:
            answer = self._server.ask("health", "", lambda client: client.health())
        except GafolupError as error:
            return Health(ok=False, engine="meilisearch", note=str(error))
        status = str(answer.get("status"))
        ok = status == "available"
        return Health(ok=ok, engine="meilisearch", note="" if ok else status)

    def names(self) -> tuple[str, ...]:
        """Names of all indexes of the server, sorted."""
        names: list[str] = []
        while True:
            page = self._page_of_names(len(names))
            names += [str(index["uid"]) for index in page["results"]]
            if not page["results"] or len(names) >= page["total"]:
                return tuple(sorted(names))

    def _page_of_names(self, start: int) -> dict[str, Any]:
        wanted = {"limit": _NAMES_A_PAGE, "offset": start}
        # the client's annotation says a list; the server answers an object
        page: Any = self._server.ask("list", "", lambda client: client.get_raw_indexes(wanted))
        return dict(page)

    def apply_settings(self, name: str, settings: IndexSettings) -> None:
        """Make the index; with other settings than before its documents are written again.

        An index of an older form is emptied, for its documents cannot be read any more.

        Raises:
            IndexOutdated: an index of this name has documents that are not of this house.
        """
        checks.check_settings(name, settings)
        before = self._settings_before(name)
        if before == settings:
            return
        documents = list(self._every_document(name)) if before is not None else []
        for document in documents:
            self._check(name, document, settings)
        if before is None and self._server.made_at(name) is None:
            self._do("create", name, lambda c: c.create_index(name, {"primaryKey": "id"}))
        body = layout.server_settings(settings)
        self._do("settings", name, lambda client: client.index(name).update_settings(body))
        mark = analysis_mark(settings.language)
        records = [layout.record(document, settings) for document in documents]
        self._send(name, [*records, layout.settings_record(settings, mark)])
        self._remembered.keep(name, settings)

    def _settings_before(self, name: str) -> IndexSettings | None:
        try:
            return self._remembered.settings(name)
        except IndexUnknown:
            return None
        except IndexOutdated:
            if not self._remembered.is_ours(name):
                raise
        self._do("empty", name, lambda client: client.index(name).delete_all_documents())
        return None

    def _check(self, name: str, document: Document, settings: IndexSettings) -> None:
        checks.check_document(name, document, settings)
        fault = layout.fault_of(document)
        if fault:
            raise DocumentNotUnderstood(name=name, document=document.id[:100], reason=fault)

    def settings(self, name: str) -> IndexSettings:
        """The settings of an index, which lie beside its documents."""
        return self._remembered.settings(name)

    def upsert(self, name: str, documents: Iterable[Document]) -> int:
        """Store documents; up to 50 MB all of them or none, beyond that in several steps."""
        settings = self.settings(name)
        records = []
        for document in documents:
            self._check(name, document, settings)
            records.append(layout.record(document, settings))
        self._send(name, records)
        return len(records)

    def delete(self, name: str, ids: Iterable[str]) -> None:
        """Remove documents."""
        self.settings(name)
        named = tuple(ids)
        if not named:
            return
        wanted = expression(In("id", named))
        self._do("delete", name, lambda c: c.index(name).delete_documents(filter=wanted))

    def document(self, name: str, document_id: str) -> Document | None:
        """The stored document."""
        self.settings(name)
        kept = self._server.document(name, primary_key(document_id))
        return None if kept is None else layout.decode(kept["source"])

    def count(self, name: str) -> int:
        """How many documents the index holds, the record of the settings not counted."""
        self.settings(name)
        return self._server.documents_in(name) - 1

    def search(self, name: str, query: Query) -> Page:
        """One page of hits with facets."""
        checks.check_query(query, self.settings(name))
        return self._answering.page_of(name, query)

    def search_federated(
        self, queries: Sequence[FederatedQuery], limit: int = 20, offset: int = 0
    ) -> Page:
        """Hits of several indexes in one request, by the server's ranking score times weight."""
        checks.check_page(limit, offset)
        for name, query, _ in queries:
            checks.check_query(query, self.settings(name))
        return self._answering.federated(queries, limit, offset)

    def facets(self, name: str, query: Query) -> Facets:
        """Counts of the facets, each without its own conditions."""
        checks.check_query(query, self.settings(name))
        return self._answering.facets_of(name, query)

    def candidates(
        self, name: str, query: Query, limit: int = LIMIT_MOST
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Keys and ranking scores of the best matches."""
        checks.check_query(query, self.settings(name))
        return self._answering.candidates_of(name, query, limit)

    def swap(self, name: str, building: str) -> None:
        """Exchange the two indexes in one task of the server, then remove the old one."""
        checks.check_name(name)
        if name == building:
            raise SettingsNotUnderstood(name=name, reason="an index cannot replace itself")
        self._remembered.forget(building)
        self.settings(building)
        if self._server.made_at(name) is None:  # only existing indexes can be swapped
            self._do("create", name, lambda c: c.create_index(name, {"primaryKey": "id"}))
        self._do("swap", name, lambda c: c.swap_indexes([{"indexes": [name, building]}]))
        self._remembered.forget(name, building)
        self._do("drop", building, lambda client: client.delete_index(building))
        self._remembered.forget(building)

    def drop(self, name: str) -> None:
        """Remove an index and its documents."""
        checks.check_name(name)
        if self._server.made_at(name) is None:
            raise IndexUnknown(name=name)
        self._do("drop", name, lambda client: client.delete_index(name))
        self._remembered.forget(name)

    def close(self) -> None:
        """Forget what was read; connections are not kept between requests."""
        self._remembered.forget_all()

    def _do(self, action: str, name: str, act: Callable[[Client], TaskInfo]) -> None:
        self._server.do(action, name, act)

    def _every_document(self, name: str) -> Iterable[Document]:
        start, step = 0, 1000
        while True:
            page = self._searches.page_of_documents(name, start, step)
            for kept in page.results:
                if kept.id != layout.SETTINGS_ID:
                    yield layout.decode(kept.source)
            start += step
            if start >= page.total:
                return

    def _send(self, name: str, records: list[dict[str, Any]]) -> None:
        """Hand all batches over, then wait for each."""
        for task in [self._start(name, batch) for batch in _batches(records)]:
            self._server.wait("upsert", name, task)

    def _start(self, name: str, batch: list[dict[str, Any]]) -> int:
        return self._server.start("upsert", name, lambda c: c.index(name).add_documents(batch))


def _batches(records: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    size = 0
    for record in records:
        weight = len(json.dumps(record))
        if batch and size + weight > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(record)
        size += weight
    if batch:
        yield batch
