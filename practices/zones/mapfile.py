"""The file of a climate map: a short header, then zlib bands of one byte a cell.

Layout, little endian: magic (8 bytes), length of the header (4 bytes), header (JSON, UTF-8), then
the bands one after the other. The header tells version, rows, columns, rows a band, length of each
band, layer, source with its SHA-256, attribution, and the SHA-256 of all bands together.
"""

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from practices.zones.errors import ClimateMapDamaged, ClimateMapUnavailable

MAGIC = b"GAFCLIM\x00"
VERSION = 1
Cells = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class MapHeader:
    """What a climate map file says of itself."""

    version: int
    layer: str
    rows: int
    columns: int
    band_rows: int
    band_lengths: tuple[int, ...]
    bands_sha256: str
    source: str
    source_sha256: str
    attribution: str


def write_map(
    path: Path,
    bands: Iterable[Cells],
    *,
    layer: str,
    source: str,
    source_sha256: str,
    attribution: str,
) -> MapHeader:
    """Write bands of equal height (north first, west first) and return the header."""
    packed: list[bytes] = []
    shape = (0, 0)
    for band in bands:
        shape = band.shape
        packed.append(zlib.compress(np.ascontiguousarray(band).tobytes(), 9))
    header = MapHeader(
        version=VERSION,
        layer=layer,
        rows=shape[0] * len(packed),
        columns=shape[1],
        band_rows=shape[0],
        band_lengths=tuple(len(band) for band in packed),
        bands_sha256=hashlib.sha256(b"".join(packed)).hexdigest(),
        source=source,
        source_sha256=source_sha256,
        attribution=attribution,
    )
    words = json.dumps(asdict(header), ensure_ascii=False, sort_keys=True).encode()
    beside = path.with_name(path.name + ".part")
    with beside.open("wb") as file:
        file.write(MAGIC)
        file.write(struct.pack("<I", len(words)))
        file.write(words)
        file.writelines(packed)
    beside.replace(path)
    return header


def read_map(path: Path) -> tuple[MapHeader, Iterator[Cells]]:
    """The header of a map, and its bands one at a time.

    Raises:
        ClimateMapUnavailable: the file is missing or unreadable.
        ClimateMapDamaged: the file is not a whole, unchanged climate map of this version.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ClimateMapUnavailable(path=str(path), why=type(error).__name__) from error
    header, start = _header(path, content)
    bands = content[start:]
    if hashlib.sha256(bands).hexdigest() != header.bands_sha256:
        raise ClimateMapDamaged(path=str(path), why="checksum")
    return header, _bands(path, header, bands)


def _header(path: Path, content: bytes) -> tuple[MapHeader, int]:
    if content[: len(MAGIC)] != MAGIC:
        raise ClimateMapDamaged(path=str(path), why="magic")
    start = len(MAGIC) + 4
    try:
        (length,) = struct.unpack("<I", content[len(MAGIC) : start])
        said: dict[str, Any] = json.loads(content[start : start + length])
        header = MapHeader(**{**said, "band_lengths": tuple(said["band_lengths"])})
    except (struct.error, ValueError, TypeError, KeyError) as error:
        raise ClimateMapDamaged(path=str(path), why="header") from error
    if header.version != VERSION:
        raise ClimateMapDamaged(path=str(path), why=f"version {header.version}")
    return header, start + length


def _bands(path: Path, header: MapHeader, bands: bytes) -> Iterator[Cells]:
    shape = (header.band_rows, header.columns)
    at = 0
    for length in header.band_lengths:
        try:
            cells = np.frombuffer(zlib.decompress(bands[at : at + length]), dtype=np.uint8)
            yield cells.reshape(shape)
        except (zlib.error, ValueError) as error:
            raise ClimateMapDamaged(path=str(path), why="band") from error
        at += length
