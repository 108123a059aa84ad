"""What the list page shows around its cards: facets, interests, chips, page links, help."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote_plus

from babel.lists import format_list

from core.places import regions
from core.words import N_, current_language, gettext, ngettext
from practices import labels
from practices.land.rules import Land
from practices.pages.cards import NAMES_OWN
from practices.pages.choices import isolated, left_out
from practices.search.documents import NARROWING
from practices.search.ranking import INTERESTS, Interest
from practices.search.service import Facets, SearchAnswer

PAGE = 6
MOST_VALUES = 8
INTEREST_ICONS: Mapping[Interest, str] = {
    "harvest": "yield",
    "carbon": "life",
    "water": "drop",
    "work": "work",
    "cost": "cost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose or to take back, and the address that does it."""

    label: str
    href: str
    chosen: bool
    count: int = 0
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values a list can be narrowed down to in one field.

    `more_href` shows the rest of them: sent at once, they would weigh a tenth of a page.
    """

    field: str
    label: str
    choices: Sequence[Choice]
    more_href: str


@dataclass(frozen=True)
class ListState:
    """What the address of a list says: words, chosen facet values, interest, how far.

    unknown: codes that it asked for and that do not exist; no further address repeats them.
    whole: the facet of which all values are shown.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] | None = None
    interest: Interest = "harvest"
    first: int = 0
    unknown: tuple[str, ...] = ()
    whole: str = ""

    @property
    def chosen(self) -> Mapping[str, tuple[str, ...]]:
        """The chosen facet values, by facet."""
        return self.filters or {}

    def address(self, language: str, **changes: Any) -> str:
        """The address of this list with some parts changed."""
        filters = changes.get("filters", self.chosen)
        parts = [f"q={quote_plus(changes['text'])}"] if "text" in changes else [*self._typed]
        parts += _values(filters, NARROWING)
        interest = changes.get("interest", self.interest)
        if interest != "harvest":
            parts.append(f"interest={interest}")
        first = changes.get("first", 0)
        if first:
            parts.append(f"first={first}")
        if "whole" in changes:
            parts.append(f"whole={changes['whole']}")
        return f"/{language}/search" + (f"?{'&'.join(parts)}" if parts else "")

    def adding(self, language: str, field: str) -> tuple[str, str]:
        """The address with one more value of a field: what stands before it, and after it."""
        place = NARROWING.index(field) + 1
        before = [*self._typed, *_values(self.chosen, NARROWING[:place]), f"{field}="]
        after = ["", *_values(self.chosen, NARROWING[place:])]
        if self.interest != "harvest":
            after.append(f"interest={self.interest}")
        return f"/{language}/search?{'&'.join(before)}", "&".join(after)

    @cached_property
    def _typed(self) -> tuple[str, ...]:
        """The words as an address holds them, for the many addresses of one page."""
        return (f"q={quote_plus(self.text)}",) if self.text else ()

    def toggled(self, field: str, value: str) -> dict[str, tuple[str, ...]]:
        """The filters with one value added, or taken away where it was chosen."""
        filters = {name: tuple(values) for name, values in self.chosen.items()}
        had = filters.get(field, ())
        filters[field] = tuple(v for v in had if v != value) if value in had else (*had, value)
        return {name: values for name, values in filters.items() if values}


def _values(filters: Mapping[str, Sequence[str]], fields: Sequence[str]) -> list[str]:
    return [
        f"{field}={quote_plus(value)}"
        for field in fields
        if field in filters
        for value in filters[field]
    ]


def value_label(field: str, value: str) -> str:
    """The word for a facet value in the reader's language."""
    if field == "country":
        return labels.country(value)
    if field == "written_in":
        return NAMES_OWN.get(value, value)
    return labels.label(labels.FACETS[field][1], value)


def list_page(state: ListState, answer: SearchAnswer, land: Land, language: str) -> dict[str, Any]:
    """Everything on the list page besides the cards and the land bar."""
    shown = len(answer.hits)
    fits_until = max(0, min(shown, answer.fitting - state.first))
    return {
        "heading": _heading(state, answer, land),
        "note": _note(answer, language),
        "left_out": left_out(state.unknown),
        "interests": [
            Choice(
                label=labels.label(labels.INTERESTS, interest),
                icon=INTEREST_ICONS[interest],
                href=state.address(language, interest=interest),
                chosen=interest == state.interest,
            )
            for interest in INTERESTS
        ],
        "chosen": [
            Choice(
                label=value_label(field, value),
                href=state.address(language, filters=state.toggled(field, value)),
                chosen=True,
            )
            for field, values in state.chosen.items()
            for value in values
        ],
        "narrowing": bool(state.chosen or state.whole),
        "facets": list(_facets(state, answer.facets, language)),
        "order_note": _order_note(state, land),
        "unfit_from": fits_until if fits_until < shown else -1,
        "more_href": state.address(language, first=state.first + PAGE)
        if state.first + shown < answer.total
        else "",
        "less_href": state.address(language, first=max(0, state.first - PAGE))
        if state.first
        else "",
        "first": state.first + 1,
        "last": state.first + shown,
        "total": answer.total,
        "unfiltered_href": state.address(language, filters={}),
        "typed": state.text,
        "kept": {
            **state.chosen,
            **({"interest": (state.interest,)} if state.interest != "harvest" else {}),
        },
    }


def _heading(state: ListState, answer: SearchAnswer, land: Land) -> str:
    if state.text:
        return ngettext(
            "“{words}”: {count} practice", "“{words}”: {count} practices", answer.total
        ).format(words=isolated([answer.text]), count=answer.total)
    if state.chosen:
        names = [value_label(field, one) for field, many in state.chosen.items() for one in many]
        listed = format_list(names, locale=current_language())
        return ngettext(
            "{words}: {count} practice", "{words}: {count} practices", answer.total
        ).format(words=listed, count=answer.total)
    return gettext(N_("What can work on your land") if land.is_known else N_("All practices"))


def _note(answer: SearchAnswer, language: str) -> str:
    if answer.plan is None or answer.plan.typed_in == language:
        return ""
    return gettext(N_("Your words look like {language}. We searched in that language too.")).format(
        language=NAMES_OWN.get(answer.plan.typed_in, answer.plan.typed_in)
    )


_ORDERS: Mapping[Interest, str] = {
    "harvest": N_("In order of the harvest to expect."),
    "carbon": N_("In order of the soil carbon to expect."),
    "water": N_("In order of the water it keeps."),
    "work": N_("First the least work; of most practices the work is not known."),
    "cost": N_("First the lowest cost to begin; of most practices the cost is not known."),
}


def _order_note(state: ListState, land: Land) -> str:
    if state.text and land.is_known:
        first = N_(
            "What fits your words best comes first. What may not suit your land comes later."
        )
    elif state.text:
        first = N_("What fits your words best comes first.")
    elif land.is_known:
        first = N_("What can work on your land comes first.")
    else:
        return gettext(_ORDERS[state.interest])
    return f"{gettext(first)} {gettext(_ORDERS[state.interest])}"


def _facets(state: ListState, facets: Facets, language: str) -> Iterator[Facet]:
    for field in NARROWING:
        counts = facets.get(field, {})
        chosen = state.chosen.get(field, ())
        values = sorted(
            (value for value in {*counts, *chosen} if counts.get(value) or value in chosen),
            key=lambda value: (value not in chosen, -counts.get(value, 0), value),
        )
        if len(values) < 2 and not chosen:
            continue
        before, after = state.adding(language, field)
        choices = [
            Choice(
                label=value_label(field, value),
                count=counts.get(value, 0),
                chosen=value in chosen,
                href=state.address(language, filters=state.toggled(field, value))
                if value in chosen
                else f"{before}{quote_plus(value)}{after}",
            )
            for value in values[: None if state.whole == field else max(MOST_VALUES, len(chosen))]
        ]
        yield Facet(
            field,
            gettext(labels.FACETS[field][0]),
            choices,
            f"{state.address(language, whole=field)}#{field}" if len(choices) < len(values) else "",
        )


def regions_of(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """UN M49 sub-regions with documented practices: their name and the countries' codes."""
    by_region: dict[str, list[str]] = {}
    for country, count in counts.items():
        if count and regions.known(country):
            by_region.setdefault(regions.ancestors(country)[0], []).append(country)
    named = [
        {"label": regions.name(region, current_language()), "countries": sorted(countries)}
        for region, countries in by_region.items()
    ]
    return sorted(named, key=lambda one: str(one["label"]).casefold())


def land_bar(land: Land, fields: Mapping[str, str]) -> dict[str, Any]:
    """The land as the bar above a list shows it."""
    return {
        "known": land.is_known,
        "summary": ", ".join(land_words(land)),
        "place": land.place,
        "fields": dict(fields),
        "point": land.point,
    }


def land_words(land: Land) -> Sequence[str]:
    """What is known of the land, in a few words each."""
    zone = land.zone
    words = []
    if zone.climate:
        words.append(labels.label(labels.CLIMATES, zone.climate))
    if zone.soil:
        words.append(labels.label(labels.SOILS, zone.soil))
    if zone.land_use:
        words.append(labels.label(labels.LAND_USES, zone.land_use))
    return words or ([land.place] if land.place else [])
