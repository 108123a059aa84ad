"""The search index on local files."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt
import tantivy
from tantivy import Query as TantivyQuery

from practices.search.index import checks
from practices.search.index.errors import IndexUnknown, SettingsNotUnderstood
from practices.search.index.federation import federated
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
from practices.search.index.tantivy_index import answering
from practices.search.index.tantivy_index.faults import reading_faults
from practices.search.index.tantivy_index.generation import Generation, Reader
from practices.search.index.tantivy_index.store import Store, fed


class TantivyIndex:
    """Named indexes below one folder, for one writing process and any number of reading ones."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stores: dict[str, Store] = {}
        self._stores_lock = Lock()
        root.mkdir(parents=True, exist_ok=True)

    def capabilities(self) -> Capabilities:
        """All of the protocol, exactly."""
        return Capabilities(
            engine="tantivy",
            geo=True,
            sort_by_distance=True,
            exact_total=True,
            typos_per_query=True,
            deepest_hit=None,
        )

    def health(self) -> Health:
        """Whether the folder is there and every index opens."""
        faults = []
        try:
            for name in self.names():
                with contextlib.suppress(IndexUnknown), self._store(name).reading():
                    pass
        except Exception as error:  # noqa: BLE001 - health never raises
            faults.append(str(error))
        return Health(not faults, "tantivy", "; ".join(faults))

    def names(self) -> tuple[str, ...]:
        """Names of all indexes, damaged ones too."""
        return tuple(sorted(pointer.parent.name for pointer in self._root.glob("*/CURRENT")))

    def apply_settings(self, name: str, settings: IndexSettings) -> None:
        """Make the index; with other settings than before its documents are written again."""
        checks.check_settings(name, settings)
        store = self._store(name)
        with store.writing_lock:
            if not store.exists:
                store.create(settings)
            elif self.settings(name) != settings:
                store.rebuild(settings, lambda reader: _fitting(reader, settings))

    def settings(self, name: str) -> IndexSettings:
        """The settings of an index."""
        with self._reading(name) as reader:
            return reader.settings

    def upsert(self, name: str, documents: Iterable[Document]) -> int:
        """Store documents in one commit; the iterable is read once and not kept."""
        stored = 0

        def act(writer: tantivy.IndexWriter, generation: Generation) -> None:
            nonlocal stored
            layout = generation.layout
            for document in fed(documents):
                checks.check_document(name, document, layout.settings)
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(layout.document(document))
                stored += 1

        self._known(name).change(act)
        return stored

    def delete(self, name: str, ids: Iterable[str]) -> None:
        """Remove documents in one commit."""

        def act(writer: tantivy.IndexWriter, _: Generation) -> None:
            for document_id in filter(checks.is_whole, fed(ids)):
                writer.delete_documents_by_term("id", document_id)

        self._known(name).change(act)

    def document(self, name: str, document_id: str) -> Document | None:
        """The stored document."""
        with self._reading(name) as reader:
            if not checks.is_whole(document_id):
                return None
            asked = TantivyQuery.term_query(reader.schema, "id", document_id, index_option="basic")
            hits = reader.searcher.search(asked, 1, count=False).hits
            return answering.stored(reader, hits[0][1]) if hits else None

    def count(self, name: str) -> int:
        """How many documents the index holds."""
        with self._reading(name) as reader:
            return reader.searcher.num_docs

    def search(self, name: str, query: Query) -> Page:
        """One page of hits with facets, all from one view of the index."""
        with self._reading(name) as reader:
            checks.check_query(query, reader.settings)
            return answering.page_of(reader, query)

    def search_federated(
        self, queries: Sequence[FederatedQuery], limit: int = 20, offset: int = 0
    ) -> Page:
        """Hits of several indexes by BM25 score times weight."""
        checks.check_page(limit, offset)
        return federated(self.search, queries, limit, offset)

    def facets(self, name: str, query: Query) -> Facets:
        """Counts of the facets, each without its own conditions."""
        with self._reading(name) as reader:
            checks.check_query(query, reader.settings)
            question = answering.Question.of(reader, query)
            return answering.facets_of(question, question.under(query.filter))

    def candidates(
        self, name: str, query: Query, limit: int = LIMIT_MOST
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Keys and scores of the best matches."""
        with self._reading(name) as reader:
            checks.check_query(query, reader.settings)
            return answering.candidates_of(reader, query, limit)

    def swap(self, name: str, building: str) -> None:
        """Move the generation of `building` below `name` and point to it."""
        checks.check_name(name)
        if name == building:
            raise SettingsNotUnderstood(name=name, reason="an index cannot replace itself")
        taken, given = self._store(name), self._known(building)
        first, second = sorted((taken, given), key=lambda store: store.name)
        with first.writing_lock, second.writing_lock:
            given.take_lock()
            given.move_current_to(taken)

    def drop(self, name: str) -> None:
        """Remove an index, damaged or not."""
        store = self._known(name)
        with store.writing_lock:
            store.take_lock()
            store.remove()

    def close(self) -> None:
        """Let go of files and locks; the index may be used again after."""
        with self._stores_lock:
            stores = list(self._stores.values())
        for store in stores:
            store.close()

    @contextlib.contextmanager
    def _reading(self, name: str) -> Iterator[Reader]:
        with self._store(name).reading() as reader, reading_faults(name):
            yield reader

    def _store(self, name: str) -> Store:
        store = self._stores.get(name)
        if store is not None:
            return store
        checks.check_name(name)
        with self._stores_lock:
            return self._stores.setdefault(name, Store(self._root, name))

    def _known(self, name: str) -> Store:
        store = self._store(name)
        if not store.exists:
            raise IndexUnknown(name=name)
        return store


def _fitting(reader: Reader, settings: IndexSettings) -> Iterator[Document]:
    """Every document of a view, which must fit the new settings."""
    every = reader.searcher.search(
        TantivyQuery.all_query(), max(1, reader.searcher.num_docs), count=False
    )
    for _, address in every.hits:
        document = answering.stored(reader, address)
        checks.check_document(reader.name, document, settings)
        yield document
