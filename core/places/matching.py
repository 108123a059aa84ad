"""Three ways to find a name: exact, by its beginning, and with one or two letters wrong.

Each gives ranks (the larger the place, the smaller) with the number of wrong letters.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from rapidfuzz.distance import OSA

from core.places.query import PlaceQuery

Rows = Callable[..., list[tuple[Any, ...]]]
"""Runs a statement with values and gives its rows."""

SHORTEST_FOR_ONE_EDIT = 4
SHORTEST_FOR_TWO_EDITS = 8
MOST_LETTERS = 40
MOST_CANDIDATES = 3000
_AFTER_ALL = "\U0010ffff"
# Letters that a wrong or missing letter may have been, by a first letter of the same script.
_ALPHABETS = tuple(
    "".join(chr(code) for code in range(first, last + 1))
    for first, last in (
        (0x61, 0x7A),
        (0x3B1, 0x3C9),
        (0x430, 0x44F),
        (0x627, 0x64A),
        (0x5D0, 0x5EA),
    )
)
_INDIC_BLOCK = 0x80


def exact(rows: Rows, query: PlaceQuery, limit: int) -> dict[int, int]:
    """Places one of whose names is the query's."""
    return _ranks(
        rows,
        "SELECT rank FROM names WHERE folded = ?",
        "SELECT n.rank FROM names n JOIN places p ON p.rank = n.rank"
        " WHERE n.folded = ? AND p.country = ?",
        (query.name,),
        query.country,
        limit,
    )


def beginnings(rows: Rows, query: PlaceQuery, limit: int) -> dict[int, int]:
    """Places one of whose names begins as the query's; of very common beginnings 40."""
    bounds = (query.name, query.name + _AFTER_ALL)
    kept = rows("SELECT rank FROM crowded_prefixes WHERE prefix = ?", query.name)
    if kept and query.country is None:
        return {rank: 0 for (rank,) in kept}
    if kept and query.country is not None:
        found = rows(
            "SELECT rank FROM places WHERE country = ? AND folded >= ? AND folded < ?"
            " ORDER BY rank LIMIT ?",
            query.country,
            *bounds,
            limit,
        )
        return {rank: 0 for (rank,) in found}
    return _ranks(
        rows,
        "SELECT DISTINCT rank FROM names WHERE folded >= ? AND folded < ?",
        "SELECT DISTINCT n.rank FROM names n JOIN places p ON p.rank = n.rank"
        " WHERE n.folded >= ? AND n.folded < ? AND p.country = ?",
        bounds,
        query.country,
        limit,
    )


def typos(rows: Rows, query: PlaceQuery, limit: int) -> dict[int, int]:
    """Places one of whose names is one letter away; else whose main name is two letters away."""
    letters = len(query.name)
    if not SHORTEST_FOR_ONE_EDIT <= letters <= MOST_LETTERS:
        return {}
    found = _one_edit(rows, query, limit)
    if not found and letters >= SHORTEST_FOR_TWO_EDITS:
        found = _two_edits(rows, query, limit)
    return found


def _ranks(
    rows: Rows,
    anywhere: str,
    within: str,
    values: tuple[str, ...],
    country: str | None,
    limit: int,
) -> dict[int, int]:
    statement, given = (anywhere, values) if country is None else (within, (*values, country))
    return {rank: 0 for (rank,) in rows(f"{statement} ORDER BY 1 LIMIT ?", *given, limit)}


def _one_edit(rows: Rows, query: PlaceQuery, limit: int) -> dict[int, int]:
    spellings = set(_spellings_one_edit_away(query.name))
    marks = ",".join("?" * len(spellings))
    found = _ranks(
        rows,
        f"SELECT DISTINCT rank FROM names WHERE folded IN ({marks})",  # noqa: S608 - only "?"
        "SELECT DISTINCT n.rank FROM names n JOIN places p ON p.rank = n.rank"  # noqa: S608
        f" WHERE n.folded IN ({marks}) AND p.country = ?",
        tuple(spellings),
        query.country,
        limit,
    )
    return dict.fromkeys(found, 1)


def _spellings_one_edit_away(name: str) -> Iterator[str]:
    letters = _alphabet(name) + " "
    for at in range(len(name) + 1):
        before, after = name[:at], name[at:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in letters)


def _alphabet(name: str) -> str:
    for letter in name:
        for alphabet in _ALPHABETS:
            if letter in alphabet:
                return alphabet
        if "\u0900" <= letter <= "\u0d7f":
            start = ord(letter) // _INDIC_BLOCK * _INDIC_BLOCK
            return "".join(chr(code) for code in range(start + 1, start + 0x64))
    return "".join(sorted(set(name)))


def _two_edits(rows: Rows, query: PlaceQuery, limit: int) -> dict[int, int]:
    threes = {query.name[at : at + 3] for at in range(len(query.name) - 2)}
    shared: Counter[int] = Counter()
    for three in threes:
        quoted = '"' + three.replace('"', '""') + '"'
        shared.update(rank for (rank,) in rows("SELECT rowid FROM typos WHERE typos = ?", quoted))
    candidates = [rank for rank, _ in shared.most_common(MOST_CANDIDATES)]
    marks = ",".join("?" * len(candidates))
    near: dict[int, int] = {}
    for rank, folded, country in rows(
        f"SELECT rank, folded, country FROM places WHERE rank IN ({marks})",  # noqa: S608 - only "?"
        *candidates,
    ):
        edits = OSA.distance(query.name, folded, score_cutoff=2)
        if edits <= 2 and query.country in (None, country):
            near[rank] = edits
    return dict(sorted(near.items(), key=lambda item: (item[1], item[0]))[:limit])
