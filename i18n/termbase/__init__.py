"""Words of the field in every language served, so that a search in one finds texts in another."""

from i18n.termbase.reading import shipped_termbase
from i18n.termbase.rules import Concept, Expansion, Match, Termbase

__all__ = ["Concept", "Expansion", "Match", "Termbase", "shipped_termbase"]
