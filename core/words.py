"""Words shown to people: marked here, translated by whatever catalogs the house installs.

The reader's language lives in a context variable, set once a request (or a command) and read by
everything that speaks. The catalogs live one floor up, so they are handed in at start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

_language: ContextVar[str] = ContextVar("language", default="en")


class Catalogs(Protocol):
    """Translated messages by language."""

    def gettext(self, language: str, message: str) -> str:
        """The message in `language`, or the message itself where it has no translation."""
        ...

    def ngettext(self, language: str, singular: str, plural: str, count: int) -> str:
        """The form of the message that `count` asks for in `language`."""
        ...


class _EnglishOnly:
    def gettext(self, language: str, message: str) -> str:
        return message

    def ngettext(self, language: str, singular: str, plural: str, count: int) -> str:
        return singular if count == 1 else plural


_catalogs: Catalogs = _EnglishOnly()


def install_catalogs(catalogs: Catalogs) -> None:
    """Hand in the catalogs, once, at start."""
    global _catalogs  # noqa: PLW0603 - one set of catalogs a process
    _catalogs = catalogs


def N_(message: str) -> str:  # noqa: N802 - the customary name of the marker
    """Mark a message for the catalogs without translating it now."""
    return message


def gettext(message: str) -> str:
    """The message in the reader's language."""
    return _catalogs.gettext(_language.get(), message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The right plural form for `count` in the reader's language."""
    return _catalogs.ngettext(_language.get(), singular, plural, count)


def current_language() -> str:
    """Code of the reader's language."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)
