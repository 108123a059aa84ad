"""What a reader may be about to type: titles of practices, then terms."""

from i18n.analysis import fold
from i18n.termbase.rules import Termbase
from practices.search.documents import index_name
from practices.search.index.protocol import Matching, Query, Typos
from practices.search.plan import clean
from practices.search.service import PracticeSearch
from practices.search.spelling import folded_labels

MOST = 8
SHORTEST = 2


def suggestions(search: PracticeSearch, termbase: Termbase, typed: str, language: str) -> list[str]:
    """Up to eight continuations of what was typed, in the reader's language.

    Raises:
        QueryTooLong: more was typed than a search can use.
        SearchBeingRepaired: the index cannot be read, and not be built anew quickly.
    """
    text = clean(typed)
    if len(text) < SHORTEST:
        return []
    query = Query(text=text, matching=Matching.LAST_PREFIX, typos=Typos.OFF, limit=MOST)
    page = search.repairs.answer(lambda: search.index.search(index_name(language), query))
    titles = [hit.document.title for hit in page.hits]
    start = fold(text, language)
    known = folded_labels(termbase, language)
    terms = [label for folded, label in known.items() if folded.startswith(start)]
    return list(dict.fromkeys([*terms[: MOST // 2], *titles]))[:MOST]
