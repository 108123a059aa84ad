"""A small map of where a practice was tried: land from the climate map, points on it."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from practices.zones.climate import ClimateMap

Point = tuple[float, float]
COLUMNS, ROWS = 96, 48
CELL = 6
LEAST_DEGREES = 24.0
MARGIN = 1.25


def site_map(climate: ClimateMap, sites: Sequence[Point], you: Point | None = None) -> Markup:
    """An SVG map (576 x 288) of the sites and of the reader's land; empty without sites.

    Args:
        sites: latitude and longitude, degrees.
    """
    if not sites:
        return Markup()
    shown = [*sites, *([you] if you else [])]
    south, west, degrees = _frame(shown)
    lats = south + degrees * (ROWS - np.arange(ROWS) - 0.5) / ROWS
    lons = (west + 2 * degrees * (np.arange(COLUMNS) + 0.5) / COLUMNS + 180) % 360 - 180
    grid_lats, grid_lons = np.meshgrid(np.clip(lats, -90, 90), lons, indexing="ij")
    codes = climate.codes(grid_lats.ravel(), grid_lons.ravel(), within_km=0)
    land = (codes > 0).reshape(ROWS, COLUMNS)
    land[(lats > 90) | (lats < -90)] = False
    points = "".join(_dot(point, south, west, degrees, "site") for point in dict.fromkeys(sites))
    if you:
        points += _dot(you, south, west, degrees, "you")
    return Markup(  # noqa: S704 - numbers and words of this module
        f'<svg class="map" viewBox="0 0 {COLUMNS * CELL} {ROWS * CELL}" aria-hidden="true">'
        f'<path class="land-shape" d="{_runs(land)}"/>{points}</svg>'
    )


def _frame(points: Sequence[Point]) -> tuple[float, float, float]:
    """South and west edge, and height in degrees, of a frame twice as wide as high."""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    height = max(
        LEAST_DEGREES,
        (max(lats) - min(lats)) * MARGIN,
        (max(lons) - min(lons)) * MARGIN / 2,
    )
    height = min(height, 180.0)
    middle_lat, middle_lon = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    south = min(max(middle_lat - height / 2, -90.0), 90.0 - height)
    west = -180.0 if height == 180.0 else middle_lon - height
    return south, west, height


def _runs(land: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> str:
    """The land cells as one path: a rectangle for each run of cells in a row."""
    edges = np.diff(np.pad(land, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = (CELL * found for found in np.nonzero(edges == 1))
    _, ends = np.nonzero(edges == -1)
    return "".join(
        f"M{start} {row}h{end - start}v{CELL}H{start}z"
        for row, start, end in zip(
            rows.tolist(), starts.tolist(), (CELL * ends).tolist(), strict=True
        )
    )


def _dot(point: Point, south: float, west: float, degrees: float, kind: str) -> str:
    x = ((point[1] - west) % 360) / (2 * degrees) * COLUMNS * CELL
    y = (1 - (point[0] - south) / degrees) * ROWS * CELL
    return f'<circle class="{kind}" cx="{x:.0f}" cy="{y:.0f}" r="7"/>'
