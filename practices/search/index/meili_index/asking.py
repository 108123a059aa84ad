"""A query as the things to ask the server for.

https://www.meilisearch.com/docs/reference/api/search/perform-a-multi-search

Every text goes with the strategy `all`, for none of the server's strategies finds documents with
*any* of several words: `last` keeps the first word, `frequency` the rarest, and words as frequent
as one another are kept together. So a text of which any word is enough is asked for word by word,
and `scoring` adds up what a document was found by.

- A quoted word stands for itself: neither typos nor endings, and it is never dropped.
- An unfinished word goes unquoted to the end, where the server takes it for a beginning.
- A word that no document has goes unquoted with its letters, where the server allows for typos.
  A blank at the end keeps it from being taken for a beginning.

The server reads ten words of a query, so of more that are all required ten are sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from practices.search.index.meili_index.filtering import EVERY_DOCUMENT, expression
from practices.search.index.meili_index.layout import stem_attributes, word_attributes
from practices.search.index.protocol import (
    ByDistance,
    IndexSettings,
    Matching,
    Query,
    Sort,
    Typos,
)
from practices.search.index.words import (
    SaidOtherwise,
    Word,
    edits_allowed,
    others_of,
    words_of,
)

WORDS_READ = 10
"""Words of one query that the server reads."""

WORDS_MOST = 16
"""Of a longer question the rarest words are asked for: they say most."""

UNSURE_WORDS_MOST = 6
"""Only so many words of one query are looked up with their typos."""

TYPO_SHARE = 0.8
"""Weight of what is found in spite of a typo."""


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to ask for. Of several ways to meet one `claim` the best counts."""

    said: str
    attributes: tuple[str, ...]
    weight: float
    claim: str
    no_typos: bool = False
    """The server knows no query without typos: what it found by one is left out afterwards."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query is about: words of its text and of its other wordings."""

    words: tuple[Word, ...]
    others: tuple[SaidOtherwise, ...]

    @classmethod
    def of(cls, query: Query, settings: IndexSettings) -> "Wanted | None":
        """None where no text is asked for, so that every document is meant."""
        if not query.text.strip() and not any(other.text.strip() for other in query.also):
            return None
        words = words_of(query.text, settings.language, query.matching)
        others = (
            other for other in others_of(query, settings.language) if len(other.words) <= WORDS_READ
        )
        return cls(words, tuple(others))


def counts_first(query: Query) -> bool:
    """Whether the words of a text must be counted before the ways to ask for it are known."""
    return query.matching is Matching.ANY or query.typos is not Typos.OFF


def probes(wanted: Wanted, query: Query) -> list[str]:
    """What must be counted before the ways to ask are known: single words, other wordings."""
    if not counts_first(query):
        return []
    finished = [word for word in wanted.words if not word.unfinished]
    others = wanted.others if query.matching is Matching.ANY else ()
    said = [_quoted([word]) for word in finished] + [_quoted(other.words) for other in others]
    return list(dict.fromkeys(said))


def ways(
    wanted: Wanted, query: Query, settings: IndexSettings, counts: Mapping[str, int]
) -> tuple[Way, ...]:
    """The ways to ask, none where nothing can be found. `counts` has documents of each probe."""
    if query.matching is Matching.ANY:
        asked = _any(wanted.words, query, settings, counts)
    else:
        asked = _required(wanted.words, query, settings, counts)
    stems = tuple(stem_attributes(settings))
    for number, other in enumerate(wanted.others):
        said = _quoted(other.words)
        if counts.get(said, 1):
            claim = f"concept {other.concept or number}"
            asked.append(Way(said, stems, other.weight, claim))
    return tuple(asked)


def _any(
    words: Sequence[Word], query: Query, settings: IndexSettings, counts: Mapping[str, int]
) -> list[Way]:
    known = [word for word in words if counts.get(_quoted([word]), 0)]
    told = sorted(known, key=lambda word: counts[_quoted([word])])[:WORDS_MOST]
    unsure = [word for word in words if word not in known]
    unsure = [word for word in unsure if edits_allowed(word.folded, query.typos)]
    stems, spelt = tuple(stem_attributes(settings)), tuple(word_attributes(settings))
    asked = [Way(_quoted([w]), stems, _said(w.times), f"word {w.stem}") for w in told]
    asked += [
        Way(f"{word.folded} ", spelt, TYPO_SHARE * _said(word.times), f"word {word.stem}")
        for word in unsure[:UNSURE_WORDS_MOST]
    ]
    return asked


def _required(
    words: Sequence[Word], query: Query, settings: IndexSettings, counts: Mapping[str, int]
) -> list[Way]:
    required = [word for word in words if not word.optional] or list(words)
    open_end = [word for word in required if word.unfinished]
    finished = _foremost([w for w in required if not w.unfinished], counts, len(open_end))
    said: list[str] = []
    unsure = False
    for word in finished:
        if counts.get(_quoted([word]), 1):
            said.append(_quoted([word]))
        elif edits_allowed(word.folded, query.typos):
            said.insert(0, word.folded)
            unsure = True
        else:
            return []
    said += [word.folded for word in open_end]
    if not said:
        return []
    attributes = stem_attributes(settings)
    if unsure or open_end:
        attributes = [*attributes, *word_attributes(settings)]
    end = "" if open_end else " "
    no_typos = query.typos is Typos.OFF and bool(open_end)
    return [Way(" ".join(said) + end, tuple(attributes), 1.0, "text", no_typos)]


def _foremost(words: list[Word], counts: Mapping[str, int], taken: int) -> list[Word]:
    """So many words as the server reads: the rarest where they were counted, else the longest."""
    if len(words) + taken <= WORDS_READ:
        return words
    by_worth = sorted(words, key=lambda word: (counts.get(_quoted([word]), 0), -len(word.stem)))
    kept = set(by_worth[: WORDS_READ - taken])
    return [word for word in words if word in kept]


def _quoted(words: Sequence[Word]) -> str:
    return " ".join(f'"{word.stem}"' for word in words)


def _said(times: int) -> float:
    """Weight of a word said so many times, levelling off at 3: the query side of BM25 with
    k3 = 2 (Robertson et al., Okapi at TREC-3)."""
    return 3 * times / (2 + times)


def counting(name: str, said: Sequence[str], settings: IndexSettings) -> list[dict[str, Any]]:
    """Queries that count the documents of each probe and, last, all documents."""
    base = {"indexUid": name, "filter": EVERY_DOCUMENT, "limit": 0}
    attributes = stem_attributes(settings)
    each = [
        {**base, "q": one, "matchingStrategy": "all", "attributesToSearchOn": attributes}
        for one in said
    ]
    return [*each, {**base, "q": ""}]


def listing(name: str, query: Query, asked: Sequence[Way], most: int) -> list[dict[str, Any]]:
    """Queries that list the best documents of each way, without their texts."""
    narrowed = expression(query.filter)
    return [
        {
            "indexUid": name,
            "filter": narrowed,
            "q": way.said,
            "matchingStrategy": "all",
            "attributesToSearchOn": list(way.attributes),
            "attributesToRetrieve": ["id", "key"],
            "showRankingScore": True,
            "limit": most,
        }
        for way in asked
    ]


def federating(
    name: str,
    query: Query,
    asked: Sequence[Way] | None,
    weight: float,
    shown: Sequence[str],
) -> list[dict[str, Any]]:
    """Queries of a federated search, in which each document is found once, by its best way.

    Without ways (None) every document is asked for, by `key` unless sorted.
    """
    frame: dict[str, Any] = {
        "indexUid": name,
        "filter": expression(query.filter),
        "attributesToRetrieve": list(shown),
    }
    if asked is None:
        sorts = list(dict.fromkeys([*_sorts(query.sort), "key:asc"]))
        return [{**frame, "q": "", "sort": sorts, "federationOptions": {"weight": weight}}]
    if query.sort:
        frame["sort"] = _sorts(query.sort)
    return [
        {
            **frame,
            "q": way.said,
            "matchingStrategy": "all",
            "attributesToSearchOn": list(way.attributes),
            "federationOptions": {"weight": way.weight * weight},
            **({"showRankingScoreDetails": True} if way.no_typos else {}),
        }
        for way in asked
    ]


def _sorts(sorts: Sequence[Sort]) -> list[str]:
    return [_sort(sort) for sort in sorts]


def _sort(sort: Sort) -> str:
    if isinstance(sort, ByDistance):
        return f"_geoPoint({sort.lat:.8f}, {sort.lon:.8f}):asc"
    name = "key" if sort.field == "key" else f"f_{sort.field}"
    return f"{name}:{'desc' if sort.descending else 'asc'}"
