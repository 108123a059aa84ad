"""A practice as it stands in a list: plain values, all words already in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from core.words import N_, current_language, gettext
from i18n.languages import SERVED
from i18n.languages import language as served_language
from practices import labels
from practices.collection.drawings import drawing, drawing_names
from practices.feasibility.rules import reasons_against
from practices.records import rules
from practices.records.queries import PublishedPractice
from practices.records.structs import Facts, Words
from practices.search import explain
from practices.search.index.highlight import Highlighter
from practices.search.index.protocol import Document, Fragment, Query
from practices.search.service import RankedHit, SearchAnswer
from practices.zones.likeness import word_for
from practices.zones.zone import Zone

NAMES_OWN = {language.code: language.name_own for language in SERVED}
DIRECTIONS = {language.code: language.direction for language in SERVED}


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
    likeness: str
    found_by: str
    is_related: bool
    first_benefit: str
    labour: str
    cost: str


def card(practice: PublishedPractice, hit: RankedHit, zone: Zone, text: str) -> Card:
    """The card of a hit; `text` is what was typed and is marked in title and summary."""
    facts = practice.facts
    words = words_in_reach(practice)
    title, summary = _marked(words, text)
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
        effect=explain.harvest(hit.effect),
        provenance=explain.provenance(hit.provenance) if zone != Zone() else "",
        likeness=word_for(hit.provenance.distance),
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
    if part not in drawing_names(facts.slug):
        return Markup()
    inner = drawing(facts.slug, part)
    return Markup('<svg class="pic" viewBox="0 0 160 120" aria-hidden="true">{}</svg>').format(
        Markup(inner)  # noqa: S704 - a file of the collection, checked by its loader
    )


def cards(practices: Sequence[PublishedPractice], answer: SearchAnswer, zone: Zone) -> list[Card]:
    """The cards of an answer's hits, then of what is related to them, in their order."""
    by_number = {practice.number: practice for practice in practices}
    return [
        card(by_number[hit.number], hit, zone, answer.text)
        for hit in (*answer.hits, *answer.related)
        if hit.number in by_number
    ]


def found_by(hit: RankedHit, words: Words) -> str:
    """How a hit was found, where it was not by its own words in the language shown."""
    if hit.via == "typed" and hit.via_language != words.language:
        text = gettext(N_("Found by its text in {language}."))
    elif hit.via == "terms":
        text = gettext(N_("Found by the same terms in {language}."))
    else:
        return ""
    return text.format(language=NAMES_OWN.get(hit.via_language, hit.via_language))


def _marked(words: Words, text: str) -> tuple[Markup, Markup]:
    plain = Markup.escape(words.title), Markup.escape(words.summary)
    if not text or words.language not in NAMES_OWN:
        return plain
    highlighter = Highlighter.of(Query(text=text, highlight=("title", "summary")), words.language)
    document = Document(
        id="x", key=0, language=words.language, title=words.title, summary=words.summary
    )
    fragments = highlighter.mark(document)
    return (
        _with_marks(fragments.get("title"), words.title),
        _with_marks(fragments.get("summary"), words.summary),
    )


def _with_marks(fragment: Fragment | None, whole: str) -> Markup:
    """The whole text, with the marks of its fragment where the fragment is the whole text."""
    if fragment is None or not (fragment.starts_text and fragment.ends_text):
        return Markup.escape(whole)
    parts, at = [], 0
    for start, end in fragment.marks:
        parts.append(Markup.escape(fragment.text[at:start]))
        parts.append(Markup("<mark>{}</mark>").format(fragment.text[start:end]))
        at = end
    parts.append(Markup.escape(fragment.text[at:]))
    return Markup().join(parts)
