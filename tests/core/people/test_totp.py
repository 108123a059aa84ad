"""Codes from an app and recovery codes."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.totp import new_recovery_codes, new_secret, recovery_hash, step_of

NOON = datetime(2026, 3, 1, 12, 0, 10, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert step_of(RFC_SECRET, code, at) == seconds // 30


def test_a_clock_may_be_half_a_minute_off_and_no_more() -> None:
    app = pyotp.TOTP(SECRET)
    here = app.timecode(NOON)
    for off in (-1, 0, 1):
        assert step_of(SECRET, app.generate_otp(here + off), NOON) == here + off
    for off in (-3, -2, 2, 3):
        assert step_of(SECRET, app.generate_otp(here + off), NOON) is None


def test_codes_may_be_typed_in_any_script_and_with_spaces() -> None:
    code = pyotp.TOTP(SECRET).at(NOON)
    hindi = code.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    assert step_of(SECRET, f" {code[:3]} {code[3:]} ", NOON) is not None
    assert step_of(SECRET, hindi, NOON) is not None


@given(st.text(max_size=40))
def test_what_is_not_six_digits_is_no_code(text: str) -> None:
    if sum(letter.isdecimal() for letter in text) != 6:
        assert step_of(SECRET, text, NOON) is None


def test_a_new_secret_comes_as_address_and_picture() -> None:
    made = new_secret("amina@example.org")
    parts = urlsplit(made.address)
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert parse_qs(parts.query)["secret"] == [made.secret]
    assert "amina%40example.org" in made.address
    assert ET.fromstring(made.picture).tag.endswith("svg")  # noqa: S314 - our own
    assert "script" not in made.picture
    assert "style" not in made.picture, "the pages' policy allows no styles inside"
    assert new_secret("amina@example.org").secret != made.secret
    app = pyotp.parse_uri(made.address)
    assert isinstance(app, pyotp.TOTP)
    assert step_of(made.secret, app.at(NOON + timedelta(seconds=5)), NOON) is not None


def test_recovery_codes_are_ten_and_may_be_typed_carelessly() -> None:
    codes = new_recovery_codes()
    assert len(set(codes)) == 10
    code = codes[0]
    careless = code.lower().replace("-", " ")
    assert recovery_hash("p_a", careless) == recovery_hash("p_a", code)
    assert recovery_hash("p_b", code) != recovery_hash("p_a", code)
    assert recovery_hash("p_a", codes[1]) != recovery_hash("p_a", code)


@pytest.mark.parametrize("text", ["", "123456", "A" * 15, "A" * 17, "-" * 200])
def test_what_cannot_be_a_recovery_code_is_not_looked_up(text: str) -> None:
    assert recovery_hash("p_a", text) is None
