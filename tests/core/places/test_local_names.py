"""Names in the reader's script, and capitals before other places of their name."""

import pytest

from core.places.gazetteer import Gazetteer
from core.places.names_capitals import is_capital
from core.places.names_local import local_names

CAIRO, NAIROBI = 360630, 184745


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Cairo", "القاهرة", "قاهره", "قاہرہ", "پیرس، انٹاریو"], {"ar": "القاهرة"}),
        (["पॅरिस", "पेरिस", "باريس", "پاریس"], {"hi": "पेरिस", "ar": "باريس"}),
        (["پیرس", "Paris", "Париж"], {}),
        (["قاهره"], {"ar": "قاهره"}),
        ([], {}),
    ],
)
def test_the_usual_name_in_a_script_is_taken(names: list[str], expected: dict[str, str]) -> None:
    assert dict(local_names(names)) == expected


def test_the_list_of_places_knows_names_in_the_scripts_of_its_readers(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.local_name(CAIRO, "ar") == "القاهرة"
    assert gazetteer.local_name(NAIROBI, "hi") == "नैरोबी"
    assert gazetteer.local_name(NAIROBI, "fr") is None
    assert gazetteer.local_name(-1, "ar") is None


def test_a_capital_comes_before_larger_towns_of_no_country(gazetteer: Gazetteer) -> None:
    found = [hit.place.country for hit in gazetteer.find("Victoria", limit=3)]
    assert "SC" in found
    assert is_capital("victoria", "SC")
    assert not is_capital("victoria", "CA")


@pytest.mark.parametrize(
    ("text", "country"),
    [("Kenya", "KE"), ("كينيا", "KE"), ("केन्या", "KE"), ("Machakos", None), ("", None)],
)
def test_a_country_is_known_by_its_name_alone(
    gazetteer: Gazetteer, text: str, country: str | None
) -> None:
    assert gazetteer.country_named(text) == country
