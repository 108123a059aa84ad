"""How fast questions find their experts: `python -m bench.routing`.

One question against many experts, and a backlog given out at once, beside giving it out one by one
and beside the best total there can be. That bound comes from another method: weak duality with the
prices of a linear program (HiGHS) over each question's best experts, made valid for all of them.
"""

import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]
from scipy.sparse import coo_array  # type: ignore[import-untyped]

from bench.timing import times_of
from core.places import regions
from helpdesk.routing.backlog import (
    Worths,
    assign_backlog,
    best_places,
    total_worth,
    worth_of_all,
)
from helpdesk.routing.coverage import holes
from helpdesk.routing.criteria import Criteria
from helpdesk.routing.facts import LEVELS, Absence, Answered, Asked, DeskFacts, Desks, ExpertFacts
from helpdesk.routing.lands import Counts
from helpdesk.routing.readiness import readiness
from helpdesk.routing.rules import route
from helpdesk.routing.table import ExpertTable
from practices.zones.koppen import KOPPEN_CLASSES
from practices.zones.land import LAND_USES
from practices.zones.soils import SOILS
from practices.zones.zone import Zone

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TOPICS = ("planning", "compensation", "services", "markets", "funding", "other")
LANGUAGES = ("en", "fr", "es", "pt", "ar", "sw", "hi")
PLACES = ("KE", "TZ", "ET", "NE", "ML", "BF", "IN", "NP", "BD", "PE", "BO", "EC")
MANY = 10_000
BACKLOG = 1_000
STEP = Criteria().nearest_desk
NEAR_EXPERTS = 60
"""The bound's linear program sees so many of the best experts of each question."""


def made_desks() -> Desks:
    """A desk in every country of `PLACES`, for every region above, each covered by the next."""
    served = {*PLACES, *(above for place in PLACES for above in regions.ancestors(place))}
    desks = [
        DeskFacts(id=f"desk-{code}", region=code, coordinators=(f"head-{code}",))
        for code in sorted(served)
    ]
    names = [f"desk-{code}" for code in PLACES]
    cover = {name: (names[(at + 1) % len(names)],) for at, name in enumerate(names)}
    return Desks(desks, cover)


def made_zone(dice: np.random.Generator) -> Zone:
    """Land of any kind, known in the parts that routing weighs."""
    return Zone(
        climate=str(dice.choice([known.code for known in KOPPEN_CLASSES])),
        soil=SOILS[int(dice.integers(len(SOILS)))],
        land_use=str(dice.choice([use.code for use in LAND_USES])),
        lat=float(dice.uniform(-35, 55)),
    )


def made_experts(count: int, seed: int) -> list[ExpertFacts]:
    """Experts with differing languages, land, topics, loads and pasts; about one in eight away."""
    dice = np.random.default_rng(seed)
    zones = [made_zone(dice) for _ in range(500)]
    return [_expert(f"e{number:05}", zones, dice) for number in range(count)]


def _expert(name: str, zones: Sequence[Zone], dice: np.random.Generator) -> ExpertFacts:
    place = str(dice.choice(PLACES))
    desk = str(dice.choice([place, place, place, *regions.ancestors(place)]))
    known = [zones[int(at)] for at in dice.integers(len(zones), size=3)]
    today = date(2026, 3, 1)
    away = (Absence(today, today + timedelta(days=9)),) if dice.random() < 0.125 else ()
    capacity = int(dice.integers(2, 9))
    return ExpertFacts(
        id=name,
        desk=f"desk-{desk}",
        regions=frozenset({place}) if dice.random() < 0.7 else frozenset(),
        languages={
            str(language): LEVELS[int(dice.integers(len(LEVELS)))]
            for language in dice.choice(LANGUAGES, size=2, replace=False)
        },
        topics=frozenset(str(one) for one in dice.choice(TOPICS, size=2, replace=False)),
        climates=frozenset(zone.climate for zone in known if zone.climate),
        soils=frozenset(zone.soil for zone in known if zone.soil),
        land_uses=frozenset(zone.land_use for zone in known if zone.land_use),
        capacity=capacity,
        open_count=int(dice.integers(capacity + 1)),
        last_assigned_at=NOW - timedelta(hours=float(dice.exponential(200))),
        absences=away,
        willing=bool(dice.random() < 0.95),
        verified=bool(dice.random() < 0.95),
        answered=tuple(
            Answered(str(dice.choice(TOPICS)), zones[int(at)], int(dice.integers(1, 9)))
            for at in dice.integers(len(zones), size=5)
        ),
    )


def made_questions(count: int, experts: int, seed: int) -> list[Asked]:
    """Questions from anywhere the desks serve, with a text match for every expert."""
    dice = np.random.default_rng(seed)
    return [
        Asked(
            id=f"q{number}",
            language=str(dice.choice(LANGUAGES)),
            place=str(dice.choice(PLACES)),
            topic=str(dice.choice(TOPICS)),
            zone=made_zone(dice),
            text_match=dice.random(experts) ** 4,
        )
        for number in range(count)
    ]


def one_by_one(worths: Worths) -> Counts:
    """Each question in its turn to the expert worth most, with the places that are left."""
    taken = np.zeros(len(worths.free), np.int64)
    chosen = np.full(len(worths.fixed), -1, np.int64)
    experts = np.arange(len(worths.free))
    for question, fixed in enumerate(worths.fixed):
        open_ = ~np.isnan(fixed) & (taken < worths.free)
        if not open_.any():
            continue
        place = np.minimum(taken, worths.place_worth.shape[1] - 1)
        worth = np.where(open_, fixed + worths.place_worth[experts, place], -np.inf)
        best = int(np.argmax(worth))
        chosen[question] = best
        taken[best] += 1
    return chosen


def bound(worths: Worths, near: int = NEAR_EXPERTS) -> float:
    """No assignment is worth more than this: sum of prices, and of what each question gains.

    Valid when every worth is positive. Any prices give a bound; those of the linear program over
    the best `near` experts of each question make it tight.
    """
    expert = np.repeat(np.arange(len(worths.free)), worths.free)
    nth = np.arange(len(expert)) - np.repeat(np.cumsum(worths.free) - worths.free, worths.free)
    worth = worths.fixed[:, expert] + worths.place_worth[expert, nth]
    gain = np.where(np.isnan(worth), -np.inf, worth)
    near_worth = np.where(np.isnan(worths.fixed), -np.inf, worths.fixed)
    best = np.argsort(-near_worth, axis=1)[:, :near]
    seen = np.zeros(worths.fixed.shape, np.bool_)
    np.put_along_axis(seen, best, values=True, axis=1)
    rows, columns = np.nonzero(seen[:, expert] & np.isfinite(gain))
    edges = np.arange(len(rows))
    places = coo_array((np.ones(len(edges)), (columns, edges)), shape=(len(expert), len(edges)))
    once = coo_array((np.ones(len(edges)), (rows, edges)), shape=(len(worth), len(edges)))
    solved = linprog(
        -gain[rows, columns],
        A_ub=coo_array(_stacked(places, once)),
        b_ub=np.ones(len(expert) + len(worth)),
        method="highs",
    )
    if not solved.success:
        raise RuntimeError(solved.message)
    prices = np.maximum(-solved.ineqlin.marginals[: len(expert)], 0)
    return float(prices.sum() + np.maximum((gain - prices).max(axis=1, initial=0), 0).sum())


def _stacked(above: coo_array, below: coo_array) -> coo_array:
    return coo_array(
        (
            np.concatenate((above.data, below.data)),
            (
                np.concatenate((above.coords[0], below.coords[0] + above.shape[0])),
                np.concatenate((above.coords[1], below.coords[1])),
            ),
        ),
        shape=(above.shape[0] + below.shape[0], above.shape[1]),
    )


def seconds(begun: float) -> float:
    """Since a reading of the clock."""
    return time.perf_counter() - begun


def single() -> None:
    """One question at a time against ten thousand experts."""
    desks, experts = made_desks(), made_experts(MANY, 1)
    begun = time.perf_counter()
    table = ExpertTable.of(experts)
    print(f"pack {MANY:,} experts    {seconds(begun) * 1e3:8.0f} ms")
    loads = [expert.open_count for expert in experts]
    last = [expert.last_assigned_at for expert in experts]
    begun = time.perf_counter()
    table = table.with_loads(loads, last)
    print(f"renew their loads      {seconds(begun) * 1e3:8.1f} ms")
    questions = made_questions(400, MANY, 2)
    for name in ("land not seen before", "seen before"):
        wall, computing = [], []
        for asked in questions:
            begun, used = time.perf_counter(), time.process_time()
            route(asked, table, desks, NOW)
            computing.append((time.process_time() - used) * 1e3)
            wall.append(seconds(begun) * 1e3)
        for what, times in (("computing", times_of(computing)), ("wall", times_of(wall))):
            print(f"one, {name:20} p50 {times.p50:6.2f}  p99 {times.p99:6.2f} ms {what}")


def coverage() -> None:
    """Holes of every country, with many experts and with few."""
    every = [code for code in regions.every_region() if regions.kind(code) == "country"]
    asked_for = len(every) * len(TOPICS) * len(LANGUAGES)
    for count in (100, MANY):
        table = ExpertTable.of(made_experts(count, 5))
        begun = time.perf_counter()
        found = holes(table, made_desks(), NOW, TOPICS, every, LANGUAGES)
        took = seconds(begun)
        print(f"{count:6,} experts {len(found):,} holes of {asked_for:,} in {took:.2f} s")


def backlog() -> None:
    """A thousand waiting questions over a thousand experts."""
    desks = made_desks()
    experts = made_experts(BACKLOG, 3)
    table = ExpertTable.of(experts)
    questions = made_questions(BACKLOG, BACKLOG, 4)
    begun = time.perf_counter()
    given = assign_backlog(questions, table, desks, NOW)
    whole = seconds(begun)
    begun = time.perf_counter()
    worths = worth_of_all(questions, table, desks, readiness(table, desks, NOW))
    weighed = seconds(begun)
    begun = time.perf_counter()
    chosen, _ = best_places(worths)
    chose = seconds(begun)
    print(f"backlog        {whole:8.2f} s in all: weigh {weighed:.2f} s, choose {chose:.2f} s,")
    print(f"               {len(given.placed)} placed, {len(given.left)} left")
    over = sum(
        int(count) + experts[row].open_count > experts[row].capacity
        for row, count in enumerate(np.bincount(chosen[chosen >= 0], minlength=len(experts)))
        if count
    )
    print(f"               {over} experts over their capacity")
    most = bound(worths)
    for name, places in (("at once", chosen), ("one by one", one_by_one(worths))):
        total, placed = total_worth(worths, places), np.count_nonzero(places >= 0)
        # Nearness is most of the worth and flatters the share; the loss a question does not.
        lost = (most - total) / len(questions)
        print(f"{name:14} {placed} placed, {total / most:.3%} of at most {most:,.1f};")
        print(f"               {lost:.4f} lost a question (a desk further costs {STEP:.0f})")


if __name__ == "__main__":
    single()
    coverage()
    backlog()
