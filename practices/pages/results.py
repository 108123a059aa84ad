"""What was measured of a practice, result by result, as its page tells it."""

from dataclasses import dataclass

from core.words import N_, gettext
from practices import labels
from practices.records import rules
from practices.records.structs import Evidence, Facts, Source, Words
from practices.search import explain
from practices.search.sites import LEAST_KNOWN
from practices.zones.likeness import likeness
from practices.zones.zone import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One documented result as a row of the table; an empty text is "not known"."""

    outcome: str
    verdict: str
    change: str
    figures: str
    detail: str
    where: str
    when: str
    likeness: str
    sentence: str
    design: str
    source: str
    source_name: str


def result(facts: Facts, row: Evidence, words: Words, zone: Zone) -> Result:
    """One result, seen from the reader's land."""
    change = rules.change_percent(row)
    source = facts.sources[row.source]
    here = Zone(climate=row.zone.climate, soil=row.zone.soil, land_use=row.zone.land_use)
    alike = likeness(zone, here)
    word = alike.word if alike.known_share >= LEAST_KNOWN else "unknown"
    where = row.site.name
    if row.site.country and row.site.country not in where:
        where = f"{where}, {labels.country(row.site.country)}"
    return Result(
        outcome=labels.label(labels.OUTCOMES, row.outcome),
        verdict=labels.label(labels.SUCCEEDED, row.succeeded),
        change=explain.percent(change) if change is not None else "",
        figures=_figures(row),
        detail=_measured(row),
        where=where,
        when=_when(row),
        likeness="" if word == "unknown" else labels.label(labels.LIKENESS, word),
        sentence=words.evidence.get(row.id, ""),
        design=labels.label(labels.DESIGNS, row.design),
        source=row.source,
        source_name=short_citation(source),
    )


def short_citation(source: Source) -> str:
    """First author and year, as a reader points at a source."""
    author = source.citation.split(",")[0].split("(")[0].strip()
    return f"{author[:40]} {source.year}" if source.year else author[:60]


def _figures(row: Evidence) -> str:
    """Without and with the practice: always read from left to right."""
    if row.control is None or row.treatment is None:
        return ""
    return f"{explain.number(row.control)} → {explain.number(row.treatment)} {row.unit}"


def _measured(row: Evidence) -> str:
    parts = []
    if row.interval_percent:
        parts.append(
            gettext(N_("{low} to {high}")).format(
                low=explain.percent(row.interval_percent.low),
                high=explain.percent(row.interval_percent.high),
            )
        )
    if row.depth_cm:
        parts.append(
            gettext(N_("soil {top} to {bottom} cm deep")).format(
                top=explain.number(row.depth_cm.top), bottom=explain.number(row.depth_cm.bottom)
            )
        )
    if row.n:
        parts.append(gettext(labels.COUNTED[row.n.of]).format(count=row.n.count))
    return "; ".join(parts)


def _when(row: Evidence) -> str:
    if row.years is None:
        return ""
    if row.years.start == row.years.end:
        return str(row.years.start)
    return f"{row.years.start}–{row.years.end}"
