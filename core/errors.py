"""Errors named after the fact, with a code, data and a message for the reader."""

from http import HTTPStatus
from typing import Any, ClassVar

from core.words import N_, gettext


class GafolupError(Exception):
    """Something a person can be told about.

    A subclass sets `code` (stable, for machines), `status` (HTTP) and `text` (English message,
    the key of the catalogs, with {placeholders} that are filled from `data`).
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = HTTPStatus.BAD_REQUEST
    text: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, **data: Any) -> None:
        super().__init__(self.code)
        self.data = data

    def message(self) -> str:
        """The message in the language of the current reader."""
        return gettext(self.text).format(**self.data)

    def __str__(self) -> str:
        return self.text.format(**self.data)
