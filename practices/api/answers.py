"""Building the answers: one function for each question a program can ask."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.database import Database
from core.words import gettext
from practices import labels
from practices.api.structs import (
    EffectAnswer,
    ExportAnswer,
    HitAnswer,
    LikenessAnswer,
    PlaceAnswer,
    PracticeAnswer,
    SearchAnswerStruct,
    ZoneAnswer,
)
from practices.feasibility.rules import reasons_against
from practices.land.rules import Land
from practices.land.service import LandFinder
from practices.pages.cards import found_by, languages_in_reach, words_in_reach
from practices.pages.land_web import said_near
from practices.records import rules
from practices.records.queries import (
    ListedPractice,
    PublishedPractice,
    practice_by_name,
    practices_by_number,
    published_practices,
)
from practices.search import explain
from practices.search.service import PracticeSearch, RankedHit, SearchRequest
from practices.zones.ipcc import IPCC_ZONES, ipcc_zone
from practices.zones.likeness import likeness, word_for
from practices.zones.why import WHY_TEXTS, why
from practices.zones.zone import Zone, parse_zone, zone_text

VERDICTS = ("fits", "may_not_fit", "cannot_work")
EXPORT_PAGE = 20


@dataclass(frozen=True, slots=True)
class Answers:
    """The parts that answers are made from."""

    database: Database
    search: PracticeSearch
    finder: LandFinder

    def zone_at(self, lat: float, lon: float) -> ZoneAnswer:
        """What the maps say of a point.

        Raises:
            CoordinatesOutOfRange, NoLandNearby: there is no such land.
        """
        found = self.finder.climate.at(lat, lon)
        ipcc = ipcc_zone(found.code)
        near = self.finder.near(lat, lon)
        return ZoneAnswer(
            lat=lat,
            lon=lon,
            climate=found.code,
            climate_name=gettext(found.name),
            climate_plain=labels.label(labels.CLIMATES, found.code),
            climate_later=self.finder.climate_later(lat, lon).code,
            distance_km=round(found.distance_km, 1),
            ipcc_zone=ipcc.code,
            ipcc_zone_name=gettext(IPCC_ZONES[ipcc.code]),
            ipcc_sure=ipcc.sure,
            ipcc_question=ipcc.question_code,
            near=said_near(near) if near else None,
        )

    @staticmethod
    def likeness(first: str, second: str) -> LikenessAnswer:
        """How like two zones are, each written as climate/soil/land-use.

        Raises:
            ZoneNotUnderstood: a part of one of them does not exist.
        """
        one, other = parse_zone(first), parse_zone(second)
        found = likeness(one, other)
        return LikenessAnswer(
            first=zone_text(one),
            second=zone_text(other),
            distance=_rounded(found.distance),
            known_share=round(found.known_share, 4),
            climate=_rounded(found.parts.climate),
            soil=_rounded(found.parts.soil),
            farming=_rounded(found.parts.farming),
            word=found.word,
            word_plain=labels.label(labels.LIKENESS, found.word),
            why=[gettext(WHY_TEXTS[code]) for code in why(one, other)],
        )

    def places(self, name: str, limit: int = 10) -> list[PlaceAnswer]:
        """Places a name may mean, the likeliest first."""
        return [
            PlaceAnswer(
                name=hit.place.name,
                country=hit.place.country,
                country_name=labels.country(hit.place.country),
                admin=hit.place.admin1,
                lat=hit.place.lat,
                lon=hit.place.lon,
                population=hit.place.population,
                match=hit.match,
                near=said_near(hit.beside) if hit.beside else None,
            )
            for hit in self.finder.places(name, limit)
        ]

    def practices(self, request: SearchRequest) -> SearchAnswerStruct:
        """Practices for a request, each with the sentence that explains it."""
        land = self.finder.complete(Land(request.zone))
        wanted = replace(request, zone=land.zone)
        answer = self.search.search(wanted)
        with self.database.reading() as session:
            found = {
                practice.number: practice
                for practice in practices_by_number(
                    session, [hit.number for hit in (*answer.hits, *answer.related)]
                )
            }
        after = request.offset + len(answer.hits)
        return SearchAnswerStruct(
            total=answer.total,
            fitting=answer.fitting,
            language=request.language,
            typed_in=answer.plan.typed_in if answer.plan else request.language,
            zone=zone_text(land.zone),
            hits=[
                _hit(found[hit.number], hit, land.zone)
                for hit in answer.hits
                if hit.number in found
            ],
            related=[
                _hit(found[hit.number], hit, land.zone)
                for hit in answer.related
                if hit.number in found
            ],
            facets={name: dict(counts) for name, counts in answer.facets.items()},
            next=str(after) if after < answer.total else None,
        )

    def practice(self, name: str) -> PracticeAnswer:
        """A whole practice, by id or slug, with its words in the reader's language.

        Raises:
            PracticeNotFound: nothing published has, or had, this name.
        """
        with self.database.reading() as session:
            return _practice(practice_by_name(session, name))

    def export(self, after: str = "", most: int = EXPORT_PAGE) -> ExportAnswer:
        """A page of the records whose licence is open, by id, after the id `after`."""
        with self.database.reading() as session:
            page = published_practices(session, after=after, most=most)
        return ExportAnswer(
            licence_note="Only records whose licence is open; each names its own.",
            practices=[
                _practice(practice)
                for practice in page
                if rules.may_be_exported(practice.facts.licence)
            ],
            next=page[-1].facts.id if len(page) == most else None,
        )

    def exported(self) -> Iterator[PracticeAnswer]:
        """Every record whose licence is open, by id."""
        page = self.export()
        yield from page.practices
        while page.next:
            page = self.export(page.next)
            yield from page.practices


def _hit(practice: ListedPractice, hit: RankedHit, zone: Zone) -> HitAnswer:
    words = practice.in_language(*languages_in_reach())
    against = [explain.reason(one) for one in reasons_against(practice.facts, zone)]
    sentences = [*against, explain.effect(hit.measured, hit.effect)]
    if zone != Zone():
        sentences.append(explain.provenance(hit.provenance))
    return HitAnswer(
        id=practice.facts.id,
        slug=practice.facts.slug,
        title=words.title,
        summary=words.summary,
        language=words.language,
        origin=words.origin,
        text_score=_rounded(hit.text_score),
        likeness=_rounded(hit.provenance.distance),
        likeness_word=word_for(hit.provenance.distance),
        sites_like=hit.provenance.like,
        sites_similar=hit.provenance.similar,
        verdict=VERDICTS[hit.verdict],
        reasons_against=against,
        effect=EffectAnswer(
            percent=round(hit.effect.percent, 1),
            low=round(hit.effect.low, 1),
            high=round(hit.effect.high, 1),
            studies=hit.effect.studies,
        )
        if hit.effect
        else None,
        reason=" ".join(sentences),
        found_by=found_by(hit, words),
    )


def _practice(practice: PublishedPractice) -> PracticeAnswer:
    return PracticeAnswer(
        version=practice.version,
        changed_at=practice.changed_at.isoformat(),
        facts=practice.facts,
        words=words_in_reach(practice),
        languages=sorted(practice.words),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
