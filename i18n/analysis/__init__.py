"""Text as every index reads it: words, folded and stemmed, with their place in the original."""

from i18n.analysis.tokens import Token, analyse, fold

__all__ = ["Token", "analyse", "fold"]
