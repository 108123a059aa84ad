"""Which language a farmer writes in."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.detection import PHRASES, score
from i18n.detection import detect
from i18n.languages import CODES, LanguageNotServed


def test_at_least_twelve_phrases_are_tried_in_every_language() -> None:
    assert set(PHRASES) == set(CODES)
    assert all(len(set(phrases)) >= 12 for phrases in PHRASES.values())


def test_the_language_of_a_short_phrase_is_found_nearly_always() -> None:
    assert score().share >= 0.97


def test_a_phrase_taken_for_another_language_is_said_to_be_unsure() -> None:
    assert all(certainty < 0.8 for *_, certainty in score().missed)


@pytest.mark.parametrize(
    "text", ["", " ", "12 345", "0.3 / ٣ / ३", "?!… 🌱", "почва", "土壤", "\u200f"]
)
def test_where_nothing_can_be_read_no_language_is_named(text: str) -> None:
    detection = detect(text)
    assert detection.language is None
    assert detection.certainty == 0


@pytest.mark.parametrize(("text", "code"), [("ماء", "ar"), ("खेत", "hi"), ("खाद NPK", "hi")])
def test_a_script_of_one_language_decides_alone(text: str, code: str) -> None:
    assert detect(text).language == code


def test_a_foreign_word_in_a_phrase_makes_it_less_sure_but_not_other() -> None:
    pure, mixed = detect("مرض في محصول الذرة"), detect("مرض Fusarium في محصول الذرة")
    assert pure.language == mixed.language == "ar"
    assert mixed.certainty < pure.certainty == 1


def test_a_name_in_another_script_does_not_hide_the_language() -> None:
    assert detect("les chèvres de Потапов mangent les arbres").language == "fr"


def test_capital_letters_do_not_change_the_language() -> None:
    assert detect("COMMENT ARRÊTER LES RAVINES").language == "fr"


def test_numbers_units_and_signs_do_not_change_the_language() -> None:
    assert detect("60 kg/ha!!! mbolea ya samadi, 20-10-10 >>>").language == "sw"


def test_only_the_languages_asked_for_are_named() -> None:
    phrase = "les chèvres mangent les jeunes arbres"
    assert detect(phrase).language == "fr"
    assert detect(phrase, among=("en", "pt")).language in {"en", "pt"}
    assert detect(phrase, among=("ar", "hi")).language is None
    assert detect(phrase, among=("fr", "ar")).language == "fr"


def test_asking_for_few_languages_does_not_narrow_the_next_question() -> None:
    detect("how to stop gullies", among=("es", "pt"))
    assert detect("how to stop gullies in my field").language == "en"


def test_a_language_nobody_writes_cannot_be_asked_for() -> None:
    with pytest.raises(LanguageNotServed):
        detect("", among=("de",))


def test_many_threads_get_the_same_answers() -> None:
    phrases = [(code, phrase) for code, some in PHRASES.items() for phrase in some] * 4
    alone = [detect(phrase) for _, phrase in phrases]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda pair: detect(pair[1]), phrases))
    assert together == alone


@given(st.text())
def test_no_text_breaks_the_detection(text: str) -> None:
    detection = detect(text)
    assert detection.language is None or detection.language in CODES
    assert 0 <= detection.certainty <= 1
