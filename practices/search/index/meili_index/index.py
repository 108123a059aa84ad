"""The search index on a Meilisearch server."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from meilisearch import Client
from meilisearch.models.document import DocumentsResults
from meilisearch.models.task import TaskInfo

from core.errors import GafolupError
from practices.search.index import checks
from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.errors import (
    IndexOutdated,
    IndexRefused,
    IndexUnknown,
    SettingsNotUnderstood,
)
from practices.search.index.filters import In
from practices.search.index.meili_index import layout
from practices.search.index.meili_index.answering import Answering
from practices.search.index.meili_index.codes import primary_key
from practices.search.index.meili_index.filtering import expression
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

_BELIEVED_SECONDS = 10.0
"""How long settings that were read are believed; another process may have changed them."""


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
        self._answering = Answering(self._server, self.settings)
        self._known: dict[str, tuple[IndexSettings, float]] = {}

    def capabilities(self) -> Capabilities:
        """Everything but exact totals, depth beyond 1,000, and typos of an unfinished word."""
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
        wanted = {"limit": 100, "offset": start}
        # the client's annotation says a list; the server answers an object
        page: Any = self._server.ask("list", "", lambda client: client.get_raw_indexes(wanted))
        return dict(page)

    def apply_settings(self, name: str, settings: IndexSettings) -> None:
        """Make the index; with other settings than before its documents are written again."""
        checks.check_settings(name, settings)
        try:
            before = self.settings(name)
        except (IndexUnknown, IndexOutdated):
            before = None
        if before == settings:
            return
        documents = list(self._every_document(name)) if before is not None else []
        for document in documents:
            checks.check_document(name, document, settings)
        if before is None and name not in self.names():
            self._do("create", name, lambda c: c.create_index(name, {"primaryKey": "id"}))
        body = layout.server_settings(settings)
        self._do("settings", name, lambda client: client.index(name).update_settings(body))
        mark = analysis_mark(settings.language)
        records = [layout.record(document, settings) for document in documents]
        self._send(name, [*records, layout.settings_record(settings, mark)])
        self._known[name] = (settings, time.monotonic())

    def settings(self, name: str) -> IndexSettings:
        """The settings of an index, which lie beside its documents."""
        checks.check_name(name)
        known, read_at = self._known.get(name, (None, 0.0))
        if known is not None and time.monotonic() - read_at < _BELIEVED_SECONDS:
            return known
        kept = self._record(name, layout.SETTINGS_ID)
        if kept is None:
            raise IndexOutdated(name=name, reason="it was not made by this house")
        facts = kept["source"]
        if facts["form"] != layout.FORM:
            raise IndexOutdated(name=name, reason=f"form {facts['form']}, now {layout.FORM}")
        settings = msgspec.convert(facts["settings"], IndexSettings)
        if facts["analysis"] != analysis_mark(settings.language):
            raise IndexOutdated(name=name, reason="words are analysed in another way now")
        self._known[name] = (settings, time.monotonic())
        return settings

    def upsert(self, name: str, documents: Iterable[Document]) -> int:
        """Store documents; up to 50 MB all of them or none, beyond that in several steps."""
        settings = self.settings(name)
        records = []
        for document in documents:
            checks.check_document(name, document, settings)
            records.append(layout.record(document, settings))
        self._send(name, records)
        return len(records)

    def delete(self, name: str, ids: Iterable[str]) -> None:
        """Remove documents."""
        self.settings(name)
        wanted = expression(In("id", tuple(ids)))
        self._do("delete", name, lambda c: c.index(name).delete_documents(filter=wanted))

    def document(self, name: str, document_id: str) -> Document | None:
        """The stored document."""
        self.settings(name)
        kept = self._record(name, primary_key(document_id))
        return None if kept is None else msgspec.convert(kept["source"], Document)

    def count(self, name: str) -> int:
        """How many documents the index holds, the record of the settings not counted."""
        self.settings(name)
        stats = self._server.ask("count", name, lambda client: client.index(name).get_stats())
        return int(stats.number_of_documents) - 1

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
        self._known.pop(building, None)
        self.settings(building)
        if name not in self.names():  # only existing indexes can be swapped
            self._do("create", name, lambda c: c.create_index(name, {"primaryKey": "id"}))
        self._do("swap", name, lambda c: c.swap_indexes([{"indexes": [name, building]}]))
        self._forget(name, building)
        self._do("drop", building, lambda client: client.delete_index(building))

    def drop(self, name: str) -> None:
        """Remove an index and its documents."""
        checks.check_name(name)
        if name not in self.names():
            raise IndexUnknown(name=name)
        self._forget(name)
        self._do("drop", name, lambda client: client.delete_index(name))

    def close(self) -> None:
        """Forget what was read; connections are not kept between requests."""
        self._known.clear()

    def _forget(self, *names: str) -> None:
        for name in names:
            self._known.pop(name, None)

    def _do(self, action: str, name: str, act: Callable[[Client], TaskInfo]) -> None:
        self._server.do(action, name, act)

    def _record(self, name: str, key: str) -> dict[str, Any] | None:
        def act(client: Client) -> dict[str, Any]:
            return dict(client.index(name).get_document(key))

        try:
            return self._server.ask("document", name, act)
        except IndexRefused as error:
            if error.data["code"] == "document_not_found":
                return None
            raise

    def _every_document(self, name: str) -> Iterable[Document]:
        start, step = 0, 1000
        while True:
            page = self._page_of_documents(name, start, step)
            for kept in page.results:
                if kept.id != layout.SETTINGS_ID:
                    yield msgspec.convert(kept.source, Document)
            start += step
            if start >= page.total:
                return

    def _page_of_documents(self, name: str, start: int, step: int) -> DocumentsResults:
        wanted = {"limit": step, "offset": start, "fields": ["id", "source"]}
        return self._server.ask("read", name, lambda c: c.index(name).get_documents(wanted))

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
