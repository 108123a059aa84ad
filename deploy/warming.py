"""Loading what a first reader would wait for: models, dictionaries, catalogs, tables, indexes."""

import structlog

from core.errors import GafolupError
from core.words import gettext, speaking
from deploy.house import House
from i18n.analysis import analyse
from i18n.detection import detect
from i18n.languages import CODES
from practices.search.service import SearchRequest

log = structlog.get_logger()


def warm_languages() -> None:
    """The analysis of every language and the model that tells them apart. Needs no data folder."""
    detect("maji ya mvua")
    for language in CODES:
        analyse("compost rain", language)
        with speaking(language):
            gettext("Find")


def warm_house(house: House) -> None:
    """Termbase, table and indexes, by a search in every language.

    A part that is being repaired is left to be told to readers.
    """
    for language in CODES:
        try:
            house.search.search(SearchRequest(text="compost", language=language))
        except GafolupError as problem:
            log.warning("warming.failed", language=language, problem=str(problem))
