"""The languages served, and which of them a reader gets."""

from i18n.languages.rules import (
    CODES,
    NOT_SAID,
    SERVED,
    Language,
    LanguageNotServed,
    language,
    language_of_text,
    negotiate,
)

__all__ = [
    "CODES",
    "NOT_SAID",
    "SERVED",
    "Language",
    "LanguageNotServed",
    "language",
    "language_of_text",
    "negotiate",
]
