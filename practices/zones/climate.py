"""The climate of a place: Köppen-Geiger class from the maps of Beck et al. 2018, 2 arc-minutes."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from practices.zones.coast import Coast, coast_cells
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
        self._rows, self._columns = header.rows, header.columns
        self._cells_a_degree = header.rows / 180
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
        row, column = self._cell(lat, lon)
        number = self._number(row, column)
        if number:
            known = KOPPEN_BY_NUMBER[number]
            return ClimateAt(known.code, known.name, 0.0, *self._centre(row, column))
        coast = self.coast()
        nearest = coast.nearest(lat, lon)
        if nearest.distance_km > within_km:
            away = round(nearest.distance_km)
            raise NoLandNearby(lat=lat, lon=lon, distance_km=away, limit_km=within_km)
        row, column = self._cell(nearest.lat, nearest.lon)
        known = KOPPEN_BY_NUMBER[self._number(row, column)]
        return ClimateAt(known.code, known.name, nearest.distance_km, *self._centre(row, column))

    def codes(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, within_km: float = LAND_WITHIN_KM
    ) -> npt.NDArray[np.uint8]:
        """Class numbers (`KOPPEN_BY_NUMBER`) of many points, 0 where no land is within `within_km`.

        Shapes (n,) and (n,) -> (n,).

        Raises:
            CoordinatesOutOfRange: a point is not on Earth.
        """
        lat, lon = checked_points(lats, lons)
        numbers = self._many(lat, lon)
        sea = np.flatnonzero(numbers == 0)
        if len(sea):
            coast = self.coast()
            cells = coast.nearest_within(lat[sea], lon[sea], km_to_chord(within_km))
            found = cells >= 0
            at = cells[found]
            numbers[sea[found]] = self._many(coast.lats[at], coast.lons[at])
        return numbers

    def coast(self) -> Coast:
        """The coast of this map, made when the first point at sea is asked for."""
        with self._lock:
            if self._coast is None:
                self._coast = self._find_coast()
            return self._coast

    def _cell(self, lat: float, lon: float) -> tuple[int, int]:
        row = min(int((90 - lat) * self._cells_a_degree), self._rows - 1)
        return row, int((lon + 180) * self._cells_a_degree) % self._columns

    def _number(self, row: int, column: int) -> int:
        tile: int = self._index_items[row // TILE * self._across + column // TILE]
        number: int = self._tile_items[tile * _CELLS_A_TILE + row % TILE * TILE + column % TILE]
        return number

    def _many(self, lats: Vectors, lons: Vectors) -> Cells:
        rows = ((90 - lats) * self._cells_a_degree).astype(np.int32)
        np.minimum(rows, self._rows - 1, out=rows)
        columns = ((lons + 180) * self._cells_a_degree).astype(np.int32)
        columns[columns == self._columns] = 0
        tile = self._index[rows // TILE * self._across + columns // TILE]
        inside = rows % TILE * TILE + columns % TILE
        numbers: Cells = self._tiles.reshape(-1)[tile * _CELLS_A_TILE + inside]
        return numbers

    def _centre(self, row: int, column: int) -> tuple[float, float]:
        return (
            90 - (row + 0.5) / self._cells_a_degree,
            (column + 0.5) / self._cells_a_degree - 180,
        )

    def _find_coast(self) -> Coast:
        # A row of tiles at a time, with one row of cells above and below it.
        edge = np.zeros((1, self._columns), dtype=np.bool_)
        bands = [edge, self._land(0), self._land(1)]
        found_rows, found_columns = [], []
        for down in range(self._rows // TILE):
            grid = np.concatenate((bands[0][-1:], bands[1], bands[2][:1]))
            rows, columns = np.nonzero(coast_cells(grid))
            found_rows.append(rows + down * TILE)
            found_columns.append(columns)
            bands = [bands[1], bands[2], self._land(down + 2)]
        rows, columns = np.concatenate(found_rows), np.concatenate(found_columns)
        lats = np.float64(90) - (rows + 0.5) / self._cells_a_degree
        lons = (columns + 0.5) / self._cells_a_degree - np.float64(180)
        return Coast(lats, lons, rows // TILE * self._across + columns // TILE)

    def _land(self, down: int) -> npt.NDArray[np.bool_]:
        """Which cells of a row of tiles are land; beyond the poles none."""
        if down * TILE >= self._rows:
            return np.zeros((1, self._columns), dtype=np.bool_)
        numbers = self._index[down * self._across : (down + 1) * self._across]
        land: npt.NDArray[np.bool_] = self._tiles[numbers] != 0
        return land.transpose(1, 0, 2).reshape(TILE, self._columns)


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
    return np.concatenate(index), np.concatenate(tiles)
