"""One sheet a practice: the main picture and a drawing for each step, as symbols of one file."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from practices.collection.drawings import scenes
from practices.collection.drawings.compact import merged
from practices.collection.drawings.style import sheet_style

COLUMNS, WIDTH, HEIGHT, GAP = 3, 160, 120, 8


def drawings_of(slug: str) -> Mapping[str, str]:
    """Name -> drawing (`main`, `step-1` ...) of the practice, from its scene.

    Raises:
        ModuleNotFoundError: no scene is written for the practice.
    """
    scene = importlib.import_module(f"{scenes.__name__}.{slug.replace('-', '_')}")
    found = {"main": scene.MAIN}
    found |= {f"step-{i}": step for i, step in enumerate(scene.STEPS, start=1)}
    return MappingProxyType(found)


def slugs() -> list[str]:
    """The practices that have a scene."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(scenes.__path__))


def sheet(drawings: Mapping[str, str]) -> str:
    """The file: a symbol a drawing, laid out in three columns so that it shows by itself."""
    columns = min(COLUMNS, len(drawings))
    rows = -(-len(drawings) // COLUMNS)
    width, height = columns * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP
    symbols, cells, skies = [], [], ""
    for i, (name, drawing) in enumerate(drawings.items()):
        x, y = GAP + i % COLUMNS * (WIDTH + GAP), GAP + i // COLUMNS * (HEIGHT + GAP)
        symbols.append(
            f'<symbol id="{name}" viewBox="0 0 {WIDTH} {HEIGHT}">{merged(drawing)}</symbol>'
        )
        skies += f"M{x} {y}h{WIDTH}v{HEIGHT}H{x}z"
        cells.append(f'<use href="#{name}" x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}"/>')
    body = "\n".join([*symbols, f'<path class="sky" d="{skies}"/>', *cells])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">\n{sheet_style(body)}\n{body}\n</svg>\n'
    )
