"""The real site in a process of its own, and clients that ask it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from core.settings import PREFIX

_START = "from deploy.commands import main; main()"
_ADDRESS = re.compile(r"Serving on (http://\S+)")
_STARTS_WITHIN = 60.0
_STOPS_WITHIN = 15.0


class SiteNotStarted(RuntimeError):
    """The site ended, or did not say its address in time."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One address and the cookies of the reader who opens it."""

    path: str
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def headers(self) -> dict[str, str]:
        """What a phone's browser sends with it."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Accept-Encoding": "br", **({"Cookie": kept} if kept else {})}


@dataclass(frozen=True, slots=True)
class Crowd:
    """What many clients at once came to: requests a second, and milliseconds of each."""

    per_second: float
    taken: Sequence[float]


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """Serve a prepared data folder on a free port of this machine; gives the address.

    Raises:
        SiteNotStarted: it does not come up.
    """
    settings = {"DATA_DIR": str(data), "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "error"}
    told = {**os.environ, **{PREFIX + name: value for name, value in settings.items()}}
    log = data / "serve.log"
    with log.open("wb") as opened:
        process = subprocess.Popen(
            [sys.executable, "-c", _START, "serve", "--no-prepare"], env=told, stderr=opened
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        try:
            process.wait(_STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    ends = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < ends and process.poll() is None:
        found = _ADDRESS.search(log.read_text())
        if found and _answers(found[1]):
            return found[1]
        time.sleep(0.05)
    raise SiteNotStarted(log.read_text()[-2000:])


def _answers(address: str) -> bool:
    """Whether somebody listens: the address is told a moment before."""
    try:
        return httpx.get(f"{address}/robots.txt").is_success
    except httpx.ConnectError:
        return False


def alone(address: str, visits: Sequence[Visit], rounds: int) -> list[float]:
    """Milliseconds of every visit by one client, the best of the rounds."""
    best = [float("inf")] * len(visits)
    with httpx.Client(base_url=address) as client:
        for _ in range(rounds):
            for place, visit in enumerate(visits):
                best[place] = min(best[place], _milliseconds(client, visit))
    return best


def together(address: str, visits: Sequence[Visit], clients: int, seconds: float) -> Crowd:
    """Many clients at once, each on a connection of its own, for so many seconds."""
    start = time.perf_counter()
    ends = start + seconds

    def one(first: int) -> list[float]:
        taken = []
        with httpx.Client(base_url=address, timeout=30.0) as client:
            at = first
            while time.perf_counter() < ends:
                taken.append(_milliseconds(client, visits[at % len(visits)]))
                at += clients
        return taken

    with ThreadPoolExecutor(clients) as threads:
        taken = [sample for samples in threads.map(one, range(clients)) for sample in samples]
    return Crowd(len(taken) / (time.perf_counter() - start), taken)


def _milliseconds(client: httpx.Client, visit: Visit) -> float:
    start = time.perf_counter()
    answer = client.get(visit.path, headers=visit.headers)
    taken = (time.perf_counter() - start) * 1000
    answer.raise_for_status()
    return taken
