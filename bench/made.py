"""Made-up practices to measure with: the real ones taken apart and put together anew, by a seed.

A made practice has the shape of a real one: about as many limits, results and sources, and words in
one to seven languages. Its sentences are real ones; some of their words are drawn from the
vocabulary of `bench.engine`, so that more documents have more words, as in real collections.
"""

import random
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from bench.engine import Vocabulary, vocabulary
from practices.collection.loader import CollectedPractice
from practices.records.queries import PublishedPractice
from practices.records.structs import Evidence, Facts, Limit, Site, SiteZone, Source, Step, Words

LANGUAGE_SHARES = {"en": 4, "fr": 3, "es": 2, "pt": 1, "ar": 2, "sw": 2, "hi": 2}
LANGUAGES_EACH = {1: 40, 2: 15, 3: 10, 4: 5, 5: 5, 6: 5, 7: 20}
"""Percent of the practices by how many languages they are in: a desk writes in one, a collection is
translated into all."""
STUDIES = 20_000
DRAWN_WORDS = 0.12
"""Share of the words that are not those of a real practice."""
Code = TypeVar("Code")
_MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)
_SENTENCES = re.compile(r"(?<=[.!?।؟])\s+")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said of the real practices in one language, in pieces."""

    words: Sequence[Words]
    sentences: Sequence[str]
    lines: Sequence[str]
    steps: Sequence[Step]
    vocabulary: Vocabulary

    def said(self, dice: random.Random, pool: Sequence[str], count: int, most: int) -> str:
        """Some of a pool, one word in eight another; at most so many letters."""
        words = " ".join(dice.choices(pool, k=count)).split()
        places = [at for at in range(len(words)) if dice.random() < DRAWN_WORDS]
        for at, word in zip(places, self.vocabulary.draw(dice, len(places)), strict=True):
            words[at] = word
        return " ".join(words)[:most].rstrip()


class Maker:
    """Makes the same practices again from the same seed; every one on its own."""

    def __init__(self, real: Sequence[CollectedPractice], seed: int) -> None:
        self._real = real
        self._seed = seed
        self._speech: dict[str, Speech] = {}

    def until(self, documents: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Numbers of practices and their languages, until they make so many documents."""
        made = number = 0
        while made < documents:
            number += 1
            languages = self.languages(number)[: documents - made]
            made += len(languages)
            yield number, languages

    def languages(self, number: int) -> tuple[str, ...]:
        """The languages of a practice, the original one first."""
        dice = self._dice(number, "languages")
        count = dice.choices([*LANGUAGES_EACH], [*LANGUAGES_EACH.values()])[0]
        rank = {code: dice.random() ** (1 / share) for code, share in LANGUAGE_SHARES.items()}
        return tuple(sorted(rank, key=lambda code: -rank[code])[:count])

    def practice(
        self, number: int, languages: Sequence[str], wanted: Collection[str]
    ) -> PublishedPractice:
        """A practice with words in all its languages: made-up ones where they are wanted, first.

        In the others it has the words of a real one, which cost no time.
        """
        real = self._dice(number, "facts").choice(self._real).words
        made = {code: self.words(number, code) for code in languages if code in wanted}
        words = made | {code: real[code] for code in languages if code not in wanted}
        return PublishedPractice(number, 1, _MADE_AT, self.facts(number), words)

    def facts(self, number: int) -> Facts:
        """What of a practice does not depend on a language."""
        dice = self._dice(number, "facts")
        base, other = dice.choice(self._real).facts, dice.choice(self._real).facts
        rows = [self._evidence(dice, base, at) for at in range(dice.randint(3, 11))]
        studies = {row.source: self._study(dice) for row in rows}
        return replace(
            base,
            id=f"made-{number}",
            slug=f"{base.slug}-{number}",
            former_slugs=[],
            original_language=self.languages(number)[0],
            problems=_some(dice, [*base.problems, *other.problems]),
            context=replace(
                base.context,
                climates=_some(dice, [*base.context.climates, *other.context.climates]),
                soils=_some(dice, [*base.context.soils, *other.context.soils]),
                land_uses=_some(dice, [*base.context.land_uses, *other.context.land_uses]),
            ),
            limits=_limits(dice, [*base.limits, *other.limits]),
            evidence=rows,
            sources={**base.sources, **studies},
        )

    def words(self, number: int, language: str) -> Words:
        """A practice in one language."""
        dice = self._dice(number, language)
        speech = self._spoken(language)
        base = self._dice(number, "facts").choice(speech.words)

        def lines(count: int) -> list[str]:
            return [speech.said(dice, speech.lines, 1, 400) for _ in range(count)]

        def sentences(count: int, most: int = 1600) -> str:
            return speech.said(dice, speech.sentences, count, most)

        return replace(
            base,
            title=f"{base.title[:60]} {' '.join(speech.vocabulary.draw(dice, 2))}"[:90],
            summary=f"{base.summary[:200]} {sentences(1)}"[:420],
            how_it_works=f"{base.how_it_works[:200]} {sentences(2)}",
            steps=[
                Step(title=dice.choice(speech.steps).title, text=sentences(1)) for _ in range(3)
            ],
            requirements=lines(2),
            constraints=lines(2),
            who_does_it=sentences(1),
            evidence={f"e{at}": line for at, line in enumerate(lines(2), start=1)},
        )

    def _evidence(self, dice: random.Random, base: Facts, at: int) -> Evidence:
        """A real result, of this practice or another, elsewhere and with other figures."""
        row = dice.choice(base.evidence if dice.random() < 0.5 else self._results)
        change = dice.gauss(1.0, 0.15)
        given = row.control is not None and row.treatment is not None
        return replace(
            row,
            id=f"e{at}",
            source=f"made{dice.randint(1, 4)}",
            site=_moved(dice, row.site),
            zone=SiteZone(
                climate=row.zone.climate or _perhaps(dice, base.context.climates),
                soil=row.zone.soil or _perhaps(dice, base.context.soils),
                land_use=row.zone.land_use or _perhaps(dice, base.context.land_uses),
            ),
            treatment=abs((row.treatment or 0) * change) if given else row.treatment,
            interval_percent=None,
        )

    def _study(self, dice: random.Random) -> Source:
        study = dice.randrange(STUDIES)
        source = dice.choice(self._sources)
        return replace(source, doi=f"10.5555/made.{study}", note=None)

    @cached_property
    def _results(self) -> list[Evidence]:
        return [row for practice in self._real for row in practice.facts.evidence]

    @cached_property
    def _sources(self) -> list[Source]:
        return [source for practice in self._real for source in practice.facts.sources.values()]

    def _spoken(self, language: str) -> Speech:
        if language not in self._speech:
            words = [practice.words[language] for practice in self._real]
            self._speech[language] = _speech(words, self._dice(0, language), language)
        return self._speech[language]

    def _dice(self, number: int, what: str) -> random.Random:
        return random.Random(f"{self._seed} {number} {what}")


def _speech(words: Sequence[Words], dice: random.Random, language: str) -> Speech:
    texts = [
        text
        for one in words
        for text in (one.how_it_works, one.who_does_it, *(step.text for step in one.steps))
    ]
    return Speech(
        words=words,
        sentences=[part for text in texts for part in _SENTENCES.split(text)],
        lines=[
            line
            for one in words
            for line in (*one.requirements, *one.constraints, *one.evidence.values())
        ],
        steps=[step for one in words for step in one.steps],
        vocabulary=vocabulary(language, dice),
    )


def _limits(dice: random.Random, known: Sequence[Limit]) -> list[Limit]:
    """About half of the limits of two practices, each factor once, its bounds moved."""
    by_factor = {limit.factor: limit for limit in known if dice.random() < 0.6}
    stretch = dice.uniform(0.8, 1.25)

    def moved(bound: float | None) -> float | None:
        return None if bound is None else round(bound * stretch)

    return [
        replace(limit, min=moved(limit.min), max=moved(limit.max), source="expert")
        for limit in by_factor.values()
    ]


def _moved(dice: random.Random, site: Site) -> Site:
    if site.lat is None or site.lon is None:
        return site
    lat, lon = site.lat + dice.gauss(0, 2), site.lon + dice.gauss(0, 2)
    return replace(site, lat=max(-60.0, min(70.0, lat)), lon=max(-180.0, min(180.0, lon)))


def _some(dice: random.Random, codes: Sequence[Code]) -> list[Code]:
    """At least one of the codes, none twice."""
    distinct = list(dict.fromkeys(codes))
    return dice.sample(distinct, dice.randint(1, len(distinct))) if distinct else []


def _perhaps(dice: random.Random, codes: Sequence[Code]) -> Code | None:
    return dice.choice(codes) if codes and dice.random() < 0.7 else None
