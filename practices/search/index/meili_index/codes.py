"""Codes and ids as Meilisearch can compare them.

The server compares strings without regard to case, width or outer blanks, and its filters are
text. So every character other than a-z, 0-9, - and _ is written as its UTF-8 bytes in hexadecimal,
%c3%a9: equal codes stay equal, different ones different, and no code can end its quotation.
"""

import hashlib
import re
from urllib.parse import unquote

FILTERED_BYTES_MOST = 468
"""Longer values are cut in the server's key-value store, and then match no filter."""

_PLAIN = re.compile(r"[a-z0-9_-]")
_SAFE_ID = re.compile(r"[a-z0-9_-]{1,300}")
_MADE_ID = "x-"


def encoded(code: str) -> str:
    """The code as it is indexed and filtered."""
    return "".join(char if _PLAIN.match(char) else _bytes_of(char) for char in code)


def _bytes_of(char: str) -> str:
    return "".join(f"%{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def decoded(code: str) -> str:
    """The code as it was given."""
    return unquote(code, errors="strict")


def primary_key(document_id: str) -> str:
    """The id as a primary key: only letters, digits, - and _ are allowed, at most 511 bytes.

    Filters name documents by it, so capitals, which a filter does not tell apart, are no part of
    it. Every other id is known by its digest (256 bits of BLAKE2b).
    """
    if _SAFE_ID.fullmatch(document_id) and not document_id.startswith(_MADE_ID):
        return document_id
    whole = document_id.encode("utf-8", "surrogatepass")
    return _MADE_ID + hashlib.blake2b(whole, digest_size=32).hexdigest()
