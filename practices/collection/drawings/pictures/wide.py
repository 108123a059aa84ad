"""The landscape above the first page and the mark of the house."""

from practices.collection.drawings import kit as k

_COLOURS = {
    "far": "var(--far,#e3cfa4)",
    "mid": "var(--mid,#b9bd84)",
    "near": "var(--near,#7f9c5c)",
    "h1": "var(--h1,#d9a45b)",
    "h2": "var(--h2,#b4652f)",
    "h3": "var(--h3,#7d4220)",
    "h4": "var(--h4,#442a18)",
    "sun": "var(--sun,#f0b33a)",
    "sky": "var(--sky,#f7ead0)",
    "tree": "var(--tree,#1d5a3a)",
    "water": "var(--water-tint,#cfe4ec)",
}


def _fill(colour: str, d: str) -> str:
    return f'<path fill="{_COLOURS[colour]}" d="{d}"/>'


def _strokes(colour: str, width: float, d: str) -> str:
    return (
        f'<path fill="none" stroke="{_COLOURS[colour]}" stroke-width="{k.number(width)}"'
        f' stroke-linecap="round" stroke-linejoin="round" d="{d}"/>'
    )


def _row(d: str, places: tuple[k.Place, ...], scale: float = 1) -> str:
    return "".join(k.moved(d, k.Move(x, y, scale)) for x, y in places)


def _hero() -> str:
    flat_crown = "M-58-52c0-14 20-27 58-27s58 13 58 27c-24-9-92-9-116 0z"
    round_crown = (
        "M-24-34c-13-4-14-21-1-25 3-16 24-21 33-9 14-2 21 12 15 22 5 11-6 19-16 15-9 6-22 5-31-3z"
    )
    maize = "M0 0V-26M0-8c2-8 6-11 12-11M0-12c-2-8-6-11-12-11M0-20c2-5 5-7 9-7M0-22c-2-5-5-7-9-7"
    cow = (
        "M-23-26C-16-29-6-28 2-28c3-5 7-5 9-1l5 0c2-3 5-4 8-3l3 2 4 8c2 3 0 6-3 6l-5 0-4-4c0 5-3"
        " 8-6 9V0h-4"
        "v-10c-7 2-13 2-19 0V0h-4v-11c-5-3-9-9-9-15z"
    )
    left = tuple((22 + 34 * i, 207 - (i % 3)) for i in range(11))
    right = tuple((880 + 34 * i, 206 - (i % 2)) for i in range(10))
    return "".join(
        [
            f'<circle cx="262" cy="96" r="38" fill="{_COLOURS["sun"]}"/>',
            _fill(
                "far", "M0 118c110-34 200-12 300 6s190-54 330-50 190 56 300 40 180-44 270-32V240H0z"
            ),
            _fill("mid", "M0 152c130 18 230-26 370-22s210 44 350 30 250-62 480-18V240H0z"),
            _strokes(
                "near",
                4,
                "M800 142c90-20 190-22 290 0M770 158c100-20 220-22 340-2M820 130c70-12 140-12 210-2"
                "M90 162c80 4 150-8 220-16M120 176c90 2 170-10 250-16",
            ),
            _fill(
                "water", "M560 166c40 10 60 16 40 26s-10 12 40 20h70c-60-12-70-16-50-26s0-20-60-24z"
            ),
            _fill("near", "M0 196c150-20 320-16 480-6s110 4 170 2 260-20 550-4V240H0z"),
            _strokes("h4", 6, "M440 200v-74M440 166l28-30M440 158l-26-26"),
            f'<g transform="translate(440 192)">{_fill("tree", flat_crown)}</g>',
            _strokes("h4", 5, "M760 200v-40M760 178l12-12"),
            f'<g transform="translate(760 192)">{_fill("tree", round_crown)}</g>',
            f'<g stroke="{_COLOURS["h4"]}" stroke-width="3" stroke-linejoin="round">',
            _fill("h1", "M808 200v-24h44v24z"),
            _fill("h2", "M798 178l32-30 32 30z"),
            _fill("h4", "M823 200v-14h12v14z"),
            f'</g><g stroke="{_COLOURS["h4"]}" stroke-width="2.5" stroke-linejoin="round">',
            f'<g transform="translate(540 204)">{_fill("sky", cow)}</g>',
            f'<g transform="translate(500 202) scale(.7)">{_fill("h2", cow)}</g></g>',
            _strokes("tree", 3, _row(maize, left) + _row(maize, right)),
            _fill("h1", "M0 206c190 8 420-6 620-2s390 8 580 0v36H0z"),
            _fill("h2", "M0 219c190-6 400 6 600 1s420-4 600 2v18H0z"),
            _fill("h3", "M0 231c210 4 400-5 620 0s400 2 580-1v10H0z"),
        ]
    )


def _mark() -> str:
    leaf = "var(--leaf,#1d5a3a)"
    return "".join(
        [
            _fill("h1", "M3 17c4-1.5 9-1.5 13 0s9 1.5 13 0v9H3z"),
            _fill("h2", "M3 22.5c4-1.5 9-1.5 13 0s9 1.5 13 0V32H3z"),
            _fill("h3", "M3 28.5c4-1.5 9-1.5 13 0s9 1.5 13 0c0 4-3 6.5-7 6.5H10c-4 0-7-2.5-7-6.5z"),
            f'<path fill="none" stroke="{leaf}" stroke-width="2.5" stroke-linecap="round"'
            ' d="M16 23V12M16 21l-3 3M16 21l3 3"/>',
            f'<path fill="{leaf}" d="M16 11c-.5-5.5 3-9 10-9.5C26.5 7 23 11 16 11z'
            'M16 13.5c.5-4-2.5-7-8.5-7 0 4.500 3 7 8.5 7z"/>',
        ]
    )


def _file(width: int, height: int, inner: str, more: str = "") -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}"{more} aria-hidden="true"><g stroke="none">{inner}</g></svg>\n'
    )


# file name without .svg -> the whole file
WIDE: dict[str, str] = {
    "hero": _file(1200, 240, _hero(), ' preserveAspectRatio="xMidYMax slice"'),
    "mark": _file(32, 36, _mark()),
}
