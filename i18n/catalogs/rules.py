"""Message catalogs, one PO file a language beside this module; English is the message itself."""

import gettext as standard
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Messages:
    """The translated messages of one language and the rule for its plurals."""

    single: dict[str, str]
    plural: dict[str, tuple[str, ...]]
    form: Callable[[int], int]


def read_catalog(language: str) -> Catalog:
    """The catalog of a language as Babel reads it."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


class PoCatalogs:
    """All catalogs; each is read when it is first spoken."""

    def __init__(self) -> None:
        self._read: dict[str, Messages] = {}
        self._lock = threading.Lock()

    def gettext(self, language: str, message: str) -> str:
        """The message in `language`, or the message itself where it has no translation."""
        if language == SOURCE_LANGUAGE:
            return message
        return self._messages(language).single.get(message, message)

    def ngettext(self, language: str, singular: str, plural: str, count: int) -> str:
        """The form of the message that `count` asks for in `language`."""
        if language != SOURCE_LANGUAGE:
            messages = self._messages(language)
            forms = messages.plural.get(singular)
            if forms:
                return forms[min(messages.form(count), len(forms) - 1)]
        return singular if count == 1 else plural

    def _messages(self, language: str) -> Messages:
        found = self._read.get(language)
        if found is None:
            with self._lock:
                found = self._read.setdefault(language, _messages(read_catalog(language)))
        return found


def _messages(catalog: Catalog) -> Messages:
    single: dict[str, str] = {}
    plural: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, tuple | list):
            forms = message.string if isinstance(message.string, tuple | list) else ()
            if forms and all(forms):
                plural[message.id[0]] = tuple(forms)
        elif isinstance(message.string, str) and message.string:
            single[message.id] = message.string
    form: Callable[[int], int] = standard.c2py(catalog.plural_expr)
    return Messages(single, plural, form)
