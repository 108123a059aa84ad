"""How fast places are found: `python -m bench.places [FILE]`.

Without a file the list is built in a temporary folder first; that is timed too. Every kind of
question is asked about places drawn by chance (seeded); p50 and p99 in milliseconds.
"""

import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from core.places.build import build
from core.places.gazetteer import Gazetteer

QUESTIONS = 2000
Asked = TypeVar("Asked")


def report(what: str, act: Callable[[Asked], object], asked: Sequence[Asked]) -> None:
    """Ask everything and print the times."""
    times = []
    for one in asked:
        start = time.perf_counter()
        act(one)
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"{what:28} p50 {p50:7.3f}  p99 {p99:7.3f} ms  ({len(times):,} asked)")


def mistyped(dice: random.Random, name: str) -> str:
    """The name with one letter wrong, missing or doubled."""
    at = dice.randrange(1, len(name))
    return dice.choice((name[:at] + name[at + 1 :], name[:at] + name[at - 1 :], name[:at] + "x"
                        + name[at + 1 :]))  # fmt: skip


def found_again(gazetteer: Gazetteer, asked: Sequence[tuple[str, int]]) -> float:
    """Share of mistyped names whose place is among the first three."""
    right = sum(
        number in [hit.place.geoname for hit in gazetteer.find(text)[:3]] for text, number in asked
    )
    return right / len(asked)


def run(path: Path) -> None:
    """Ask all kinds of questions."""
    dice = random.Random(11)
    with closing(sqlite3.connect(path)) as base:
        rows = base.execute("SELECT name, country, lat, lon, geoname FROM places").fetchall()
        large = base.execute(
            "SELECT name, geoname FROM places WHERE rank <= 20000 AND length(name) >= 6"
        ).fetchall()
        spelled = base.execute("SELECT folded FROM names").fetchall()
    some = dice.sample(rows, QUESTIONS)
    gazetteer = Gazetteer(path)
    names = [row[0] for row in some]
    report("main name", gazetteer.find, names)
    report("any spelling", gazetteer.find, [dice.choice(spelled)[0] for _ in range(QUESTIONS)])
    in_country = [(row[0], row[1]) for row in some]
    report("with the country's code", lambda asked: gazetteer.find(*asked), in_country)
    report("beginnings", gazetteer.find, [name[: dice.randint(1, 5)] for name in names])
    wrong = [(mistyped(dice, name), number) for name, number in dice.sample(large, QUESTIONS // 4)]
    report("one letter wrong", gazetteer.find, [text for text, _ in wrong])
    nonsense = ["".join(dice.choices("aeioubdknrst", k=dice.randint(3, 20))) for _ in range(500)]
    report("nonsense", gazetteer.find, nonsense)
    near = [(min(row[2] + dice.uniform(-0.3, 0.3), 90), row[3]) for row in some]
    report("nearest to a point on land", lambda point: gazetteer.nearest(*point), near)
    anywhere = [(dice.uniform(-90, 90), dice.uniform(-180, 180)) for _ in range(500)]
    report("nearest to any point", lambda point: gazetteer.nearest(*point), anywhere)
    print(f"mistyped, among first three  {found_again(gazetteer, wrong):.1%}")
    gazetteer.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "places.sqlite"
        if not given.exists():
            start = time.perf_counter()
            made = build(given)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            print(f"built in {time.perf_counter() - start:.0f} s, peak memory {peak:.0f} MB,")
            print(f"{made.places:,} places, {made.names:,} names, {made.bytes / 1e6:.1f} MB")
        run(given)
