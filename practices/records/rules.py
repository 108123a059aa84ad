"""Small truths about a practice record."""

import math
from typing import Literal

from practices.records.structs import Evidence, Facts, Words

CostClass = Literal["low", "medium", "high", "unknown"]
LabourClass = Literal["little", "some", "much", "unknown"]
COST_BOUNDS_USD = (100.0, 500.0)
"""Editors' bounds of low, medium and high cost to begin, USD per hectare."""
LABOUR_BOUNDS_DAYS = (15.0, 60.0)
"""Editors' bounds of little, some and much work to begin, person-days per hectare."""

OPEN_LICENCES = frozenset({"CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"})


def log_ratio(row: Evidence) -> float | None:
    """ln(treatment / control) of an evidence row, or None where the source gives no ratio.

    The effect size of meta-analyses of yield and soil carbon: Hedges, Gurevitch and Curtis (1999),
    Ecology 80:1150-1156, doi 10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2.
    """
    if row.control is not None and row.treatment is not None:
        if row.control <= 0 or row.treatment <= 0:
            return None
        return math.log(row.treatment / row.control)
    if row.change_percent is not None:
        return math.log1p(row.change_percent / 100)
    return None


def change_percent(row: Evidence) -> float | None:
    """The change in percent that a row reports, given or computed."""
    if row.change_percent is not None:
        return row.change_percent
    if row.control and row.treatment is not None:
        return (row.treatment / row.control - 1) * 100
    return None


def observations(row: Evidence) -> int:
    """How many comparisons stand behind a row; 1 where the source does not say.

    Farms, plots, pairs, fields, sites and observations are comparisons. A number of studies or of
    seasons is at least that many.
    """
    return row.n.count if row.n else 1


def study_of(facts: Facts, row: Evidence) -> str:
    """What makes two rows the same study: the source's DOI or address."""
    source = facts.sources[row.source]
    return (source.doi or source.url or row.source).lower()


def words_for(available: dict[str, Words], wanted: tuple[str, ...], original: str) -> Words:
    """The words in the first of the `wanted` languages that exist, else in the original one."""
    for language in wanted:
        if language in available:
            return available[language]
    return available[original]


def is_stale(words: Words, original: Words) -> bool:
    """Whether the original words have changed since this translation was made."""
    return words.follows_version < original.follows_version


def may_be_exported(licence: str) -> bool:
    """Whether the licence allows a record into the open exports."""
    return licence in OPEN_LICENCES


def usd_per_ha(facts: Facts) -> float | None:
    """Middle of the cost to begin, else of a year's cost; None where neither was looked up."""
    money = facts.costs.establishment or facts.costs.maintenance
    return (money.low + money.high) / 2 if money else None


def days_per_ha(facts: Facts) -> float | None:
    """Middle of the work to begin, else of a year's work; None where neither was looked up."""
    days = facts.labour.establishment or facts.labour.maintenance
    return (days.low + days.high) / 2 if days else None


def cost_class(facts: Facts) -> CostClass:
    """Low, medium or high cost to begin."""
    cost = usd_per_ha(facts)
    if cost is None:
        return "unknown"
    low, high = COST_BOUNDS_USD
    return "low" if cost < low else "medium" if cost < high else "high"


def labour_class(facts: Facts) -> LabourClass:
    """Little, some or much work to begin."""
    days = days_per_ha(facts)
    if days is None:
        return "unknown"
    low, high = LABOUR_BOUNDS_DAYS
    return "little" if days < low else "some" if days < high else "much"


WATER_IMPACTS = frozenset(
    {"water_harvesting", "soil_moisture", "surface_runoff", "water_quantity", "evaporation"}
)


def water_value(facts: Facts) -> float | None:
    """How much water a practice saves or holds: mean of its water impacts, -3 to +3."""
    values = [impact.value for impact in facts.impacts if impact.on in WATER_IMPACTS]
    return sum(values) / len(values) if values else None


def documented_climates(facts: Facts) -> tuple[str, ...]:
    """Köppen classes a practice is known from: its context, and sites where it did not fail."""
    tried = (row.zone.climate for row in facts.evidence if row.succeeded != "no")
    found = [*facts.context.climates, *(climate for climate in tried if climate)]
    return tuple(dict.fromkeys(found))


def countries(facts: Facts) -> tuple[str, ...]:
    """ISO codes of the countries a practice is documented in, sorted."""
    found = {row.site.country for row in facts.evidence if row.site.country}
    if facts.local_knowledge:
        found.add(facts.local_knowledge.country)
    return tuple(sorted(found))


def has_carbon_evidence(facts: Facts) -> bool:
    """Whether soil carbon was measured, for better or worse."""
    return any(row.outcome in ("soc_stock", "soc_content") for row in facts.evidence)
