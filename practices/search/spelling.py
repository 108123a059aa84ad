"""What a reader may have meant, where nothing was found."""

from functools import lru_cache

from rapidfuzz import fuzz, process

from i18n.analysis import fold
from i18n.termbase.rules import Termbase

CLOSE_ENOUGH = 72
MOST = 3


def spellings(text: str, language: str, termbase: Termbase) -> list[str]:
    """Terms that are spelt nearly like what was typed, the likeliest first; at most three."""
    wanted = fold(text, language)
    if not wanted:
        return []
    known = folded_labels(termbase, language)
    found = process.extract(
        wanted, known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST
    )
    return [known[folded] for folded, _score, _at in found]


@lru_cache(maxsize=32)
def folded_labels(termbase: Termbase, language: str) -> dict[str, str]:
    """Every label of the termbase by its folded form, preferred labels first."""
    return {fold(label, language): label for label in termbase.every_label(language)}
