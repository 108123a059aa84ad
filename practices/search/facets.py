"""Which values the practices of a table have, field by field: to narrow, to count, to relate."""

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from practices.runs import Places, rows_of

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


class FacetColumn:
    """The values of one field, practice after practice; a practice may have several."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._given = array("h")
        self._ends = array("i")

    def add(self, values: Iterable[str]) -> None:
        """Append what the next practice has."""
        for value in dict.fromkeys(values):
            self._given.append(self._codes.setdefault(value, len(self._codes)))
        self._ends.append(len(self._given))

    def having(self, values: Sequence[str]) -> Mask:
        """Which practices have one of the values. Shape (practices,)."""
        wanted = np.zeros(len(self._codes), dtype=np.bool_)
        wanted[[self._codes[value] for value in values if value in self._codes]] = True
        mask = np.zeros(len(self._ends), dtype=np.bool_)
        mask[self._owners()[wanted[self._entries()]]] = True
        return mask

    def counts(self, places: Places | None) -> dict[str, int]:
        """How many of the practices at `places`, or of all, have each value."""
        entries = self._entries()
        if places is not None:
            entries = entries[self._rows_of(places)]
        found = np.bincount(entries, minlength=len(self._codes)).tolist()
        return dict(zip(self._codes, found, strict=True))

    def shared_with(self, place: int) -> Floats:
        """How much each practice shares with one; what fewer have weighs more (1 / root of n).

        Shape (practices,).
        """
        entries = self._entries()
        weight = np.zeros(len(self._codes))
        own = entries[self._rows_of(np.array([place]))]
        weight[own] = 1 / np.sqrt(np.bincount(entries, minlength=len(self._codes))[own])
        return np.bincount(self._owners(), weight[entries], len(self._ends)).astype(np.float64)

    def _entries(self) -> npt.NDArray[np.int16]:
        return np.frombuffer(self._given, dtype=np.int16)

    def _sizes(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Where the entries of each practice end, and how many it has."""
        ends = np.frombuffer(self._ends, dtype=np.int32).astype(np.int64)
        return ends, np.diff(ends, prepend=0)

    def _owners(self) -> Places:
        _, sizes = self._sizes()
        return np.repeat(np.arange(len(sizes)), sizes)

    def _rows_of(self, places: Places) -> Places:
        ends, sizes = self._sizes()
        return rows_of(ends[places] - sizes[places], sizes[places])


class FacetTable:
    """All facets of the practices of a table."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._columns = {field: FacetColumn() for field in fields}
        self._count = 0

    def add(self, values: Mapping[str, Iterable[str]]) -> None:
        """Append the next practice."""
        for field, column in self._columns.items():
            column.add(values[field])
        self._count += 1

    def having(self, field: str, values: Sequence[str]) -> Mask:
        """Which practices have one of the values. Shape (practices,)."""
        return self._columns[field].having(values)

    def allowed(self, filters: Mapping[str, Sequence[str]]) -> Mask:
        """Which practices have, for every field, one of the values. Shape (practices,)."""
        mask = np.ones(self._count, dtype=np.bool_)
        for field, values in filters.items():
            mask &= self.having(field, values)
        return mask

    def counts(
        self, filters: Mapping[str, Sequence[str]], among: Places | None = None
    ) -> dict[str, dict[str, int]]:
        """Counts by field and value, each field without its own filter (disjunctive).

        Of all practices, or of those at the places `among`.
        """
        if among is not None and len(among) == self._count:
            among = None  # all of them, which need not be picked out
        masks = {field: self.having(field, values) for field, values in filters.items()}
        counts: dict[str, dict[str, int]] = {}
        for field, column in self._columns.items():
            others = [mask for other, mask in masks.items() if other != field]
            counts[field] = column.counts(_kept(others, among))
        return counts

    def related(self, fields: Sequence[str], place: int) -> Floats:
        """How much every practice shares with one in these fields; 0 with itself.

        Shape (practices,).
        """
        shared: Floats = np.sum([self._columns[field].shared_with(place) for field in fields], 0)
        shared[place] = 0
        return shared


def _kept(masks: Sequence[Mask], among: Places | None) -> Places | None:
    if not masks:
        return among
    mask = np.logical_and.reduce(masks)
    return np.flatnonzero(mask) if among is None else among[mask[among]]
