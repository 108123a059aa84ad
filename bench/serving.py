"""The real site in a process of its own, with a clock on its index, and clients that ask it.

Each answer tells in a header what the engine took for it. The clients do as little as they can, for
they share the machine's cores with the site.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import numpy as np
import numpy.typing as npt
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from core.settings import PREFIX, settings_from
from deploy.app import site
from deploy.commands.running import listen, run
from deploy.house import House
from practices.search.index.protocol import LIMIT_MOST, Facets, Page, Query
from practices.search.index.tantivy_index import TantivyIndex

_START = "from bench.serving import serve_clocked; serve_clocked()"
_TIMING = "server-timing"
_CALM_SHARE = 0.05
_CALM_WITHIN = 30.0
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
class Answered:
    """Milliseconds of one request: as the client saw it, and of it the engine's."""

    taken: float
    engine: float

    @property
    def own(self) -> float:
        """What everything but the engine took."""
        return self.taken - self.engine


@dataclass(frozen=True, slots=True)
class Asking:
    """What clients met: each answer, requests a second, and the site's CPU milliseconds for one."""

    answers: Sequence[Answered]
    per_second: float
    cpu: float


class NotAnswered(RuntimeError):
    """A page did not come."""


@dataclass(frozen=True, slots=True)
class Running:
    """A site that runs: its address, and the number of its process."""

    address: str
    process: int

    def cpu_milliseconds(self) -> float:
        """What its process used of the processors so far."""
        return cpu_milliseconds_of(Path(f"/proc/{self.process}/stat").read_text())

    def calm_down(self) -> None:
        """Wait until it has loaded what it loads beside the first answers."""
        ends = time.monotonic() + _CALM_WITHIN
        while time.monotonic() < ends:
            before = self.cpu_milliseconds()
            time.sleep(1.0)
            if self.cpu_milliseconds() - before < 1000 * _CALM_SHARE:
                return

    def connect(self) -> HTTPConnection:
        """A connection of one client."""
        return HTTPConnection(urlsplit(self.address).netloc, timeout=30.0)


def cpu_milliseconds_of(stat: str) -> float:
    """CPU time of a process, user and system, from its /proc stat line (man 5 proc)."""
    after_name = stat.rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(data: Path) -> Iterator[Running]:
    """Serve a prepared data folder on a free port of this machine.

    Raises:
        SiteNotStarted: it does not come up.
    """
    settings = {"DATA_DIR": str(data), "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "error"}
    told = {**os.environ, **{PREFIX + name: value for name, value in settings.items()}}
    log = data / "serve.log"
    with log.open("wb") as opened:
        process = subprocess.Popen([sys.executable, "-c", _START], env=told, stderr=opened)
    try:
        running = Running(_address(process, log), process.pid)
        running.calm_down()
        yield running
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


def alone(running: Running, visits: Sequence[Visit], rounds: int) -> Asking:
    """Every visit by one client; of each the round that took least beside the engine."""
    start, cpu = time.perf_counter(), running.cpu_milliseconds()
    client = running.connect()
    all_rounds = [[_answered(client, visit) for visit in visits] for _ in range(rounds)]
    client.close()
    count = rounds * len(visits)
    return Asking(
        [min(answers, key=lambda one: one.own) for answers in zip(*all_rounds, strict=True)],
        count / (time.perf_counter() - start),
        (running.cpu_milliseconds() - cpu) / count,
    )


def together(running: Running, visits: Sequence[Visit], clients: int, seconds: float) -> Asking:
    """Many clients at once, each on a connection of its own, for so many seconds."""
    start, cpu = time.perf_counter(), running.cpu_milliseconds()
    ends = start + seconds

    def one(first: int) -> list[Answered]:
        answers = []
        client = running.connect()
        at = first
        while time.perf_counter() < ends:
            answers.append(_answered(client, visits[at % len(visits)]))
            at += clients
        client.close()
        return answers

    with ThreadPoolExecutor(clients) as threads:
        answers = [answer for some in threads.map(one, range(clients)) for answer in some]
    return Asking(
        answers,
        len(answers) / (time.perf_counter() - start),
        (running.cpu_milliseconds() - cpu) / len(answers),
    )


def _answered(client: HTTPConnection, visit: Visit) -> Answered:
    start = time.perf_counter()
    client.request("GET", visit.path, headers=dict(visit.headers))
    answer = client.getresponse()
    answer.read()
    taken = (time.perf_counter() - start) * 1000
    if answer.status != 200:
        raise NotAnswered(f"{visit.path}: {answer.status}")
    return Answered(taken, float((answer.getheader(_TIMING) or "0").rpartition("=")[2]))


_spent: ContextVar[list[float]] = ContextVar("spent")


class ClockedIndex(TantivyIndex):
    """The index as it is; while a request is served, what it takes is noted."""

    def candidates(
        self, name: str, query: Query, limit: int = LIMIT_MOST
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """As the index does it, timed."""
        with _noted():
            return super().candidates(name, query, limit)

    def facets(self, name: str, query: Query) -> Facets:
        """As the index does it, timed."""
        with _noted():
            return super().facets(name, query)

    def search(self, name: str, query: Query) -> Page:
        """As the index does it, timed."""
        with _noted():
            return super().search(name, query)


@contextmanager
def _noted() -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        _spent.get([]).append((time.perf_counter() - start) * 1000)


def clocked(app: ASGIApp) -> ASGIApp:
    """The application, each of its answers telling what the engine took (Server-Timing)."""

    async def timed(scope: Scope, receive: Receive, send: Send) -> None:
        spent: list[float] = []
        _spent.set(spent)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = f"engine;dur={sum(spent):.3f}".encode()
                message["headers"] = [*message["headers"], (_TIMING.encode(), told)]
            await send(message)

        await app(scope, receive, answer)

    return timed


def serve_clocked() -> None:
    """Serve the folder that the settings name, as `gafolup serve --no-prepare` does."""
    house = House(settings_from())
    house.index = ClockedIndex(house.settings.data_dir / "index")
    house.search.table()
    run(clocked(site(house)), listen(house.settings))
    house.close()
