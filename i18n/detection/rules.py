"""Which served language a text is in: by its script where that decides, else by its letters."""

from collections.abc import Iterable
from dataclasses import dataclass

from i18n.detection.model import likeliest
from i18n.detection.scripts import decisive_script, readable, scripts_of
from i18n.languages import CODES, language

_ENOUGH = 2_000  # characters: a text does not change its language after these


@dataclass(frozen=True, slots=True)
class Detection:
    """A language and how sure that is, 0 to 1; no language where nothing could be read."""

    language: str | None
    certainty: float


_UNREADABLE = Detection(language=None, certainty=0.0)


def detect(text: str, among: Iterable[str] = CODES) -> Detection:
    """The language of the text, one of `among` (codes of served languages).

    A script that only one of them is written in decides alone. Nothing to read (empty, digits,
    signs, a script none of them is written in) gives no language.

    Raises:
        LanguageNotServed: a code of `among` is not served.
    """
    wanted = {language(code) for code in among}
    text = text[:_ENOUGH]
    scripts = scripts_of(text)
    if not scripts:
        return _UNREADABLE
    script = decisive_script(scripts)
    written = tuple(sorted(one.code for one in wanted if one.script == script))
    if not written:
        return _UNREADABLE
    if len(written) == 1:
        return Detection(written[0], scripts[script] / scripts.total())
    return Detection(*likeliest(readable(text), written))
