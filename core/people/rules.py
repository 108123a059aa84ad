"""Small truths about people, addresses, waiting and expiry."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Literal

from core.people.errors import EmailNotValid, LanguageCodeNotValid, NameNotValid

MOST_NAME = 120
MOST_EMAIL = 254
"""RFC 5321, 4.5.3.1.3: a path of 256 octets, less its two brackets."""
_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f<>,;:\"\\()\[\]]{1,64}@[^@\s\x00-\x1f\x7f<>,;:\"\\()\[\]]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_PHONE = re.compile(r"\+?[\d\s().\-/]{5,30}")

FRESH_FOR = timedelta(minutes=15)
"""How long after signing in a person may change what protects her account."""
TOUCH_EVERY = timedelta(minutes=1)
"""How exact the last sight of a session is kept: not every page view is a write."""
FORGIVEN_AFTER = timedelta(hours=24)
"""Failed tries are forgotten when none followed for so long."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How long a session lasts, and whether rights need a confirmed second factor."""

    idle: timedelta = timedelta(hours=12)
    absolute: timedelta = timedelta(days=14)
    second_factor: Literal["required", "offered"] = "required"


POLICY = Policy()


@dataclass(frozen=True, slots=True)
class Patience:
    """How many failures are free, and how the wait grows after them. It always ends."""

    free: int
    first_wait: timedelta
    longest_wait: timedelta

    def wait(self, failures: int) -> timedelta:
        """The wait after so many failures in a row: none, then doubling, capped."""
        if failures < self.free:
            return timedelta(0)
        doublings = min(failures - self.free, 30)
        return min(self.longest_wait, self.first_wait * int(2**doublings))

    def wait_left(self, failures: int, last: datetime, at: datetime) -> timedelta:
        """What is left of the wait at `at`. A clock that went back never lengthens it."""
        if at - last > FORGIVEN_AFTER:
            return timedelta(0)
        whole = self.wait(failures)
        return max(timedelta(0), min(whole, last + whole - at))

    @staticmethod
    def after_failing(failures: int, last: datetime, at: datetime) -> int:
        """The number of failures after another one at `at`; long ago ones are forgotten."""
        return 1 if at - last > FORGIVEN_AFTER else failures + 1


AT_ONE_DOOR = Patience(5, timedelta(seconds=15), timedelta(minutes=15))
"""Tries for one e-mail address from one network address."""
FOR_ONE_PERSON = Patience(20, timedelta(seconds=5), timedelta(minutes=1))
"""Tries for one e-mail address from anywhere. Short: strangers must not keep somebody out."""
FROM_ONE_ADDRESS = Patience(50, timedelta(seconds=15), timedelta(minutes=5))
"""Tries from one network address. Many: a whole town may share it."""


def checked_name(name: str) -> str:
    """A name with its white space in order, without signs that turn the text around it.

    Raises:
        NameNotValid: nothing is left of it, or it is too long.
    """
    shown = "".join(
        " " if unicodedata.category(letter) in ("Cc", "Cs") else letter
        for letter in unicodedata.normalize("NFC", name).translate(_TURNING)
    )
    tidy = " ".join(shown.split())
    if not 1 <= len(tidy) <= MOST_NAME:
        raise NameNotValid(most=MOST_NAME)
    return tidy


def checked_email(email: str) -> str:
    """An address without white space around it. Raises `EmailNotValid`."""
    tidy = unicodedata.normalize("NFC", email).strip()
    octets = len(tidy.encode("utf-8", "surrogatepass"))
    if not tidy.isprintable() or not _EMAIL.fullmatch(tidy):
        raise EmailNotValid
    if max(octets, len(folded(tidy))) > MOST_EMAIL:
        raise EmailNotValid
    return tidy


def checked_languages(languages: list[str]) -> list[str]:
    """Language codes, each once, in their order. Raises `LanguageCodeNotValid`."""
    for code in languages:
        if len(code) > 12 or not _LANGUAGE.fullmatch(code):
            raise LanguageCodeNotValid(given=code[:20])
    return list(dict.fromkeys(languages))


def folded(text: str) -> str:
    """A form in which spellings of one e-mail address meet: case, width and composition."""
    once = unicodedata.normalize("NFKC", storable(text).strip()).casefold()
    return unicodedata.normalize("NFKC", once).casefold().strip()


def storable(text: str) -> str:
    """A text that can be asked of both databases; what no database stores is replaced."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()


def folded_contact(contact: str) -> str:
    """A form in which spellings of one e-mail address or telephone number meet."""
    if _PHONE.fullmatch(contact.strip()):
        digits = plain_digits(contact)
        return ("+" if contact.strip().startswith("+") else "") + digits
    return folded(contact)


def plain_digits(text: str) -> str:
    """The digits of a text in ASCII, whatever script they were typed in: ०१२ and ٠١٢ give 012."""
    return "".join(str(unicodedata.decimal(letter)) for letter in text if letter.isdecimal())


def network_of(address: str) -> str:
    """Whom a network address stands for: itself, or in IPv6 the /64 that one customer has."""
    try:
        parsed = ip_address(address.strip().partition("%")[0])
    except ValueError:
        return address.strip()[:100]
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(IPv6Address(int(parsed) >> 64 << 64)) + "/64"
    return str(parsed)


def is_over(
    created: datetime, seen: datetime, expires: datetime, policy: Policy, at: datetime
) -> bool:
    """Whether a session has ended: unused too long, too old, or ended by its own date."""
    return at >= expires or at - seen >= policy.idle or at - created >= policy.absolute


def is_fresh(created: datetime, at: datetime) -> bool:
    """Whether the person has just signed in."""
    return at - created < FRESH_FOR
