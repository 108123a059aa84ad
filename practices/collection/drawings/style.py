"""The palette of the drawings.

On a page the classes below `.pic` get their colours from its tokens, light or dark. A file that is
opened by itself carries these same rules, with the light colour behind each token.
"""

import re

from practices.collection.drawings.compact import merged

_LINE = (
    "fill:none;stroke:var(--ink,#21190f);stroke-width:2;stroke-linecap:round;stroke-linejoin:round"
)
_ROOT = f".pic{{background:var(--sky,#f7ead0);color:var(--ink,#21190f);{_LINE}}}"

_RULES: dict[str, str] = {
    "sky": "fill:var(--sky,#f7ead0);stroke:none",
    "e1": "fill:var(--h1,#d9a45b);stroke:none",
    "e2": "fill:var(--h2,#b4652f);stroke:none",
    "e3": "fill:var(--h3,#7d4220);stroke:none",
    "dk": "fill:var(--h4,#442a18);stroke:none",
    "g": "fill:var(--near,#7f9c5c);stroke:none",
    "m": "fill:var(--mid,#b9bd84);stroke:none",
    "y": "fill:var(--sun,#f0b33a);stroke:none",
    "k": "fill:var(--ink,#21190f);stroke:none",
    "s": "fill:var(--surface,#fffdf9)",
    "hd": "fill:var(--skin,#b98256)",
    "w": "fill:var(--water-tint,#cfe4ec);stroke:var(--water,#2f7191)",
    "wl": "stroke:var(--water,#2f7191)",
    "l": "stroke:var(--tree,#1d5a3a)",
    "lt": "stroke:var(--h1,#d9a45b)",
    "cl": "stroke:var(--h2,#b4652f)",
}
CLASSES = frozenset(_RULES)
_USED = re.compile(r'class="([a-z0-9]+)"')


def style_for(drawing: str) -> str:
    """The `<style>` with the rules of the classes that `drawing` uses, and no others."""
    used = set(_USED.findall(drawing))
    rules = "".join(f".pic .{name}{{{rule}}}" for name, rule in _RULES.items() if name in used)
    return f"<style>{_ROOT}{rules}</style>"


def picture_file(drawing: str) -> str:
    """A file of one drawing, 160 x 120, that can be opened by itself or set into a page."""
    drawing = merged(drawing)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 160 120" width="160"'
        f' height="120" aria-hidden="true">{style_for(drawing)}{drawing}</svg>\n'
    )
