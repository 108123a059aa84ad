"""Wordless drawings: a kit of parts, a scene for each practice, and the pictures of the pages.

`python -m practices.collection.drawings` writes them; `drawing(slug, "main")` reads one.
"""

from practices.collection.drawings.files import (
    DrawingNotFound,
    DrawingNotSafe,
    drawing,
    drawing_names,
)

__all__ = ["DrawingNotFound", "DrawingNotSafe", "drawing", "drawing_names"]
