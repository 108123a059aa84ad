"""The palette of the drawings.

On a page the classes below `.pic` get their colours from its tokens, light or dark. A file that is
opened by itself carries these rules, with the light colours.
"""

import re

from practices.collection.drawings.compact import merged

_LINE = "stroke-width:2;stroke-linecap:round;stroke-linejoin:round"

# class: (property, token of the page, light colour), ...; a flat colour has no line
_COLOURS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "sky": (("fill", "sky", "#f7ead0"),),
    "e1": (("fill", "h1", "#d9a45b"),),
    "e2": (("fill", "h2", "#b4652f"),),
    "e3": (("fill", "h3", "#7d4220"),),
    "dk": (("fill", "h4", "#442a18"),),
    "g": (("fill", "near", "#7f9c5c"),),
    "m": (("fill", "mid", "#b9bd84"),),
    "y": (("fill", "sun", "#f0b33a"),),
    "k": (("fill", "ink", "#21190f"),),
    "s": (("fill", "surface", "#fffdf9"),),
    "hd": (("fill", "skin", "#b98256"),),
    "w": (("fill", "water-tint", "#cfe4ec"), ("stroke", "water", "#2f7191")),
    "wl": (("stroke", "water", "#2f7191"),),
    "l": (("stroke", "tree", "#1d5a3a"),),
    "lt": (("stroke", "h1", "#d9a45b"),),
    "cl": (("stroke", "h2", "#b4652f"),),
}
_FLAT = frozenset({"sky", "e1", "e2", "e3", "dk", "g", "m", "y", "k"})
CLASSES = frozenset(_COLOURS)
_USED = re.compile(r'class="([a-z0-9]+)"')


def _rule(name: str, *, tokens: bool) -> str:
    parts = [
        f"{what}:{f'var(--{token},{colour})' if tokens else colour}"
        for what, token, colour in _COLOURS[name]
    ]
    return ";".join(parts + (["stroke:none"] if name in _FLAT else []))


def _used_in(drawing: str) -> list[str]:
    used = set(_USED.findall(drawing))
    return [name for name in _COLOURS if name in used]


def sheet_style(drawing: str) -> str:
    """The `<style>` of a sheet that is only ever opened by itself: the light colours it uses."""
    rules = "".join(f".{name}{{{_rule(name, tokens=False)}}}" for name in _used_in(drawing))
    return f"<style>svg{{fill:none;stroke:#21190f;color:#21190f;{_LINE}}}{rules}</style>"


def picture_style(drawing: str) -> str:
    """The `<style>` of a picture that is also set into pages: there it follows their tokens."""
    ink = "var(--ink,#21190f)"
    root = f".pic{{background:var(--sky,#f7ead0);color:{ink};fill:none;stroke:{ink};{_LINE}}}"
    rules = "".join(f".pic .{name}{{{_rule(name, tokens=True)}}}" for name in _used_in(drawing))
    return f"<style>{root}{rules}</style>"


def picture_file(drawing: str) -> str:
    """A file of one drawing, 160 x 120, that can be opened by itself or set into a page."""
    drawing = merged(drawing)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 160 120" width="160"'
        f' height="120" aria-hidden="true">{picture_style(drawing)}{drawing}</svg>\n'
    )
