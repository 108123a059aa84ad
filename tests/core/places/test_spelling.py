"""Spellings of one name meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.places.spelling import fold_name


@pytest.mark.parametrize(
    "spellings",
    [
        ("N'Djamena", "N’Djaména", "ndjamena", "NDJAMENA", "Nʼdjamena"),
        ("San José", "san jose", "SAN  JOSÉ", "San-José"),
        ("São Paulo", "sao paulo", "SÃO PAULO"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Kırşehir", "kirsehir"),
        ("القاهرة", "القاهره", "اَلْقَاهِرَة"),
        ("أسوان", "اسوان"),
        ("नैरोबी", "नैरोबी\u200d"),
        ("कानपुर", "कानपुर"),
        ("Saint-Louis", "saint louis", "Saint_Louis"),
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold_name(spelling) for spelling in spellings}) == 1


def test_vowel_signs_that_make_another_name_stay() -> None:
    assert fold_name("काना") != fold_name("कनी")
    assert fold_name("ঢাকা") != fold_name("ঢাকি")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold_name(text)
    assert fold_name(folded) == folded


@given(st.text(alphabet=st.characters(categories=["Cc", "Zs", "Po", "Cf"]), max_size=20))
def test_control_characters_and_spaces_leave_nothing(text: str) -> None:
    assert not any(letter.isspace() and letter != " " for letter in fold_name(text))
