"""The tree of regions and their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.places import regions
from core.places.errors import RegionNotKnown

LANGUAGES = ("en", "fr", "es", "pt", "ar", "sw", "hi")


def test_niger_lies_in_western_africa_in_africa_in_the_world() -> None:
    assert regions.ancestors("NE") == ("011", "202", "002", "001")
    assert regions.kind("NE") == "country"
    assert regions.kind("011") == "sub_region"
    assert regions.kind("002") == "continent"
    assert regions.kind("001") == "world"


def test_western_africa_has_its_seventeen_countries() -> None:
    listed = regions.countries_of("011")
    assert len(listed) == 17
    assert {"NE", "ML", "BF", "SN", "CV", "NG"} <= set(listed)


@pytest.mark.parametrize(
    ("region", "count"),
    [("002", 60), ("202", 53), ("015", 7), ("014", 22), ("419", 52), ("013", 8), ("029", 28),
     ("005", 16), ("021", 5), ("142", 51), ("145", 18), ("009", 29), ("154", 16), ("155", 9)],
)  # fmt: skip
def test_regions_have_as_many_members_as_the_un_lists(region: str, count: int) -> None:
    # Asia has one more than the UN list: TW, which has an ISO code of its own.
    assert len(regions.countries_of(region)) == count


def test_the_world_holds_every_country_once() -> None:
    countries = regions.countries_of("001")
    assert len(countries) == len(set(countries)) == 250
    assert regions.countries_of("NE") == ("NE",)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("011", "sw", "Afrika ya Magharibi"),
        ("011", "fr", "Afrique occidentale"),
        ("NE", "ar", "النيجر"),
        ("NE", "hi", "नाइजर"),
        ("001", "es", "Mundo"),
        ("BR", "pt-BR", "Brasil"),
        ("CI", "xx", "Côte d’Ivoire"),
        ("CI", "not a language", "Côte d’Ivoire"),
        ("CI", "", "Côte d’Ivoire"),
    ],
)
def test_regions_are_named_in_the_readers_language(code: str, language: str, name: str) -> None:
    assert regions.name(code, language) == name


def test_every_region_has_a_name_in_every_language() -> None:
    for code in regions.every_region():
        assert all(regions.name(code, language) for language in LANGUAGES), code


def test_a_region_contains_itself_and_what_lies_in_it() -> None:
    assert regions.contains("002", "NE")
    assert regions.contains("NE", "NE")
    assert not regions.contains("150", "NE")


@pytest.mark.parametrize("act", [regions.ancestors, regions.countries_of, regions.kind])
@pytest.mark.parametrize("code", ["XX", "ne", "999", "", "x" * 1000])
def test_an_unknown_region_is_an_error(act, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RegionNotKnown):
        act(code)


@given(st.sampled_from(regions.every_region()))
def test_every_region_leads_up_to_the_world(code: str) -> None:
    above = regions.ancestors(code)
    assert code == "001" or above[-1] == "001"
    for region in above:
        assert set(regions.countries_of(code)) <= set(regions.countries_of(region))
