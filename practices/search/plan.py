"""What a reader's words are turned into: which indexes are asked, and what each is asked.

The reader's own index is asked, widened by the termbase's synonyms. It also holds the practices
that are not written in her language, by what their concepts are called in it. Words typed in
another served language are also put to that language's index. Where this finds nothing, the words
may be of a language that was not detected: then all indexes are asked.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.errors import GafolupError
from core.words import N_
from i18n.analysis import analyse
from i18n.detection.rules import detect
from i18n.languages import language as served_language
from i18n.termbase.rules import Termbase
from practices.search.documents import index_name
from practices.search.index.filters import And, Filter, In
from practices.search.index.protocol import Matching, Query, Typos, Wording

Via = Literal["own", "typed", "terms", "related"]
"""How a practice was found: by the reader's words, by words typed in another language, by its
concepts' names though its text is in another language, or only as a relative of the best hit."""

LONGEST_QUERY = 1_000
SURE_OF_LANGUAGE = 0.9
SYNONYM_WEIGHT = 0.4
TERM_WEIGHT = 0.7
"""What the words of a practice count that is found by its concepts' names, not by its text."""
MOST_WORDINGS = 6
QUESTION_TOKENS = 5
"""From this many words on a query is a question: no letter of it is taken for a typing error."""


class QueryTooLong(GafolupError):
    """More was typed than a search can use."""

    code = "query_too_long"
    status = 422
    text = N_("Your words are too long to search with. Use at most {most} letters.")


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to one index, and how its hits came about."""

    language: str
    query: Query
    via: Via

    @property
    def index(self) -> str:
        """Name of the index that is asked."""
        return index_name(self.language)


@dataclass(frozen=True, slots=True)
class Plan:
    """All questions for one search. `typed_in` differs from the reader's language if detected."""

    text: str
    typed_in: str
    asks: tuple[Ask, ...]


def clean(text: str) -> str:
    """The typed words without control characters, blanks folded.

    Raises:
        QueryTooLong: longer than `LONGEST_QUERY` letters.
    """
    kept = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)
    folded = " ".join("".join(kept).split())
    if len(folded) > LONGEST_QUERY:
        raise QueryTooLong(most=LONGEST_QUERY)
    return folded


def plan(
    text: str,
    language: str,
    served: Sequence[str],
    termbase: Termbase,
    matching: Matching = Matching.ANY,
) -> Plan:
    """Turn what was typed into questions to the indexes; `text` is `clean` and not empty."""
    typed_in = _language_of(text, language, served, termbase)
    typos = Typos.AUTO if len(analyse(text, language)) < QUESTION_TOKENS else Typos.OFF
    asks = [
        Ask(
            language,
            Query(
                text=text,
                also=_wordings(termbase, text, typed_in, language, SYNONYM_WEIGHT),
                matching=matching,
                typos=typos,
            ),
            "own",
        )
    ]
    if typed_in != language:
        asks.append(Ask(typed_in, Query(text=text, matching=matching, typos=typos), "typed"))
    return Plan(text, typed_in, tuple(asks))


def elsewhere(asked: Plan, served: Sequence[str]) -> Plan:
    """Where a plan found nothing: the words as they are, put to all languages it left out."""
    own = asked.asks[0]
    tried = {own.language, asked.typed_in}
    query = Query(
        text=asked.text, matching=own.query.matching, typos=Typos.OFF, filter=own.query.filter
    )
    others = (code for code in served if code not in tried)
    return replace(asked, asks=tuple(Ask(code, query, "typed") for code in others))


def narrowed(asked: Plan, filters: Mapping[str, Sequence[str]]) -> Plan:
    """The same questions, to those practices only that have the chosen values."""
    chosen = filter_of(filters)
    if chosen is None:
        return asked
    return replace(
        asked,
        asks=tuple(
            replace(one, query=replace(one.query, filter=_both(one.query.filter, chosen)))
            for one in asked.asks
        ),
    )


def _both(first: Filter | None, second: Filter) -> Filter:
    return second if first is None else And((first, second))


def filter_of(filters: Mapping[str, Sequence[str]]) -> Filter | None:
    """Every field must have one of its values; None where nothing narrows."""
    parts: list[Filter] = [In(field, tuple(values)) for field, values in filters.items() if values]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _language_of(text: str, language: str, served: Sequence[str], termbase: Termbase) -> str:
    """The language the words are in: the reader's, unless another is clear.

    A word of the reader's own termbase settles it, as short queries are detected badly. What is
    written in another script than hers is in another language, be it detected surely or not; a
    word of that language's termbase helps then.
    """
    if termbase.concepts_in(text, language):
        return language
    found = detect(text)
    if found.language is None or found.certainty >= SURE_OF_LANGUAGE:
        return found.language or language
    if served_language(found.language).script == served_language(language).script:
        return language
    return next((code for code in served if termbase.concepts_in(text, code)), found.language)


def _wordings(
    termbase: Termbase, text: str, source: str, target: str, weight: float
) -> tuple[Wording, ...]:
    labels = [
        label for expansion in termbase.expand(text, source, target) for label in expansion.labels
    ]
    own = text.casefold()
    kept = [label for label in dict.fromkeys(labels) if label.casefold() != own]
    return tuple(Wording(label, weight) for label in kept[:MOST_WORDINGS])
