"""Routing in the reader's language: why an expert, why not others, and how it was decided."""

from collections.abc import Callable, Mapping

from babel import Locale
from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from core.places import regions
from core.words import N_, current_language, gettext, ngettext
from helpdesk.routing.lands import LAND_NAMES
from helpdesk.routing.readiness import Cause
from helpdesk.routing.reasons import Code, Reason
from helpdesk.routing.rules import Candidate, Routing, TierTried
from helpdesk.routing.tiers import Kind, Tier

Names = Mapping[str, str]
"""What desks and experts are called, by id; the id itself where it is missing."""
_NO_NAMES: Names = {}

_SENTENCES: Mapping[Code, str] = {
    "reads": N_("reads {language}"),
    "reads_a_little": N_("reads a little {language}"),
    "through_translation": N_("gets the question translated into {into}"),
    "other_topic": N_("does not list this topic"),
    "like_words": N_("answered a question much like this one"),
    "nobody_nearer": N_("serves {region}, nobody nearer fits"),
    "other_part": N_("works at the desk for {region}, mostly for other places"),
    "covers": N_("covers for the desk for {region}"),
    "load": N_("{open} of {capacity} open"),
    "never_assigned": N_("has had no question yet"),
}
_TRANSLATED = N_("gets the question translated")
_LANDS_KNOWN: Mapping[str, str] = {
    "like_yours": N_("knows land like this"),
    "similar": N_("knows similar land"),
    "partly_similar": N_("knows partly similar land"),
    "different": N_("knows other kinds of land"),
}
CAUSE_WORDS: Mapping[Cause, str] = {
    "unwilling": N_("take no questions"),
    "not_verified": N_("not yet verified"),
    "no_desk": N_("their desk is not open"),
    "away": N_("away"),
    "no_working_day": N_("no working days"),
    "full": N_("full"),
    "not_again": N_("had this question before"),
    "other_region": N_("serve other places"),
    "other_topic": N_("other topics"),
    "other_language": N_("cannot read it"),
}
_STEPS: Mapping[Kind, str] = {
    "climb": N_("Desk for {region}"),
    "within": N_("Desks in {region}"),
    "colleagues": N_("Desk for {region}, experts for other places"),
    "cover": N_("Neighbouring desk {desk}"),
}
_ONE_OF: tuple[Code, ...] = ("answered_like", "like_words", "knows_land", "answered_topic")
"""What an expert knows is told once in a short sentence: the most telling there is."""
_LATER: tuple[Code, ...] = ("never_assigned", "last_assigned")


def in_short(candidate: Candidate) -> str:
    """One sentence: "reads Swahili; answered 12 questions from semi-arid highlands; 2 of 6 open".

    In the reader's language, without a capital and a full stop.
    """
    codes = {reason.code for reason in candidate.reasons}
    told = next((code for code in _ONE_OF if code in codes), None)
    kept = [
        reason
        for reason in candidate.reasons
        if reason.code not in _LATER and (reason.code not in _ONE_OF or reason.code == told)
    ]
    return _joined([said(reason) for reason in kept])


def in_full(candidate: Candidate) -> list[str]:
    """Everything there is to say about a candidate, the weightiest first."""
    return [said(reason) for reason in candidate.reasons]


def said(reason: Reason) -> str:
    """One reason in the reader's language."""
    if reason.code in _COUNTED:
        return _COUNTED[reason.code](reason)
    if reason.code == "knows_land":
        return gettext(_LANDS_KNOWN[str(reason.data["word"])])
    if reason.code == "through_translation" and not reason.data["into"]:
        return gettext(_TRANSLATED)
    return gettext(_SENTENCES[reason.code]).format(**_named(reason.data))


def tried(looked_at: TierTried, names: Names = _NO_NAMES) -> str:
    """What one step of the search found: "Desk for Kenya: 0 of 5 fit (away: 3; full: 2)."."""
    where = _step(looked_at.tier, names)
    figures = {"where": where, "fits": _number(looked_at.fits), "all": _number(looked_at.experts)}
    if not looked_at.left_out:
        return gettext(N_("{where}: {fits} of {all} fit.")).format(**figures)
    causes = _joined(
        [
            gettext(N_("{cause}: {count}")).format(
                cause=gettext(CAUSE_WORDS[cause]), count=_number(count)
            )
            for cause, count in looked_at.left_out.items()
        ]
    )
    return gettext(N_("{where}: {fits} of {all} fit ({causes}).")).format(**figures, causes=causes)


def decision(routing: Routing, names: Names = _NO_NAMES) -> str:
    """How it was decided: the steps that were tried, and who comes first or what happens now."""
    sentences = [tried(looked_at, names) for looked_at in routing.tried]
    if routing.candidates:
        first = routing.candidates[0]
        sentences.append(
            gettext(N_("First choice: {expert} ({reasons}).")).format(
                expert=names.get(first.expert, first.expert), reasons=in_short(first)
            )
        )
    elif routing.desk is None or not routing.coordinators:
        sentences.append(gettext(N_("Nobody fits, and no coordinator serves this place.")))
    else:
        sentences.append(_coordinators(routing, names))
    return " ".join(sentences)


def language_name(code: str) -> str:
    """The name of a language in the reader's language; the code where CLDR has none."""
    return str(Locale(current_language()).languages.get(code, code))


def _coordinators(routing: Routing, names: Names) -> str:
    listed = format_list(
        [names.get(one, one) for one in routing.coordinators], locale=current_language()
    )
    by = format_datetime(routing.deadline_at, "long", locale=current_language())
    return gettext(
        N_("Nobody fits. It goes to the coordination, until {deadline}: {people}.")
    ).format(deadline=by, people=listed)


def _step(tier: Tier, names: Names) -> str:
    where = gettext(_STEPS[tier.kind]).format(
        region=regions.name(tier.region, current_language()),
        desk=names.get(tier.desks[0], tier.desks[0]),
    )
    return (
        gettext(N_("{where}, whatever the topic")).format(where=where) if tier.any_topic else where
    )


def _answered_like(reason: Reason) -> str:
    count, land = int(reason.data["count"]), str(reason.data["land"])
    if not land:
        return ngettext(
            "answered {count} question from land like this",
            "answered {count} questions from land like this",
            count,
        ).format(count=_number(count))
    return ngettext(
        "answered {count} question from {land}", "answered {count} questions from {land}", count
    ).format(count=_number(count), land=gettext(LAND_NAMES[land]))


def _answered_topic(reason: Reason) -> str:
    count = int(reason.data["count"])
    return ngettext(
        "answered {count} question on this topic", "answered {count} questions on this topic", count
    ).format(count=_number(count))


def _not_at_work(reason: Reason) -> str:
    days = int(reason.data["days"])
    return ngettext("works again in {count} day", "works again in {count} days", days).format(
        count=_number(days)
    )


def _last_assigned(reason: Reason) -> str:
    days = int(reason.data["days"])
    if not days:
        return gettext(N_("got a question less than a day ago"))
    return ngettext(
        "got no question for {count} day", "got no question for {count} days", days
    ).format(count=_number(days))


_COUNTED: Mapping[Code, Callable[[Reason], str]] = {
    "answered_like": _answered_like,
    "answered_topic": _answered_topic,
    "not_at_work": _not_at_work,
    "last_assigned": _last_assigned,
}


def _named(data: Mapping[str, str | int]) -> dict[str, str]:
    """The data of a reason as the reader calls it."""
    found = {}
    for name, value in data.items():
        if name in ("language", "into"):
            found[name] = language_name(str(value))
        elif name == "region":
            found[name] = regions.name(str(value), current_language())
        else:
            found[name] = _number(value) if isinstance(value, int) else value
    return found


def _joined(parts: list[str]) -> str:
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        joined = gettext(N_("{one}; {next}")).format(one=joined, next=part)
    return joined


def _number(value: int) -> str:
    return format_decimal(value, locale=current_language())
