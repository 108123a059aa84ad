"""The climate of a place: Köppen-Geiger class from the maps of Beck et al. 2018, 2 arc-minutes."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from practices.zones.coast import Coast, Grid, Ints, coast_cells
from practices.zones.coordinates import Vectors, checked_point, checked_points, km_to_chord
from practices.zones.errors import ClimateMapDamaged, NoLandNearby
from practices.zones.koppen import KOPPEN_BY_NUMBER
from practices.zones.mapfile import Cells, MapHeader, read_map

PRESENT = Path(__file__).parent / "climate" / "present.bin"
FUTURE = Path(__file__).parent / "climate" / "future.bin"
# Beyond this a point at sea is a mistake rather than a small island the map does not know.
LAND_WITHIN_KM = 50.0
TILE = 45
_CELLS_A_TILE = TILE * TILE
# Points looked up together, so that the memory for the steps between stays at 20 MB.
_POINTS_AT_ONCE = 262_144


@dataclass(frozen=True, slots=True)
class ClimateAt:
    """The climate of a point.

    code, name: the Köppen-Geiger class. distance_km: from the point to the centre of the land cell
    used, 0 where the point itself is on land. lat, lon: centre of that cell, degrees.
    """

    code: str
    name: str
    distance_km: float
    lat: float
    lon: float


class ClimateMap:
    """One climate map in memory. Safe to share between threads.

    The map is kept in square tiles; a tile that is one class throughout (most of them are sea) is
    kept once, so that the 58 million cells take about a quarter of their size.
    """

    def __init__(self, header: MapHeader, index: npt.NDArray[np.int32], tiles: Cells) -> None:
        self.header = header
        self._index = index
        self._tiles = tiles
        self._across = header.columns // TILE
        self._grid = Grid(header.rows, header.columns)
        # Plain views: one item is read several times faster than from an array.
        self._index_items = index.data
        self._tile_items = tiles.reshape(-1).data
        self._coast: Coast | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path = PRESENT) -> "ClimateMap":
        """Read a climate map.

        Raises:
            ClimateMapUnavailable: the file is missing or unreadable.
            ClimateMapDamaged: the file is not whole.
        """
        header, bands = read_map(path)
        index, tiles = _tiled(path, header, bands)
        return cls(header, index, tiles)

    @property
    def memory_bytes(self) -> int:
        """Memory of the map, with the coast if it has been needed."""
        coast = self._coast.memory_bytes if self._coast else 0
        return self._index.nbytes + self._tiles.nbytes + coast

    def at(self, lat: float, lon: float, *, within_km: float = LAND_WITHIN_KM) -> ClimateAt:
        """The climate at a point, or of the nearest land within `within_km`.

        Raises:
            CoordinatesOutOfRange: the point is not on Earth.
            NoLandNearby: the nearest land is further away.
        """
        lat, lon = checked_point(lat, lon)
        row, column = self._grid.cell(lat, lon)
        distance_km = 0.0
        if not self._number(row, column):
            nearest = self.coast().nearest(lat, lon)
            row, column, distance_km = nearest.row, nearest.column, nearest.distance_km
            if nearest.chord > _chord(within_km):
                away = round(distance_km)
                raise NoLandNearby(lat=lat, lon=lon, distance_km=away, limit_km=within_km)
        known = KOPPEN_BY_NUMBER[self._number(row, column)]
        return ClimateAt(known.code, known.name, distance_km, *self._grid.centre(row, column))

    def codes(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, within_km: float = LAND_WITHIN_KM
    ) -> npt.NDArray[np.uint8]:
        """Class numbers (`KOPPEN_BY_NUMBER`) of many points, 0 where no land is within `within_km`.

        Shapes (n,) and (n,) -> (n,).

        Raises:
            CoordinatesOutOfRange: a point is not on Earth.
        """
        lat, lon = checked_points(lats, lons)
        numbers = np.empty(len(lat), dtype=np.uint8)
        for at in range(0, len(lat), _POINTS_AT_ONCE):
            some = slice(at, at + _POINTS_AT_ONCE)
            numbers[some] = self._codes(lat[some], lon[some], _chord(within_km))
        return numbers

    def _codes(self, lats: Vectors, lons: Vectors, chord: float) -> Cells:
        numbers = self._numbers(*self._grid.cells(lats, lons))
        sea = np.flatnonzero(numbers == 0)
        if chord > 0 and len(sea):
            cells = self.coast().nearest_within(lats[sea], lons[sea], chord)
            found = cells >= 0
            numbers[sea[found]] = self._numbers(*np.divmod(cells[found], self._grid.columns))
        return numbers

    def coast(self) -> Coast:
        """The coast of this map, made when the first point at sea is asked for."""
        with self._lock:
            if self._coast is None:
                self._coast = self._find_coast()
            return self._coast

    def _number(self, row: int, column: int) -> int:
        tile: int = self._index_items[row // TILE * self._across + column // TILE]
        number: int = self._tile_items[tile * _CELLS_A_TILE + row % TILE * TILE + column % TILE]
        return number

    def _numbers(self, rows: Ints, columns: Ints) -> Cells:
        tile = self._index.take(rows // TILE * self._across + columns // TILE)
        inside = rows % TILE * TILE + columns % TILE
        return self._tiles.reshape(-1).take(tile * _CELLS_A_TILE + inside)

    def _find_coast(self) -> Coast:
        # A row of tiles at a time, with one row of cells above and below it.
        north = np.zeros((1, self._grid.columns), dtype=np.bool_)
        here, south = self._land(0), self._land(1)
        found = []
        for down in range(self._grid.rows // TILE):
            coast = coast_cells(np.concatenate((north[-1:], here, south[:1])))
            start = down * TILE * self._grid.columns
            found.append((np.flatnonzero(coast) + start).astype(np.int32))
            north, here, south = here, south, self._land(down + 2)
        return Coast(self._grid, np.concatenate(found))

    def _land(self, down: int) -> npt.NDArray[np.bool_]:
        """Which cells of a row of tiles are land; beyond the poles none."""
        if down * TILE >= self._grid.rows:
            return np.zeros((1, self._grid.columns), dtype=np.bool_)
        numbers = self._index[down * self._across : (down + 1) * self._across]
        land: npt.NDArray[np.bool_] = self._tiles[numbers] != 0
        return land.transpose(1, 0, 2).reshape(TILE, self._grid.columns)


def _chord(km: float) -> float:
    """What reaches `km` along the Earth: 0 for none, also for less than none and for no number."""
    return km_to_chord(km) if km > 0 else 0.0


def _tiled(
    path: Path, header: MapHeader, bands: Iterator[Cells]
) -> tuple[npt.NDArray[np.int32], Cells]:
    """Tile numbers (row by row) and the distinct tiles, shape (n, TILE, TILE)."""
    if header.rows % TILE or header.columns % TILE or header.band_rows != TILE:
        raise ClimateMapDamaged(path=str(path), why="shape")
    uniform = np.repeat(np.arange(31, dtype=np.uint8), _CELLS_A_TILE).reshape(-1, TILE, TILE)
    tiles = [uniform]
    index: list[npt.NDArray[np.int32]] = []
    count = len(uniform)
    for band in bands:
        if band.max() >= len(uniform):
            raise ClimateMapDamaged(path=str(path), why="class")
        squares = band.reshape(TILE, -1, TILE).transpose(1, 0, 2)
        first = squares[:, 0, 0]
        mixed = (squares != first[:, None, None]).any(axis=(1, 2))
        numbers = first.astype(np.int32)
        numbers[mixed] = np.arange(count, count + mixed.sum(), dtype=np.int32)
        count += int(mixed.sum())
        tiles.append(squares[mixed])
        index.append(numbers)
    whole = np.concatenate(index)
    if not whole.any():
        raise ClimateMapDamaged(path=str(path), why="no land")
    return whole, np.concatenate(tiles)
