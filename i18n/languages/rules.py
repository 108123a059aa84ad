"""The languages that are served. Adding one is one entry in `SERVED`."""

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from babel.core import get_global

from core.errors import GafolupError
from core.words import N_


class LanguageNotServed(GafolupError):
    """A language was asked for that nobody here writes. Data: `code`, `served`."""

    code: ClassVar[str] = "language_not_served"
    status: ClassVar[int] = 404
    text: ClassVar[str] = N_("The language {code} is not served here. Served are: {served}.")


@dataclass(frozen=True, slots=True)
class Language:
    """A language that pages, practices and questions can be in.

    `code` is ISO 639-1, `script` ISO 15924. `fallback` lists what a reader most likely understands
    where a text is missing. `digits` are the ten digits a writer may use beside 0-9. `aliases` are
    other primary subtags of BCP 47: the ISO 639-2 and -3 codes, and varieties. `schooled` are
    languages that are not served but whose readers usually went to school in this one.
    `plural_forms` are the CLDR categories, in the order of the catalogs.
    """

    code: str
    name_own: str
    name_en: str
    script: str
    direction: Literal["ltr", "rtl"]
    fallback: tuple[str, ...]
    digits: str
    plural_forms: tuple[str, ...]
    aliases: tuple[str, ...]
    schooled: tuple[str, ...]


_LATIN_DIGITS = "0123456789"

SERVED: tuple[Language, ...] = (
    Language(
        code="en",
        name_own="English",
        name_en="English",
        script="Latn",
        direction="ltr",
        fallback=(),
        digits=_LATIN_DIGITS,
        plural_forms=("one", "other"),
        aliases=("eng",),
        schooled=("pcm",),
    ),
    Language(
        code="fr",
        name_own="Français",
        name_en="French",
        script="Latn",
        direction="ltr",
        fallback=("en",),
        digits=_LATIN_DIGITS,
        plural_forms=("one", "many", "other"),
        aliases=("fra", "fre"),
        schooled=("bm", "ee", "ff", "ht", "ln", "mos", "wo"),
    ),
    Language(
        code="es",
        name_own="Español",
        name_en="Spanish",
        script="Latn",
        direction="ltr",
        fallback=("pt", "en"),
        digits=_LATIN_DIGITS,
        plural_forms=("one", "many", "other"),
        aliases=("spa",),
        schooled=("ay", "ca", "gl", "gn", "nah", "qu"),
    ),
    Language(
        code="pt",
        name_own="Português",
        name_en="Portuguese",
        script="Latn",
        direction="ltr",
        fallback=("es", "en"),
        digits=_LATIN_DIGITS,
        plural_forms=("one", "many", "other"),
        aliases=("por",),
        schooled=("kea", "pov"),
    ),
    Language(
        code="ar",
        name_own="العربية",
        name_en="Arabic",
        script="Arab",
        direction="rtl",
        fallback=("fr", "en"),
        digits="٠١٢٣٤٥٦٧٨٩",
        plural_forms=("zero", "one", "two", "few", "many", "other"),
        aliases=("ara", "arb", "aeb", "ajp", "apc", "apd", "arq", "ars", "ary", "arz", "ayl"),
        schooled=(),
    ),
    Language(
        code="sw",
        name_own="Kiswahili",
        name_en="Swahili",
        script="Latn",
        direction="ltr",
        fallback=("en",),
        digits=_LATIN_DIGITS,
        plural_forms=("one", "other"),
        aliases=("swa", "swc", "swh"),
        schooled=("kam", "ki", "kln", "luo", "luy", "mer", "suk"),
    ),
    Language(
        code="hi",
        name_own="हिन्दी",
        name_en="Hindi",
        script="Deva",
        direction="ltr",
        fallback=("en",),
        digits="०१२३४५६७८९",
        plural_forms=("one", "other"),
        aliases=("hin", "awa", "bho", "mag", "mwr", "raj"),
        schooled=("mai",),
    ),
)

CODES: tuple[str, ...] = tuple(served.code for served in SERVED)

_BY_CODE = {served.code: served for served in SERVED}
_ITS_OWN = {subtag: served.code for served in SERVED for subtag in (served.code, *served.aliases)}
_BY_SUBTAG = _ITS_OWN | {subtag: served.code for served in SERVED for subtag in served.schooled}

NOT_SAID = "und"
"""What BCP 47 writes for a language that nobody named."""

# ISO 639-1 says Norwegian where texts are marked as one of its two written forms.
_WRITTEN_FORMS = {"nb": "no", "nn": "no", "nob": "no", "nno": "no", "nor": "no"}
_SAY_NOTHING = {NOT_SAID, "mis", "mul", "zxx"}
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.DOTALL)

# RFC 9110 12.5.4 and 12.4.2; more than this many ranges is no browser but an attempt to tire us.
_RANGE = re.compile(
    r"(?P<subtag>\*|[A-Za-z]{1,8})(?:[-_][A-Za-z0-9]{1,8})*"
    r"(?:\s*;\s*[qQ]\s*=\s*(?P<quality>[01](?:\.[0-9]{0,3})?))?",
)
_MOST_RANGES = 50


def language(code: str) -> Language:
    """The served language with this code.

    Raises:
        LanguageNotServed: nobody here writes it.
    """
    try:
        return _BY_CODE[code]
    except KeyError:
        raise LanguageNotServed(code=code, served=", ".join(CODES)) from None


def language_of_text(tag: str) -> str:
    """Code of the language that a tag of BCP 47 says a text is in: served here or not.

    The region and script are ignored (zh-Hant is zh), and ISO 639-2 and -3 codes become the short
    ones (deu is de). What is no tag, or says that the language is not known, is `NOT_SAID`.
    """
    found = _TAG.fullmatch(tag.strip())
    if found is None:
        return NOT_SAID
    subtag = found[1].lower()
    own = _ITS_OWN.get(subtag) or _WRITTEN_FORMS.get(subtag)
    if own is not None:
        return own
    same: str = get_global("language_aliases").get(subtag, subtag)
    primary = same.partition("_")[0]
    return NOT_SAID if primary in _SAY_NOTHING else primary


def negotiate(accept_language: str | None, default: str = "en") -> str:
    """Code of the served language a reader prefers, read from an Accept-Language header.

    A region is ignored (pt-BR is pt); an alias counts as its language; among equal weights the
    earlier wins; `*` stands for the default, or for another language where the default is refused
    with q=0. What is not a language range is passed over.

    Raises:
        LanguageNotServed: `default` is not served.
    """
    language(default)
    weights = _weights(accept_language or "")
    refused = {code for code, weight in weights.items() if weight == 0}
    wanted = max(weights, key=lambda code: weights[code], default="*")
    if wanted != "*" and weights[wanted] > 0:
        return wanted
    return next((code for code in (default, *CODES) if code not in refused), default)


def _weights(header: str) -> dict[str, float]:
    """Weight of each served language (and `*`) that the header names; the best mention counts."""
    weights: dict[str, float] = {}
    for part in header.split(",", _MOST_RANGES)[:_MOST_RANGES]:
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            continue
        subtag = found["subtag"].lower()
        code = "*" if subtag == "*" else _BY_SUBTAG.get(subtag)
        if code is None:
            continue
        weight = min(1.0, float(found["quality"] or 1))
        weights[code] = max(weight, weights.get(code, 0.0))
    return weights
