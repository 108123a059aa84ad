r"""What a word is made of: `[\p{L}\p{M}\p{N}]+`, without the separate `regex` package.

The classes are read once from this Python's own Unicode tables. Characters that only become a
letter or number under NFKC (㎏, ㏊, ①) count as one. Invisible characters of format (soft hyphen,
joiners, bidi controls) may stand inside a word and are left out of what is kept of it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ZERO_WIDTH_SPACE = "\u200b"  # an invisible blank: it parts words
_APOSTROPHES = "'\u2018\u2019`"

# The planes in use: 0 to 3, and the start of 14 for variation selectors and tags.
_END_OF_FIRST_PLANE = 0xFFFF
_BEYOND_FIRST_PLANE = re.compile("[\U00010000-\U0010ffff]")
_PLANES = (*range(0x40000), *range(0xE0000, 0xE1000))

_VARIATION_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810))
_GRAPHEME_JOINER = 0x034F
_TATWEEL = 0x0640
_ARABIC_MARKS = (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE))


def _becomes_a_word(char: str) -> bool:
    """Whether a symbol turns into a letter or number under NFKC."""
    folded = unicodedata.normalize("NFKC", char)
    return any(unicodedata.category(part)[0] in "LN" for part in folded)


def _by_category() -> dict[str, list[int]]:
    """Code points in rising order by what they are to a word."""
    found: dict[str, list[int]] = {"word": [], "invisible": [], "digit": [], "enclosing": []}
    for code in _PLANES:
        char = chr(code)
        category = unicodedata.category(char)
        if category[0] in "LMN" or (category[0] == "S" and _becomes_a_word(char)):
            found["word"].append(code)
        if category == "Cf" and char != _ZERO_WIDTH_SPACE:
            found["invisible"].append(code)
        elif category == "Nd":
            found["digit"].append(code)
        elif category == "Me":
            found["enclosing"].append(code)
    return found


def _inside_class(codes: Iterable[int]) -> str:
    """The codes, in rising order, as the inside of a character class."""
    spans: list[tuple[int, int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1] = (spans[-1][0], code)
        else:
            spans.append((code, code))
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in spans)


@dataclass(frozen=True, slots=True)
class Words:
    """Finds the words of a text. `narrow` knows the first plane only, and is seven times faster."""

    narrow: re.Pattern[str]
    wide: re.Pattern[str]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Matches of the words, in order."""
        pattern = self.narrow if _BEYOND_FIRST_PLANE.search(text) is None else self.wide
        return pattern.finditer(text)


def _words(joined_by: str) -> Words:
    """Words in which invisible characters, and what `joined_by` matches, may stand."""

    def pattern(last: int) -> re.Pattern[str]:
        word = f"[{_inside_class(code for code in _FOUND['word'] if code <= last)}]"
        invisible = f"[{_inside_class(code for code in _FOUND['invisible'] if code <= last)}]"
        return re.compile(f"{word}+(?:(?:{invisible}+{joined_by}){word}+)*")

    return Words(narrow=pattern(_END_OF_FIRST_PLANE), wide=pattern(max(_PLANES)))


_FOUND = _by_category()

WORDS = _words(joined_by="")

# In Swahili ng' is one letter: ng'ombe (cow) is one word.
SWAHILI_WORDS = _words(joined_by=f"|(?<=[nN][gG])[{_APOSTROPHES}](?=[aeiouAEIOU])")

# What is left out of a word as it is shown.
UNSEEN: dict[int, str | None] = dict.fromkeys(
    (*_FOUND["invisible"], *_FOUND["enclosing"], *_VARIATION_SELECTORS, _GRAPHEME_JOINER)
)

# What a folded word leaves out or replaces, before letters are looked at.
FOLDED: dict[int, str | None] = {
    **UNSEEN,
    **dict.fromkeys((_TATWEEL, *_ARABIC_MARKS)),
    **dict.fromkeys(map(ord, _APOSTROPHES)),
    **{code: str(unicodedata.decimal(chr(code))) for code in _FOUND["digit"]},
}
