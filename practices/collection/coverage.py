"""What the collection covers: how many practices for each code, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from practices.collection.loader import CollectedPractice
from practices.records import rules
from practices.records.codes import Climate, LandUse, Problem, SlmGroup, Soil


def coverage(practices: Sequence[CollectedPractice]) -> dict[str, Any]:
    """Counts by climate, soil, land use, group, problem and country; evidence and drawings."""
    facts = [practice.facts for practice in practices]
    counted: dict[str, Any] = {
        "practices": len(facts),
        "climate": _count(get_args(Climate), (one.context.climates for one in facts)),
        "soil": _count(get_args(Soil), (one.context.soils for one in facts)),
        "land_use": _count(get_args(LandUse), (one.context.land_uses for one in facts)),
        "slm_group": _count(get_args(SlmGroup), (one.slm_groups for one in facts)),
        "problem": _count(get_args(Problem), (one.problems for one in facts)),
        "country": dict(Counter(code for one in facts for code in rules.countries(one))),
        "kind": dict(Counter(one.kind for one in facts)),
        "evidence": dict(Counter(row.succeeded for one in facts for row in one.evidence)),
        "outcome": dict(Counter(row.outcome for one in facts for row in one.evidence)),
        "with_harvest_effect": sum(_has(one, ("yield", "fodder")) for one in facts),
        "with_carbon_effect": sum(_has(one, ("soc_stock", "soc_content")) for one in facts),
        "sources": len(
            {source.doi or source.url for one in facts for source in one.sources.values()}
        ),
        "soil_by_climate_group": _matrix(facts),
    }
    return counted


def coverage_lines(covered: dict[str, Any]) -> Iterator[str]:
    """The coverage as a text table."""
    for name, value in covered.items():
        if name == "soil_by_climate_group":
            continue
        if isinstance(value, dict):
            missing = [code for code, count in value.items() if not count]
            listed = "  ".join(f"{code} {count}" for code, count in value.items() if count)
            yield f"{name}: {listed}" + (f"   missing: {' '.join(missing)}" if missing else "")
        else:
            yield f"{name}: {value}"
    matrix: dict[str, dict[str, int]] = covered["soil_by_climate_group"]
    soils = get_args(Soil)
    yield "practices by climate group (down) and soil (across):"
    yield "     " + "".join(f"{soil:>5}" for soil in soils)
    for group, row in matrix.items():
        yield f"{group:>5}" + "".join(f"{row[soil] or '.':>5}" for soil in soils)


def _count(codes: Sequence[str], lists: Any) -> dict[str, int]:
    found = Counter(code for codes_of_one in lists for code in codes_of_one)
    return {code: found[code] for code in codes}


def _has(facts: Any, outcomes: tuple[str, ...]) -> bool:
    return any(
        row.outcome in outcomes and rules.log_ratio(row) is not None for row in facts.evidence
    )


def _matrix(facts: Sequence[Any]) -> dict[str, dict[str, int]]:
    matrix = {group: dict.fromkeys(get_args(Soil), 0) for group in "ABCDE"}
    for one in facts:
        for group in {climate[0] for climate in one.context.climates}:
            for soil in one.context.soils:
                matrix[group][soil] += 1
    return matrix
