"""What is asked of a made-up collection: words as people type them, and pieces of land."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from bench.detection import PHRASES
from i18n.termbase import Termbase
from practices.zones.koppen import KOPPEN
from practices.zones.land import CROP_GROUPS, LAND_USE, POWERS, WATERS
from practices.zones.soils import DEPTHS, SOILS, TEXTURES
from practices.zones.zone import Zone

Kind = Literal["one term", "two terms", "question", "other language"]
Drawn = TypeVar("Drawn")


class TooManyQueries(ValueError):
    """So many different queries cannot be made."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, and the language of the reader who types them."""

    kind: Kind
    language: str
    text: str


def queries(termbase: Termbase, count: int, dice: random.Random) -> list[Asked]:
    """So many queries, no two alike: terms, questions of farmers, some in another language.

    Raises:
        TooManyQueries: there are not so many different ones.
    """
    made: dict[Asked, None] = {}
    for at in range(count * 20):
        if len(made) == count:
            return list(made)
        made[_query(termbase, dice, at)] = None
    raise TooManyQueries(f"{count} queries asked for, {len(made)} made")


def _query(termbase: Termbase, dice: random.Random, at: int) -> Asked:
    languages = list(PHRASES)
    language = languages[at % len(languages)]
    kind: Kind = dice.choices(
        ("one term", "two terms", "question", "other language"), (3, 3, 3, 1)
    )[0]
    if kind == "question":
        return Asked(kind, language, dice.choice(PHRASES[language]))
    if kind == "other language":
        other = dice.choice([code for code in languages if code != language])
        return Asked(kind, language, dice.choice(PHRASES[other]))
    preferred = _preferred(termbase, language)
    terms = dice.sample(preferred, 1 if kind == "one term" else 2)
    return Asked(kind, language, " ".join(terms))


def _preferred(termbase: Termbase, language: str) -> list[str]:
    labels = (termbase.labels(concept, language) for concept in termbase.concepts)
    return [known[0] for known in labels if known]


def zone(dice: random.Random) -> Zone:
    """A piece of land of which something is told, as people do: the climate nearly always."""

    def told(share: float, choices: Sequence[Drawn]) -> Drawn | None:
        return dice.choice(choices) if dice.random() < share else None

    def number(share: float, low: int, high: int) -> float | None:
        return float(dice.randint(low, high)) if dice.random() < share else None

    return Zone(
        climate=told(0.95, sorted(KOPPEN)),
        soil=told(0.7, SOILS),
        texture=told(0.4, TEXTURES),
        depth=told(0.3, DEPTHS),
        land_use=told(0.8, sorted(LAND_USE)),
        water=told(0.6, WATERS),
        power=told(0.4, POWERS),
        crops=frozenset(dice.sample(sorted(CROP_GROUPS), dice.randint(0, 3))),
        rain_mm=number(0.3, 100, 2500),
        slope_percent=number(0.5, 0, 60),
        altitude_m=number(0.3, 0, 3500),
        salty=told(0.3, (True, False)),
        floods=told(0.3, (True, False)),
        stony=told(0.3, (True, False)),
        lat=dice.uniform(-35, 50),
        lon=dice.uniform(-100, 120),
    )


def by_kind(asked: Sequence[Asked], samples: Sequence[float]) -> Mapping[Kind, list[float]]:
    """The samples of each kind of query."""
    kinds: dict[Kind, list[float]] = {}
    for one, sample in zip(asked, samples, strict=True):
        kinds.setdefault(one.kind, []).append(sample)
    return kinds
