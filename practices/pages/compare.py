"""Two or three practices side by side: plain values, row by row."""

from collections.abc import Sequence
from typing import Any

from core.words import N_, gettext
from practices import labels
from practices.effects.rules import Farming
from practices.feasibility.rules import reasons_against, verdict
from practices.land.rules import Land
from practices.pages.cards import DIRECTIONS, drawing_of, words_in_reach
from practices.pages.detail import FIT_HEADINGS, strip
from practices.records.queries import PublishedPractice
from practices.search import explain
from practices.search.table import PracticeTable

MOST = 3


def comparison(
    chosen: Sequence[PublishedPractice],
    everything: Sequence[tuple[str, str]],
    land: Land,
    table: PracticeTable,
) -> dict[str, Any]:
    """The columns and rows of the comparison, and the practices that can still be added."""
    taken = {practice.facts.slug for practice in chosen}
    return {
        "columns": [_column(practice, chosen) for practice in chosen],
        "rows": _rows(chosen, land, table) if chosen else [],
        "can_add": len(chosen) < MOST,
        "slugs": [practice.facts.slug for practice in chosen],
        "others": sorted(
            ({"slug": slug, "title": title} for slug, title in everything if slug not in taken),
            key=lambda one: one["title"].casefold(),
        ),
    }


def _column(practice: PublishedPractice, chosen: Sequence[PublishedPractice]) -> dict[str, Any]:
    words = words_in_reach(practice)
    return {
        "slug": practice.facts.slug,
        "title": words.title,
        "summary": words.summary,
        "language": words.language,
        "is_machine": words.origin == "machine",
        "direction": DIRECTIONS.get(words.language, "ltr"),
        "picture": drawing_of(practice.facts, "main"),
        "without": [one.facts.slug for one in chosen if one is not practice],
    }


def _rows(
    chosen: Sequence[PublishedPractice], land: Land, table: PracticeTable
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    if land.is_known:
        rows.append(
            {
                "label": gettext(N_("On your land")),
                "cells": [_fit(practice, land) for practice in chosen],
            }
        )
    farming = Farming(land.zone.crops, land.zone.water)
    numbers = [practice.number for practice in chosen]
    harvests = [
        explain.effect("harvest", table.effect("harvest", farming, number)) for number in numbers
    ]
    carbons = [
        explain.effect("carbon", table.effect("carbon", farming, number)) for number in numbers
    ]
    rows.append({"label": gettext(N_("Harvest")), "cells": harvests})
    rows.append({"label": gettext(N_("Soil carbon")), "cells": carbons})
    strips = [list(strip(practice.facts)) for practice in chosen]
    rows.extend(
        {"label": facts[0].label, "cells": [fact.value for fact in facts]}
        for facts in zip(*strips, strict=True)
    )
    rows.append(
        {
            "label": gettext(N_("Kind of knowledge")),
            "cells": [labels.label(labels.KINDS, practice.facts.kind) for practice in chosen],
        }
    )
    return rows


def _fit(practice: PublishedPractice, land: Land) -> str:
    against = reasons_against(practice.facts, land.zone)
    heading = gettext(FIT_HEADINGS[verdict(against)])
    return ". ".join([heading, *(explain.reason(one) for one in against)])
