"""A field key for soils: a few questions a farmer can answer with her hands and eyes.

The order of decisions: spongy peat, sand, standing water with grey mottles, volcanic, ash-grey over
rust, cracking or fizzing clay, deep red or yellow; otherwise active clay, unsure. Ribbon lengths:
Thien (1979), Journal of Agronomic Education 8:54-55. The rest is expert judgement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.words import N_
from practices.zones.soils import Depth, Drainage, Soil, Texture

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code, its words, and the id of its picture."""

    code: str
    text: str
    picture: str


@dataclass(frozen=True, slots=True)
class SoilQuestion:
    """A question with its answers; each can also be answered with `UNKNOWN`."""

    code: str
    text: str
    picture: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SoilFinding:
    """What the answers tell. None: not known.

    sure: False where the soil class is only the likeliest. why_code: key of `WHY_TEXTS`.
    """

    soil: Soil | None
    sure: bool
    why_code: str
    texture: Texture | None
    drainage: Drainage | None
    depth: Depth | None
    salty: bool | None
    floods: bool | None
    stony: bool | None


@dataclass(frozen=True, slots=True)
class _Rule:
    question: str
    answer: str
    soil: Soil
    why_code: str


SQUEEZE = SoilQuestion(
    "squeeze",
    N_("Take a handful of moist soil and squeeze it. What happens?"),
    "soil-squeeze",
    (
        Choice("peat", N_("It is black, light and spongy, like rotten leaves"), "soil-peat"),
        Choice("falls_apart", N_("It falls apart: no ball forms"), "soil-falls-apart"),
        Choice("ball", N_("It makes a ball"), "soil-ball"),
    ),
)
WATER = SoilQuestion(
    "water",
    N_("Does water stand on the field?"),
    "soil-standing-water",
    (
        Choice("months", N_("For months, and the soil below is grey with spots"), "water-months"),
        Choice("days", N_("For some days after strong rain"), "water-days"),
        Choice("hours", N_("It is gone within some hours"), "water-hours"),
    ),
)
LOOK = SoilQuestion(
    "look",
    N_("Dig one forearm deep. What is most like your soil?"),
    "soil-look",
    (
        Choice("volcanic", N_("Dark, light and fluffy, near a volcano"), "soil-volcanic"),
        Choice("ash_over_rust", N_("Ash-grey sand above, rusty below"), "soil-ash-over-rust"),
        Choice("cracks", N_("Sticky when wet, wide cracks when dry"), "soil-cracks"),
        Choice("fizzes", N_("It fizzes when you pour vinegar on it"), "soil-fizzes"),
        Choice(
            "red_crumbly",
            N_("Deep red or yellow and crumbly, in a hot and humid country"),
            "soil-red-crumbly",
        ),
        Choice("other", N_("None of these"), "soil-other"),
    ),
)
RIBBON = SoilQuestion(
    "ribbon",
    N_("Press moist soil between thumb and finger. How long is the ribbon before it breaks?"),
    "soil-ribbon",
    (
        Choice("none", N_("No ribbon"), "ribbon-none"),
        Choice("short", N_("Up to 5 cm, as long as a thumb"), "ribbon-short"),
        Choice("long", N_("Longer than 5 cm"), "ribbon-long"),
    ),
)
STONES = SoilQuestion(
    "stones",
    N_("Are there many stones in the soil?"),
    "soil-stones",
    (Choice("many", N_("Many"), "stones-many"), Choice("few", N_("Few or none"), "stones-few")),
)
ROCK = SoilQuestion(
    "rock",
    N_("How deep can you dig before you meet rock or a hard layer?"),
    "soil-rock",
    (
        Choice("shallow", N_("Less than 50 cm, up to the knee"), "rock-shallow"),
        Choice("moderate", N_("50 to 80 cm, above the knee"), "rock-moderate"),
        Choice("deep", N_("Deeper than 80 cm, or never"), "rock-deep"),
    ),
)
SALT = SoilQuestion(
    "salt",
    N_("Is there a white salt crust on the soil when it is dry?"),
    "soil-salt",
    (Choice("yes", N_("Yes"), "salt-yes"), Choice("no", N_("No"), "salt-no")),
)

MAIN_QUESTIONS = (SQUEEZE, WATER, LOOK, RIBBON)
MORE_QUESTIONS = (STONES, ROCK, SALT)
QUESTIONS: dict[str, SoilQuestion] = {
    question.code: question for question in (*MAIN_QUESTIONS, *MORE_QUESTIONS)
}

# The first rule that fits decides.
_RULES = (
    _Rule("squeeze", "peat", "ORG", "spongy_peat"),
    _Rule("squeeze", "falls_apart", "SAN", "no_ball"),
    _Rule("water", "months", "WET", "water_for_months"),
    _Rule("look", "volcanic", "VOL", "near_volcano"),
    _Rule("look", "ash_over_rust", "SPO", "ash_over_rust"),
    _Rule("look", "cracks", "HAC", "wide_cracks"),
    _Rule("look", "fizzes", "HAC", "fizzes"),
    _Rule("look", "red_crumbly", "LAC", "red_crumbly"),
)
WHY_TEXTS: dict[str, str] = {
    "spongy_peat": N_("Your soil is black and spongy: peat."),
    "no_ball": N_("Your soil makes no ball: sand."),
    "water_for_months": N_("Water stands for months: wet soil."),
    "near_volcano": N_("Your soil is light and fluffy, near a volcano: volcanic soil."),
    "ash_over_rust": N_("Your soil is ash-grey over rust."),
    "wide_cracks": N_("Your soil is sticky and cracks: active clay."),
    "fizzes": N_("Your soil fizzes with vinegar: there is lime in it."),
    "red_crumbly": N_("Your soil is deep red or yellow and crumbly: an old, weathered soil."),
    "most_common": N_("Nothing special was seen: most such soils have active clay. Not sure."),
    "nothing_answered": N_("Nothing is known of the soil yet."),
}

_TEXTURES: dict[str, Texture] = {"none": "coarse", "short": "medium", "long": "fine"}
_DRAINAGES: dict[str, Drainage] = {"months": "wet", "days": "slow", "hours": "free"}
_DEPTHS: dict[str, Depth] = {"shallow": "shallow", "moderate": "moderate", "deep": "deep"}
_FLOODS = {"months": True, "days": False, "hours": False}


def next_question(answers: Mapping[str, str]) -> SoilQuestion | None:
    """The next main question, or None when they are all answered; at most four.

    Peat and sand decide the class and the feel at once, so only the water is asked after them; the
    look of a soil is not asked where water stands for months.
    """
    settled = set(answers)
    if answers.get("squeeze") in ("peat", "falls_apart"):
        settled |= {"look", "ribbon"}
    if answers.get("water") == "months":
        settled.add("look")
    return next((asked for asked in MAIN_QUESTIONS if asked.code not in settled), None)


def next_detail(answers: Mapping[str, str]) -> SoilQuestion | None:
    """The next question for who wants to say more (stones, rock, salt), or None."""
    return next((asked for asked in MORE_QUESTIONS if asked.code not in answers), None)


def soil_from_answers(answers: Mapping[str, str]) -> SoilFinding:
    """What the answers (question code -> answer code) tell of a soil.

    Questions and answers that the key does not know are taken as not answered.
    """
    given = {
        code: answers[code]
        for code, question in QUESTIONS.items()
        if answers.get(code) in {choice.code for choice in question.choices}
    }
    soil, sure, why_code = _soil_class(given)
    texture = _TEXTURES.get(given.get("ribbon", ""))
    if why_code == "no_ball":
        texture = "coarse"
    water = given.get("water", "")
    return SoilFinding(
        soil=soil,
        sure=sure,
        why_code=why_code,
        texture=texture,
        drainage=_DRAINAGES.get(water),
        depth=_DEPTHS.get(given.get("rock", "")),
        salty={"yes": True, "no": False}.get(given.get("salt", "")),
        floods=_FLOODS.get(water),
        stony={"many": True, "few": False}.get(given.get("stones", "")),
    )


def _soil_class(given: Mapping[str, str]) -> tuple[Soil | None, bool, str]:
    for rule in _RULES:
        if given.get(rule.question) == rule.answer:
            return rule.soil, True, rule.why_code
    if given.keys() & {"squeeze", "water", "look"}:
        return "HAC", False, "most_common"
    return None, False, "nothing_answered"
