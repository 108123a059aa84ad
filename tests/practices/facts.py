"""Small records for tests, whole enough to be real."""

from datetime import date
from typing import Any

from practices.records.structs import (
    Context,
    Evidence,
    Facts,
    ReviewDates,
    Site,
    Source,
    Step,
    Words,
)

SOURCE = Source(
    citation="Somebody (2020). A trial of stones. Journal of Soils",
    year=2020,
    doi="10.1000/stones",
    seen_at="https://example.org/stones",
    seen_on=date(2026, 11, 21),
)


def facts(number: int = 1, **changes: Any) -> Facts:
    """Facts of a small practice; `changes` replace fields."""
    values: dict[str, Any] = {
        "id": f"gp-{number:03}",
        "slug": f"practice-{number}",
        "kind": "technology",
        "original_language": "en",
        "licence": "CC-BY-4.0",
        "attribution": "GAFOLUP collection",
        "slm_groups": ["crossslope"],
        "measures": ["S2"],
        "context": Context(climates=["BSh"], soils=["SAN"], land_uses=["Ca"]),
        "review": ReviewDates(published=date(2026, 11, 21), next_review=date(2027, 11, 21)),
        "evidence": [
            Evidence(
                id="e1",
                source="stones",
                design="field_trial",
                outcome="yield",
                site=Site(name="Ouahigouya", country="BF", lat=13.58, lon=-2.42),
                control=500.0,
                treatment=750.0,
                unit="kg/ha",
                crop_group=1,
                succeeded="yes",
            )
        ],
        "sources": {"stones": SOURCE},
    }
    return Facts(**{**values, **changes})


def words(language: str = "en", **changes: Any) -> Words:
    """Words of a small practice in one language."""
    values: dict[str, Any] = {
        "language": language,
        "origin": "original" if language == "en" else "machine",
        "made_by": "a test",
        "follows_version": 1,
        "title": "Stone lines",
        "summary": "Lines of stones that hold the rain.",
        "how_it_works": "Water slows down. It sinks in.",
        "steps": [
            Step(title="Look", text="Find the contour."),
            Step(title="Carry", text="Bring 30 stones."),
            Step(title="Lay", text="Lay them in a line."),
        ],
        "requirements": ["Stones"],
        "maintenance": ["Put fallen stones back"],
        "constraints": ["Hard work"],
        "not_where": ["Wet land"],
        "who_does_it": "Women and men.",
        "picture": "A woman lays stones.",
        "evidence": {"e1": "Harvests grew by half."},
    }
    return Words(**{**values, **changes})
