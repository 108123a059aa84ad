"""Codes from an app (TOTP, RFC 6238) and the recovery codes that stand in for them."""

import io
import secrets
from dataclasses import dataclass, field
from datetime import datetime

import pyotp
import segno

from core.people.rules import plain_digits
from core.people.tokens import hash_of, same

ISSUER = "GAFOLUP Helpdesk"
DIGITS = 6
STEPS_AROUND = 1
"""A phone's clock may be half a minute off, either way."""
RECOVERY_CODES = 10
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not taken for one another on paper."""
_RECOVERY_LETTERS = 16


@dataclass(frozen=True, slots=True)
class NewSecret:
    """What an app needs, shown once: as an address, as a picture (SVG) and to type by hand."""

    secret: str = field(repr=False)
    address: str = field(repr=False)
    picture: str = field(repr=False)


def new_secret(account: str) -> NewSecret:
    """A secret of 160 bits for `account` (what the app shows beside the code)."""
    secret = pyotp.random_base32(32)
    address = pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=ISSUER)
    return NewSecret(secret, address, _picture(address))


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """The time step (of 30 s) a code belongs to, around `at`; None if it fits none."""
    digits = plain_digits(code)
    if len(digits) != DIGITS or len(code) > 4 * DIGITS:
        return None
    clock = pyotp.TOTP(secret)
    now = clock.timecode(at)
    found = None
    for step in range(now - STEPS_AROUND, now + STEPS_AROUND + 1):
        if same(clock.generate_otp(step), digits):
            found = step
    return found


def new_recovery_codes() -> list[str]:
    """Ten codes such as "7KQ2-..." of 78 bits each, to be kept on paper."""
    codes = []
    for _ in range(RECOVERY_CODES):
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_RECOVERY_LETTERS))
        codes.append("-".join(letters[at : at + 4] for at in range(0, _RECOVERY_LETTERS, 4)))
    return codes


def recovery_hash(person: str, code: str) -> str | None:
    """What is stored of a recovery code, however it was typed; None if it cannot be one."""
    letters = "".join(letter for letter in code[:100].upper() if letter.isalnum())
    if len(letters) != _RECOVERY_LETTERS:
        return None
    return hash_of("recovery", person, letters)


def _picture(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", scale=4, border=4, dark="#000", light="#fff", xmldecl=False, nl=False
    )
    return drawn.getvalue().decode()
