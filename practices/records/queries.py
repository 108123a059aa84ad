"""Reading practices. Published ones are everybody's; nothing else is read here."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
)

from core.database import ReadSession, StructAsJson, WriteSession
from practices.records import rules
from practices.records.errors import PracticeNotFound
from practices.records.models import (
    FormerSlug,
    Practice,
    PracticeVersion,
    PracticeWords,
)
from practices.records.structs import Facts, Headline, Words

AnySession = ReadSession | WriteSession
Stamp = tuple[Any, ...]
"""Number, version and moment of change of a practice: another stamp, another content."""


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
class ListedPractice:
    """A practice as lists show it: of its words only the headlines."""

    number: int
    facts: Facts
    words: dict[str, Headline]

    def in_language(self, *wanted: str) -> Headline:
        """The headline in the first wanted language that exists, else in the original one."""
        languages = (*wanted, self.facts.original_language)
        return self.words[next(language for language in languages if language in self.words)]


@dataclass(frozen=True, slots=True)
class PublishedFacts:
    """A practice without its words, and the languages it is written in, sorted."""

    number: int
    facts: Facts
    languages: tuple[str, ...]


def practice_by_name(session: AnySession, name: str) -> PublishedPractice:
    """The published practice with this id, slug or former slug.

    Its `facts.slug` tells whether `name` is an old one.

    Raises:
        PracticeNotFound: nothing published has, or had, this name.
    """
    for statement in (_BY_NAME, _BY_FORMER_SLUG):
        row = session.execute(statement, {"name": name}).first()
        if row is not None:
            return next(_with_words(session, [row]))
    raise PracticeNotFound(practice=name[:80])


def practices_by_number(session: AnySession, numbers: Sequence[int]) -> list[ListedPractice]:
    """The published practices with these numbers, in their order; unknown ones are left out.

    What was read before and has not changed since is not read again.
    """
    wanted = list(numbers)
    stamps = {row[0]: tuple(row) for row in session.execute(_STAMPS, {"numbers": wanted})}
    found = _listed.known(stamps.values())
    missing = [number for number, stamp in stamps.items() if stamp not in found]
    if missing:
        read = {stamps[one.number]: one for one in _read_listed(session, missing)}
        _listed.keep(read)
        found |= read
    return [found[stamps[number]] for number in wanted if number in stamps]


def published_practices(
    session: AnySession, *, after: str = "", most: int = 100
) -> list[PublishedPractice]:
    """Published practices by id, starting after the id `after`: keyset paging."""
    rows = session.execute(_AFTER, {"after": after, "most": most}).all()
    return list(_with_words(session, rows))


def each_published_practice(session: AnySession, batch: int = 200) -> Iterator[PublishedPractice]:
    """Every published practice, a batch in memory at a time."""
    after = ""
    while page := published_practices(session, after=after, most=batch):
        yield from page
        after = page[-1].facts.id


def each_published_facts(session: AnySession, batch: int = 500) -> Iterator[PublishedFacts]:
    """The facts of every published practice by rising number, a batch in memory at a time."""
    after = 0
    while numbers := session.scalars(
        select(Practice.number)
        .where(_is_published(), Practice.number > after)
        .order_by(Practice.number)
        .limit(batch)
    ).all():
        after = numbers[-1]
        written: dict[int, list[str]] = {number: [] for number in numbers}
        for number, language in session.execute(
            select(PracticeWords.practice, PracticeWords.language).where(
                PracticeWords.practice.in_(numbers)
            )
        ):
            written[number].append(language)
        for number, facts in session.execute(
            select(Practice.number, Practice.facts)
            .where(Practice.number.in_(numbers))
            .order_by(Practice.number)
        ):
            yield PublishedFacts(number, facts, tuple(sorted(written[number])))


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


def _read_listed(session: AnySession, numbers: list[int]) -> Iterator[ListedPractice]:
    words: dict[int, dict[str, Headline]] = {number: {} for number in numbers}
    for number, language, headline in session.execute(_HEADLINES, {"numbers": numbers}):
        words[number][language] = headline
    for number, facts in session.execute(_FACTS, {"numbers": numbers}):
        yield ListedPractice(number, facts, words[number])


def _with_words(
    session: AnySession, rows: Sequence[Row[int, int, datetime, Facts]]
) -> Iterator[PublishedPractice]:
    words: dict[int, dict[str, Words]] = {row.number: {} for row in rows}
    for number, language, one in session.execute(_WORDS, {"numbers": list(words)}):
        words[number][language] = one
    for row in rows:
        yield PublishedPractice(
            number=row.number,
            version=row.version,
            changed_at=row.changed_at,
            facts=row.facts,
            words=words[row.number],
        )


class _Listed:
    """What was read for lists, by number, version and moment of change. Safe in many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Stamp, ListedPractice] = OrderedDict()

    def known(self, stamps: Iterable[Stamp]) -> dict[Stamp, ListedPractice]:
        """Those that are kept."""
        with self._lock:
            found = {stamp: self._kept[stamp] for stamp in stamps if stamp in self._kept}
            for stamp in found:
                self._kept.move_to_end(stamp)
        return found

    def keep(self, read: dict[Stamp, ListedPractice]) -> None:
        """Keep these; what was not asked for longest makes room."""
        with self._lock:
            self._kept.update(read)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def _is_published() -> ColumnElement[bool]:
    return Practice.status == "published"


MOST_LISTED = 512
"""About 20 kB each."""
_listed = _Listed(MOST_LISTED)
_NUMBERS: BindParameter[Sequence[int]] = bindparam("numbers", expanding=True)
_PUBLISHED = select(Practice.number, Practice.version, Practice.changed_at, Practice.facts).where(
    _is_published()
)
_BY_NAME = _PUBLISHED.where(
    or_(Practice.slug == bindparam("name"), Practice.id == bindparam("name"))
)
_BY_FORMER_SLUG = _PUBLISHED.join(FormerSlug, FormerSlug.practice == Practice.number).where(
    FormerSlug.slug == bindparam("name")
)
_AFTER = (
    _PUBLISHED.where(Practice.id > bindparam("after"))
    .order_by(Practice.id)
    .limit(bindparam("most", type_=Integer))
)
_STAMPS = select(Practice.number, Practice.version, Practice.changed_at).where(
    _is_published(), Practice.number.in_(_NUMBERS)
)
_FACTS = select(Practice.number, Practice.facts).where(Practice.number.in_(_NUMBERS))
_WORDS = select(PracticeWords.practice, PracticeWords.language, PracticeWords.words).where(
    PracticeWords.practice.in_(_NUMBERS)
)
_HEADLINES = select(
    PracticeWords.practice,
    PracticeWords.language,
    type_coerce(PracticeWords.words, StructAsJson[Headline](Headline)),
).where(PracticeWords.practice.in_(_NUMBERS))
