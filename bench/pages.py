"""How fast and how light the pages are: `python -m bench.pages [--data FOLDER]`.

A data folder is prepared with everything that ships (`--data` takes one that is), and the real
site serves it from a process of its own. One client asks page after page, the best of three rounds
counts; then many at once, each on a connection of its own. The clients share the machine's cores
with the site: where others use them too, the CPU time of the site's process for one request tells
more than the clock. What the engine takes is measured inside, request by request.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import httpx

from bench.serving import Asking, Running, Visit, alone, serving, together
from bench.timing import times_of
from bench.visits import API, HOME, PRACTICE, SEARCH, Reader, readers, statements
from bench.weight import loaded, weight
from core.logs import configure_logs
from core.settings import Settings
from deploy.house import House
from deploy.prepare import prepare
from i18n.languages import CODES

PAGES = (HOME, SEARCH, PRACTICE, API)
ROUNDS = 3
GOAL_OWN_MS = 5.0
GOAL_BYTES = 30_000
GOAL_REQUESTS = 4
WORD = {
    "en": "maize",
    "fr": "maïs",
    "es": "maíz",
    "pt": "milho",
    "ar": "ذرة",
    "sw": "mahindi",
    "hi": "मक्का",
}


def one_client(site: Running, visitors: Sequence[Reader], sql: Mapping[str, int]) -> None:
    """Print what a single client waits, how much of it is the engine, and the site's CPU time."""
    columns = "".join(f"{name:>9}" for name in ("p50", "p99", "engine", "own work", "CPU", "SQL"))
    print(f"  {'one client, ms':<24}{columns}")
    for page in PAGES:
        asked = alone(site, [one.visit(page) for one in visitors], ROUNDS)
        times, own = times_of([one.taken for one in asked.answers]), _own(asked)
        engine = statistics.median(one.engine for one in asked.answers)
        print(
            f"  {page:<24}{times.p50:9.1f}{times.p99:9.1f}{engine:9.1f}{own:9.1f}"
            f"{asked.cpu:9.1f}{sql[page]:9}   {_met(own <= GOAL_OWN_MS)}"
        )
    nothing = alone(site, [Visit("/robots.txt")] * len(visitors), ROUNDS)
    print(
        f"  goal: own work over the engine at most {GOAL_OWN_MS:.0f} ms;"
        f" a request for nothing (robots.txt) takes {_own(nothing):.1f} ms of it,"
        f" {nothing.cpu:.1f} of CPU"
    )


def many_clients(site: Running, visitors: Sequence[Reader], clients: int, seconds: float) -> None:
    """Print what many clients at once wait, and the site's CPU time for one request."""
    columns = "".join(f"{name:>9}" for name in ("p50", "p99", "CPU", "per s"))
    print(f"  {f'{clients} clients, ms':<24}{columns}")
    for page in PAGES:
        asked = together(site, [one.visit(page) for one in visitors], clients, seconds)
        times = times_of([one.taken for one in asked.answers])
        print(
            f"  {page:<24}{times.p50:9.1f}{times.p99:9.1f}{asked.cpu:9.1f}{asked.per_second:9.0f}"
        )


def _own(asked: Asking) -> float:
    return statistics.median(one.own for one in asked.answers)


def weights(address: str) -> None:
    """Print what a phone loads for its first search page, in every language."""
    print(f"  {'first search page':<24}{'bytes':>8}{'requests':>10}{'no scripts':>12}  of it")
    heaviest = most = 0
    with httpx.Client(base_url=address) as client:
        for language in CODES:
            visit = Visit(f"/{language}/search?q={WORD[language]}")
            files = loaded(client, visit)
            heaviest, most = max(heaviest, weight(files)), max(most, len(files))
            parts = ", ".join(f"{each.kind} {each.bytes:,}" for each in files)
            print(
                f"  {language:<24}{weight(files):8,}{len(files):10}"
                f"{weight(files, without='script'):12,}  {parts}"
            )
    print(
        f"  goal: at most {GOAL_BYTES:,} bytes and {GOAL_REQUESTS} requests:"
        f" {_met(heaviest <= GOAL_BYTES and most <= GOAL_REQUESTS)}"
    )


def _met(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def run(data: Path, visitors: int, clients: int, seconds: float, seed: int) -> None:
    """Prepare, serve, measure, print."""
    start = time.perf_counter()
    with closing(House(Settings(data_dir=data))) as house:
        prepare(house)
        print(f"prepared in {time.perf_counter() - start:.0f} s")
        crowd = readers(house, visitors, seed)
        asked = {page: crowd[0].visit(page) for page in PAGES}
        sql = {page: len(found) for page, found in statements(house, asked).items()}
    with serving(data) as site:
        one_client(site, crowd, sql)
        many_clients(site, crowd, clients, seconds)
        weights(site.address)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a data folder to take, or to prepare and keep")
    parser.add_argument("--visitors", type=int, default=60)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=6.0, help="for each page, all clients")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    configure_logs(Settings(log_level="warning"))
    with tempfile.TemporaryDirectory() as folder:
        data = chosen.data or Path(folder)
        run(data, chosen.visitors, chosen.clients, chosen.seconds, chosen.seed)


if __name__ == "__main__":
    main()
