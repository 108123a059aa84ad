"""How fast and how light the pages are: `python -m bench.pages [--data FOLDER]`.

A data folder is prepared with everything that ships (`--data` takes one that is), and the real
site serves it from a process of its own. One client asks page after page, the best of three rounds
counts; then many at once, each on a connection of its own. The clients share the machine's cores
with the site. What the engine takes for the same searches is measured in this process.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import httpx

from bench.serving import Visit, alone, serving, together
from bench.timing import times_of
from bench.visits import API, HOME, PRACTICE, SEARCH, Reader, engine_times, readers, statements
from bench.weight import loaded, weight
from core.logs import configure_logs
from core.settings import Settings
from deploy.house import House
from deploy.prepare import prepare
from i18n.languages import CODES

PAGES = (HOME, SEARCH, PRACTICE, API)
SEARCHING = (SEARCH, API)
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


def one_client(
    address: str, visitors: Sequence[Reader], engine: Sequence[float], sql: Mapping[str, int]
) -> None:
    """Print what a single client waits, and how much of it is the engine."""
    nothing = times_of(alone(address, [Visit("/robots.txt")] * len(visitors), ROUNDS))
    print(f"  {'one client, ms':<24}{'p50':>8}{'p99':>8}{'engine':>9}{'own work':>10}{'SQL':>6}")
    for page in PAGES:
        taken = alone(address, [one.visit(page) for one in visitors], ROUNDS)
        inside = engine if page in SEARCHING else [0.0] * len(visitors)
        own = statistics.median(a - b for a, b in zip(taken, inside, strict=True))
        times = times_of(taken)
        print(
            f"  {page:<24}{times.p50:8.1f}{times.p99:8.1f}{statistics.median(inside):9.1f}"
            f"{own:10.1f}{sql[page]:6}   {_met(own <= GOAL_OWN_MS)}"
        )
    print(
        f"  goal: own work over the engine at most {GOAL_OWN_MS:.0f} ms;"
        f" a request for nothing (robots.txt) takes {nothing.p50:.1f} ms of it"
    )


def many_clients(address: str, visitors: Sequence[Reader], clients: int, seconds: float) -> None:
    """Print what many clients at once wait."""
    print(f"  {f'{clients} clients':<24}{'p50':>8}{'p99':>8}{'requests/s':>12}")
    for page in PAGES:
        crowd = together(address, [one.visit(page) for one in visitors], clients, seconds)
        times = times_of(crowd.taken)
        print(f"  {page:<24}{times.p50:8.1f}{times.p99:8.1f}{crowd.per_second:12.0f}")


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
    with closing(House(Settings(data_dir=data))) as house:
        engine = engine_times(house, crowd, ROUNDS)
    with serving(data) as address:
        one_client(address, crowd, engine, sql)
        many_clients(address, crowd, clients, seconds)
        weights(address)


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
