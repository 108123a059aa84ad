"""Open records as tables: one line a result, or one line a practice."""

import csv
import io
from collections.abc import Iterable

from practices.api.structs import PracticeAnswer
from practices.records.rules import change_percent

COLUMNS = (
    "practice_id", "slug", "title", "licence", "evidence_id", "outcome", "design", "site",
    "country", "lat", "lon", "climate", "soil", "land_use", "from_year", "to_year", "n", "n_of",
    "control", "treatment", "unit", "change_percent", "crop", "crop_group", "water", "succeeded",
    "doi", "url",
)  # fmt: skip
PRACTICE_COLUMNS = (
    "id", "slug", "title", "language", "kind", "slm_groups", "land_uses", "climates", "soils",
    "licence", "attribution", "url",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def evidence_csv(practices: Iterable[PracticeAnswer]) -> str:
    """CSV (RFC 4180) of every evidence row.

    Text that a spreadsheet would take for a formula gets an apostrophe before it
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for practice in practices:
        facts = practice.facts
        for row in facts.evidence:
            source = facts.sources[row.source]
            change = change_percent(row)
            writer.writerow(
                safe_cell(value)
                for value in (
                    facts.id,
                    facts.slug,
                    practice.words.title,
                    facts.licence,
                    row.id,
                    row.outcome,
                    row.design,
                    row.site.name,
                    row.site.country,
                    row.site.lat,
                    row.site.lon,
                    row.zone.climate,
                    row.zone.soil,
                    row.zone.land_use,
                    row.years.start if row.years else None,
                    row.years.end if row.years else None,
                    row.n.count if row.n else None,
                    row.n.of if row.n else None,
                    row.control,
                    row.treatment,
                    row.unit,
                    None if change is None else round(change, 1),
                    row.crop,
                    row.crop_group,
                    row.water,
                    row.succeeded,
                    source.doi,
                    source.url,
                )
            )
    return out.getvalue()


def practices_csv(practices: Iterable[PracticeAnswer], pages: str) -> str:
    """CSV (RFC 4180) of every practice; several codes of one field stand with ";" between them.

    pages: the address below which each practice has its page. `language` is the title's.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(PRACTICE_COLUMNS)
    for practice in practices:
        facts = practice.facts
        writer.writerow(
            safe_cell(value)
            for value in (
                facts.id,
                facts.slug,
                practice.words.title,
                practice.words.language,
                facts.kind,
                ";".join(facts.slm_groups),
                ";".join(facts.context.land_uses),
                ";".join(facts.context.climates),
                ";".join(facts.context.soils),
                facts.licence,
                facts.attribution,
                f"{pages}/{facts.slug}",
            )
        )
    return out.getvalue()


def safe_cell(value: object) -> object:
    """A value as it may stand in a table: no text begins like a formula, nothing is None."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
