"""The nearest land to a point in the sea, searched on the sphere.

The nearest land cell to a point at sea always has the sea on one side, so only such coast cells are
kept: as unit vectors, grouped by tile, with a centre and a radius for each tile. A tile is opened
only while its nearest possible cell could still beat the best found; so the poles and the date line
need no special care.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from practices.zones.coordinates import Vectors, chord_to_km, unit_vectors

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Centre to corner of a square of one degree, on the unit sphere, at the equator where it is widest.
_SQUARE_RADIUS = np.radians(0.7072)


def coast_cells(land: Flags) -> Flags:
    """Land cells with the sea beside or at a corner of them.

    `land`, shape (n + 2, columns), runs around the Earth; its first and last rows are only looked
    at. Shape of the answer: (n, columns).
    """
    around = np.concatenate((land[:, -1:], land, land[:, :1]), axis=1)
    rows, columns = land.shape[0] - 2, land.shape[1]
    inland = np.ones((rows, columns), dtype=np.bool_)
    for down in range(3):
        for right in range(3):
            inland &= around[down : down + rows, right : right + columns]
    return land[1:-1] & ~inland


@dataclass(frozen=True, slots=True)
class Nearest:
    """The land cell found: its centre in degrees, and how far the centre is."""

    lat: float
    lon: float
    distance_km: float


class Coast:
    """Coast cells of the world, ready for nearest-cell questions."""

    def __init__(self, lats: Vectors, lons: Vectors, tiles: Ints) -> None:
        """Cell centres in degrees and the number of the tile each lies in, all of shape (n,)."""
        order = np.argsort(tiles, kind="stable")
        self.lats, self.lons = lats[order], lons[order]
        self._cells = unit_vectors(self.lats, self.lons)
        _, self._starts = np.unique(tiles[order], return_index=True)
        self._ends = np.append(self._starts[1:], len(order))
        centres = np.add.reduceat(self._cells, self._starts, axis=0)
        self._centres = centres / np.linalg.norm(centres, axis=1, keepdims=True)
        spread = self._cells - np.repeat(self._centres, self._ends - self._starts, axis=0)
        self._radii = np.maximum.reduceat(np.linalg.norm(spread, axis=1), self._starts)

    @property
    def memory_bytes(self) -> int:
        """Memory of all arrays."""
        arrays = (self.lats, self.lons, self._cells, self._starts, self._ends, self._centres)
        return sum(array.nbytes for array in arrays) + self._radii.nbytes

    def nearest(self, lat: float, lon: float) -> Nearest:
        """The nearest coast cell to a point at sea."""
        point = unit_vectors(lat, lon)
        # Straight distances obey the triangle inequality, so this is a lower bound for each tile.
        bounds = np.linalg.norm(self._centres - point, axis=1) - self._radii
        best, cell = np.inf, -1
        for tile in np.argsort(bounds):
            if bounds[tile] >= best:
                break
            start = self._starts[tile]
            away = np.linalg.norm(self._cells[start : self._ends[tile]] - point, axis=1)
            closest = int(away.argmin())
            if away[closest] < best:
                best, cell = float(away[closest]), int(start) + closest
        return Nearest(float(self.lats[cell]), float(self.lons[cell]), chord_to_km(best))

    def nearest_within(self, lats: Vectors, lons: Vectors, chord: float) -> Ints:
        """Index of the nearest coast cell of each point, -1 where none is within `chord`.

        Points are taken by squares of one degree, and a square without a coast in reach at once.
        """
        points = unit_vectors(lats, lons)
        found = np.full(len(points), -1, dtype=np.int64)
        south, west = np.floor(lats).astype(np.int64), np.floor(lons).astype(np.int64)
        squares = (south + 90) * 361 + west + 180
        order = np.argsort(squares, kind="stable")
        numbers, starts = np.unique(squares[order], return_index=True)
        in_reach = self._squares_in_reach(numbers // 361 - 90, numbers % 361 - 180, chord)
        groups = np.split(order, starts[1:])
        for number in np.flatnonzero(in_reach):
            group = groups[number]
            found[group] = self._group_within(points[group], chord)
        return found

    def _squares_in_reach(self, south: Ints, west: Ints, chord: float) -> Flags:
        """Whether a coast can be within `chord` of any point of each one-degree square."""
        centres = unit_vectors(south + 0.5, west + 0.5)
        reach = chord + _SQUARE_RADIUS + self._radii
        # |a - b|^2 = 2 - 2 a.b for unit vectors, so a distance bound is a bound on the product.
        least = np.where(reach < 2, 1 - reach**2 / 2, -1)
        answer = [
            (centres[at : at + 2000] @ self._centres.T >= least).any(axis=1)
            for at in range(0, len(centres), 2000)
        ]
        return np.concatenate(answer)

    def _group_within(self, points: Vectors, chord: float) -> Ints:
        centre = points.mean(axis=0)
        reach = np.linalg.norm(points - centre, axis=1).max() + chord
        away = np.linalg.norm(self._centres - centre, axis=1)
        tiles = np.flatnonzero(away - self._radii <= reach)
        none = np.full(len(points), -1, dtype=np.int64)
        if not len(tiles):
            return none
        cells = np.concatenate([np.arange(self._starts[t], self._ends[t]) for t in tiles])
        cells = cells[np.linalg.norm(self._cells[cells] - centre, axis=1) <= reach]
        if not len(cells):
            return none
        near = self._cells[cells]
        answer = none
        step = max(1, 4_000_000 // len(cells))
        for at in range(0, len(points), step):
            some = points[at : at + step]
            cosines = some @ near.T
            best = cosines.argmax(axis=1)
            close = np.linalg.norm(some - near[best], axis=1) <= chord
            answer[at : at + step] = np.where(close, cells[best], -1)
        return answer
