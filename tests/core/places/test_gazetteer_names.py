"""Finding places by what people write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.places.errors import PointNotOnEarth
from core.places.gazetteer import Gazetteer, PlaceHit


def first(gazetteer: Gazetteer, text: str, country: str | None = None) -> tuple[str, str]:
    hit = gazetteer.find(text, country)[0]
    return hit.place.name, hit.place.country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Niamey", "Niamey", "NE"),
        ("نيامي", "Niamey", "NE"),
        ("नियामे", "Niamey", "NE"),
        ("القاهرة", "Cairo", "EG"),
        ("القاهره", "Cairo", "EG"),
        ("नैरोबी", "Nairobi", "KE"),
        ("दिल्ली", "Delhi", "IN"),
        ("Brasilia", "Brasília", "BR"),
        ("BRASÍLIA", "Brasília", "BR"),
        ("Dar es Salaam", "Dar es Salaam", "TZ"),
        ("N’Djaména", "N'Djamena", "TD"),
        ("ndjamena", "N'Djamena", "TD"),
        ("አዲስ አበባ", "Addis Ababa", "ET"),
        ("ঢাকা", "Dhaka", "BD"),
        ("Bombay", "Mumbai", "IN"),
        ("Calcutta", "Kolkata", "IN"),
    ],
)
def test_a_place_is_found_in_any_script_and_spelling(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert first(gazetteer, text) == (name, country)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Koutiala, Mali", "Koutiala", "ML"),
        ("Niamey Niger", "Niamey", "NE"),
        ("Kenya Nairobi", "Nairobi", "KE"),
        ("San Jose, Costa Rica", "San José", "CR"),
        ("San José Costa Rica", "San José", "CR"),
        ("San José (Filipinas)", "San Jose", "PH"),
        ("Victoria, Seychelles", "Victoria", "SC"),
        ("Victoria, Ushelisheli", "Victoria", "SC"),
        ("أبيدجان، ساحل العاج", "Abidjan", "CI"),
        ("दिल्ली, भारत", "Delhi", "IN"),
        ("Saint-Louis, Sénégal", "Saint-Louis", "SN"),
        ("Mwanza Tanzania", "Mwanza", "TZ"),
    ],
)
def test_the_country_may_be_named_in_the_text_in_any_language(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert first(gazetteer, text) == (name, country)


def test_the_place_beside_may_be_named_instead_of_the_country(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "Kita, Bamako") == ("Kita", "ML")


def test_the_country_asked_for_is_the_only_one_found(gazetteer: Gazetteer) -> None:
    hits = gazetteer.find("Victoria", country="sc")
    assert [hit.place.country for hit in hits] == ["SC"] * len(hits)
    assert hits
    assert gazetteer.find("Victoria", country="XX") == []
    assert gazetteer.find("Niamey", country="KE") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ouagadugu", "Ouagadougou"),
        ("Antananarivvo", "Antananarivo"),
        ("Bobo Dioulaso", "Bobo-Dioulasso"),
        ("Bhubneswar", "Bhubaneswar"),
        ("Nairbi", "Nairobi"),
        ("Koutaila", "Koutiala"),
        ("Ouahigoya", "Ouahigouya"),
        ("Uahigoiya", "Ouahigouya"),
        ("Antananarvio", "Antananarivo"),
    ],
)
def test_one_or_two_wrong_letters_are_forgiven(gazetteer: Gazetteer, text: str, name: str) -> None:
    hits = gazetteer.find(text)
    assert name in [hit.place.name for hit in hits[:3]]
    assert all(1 <= hit.edits <= 2 for hit in hits if hit.match == "typo")


def test_a_typo_is_sought_only_where_nothing_else_fits(gazetteer: Gazetteer) -> None:
    assert {hit.match for hit in gazetteer.find("Niamey")} <= {"exact", "prefix"}


def test_the_beginning_of_a_name_is_enough_and_the_larger_place_comes_first(
    gazetteer: Gazetteer,
) -> None:
    hits = gazetteer.find("Ouagado")
    assert (hits[0].place.name, hits[0].match) == ("Ouagadougou", "prefix")
    sizes = [hit.place.population for hit in gazetteer.find("Mombas", country="KE")]
    assert sizes == sorted(sizes, reverse=True)


def test_even_one_letter_gives_large_places(gazetteer: Gazetteer) -> None:
    hits = gazetteer.find("n")
    assert len(hits) == 10
    assert max(hit.place.population for hit in hits) > 1_000_000


def test_of_places_with_one_name_the_capital_comes_first_then_the_largest(
    gazetteer: Gazetteer,
) -> None:
    hits = [hit for hit in gazetteer.find("San José", limit=30) if hit.match == "exact"]
    mine = [hit.place.population for hit in hits if hit.place.name in ("San José", "San Jose")]
    assert len(mine) > 5
    assert hits[0].place.country == "CR"
    assert mine[1:] == sorted(mine[1:], reverse=True)


def test_homonyms_are_told_apart_by_country_size_and_the_town_beside(
    gazetteer: Gazetteer,
) -> None:
    hits = gazetteer.find("San José", country="MX")
    same = [hit for hit in hits if hit.place.name == "San José"]
    assert len(same) > 1
    towns = [hit.beside.place.name for hit in same if hit.beside]
    assert len(towns) == len(same)
    assert len(set(towns)) == len(towns)
    assert all(hit.beside.place.population >= 20_000 for hit in same if hit.beside)


def test_a_name_of_its_own_needs_no_town_beside(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Niamey")[0].beside is None


def test_near_a_point_the_nearer_homonym_comes_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Victoria", near=(-4.6, 55.4))[0].place.country == "SC"
    assert gazetteer.find("Victoria", near=(48.4, -123.4))[0].place.country == "CA"
    with pytest.raises(PointNotOnEarth):
        gazetteer.find("Victoria", near=(95, 0))


@pytest.mark.parametrize(
    "text", ["", "   ", "\x00\x01\x1b", "🙂", "%_\"'", "a" * 10_000, "٪" * 300, "\ud800", ",,,,"]
)
def test_rubbish_finds_nothing_and_breaks_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text) == []


def test_control_characters_inside_a_name_are_passed_over(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "\x07Niamey\x00\n") == ("Niamey", "NE")


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=150)
def test_any_text_gives_places_or_nothing(gazetteer: Gazetteer, text: str) -> None:
    hits = gazetteer.find(text, limit=5)
    assert len(hits) <= 5
    assert all(isinstance(hit, PlaceHit) for hit in hits)
    assert len({hit.place.geoname for hit in hits}) == len(hits)


@given(text=st.sampled_from(["'; DROP TABLE places; --", '" OR 1=1', "a* NEAR b", "x'||'y"]))
def test_what_looks_like_a_command_is_only_a_name(gazetteer: Gazetteer, text: str) -> None:
    gazetteer.find(text)
    assert gazetteer.find("Niamey")


def test_a_place_is_found_again_by_its_number(gazetteer: Gazetteer) -> None:
    niamey = gazetteer.find("Niamey")[0].place
    assert gazetteer.place(niamey.geoname) == niamey
    assert gazetteer.place(-1) is None
