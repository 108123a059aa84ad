"""What a document is worth that was found by some of several ways.

The server answers each way with documents and a score between 0 and 1, which tells mostly in which
field the words stand: about twice as much in the first of four as in the last. What a way is worth
follows from how few documents it finds, as in BM25 (Robertson and Zaragoza 2009); a document gets
the worth of every claim it meets, times that score.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from practices.search.index.meili_index.asking import Way


@dataclass(frozen=True, slots=True)
class Found:
    """A document that one way found: its primary key, its key, and the server's score."""

    id: str
    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Listed:
    """What one way found: the best of its documents, of how many; and how many without a filter."""

    way: Way
    documents: tuple[Found, ...]
    matching: int
    unfiltered: int


def rarity(found: int, of_all: int) -> float:
    """Worth of what stands in `found` of `of_all` documents, above 0."""
    return math.log(1 + (max(of_all, found) - found + 0.5) / (found + 0.5))


def ranked(lists: Sequence[Listed], of_all: int) -> tuple[Found, ...]:
    """Every document of the lists once, the worthiest first, equal ones by their key."""
    keys: dict[str, int] = {}
    claims: dict[str, dict[str, float]] = {}
    for listed in lists:
        worth = listed.way.weight * rarity(listed.unfiltered, of_all)
        for found in listed.documents:
            keys[found.id] = found.key
            met = claims.setdefault(found.id, {})
            met[listed.way.claim] = max(worth * found.score, met.get(listed.way.claim, 0.0))
    everything = [Found(id_, keys[id_], sum(met.values())) for id_, met in claims.items()]
    return tuple(sorted(everything, key=lambda found: (-found.score, found.key, found.id)))
