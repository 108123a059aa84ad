"""Letters that are written right, wrong, or in a way nobody said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.channels.mail.charsets import decode
from helpdesk.channels.mail.incoming import Fault
from helpdesk.channels.mail.mojibake import repaired

WORDS = {
    "fr": "Ma récolte de maïs est brûlée, là-bas « à côté »…",
    "es": "¿Qué señal da el ñame?",
    "pt": "O pão não é nosso; avós, açúcar",
    "ar": "السلام عليكم، الذرة صفراء",
    "hi": "मेरी फसल पीली है।",
    "sw": "Mahindi yangu ni “manjano”",
}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("declared", ["utf-8", "UTF8", '"utf-8"', "x-unknown", None, "us-ascii"])
def test_utf_8_is_read_whatever_it_is_called(language: str, declared: str | None) -> None:
    assert decode(WORDS[language].encode(), declared).text == WORDS[language]


@pytest.mark.parametrize(
    ("codec", "language", "declared"),
    [
        ("cp1252", "fr", "iso-8859-1"),
        ("cp1252", "fr", "windows-1252"),
        ("cp1252", "es", "latin1"),
        ("cp1256", "ar", "windows-1256"),
        ("cp1256", "ar", "Windows-1256"),
        ("cp1256", "ar", "cp-1256"),
        ("iso8859-6", "ar", "ISO-8859-6"),
        ("utf-16", "hi", "utf-16"),
        ("utf-7", "ar", "utf-7"),
        ("utf-16", "hi", None),
        ("utf-8-sig", "hi", "us-ascii"),
    ],
)
def test_what_is_declared_is_believed(codec: str, language: str, declared: str | None) -> None:
    assert decode(WORDS[language].encode(codec), declared).text == WORDS[language]


def test_text_of_one_byte_a_letter_is_guessed_where_nobody_says() -> None:
    arabic = decode(WORDS["ar"].encode("cp1256"), None)
    french = decode(WORDS["fr"].encode("cp1252"), "x-unknown")
    assert (arabic.text, french.text) == (WORDS["ar"], WORDS["fr"])
    assert arabic.faults == french.faults == (Fault.CHARACTERS_GUESSED,)


def test_chinese_that_could_pass_for_utf_8_is_read_as_declared() -> None:
    assert decode("联通".encode("gb18030"), "gb2312").text == "联通"


@pytest.mark.parametrize("name", ["zlib", "bz2", "hex", "rot13", "unicode_escape", "idna", "uu"])
def test_codecs_that_are_no_character_sets_are_not_used(name: str) -> None:
    assert decode(b"caf\xc3\xa9 \\u0041", name).text == "café \\u0041"


def test_broken_letters_are_marked_and_the_rest_is_kept() -> None:
    decoded = decode("मेरी फसल".encode()[:-1], "utf-8")
    assert decoded.text.startswith("मेरी फस")
    assert Fault.CHARACTERS_LOST in decoded.faults


@given(st.binary(), st.none() | st.sampled_from(["utf-8", "gb2312", "utf-7", "koi8-r", "x"]))
def test_any_bytes_give_some_text(content: bytes, declared: str | None) -> None:
    assert isinstance(decode(content, declared).text, str)


@pytest.mark.parametrize("language", WORDS)
def test_letters_spoiled_once_or_twice_are_put_right(language: str) -> None:
    spoiled = decode(WORDS[language].encode(), None).text
    for _ in range(2):
        spoiled = "".join(
            bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in spoiled.encode()
        )
        assert repaired(spoiled) == WORDS[language]


@pytest.mark.parametrize(
    "text", [*WORDS.values(), "là\u00a0» É«", "NÃO, AVÓS, ÂNGULO", "naïve Ã ©"]
)
def test_good_letters_are_left_alone(text: str) -> None:
    assert repaired(text) == text
