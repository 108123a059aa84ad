"""Names of places in the script of a reader who may not read Latin letters.

GeoNames gives a place's other names without their language, so the script decides: a name counts as
Arabic where all its letters are of the Arabic alphabet (not those that only Persian, Urdu, Kurdish
or Uyghur have), as Hindi where all are Devanagari. Spellings usual in the language come first, then
the shortest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a -]*")
_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961][\u0900-\u0963\u200c\u200d -]*")
_BY_LANGUAGE: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    # Other languages write a final ta marbuta as h, and a final y without its points.
    "ar": (_ARABIC, re.compile("[\u0647\u0649](?: |$)")),
    # Letters of Marathi that Hindi does not use.
    "hi": (_DEVANAGARI, re.compile("[\u0933\u0945\u0972]")),
}
"""By language: what a name must be made of, and what a less usual spelling holds."""
LANGUAGES = tuple(_BY_LANGUAGE)


def local_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Language and name, at most one for each of `LANGUAGES`, from all the names of a place."""
    foreign = [name for name in names if not name.isascii()]
    for language, (letters, unusual) in _BY_LANGUAGE.items():
        fitting = (name for name in foreign if letters.fullmatch(name))
        best = min(
            fitting, key=lambda name: (bool(unusual.search(name)), len(name), name), default=None
        )
        if best:
            yield language, best
