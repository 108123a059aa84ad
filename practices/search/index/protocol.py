"""The one door to a search engine: what an index is told, asked and answers.

Synchronous and thread-safe: every function may be called from several threads at once.

Durability: `upsert`, `delete`, `apply_settings`, `swap` and `drop` return when the change is
stored for good and seen by the next search. What returned survives a killed process; what raised
did not happen, except `IndexTooSlow`, which says that a server is still working on it.

One index holds the documents of one language; `search_federated` asks several at once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

from practices.search.index.filters import Filter

TextField: TypeAlias = Literal["title", "summary", "body", "terms"]
TEXT_FIELDS: tuple[TextField, ...] = ("title", "summary", "body", "terms")
LIMIT_MOST = 1000
"""Most hits one search answers (offset included on engines that count to a fixed depth)."""

NAME_SHAPE = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
FIELD_SHAPE = re.compile(r"[a-z][a-z0-9_]{0,49}")


class Point(msgspec.Struct, frozen=True):
    """A place in degrees, WGS 84."""

    lat: float
    lon: float


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document in one language.

    `id` names it in its index; `key` is a number the caller knows it by, answered by `candidates`
    (two documents may share one). `terms` holds words a person may look for that stand in no text.
    """

    id: str
    key: int
    language: str
    title: str = ""
    summary: str = ""
    body: str = ""
    terms: str = ""
    keywords: Mapping[str, tuple[str, ...]] = {}
    numbers: Mapping[str, float] = {}
    point: Point | None = None


class IndexSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What an index holds. `language` decides how its texts and its queries are analysed."""

    language: str
    keyword_fields: tuple[str, ...] = ()
    number_fields: tuple[str, ...] = ()
    has_points: bool = False
    weights: Mapping[TextField, float] = msgspec.field(
        default_factory=lambda: {"title": 2.0, "summary": 1.25, "body": 1.0, "terms": 1.5}
    )
    """How much a word counts where it stands; 0 leaves a field out of the search."""


class Matching(StrEnum):
    """How many of the words a document must have."""

    ANY = "any"
    """At least one word: for questions."""
    ALL = "all"
    """Every word that is not a stop word."""
    LAST_PREFIX = "last_prefix"
    """Every word, the last also as the beginning of a word: for a search box."""


class Typos(StrEnum):
    """How much a word that no document has may differ from the one that was meant."""

    OFF = "off"
    ONE = "one"
    """One letter wrong, missing, added or swapped, in words of at least three letters."""
    AUTO = "auto"
    """The same, and two in words of at least nine letters where one finds nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Another way to say the query or a part of it, such as the label of a concept.

    A document must have all its words. Of several wordings of one `concept` the best counts.
    """

    text: str
    weight: float = 0.5
    concept: str = ""


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Order by a number field; documents without it come last."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ByDistance:
    """Order by distance from a point, nearest first; documents without a point come last."""

    lat: float
    lon: float


Sort: TypeAlias = ByNumber | ByDistance


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for. Without text (and other wordings) every document matches.

    A document matches when `text` does, or any wording of `also`. Without `sort` the best come
    first; equal ones in the order of `key`. `highlight` names the text fields to mark.
    """

    text: str = ""
    also: tuple[Wording, ...] = ()
    matching: Matching = Matching.ANY
    typos: Typos = Typos.AUTO
    filter: Filter | None = None
    facets: tuple[str, ...] = ()
    sort: tuple[Sort, ...] = ()
    limit: int = 20
    offset: int = 0
    highlight: tuple[TextField, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of an original text and where in it the words stand that were found."""

    text: str
    marks: tuple[tuple[int, int], ...]
    starts_text: bool
    ends_text: bool


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many documents have this value."""

    value: str
    count: int


Facets: TypeAlias = Mapping[str, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that was found. Scores compare within one answer only."""

    id: str
    key: int
    index: str
    language: str
    score: float
    document: Document
    highlights: Mapping[TextField, Fragment] = field(default_factory=dict)
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of hits; `total` counts all matches (`Capabilities.exact_total` says how well)."""

    hits: tuple[Hit, ...]
    total: int
    facets: Facets = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an engine can do, where engines differ."""

    engine: str
    geo: bool
    sort_by_distance: bool
    exact_total: bool
    typos_per_query: bool
    deepest_hit: int | None
    """Hits beyond this many are not reached by `offset`; None: no such bound."""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the engine answers, and in one line what is wrong where it does not."""

    ok: bool
    engine: str
    note: str = ""


FederatedQuery: TypeAlias = tuple[str, Query, float]
"""Name of an index, what to ask it, and the weight of its scores."""


class SearchIndex(Protocol):
    """A search engine that holds any number of named indexes."""

    def capabilities(self) -> Capabilities:
        """What this engine can do."""
        ...

    def health(self) -> Health:
        """Whether the engine answers. Never raises."""
        ...

    def names(self) -> tuple[str, ...]:
        """Names of all indexes, sorted."""
        ...

    def apply_settings(self, name: str, settings: IndexSettings) -> None:
        """Make the index, or bring an existing one (documents included) to these settings.

        Raises:
            SettingsNotUnderstood: a name, field or weight is not usable.
        """
        ...

    def settings(self, name: str) -> IndexSettings:
        """The settings of an index."""
        ...

    def upsert(self, name: str, documents: Iterable[Document]) -> int:
        """Store documents, replacing those of the same id; all of them or none. How many.

        Raises:
            DocumentNotUnderstood: a document does not fit the settings.
        """
        ...

    def delete(self, name: str, ids: Iterable[str]) -> None:
        """Remove documents; ids that are not there are no error."""
        ...

    def document(self, name: str, document_id: str) -> Document | None:
        """The stored document."""
        ...

    def count(self, name: str) -> int:
        """How many documents the index holds."""
        ...

    def search(self, name: str, query: Query) -> Page:
        """Documents that match, a page of them, with the facets that were asked for."""
        ...

    def search_federated(
        self, queries: Sequence[FederatedQuery], limit: int = 20, offset: int = 0
    ) -> Page:
        """Hits of several indexes in one order: score times weight.

        Limit, offset and sort of the single queries are not looked at; facet counts are added.
        """
        ...

    def facets(self, name: str, query: Query) -> Facets:
        """Counts of `query.facets`, each without the conditions on that facet itself.

        Most frequent first, then by value.
        """
        ...

    def candidates(
        self, name: str, query: Query, limit: int = LIMIT_MOST
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Keys and scores of the best matches, without their texts. Both of shape (found,)."""
        ...

    def swap(self, name: str, building: str) -> None:
        """Let `building` answer under `name` from now on, all at once; `building` is then gone.

        A search sees the old documents or the new ones, never both. `name` need not exist yet.
        """
        ...

    def drop(self, name: str) -> None:
        """Remove an index and its documents. Raises IndexUnknown."""
        ...

    def close(self) -> None:
        """Let go of files, locks and connections."""
        ...
