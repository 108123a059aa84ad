"""The codes that a list can be narrowed down by, and what is told of those that do not exist."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.places import regions
from core.words import N_, gettext
from i18n.languages import CODES as SERVED_LANGUAGES
from practices import labels
from practices.search.documents import NARROWING

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
CODES: Mapping[str, tuple[str, ...]] = {
    field: tuple(labels.FACETS[field][1]) for field in NARROWING
} | {
    "country": regions.countries_of(regions.WORLD),
    "written_in": tuple(SERVED_LANGUAGES),
}
"""The codes of every field; a record may be written in yet another language."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Chosen codes by field, and what was asked for though it does not exist: field and code."""

    chosen: Mapping[str, tuple[str, ...]]
    unknown: Sequence[tuple[str, str]]


Collected = Callable[[], Mapping[str, Collection[str]]]
"""Gives the codes that the collection's records have, by field; counting them takes a while."""


def codes_of(field: str, collected: Collected) -> tuple[str, ...]:
    """The codes a field can be asked for, those of the collection's records among them."""
    codes = CODES[field]
    return (*codes, *sorted(set(collected().get(field, ())) - set(codes)))


def sorted_out(asked: Mapping[str, Sequence[str]], collected: Collected) -> Asked:
    """What was asked for, each code once, parted into what there is and what there is not."""
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: list[tuple[str, str]] = []
    for field, values in asked.items():
        wanted = dict.fromkeys(values)
        strange = [code for code in wanted if code not in CODES[field]]
        if strange:
            codes = codes_of(field, collected)
            strange = [code for code in strange if code not in codes]
        known = tuple(code for code in wanted if code not in strange)
        if known:
            chosen[field] = known
        unknown += [(field, code) for code in strange]
    return Asked(chosen, unknown)


def left_out(unknown: Sequence[str]) -> str:
    """Codes that do not exist, as a sentence; empty where there are none."""
    if not unknown:
        return ""
    return gettext(
        N_("We do not know this choice and left it out: {words}. Choose again below.")
    ).format(words=isolated(code[:40] for code in unknown[:3]))


def isolated(words: Iterable[str]) -> str:
    """Words of any direction, set into a sentence as a list.

    The marks keep their direction from disturbing the sentence's (Unicode UAX 9).
    """
    return ", ".join(f"{ISOLATE}{word}{END_ISOLATE}" for word in words)
