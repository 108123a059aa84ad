"""The catalogs are complete, in step with the code, and keep every placeholder."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from core.words import gettext as translated
from core.words import ngettext as counted
from core.words import speaking
from i18n.catalogs import PoCatalogs, read_catalog
from i18n.catalogs.collect import template, untranslated
from i18n.languages import CODES

LANGUAGES = [code for code in CODES if code != "en"]
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)[sd]|%%")
DIGITS = re.compile(r"\d+")


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return template()


def _pairs(catalog: Catalog) -> Iterator[tuple[Message, str, str]]:
    """Each translated string with the English one it stands for."""
    for message in catalog:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            for form in message.string or ():
                yield message, message.id[1], form
        else:
            yield message, str(message.id), str(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(messages: Catalog, language: str) -> None:
    catalog = read_catalog(language)
    assert untranslated(catalog) == []
    missing = [message.id for message in messages if message.id and message.id not in catalog]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_kept_that_nobody_says(messages: Catalog, language: str) -> None:
    kept = [message.id for message in read_catalog(language) if message.id]
    assert [one for one in kept if one not in messages] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_digits_are_those_of_the_english_message(language: str) -> None:
    for message, english, text in _pairs(read_catalog(language)):
        wanted, found = set(PLACEHOLDER.findall(english)), set(PLACEHOLDER.findall(text))
        assert wanted == found, message.id
        numbers = set(DIGITS.findall(PLACEHOLDER.sub("", english)))
        extra = set(DIGITS.findall(PLACEHOLDER.sub("", text))) - numbers
        assert not extra - {"1", "2"}, message.id


def test_arabic_has_a_form_for_each_kind_of_number() -> None:
    with speaking("ar"):
        forms = {counted("{count} practice", "{count} practices", n) for n in (0, 1, 2, 5, 15, 100)}
        known = {
            counted("See %(num)s practice", "See all %(num)s practices", n)
            for n in (0, 1, 2, 5, 15, 100)
        }
    assert len(forms | known) >= 5


def test_a_message_nobody_translated_is_said_in_english() -> None:
    with speaking("fr"):
        assert translated("a message that no catalog has") == "a message that no catalog has"
    assert PoCatalogs().gettext("en", "Find") == "Find"
