"""The languages served, and which of them a reader gets."""

from i18n.languages.rules import CODES, SERVED, Language, LanguageNotServed, language, negotiate

__all__ = ["CODES", "SERVED", "Language", "LanguageNotServed", "language", "negotiate"]
