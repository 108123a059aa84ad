"""How a document and its settings are laid out in Meilisearch.

Meilisearch does not stem, so our stems are indexed beside the folded words: `s_FIELD` holds the
stems of a text field in order, `words` and `title_words` the distinct folded and stemmed words for
beginnings of words and typos. The server's own analysis finds only plain words there. `source` is
the document as it was given, as JSON in a string: the server would lay out an object's fields one
by one and may write its numbers in another way.
"""

from typing import Any

import msgspec

from i18n.analysis import Token, analyse
from practices.search.index.meili_index.codes import FILTERED_BYTES_MOST, encoded, primary_key
from practices.search.index.meili_index.filtering import PLACED, attribute
from practices.search.index.protocol import TEXT_FIELDS, Document, IndexSettings, TextField

FORM = 2
"""Counts up when this layout changes, so that older indexes are rebuilt."""

DEEPEST_HIT = 1000
COUNTED_MOST = 20_000
"""The server counts matches no further than it lets a page reach; rare words are told by counts.
It ranks no more for it: what it ranks is bounded by the limit of each query."""

FACET_VALUES_MOST = 10_000
SETTINGS_ID = "x-settings"
"""Primary key of the record that keeps our settings with the index, so that a swap takes them
along. No document's key looks like it: after x- only hexadecimal digits follow."""

_LOCALES = frozenset({"en", "fr", "es", "pt", "ar", "hi", "am", "bn", "id", "zh"})
"""Those of our languages that the server takes as a locale; Kiswahili and Hausa it does not:
https://www.meilisearch.com/docs/reference/api/settings/get-localizedattributes"""

_OTHER_LOCALE = "en"
"""Said of any other language: without a locale the server guesses one for each text and each query,
and where the guesses differ it cuts words differently."""

decode = msgspec.json.Decoder(Document).decode


class SettingsKept(msgspec.Struct, frozen=True, kw_only=True):
    """What the record of the settings says. `analysis` is the mark of how words were analysed."""

    form: int
    analysis: str = ""
    settings: IndexSettings | None = None


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
    locale = settings.language if settings.language in _LOCALES else _OTHER_LOCALE
    return {
        "searchableAttributes": [*stem_attributes(settings), *word_attributes(settings)],
        "displayedAttributes": ["id", "key", "source"],
        "filterableAttributes": ["id", "language", *numbers, *codes, *geo, *([PLACED] * len(geo))],
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
            "minWordSizeForTypos": {"oneTypo": 3, "twoTypos": 9},
            "disableOnAttributes": stem_attributes(settings),
        },
        "faceting": {"maxValuesPerFacet": FACET_VALUES_MOST, "sortFacetValuesBy": {"*": "count"}},
        "pagination": {"maxTotalHits": COUNTED_MOST},
        "localizedAttributes": [{"attributePatterns": ["*"], "locales": [locale]}],
    }


def settings_record(settings: IndexSettings, mark: str) -> dict[str, Any]:
    """The record of our settings; it has no `key`, by which every search tells it apart.

    It has every attribute that is searched, empty: the server refuses a search on an attribute
    that no document has had, be it among the searchable ones or not.
    """
    kept = SettingsKept(form=FORM, analysis=mark, settings=settings)
    attributes = [*stem_attributes(settings), *word_attributes(settings)]
    source = msgspec.json.encode(kept).decode()
    return {"id": SETTINGS_ID, "source": source, **dict.fromkeys(attributes, "")}


def fault_of(document: Document) -> str | None:
    """Why this server cannot keep a document that other engines can."""
    for field, values in document.keywords.items():
        if any(len(encoded(value)) > FILTERED_BYTES_MOST for value in values):
            return f"{field!r} has a value too long to be filtered by"
    if len(encoded(document.language)) > FILTERED_BYTES_MOST:
        return "its language is too long to be filtered by"
    return None


def record(document: Document, settings: IndexSettings) -> dict[str, Any]:
    """A document as it is sent."""
    made: dict[str, Any] = {
        "id": primary_key(document.id),
        "key": document.key,
        "language": encoded(document.language),
        "source": msgspec.json.encode(document).decode(),
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
        made[attribute(name)] = number or 0  # -0.0 and 0.0 are one number
    if document.point is not None:
        made["_geo"] = {"lat": document.point.lat, "lng": document.point.lon}
        made[PLACED] = True
    return made


def _words(tokens: list[Token]) -> dict[str, None]:
    words: dict[str, None] = {}
    for token in tokens:
        words[token.folded] = None
        words[token.stem] = None
    return words
