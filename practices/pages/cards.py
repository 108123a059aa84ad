"""A practice as it stands in a list: plain values, all words already in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markupsafe import Markup, escape

from core.words import N_, current_language, gettext
from i18n.languages import SERVED
from i18n.languages import language as served_language
from practices import labels
from practices.collection.drawings import drawing, drawing_names
from practices.feasibility.rules import reasons_against
from practices.records import rules
from practices.records.queries import ListedPractice, PublishedPractice
from practices.records.structs import Facts, Headline, Words
from practices.search import explain
from practices.search.index.highlight import Highlighter
from practices.search.index.protocol import Document, Fragment, Query
from practices.search.service import RankedHit, SearchAnswer
from practices.zones.likeness import Word, word_for
from practices.zones.zone import Zone

NAMES_OWN = {language.code: language.name_own for language in SERVED}
DIRECTIONS = {language.code: language.direction for language in SERVED}
CORE_FILLS: Mapping[Word, tuple[str, str, str]] = {
    "like_yours": ("a", "a", "a"),
    "similar": ("b", "a", "a"),
    "partly_similar": ("b", "b", ""),
}
"""Colours of the three layers of a core; an empty layer is dashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One practice of a list."""

    slug: str
    title: Markup
    summary: Markup
    language: str
    direction: str
    is_machine: bool
    picture: Markup
    verdict: int
    against: Sequence[str]
    effect: str
    provenance: str
    core: Markup
    found_by: str
    is_related: bool
    first_benefit: str
    labour: str
    cost: str


def card(practice: ListedPractice, hit: RankedHit, zone: Zone, marks: "Marks") -> Card:
    """The card of a hit, with what was typed marked in title and summary."""
    facts = practice.facts
    words = practice.in_language(*languages_in_reach())
    title, summary = marks.set_in(words)
    return Card(
        slug=facts.slug,
        title=title,
        summary=summary,
        language=words.language,
        direction=DIRECTIONS.get(words.language, "ltr"),
        is_machine=words.origin == "machine",
        picture=drawing_of(facts, "main"),
        verdict=hit.verdict,
        against=[explain.reason(one) for one in reasons_against(facts, zone)],
        effect=explain.effect(hit.measured, hit.effect),
        provenance=explain.provenance(hit.provenance) if zone != Zone() else "",
        core=soil_core(word_for(hit.provenance.distance)),
        found_by=found_by(hit, words),
        is_related=hit.via == "related",
        first_benefit=benefit(facts),
        labour=known(labels.LABOUR, rules.labour_class(facts)),
        cost=known(labels.COSTS, rules.cost_class(facts)),
    )


def languages_in_reach() -> tuple[str, ...]:
    """The reader's language, then those she most likely reads."""
    reader = served_language(current_language())
    return (reader.code, *reader.fallback)


def words_in_reach(practice: PublishedPractice) -> Words:
    """The words in the reader's language, or in one she most likely reads, or the original."""
    return practice.in_language(*languages_in_reach())


def known(names: Mapping[str, str], code: str) -> str:
    """The word for a code; empty where it is "unknown"."""
    return "" if code == "unknown" else labels.label(names, code)


def benefit(facts: Facts) -> str:
    """When it first pays, in words; empty where not known."""
    if facts.first_benefit is None:
        return ""
    return labels.label(labels.FIRST_BENEFIT, facts.first_benefit.when)


def drawing_of(facts: Facts, part: str) -> Markup:
    """A drawing of the practice to stand in a page; empty where there is none."""
    return _drawing(facts.slug, part)


@lru_cache(maxsize=1024)
def _drawing(slug: str, part: str) -> Markup:
    if part not in drawing_names(slug):
        return Markup()
    inner = drawing(slug, part)
    return Markup('<svg class="pic" viewBox="0 0 160 120" aria-hidden="true">{}</svg>').format(
        Markup(inner)  # noqa: S704 - a file of the collection, checked by its loader
    )


@cache
def soil_core(word: Word) -> Markup:
    """A sign for how like the reader's land a site is: a core of soil, filled layer by layer."""
    dashes = (Markup(), Markup(' stroke-dasharray="3 3"'))
    layers = Markup().join(
        Markup(
            '<rect x="1.5" y="{y}" width="29" height="8" rx="2" class="{fill}"/>'
            '<rect x="1.5" y="{y}" width="29" height="8" rx="2"{dashes}/>'
        ).format(y=1.5 + 9.5 * at, fill=fill, dashes=dashes[not fill])
        for at, fill in enumerate(CORE_FILLS.get(word, ("", "", "")))
    )
    return Markup('<svg class="core" viewBox="0 0 32 30" aria-hidden="true">{}</svg>\n').format(
        layers
    )


def cards(practices: Sequence[ListedPractice], answer: SearchAnswer, zone: Zone) -> list[Card]:
    """The cards of an answer's hits, then of what is related to them, in their order."""
    by_number = {practice.number: practice for practice in practices}
    marks = Marks(answer.text)
    return [
        card(by_number[hit.number], hit, zone, marks)
        for hit in (*answer.hits, *answer.related)
        if hit.number in by_number
    ]


def found_by(hit: RankedHit, words: Headline) -> str:
    """How a hit was found, where it was not by its own words in the language shown."""
    if hit.via == "typed" and hit.via_language != words.language:
        text, language = gettext(N_("Found by its text in {language}.")), hit.via_language
    elif hit.via == "terms" and words.language != current_language():
        text, language = gettext(N_("Found by the same terms in {language}.")), words.language
    else:
        return ""
    return text.format(language=NAMES_OWN.get(language, language))


class Marks:
    """Sets marks where the typed words stand in texts; of use for one page."""

    def __init__(self, text: str) -> None:
        self._query = Query(text=text, highlight=("title", "summary"))
        self._highlighters: dict[str, Highlighter] = {}

    def set_in(self, words: Headline) -> tuple[Markup, Markup]:
        """Title and summary with their marks."""
        if not self._query.text or words.language not in NAMES_OWN:
            return escape(words.title), escape(words.summary)
        found = self._highlighter(words.language).mark(
            Document(
                id="x", key=0, language=words.language, title=words.title, summary=words.summary
            )
        )
        return (
            _with_marks(found.get("title"), words.title),
            _with_marks(found.get("summary"), words.summary),
        )

    def _highlighter(self, language: str) -> Highlighter:
        if language not in self._highlighters:
            self._highlighters[language] = Highlighter.of(self._query, language)
        return self._highlighters[language]


def _with_marks(fragment: Fragment | None, whole: str) -> Markup:
    """The whole text, with the marks of its fragment where the fragment is the whole text."""
    if fragment is None or not (fragment.starts_text and fragment.ends_text):
        return escape(whole)
    text, parts, at = fragment.text, [], 0
    for start, end in fragment.marks:
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    return Markup("".join(parts))  # noqa: S704 - every piece of the text is escaped above
