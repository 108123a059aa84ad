"""Repairs in the background of a process that serves: one at a time, and not again and again."""

import threading
import time
from collections.abc import Callable

import structlog

log = structlog.get_logger()

PAUSE_SECONDS = 600.0
"""Between two repairs, so that one that does not help is not repeated at every request."""


class BackgroundRepair:
    """Something that can be made anew while readers are told to come again. Safe in threads."""

    def __init__(self, what: str, make_anew: Callable[[], object]) -> None:
        self._what = what
        self._make_anew = make_anew
        self._lock = threading.Lock()
        self._running: threading.Thread | None = None
        self._not_before = 0.0

    def start(self) -> None:
        """Begin, unless it runs, or ended a moment ago."""
        with self._lock:
            if self._running is not None or time.monotonic() < self._not_before:
                return
            self._running = threading.Thread(target=self._run, name=f"{self._what}-repair")
            self._running.daemon = True
            self._running.start()

    def wait(self) -> None:
        """Until what runs has ended."""
        running = self._running
        if running is not None:
            running.join()

    def _run(self) -> None:
        log.warning("repair.begins", what=self._what)
        try:
            self._make_anew()
            log.info("repair.ended", what=self._what)
        except Exception:
            log.exception("repair.failed", what=self._what)
        finally:
            with self._lock:
                self._running = None
                self._not_before = time.monotonic() + PAUSE_SECONDS
