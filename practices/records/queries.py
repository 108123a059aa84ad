"""Reading practices. Published ones are everybody's; nothing else is read here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select

from core.database import ReadSession, WriteSession
from practices.records import rules
from practices.records.errors import PracticeNotFound
from practices.records.models import (
    EvidenceRow,
    FormerSlug,
    Practice,
    PracticeVersion,
    PracticeWords,
)
from practices.records.structs import Facts, Words

AnySession = ReadSession | WriteSession


@dataclass(frozen=True, slots=True)
class PublishedPractice:
    """A practice with its words in every language it has."""

    number: int
    version: int
    changed_at: datetime
    facts: Facts
    words: dict[str, Words]

    def in_language(self, *wanted: str) -> Words:
        """The words in the first wanted language that exists, else in the original one."""
        return rules.words_for(self.words, wanted, self.facts.original_language)


@dataclass(frozen=True, slots=True)
class EvidenceResult:
    """One result, laid out for counting across practices."""

    practice: int
    study: str
    outcome: str
    log_ratio: float | None
    observations: int
    crop_group: int | None
    water: str | None
    country: str | None
    climate: str | None
    soil: str | None
    land_use: str | None
    lat: float | None
    lon: float | None
    succeeded: str


def practice_by_name(session: AnySession, name: str) -> PublishedPractice:
    """The published practice with this id, slug or former slug.

    Its `facts.slug` tells whether `name` is an old one.

    Raises:
        PracticeNotFound: nothing published has, or had, this name.
    """
    practice = session.scalar(_published().where((Practice.slug == name) | (Practice.id == name)))
    if practice is None:
        practice = session.scalar(
            _published()
            .join(FormerSlug, FormerSlug.practice == Practice.number)
            .where(FormerSlug.slug == name)
        )
    if practice is None:
        raise PracticeNotFound(practice=name[:80])
    return next(_with_words(session, [practice]))


def practices_by_number(
    session: AnySession, numbers: Sequence[int], languages: Sequence[str] = ()
) -> list[PublishedPractice]:
    """The published practices with these numbers, in their order; unknown ones are left out.

    Words are read in `languages` and in each practice's original one; in all, if none is named.
    """
    rows = session.scalars(_published().where(Practice.number.in_(numbers))).all()
    found = {practice.number: practice for practice in _with_words(session, rows, languages)}
    return [found[number] for number in numbers if number in found]


def published_practices(
    session: AnySession, *, after: str = "", most: int = 100
) -> list[PublishedPractice]:
    """Published practices by id, starting after the id `after`: keyset paging."""
    rows = session.scalars(
        _published().where(Practice.id > after).order_by(Practice.id).limit(most)
    ).all()
    return list(_with_words(session, rows))


def each_published_practice(session: AnySession, batch: int = 200) -> Iterator[PublishedPractice]:
    """Every published practice, a batch in memory at a time."""
    after = ""
    while page := published_practices(session, after=after, most=batch):
        yield from page
        after = page[-1].facts.id


def titles(session: AnySession, languages: Sequence[str]) -> list[tuple[str, str]]:
    """(slug, title) of every published practice, in the first of `languages` that it has.

    Where it has none of them, in any that it has.
    """
    title = PracticeWords.words["title"].as_string()
    rows = session.execute(
        select(Practice.slug, PracticeWords.language, title)
        .join(PracticeWords, PracticeWords.practice == Practice.number)
        .where(_is_published())
        .order_by(Practice.slug, PracticeWords.language)
    )
    best: dict[str, tuple[int, str]] = {}
    for slug, language, text in rows:
        rank = languages.index(language) if language in languages else len(languages)
        if slug not in best or rank < best[slug][0]:
            best[slug] = rank, text
    return [(slug, text) for slug, (_, text) in best.items()]


def count_published(session: AnySession) -> int:
    """How many practices are published."""
    return session.scalar(select(func.count()).where(_is_published())) or 0


def last_change(session: AnySession) -> tuple[int, datetime | None]:
    """Number of published practices and when one last changed: tells whether anything did."""
    row = session.execute(
        select(func.count(), func.max(Practice.changed_at)).where(_is_published())
    ).one()
    return row[0], row[1]


def practices_changed_since(session: AnySession, moment: datetime) -> list[str]:
    """Ids of practices published or archived after `moment`."""
    return list(session.scalars(select(Practice.id).where(Practice.changed_at > moment)))


def evidence_results(session: AnySession) -> list[EvidenceResult]:
    """Every evidence row of published practices."""
    rows = session.execute(
        select(
            EvidenceRow.practice,
            EvidenceRow.study,
            EvidenceRow.outcome,
            EvidenceRow.log_ratio,
            EvidenceRow.observations,
            EvidenceRow.crop_group,
            EvidenceRow.water,
            EvidenceRow.country,
            EvidenceRow.climate,
            EvidenceRow.soil,
            EvidenceRow.land_use,
            EvidenceRow.lat,
            EvidenceRow.lon,
            EvidenceRow.succeeded,
        )
        .join(Practice, Practice.number == EvidenceRow.practice)
        .where(_is_published())
        .order_by(EvidenceRow.practice, EvidenceRow.row)
    )
    return [EvidenceResult(**row._asdict()) for row in rows]


def versions_of(session: AnySession, number: int) -> list[tuple[int, datetime, str, str]]:
    """(version, when, by whom, why) of a practice, newest first."""
    rows = session.execute(
        select(
            PracticeVersion.version,
            PracticeVersion.made_at,
            PracticeVersion.made_by,
            PracticeVersion.why,
        )
        .where(PracticeVersion.practice == number)
        .order_by(PracticeVersion.version.desc())
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _is_published() -> ColumnElement[bool]:
    return Practice.status == "published"


def _published() -> Select[Practice]:
    return select(Practice).where(_is_published())


def _with_words(
    session: AnySession, practices: Sequence[Practice], languages: Sequence[str] = ()
) -> Iterator[PublishedPractice]:
    numbers = [practice.number for practice in practices]
    words: dict[int, dict[str, Words]] = {number: {} for number in numbers}
    wanted = select(PracticeWords).where(PracticeWords.practice.in_(numbers))
    if languages:
        read = {*languages, *(practice.facts.original_language for practice in practices)}
        wanted = wanted.where(PracticeWords.language.in_(read))
    for row in session.scalars(wanted):
        words[row.practice][row.language] = row.words
    for practice in practices:
        yield PublishedPractice(
            number=practice.number,
            version=practice.version,
            changed_at=practice.changed_at,
            facts=practice.facts,
            words=words[practice.number],
        )
