"""Preparing a data folder: database, practices, places, index. Repeats itself without harm."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from core.outbox.drain import drain_once
from core.places.build import build as build_places
from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer
from deploy.house import House
from deploy.migrations import migrate
from i18n.languages import CODES
from practices.collection.loader import FOLDER, load
from practices.collection.service import publish_collection
from practices.collection.stamp import collection_stamp
from practices.search import indexing

log = structlog.get_logger()

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What had to be done."""

    published: int
    places_built: bool
    index_rebuilt: bool


def prepare(house: House, progress: Progress = lambda _what, _done, _of: None) -> Prepared:
    """Bring a data folder to the newest state.

    Raises:
        CollectionDamaged: the collection's files have faults; the database keeps what it had.
    """
    house.settings.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(house.database)
    published = _publish(house, progress)
    places_built = _places(house, progress)
    rebuilt = indexing.ensure(
        house.index, house.database, CODES, lambda done: progress("index", done, 0)
    )
    while drain_once(house.database, house.reactions):
        pass
    return Prepared(published, places_built, rebuilt)


def _publish(house: House, progress: Progress) -> int:
    """Publish the collection unless its files are the ones that were published last."""
    mark = house.settings.data_dir / "collection.stamp"
    stamp = collection_stamp(FOLDER)
    if mark.is_file() and mark.read_text() == stamp:
        return 0
    progress("collection", 0, 0)
    practices = load(FOLDER, CODES)
    with house.database.writing() as session:
        published = publish_collection(session, practices)
    mark.write_text(stamp)
    return published


def _places(house: House, progress: Progress) -> bool:
    """Build the list of places if it is missing, damaged or of an older make."""
    try:
        Gazetteer(house.gazetteer_path).close()
    except GazetteerUnavailable as problem:
        log.info("gazetteer.building", reason=str(problem))
        build_places(house.gazetteer_path, progress)
        return True
    return False
