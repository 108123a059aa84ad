"""When readers meet an index that is missing or damaged: it is built anew, once for all of them."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

import structlog

from core.errors import GafolupError
from core.words import N_
from practices.search.index.errors import IndexDamaged, IndexInUse, IndexUnknown

log = structlog.get_logger()

LONGEST_WAIT_SECONDS = 5.0
"""As long as a reader waits for her answer; a longer repair goes on without her."""
PAUSE_SECONDS = 60.0
"""Between two repairs, so that one that does not help is not repeated at every request."""
LOOK_AGAIN_SECONDS = 0.5
"""Between two looks at a repair that another process makes."""

Answer = TypeVar("Answer")


class SearchBeingRepaired(GafolupError):
    """The index cannot be read now; it is being built anew, or that failed a moment ago."""

    code = "search_being_repaired"
    status = 503
    text = N_("The service is busy or being repaired. Try again in a few minutes.")


class Repairs:
    """Repairs of one index, one at a time. Safe in many threads."""

    def __init__(self, rebuild: Callable[[], object]) -> None:
        self._rebuild = rebuild
        self._lock = threading.Lock()
        self._running: threading.Thread | None = None
        self._ended = 0
        self._not_before = 0.0
        self._tell: Callable[[], None] | None = None

    def to_the_end(self, tell: Callable[[], None]) -> None:
        """Let each question wait for its repair, however long it takes, after `tell` was called.

        For a process of one question: a repair in the background would end with it. What a repair
        raises is raised to the reader.
        """
        self._tell = tell

    def answer(self, ask: Callable[[], Answer]) -> Answer:
        """What `ask` answers; if the index cannot be read it is asked again after a repair.

        Raises:
            SearchBeingRepaired: the repair takes longer than a reader waits, or does not help.
            IndexStorageFull, IndexInUse: it cannot be done, told to one who waits to the end.
        """
        ended = self._ended
        try:
            return ask()
        except (IndexDamaged, IndexUnknown) as problem:
            if self._tell is not None:
                self._tell()
                return self._here(ask)
            self._repair(ended, problem)
        try:
            return ask()
        except (IndexDamaged, IndexUnknown) as problem:
            raise SearchBeingRepaired from problem

    def _here(self, ask: Callable[[], Answer]) -> Answer:
        """Repair in this thread; where another process does, wait until it has."""
        try:
            self._rebuild()
        except IndexInUse:
            end = time.monotonic() + PAUSE_SECONDS
            while True:
                time.sleep(LOOK_AGAIN_SECONDS)
                try:
                    return ask()
                except (IndexDamaged, IndexUnknown):
                    if time.monotonic() > end:
                        raise
        return ask()

    def _repair(self, ended: int, problem: GafolupError) -> None:
        """Wait for a repair that ends after the failed question began; start it if none runs."""
        with self._lock:
            if self._running is None and self._ended == ended:
                if time.monotonic() < self._not_before:
                    raise SearchBeingRepaired from problem
                log.warning("index.repairing", problem=str(problem))
                self._running = threading.Thread(target=self._run, name="index-repair", daemon=True)
                self._running.start()
            running = self._running
        if running is not None:
            running.join(LONGEST_WAIT_SECONDS)
            if running.is_alive():
                raise SearchBeingRepaired from problem

    def _run(self) -> None:
        try:
            self._rebuild()
            log.info("index.repaired")
        except Exception:
            log.exception("index.repair_failed")
        finally:
            with self._lock:
                self._ended += 1
                self._running = None
                self._not_before = time.monotonic() + PAUSE_SECONDS
