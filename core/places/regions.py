"""Regions as a tree: world, continent, UN M49 sub-regions, country.

A region is named by its M49 code ("011"), a country by its ISO 3166-1 code ("NE"). Names come from
Unicode CLDR, in any language it knows.
"""

from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError

from core.places.errors import RegionNotKnown
from core.places.m49 import COUNTRIES, REGION_PARENTS

WORLD = "001"
Kind = Literal["world", "continent", "sub_region", "country"]

_PARENTS: dict[str, str] = REGION_PARENTS | {
    country: region for region, listed in COUNTRIES.items() for country in listed.split()
}


@cache
def _children() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, above in _PARENTS.items():
        found.setdefault(above, []).append(code)
    return {code: tuple(sorted(below)) for code, below in found.items()}


def known(code: str) -> bool:
    """Whether the tree has this region or country."""
    return code == WORLD or code in _PARENTS


def checked(code: str) -> str:
    """The code itself.

    Raises:
        RegionNotKnown: the tree does not have it.
    """
    if not known(code):
        raise RegionNotKnown(code)
    return code


def kind(code: str) -> Kind:
    """What kind of region a code names. Raises `RegionNotKnown`."""
    if checked(code) == WORLD:
        return "world"
    if not code.isdigit():
        return "country"
    return "continent" if _PARENTS[code] == WORLD else "sub_region"


def parent(code: str) -> str | None:
    """The region just above; None for the world. Raises `RegionNotKnown`."""
    return _PARENTS.get(checked(code))


def ancestors(code: str) -> tuple[str, ...]:
    """All regions above, the nearest first: NE -> 011, 202, 002, 001. Raises `RegionNotKnown`."""
    found = []
    above = parent(code)
    while above is not None:
        found.append(above)
        above = _PARENTS.get(above)
    return tuple(found)


def children(code: str) -> tuple[str, ...]:
    """The regions or countries just below, by code. Raises `RegionNotKnown`."""
    return _children().get(checked(code), ())


def countries_of(code: str) -> tuple[str, ...]:
    """All countries in a region, by code; of a country, itself. Raises `RegionNotKnown`."""
    below = children(code)
    if not below:
        return (code,)
    return tuple(sorted(country for child in below for country in countries_of(child)))


def contains(region: str, code: str) -> bool:
    """Whether `code` is `region` or lies in it. Raises `RegionNotKnown`."""
    return checked(region) == code or region in ancestors(code)


def every_region() -> tuple[str, ...]:
    """All codes of the tree, the world first, each before what lies in it."""
    found = [WORLD]
    for code in found:
        found += children(code)
    return tuple(found)


def name(code: str, language: str) -> str:
    """The name of a region or country in a language (BCP 47 code, such as "sw" or "pt-BR").

    Where CLDR has no name in that language, or does not know the language, the English name.

    Raises:
        RegionNotKnown: the tree does not have the code.
    """
    return _names(language).get(checked(code)) or _names("en")[code]


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    return dict(locale.territories)
