"""The report of a run: for people as text, for programs as JSON."""

from collections.abc import Sequence

import msgspec

from bench.relevance.asking import Asked, Outcome
from bench.relevance.measures import WANTED_NDCG, Summary, summarise

WORST = 5
EVERYTHING = "all"


def summaries(outcomes: Sequence[Outcome]) -> dict[str, Summary]:
    """A summary for each reader's language in the order asked, and one over all."""
    languages = dict.fromkeys(outcome.query.reader for outcome in outcomes)
    by_language = {
        language: summarise([one.score for one in outcomes if one.query.reader == language])
        for language in languages
    }
    return by_language | {EVERYTHING: summarise([one.score for one in outcomes])}


def below_wanted(by_language: dict[str, Summary], wanted: float = WANTED_NDCG) -> list[str]:
    """Languages whose nDCG is under what is wanted."""
    return [
        language
        for language, summary in by_language.items()
        if language != EVERYTHING and summary.ndcg < wanted
    ]


def worst(outcomes: Sequence[Outcome], count: int = WORST) -> list[Outcome]:
    """The queries with the lowest nDCG, the lowest first."""
    return sorted(outcomes, key=lambda outcome: (outcome.score.ndcg, outcome.query.id))[:count]


def as_text(asked: Asked) -> str:
    """The figures and the worst queries, ready to print."""
    by_language = summaries(asked.outcomes)
    lines = ["            queries  nDCG@10    MRR  feasible in top 5  nothing relevant"]
    lines += [_line(name, summary) for name, summary in by_language.items()]
    low = below_wanted(by_language)
    lines.append(f"nDCG@10 under {WANTED_NDCG:.2f}: " + (", ".join(low) if low else "no language"))
    if asked.missing:
        lines.append("judged, but not in the collection: " + ", ".join(asked.missing))
    for outcome in worst(asked.outcomes):
        lines += ["", *_told(outcome)]
    return "\n".join(lines)


def as_json(asked: Asked) -> str:
    """Everything, with every query and what was found for it."""
    by_language = summaries(asked.outcomes)
    whole = {
        "summaries": by_language,
        "below_wanted": below_wanted(by_language),
        "missing": asked.missing,
        "outcomes": asked.outcomes,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _line(name: str, summary: Summary) -> str:
    share = summary.feasible_share
    feasible = "-" if share is None else f"{share:.3f}"
    return (
        f"{name:<12}{summary.queries:>7}{summary.ndcg:>9.3f}{summary.mrr:>7.3f}"
        f"{feasible:>19}{summary.empty_handed:>18}"
    )


def _told(outcome: Outcome) -> list[str]:
    query = outcome.query
    wanted = sorted(query.relevant.items(), key=lambda each: -each[1])
    asked = query.text or "(nothing typed)"
    return [
        f"{query.id} nDCG {outcome.score.ndcg:.2f}  {asked}"
        + (f"  [{query.means}]" if query.means else ""),
        f"  {query.place.name}, climate {outcome.climate or 'not known'},"
        f" taken for {outcome.taken_for}",
        "  wanted: " + ", ".join(f"{slug} {grade}" for slug, grade in wanted),
        "  found:  "
        + (
            ", ".join(
                f"{one.slug} {one.grade}" + ("" if one.feasible else " (cannot work)")
                for one in outcome.found
            )
            or "nothing"
        ),
    ]
