"""The nearest land to a point in the sea, searched on the sphere.

In one row of the map the nearest land to a point is the first to its east or the first to its west,
whatever the latitude and also over the date line. So a search looks at two cells in each row, the
nearest rows first, and ends at the row that is further away than the best cell found; a row behind
a pole is a row like any other. In bulk, coarse boxes tell which points and which rows can be left
out. Of cells equally far the first of the map is the nearest, so that one by one and in bulk agree.

Straight distances through the Earth ("chords", Earth's radius 1) rank as distances along it do.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from practices.zones.coordinates import Vectors, chord_to_km, unit_vectors

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

# Cells along the side of a box: 0.3 degrees on the maps that ship.
BOX = 9
# Rows above and below a single point that are looked at together, and points searched together:
# enough to outweigh the cost of a call, few enough to stay in the processor's cache.
_ROWS_AT_ONCE = 128
_POINTS_AT_ONCE = 16_384
# Bounds give way by this share (angles by so many radians), so that rounding loses no cell.
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a map of the whole Earth: from the north pole down, from 180 W to the east."""

    rows: int
    columns: int

    @property
    def cells_a_degree(self) -> float:
        """Cells along a degree of latitude or longitude."""
        return self.rows / 180

    def cell(self, lat: float, lon: float) -> tuple[int, int]:
        """Row and column of the cell a point lies in."""
        row = min(int((90 - lat) * self.cells_a_degree), self.rows - 1)
        return row, int((lon + 180) * self.cells_a_degree) % self.columns

    def cells(self, lats: Vectors, lons: Vectors) -> tuple[Ints, Ints]:
        """Rows and columns of the cells points lie in; shapes (n,) and (n,) -> (n,) and (n,)."""
        rows = ((90 - lats) * self.cells_a_degree).astype(np.int32)
        np.minimum(rows, self.rows - 1, out=rows)
        columns = ((lons + 180) * self.cells_a_degree).astype(np.int32)
        columns[columns == self.columns] = 0
        return rows, columns

    def centre(self, row: int, column: int) -> tuple[float, float]:
        """Latitude and longitude of the centre of a cell, degrees."""
        return 90 - (row + 0.5) / self.cells_a_degree, (column + 0.5) / self.cells_a_degree - 180

    def centres(self, rows: Ints, columns: Ints) -> tuple[Vectors, Vectors]:
        """Latitudes and longitudes of the centres of cells, degrees."""
        return (
            90 - (rows + np.float64(0.5)) / self.cells_a_degree,
            (columns + np.float64(0.5)) / self.cells_a_degree - 180,
        )


def coast_cells(land: Flags) -> Flags:
    """Land cells with the sea north, south, east or west of them.

    The nearest land to a point at sea is always one of these. `land`, shape (n + 2, columns), runs
    around the Earth; its first and last rows are only looked at. Shape of the answer: (n, columns).
    """
    inland = land[:-2] & land[2:]
    middle = land[1:-1]
    inland[:, 1:] &= middle[:, :-1]
    inland[:, 0] &= middle[:, -1]
    inland[:, :-1] &= middle[:, 1:]
    inland[:, -1] &= middle[:, 0]
    return middle & ~inland


class Nearest(NamedTuple):
    """The land cell found: its row and column, and the chord to its centre."""

    row: int
    column: int
    chord: float

    @property
    def distance_km(self) -> float:
        """How far the centre of the cell is along the Earth."""
        return chord_to_km(self.chord)


class Boxes:
    """Boxes of cells that hold a coast: what can be told without looking at the cells."""

    def __init__(self, grid: Grid, rows: Ints, columns: Ints) -> None:
        """Rows and columns of the coast cells, shape (n,)."""
        self._a_degree = grid.cells_a_degree / BOX
        self._down, self._around = grid.rows // BOX, grid.columns // BOX
        coast = np.zeros((self._down, self._around), dtype=np.bool_)
        coast[rows // BOX, columns // BOX] = True
        # From 360 W to 360 E, so that nothing is cut by the date line.
        twice = np.roll(np.tile(coast, 2), self._around // 2, axis=1)
        # Boxes with a coast north and west of each corner: four corners count a rectangle.
        self._counts = np.zeros((self._down + 1, self._around * 2 + 1), dtype=np.int32)
        np.cumsum(twice, axis=0, out=self._counts[1:, 1:])
        np.cumsum(self._counts, axis=1, out=self._counts)
        # One row more beyond each pole, without a coast.
        self._gaps = np.full((self._down + 2, self._around), np.inf, dtype=np.float32)
        self._gaps[1:-1] = _gaps(twice)
        edges = np.cos(np.radians(90 - np.arange(self._down + 1) / self._a_degree))
        self._flattest = np.pad(np.minimum(edges[1:], edges[:-1]), 1, constant_values=1)

    @property
    def memory_bytes(self) -> int:
        """Memory of all arrays."""
        return self._counts.nbytes + self._gaps.nbytes + self._flattest.nbytes

    def perhaps_within(self, lats: Vectors, lons: Vectors, chord: float) -> Flags:
        """Whether a box with a coast meets the rectangle around all that is within `chord`."""
        reach = 2 * np.arcsin(min(1.0, chord / 2)) + _SLACK
        degrees = np.degrees(reach)
        # A circle is widest where a meridian touches it, not on the parallel of its centre.
        widest = np.minimum(np.sin(min(reach, np.pi / 2)) / np.cos(np.radians(lats)), 1)
        widths = np.where(np.abs(lats) + degrees < 90, np.degrees(np.arcsin(widest)), 180)
        north = np.maximum((90 - degrees - lats) * self._a_degree, 0)
        south = np.minimum((90 + degrees - lats) * self._a_degree + 1, self._down)
        west = (lons - widths + 360) * self._a_degree
        east = np.minimum((lons + widths + 360) * self._a_degree + 1, self._around * 2)
        counts = self._count(south, east) - self._count(south, west)
        return counts > self._count(north, east) - self._count(north, west)

    def _count(self, rows: Vectors, columns: Vectors) -> Ints:
        across = np.int32(self._around * 2 + 1)
        return self._counts.ravel().take(rows.astype(np.int32) * across + columns.astype(np.int32))

    def least_squares(self, lats: Vectors, columns: Ints, rows: Ints) -> Vectors:
        """No coast cell in a row of boxes is nearer than this (squares of chords).

        The points lie in columns of boxes `columns`; `rows` may lie beyond the poles, where no
        coast is. All of shape (n,).
        """
        at = np.clip(rows, -1, self._down) + np.int32(1)
        gaps = self._gaps.ravel().take(at * np.int32(self._around) + columns)
        along = gaps * (np.cos(np.radians(lats)) * self._flattest.take(at))
        norths = 90 - rows / self._a_degree
        apart = np.maximum(lats - norths, norths - 1 / self._a_degree - lats)
        across = 2 * np.sin(np.radians(np.maximum(apart, 0)) / 2)
        squares: Vectors = (along + across**2) * (1 - _SLACK)
        return squares


def _gaps(twice: Flags) -> Vectors:
    """What the way east or west to the nearest coast in the same row of boxes adds to a square.

    `twice`, shape (n, 2 * around): boxes with a coast, from 360 W to 360 E. The answer, shape
    (n, around), is the square of the chord on the equator; on the way between two parallels it
    shrinks by the cosines of both.
    """
    around = twice.shape[1] // 2
    places = np.arange(2 * around, dtype=np.int32)
    west = np.maximum.accumulate(np.where(twice, places, np.int32(-around)), axis=1)
    east = np.where(twice, places, np.int32(3 * around))[:, ::-1]
    east = np.minimum.accumulate(east, axis=1)[:, ::-1]
    steps = np.minimum(places - west, east - places)[:, around // 2 : around // 2 + around]
    # A point and a cell can lie on the sides of their boxes that face each other.
    between = np.maximum(np.arange(around) - 1, 0)
    squares = np.append((2 * np.sin(between * np.pi / around)) ** 2, np.inf)
    nearest: Vectors = squares[np.minimum(steps, around)]
    return nearest


class Coast:
    """Coast cells of the world, ready for nearest-cell questions. Never changes once made."""

    def __init__(self, grid: Grid, cells: Ints) -> None:
        """Numbers (row * columns + column) of the coast cells, rising, shape (n,), n at least 1."""
        self._grid = grid
        self._cells = cells
        rows, columns = np.divmod(cells, np.int32(grid.columns))
        self._vectors = np.ascontiguousarray(unit_vectors(*grid.centres(rows, columns)).T)
        # Where each row starts among the cells, with an empty row beyond each pole.
        firsts = np.arange(-1, grid.rows + 2, dtype=np.int32) * np.int32(grid.columns)
        self._starts = np.searchsorted(cells, firsts).astype(np.int32)
        self._boxes = Boxes(grid, rows, columns)

    @property
    def memory_bytes(self) -> int:
        """Memory of all arrays."""
        arrays = (self._cells, self._vectors, self._starts)
        return sum(array.nbytes for array in arrays) + self._boxes.memory_bytes

    def nearest(self, lat: float, lon: float) -> Nearest:
        """The nearest coast cell to a point at sea."""
        vectors = unit_vectors(np.array([lat]), np.array([lon])).T
        row, column = self._grid.cell(lat, lon)
        best = (np.inf, len(self._cells))
        for step in range(0, self._grid.rows, _ROWS_AT_ONCE):
            if self._least_square(step) > best[0]:
                break
            away = np.arange(step, step + _ROWS_AT_ONCE, dtype=np.int32)
            squares, cells = self._in_rows(
                vectors, np.int32(column), np.concatenate((row - away, row + away))
            )
            least = squares.min()
            best = min(best, (float(least), int(cells[squares == least].min())))
        return Nearest(*divmod(int(self._cells[best[1]]), self._grid.columns), math.sqrt(best[0]))

    def nearest_within(self, lats: Vectors, lons: Vectors, chord: float) -> Ints:
        """Number of the nearest coast cell of each point at sea, -1 where none is within `chord`.

        Shapes (n,) and (n,) -> (n,). The same cells as `nearest` finds one by one.
        """
        found = np.full(len(lats), -1, dtype=np.int32)
        candidates = np.flatnonzero(self._boxes.perhaps_within(lats, lons, chord))
        rows, columns = self._grid.cells(lats[candidates], lons[candidates])
        # In the order of the map, neighbours look at the same cells: twice as fast.
        order = np.argsort(rows * np.int32(self._grid.columns) + columns)
        for at in range(0, len(order), _POINTS_AT_ONCE):
            now = order[at : at + _POINTS_AT_ONCE]
            some = candidates[now]
            found[some] = self._search(lats[some], lons[some], rows[now], columns[now], chord)
        return found

    def _search(
        self, lats: Vectors, lons: Vectors, rows: Ints, columns: Ints, chord: float
    ) -> Ints:
        vectors = np.ascontiguousarray(unit_vectors(lats, lons).T)
        box_rows, box_columns = rows // np.int32(BOX), columns // np.int32(BOX)
        best = np.full(len(lats), chord**2 * (1 + _SLACK))
        found = np.full(len(lats), len(self._cells), dtype=np.int32)
        still = np.arange(len(lats))
        for step in range(self._grid.rows // BOX):
            still = still[best[still] >= self._least_square((step - 1) * BOX + 1)]
            if not len(still):
                break
            for away in (-step, step) if step else (0,):
                there = box_rows[still] + np.int32(away)
                least = self._boxes.least_squares(lats[still], box_columns[still], there)
                open_ = least <= best[still]
                some = still[open_]
                squares, cells = self._in_box_rows(vectors[:, some], columns[some], there[open_])
                better = squares < best[some]
                better |= (squares == best[some]) & (cells < found[some])
                best[some[better]], found[some[better]] = squares[better], cells[better]
        near = (found < len(self._cells)) & (np.sqrt(best) <= chord)
        return np.where(near, self._cells.take(found, mode="clip"), np.int32(-1))

    def _least_square(self, rows: int) -> float:
        """No cell in another row, `rows` further, is nearer than this (square of the chord)."""
        angle = max(rows - 0.5, 0) * math.pi / self._grid.rows
        return (2 * math.sin(angle / 2)) ** 2 * (1 - _SLACK)

    def _in_box_rows(self, vectors: Vectors, columns: Ints, rows: Ints) -> tuple[Vectors, Ints]:
        """As `_in_rows`, of all rows of cells in one row of boxes for each point."""
        inside = np.arange(BOX, dtype=np.int32)[:, None]
        squares, cells = self._in_rows(vectors, columns, rows * np.int32(BOX) + inside)
        best = squares.min(axis=0)
        return best, np.where(squares == best, cells, np.int32(len(self._cells))).min(axis=0)

    def _in_rows(
        self, vectors: Vectors, columns: Ints | np.int32, rows: Ints
    ) -> tuple[Vectors, Ints]:
        """Square of the chord to the nearest coast cell of a row, and its place among the cells.

        The points `vectors`, shape (3, n or 1), lie in `columns`; `rows`, shape (n,), may lie
        beyond the poles. The square is infinite where the row has no coast.
        """
        first = self._starts.take(rows + np.int32(1), mode="clip")
        last = self._starts.take(rows + np.int32(2), mode="clip")
        numbers = rows * np.int32(self._grid.columns) + columns
        at = np.searchsorted(self._cells, numbers).astype(np.int32)
        east = np.where(at < last, at, first)
        west = np.where(at > first, at, last) - np.int32(1)
        to_east, to_west = self._squares(vectors, east), self._squares(vectors, west)
        squares = np.where(first < last, np.minimum(to_east, to_west), np.inf)
        return squares, np.where(to_east <= to_west, east, west)

    def _squares(self, vectors: Vectors, cells: Ints) -> Vectors:
        total = np.zeros(cells.shape)
        for mine, theirs in zip(vectors, self._vectors, strict=True):
            apart = theirs.take(cells, mode="clip")
            apart -= mine
            apart *= apart
            total += apart
        return total
