"""Passwords: which are good enough, and how they are hashed and compared.

Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, two passes, one
lane: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html). Length is
all that is asked, and that it is not among the first that anybody would guess (NIST SP 800-63B,
3.1.1.2); no rules about letters and signs.

Hashing takes tens of milliseconds on purpose: do it before a transaction begins, never in one.
"""

import secrets
import threading
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from core.people.errors import PasswordTooEasy, PasswordTooLong, PasswordTooShort

LEAST = 10
MOST = 1000
MOST_AT_ONCE = 4
"""Hashes computed at the same time in one process: 19 MiB each."""

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turns = threading.BoundedSemaphore(MOST_AT_ONCE)

_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)
_WORDS = frozenset({
    "password", "passwort", "motdepasse", "contraseña", "contrasena", "clave", "senha", "parola",
    "nenosiri", "पासवर्ड", "كلمةالسر", "كلمةالمرور", "welcome", "bienvenue", "bienvenido",
    "bemvindo", "karibu", "admin", "administrator", "letmein", "iloveyou", "qwerty", "azerty",
    "changeme", "secret", "gafolup", "helpdesk", "football", "dragon", "monkey",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class HashedPassword:
    """A password that was good enough, as it is stored."""

    value: str = field(repr=False)


def hash_password(password: str, about: tuple[str, ...] = ()) -> HashedPassword:
    """Check a new password and hash it. Slow; call it outside of any transaction.

    Args:
        about: her names and e-mail address, which anybody would try.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooEasy: it is not good enough.
    """
    plain = _composed(password)
    if len(plain) < LEAST:
        raise PasswordTooShort(least=LEAST)
    if len(plain) > MOST:
        raise PasswordTooLong(most=MOST)
    if is_easy(plain, about):
        raise PasswordTooEasy
    with _turns:
        return HashedPassword(_hasher.hash(plain.encode("utf-8", "surrogatepass")))


def is_right(password: str, stored: str | None) -> bool:
    """Whether this is the password that was stored; takes as long when none is stored. Slow."""
    nobodys = _nobodys()
    plain = _composed(password[: MOST * 4])
    with _turns:
        try:
            _hasher.verify(stored or nobodys, plain.encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return stored is not None


def renewed(password: str, stored: str) -> HashedPassword | None:
    """The hash made anew if the stored one is weaker than today's, of a password that was right."""
    if not _hasher.check_needs_rehash(stored):
        return None
    with _turns:
        return HashedPassword(_hasher.hash(_composed(password).encode("utf-8", "surrogatepass")))


def is_easy(password: str, about: tuple[str, ...] = ()) -> bool:
    """Whether it is one of the first to be guessed.

    A few signs over and over; a walk along the keyboard, the alphabet or the digits; a common word
    or one of `about` with nothing but digits and signs beside it.
    """
    plain = password.casefold()
    if len(set(plain)) < 5:
        return True
    if _is_walk(plain):
        return True
    bare = _letters(plain)
    if not bare:
        return len(set(plain)) < 6
    names = {_letters(part) for text in about for part in (text, *text.replace("@", " ").split())}
    known = _WORDS | {name.casefold() for name in names if name}
    return any(bare == word * (len(bare) // len(word)) for word in known)


def _is_walk(text: str) -> bool:
    """Whether the text is made of runs along one row, there, back, or over and over."""
    for row in _ROWS:
        for way in (row, row[::-1]):
            long = way * (len(text) // len(way) + 2)
            if text in long:
                return True
    return False


def _letters(text: str) -> str:
    """The text without digits, signs and white space; marks stay, they spell words."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LM")


def _composed(password: str) -> str:
    """One form for what different keyboards send for the same letters (NIST SP 800-63B)."""
    return unicodedata.normalize("NFKC", password)


@cache
def _nobodys() -> str:
    """A hash that no password fits, to compare with when there is none."""
    return _hasher.hash(secrets.token_bytes(32))
