"""The words of a query as a tantivy query: built from objects, never by parsing a string."""

import math
from collections import defaultdict
from dataclasses import dataclass

from tantivy import Occur
from tantivy import Query as TantivyQuery

from practices.search.index.protocol import Matching, Query, Typos
from practices.search.index.tantivy_index.corrections import Correction, corrections
from practices.search.index.tantivy_index.filtering import any_of
from practices.search.index.tantivy_index.generation import Reader
from practices.search.index.words import (
    SaidOtherwise,
    Word,
    edits_allowed,
    others_of,
    words_of,
)

WORDS_MOST = 48
"""Of a longer question the rarest words are kept: they say most and cost least."""

UNSURE_WORDS_MOST = 6
"""Only so many words of one query are looked up with their typos."""

CORRECTED_SHARE = 0.8
"""What a word corrected by one letter counts, of what it counts when it is typed; less frequent
corrections count down to 0.3 of that, for BM25 alone would put the rarest first."""

UNSURE_SCORE = 2.0
"""What a beginning of a word, or a word with a typo, counts: as BM25 rates a word found in about
one document of eight. tantivy scores such matches all alike."""


@dataclass(slots=True)
class WordingCompiler:
    """Compiles one query for one view of an index."""

    reader: Reader
    typos: Typos
    unsure_left: int = UNSURE_WORDS_MOST

    def compiled(self, query: Query) -> TantivyQuery | None:
        """Documents that match the text or another wording; None when nothing is asked for."""
        if not query.text.strip() and not any(other.text.strip() for other in query.also):
            return None
        language = self.reader.settings.language
        words = words_of(query.text, language, query.matching)
        ways = [self._text(words, query.matching)] if words else []
        ways += self._others(others_of(query, language))
        return any_of(ways)

    def _text(self, words: tuple[Word, ...], matching: Matching) -> TantivyQuery:
        if matching is Matching.ANY:
            return any_of([self._word(word) for word in self._telling(words)])
        parts = [
            (Occur.Should if word.optional else Occur.Must, self._word(word)) for word in words
        ]
        finished = [word.stem for word in words if not word.unfinished]
        if len(finished) > 1:
            parts.append((Occur.Should, self._in_a_row(finished)))
        return TantivyQuery.boolean_query(parts)

    def _telling(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        if len(words) <= WORDS_MOST:
            return words
        frequency = self.reader.searcher.doc_freq
        found = [word for word in words if frequency("t_all", word.stem)]
        return tuple(sorted(found, key=lambda word: frequency("t_all", word.stem))[:WORDS_MOST])

    def _others(self, others: tuple[SaidOtherwise, ...]) -> list[TantivyQuery]:
        concepts: dict[str, list[TantivyQuery]] = defaultdict(list)
        for i, other in enumerate(others):
            concepts[other.concept or f"\0{i}"].append(self._other(other))
        return [
            same[0] if len(same) == 1 else TantivyQuery.disjunction_max_query(same)
            for same in concepts.values()
        ]

    def _other(self, other: SaidOtherwise) -> TantivyQuery:
        parts = [(Occur.Must, any_of(self._exactly(word))) for word in other.words]
        if len(parts) > 1:
            parts.append((Occur.Should, self._in_a_row([word.stem for word in other.words])))
        return TantivyQuery.boost_query(TantivyQuery.boolean_query(parts), other.weight)

    def _word(self, word: Word) -> TantivyQuery:
        ways = self._exactly(word)
        known = self.reader.searcher.doc_freq("t_all", word.stem) > 0  # then it is no typo
        if word.unfinished:
            beginning = self._folded(word.folded, 0, beginning=True)
            known = known or self._finds(beginning[0])
            ways += self._scored(beginning, 1.0)
        edits = edits_allowed(word.folded, self.typos)
        if edits and not known and self.unsure_left > 0:
            self.unsure_left -= 1
            ways += self._with_typos(word, edits)
        return any_of(ways)

    def _exactly(self, word: Word) -> list[TantivyQuery]:
        layout, schema = self.reader.layout, self.reader.schema
        weights = {"t_all": layout.lightest}
        weights |= {f"t_{field}": weight for field, weight in layout.heavier.items()}
        return [
            TantivyQuery.boost_query(
                TantivyQuery.term_query(schema, name, word.stem, index_option="freq"),
                weight * _said(word.times),
            )
            for name, weight in weights.items()
        ]

    def _in_a_row(self, stems: list[str]) -> TantivyQuery:
        phrase = TantivyQuery.phrase_query(self.reader.schema, "t_all", list(stems), slop=1)
        return TantivyQuery.boost_query(phrase, self.reader.layout.lightest)

    def _with_typos(self, word: Word, edits: int) -> list[TantivyQuery]:
        """The nearest words: those one letter away by their frequency, else what is fuzzy."""
        if not word.unfinished:
            language = self.reader.settings.language
            near = corrections(self.reader.searcher, word.folded, language)
            if near:
                return [self._corrected(word, correction) for correction in near]
        for edit in range(1, edits + 1):
            found = self._folded(word.folded, edit, beginning=word.unfinished)
            if edit == edits or self._finds(found[0]):
                return self._scored(found, 1.0 / edit)
        return []

    def _corrected(self, word: Word, correction: Correction) -> TantivyQuery:
        meant = Word(correction.stem, correction.stem, times=word.times)
        share = CORRECTED_SHARE * (0.6 + 0.4 * correction.share)
        return TantivyQuery.boost_query(any_of(self._exactly(meant)), share)

    def _folded(self, word: str, edits: int, *, beginning: bool) -> list[TantivyQuery]:
        names = ["f_all", "f_title"] if self.reader.layout.has_title else ["f_all"]
        return [
            TantivyQuery.fuzzy_term_query(self.reader.schema, name, word, edits, True, beginning)
            for name in names
        ]

    def _scored(self, queries: list[TantivyQuery], share: float) -> list[TantivyQuery]:
        layout = self.reader.layout
        rarest = math.log(1 + max(0.0, self.reader.searcher.num_docs - 0.5) / 1.5)
        score = min(UNSURE_SCORE, 0.5 * rarest) * share
        weights = [layout.lightest, layout.heavier.get("title", layout.lightest)]
        return [
            TantivyQuery.const_score_query(query, score * weight)
            for query, weight in zip(queries, weights, strict=False)
        ]

    def _finds(self, query: TantivyQuery) -> bool:
        return bool(self.reader.searcher.search(query, 1, count=False).hits)


def _said(times: int) -> float:
    """Weight of a word said so many times, levelling off at 3: the query side of BM25 with
    k3 = 2 (Robertson et al., Okapi at TREC-3)."""
    return 3 * times / (2 + times)
