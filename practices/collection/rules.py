"""What the shape alone cannot say: references that must resolve, numbers that must agree."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from practices.records.codes import CODE_FACTORS, NUMBER_FACTORS
from practices.records.structs import (
    Bounds,
    Context,
    Evidence,
    Facts,
    Impact,
    Limit,
    Words,
)

PartPath = tuple[str | int, ...]
Finding = tuple[PartPath, str]

_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)*")
_FREE_SOURCES = frozenset({"expert"})


def findings_in_facts(facts: Facts) -> Iterator[Finding]:
    """Everything wrong with the facts of one practice, beyond their shape."""
    yield from _missing_sources(facts)
    yield from _unsourced(facts)
    yield from _wrong_bounds(facts.context)
    if (facts.kind == "local_knowledge") != (facts.local_knowledge is not None):
        yield ("local_knowledge",), "stands exactly when kind is local_knowledge"
    if facts.review.next_review <= facts.review.published:
        yield ("review", "next_review"), "must be later than published"
    ids = Counter(row.id for row in facts.evidence)
    for number, row in enumerate(facts.evidence):
        if ids[row.id] > 1:
            yield ("evidence", number, "id"), f"{row.id} is used {ids[row.id]} times"
        for path, what in _wrong_in_evidence(row):
            yield ("evidence", number, *path), what
    for number, limit in enumerate(facts.limits):
        wrong = _wrong_in_limit(limit)
        if wrong:
            yield ("limits", number), wrong


def _wrong_bounds(context: Context) -> Iterator[Finding]:
    for name, bounds in _bounds(context):
        if bounds.min is None and bounds.max is None:
            yield ("context", name), "needs min or max"
        if bounds.min is not None and bounds.max is not None and bounds.min > bounds.max:
            yield ("context", name), "min is larger than max"


def _bounds(context: Context) -> list[tuple[str, Bounds]]:
    named = (
        ("rain_mm", context.rain_mm),
        ("slope_percent", context.slope_percent),
        ("altitude_m", context.altitude_m),
    )
    return [(name, bounds) for name, bounds in named if bounds]


def _missing_sources(facts: Facts) -> Iterator[Finding]:
    for path, source in _named_sources(facts):
        if source in _FREE_SOURCES and path[0] == "limits":
            continue
        if source not in facts.sources:
            yield path, f"source {source!r} is not in sources"


def _named_sources(facts: Facts) -> Iterator[tuple[PartPath, str]]:
    for name, bounds in _bounds(facts.context):
        yield ("context", name, "source"), bounds.source
    for group, part in (("costs", facts.costs), ("labour", facts.labour)):
        for when, amount in (
            ("establishment", part.establishment),
            ("maintenance", part.maintenance),
        ):
            if amount:
                yield (group, when, "source"), amount.source
    if facts.first_benefit:
        yield ("first_benefit", "source"), facts.first_benefit.source
    if facts.local_knowledge:
        yield ("local_knowledge", "recorded_in"), facts.local_knowledge.recorded_in
    groups: dict[str, Sequence[Limit | Impact | Evidence]] = {
        "limits": facts.limits,
        "impacts": facts.impacts,
        "evidence": facts.evidence,
    }
    for name, rows in groups.items():
        for number, row in enumerate(rows):
            yield (name, number, "source"), row.source


def _unsourced(facts: Facts) -> Iterator[Finding]:
    named = {source for _, source in _named_sources(facts)}
    for key, source in facts.sources.items():
        if source.doi is None and source.url is None:
            yield ("sources", key), "needs a doi or a url"
        if key not in named:
            yield ("sources", key), "is named by no fact"


def _wrong_in_evidence(row: Evidence) -> Iterator[Finding]:
    measured = row.control is not None or row.treatment is not None
    if measured and (row.control is None or row.treatment is None or row.unit is None):
        yield ("control",), "control, treatment and unit come together"
    if measured and row.change_percent is not None:
        yield ("change_percent",), "stands only where control and treatment are not known"
    ranked = row.outcome in ("yield", "soc_stock", "soc_content") and measured
    if ranked and min(row.control or 0, row.treatment or 0) <= 0:
        yield ("control",), "must be above 0, as effects are ratios"
    interval = row.interval_percent
    if interval and interval.low > interval.high:
        yield ("interval_percent",), "low is larger than high"
    if (row.site.lat is None) != (row.site.lon is None):
        yield ("site",), "lat and lon come together"
    if row.years and row.years.start > row.years.end:
        yield ("years",), "from is later than to"
    if row.depth_cm and row.depth_cm.top >= row.depth_cm.bottom:
        yield ("depth_cm",), "from is not above to"


def _wrong_in_limit(limit: Limit) -> str | None:
    if limit.factor in NUMBER_FACTORS:
        if limit.min is None and limit.max is None:
            return f"{limit.factor} needs min or max"
        if limit.min is not None and limit.max is not None and limit.min > limit.max:
            return "min is larger than max"
        return None
    if limit.min is not None or limit.max is not None:
        return f"{limit.factor} has no min or max"
    if (limit.factor in CODE_FACTORS) != bool(limit.excluded):
        return f"{limit.factor} {'needs' if limit.factor in CODE_FACTORS else 'has no'} not: [...]"
    return None


def findings_in_words(words: Words, facts: Facts, folder_language: str) -> Iterator[Finding]:
    """Everything wrong with the words of one practice in one language, beyond their shape."""
    if words.language != folder_language:
        yield ("language",), f"says {words.language!r} in the file of {folder_language!r}"
    if (words.origin == "original") != (words.language == facts.original_language):
        yield ("origin",), f"original stands only in {facts.original_language}"
    if (facts.local_knowledge is None) != (words.local_knowledge is None):
        yield ("local_knowledge",), "stands exactly when kind is local_knowledge"
    rows = {row.id for row in facts.evidence}
    for missing in sorted(rows - set(words.evidence)):
        yield ("evidence",), f"has no sentence for {missing}"
    for extra in sorted(set(words.evidence) - rows):
        yield ("evidence", extra), "is not an evidence row of practice.yaml"


def findings_between(original: Words, translated: Words) -> Iterator[Finding]:
    """Where a translation differs from its original in its parts or in its numbers."""
    if len(original.steps) != len(translated.steps):
        yield ("steps",), f"has {len(translated.steps)} steps, the original {len(original.steps)}"
    there, here = _texts(original), _texts(translated)
    for path, text in there.items():
        if path not in here:
            if path[0] != "steps":
                yield path[:1], f"lacks {'.'.join(map(str, path))} of the original"
            continue
        lost = numbers_in(text) - numbers_in(here[path])
        added = numbers_in(here[path]) - numbers_in(text)
        if lost or added:
            yield path, f"numbers differ from the original: lost {_list(lost)}, new {_list(added)}"
    for path in here.keys() - there.keys():
        if path[0] != "steps":
            yield path, "is not in the original"


def numbers_in(text: str) -> Counter[str]:
    """The numbers of a text as a multiset, whatever digits and decimal mark are used.

    `0.3`, `0,3` and `०.३` are the same; a group mark between three digits is dropped.
    """
    found: Counter[str] = Counter()
    for match in _NUMBER.finditer(text):
        digits = "".join(
            str(unicodedata.digit(letter)) if letter.isdigit() else "." for letter in match[0]
        )
        head, _, tail = digits.partition(".")
        if len(tail) == 3 and head != "0" and "." not in tail:
            digits = head + tail
        found[digits] += 1
    return found


def _list(numbers: Mapping[str, int]) -> str:
    return " ".join(sorted(Counter(numbers).elements())) or "none"


def _texts(words: Words) -> dict[PartPath, str]:
    texts: dict[PartPath, str] = {
        ("title",): words.title,
        ("summary",): words.summary,
        ("how_it_works",): words.how_it_works,
        ("who_does_it",): words.who_does_it,
        ("picture",): words.picture,
    }
    if words.safety:
        texts["safety",] = words.safety
    if words.local_knowledge:
        texts["local_knowledge",] = words.local_knowledge
    for number, step in enumerate(words.steps):
        texts["steps", number, "title"] = step.title
        texts["steps", number, "text"] = step.text
    for name in ("requirements", "maintenance", "constraints", "not_where"):
        for number, line in enumerate(getattr(words, name)):
            texts[name, number] = line
    for row, sentence in words.evidence.items():
        texts["evidence", row] = sentence
    return texts
