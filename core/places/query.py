"""What a person wrote for a place: its name, and perhaps its country or a place beside it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.places.spelling import fold_name

LONGEST_NAME = 200
_MOST_COUNTRY_WORDS = 4
_PARTS = re.compile(r"[,،、;()\[\]\n]+")

CountryNamed = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """A way to read the text. name, beside: folded. country: ISO code, only places there."""

    name: str
    country: str | None
    beside: str | None


def read_query(text: str, country: str | None, country_named: CountryNamed) -> Iterator[PlaceQuery]:
    """The ways to read a text, the most literal first; none if it holds no letters.

    "Koutiala, Mali" and "Niamey Niger" give place and country, "Kita, Bamako" a place beside
    another. `country_named` turns a folded name of a country into its ISO code.
    """
    if len(text) > LONGEST_NAME:
        return
    clean = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    parts = [folded for part in _PARTS.split(clean) if (folded := fold_name(part))]
    if not parts:
        return
    if len(parts) > 1:
        yield from _listed(parts, country, country_named)
    whole = " ".join(parts)
    yield PlaceQuery(whole, country, None)
    words = whole.split()
    for count in range(1, min(_MOST_COUNTRY_WORDS, len(words) - 1) + 1):
        for named, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
            code = country_named(" ".join(named))
            if code and country in (None, code):
                yield PlaceQuery(" ".join(rest), code, None)


def _listed(
    parts: list[str], country: str | None, country_named: CountryNamed
) -> Iterator[PlaceQuery]:
    first, *rest = parts
    code = country_named(rest[-1])
    between = rest[:-1] if code else rest
    beside = between[-1] if between else None
    if code and country in (None, code):
        yield PlaceQuery(first, code, beside)
    elif not code:
        yield PlaceQuery(first, country, beside)
