"""Names that people's phones and enemies make, and what is shown and served of them."""

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpdesk.attachments.kinds import FORMS, Kind
from helpdesk.attachments.names import MOST_BYTES, MOST_CHARACTERS, display_name, shown_name
from helpdesk.attachments.serving import serving_headers

_HARD = st.text(
    st.characters()
    | st.sampled_from("./\\:\0\r\n\"'%;\u202e\u2066\u200b\u200d\u200c\u0301\u0958\ufeff\U000e0041")
)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("field.jpg", "field.jpg"),
        ("field.PNG", "field.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\Amina\\shamba.jpeg", "shamba.jpg"),
        ("harmless\u202egpj.exe", "harmlessgpj.exe.jpg"),
        ("a\r\nSet-Cookie: b=1.jpg", "a Set-Cookie_ b=1.jpg"),
        ("x\0.php\0.jpg", "x.php.jpg"),
        ("<img src=x onerror=alert(1)>.jpg", "_img src=x onerror=alert(1)_.jpg"),
        ("photo.jpg.png.webp", "photo.jpg"),
        (".htaccess", "htaccess.jpg"),
        ("   ...   ", "photo.jpg"),
        ("", "photo.jpg"),
        (".jpg", "photo.jpg"),
        ("CON.jpg", "_CON.jpg"),
        ("aux.tar.jpg", "_aux.tar.jpg"),
        ("Rapport 3.5 ha.jpg", "Rapport 3.5 ha.jpg"),
        ("क्‍ष खेत.jpg", "क्‍ष खेत.jpg"),
        ("می‌خواهم.jpg", "می‌خواهم.jpg"),
        ("\u200dstart\u200b.jpg", "start.jpg"),
        ("e" + "\u0301" * 50 + ".jpg", "é" + "\u0301" * 4 + ".jpg"),
    ],
)
def test_a_name_is_made_safe(sent: str, shown: str) -> None:
    assert display_name(sent, Kind.JPEG) == shown


def test_the_ending_tells_what_the_file_is_and_not_what_it_was_called() -> None:
    assert display_name("page.html", Kind.TEXT) == "page.html.txt"
    assert display_name("voice.mp3", Kind.AAC) == "voice.aac"
    assert display_name("", Kind.AMR) == "voice.amr"
    assert display_name("", Kind.PDF) == "paper.pdf"


def test_a_long_name_keeps_its_beginning_and_its_ending() -> None:
    assert display_name("x" * 300 + ".jpg", Kind.JPEG) == "x" * (MOST_CHARACTERS - 4) + ".jpg"
    hindi = display_name("खेत " * 100, Kind.JPEG)
    assert hindi.startswith("खेत खेत")
    assert len(hindi.encode()) <= MOST_BYTES


@given(_HARD, st.sampled_from(Kind))
@example("\u0958" * 80, Kind.JPEG)
def test_every_name_is_one_short_visible_line_with_the_true_ending(name: str, kind: Kind) -> None:
    shown = display_name(name, kind)
    stem, _, suffix = shown.rpartition(".")
    assert suffix == FORMS[kind].suffixes[0]
    assert stem
    assert len(shown) <= MOST_CHARACTERS
    assert len(shown.encode()) <= MOST_BYTES
    assert not re.search(r'[<>:"/\\|?*]', shown)
    assert shown == shown.strip(" .")
    hidden = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn")}
    assert hidden <= {"\u200c", "\u200d"}
    assert unicodedata.is_normalized("NFC", shown)


@given(_HARD, st.sampled_from(Kind))
def test_a_safe_name_is_left_as_it_is(name: str, kind: Kind) -> None:
    once = display_name(name, kind)
    assert display_name(once, kind) == once


@given(_HARD)
def test_the_name_of_a_refused_file_is_safe_to_show_too(name: str) -> None:
    shown = shown_name(name)
    assert shown
    assert len(shown) <= MOST_CHARACTERS
    assert not re.search(r"[\x00-\x1f<>/\\\u202a-\u202e\u2066-\u2069]", shown)


def test_a_refused_file_is_named_with_the_ending_it_was_sent_with() -> None:
    assert shown_name("C:\\x\\letter.docx") == "letter.docx"
    assert shown_name("\u202e") == "?"


@given(_HARD, st.sampled_from(Kind))
def test_headers_hold_one_line_of_ascii_whose_name_comes_back_whole(name: str, kind: Kind) -> None:
    headers = serving_headers(kind, name)
    for value in headers.values():
        assert re.fullmatch(r"[\x20-\x7e]+", value)
    disposition = headers["Content-Disposition"]
    found = re.fullmatch(
        r"(?:inline|attachment); filename=\"([^\"\\%]*)\"(?:; filename\*=UTF-8''([^;]*))?",
        disposition,
    )
    assert found
    assert (unquote(found[2]) if found[2] else found[1]) == display_name(name, kind)


def test_only_photos_made_anew_and_voices_are_shown_in_place() -> None:
    shown = {
        kind
        for kind in Kind
        if serving_headers(kind, "a")["Content-Disposition"].startswith("inline")
    }
    assert shown == {Kind.JPEG} | {kind for kind in Kind if FORMS[kind].family == "voice"}


@pytest.mark.parametrize("kind", list(Kind))
def test_no_attachment_can_act_on_our_pages(kind: Kind) -> None:
    headers = serving_headers(kind, "a.html")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Content-Type"] == FORMS[kind].media_type
    assert headers["Cache-Control"].startswith("private")
    assert not re.search("html|script|xml|svg", headers["Content-Type"])
