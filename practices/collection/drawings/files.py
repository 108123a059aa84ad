"""Where the drawings are written, and how a page reads one of them again."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from core.errors import GafolupError
from core.words import N_
from practices.collection.drawings.icons import ICONS, icon_file
from practices.collection.drawings.pictures import PICTURES, WIDE
from practices.collection.drawings.sheets import drawings_of, sheet, slugs
from practices.collection.drawings.style import picture_file

ROOT = Path(__file__).parents[3]
PRACTICES = Path(__file__).parents[1] / "practices"
STATIC = ROOT / "core" / "web" / "static"

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"main|step-[1-9]")
_SYMBOL = re.compile(r'<symbol id="([^"]*)" viewBox="0 0 160 120">(.*?)</symbol>', re.DOTALL)
_TAG = re.compile(
    r'<path(?: (?:class="[a-z0-9]+"|(?:d|stroke-width|stroke-dasharray)="[A-Za-z0-9 .,-]*"'
    r'|stroke="currentColor"|fill="none"))*/>'
    r'|<circle(?: (?:class="[a-z0-9]+"|(?:cx|cy|r)="[0-9.-]+"))*/>'
    r'|<g class="[a-z0-9]+"(?: stroke-width="[0-9.]+")?>|</g>'
)


class DrawingNotFound(GafolupError):
    """The practice has no drawing of that name."""

    code = "drawing_not_found"
    status = 404
    text = N_("There is no drawing {name} for {slug}.")


class DrawingNotSafe(GafolupError):
    """The file holds something a drawing may not hold; it is not shown."""

    code = "drawing_not_safe"
    status = 500
    text = N_("The drawing of {slug} holds what a drawing may not hold: {found}.")


def strange_in(fragment: str) -> str:
    """What is in the fragment besides plain shapes of the palette; "" if nothing is."""
    return _TAG.sub("", fragment).strip()


@cache
def _symbols(path: Path, slug: str) -> Mapping[str, str]:
    found = dict(_SYMBOL.findall(path.read_text(encoding="utf-8")))
    for name, fragment in found.items():
        strange = strange_in(fragment)
        if strange or not _NAME.fullmatch(name):
            raise DrawingNotSafe(slug=slug, found=(strange or name)[:40])
    return found


def drawing_names(slug: str) -> tuple[str, ...]:
    """The drawings a practice has: `main`, then `step-1` ...; empty if it has none."""
    path = PRACTICES / slug / "scheme.svg"
    if not _SLUG.fullmatch(slug) or not path.is_file():
        return ()
    return tuple(_symbols(path, slug))


def drawing(slug: str, name: str) -> str:
    """The shapes of one drawing, to be set into an `<svg class="pic" viewBox="0 0 160 120">`.

    Raises:
        DrawingNotFound: no such practice, or no such drawing.
        DrawingNotSafe: the file holds more than shapes.
    """
    if name not in drawing_names(slug):
        raise DrawingNotFound(slug=slug, name=name)
    return _symbols(PRACTICES / slug / "scheme.svg", slug)[name]


def expected_files() -> dict[Path, str]:
    """Every file the drawings make, with its text; a sheet only where the practice is written."""
    pictures = {STATIC / "pictures" / f"{n}.svg": picture_file(d) for n, d in PICTURES.items()}
    wide = {STATIC / "pictures" / f"{name}.svg": text for name, text in WIDE.items()}
    icons = {STATIC / "icons" / f"{name}.svg": icon_file(name) for name in ICONS}
    sheets = {
        PRACTICES / slug / "scheme.svg": sheet(drawings_of(slug))
        for slug in slugs()
        if (PRACTICES / slug / "practice.yaml").is_file()
    }
    return {**pictures, **wide, **icons, **sheets}


def write_all() -> list[Path]:
    """Write the files that are missing or differ; the paths, from the project's root."""
    changed = []
    for path, text in expected_files().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path.relative_to(ROOT))
    _symbols.cache_clear()
    return changed
