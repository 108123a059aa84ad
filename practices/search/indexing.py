"""Keeping the indexes in step with what is published."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import structlog

from core.database import Database, ReadSession, WriteSession
from practices.records.errors import PracticeNotFound
from practices.records.queries import (
    PublishedPractice,
    each_published_practice,
    last_change,
    practice_by_name,
    practices_changed_since,
)
from practices.search.documents import documents, index_name, settings_for
from practices.search.index.errors import IndexDamaged, IndexUnknown
from practices.search.index.protocol import Document, SearchIndex

log = structlog.get_logger()

BATCH = 500
LONGEST_PUBLISHING = timedelta(minutes=1)
"""A change carries the moment it was made, and is seen when it is committed: up to this later."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
Progress = Callable[[int], None]


def index_practice(
    index: SearchIndex, session: ReadSession | WriteSession, practice_id: str, served: Sequence[str]
) -> None:
    """Bring every index in step with one practice, as it stands now. Bears repetition."""
    try:
        practice = practice_by_name(session, practice_id)
    except PracticeNotFound:
        remove_practice(index, practice_id, served)
        return
    by_language = {document.language: document for document in documents(practice, tuple(served))}
    for language in served:
        name, wanted = index_name(language), by_language[language]
        if wanted != index.document(name, practice_id):
            index.upsert(name, [wanted])


def remove_practice(index: SearchIndex, practice_id: str, served: Sequence[str]) -> None:
    """Take a practice out of every index."""
    for language in served:
        index.delete(index_name(language), [practice_id])


def rebuild(
    index: SearchIndex,
    database: Database,
    served: Sequence[str],
    progress: Progress = lambda _done: None,
) -> int:
    """Build all indexes anew beside the old ones, then swap; how many practices they hold.

    Readers see the old documents until the swap. What is published while this runs is indexed
    again after it, so nothing is lost between the two.
    """
    for language in served:
        building = _building(language)
        if building in index.names():
            index.drop(building)
        index.apply_settings(building, settings_for(language))
    with database.reading() as session:
        _, started = last_change(session)
        count = _fill(index, each_published_practice(session), served, progress)
    for language in served:
        index.swap(index_name(language), _building(language))
    since = started - LONGEST_PUBLISHING if started else LONG_AGO
    with database.reading() as session:
        for practice_id in practices_changed_since(session, since):
            index_practice(index, session, practice_id, served)
    return count


def ensure(
    index: SearchIndex,
    database: Database,
    served: Sequence[str],
    progress: Progress = lambda _done: None,
) -> bool:
    """Rebuild if an index is missing, damaged or of an older make; whether it was needed."""
    try:
        missing = [code for code in served if index_name(code) not in index.names()]
        if not missing and all(
            index.settings(index_name(code)) == settings_for(code) for code in served
        ):
            for code in served:
                index.count(index_name(code))
            return False
    except (IndexDamaged, IndexUnknown) as problem:
        log.warning("index.damaged", problem=str(problem))
    rebuild(index, database, served, progress)
    return True


def _fill(
    index: SearchIndex,
    practices: Iterable[PublishedPractice],
    served: Sequence[str],
    progress: Progress,
) -> int:
    waiting: dict[str, list[Document]] = {language: [] for language in served}
    count = 0
    for practice in practices:
        for document in documents(practice, tuple(served)):
            waiting[document.language].append(document)
        count += 1
        for language, batch in waiting.items():
            if len(batch) >= BATCH:
                index.upsert(_building(language), batch)
                batch.clear()
        progress(count)
    for language, batch in waiting.items():
        if batch:
            index.upsert(_building(language), batch)
    return count


def _building(language: str) -> str:
    return f"{index_name(language)}-building"
