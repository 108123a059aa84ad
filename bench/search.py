"""How fast the whole search is, beside the bare engine, and what memory it takes.

    python -m bench.search [--documents 100000] [--queries 210] [--keep FOLDER] [--profile]

The collection is made up (`bench.made`) and written down by processes of its own; this one then
holds what a site holds: the indexes, the termbase, the table. The bare query is `candidates` of
the typed words in the reader's own index. All ways of asking are timed in turns, three rounds, each
with a zone never asked before; the best round of a query counts. Times are of one thread.
"""

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from bench.asking import Asked, by_kind, queries, zone
from bench.building import Made, Written, table_of, written
from bench.memory import Memory, forget_peak, memory
from bench.timed import NoFacets, TimedIndex
from bench.timing import in_turns, ratio_of, times_of
from core.database import Database
from core.words import install_catalogs
from i18n.catalogs import PoCatalogs
from i18n.languages import CODES
from i18n.termbase import Termbase, shipped_termbase
from practices.search.documents import index_name
from practices.search.index.protocol import LIMIT_MOST, Query, SearchIndex
from practices.search.plan import plan
from practices.search.service import PracticeSearch, SearchRequest
from practices.search.table import PracticeTable

ROUNDS = 3
GOAL_RATIO = 3.0
GOAL_MB = 300.0
BARE, RANKED, ENGINE = "bare engine query", "words and land", "  of it the engine"
FACETED, COUNTING = "words and land, facets", "  of it the engine, facets"
WHAT_WORKS = "what works here?"

Act = Callable[[Asked, int], object]


class GivenTable(PracticeSearch):
    """The search on a table that is given instead of read from the database."""

    def __init__(
        self, index: SearchIndex, database: Database, termbase: Termbase, given: PracticeTable
    ) -> None:
        super().__init__(index, database, termbase, CODES)
        self._given = given

    def table(self) -> PracticeTable:
        """The table that was given."""
        return self._given


class Bench:
    """The parts of a site as far as the search needs them, and what is asked of them."""

    def __init__(self, made: Made, count: int) -> None:
        self.made = made
        self.steps: list[tuple[str, Memory]] = []
        forget_peak()
        self._step("Python and imports")
        self.termbase = shipped_termbase()
        self.asked = queries(self.termbase, count, random.Random(f"{made.seed} queries"))
        for one in self.asked:
            plan(one.text, one.language, CODES, self.termbase)
        self._step("termbase, words' forms")
        self.index = TimedIndex(made.index)
        for one in self.asked:
            self.bare(one)
        self._step("index")
        start = time.perf_counter()
        self.table = table_of(made)
        self.table_seconds = time.perf_counter() - start
        self._step("table")
        self.database = Database("sqlite://")  # asked by nobody, as the table is given
        dice = random.Random(f"{made.seed} first")
        for one in self.asked:
            self._search(self.index).search(_request(one, dice))
        self._step(f"{count} searches answered")
        self.engine: dict[str, list[float]] = {}

    def bare(self, one: Asked) -> object:
        """The typed words put to the reader's own index."""
        return self.index.candidates(index_name(one.language), Query(text=one.text), LIMIT_MOST)

    def acts(self, salt: str) -> dict[str, Act]:
        """Everything that is timed; each way of asking meets zones of its own."""
        return {
            BARE: lambda one, _turn: self.bare(one),
            RANKED: self._asking(NoFacets(self.made.index), ENGINE, salt),
            FACETED: self._asking(self.index, COUNTING, salt),
            WHAT_WORKS: self._asking(self.index, "", salt),
        }

    def _asking(self, index: TimedIndex, engine: str, salt: str) -> Act:
        """Asks by words and land, or by land alone where the engine has no part."""
        search = self._search(index)
        dice = random.Random(f"{self.made.seed} {engine} {salt}")
        requests = {
            (one, turn): _request(one, dice, with_words=bool(engine))
            for turn in range(ROUNDS)
            for one in self.asked
        }
        inside = self.engine[engine] = [float("inf")] * len(self.asked)
        place = {one: at for at, one in enumerate(self.asked)}

        def act(one: Asked, turn: int) -> object:
            index.milliseconds = 0.0
            answer = search.search(requests[one, turn])
            inside[place[one]] = min(inside[place[one]], index.milliseconds)
            return answer

        return act

    def _search(self, index: SearchIndex) -> PracticeSearch:
        return GivenTable(index, self.database, self.termbase, self.table)

    def _step(self, name: str) -> None:
        """Take the memory down, and count its peak anew."""
        self.steps.append((name, memory()))
        forget_peak()


def _request(one: Asked, dice: random.Random, *, with_words: bool = True) -> SearchRequest:
    text = one.text if with_words else ""
    return SearchRequest(text=text, language=one.language, zone=zone(dice))


def print_memory(bench: Bench) -> None:
    """What each part adds, and the most there ever was while it was made."""
    print(f"  {'memory, MB':<28}{'growth':>9}{'no file':>9}{'then':>9}{'at most':>9}")
    before = Memory(0, 0, 0)
    for name, now in bench.steps:
        print(
            f"  {name:<28}{now.resident - before.resident:9.0f}"
            f"{now.anonymous - before.anonymous:9.0f}{now.resident:9.0f}{now.peak:9.0f}"
        )
        before = now
    highest = max(step.peak for _, step in bench.steps)
    print(
        f"  goal: under {GOAL_MB:.0f} MB: {_met(highest < GOAL_MB)}"
        f" ({highest:.0f} at most, {before.resident:.0f} at the end)\n"
        f"  the table of {len(bench.table):,} practices was built in {bench.table_seconds:.1f} s"
    )


def print_times(asked: list[Asked], taken: Mapping[str, list[float]]) -> None:
    """Times, their ratios to the bare query, and the goal."""
    found = {name: times_of(samples) for name, samples in taken.items()}
    print(f"  {'time, ms':<28}{'p50':>9}{'p99':>9}{'ratio':>9}")
    for name in (BARE, RANKED, ENGINE, FACETED, COUNTING, WHAT_WORKS):
        times = found[name]
        print(f"  {name:<28}{times.p50:9.2f}{times.p99:9.2f}{ratio_of(times, found[BARE]):8.1f}x")
    bare, ranked = by_kind(asked, taken[BARE]), by_kind(asked, taken[RANKED])
    for kind in sorted(bare):
        one, other = times_of(bare[kind]), times_of(ranked[kind])
        print(
            f"  {kind:<28}{one.p50:9.2f} bare,{other.p50:8.2f} with the land,"
            f"{ratio_of(other, one):6.1f}x  ({len(bare[kind])} queries)"
        )
    ratio, inside = (ratio_of(found[RANKED], found[each]) for each in (BARE, ENGINE))
    print(
        f"  goal: words and land at most {GOAL_RATIO:.0f}x the bare query:"
        f" {_met(ratio <= GOAL_RATIO)} ({ratio:.1f}x; {inside:.1f}x of all it asks the engine)"
    )


def _met(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def profile(bench: Bench) -> None:
    """Print where the time of a search by words and land goes."""
    act, profiler = bench.acts("profile")[RANKED], cProfile.Profile()
    profiler.enable()
    for one in bench.asked:
        act(one, 0)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(18)


def run(made: Made, held: Written, count: int, *, with_profile: bool) -> None:
    """Measure and print."""
    print(
        f"{held.documents:,} documents of {held.practices:,} practices,"
        f" {held.words / held.documents:.0f} words each, in {len(CODES)} languages"
    )
    bench = Bench(made, count)
    print_memory(bench)
    with closing(bench.index), closing(bench.database):
        taken = in_turns(bench.asked, bench.acts("times"), ROUNDS)
        print_times(bench.asked, taken | bench.engine)
        if with_profile:
            profile(bench)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=210)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="a folder to keep the documents in, or take them")
    parser.add_argument("--profile", action="store_true", help="also tell where the time goes")
    chosen = parser.parse_args()
    install_catalogs(PoCatalogs())
    with tempfile.TemporaryDirectory() as folder:
        made = Made(chosen.keep or Path(folder), chosen.documents, chosen.seed)
        start = time.perf_counter()
        held = written(made)
        print(f"written down in {time.perf_counter() - start:.0f} s")
        run(made, held, chosen.queries, with_profile=chosen.profile)


if __name__ == "__main__":
    main()
