"""Writing practices: one function, one business act."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import delete, select

from core.clock import now
from core.database import WriteSession
from core.outbox.service import record
from practices.records.errors import PracticeNotFound, SlugTaken, WordsMissing
from practices.records.events import PracticeArchived, PracticePublished
from practices.records.models import (
    FormerSlug,
    Practice,
    PracticeVersion,
    PracticeWords,
)
from practices.records.structs import Facts, Words


def publish(
    session: WriteSession, facts: Facts, words: Mapping[str, Words], *, by: str, why: str
) -> int | None:
    """Publish a practice, or a new version of it; the version, or None if nothing differs.

    Args:
        by: who publishes, for the history.
        why: one line for the history.

    Raises:
        SlugTaken: the slug belongs, or once belonged, to another practice.
        WordsMissing: there are no words in the practice's original language.
    """
    if facts.original_language not in words:
        raise WordsMissing(practice=facts.slug)
    practice = session.scalar(select(Practice).where(Practice.id == facts.id).with_for_update())
    if practice is not None and _same(session, practice, facts, words):
        return None
    _guard_slugs(session, facts)
    if practice is None:
        practice = Practice(
            id=facts.id, slug=facts.slug, version=0, facts=facts, status="published"
        )
        session.add(practice)
    elif practice.slug != facts.slug:
        session.merge(FormerSlug(slug=practice.slug, practice=practice.number))
    practice.version += 1
    practice.slug, practice.licence, practice.facts = facts.slug, facts.licence, facts
    practice.status = "published"
    practice.next_review_on = facts.review.next_review
    practice.changed_at = now()
    session.flush()
    _write_parts(session, practice, facts, words)
    session.add(
        PracticeVersion(
            practice=practice.number,
            version=practice.version,
            facts=facts,
            words=msgspec.to_builtins(dict(words)),
            made_by=by,
            made_at=now(),
            why=why,
        )
    )
    record(session, PracticePublished(practice=practice.id, version=practice.version))
    return practice.version


def archive(session: WriteSession, practice_id: str) -> None:
    """Offer a practice no longer; its address and its history stay.

    Raises:
        PracticeNotFound: there is no such published practice.
    """
    practice = session.scalar(
        select(Practice).where(Practice.id == practice_id, Practice.status == "published")
    )
    if practice is None:
        raise PracticeNotFound(practice=practice_id)
    practice.status = "archived"
    practice.changed_at = now()
    record(session, PracticeArchived(practice=practice_id))


def _same(
    session: WriteSession, practice: Practice, facts: Facts, words: Mapping[str, Words]
) -> bool:
    if practice.status != "published" or practice.facts != facts:
        return False
    rows = session.scalars(select(PracticeWords).where(PracticeWords.practice == practice.number))
    return {row.language: row.words for row in rows} == dict(words)


def _guard_slugs(session: WriteSession, facts: Facts) -> None:
    wanted = [facts.slug, *facts.former_slugs]
    taken = session.scalars(
        select(Practice.slug).where(Practice.slug.in_(wanted), Practice.id != facts.id)
    ).first()
    taken = (
        taken
        or session.scalars(
            select(FormerSlug.slug)
            .join(Practice, Practice.number == FormerSlug.practice)
            .where(FormerSlug.slug.in_(wanted), Practice.id != facts.id)
        ).first()
    )
    if taken:
        raise SlugTaken(slug=taken)


def _write_parts(
    session: WriteSession, practice: Practice, facts: Facts, words: Mapping[str, Words]
) -> None:
    number = practice.number
    session.execute(delete(FormerSlug).where(FormerSlug.slug == facts.slug))
    for slug in facts.former_slugs:
        session.merge(FormerSlug(slug=slug, practice=number))
    session.execute(delete(PracticeWords).where(PracticeWords.practice == number))
    session.add_all(
        PracticeWords(practice=number, language=language, words=one)
        for language, one in words.items()
    )
    session.flush()
