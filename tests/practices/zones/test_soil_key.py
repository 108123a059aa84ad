"""The field key for soils."""

from itertools import product

import pytest

from practices.zones.rules import QUESTIONS, next_detail, next_question, soil_from_answers
from practices.zones.soil_key import MAIN_QUESTIONS, UNKNOWN, WHY_TEXTS


@pytest.mark.parametrize(
    ("answers", "soil", "why_code"),
    [
        ({"squeeze": "peat"}, "ORG", "spongy_peat"),
        ({"squeeze": "falls_apart"}, "SAN", "no_ball"),
        ({"squeeze": "ball", "water": "months"}, "WET", "water_for_months"),
        ({"squeeze": "ball", "water": "days", "look": "volcanic"}, "VOL", "near_volcano"),
        ({"squeeze": "ball", "water": "hours", "look": "ash_over_rust"}, "SPO", "ash_over_rust"),
        ({"squeeze": "ball", "water": "days", "look": "cracks"}, "HAC", "wide_cracks"),
        ({"squeeze": "ball", "water": "hours", "look": "fizzes"}, "HAC", "fizzes"),
        ({"squeeze": "ball", "water": "hours", "look": "red_crumbly"}, "LAC", "red_crumbly"),
    ],
)
def test_each_soil_is_found_by_its_sign(answers: dict[str, str], soil: str, why_code: str) -> None:
    finding = soil_from_answers(answers)
    assert (finding.soil, finding.sure, finding.why_code) == (soil, True, why_code)


def test_the_earlier_sign_decides() -> None:
    both = {"squeeze": "falls_apart", "water": "months", "look": "red_crumbly"}
    assert soil_from_answers(both).soil == "SAN"


def test_no_special_sign_is_active_clay_but_unsure() -> None:
    finding = soil_from_answers({"squeeze": "ball", "water": "hours", "look": "other"})
    assert (finding.soil, finding.sure) == ("HAC", False)


@pytest.mark.parametrize("answers", [{}, {"squeeze": UNKNOWN, "water": UNKNOWN}, {"x": "y"}])
def test_without_an_answer_nothing_is_known(answers: dict[str, str]) -> None:
    finding = soil_from_answers(answers)
    assert (finding.soil, finding.sure, finding.why_code) == (None, False, "nothing_answered")
    assert (finding.texture, finding.drainage, finding.salty) == (None, None, None)


def test_feel_water_depth_stones_and_salt_are_told_too() -> None:
    finding = soil_from_answers(
        {
            "squeeze": "ball",
            "water": "days",
            "look": "cracks",
            "ribbon": "long",
            "stones": "few",
            "rock": "shallow",
            "salt": "yes",
        }
    )
    assert (finding.texture, finding.drainage, finding.depth) == ("fine", "slow", "shallow")
    assert (finding.salty, finding.floods, finding.stony) == (True, False, False)


def test_sand_needs_no_ribbon_to_be_coarse() -> None:
    assert soil_from_answers({"squeeze": "falls_apart"}).texture == "coarse"


def test_nobody_is_asked_more_than_four_main_questions_whatever_the_answers() -> None:
    choices = [[*(choice.code for choice in q.choices), UNKNOWN] for q in MAIN_QUESTIONS]
    for wanted in product(*choices):
        would_answer = dict(zip((q.code for q in MAIN_QUESTIONS), wanted, strict=True))
        answers: dict[str, str] = {}
        while (question := next_question(answers)) is not None:
            answers[question.code] = would_answer[question.code]
        assert len(answers) <= 4
        asked_all = soil_from_answers(would_answer)
        assert soil_from_answers(answers).soil == asked_all.soil


def test_sand_and_peat_are_settled_with_two_questions() -> None:
    assert next_question({"squeeze": "peat", "water": "months"}) is None
    assert next_question({"squeeze": "falls_apart", "water": "hours"}) is None


def test_details_are_asked_one_after_the_other() -> None:
    answers: dict[str, str] = {}
    asked = []
    while (question := next_detail(answers)) is not None:
        asked.append(question.code)
        answers[question.code] = UNKNOWN
    assert asked == ["stones", "rock", "salt"]


def test_every_question_and_answer_has_words_and_a_picture_of_its_own() -> None:
    pictures = [q.picture for q in QUESTIONS.values()]
    for question in QUESTIONS.values():
        assert question.text
        assert all(choice.text for choice in question.choices)
        pictures += [choice.picture for choice in question.choices]
    assert len(pictures) == len(set(pictures))
    assert all(WHY_TEXTS.values())
