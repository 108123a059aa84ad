"""Style, script, icons and pictures of the site, read once and named by their content."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import brotli
from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
_BLANKS = re.compile(rb"\s*\n\s*")
_COMMENTS = re.compile(rb"/\*.*?\*/", re.DOTALL)
_DRAWING = re.compile(r"<svg[^>]*>(?:<style>.*?</style>)?(.*)</svg>\s*$", re.DOTALL)
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')
_FIT = re.compile(r'preserveAspectRatio="[A-Za-z ]+"')
_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True)
class Asset:
    """A file of the site: its address changes with its content, so it may be kept for ever."""

    name: str
    content: bytes
    media_type: str

    @cached_property
    def brotli(self) -> bytes:
        """The content, compressed as well as can be: it is done once."""
        return bytes(brotli.compress(self.content, quality=11))

    @property
    def address(self) -> str:
        """Where it is served."""
        stem, _, ending = self.name.rpartition(".")
        return f"/static/{stem}.{hashlib.sha256(self.content).hexdigest()[:10]}.{ending}"


class Assets:
    """All files the site serves besides its pages.

    Third-party scripts come from `node_modules`; where they are missing, pages work without.
    """

    def __init__(self, node_modules: Path) -> None:
        style = b"".join(_squeezed(path) for path in sorted((STATIC / "css").glob("*.css")))
        self.style = Asset("site.css", style, "text/css; charset=utf-8")
        own = b"\n".join(path.read_bytes() for path in sorted((STATIC / "js").glob("*.js")))
        self.script = Asset("site.js", own, "text/javascript; charset=utf-8")
        htmx = node_modules / "htmx.org" / "dist" / "htmx.min.js"
        self.htmx = (
            Asset("htmx.js", htmx.read_bytes(), "text/javascript; charset=utf-8")
            if htmx.is_file()
            else None
        )
        found = [asset for asset in (self.style, self.script, self.htmx) if asset]
        self._by_address: Mapping[str, Asset] = {asset.address: asset for asset in found}

    def at(self, address: str) -> Asset | None:
        """The asset with this address."""
        return self._by_address.get(address)


def _squeezed(path: Path) -> bytes:
    return _BLANKS.sub(b"", _COMMENTS.sub(b"", path.read_bytes()))


@cache
def icon_symbol(name: str) -> Markup:
    """An icon as a symbol with the id `i-NAME`, for a page's hidden sheet."""
    return _symbol(_read("icons", name), f"i-{name}")


@cache
def picture(name: str) -> Markup:
    """A picture to stand in a page, coloured by the page's own tokens."""
    text = _read("pictures", name)
    inner, box = _parts(text)
    fit = _FIT.search(text)
    return Markup('<svg class="pic" viewBox="{}"{} aria-hidden="true">{}</svg>').format(
        box,
        Markup(f" {fit[0]}" if fit else ""),  # noqa: S704 - likewise
        Markup(inner),  # noqa: S704 - a file of the project, checked by a test
    )


def _symbol(text: str, symbol_id: str) -> Markup:
    inner, box = _parts(text)
    return Markup('<symbol id="{}" viewBox="{}">{}</symbol>').format(
        symbol_id,
        box,
        Markup(inner),  # noqa: S704 - a file of the project, checked by a test
    )


def _parts(text: str) -> tuple[str, str]:
    found, box = _DRAWING.search(text), _VIEW_BOX.search(text)
    if not found or not box:
        raise ValueError("not a drawing of this project")
    return found[1], box[1]


def _read(folder: str, name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a name of a drawing: {name!r}")
    return (STATIC / folder / f"{name}.svg").read_text()
