"""A query as the queries of one federated multi-search.

https://www.meilisearch.com/docs/reference/api/search/perform-a-multi-search

How the ways of matching are said to the server:

- `all`: strategy `all`. Every stem is quoted, for a quoted word has neither typos nor endings.
- `last_prefix`: the same, with the unfinished word unquoted at the end, where the server takes it
  for a beginning.
- `any`: no strategy drops *any* words (`last` keeps the first, `frequency` the rarest, and quoted
  words are never dropped). So the whole query goes with `frequency`, and each word alone beside it
  with a weight below what the whole earns with one word of n. The server answers a document that
  several queries find once, with its best score.

A blank at the end keeps the last word from being taken for a beginning. The server reads ten words
of a query, so of longer ones the longest are sent. Typos are looked for in the folded words.
"""

from collections.abc import Sequence
from typing import Any

from practices.search.index.meili_index.filtering import expression
from practices.search.index.meili_index.layout import stem_attributes, word_attributes
from practices.search.index.protocol import ByDistance, IndexSettings, Matching, Query, Sort
from practices.search.index.words import (
    SaidOtherwise,
    Word,
    edits_allowed,
    others_of,
    words_of,
)

WORDS_MOST = 10
TYPO_SHARE = 0.8
"""Weight of what is found in spite of a typo."""

SINGLE_SHARE = 0.9
"""Weight of a word found alone is this, divided by the number of words."""


def queries_of(name: str, query: Query, settings: IndexSettings) -> list[dict[str, Any]] | None:
    """The queries to send; None when the text has no word that could be found."""
    frame: dict[str, Any] = {"indexUid": name, "filter": expression(query.filter)}
    if not query.text.strip() and not any(other.text.strip() for other in query.also):
        return [{**frame, "q": "", "sort": [*_sorts(query.sort), "key:asc"]}]
    if query.sort:
        frame["sort"] = _sorts(query.sort)
    words = words_of(query.text, settings.language, query.matching)
    asked = _text(words, query, settings) if words else []
    asked += [_other(other, settings) for other in others_of(query, settings.language)]
    return [{**frame, **each} for each in asked] or None


def _sorts(sorts: Sequence[Sort]) -> list[str]:
    return [_sort(sort) for sort in sorts]


def _sort(sort: Sort) -> str:
    if isinstance(sort, ByDistance):
        return f"_geoPoint({sort.lat:.8f}, {sort.lon:.8f}):asc"
    name = "key" if sort.field == "key" else f"f_{sort.field}"
    return f"{name}:{'desc' if sort.descending else 'asc'}"


def _text(words: tuple[Word, ...], query: Query, settings: IndexSettings) -> list[dict[str, Any]]:
    if query.matching is Matching.ANY:
        return _any(words, query, settings)
    required = tuple(word for word in words if not word.optional) or words
    asked = [_all(required, settings)]
    if any(edits_allowed(word.folded, query.typos) for word in required):
        asked.append(_with_typos(required, "all", TYPO_SHARE, settings))
    return asked


def _all(words: tuple[Word, ...], settings: IndexSettings) -> dict[str, Any]:
    unfinished = [word.folded for word in words if word.unfinished]
    quoted = [f'"{word.stem}"' for word in words if not word.unfinished]
    attributes = stem_attributes(settings)
    if unfinished:
        attributes = [*attributes, *word_attributes(settings)]
    return _query(" ".join(quoted + unfinished), "all", 1.0, attributes)


def _any(words: tuple[Word, ...], query: Query, settings: IndexSettings) -> list[dict[str, Any]]:
    told = _longest(words)
    alone = SINGLE_SHARE / len(told)
    stems = stem_attributes(settings)
    asked = [_query(" ".join(word.stem for word in told) + " ", "frequency", 1.0, stems)]
    asked += [_query(f'"{word.stem}"', "all", alone, stems) for word in told]
    unsure = [word for word in told if edits_allowed(word.folded, query.typos)]
    asked += [_with_typos((word,), "all", alone * TYPO_SHARE, settings) for word in unsure]
    return asked


def _longest(words: tuple[Word, ...]) -> tuple[Word, ...]:
    if len(words) <= WORDS_MOST:
        return words
    kept = set(sorted(words, key=lambda word: -len(word.stem))[:WORDS_MOST])
    return tuple(word for word in words if word in kept)


def _with_typos(
    words: tuple[Word, ...], strategy: str, weight: float, settings: IndexSettings
) -> dict[str, Any]:
    end = "" if words[-1].unfinished else " "
    said = " ".join(word.folded for word in words) + end
    return _query(said, strategy, weight, word_attributes(settings))


def _other(other: SaidOtherwise, settings: IndexSettings) -> dict[str, Any]:
    quoted = " ".join(f'"{word.stem}"' for word in other.words)
    return _query(quoted, "all", other.weight, stem_attributes(settings))


def _query(said: str, strategy: str, weight: float, attributes: list[str]) -> dict[str, Any]:
    return {
        "q": said,
        "matchingStrategy": strategy,
        "attributesToSearchOn": attributes,
        "federationOptions": {"weight": weight},
    }
