"""Random tokens, what is stored of them, and the guard of forms.

Only a SHA-256 of a token is stored: 256 random bits need no slow hash. What stands for a person's
address in a table is hashed too; that keeps it from being read, not from being guessed by somebody
who holds the table, so those rows are short-lived (`core.people.sweep`).
"""

import hashlib
import hmac
import secrets

API_PREFIX = "gaf_"
MOST_TOKEN = 200


def new_token() -> str:
    """256 random bits in 43 letters that fit an address or a cookie."""
    return secrets.token_urlsafe(32)


def new_person_id() -> str:
    """An id such as "p_8f3b..." that says nothing about the person."""
    return f"p_{secrets.token_hex(8)}"


def hash_of(kind: str, *parts: str) -> str:
    """Hex SHA-256 of what was given; `kind` keeps hashes of different things apart."""
    mixed = hashlib.sha256(kind.encode())
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        mixed.update(len(raw).to_bytes(8, "big") + raw)
    return mixed.hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two texts are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )


def form_guard(secret: str) -> str:
    """A token for a form: an HMAC of a fresh number under the session's secret.

    It differs on every page, so that the size of a compressed page does not give it away
    (https://www.breachattack.com).
    """
    number = secrets.token_hex(8)
    return f"{number}.{_mac(secret, number)}"


def form_guard_matches(secret: str, given: str) -> bool:
    """Whether a form's token was made under this secret."""
    if len(given) > MOST_TOKEN:
        return False
    number, _, mac = given.partition(".")
    return same(_mac(secret, number), mac)


def _mac(secret: str, number: str) -> str:
    return hmac.new(
        secret.encode(), b"form:" + number.encode("utf-8", "surrogatepass"), hashlib.sha256
    ).hexdigest()
