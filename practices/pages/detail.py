"""A practice as its own page shows it: plain values, all words in the reader's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.words import N_, gettext
from practices import labels
from practices.effects.rules import Farming
from practices.feasibility.rules import needs, reasons_against, verdict
from practices.land.rules import Land
from practices.land.service import LandFinder
from practices.pages.cards import (
    DIRECTIONS,
    NAMES_OWN,
    benefit,
    drawing_of,
    known,
    soil_core,
    words_in_reach,
)
from practices.pages.results import result, short_citation
from practices.pages.sitemap import site_map
from practices.records import rules
from practices.records.queries import PublishedPractice
from practices.records.structs import Bounds, Days, Facts, Money, Source, Words
from practices.search import explain, ranking
from practices.search.table import PracticeTable
from practices.zones.likeness import word_for
from practices.zones.zone import Zone

FIT_HEADINGS: Mapping[str, str] = {
    "fits": N_("Nothing speaks against it on your land"),
    "may_not_fit": N_("It may not fit your land"),
    "cannot_work": N_("It cannot work on your land"),
}
UNKNOWN_LAND = N_("Does it fit your land?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the strip; an empty value is "not known"."""

    icon: str
    label: str
    value: str


def practice_page(
    practice: PublishedPractice, land: Land, table: PracticeTable, finder: LandFinder
) -> dict[str, Any]:
    """Everything the page of a practice says."""
    facts, words = practice.facts, words_in_reach(practice)
    original = practice.words[facts.original_language]
    sites = [
        (row.site.lat, row.site.lon)
        for row in facts.evidence
        if row.site.lat is not None and row.site.lon is not None
    ]
    return {
        "id": facts.id,
        "slug": facts.slug,
        "words": words,
        "direction": DIRECTIONS.get(words.language, "ltr"),
        "is_machine": words.origin == "machine",
        "origin_text": _origin(words, original),
        "original": _original(original) if words.origin != "original" else None,
        "main_picture": drawing_of(facts, "main"),
        "fit": _fit(practice, land, table),
        "facts": list(strip(facts)),
        "steps": [
            {"title": step.title, "text": step.text, "picture": drawing_of(facts, f"step-{at}")}
            for at, step in enumerate(words.steps, start=1)
        ],
        "lists": list(_lists(words)),
        "costs": list(_costs(facts)),
        "effects": _effects(practice, land, table),
        "evidence": [result(facts, row, words, land.zone) for row in facts.evidence],
        "map": site_map(finder.climate, sites, land.point),
        "local_knowledge": words.local_knowledge,
        "sources": [_source(key, source) for key, source in facts.sources.items()],
        "licence_text": gettext(N_("Licence: {licence}. By: {by}.")).format(
            licence=facts.licence, by=facts.attribution
        ),
        "version_text": gettext(N_("Version {version}; to be looked at again in {year}.")).format(
            version=practice.version, year=facts.review.next_review.year
        ),
        "available": [
            {"code": code, "name": NAMES_OWN.get(code, code)}
            for code in NAMES_OWN
            if code in practice.words
        ],
    }


def _origin(words: Words, original: Words) -> str:
    if words.origin == "original":
        return gettext(N_("Original text. Made by: {by}.")).format(by=words.made_by)
    if rules.is_stale(words, original):
        return gettext(
            N_("This translation follows an older version of the practice. Read the original too.")
        )
    if words.native_review != "none":
        return gettext(N_("Translation checked by {name}.")).format(name=words.native_review.by)
    source = NAMES_OWN.get(original.language, original.language)
    if words.origin == "machine":
        return gettext(
            N_("Translated by machine from {language}. No native speaker has checked it yet.")
        ).format(language=source)
    return gettext(
        N_("Translated by a person from {language}. Not yet checked by a second one.")
    ).format(language=source)


def _original(original: Words) -> dict[str, str]:
    return {
        "language": original.language,
        "language_name": NAMES_OWN.get(original.language, original.language),
        "direction": DIRECTIONS.get(original.language, "ltr"),
        "title": original.title,
        "summary": original.summary,
        "how_it_works": original.how_it_works,
    }


def _fit(practice: PublishedPractice, land: Land, table: PracticeTable) -> dict[str, Any]:
    zone = land.zone
    against = reasons_against(practice.facts, zone)
    seen = table.provenance(zone, practice.number)
    wanted = [labels.label(labels.NEEDS, code) for code in dict.fromkeys(needs(practice.facts))]
    return {
        "heading": gettext(FIT_HEADINGS[verdict(against)] if land.is_known else UNKNOWN_LAND),
        "against": [explain.reason(reason) for reason in against],
        "core": soil_core(word_for(seen.distance) if land.is_known else "unknown"),
        "provenance": explain.provenance(seen)
        if land.is_known
        else gettext(N_("Describe your land, and we say whether it can work there.")),
        "needs": "; ".join(wanted),
    }


def _effects(practice: PublishedPractice, land: Land, table: PracticeTable) -> dict[str, str]:
    farming = Farming(land.zone.crops, land.zone.water)
    main = ranking.measured_by("harvest", Zone(land_use=practice.facts.context.land_uses[0]))
    return {
        "harvest": explain.effect(main, table.effect(main, farming, practice.number)),
        "carbon": explain.effect("carbon", table.effect("carbon", farming, practice.number)),
    }


def strip(facts: Facts) -> Iterator[Fact]:
    """The facts strip: what it is for, what it costs, who does it."""
    context = facts.context
    yield Fact("rain", gettext(N_("Rain a year")), _range(context.rain_mm, "mm"))
    yield Fact("slope", gettext(N_("Slope")), _range(context.slope_percent, "%"))
    yield Fact("cost", gettext(N_("Cost to begin")), known(labels.COSTS, rules.cost_class(facts)))
    yield Fact(
        "work", gettext(N_("Work to begin")), known(labels.LABOUR, rules.labour_class(facts))
    )
    yield Fact("time", gettext(N_("First benefit")), benefit(facts))
    yield Fact(
        "crop",
        gettext(N_("Use of the land")),
        ", ".join(labels.label(labels.LAND_USES, code) for code in context.land_uses[:3]),
    )
    yield Fact(
        "soil",
        gettext(N_("Soil")),
        ", ".join(labels.label(labels.SOILS, code) for code in context.soils[:3]),
    )
    yield Fact(
        "user",
        gettext(N_("Who does the work")),
        ", ".join(labels.label(labels.WHO, code) for code in facts.who),
    )


def _range(bounds: Bounds | None, unit: str) -> str:
    if bounds is None:
        return ""
    if bounds.min is None and bounds.max is not None:
        return gettext(N_("up to {high} {unit}")).format(high=explain.number(bounds.max), unit=unit)
    if bounds.max is None and bounds.min is not None:
        return gettext(N_("from {low} {unit}")).format(low=explain.number(bounds.min), unit=unit)
    assert bounds.min is not None and bounds.max is not None  # noqa: S101 - the loader checked it
    return gettext(N_("{low} to {high} {unit}")).format(
        low=explain.number(bounds.min), high=explain.number(bounds.max), unit=unit
    )


def _lists(words: Words) -> Iterator[dict[str, Any]]:
    for label, lines, icon, bad in (
        (N_("What you need"), words.requirements, "ok", False),
        (N_("What you do every year"), words.maintenance, "ok", False),
        (N_("What is difficult"), words.constraints, "warn", True),
        (N_("Where it does not work"), words.not_where, "no", True),
    ):
        yield {"label": gettext(label), "lines": lines, "icon": icon, "bad": bad}


def _costs(facts: Facts) -> Iterator[dict[str, str]]:
    money: tuple[tuple[str, Money | None], ...] = (
        (N_("Cost to begin"), facts.costs.establishment),
        (N_("Cost each year"), facts.costs.maintenance),
    )
    for label, cost in money:
        if cost:
            value = gettext(N_("{amount} US dollars per hectare, in {year}")).format(
                amount=_amount(cost), year=cost.year
            )
            yield _cost(label, value, facts.sources[cost.source])
    work: tuple[tuple[str, Days | None], ...] = (
        (N_("Work to begin"), facts.labour.establishment),
        (N_("Work each year"), facts.labour.maintenance),
    )
    for label, days in work:
        if days:
            value = gettext(N_("{amount} days of one person per hectare")).format(
                amount=_amount(days)
            )
            yield _cost(label, value, facts.sources[days.source])


def _amount(part: Money | Days) -> str:
    low, high = explain.number(part.low), explain.number(part.high)
    return low if low == high else gettext(N_("{low} to {high}")).format(low=low, high=high)


def _cost(label: str, value: str, source: Source) -> dict[str, str]:
    return {"label": gettext(label), "value": value, "source": short_citation(source)}


def _source(key: str, source: Source) -> dict[str, str]:
    href = f"https://doi.org/{source.doi}" if source.doi else source.url or ""
    return {"key": key, "citation": source.citation, "href": href, "note": source.note or ""}
