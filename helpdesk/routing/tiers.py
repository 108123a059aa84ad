"""In which order the desks are asked whether anybody there fits: the nearest first.

1. Up the region tree from the asker's place: every active desk that serves it (`climb`). Where the
   place is only roughly known, then all desks inside it (`within`).
2. Cover, again from the nearest: experts of the desk who serve other places (`colleagues`), then
   the neighbouring desks that cover for it, in the order given (`cover`).
3. The same once more for experts of other topics, so only when nobody's topic matches.
"""

from dataclasses import dataclass, replace
from typing import Literal

from core.places import regions
from helpdesk.routing.facts import Asked, DeskFacts, Desks, primary

Kind = Literal["climb", "within", "colleagues", "cover"]
OWN_KINDS: frozenset[Kind] = frozenset({"climb", "within"})


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of the search: desks that are asked together.

    region: what the desks of the asker's side serve. cover_for: the desk another one covers for.
    any_topic: whether experts of other topics are asked too.
    """

    kind: Kind
    region: str
    desks: tuple[str, ...]
    cover_for: str | None = None
    any_topic: bool = False


def place_of(asked: Asked) -> str:
    """Where a question comes from; the world where that is not known."""
    return regions.checked(asked.place or regions.WORLD)


def tiers_for(place: str, desks: Desks) -> tuple[Tier, ...]:
    """The steps 1 and 2 for a place, in order. Raises `RegionNotKnown`."""
    climb = [
        Tier("climb", region, desks.by_region[region])
        for region in (place, *regions.ancestors(place))
        if region in desks.by_region
    ]
    inside = tuple(
        desk.id
        for desk in desks.active.values()
        if desk.region != place and regions.contains(place, desk.region)
    )
    within = [Tier("within", place, inside)] if inside else []
    return (*climb, *within, *_cover([*climb, *within], desks))


def _cover(asked_first: list[Tier], desks: Desks) -> list[Tier]:
    own = {desk for tier in asked_first for desk in tier.desks}
    found: list[Tier] = []
    for tier in asked_first:
        if tier.kind == "climb":
            found.append(replace(tier, kind="colleagues"))
        for desk in tier.desks:
            for neighbour in desks.cover.get(desk, ()):
                if neighbour in desks.active and neighbour not in own:
                    own.add(neighbour)
                    found.append(Tier("cover", tier.region, (neighbour,), desk))
    return found


def for_any_topic(tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
    """The same steps for experts of other topics."""
    return tuple(replace(tier, any_topic=True) for tier in tiers)


def home_desk(asked: Asked, tiers: tuple[Tier, ...], desks: Desks) -> DeskFacts | None:
    """The desk whose coordinator is the last resort: the nearest that has one.

    Among desks equally near, one that works in the asker's language. Where no desk has a
    coordinator, the nearest desk; None where no desk serves the place.
    """
    language = primary(asked.language) if asked.language else None
    near = [
        (not desks.active[desk].coordinators, place, language not in _languages(desks, desk), desk)
        for place, tier in enumerate(tiers)
        if tier.kind in OWN_KINDS
        for desk in tier.desks
    ]
    return desks.active[min(near)[-1]] if near else None


def _languages(desks: Desks, desk: str) -> set[str]:
    return {primary(language) for language in desks.active[desk].languages}
