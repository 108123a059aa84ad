"""Concepts of the field, found in a text and named in another language."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from i18n.analysis import analyse
from i18n.languages import language as served


@dataclass(frozen=True, slots=True)
class Concept:
    """Something farmers speak of. `labels` by language, the preferred one first."""

    id: str
    domain: str
    agrovoc: str | None
    labels: Mapping[str, tuple[str, ...]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Match:
    """A concept found in a text: where, and by which of its labels."""

    concept: Concept
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """A concept found in a text, and what it is called in another language, preferred first."""

    concept: Concept
    labels: tuple[str, ...]


Stems = tuple[str, ...]


def stems_of(label: str, language: str) -> Stems:
    """What a label is recognised by: the stems of its words, stop words left out."""
    return tuple(token.stem for token in analyse(label, language))


@dataclass(frozen=True, slots=True)
class _Index:
    """Labels of one language by their stems, and the most words after a first stem."""

    by_stems: Mapping[Stems, tuple[tuple[Concept, str], ...]]
    most_words: Mapping[str, int]


class Termbase:
    """All concepts. The index of a language is built once, when it is first asked for."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._by_id = {concept.id: concept for concept in self.concepts}
        self._indexes: dict[str, _Index] = {}
        self._building = Lock()

    def concepts_in(self, text: str, language: str) -> list[Match]:
        """Concepts the text names, in order; the longest name wins, homonyms all count.

        Raises:
            LanguageNotServed: nobody here writes `language`.
        """
        index = self._index(language)
        tokens = analyse(text, language)
        stems = tuple(token.stem for token in tokens)
        matches: list[Match] = []
        first = 0
        while first < len(tokens):
            last = min(len(stems), first + index.most_words.get(stems[first], 0))
            while last > first and stems[first:last] not in index.by_stems:
                last -= 1
            if last == first:
                first += 1
                continue
            start, end = tokens[first].start, tokens[last - 1].end
            named = index.by_stems[stems[first:last]]
            matches += [Match(concept, start, end, label) for concept, label in named]
            first = last
        return matches

    def concept(self, concept_id: str) -> Concept:
        """The concept with this id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[concept_id]

    def labels(self, concept: Concept, language: str) -> tuple[str, ...]:
        """What the concept is called in `language`, preferred first; empty where nobody knows.

        Raises:
            LanguageNotServed: nobody here writes `language`.
        """
        return concept.labels.get(served(language).code, ())

    def expand(self, text: str, from_language: str, to_language: str) -> list[Expansion]:
        """Each concept named in the text once, with its labels in `to_language`.

        Raises:
            LanguageNotServed: nobody here writes one of the languages.
        """
        named = dict.fromkeys(match.concept for match in self.concepts_in(text, from_language))
        return [Expansion(concept, self.labels(concept, to_language)) for concept in named]

    def every_label(self, language: str) -> tuple[str, ...]:
        """All labels of a language, each once, the preferred labels of all concepts first.

        Raises:
            LanguageNotServed: nobody here writes `language`.
        """
        labels = [self.labels(concept, language) for concept in self.concepts]
        preferred = (label for some in labels for label in some[:1])
        others = (label for some in labels for label in some[1:])
        return tuple(dict.fromkeys((*preferred, *others)))

    def _index(self, language: str) -> _Index:
        index = self._indexes.get(language)
        if index is None:
            with self._building:
                index = self._indexes.get(language)
                if index is None:
                    index = self._indexes[language] = _index_of(self.concepts, language)
        return index


def _index_of(concepts: Iterable[Concept], language: str) -> _Index:
    by_stems: dict[Stems, dict[Concept, str]] = defaultdict(dict)
    most_words: dict[str, int] = defaultdict(int)
    for concept in concepts:
        for label in concept.labels.get(served(language).code, ()):
            stems = stems_of(label, language)
            if stems:
                by_stems[stems].setdefault(concept, label)
                most_words[stems[0]] = max(most_words[stems[0]], len(stems))
    return _Index(
        by_stems={stems: tuple(named.items()) for stems, named in by_stems.items()},
        most_words=dict(most_words),
    )
