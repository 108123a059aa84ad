"""What the indexes hold of a practice: one document in each served language."""

from collections.abc import Iterable, Iterator

from core.words import speaking
from i18n.termbase import shipped_termbase
from i18n.termbase.rules import Concept
from practices import labels
from practices.records import rules
from practices.records.queries import PublishedPractice
from practices.records.structs import Facts, Words
from practices.search.concepts import concepts_of
from practices.search.index.protocol import Document, IndexSettings, Point

MOST_LABELS = 6
"""Labels of a concept that a practice is indexed under: the preferred ones."""
FACETS = (
    "climate",
    "soil",
    "land_use",
    "slm_group",
    "problem",
    "cost",
    "labour",
    "country",
    "written_in",
    "kind",
    "carbon",
)
"""Fields a reader may narrow by, in the order of the page."""


TRIED = "tried"
"""Another filter, which depends on the asker: practices tried on land like hers."""
NARROWING = (TRIED, *FACETS)


def index_name(language: str) -> str:
    """Name of the index that holds the practices written in `language`."""
    return f"practices-{language}"


def settings_for(language: str) -> IndexSettings:
    """How the index of one language is set up."""
    return IndexSettings(
        language=language,
        keyword_fields=FACETS,
        number_fields=(),
        has_points=True,
        weights={"title": 2.0, "summary": 1.5, "body": 0.7, "terms": 1.5},
    )


def facet_values(facts: Facts, languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The codes a practice is found under, by facet."""
    context = facts.context
    return {
        "climate": tuple(context.climates),
        "soil": tuple(context.soils),
        "land_use": tuple(context.land_uses),
        "slm_group": tuple(facts.slm_groups),
        "problem": tuple(facts.problems),
        "cost": (rules.cost_class(facts),),
        "labour": (rules.labour_class(facts),),
        "country": rules.countries(facts),
        "written_in": languages,
        "kind": (facts.kind,),
        "carbon": ("yes" if rules.has_carbon_evidence(facts) else "no",),
    }


def documents(practice: PublishedPractice, served: tuple[str, ...]) -> Iterator[Document]:
    """One document for each served language.

    In a language the practice is not written in it has no text, only what its concepts are called
    there: so a word finds it, and no other language's index need be asked.
    """
    keywords = facet_values(practice.facts, tuple(sorted(practice.words)))
    tagged = [shipped_termbase().concept(concept) for concept in concepts_of(practice.facts)]
    named = [*tagged, *_concepts_named(practice)]
    point = _first_point(practice.facts)
    for language in served:
        words = practice.words.get(language)
        yield Document(
            id=practice.facts.id,
            key=practice.number,
            language=language,
            title=words.title if words else "",
            summary=words.summary if words else "",
            body=_body(words) if words else "",
            terms=_terms(practice, language, tagged if words else named),
            keywords=keywords,
            point=point,
        )


def _body(words: Words) -> str:
    steps = [part for step in words.steps for part in (step.title, step.text)]
    return "\n".join(
        [
            words.how_it_works,
            *steps,
            *words.requirements,
            *words.constraints,
            words.who_does_it,
            *words.evidence.values(),
            words.local_knowledge or "",
        ]
    )


def _concepts_named(practice: PublishedPractice) -> Iterator[Concept]:
    """Concepts that the original title and summary name."""
    original = practice.words[practice.facts.original_language]
    text = f"{original.title}\n{original.summary}"
    for match in shipped_termbase().concepts_in(text, original.language):
        yield match.concept


def _terms(practice: PublishedPractice, language: str, concepts: Iterable[Concept]) -> str:
    """What people call it, its crops, its problems and its kinds, beside its own text."""
    facts, termbase = practice.facts, shipped_termbase()
    labels_of_concepts = [
        label for concept in concepts for label in termbase.labels(concept, language)[:MOST_LABELS]
    ]
    with speaking(language):
        said = [
            *(labels.label(labels.PROBLEMS, code) for code in facts.problems),
            *(labels.label(labels.SLM_GROUPS, code) for code in facts.slm_groups),
        ]
    names = [name for words in practice.words.values() for name in words.also_called]
    crops = [row.crop for row in facts.evidence if row.crop]
    slug = facts.slug.replace("-", " ")
    return "\n".join(dict.fromkeys([*names, *crops, slug, *said, *labels_of_concepts]))


def _first_point(facts: Facts) -> Point | None:
    for row in facts.evidence:
        if row.site.lat is not None and row.site.lon is not None:
            return Point(row.site.lat, row.site.lon)
    return None
