"""Preparing a data folder: database, practices, places, index. Repeats itself without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import inspect

from core.errors import GafolupError
from core.outbox.drain import drain_once
from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer
from core.words import N_
from deploy.house import House
from deploy.migrations import migrate
from deploy.places import ensure_places
from i18n.languages import CODES
from practices.collection.loader import FOLDER, load
from practices.collection.service import publish_collection
from practices.collection.stamp import collection_stamp
from practices.records.models import Practice
from practices.records.queries import count_published
from practices.search import indexing

Progress = Callable[[str, int, int], None]


class NotPrepared(GafolupError):
    """The data folder lacks what `prepare` makes."""

    code = "not_prepared"
    status = 503
    text = N_("The data folder {folder} is not ready: {reason}. Run: gafolup init")


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
    places_built = ensure_places(house.gazetteer_path, progress)
    rebuilt = indexing.ensure(
        house.index, house.database, CODES, lambda done: progress("index", done, 0)
    )
    while drain_once(house.database, house.reactions):
        pass
    return Prepared(published, places_built, rebuilt)


def must_be_prepared(house: House) -> None:
    """See that a data folder can be asked. An index that is missing or damaged repairs itself.

    Raises:
        NotPrepared: the list of places is missing or damaged, or the database is empty.
    """
    must_have_places(house)
    with house.database.reading() as session:
        if not inspect(session.connection()).has_table(Practice.__tablename__):
            raise NotPrepared(folder=house.settings.data_dir, reason="the database is empty")


def must_have_places(house: House) -> None:
    """See that the list of places can be asked.

    Raises:
        NotPrepared: it is missing or damaged.
    """
    try:
        Gazetteer(house.gazetteer_path).close()
    except GazetteerUnavailable as problem:
        raise places_missing(house, problem) from problem


def places_missing(house: House, problem: GazetteerUnavailable) -> NotPrepared:
    """What is wrong with the list of places, said to who keeps the data folder."""
    why = f"the list of places is missing or damaged ({problem.data['why']})"
    return NotPrepared(folder=house.settings.data_dir, reason=why)


def _publish(house: House, progress: Progress) -> int:
    """Publish the collection unless its files are the ones that were published last."""
    mark = house.settings.data_dir / "collection.stamp"
    stamp = collection_stamp(FOLDER)
    if mark.is_file() and mark.read_text() == stamp and _has_practices(house):
        return 0
    progress("collection", 0, 0)
    practices = load(FOLDER, CODES)
    with house.database.writing() as session:
        published = publish_collection(session, practices)
    mark.write_text(stamp)
    return published


def _has_practices(house: House) -> bool:
    """Whether the database holds any: another than the one that was published to does not."""
    with house.database.reading() as session:
        return count_published(session) > 0
