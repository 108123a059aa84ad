"""Asking the real search the judged queries, on a data folder made for it."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.relevance.judged import JudgedQuery, unknown_slugs
from bench.relevance.measures import DEPTH, Score, score
from core.settings import Settings
from deploy.house import House
from deploy.prepare import prepare
from practices.land.rules import Land
from practices.records.queries import each_published_practice
from practices.search.service import RankedHit, SearchRequest


@dataclass(frozen=True, slots=True)
class Found:
    """A practice that was shown, and what put it there."""

    slug: str
    grade: int
    feasible: bool
    verdict: int
    band: int
    text_score: float | None
    via_language: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A query, what was found for it, and what that is worth."""

    query: JudgedQuery
    taken_for: str
    climate: str | None
    found: tuple[Found, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class Asked:
    """All outcomes, and the judged practices that the collection does not hold."""

    outcomes: tuple[Outcome, ...]
    missing: tuple[str, ...]


def ask_all(queries: Sequence[JudgedQuery]) -> Asked:
    """Prepare a data folder and ask each query once.

    Raises:
        CollectionDamaged: the collection cannot be published.
    """
    with tempfile.TemporaryDirectory() as folder:
        house = House(Settings(data_dir=Path(folder)))
        with closing(house):
            prepare(house)
            slugs = _slugs(house)
            return Asked(
                tuple(_ask(house, query, slugs) for query in queries),
                tuple(unknown_slugs(queries, slugs.values())),
            )


def _slugs(house: House) -> dict[int, str]:
    with house.database.reading() as session:
        return {each.number: each.facts.slug for each in each_published_practice(session)}


def _ask(house: House, query: JudgedQuery, slugs: dict[int, str]) -> Outcome:
    zone = house.finder.complete(Land(query.zone)).zone
    answer = house.search.search(
        SearchRequest(text=query.text, language=query.reader, zone=zone, limit=DEPTH)
    )
    shown = (*answer.hits, *answer.related)[:DEPTH]
    found = [slugs[hit.number] for hit in shown]
    return Outcome(
        query=query,
        taken_for=answer.plan.typed_in if answer.plan else query.reader,
        climate=zone.climate,
        found=tuple(_found(query, slug, hit) for slug, hit in zip(found, shown, strict=True)),
        score=score(found, query.relevant, query.infeasible),
    )


def _found(query: JudgedQuery, slug: str, hit: RankedHit) -> Found:
    return Found(
        slug=slug,
        grade=query.relevant.get(slug, 0),
        feasible=slug not in query.infeasible,
        verdict=hit.verdict,
        band=hit.band,
        text_score=hit.text_score,
        via_language=hit.via_language,
    )
