"""How a document is laid out in tantivy.

Analysis is ours in both directions, so every text is indexed as words joined by spaces:

- `t_all`: stems of all text fields with a weight, with positions; `t_FIELD`: stems of a field that
  weighs more than the lightest, once more on its own. A word scores lightest x BM25(t_all) + sum of
  (weight - lightest) x BM25(t_FIELD), which rates short texts and rare words as one text would.
- `f_all`, `f_title`: the distinct folded, unstemmed words, for beginnings of words and typos; a
  stem that does not begin its word stands there too (Arabic articles, Swahili prefixes).
- `k_FIELD` codes, `n_FIELD` numbers, `language`, `key`, `lat`, `lon`: columns.
- `spot`: a number of the id's own, to name single documents in a filter.
- `source`: the document as it was given.
"""

import hashlib
from dataclasses import dataclass

import msgspec
import tantivy

from i18n.analysis import Token, analyse
from practices.search.index.protocol import TEXT_FIELDS, Document, IndexSettings, TextField

FORM = 1
"""Counts up when this layout changes, so that older indexes are rebuilt."""

_WORDS = "words_between_spaces"


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of one index."""

    settings: IndexSettings
    searched: tuple[TextField, ...]
    lightest: float
    heavier: dict[TextField, float]

    @classmethod
    def of(cls, settings: IndexSettings) -> "Layout":
        """The layout that these settings ask for."""
        weights = {field: settings.weights.get(field, 0.0) for field in TEXT_FIELDS}
        searched = tuple(field for field in TEXT_FIELDS if weights[field] > 0)
        lightest = min(weights[field] for field in searched)
        heavier = {f: weights[f] - lightest for f in searched if weights[f] > lightest}
        return cls(settings, searched, lightest, heavier)

    @property
    def has_title(self) -> bool:
        """Whether titles are searched."""
        return "title" in self.searched

    def schema(self) -> tantivy.Schema:
        """The tantivy schema."""
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", tokenizer_name="raw", index_option="basic")
        schema.add_text_field("language", fast=True, tokenizer_name="raw", index_option="basic")
        schema.add_integer_field("key", fast=True, indexed=True)
        schema.add_bytes_field("source", stored=True)
        schema.add_text_field("t_all", tokenizer_name=_WORDS)
        schema.add_text_field("f_all", tokenizer_name=_WORDS, index_option="basic")
        for text_field in self.heavier:
            schema.add_text_field(f"t_{text_field}", tokenizer_name=_WORDS, index_option="freq")
        if self.has_title:
            schema.add_text_field("f_title", tokenizer_name=_WORDS, index_option="basic")
        for field in self.settings.keyword_fields:
            schema.add_text_field(
                f"k_{field}", fast=True, tokenizer_name="raw", index_option="basic"
            )
        for field in self.settings.number_fields:
            schema.add_float_field(f"n_{field}", fast=True, indexed=True)
        if self.settings.has_points:
            schema.add_float_field("lat", fast=True)
            schema.add_float_field("lon", fast=True)
            schema.add_unsigned_field("spot", fast=True, indexed=True)
        return schema.build()

    def document(self, document: Document) -> tantivy.Document:
        """A document with its texts analysed."""
        made = tantivy.Document()
        made.add_text("id", document.id)
        made.add_text("language", document.language)
        made.add_integer("key", document.key)
        made.add_bytes("source", msgspec.json.encode(document))
        self._add_texts(made, document)
        for field, values in document.keywords.items():
            for value in dict.fromkeys(values):
                made.add_text(f"k_{field}", value)
        for field, number in document.numbers.items():
            made.add_float(f"n_{field}", float(number) + 0.0)  # -0.0 and 0.0 are one number
        if document.point is not None:
            made.add_float("lat", document.point.lat)
            made.add_float("lon", document.point.lon)
            made.add_unsigned("spot", spot_of(document.id))
        return made

    def _add_texts(self, made: tantivy.Document, document: Document) -> None:
        language = self.settings.language
        stems: list[str] = []
        folded: dict[str, None] = {}
        for field in self.searched:
            text: str = getattr(document, field)
            if not text:
                continue
            tokens = analyse(text, language)
            own = [token.stem for token in tokens]
            stems += own
            if field in self.heavier:
                made.add_text(f"t_{field}", " ".join(own))
            words = _folded_words(tokens)
            folded |= words
            if field == "title":
                made.add_text("f_title", " ".join(words))
        made.add_text("t_all", " ".join(stems))
        made.add_text("f_all", " ".join(folded))


def _folded_words(tokens: list[Token]) -> dict[str, None]:
    words: dict[str, None] = {}
    for token in tokens:
        words[token.folded] = None
        if not token.folded.startswith(token.stem):
            words[token.stem] = None
    return words


def spot_of(document_id: str) -> int:
    """A 64-bit number of the id's own."""
    return int.from_bytes(hashlib.blake2b(document_id.encode(), digest_size=8).digest(), "big")


def register_analysers(index: tantivy.Index) -> None:
    """Tell tantivy how words are told apart; it does not keep this with the index."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_WORDS, words)
