"""Settings of indexes, read from the server once in a while, and searches that no swap divides."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from practices.search.index.analysis_mark import analysis_mark
from practices.search.index.checks import check_name
from practices.search.index.errors import IndexOutdated, IndexRefused, IndexUnknown
from practices.search.index.meili_index.layout import FORM, SETTINGS_ID, SettingsKept
from practices.search.index.meili_index.server import Server
from practices.search.index.protocol import IndexSettings

Answer = TypeVar("Answer")

_BELIEVED_SECONDS = 10.0
"""How long settings that were read are believed; another process may have changed them."""

_TRIES = 20
"""So often a search is begun again because the index was swapped while it ran."""


@dataclass(frozen=True, slots=True)
class _Known:
    settings: IndexSettings
    read_at: float


class Remembered:
    """What is known of the indexes on a server. Safe in many threads."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._known: dict[str, _Known] = {}
        self._made: dict[str, str] = {}

    def settings(self, name: str) -> IndexSettings:
        """The settings of an index, which lie beside its documents.

        Raises:
            IndexUnknown: no such index, or an empty one that was only begun.
            IndexOutdated: it is of another form or analysis, or not made by this house.
        """
        check_name(name)
        known = self._known.get(name)
        if known is not None and time.monotonic() - known.read_at < _BELIEVED_SECONDS:
            return known.settings
        kept = self._kept(name)
        if kept is None:
            if self._server.documents_in(name) == 0:
                raise IndexUnknown(name=name)
            raise IndexOutdated(name=name, reason="it was not made by this house")
        if kept.form != FORM or kept.settings is None:
            raise IndexOutdated(name=name, reason=f"form {kept.form}, now {FORM}")
        settings = kept.settings
        if kept.analysis != analysis_mark(settings.language):
            raise IndexOutdated(name=name, reason="words are analysed in another way now")
        self.keep(name, settings)
        return settings

    def is_ours(self, name: str) -> bool:
        """Whether an index that exists has a record of settings, of whatever form."""
        return self._kept(name) is not None

    def keep(self, name: str, settings: IndexSettings) -> None:
        """Remember settings that were just read or written."""
        self._known[name] = _Known(settings, time.monotonic())

    def forget(self, *names: str) -> None:
        """Read these again when they are next needed."""
        for name in names:
            self._known.pop(name, None)
            self._made.pop(name, None)

    def forget_all(self) -> None:
        """Read everything again."""
        self._known.clear()
        self._made.clear()

    def undivided(self, names: Iterable[str], act: Callable[[], Answer]) -> Answer:
        """Do what takes several requests so that all of them meet the same indexes.

        An index brings the time it was made along when it is swapped. Where that is another one
        after the requests than before, they are sent again.
        """
        each = tuple(dict.fromkeys(names))
        for _ in range(_TRIES):
            before = [self._made.get(name) or self._made_at(name) for name in each]
            answer = act()
            after = [self._made_at(name) for name in each]
            if before == after:
                return answer
            self.forget(*each)
        reason = "it was replaced again and again"
        raise IndexRefused(action="search", name=each[0], code="", reason=reason)

    def _made_at(self, name: str) -> str:
        made = self._server.made_at(name)
        if made is None:
            raise IndexUnknown(name=name)
        self._made[name] = made
        return made

    def _kept(self, name: str) -> SettingsKept | None:
        """What the record of the settings says; None where there is no such record."""
        record = self._server.document(name, SETTINGS_ID)
        if record is None:
            return None
        try:
            source = record["source"]
            if not isinstance(source, str):  # the first form kept an object
                return msgspec.convert({"form": source["form"]}, SettingsKept)
            return msgspec.json.decode(source, type=SettingsKept)
        except (msgspec.MsgspecError, KeyError, TypeError):
            raise IndexOutdated(name=name, reason="its settings cannot be read") from None
