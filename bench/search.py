"""How fast the whole search is, beside the bare engine, and what memory it takes.

    python -m bench.search [--documents 100000] [--queries 300] [--keep FOLDER] [--profile]

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
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.asking import Asked, by_kind, queries, zone
from bench.building import Made, Written, table_of, write
from bench.memory import Memory, forget_peak, memory
from bench.timing import Times, in_turns, ratio_of, times_of
from core.database import Database
from i18n.languages import CODES
from i18n.termbase import Termbase, shipped_termbase
from practices.search.documents import index_name
from practices.search.index.protocol import LIMIT_MOST, Facets, Query
from practices.search.index.tantivy_index import TantivyIndex
from practices.search.plan import Plan, plan
from practices.search.service import PracticeSearch, SearchRequest
from practices.search.table import PracticeTable

ROUNDS = 3
GOAL_RATIO = 3.0
GOAL_MB = 300.0
BARE, ENGINE, PLANNING = "bare engine query", "all questions to the engine", "planning"
RANKED, FACETED, WHAT_WORKS = "search by words and land", "  with facets", "what works here?"


class GivenTable(PracticeSearch):
    """The search on a table that is given instead of read from the database."""

    def __init__(
        self, index: TantivyIndex, database: Database, termbase: Termbase, given: PracticeTable
    ) -> None:
        super().__init__(index, database, termbase, CODES)
        self._given = given

    def table(self) -> PracticeTable:
        """The table that was given."""
        return self._given


class NoFacets(TantivyIndex):
    """An index that counts nothing: what a search costs without its facets."""

    def facets(self, name: str, query: Query) -> Facets:
        """Nothing."""
        return {}


@dataclass
class Standing:
    """The parts of a site, as far as the search needs them."""

    made: Made
    index: TantivyIndex
    termbase: Termbase
    table: PracticeTable

    @cached_property
    def database(self) -> Database:
        """A database nobody asks: the table is given."""
        return Database("sqlite://")

    @cached_property
    def search(self) -> PracticeSearch:
        """The search as it is."""
        return GivenTable(self.index, self.database, self.termbase, self.table)

    @cached_property
    def without_facets(self) -> PracticeSearch:
        """The search on an index that counts no facets."""
        return GivenTable(NoFacets(self.made.index), self.database, self.termbase, self.table)


def remembered(asked: list[Asked], termbase: Termbase) -> dict[Asked, Plan]:
    """The plans of all queries."""
    return {one: _planned(one, termbase) for one in asked}


def _planned(asked: Asked, termbase: Termbase) -> Plan:
    return plan(asked.text, asked.language, CODES, {}, termbase)


def acts(standing: Standing, asked: list[Asked]) -> dict[str, Callable[[Asked, int], object]]:
    """Everything that is timed. Each way of asking meets zones of its own."""
    plans = remembered(asked, standing.termbase)
    index, dice = standing.index, random.Random(f"{standing.made.seed} zones")

    def bare(one: Asked, _turn: int) -> object:
        return index.candidates(index_name(one.language), Query(text=one.text), LIMIT_MOST)

    def engine(one: Asked, _turn: int) -> object:
        return [index.candidates(ask.index, ask.query, LIMIT_MOST) for ask in plans[one].asks]

    def planning(one: Asked, _turn: int) -> object:
        return _planned(one, standing.termbase)

    def asking(search: PracticeSearch, *, words: bool) -> Callable[[Asked, int], object]:
        zones = {(one, turn): zone(dice) for one in asked for turn in range(ROUNDS)}

        def act(one: Asked, turn: int) -> object:
            text = one.text if words else ""
            request = SearchRequest(text=text, language=one.language, zone=zones[one, turn])
            return search.search(request)

        return act

    return {
        BARE: bare,
        ENGINE: engine,
        PLANNING: planning,
        RANKED: asking(standing.without_facets, words=True),
        FACETED: asking(standing.search, words=True),
        WHAT_WORKS: asking(standing.search, words=False),
    }


def remember(steps: list[tuple[str, Memory]], name: str) -> None:
    """Take the memory down, and count its peak anew."""
    steps.append((name, memory()))
    forget_peak()


def stand(made: Made, asked_by: Callable[[Termbase], list[Asked]]) -> tuple[Standing, list[Asked]]:
    """Open everything as a site does, printing what memory each part takes."""
    steps: list[tuple[str, Memory]] = []
    forget_peak()
    remember(steps, "Python and imports")
    termbase = shipped_termbase()
    asked = asked_by(termbase)
    for one in asked:
        _planned(one, termbase)
    remember(steps, "termbase, words' forms")
    index = TantivyIndex(made.index)
    for name in index.names():
        index.count(name)
    for one in asked:
        index.candidates(index_name(one.language), Query(text=one.text), LIMIT_MOST)
    remember(steps, "index")
    start = time.perf_counter()
    table = table_of(made)
    took = time.perf_counter() - start
    remember(steps, "table")
    standing = Standing(made, index, termbase, table)
    dice = random.Random(f"{made.seed} first")
    for one in asked:
        request = SearchRequest(text=one.text, language=one.language, zone=zone(dice))
        standing.search.search(request)
    remember(steps, f"{len(asked)} searches answered")
    _print_memory(steps)
    print(f"  the table of {len(table):,} practices was built in {took:.1f} s")
    return standing, asked


def _print_memory(steps: list[tuple[str, Memory]]) -> None:
    print(f"  {'memory, MB':<28}{'growth':>9}{'no file':>9}{'then':>9}{'at most':>9}")
    before = Memory(0, 0, 0)
    for name, now in steps:
        print(
            f"  {name:<28}{now.resident - before.resident:9.0f}"
            f"{now.anonymous - before.anonymous:9.0f}{now.resident:9.0f}{now.peak:9.0f}"
        )
        before = now
    highest = max(step.peak for _, step in steps)
    print(
        f"  goal: under {GOAL_MB:.0f} MB: {_met(highest < GOAL_MB)}"
        f" ({highest:.0f} at most, {before.resident:.0f} at the end)"
    )


def _print_times(asked: list[Asked], taken: Mapping[str, list[float]]) -> None:
    found = {name: times_of(samples) for name, samples in taken.items()}
    print(f"  {'time, ms':<28}{'p50':>9}{'p99':>9}{'ratio':>9}")
    for name, times in found.items():
        print(f"  {name:<28}{times.p50:9.2f}{times.p99:9.2f}{ratio_of(times, found[BARE]):8.1f}x")
    bare, ranked = by_kind(asked, taken[BARE]), by_kind(asked, taken[RANKED])
    for kind, samples in sorted(bare.items()):
        one, other = times_of(samples), times_of(ranked[kind])
        print(
            f"  {kind:<28}{one.p50:9.2f} bare,{other.p50:8.2f} ranked"
            f"{ratio_of(other, one):8.1f}x  ({len(samples)} queries)"
        )
    _print_goal(found)


def _print_goal(found: Mapping[str, Times]) -> None:
    ratio = ratio_of(found[RANKED], found[BARE])
    over = found[RANKED].p50 - found[ENGINE].p50
    print(
        f"  goal: by words and land at most {GOAL_RATIO:.0f}x the bare query:"
        f" {_met(ratio <= GOAL_RATIO)} ({ratio:.1f}x; {over:.2f} ms over the engine's own time)"
    )


def _met(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def profile(standing: Standing, asked: list[Asked]) -> None:
    """Print where the time of a search by words and land goes."""
    act, profiler = acts(standing, asked)[RANKED], cProfile.Profile()
    profiler.enable()
    for one in asked:
        act(one, 0)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(18)


def run(made: Made, written: Written | None, count: int, with_profile: bool) -> None:
    """Measure and print."""
    if written:
        each = written.words / max(written.documents, 1)
        print(
            f"{written.documents:,} documents of {written.practices:,} practices,"
            f" {each:.0f} words each, in {len(CODES)} languages"
        )
    dice = random.Random(f"{made.seed} queries")
    standing, asked = stand(made, lambda termbase: queries(termbase, count, dice))
    with closing(standing.index), closing(standing.database):
        _print_times(asked, in_turns(asked, acts(standing, asked), ROUNDS))
        if with_profile:
            profile(standing, asked)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="a folder to keep the documents in, or take them")
    parser.add_argument("--profile", action="store_true", help="also tell where the time goes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = Made(chosen.keep or Path(folder), chosen.documents, chosen.seed)
        written = None
        if not made.rows.exists():
            start = time.perf_counter()
            made.folder.mkdir(parents=True, exist_ok=True)
            written = write(made)
            print(f"written down in {time.perf_counter() - start:.0f} s")
        run(made, written, chosen.queries, chosen.profile)


if __name__ == "__main__":
    main()
