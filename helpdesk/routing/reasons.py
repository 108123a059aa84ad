"""Why an expert stands where she stands: codes with what their sentences need."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from helpdesk.routing.criteria import LIKE_WORDS_FROM
from helpdesk.routing.facts import Asked, primary
from helpdesk.routing.fit import READS_FROM, Fit
from helpdesk.routing.table import ExpertTable
from helpdesk.routing.tiers import Tier
from practices.zones.likeness import word_for

Code = Literal[
    "reads",
    "reads_a_little",
    "through_translation",
    "other_topic",
    "answered_like",
    "answered_topic",
    "like_words",
    "knows_land",
    "nobody_nearer",
    "other_part",
    "covers",
    "load",
    "not_at_work",
    "never_assigned",
    "last_assigned",
]
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against an expert.

    reads, reads_a_little: language. through_translation: language, into ("" where not known).
    other_topic: topic. answered_like: count, land (a code of `LAND_NAMES`, "" for several kinds).
    answered_topic: count. knows_land: word (as likeness says it). nobody_nearer, other_part:
    region. covers: region, for (a desk). load: open, capacity. not_at_work: days until she works.
    last_assigned: days since.
    """

    code: Code
    data: Mapping[str, str | int] = field(default_factory=dict)


def reasons_for(row: int, found: Fit, asked: Asked, table: ExpertTable) -> tuple[Reason, ...]:
    """Everything there is to say about one expert, the weightiest first."""
    tier = found.tiers[int(found.tier[row])]
    return (
        *_language(row, found, asked, table),
        *_topic(tier, asked),
        *_experience(row, found, table),
        *_where(tier, found),
        *_time(row, found, table),
    )


def _language(row: int, found: Fit, asked: Asked, table: ExpertTable) -> Iterator[Reason]:
    if asked.language is None:
        return
    language, level = primary(asked.language), int(found.level[row])
    if level >= READS_FROM:
        yield Reason("reads", {"language": language})
        return
    if level:
        yield Reason("reads_a_little", {"language": language})
    into = _best_language(row, asked, table)
    if into or not level:
        yield Reason("through_translation", {"language": language, "into": into})


def _best_language(row: int, asked: Asked, table: ExpertTable) -> str:
    """The language she reads best among those the question can be given in; "" for none."""
    allowed = None if asked.translations is None else {*map(primary, asked.translations)}
    read = [
        (-int(levels[row]), language)
        for language, levels in table.levels.items()
        if levels[row] >= READS_FROM and (allowed is None or language in allowed)
    ]
    return min(read)[1] if read else ""


def _topic(tier: Tier, asked: Asked) -> Iterator[Reason]:
    if tier.any_topic and asked.topic is not None:
        yield Reason("other_topic", {"topic": asked.topic})


def _experience(row: int, found: Fit, table: ExpertTable) -> Iterator[Reason]:
    own = slice(int(table.past.start[row]), int(table.past.start[row + 1]))
    like, same = found.like[own], found.same[own]
    counts = table.past.count[own]
    if counts[like].sum():
        land = table.past.land_of(row, found.like) or ""
        yield Reason("answered_like", {"count": int(counts[like].sum()), "land": land})
    elif counts[same].sum():
        yield Reason("answered_topic", {"count": int(counts[same].sum())})
    if found.parts["text"][row] >= LIKE_WORDS_FROM:
        yield Reason("like_words")
    distance = float(found.land_distance[row])
    if not np.isnan(distance):
        yield Reason("knows_land", {"word": word_for(distance)})


def _where(tier: Tier, found: Fit) -> Iterator[Reason]:
    nearest = found.tiers[0]
    if tier.kind == "climb" and tier.region != nearest.region:
        yield Reason("nobody_nearer", {"region": tier.region})
    elif tier.kind == "colleagues":
        yield Reason("other_part", {"region": tier.region})
    elif tier.kind == "cover":
        yield Reason("covers", {"region": tier.region, "for": tier.cover_for or ""})


def _time(row: int, found: Fit, table: ExpertTable) -> Iterator[Reason]:
    yield Reason("load", {"open": int(table.open_count[row]), "capacity": int(table.capacity[row])})
    wait = int(found.ready.days_to_work[row])
    if wait:
        yield Reason("not_at_work", {"days": wait})
    rest = float(found.ready.rest[row])
    if np.isinf(rest):
        yield Reason("never_assigned")
    else:
        yield Reason("last_assigned", {"days": int(rest // _DAY_SECONDS)})
