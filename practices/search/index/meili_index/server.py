"""The Meilisearch server: its client, its tasks and its errors.

https://www.meilisearch.com/docs/learn/async/asynchronous_operations
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any, TypeVar

from meilisearch import Client
from meilisearch.errors import MeilisearchApiError, MeilisearchError
from meilisearch.models.task import TaskInfo

from practices.search.index.errors import (
    IndexRefused,
    IndexStorageFull,
    IndexTooSlow,
    IndexUnknown,
    IndexUnreachable,
)

Answer = TypeVar("Answer")

_POLL_FIRST_SECONDS = 0.02
_POLL_MOST_SECONDS = 0.5
_NO_ROOM_CODES = frozenset({"no_space_left_on_device", "database_size_limit_reached"})


class Server:
    """Sends requests and waits for tasks. The key appears in no message and no representation."""

    def __init__(
        self, url: str, key: str | None, *, request_seconds: int, deadline_seconds: float
    ) -> None:
        self._url = url.rstrip("/")
        self._key = key
        self._request_seconds = request_seconds
        self._deadline_seconds = deadline_seconds
        self._own = local()

    def __repr__(self) -> str:
        return "Server(meilisearch)"

    @property
    def client(self) -> Client:
        """This thread's client: the official one keeps the headers of a request in a shared dict
        while it sends it, so two threads would change each other's."""
        client = getattr(self._own, "client", None)
        if client is None:
            client = Client(self._url, self._key, timeout=self._request_seconds)
            self._own.client = client
        return client

    def ask(self, action: str, name: str, act: Callable[[Client], Answer]) -> Answer:
        """Send one request.

        Raises:
            IndexUnknown, IndexRefused, IndexUnreachable
        """
        with self._faults(action, name):
            return act(self.client)

    def do(self, action: str, name: str, act: Callable[[Client], TaskInfo]) -> None:
        """Send one request that makes a task, and wait until the task has succeeded.

        Raises:
            IndexTooSlow: the task had not ended at the deadline. It is not cancelled.
            IndexRefused, IndexUnknown, IndexStorageFull: it failed or was cancelled.
        """
        self.wait(action, name, self.start(action, name, act))

    def start(self, action: str, name: str, act: Callable[[Client], TaskInfo]) -> int:
        """Send one request that makes a task; the number of the task."""
        return self.ask(action, name, act).task_uid

    def wait(self, action: str, name: str, task_uid: int) -> None:
        """Wait until a task has succeeded."""
        deadline = time.monotonic() + self._deadline_seconds
        pause = _POLL_FIRST_SECONDS
        while True:
            task = self.ask(action, name, lambda client: client.get_task(task_uid))
            if task.status == "succeeded":
                return
            if task.status in {"failed", "canceled"}:
                error = task.error or {}
                reason = str(error.get("message", f"the task was {task.status}"))
                raise self._refusal(action, name, str(error.get("code", "")), reason)
            if time.monotonic() + pause > deadline:
                seconds = round(self._deadline_seconds)
                raise IndexTooSlow(action=action, name=name, task=task_uid, seconds=seconds)
            time.sleep(pause)
            pause = min(_POLL_MOST_SECONDS, pause * 1.5)

    def document(self, name: str, key: str) -> dict[str, Any] | None:
        """A record by its primary key; None where the index has none of that key."""
        try:
            return self.ask("document", name, lambda c: dict(c.index(name).get_document(key)))
        except IndexRefused as error:
            if error.data["code"] == "document_not_found":
                return None
            raise

    def documents_in(self, name: str) -> int:
        """How many records an index holds."""
        return self.ask("count", name, lambda c: int(c.index(name).get_stats().number_of_documents))

    def made_at(self, name: str) -> str | None:
        """When an index was made, as the server writes it; None where there is none."""
        try:
            return self.ask("look up", name, lambda c: str(c.get_raw_index(name)["createdAt"]))
        except IndexUnknown:
            return None

    @contextmanager
    def _faults(self, action: str, name: str) -> Iterator[None]:
        try:
            yield
        except MeilisearchApiError as error:
            raise self._refusal(action, name, error.code or "", error.message) from None
        except (MeilisearchError, OSError, ValueError, KeyError, TypeError) as error:
            # an answer cut short is an OSError of the HTTP library; the others: what answered is
            # no Meilisearch (a proxy's page, say)
            raise IndexUnreachable(reason=self._without_key(str(error))) from None

    def _refusal(
        self, action: str, name: str, code: str, reason: str
    ) -> IndexUnknown | IndexRefused | IndexStorageFull:
        if code == "index_not_found":
            return IndexUnknown(name=name)
        if code in _NO_ROOM_CODES:
            return IndexStorageFull(name=name)
        return IndexRefused(action=action, name=name, code=code, reason=self._without_key(reason))

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "***") if self._key else text
