"""Two or three practices side by side: plain values, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.database import ReadSession
from core.words import N_, gettext
from practices import labels
from practices.effects.rules import Farming
from practices.feasibility.rules import reasons_against, verdict
from practices.land.rules import Land
from practices.pages.cards import DIRECTIONS, drawing_of, words_in_reach
from practices.pages.choices import isolated
from practices.pages.detail import FIT_HEADINGS, strip
from practices.records.errors import PracticeNotFound
from practices.records.queries import PublishedPractice, practice_by_name
from practices.search import explain
from practices.search.table import PracticeTable

MOST = 3
MOST_ASKED = 12
"""Names that are looked up; a longer address comes from no page of ours."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The practices that stand side by side, those there is no room for, names of none."""

    practices: Sequence[PublishedPractice]
    too_many: Sequence[PublishedPractice]
    unknown: Sequence[str]


def choose(session: ReadSession, names: Iterable[str]) -> Chosen:
    """The practices with these names, each once."""
    found: dict[int, PublishedPractice] = {}
    unknown: list[str] = []
    for name in list(dict.fromkeys(name for name in names if name))[:MOST_ASKED]:
        try:
            practice = practice_by_name(session, name)
        except PracticeNotFound:
            unknown.append(name)
        else:
            found[practice.number] = practice
    every = list(found.values())
    return Chosen(every[:MOST], every[MOST:], unknown)


def notices(chosen: Chosen) -> list[str]:
    """What was left out of a comparison and why, a sentence each."""
    told = []
    if chosen.too_many:
        left_out = [words_in_reach(practice).title for practice in chosen.too_many]
        told.append(
            gettext(
                N_("Three practices fit side by side. Left out: {words}. Take one away first.")
            ).format(words=isolated(left_out))
        )
    if chosen.unknown:
        told.append(
            gettext(N_("We have no practice of this name and left it out: {words}.")).format(
                words=isolated(name[:40] for name in chosen.unknown[:3])
            )
        )
    return told


def comparison(
    asked: Chosen,
    everything: Sequence[tuple[str, str]],
    land: Land,
    table: PracticeTable,
) -> dict[str, Any]:
    """The columns and rows of the comparison, and the practices that can still be added."""
    chosen = asked.practices
    taken = {practice.facts.slug for practice in chosen}
    return {
        "notices": notices(asked),
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
