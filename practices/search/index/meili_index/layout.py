"""How a document and its settings are laid out in Meilisearch.

Meilisearch does not stem, so our stems are indexed beside the folded words: `s_FIELD` holds the
stems of a text field in order, `words` and `title_words` the distinct folded and stemmed words for
beginnings of words and typos. The server's own analysis finds only plain words there. `source` is
the document as it was given, the only thing that is shown.
"""

from typing import Any

import msgspec

from i18n.analysis import Token, analyse
from practices.search.index.meili_index.codes import encoded, primary_key
from practices.search.index.meili_index.filtering import attribute
from practices.search.index.protocol import TEXT_FIELDS, Document, IndexSettings, TextField

FORM = 1
DEEPEST_HIT = 1000
FACET_VALUES_MOST = 10_000
SETTINGS_ID = "x-settings"
"""Primary key of the record that keeps our settings with the index, so that a swap takes them
along. No document's key looks like it: after x- only hexadecimal digits follow."""

FILTERED_BYTES_MOST = 468
"""Longer values cannot be filtered by (limit of the server's key-value store)."""

_LOCALES = frozenset({"en", "fr", "es", "pt", "ar", "hi", "am", "bn", "id", "zh"})
"""Those of our languages that the server takes as a locale; Kiswahili and Hausa it does not:
https://www.meilisearch.com/docs/reference/api/settings/get-localizedattributes"""


def stems_of(field: TextField) -> str:
    """The attribute with the stems of a text field."""
    return f"s_{field}"


def searched(settings: IndexSettings) -> list[TextField]:
    """Text fields with a weight, the weightiest first: the server knows order, not weights."""
    weights = settings.weights
    fields = [field for field in TEXT_FIELDS if weights.get(field, 0.0) > 0]
    return sorted(fields, key=lambda field: -weights[field])


def stem_attributes(settings: IndexSettings) -> list[str]:
    """Where stems are looked for."""
    return [stems_of(field) for field in searched(settings)]


def word_attributes(settings: IndexSettings) -> list[str]:
    """Where beginnings of words and words with typos are looked for."""
    return ["title_words", "words"] if "title" in searched(settings) else ["words"]


def server_settings(settings: IndexSettings) -> dict[str, Any]:
    """The body of an update of the settings.

    https://www.meilisearch.com/docs/reference/api/settings/update-all-settings
    """
    numbers = ["key", *(attribute(field) for field in settings.number_fields)]
    geo = ["_geo"] if settings.has_points else []
    codes = [attribute(field) for field in settings.keyword_fields]
    body: dict[str, Any] = {
        "searchableAttributes": [*stem_attributes(settings), *word_attributes(settings)],
        "displayedAttributes": ["source", "key"],
        "filterableAttributes": ["ident", "language", *numbers, *codes, *geo],
        "sortableAttributes": [*numbers, *geo],
        "rankingRules": [
            "sort",
            "words",
            "typo",
            "proximity",
            "attribute",
            "exactness",
            "key:asc",
        ],
        "stopWords": [],
        "synonyms": {},
        "typoTolerance": {
            "enabled": True,
            "minWordSizeForTypos": {"oneTypo": 4, "twoTypos": 9},
            "disableOnAttributes": stem_attributes(settings),
        },
        "faceting": {"maxValuesPerFacet": FACET_VALUES_MOST, "sortFacetValuesBy": {"*": "count"}},
        "pagination": {"maxTotalHits": DEEPEST_HIT},
    }
    if settings.language in _LOCALES:
        rule = {"attributePatterns": ["*"], "locales": [settings.language]}
        body["localizedAttributes"] = [rule]
    return body


def settings_record(settings: IndexSettings, mark: str) -> dict[str, Any]:
    """The record of our settings; it has no `key`, by which every search tells it apart."""
    return {
        "id": SETTINGS_ID,
        "source": {"form": FORM, "analysis": mark, "settings": msgspec.to_builtins(settings)},
    }


def record(document: Document, settings: IndexSettings) -> dict[str, Any]:
    """A document as it is sent."""
    made: dict[str, Any] = {
        "id": primary_key(document.id),
        "ident": encoded(document.id),
        "key": document.key,
        "language": encoded(document.language),
        "source": msgspec.to_builtins(document),
    }
    every_word: dict[str, None] = {}
    for field in searched(settings):
        text: str = getattr(document, field)
        tokens = analyse(text, settings.language)
        if tokens:
            made[stems_of(field)] = " ".join(token.stem for token in tokens)
            words = _words(tokens)
            every_word |= words
            if field == "title":
                made["title_words"] = " ".join(words)
    if every_word:
        made["words"] = " ".join(every_word)
    for name, values in document.keywords.items():
        if values:
            made[attribute(name)] = [encoded(value) for value in dict.fromkeys(values)]
    for name, number in document.numbers.items():
        made[attribute(name)] = number
    if document.point is not None:
        made["_geo"] = {"lat": document.point.lat, "lng": document.point.lon}
    return made


def _words(tokens: list[Token]) -> dict[str, None]:
    words: dict[str, None] = {}
    for token in tokens:
        words[token.folded] = None
        words[token.stem] = None
    return words
