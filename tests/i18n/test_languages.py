"""Which languages are served, and which of them a reader gets."""

import unicodedata

import babel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.languages import (
    CODES,
    NOT_SAID,
    SERVED,
    Language,
    LanguageNotServed,
    language,
    language_of_text,
    negotiate,
)

SCRIPTS = {"Latn": "LATIN ", "Arab": "ARABIC ", "Deva": "DEVANAGARI "}


def test_seven_languages_are_served_in_the_agreed_order() -> None:
    assert CODES == ("en", "fr", "es", "pt", "ar", "sw", "hi")


@pytest.mark.parametrize("served", SERVED, ids=lambda served: served.code)
def test_what_is_said_of_a_language_agrees_with_cldr(served: Language) -> None:
    locale = babel.Locale.parse(served.code)
    assert served.name_own.casefold() == (locale.get_language_name() or "").casefold()
    assert served.name_en == locale.get_language_name("en")
    assert ("rtl" if served.direction == "rtl" else "ltr") == locale.text_direction
    assert set(served.plural_forms) == locale.plural_form.tags | {"other"}
    assert unicodedata.name(served.name_own[0]).startswith(SCRIPTS[served.script])
    assert [int(digit) for digit in served.digits] == list(range(10))


def test_every_fallback_is_served_and_ends_in_english() -> None:
    for served in SERVED:
        assert all(language(code) in SERVED for code in served.fallback)
        assert served.code == "en" or served.fallback[-1] == "en"


def test_no_alias_stands_for_two_languages() -> None:
    subtags = [
        subtag for served in SERVED for subtag in (served.code, *served.aliases, *served.schooled)
    ]
    assert len(subtags) == len(set(subtags))


def test_a_language_nobody_writes_is_refused_with_those_that_are_served() -> None:
    with pytest.raises(LanguageNotServed) as refused:
        language("de")
    assert refused.value.data == {"code": "de", "served": "en, fr, es, pt, ar, sw, hi"}
    assert "de" in str(refused.value)


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (None, "en"),
        ("", "en"),
        ("fr", "fr"),
        ("FR-ca", "fr"),
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("pt_BR", "pt"),
        ("swa", "sw"),
        ("sw-KE", "sw"),
        ("ki,en;q=0.5", "sw"),
        ("ar-MA;q=0.8, fr;q=0.9", "fr"),
        ("arz", "ar"),
        ("hi-Deva-IN", "hi"),
        ("de, es;q=0.4", "es"),
        ("de", "en"),
        ("fr;q=0", "en"),
        ("en;q=0, *", "fr"),
        ("*;q=0.1, hi;q=0.5", "hi"),
        ("*", "en"),
        ("es;q=0.5;level=1, pt;q=0.4", "pt"),
        ("fr ; q = 0.3 , ar;q=0.2", "fr"),
        ("es;q=7, fr;q=0.2", "fr"),
        ("es;q=1.9", "es"),
        (";;;,,q=1,=", "en"),
        ("fr-CA;q=0, fr;q=0.5", "fr"),
    ],
)
def test_a_reader_gets_the_language_her_browser_asks_for(header: str | None, wanted: str) -> None:
    assert negotiate(header) == wanted


def test_a_reader_who_asks_for_nothing_served_gets_the_default() -> None:
    assert negotiate("de, nl", default="sw") == "sw"


def test_among_equal_wishes_the_earlier_wins() -> None:
    assert negotiate("es, fr") == "es"
    assert negotiate("fr, es") == "fr"


def test_a_default_that_is_not_served_is_refused() -> None:
    with pytest.raises(LanguageNotServed):
        negotiate("fr", default="de")


@given(st.text())
def test_no_header_whatever_it_holds_breaks_the_choice(header: str | None) -> None:
    assert negotiate(header) in CODES


@given(st.lists(st.sampled_from(["*", "fr", "en-GB", "ki", "xx"]), max_size=200))
def test_a_very_long_header_is_read_as_far_as_is_sensible(ranges: list[str]) -> None:
    assert negotiate(",".join(f"{one};q=0.{index % 10}" for index, one in enumerate(ranges)))


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("fr", "fr"),
        ("FR-ca", "fr"),
        ("zh_Hant_TW", "zh"),
        ("deu", "de"),
        ("ger", "de"),
        ("arz", "ar"),
        ("ca", "ca"),
        ("kik", "ki"),
        ("nno", "no"),
        ("xx", "xx"),
        ("", NOT_SAID),
        ("und", NOT_SAID),
        ("mul-Latn", NOT_SAID),
        ("German", NOT_SAID),
        ("日本語", NOT_SAID),
    ],
)
def test_the_language_of_a_text_is_what_its_tag_says_served_or_not(tag: str, code: str) -> None:
    assert language_of_text(tag) == code


def test_a_reader_schooled_in_another_language_still_writes_her_own() -> None:
    for served in SERVED:
        for subtag in served.schooled:
            assert negotiate(subtag, default="en") == served.code
            assert language_of_text(subtag) == subtag
