"""Codes as Meilisearch can compare them.

The server compares strings without regard to case, width or outer blanks, and its filters are
text. So every character other than a-z, 0-9, - and _ is written as its UTF-8 bytes in hexadecimal,
%c3%a9: equal codes stay equal, different ones different, and no code can end its quotation.
"""

import re
from urllib.parse import unquote

_PLAIN = re.compile(r"[a-z0-9_-]")
_SAFE_ID = re.compile(r"[a-zA-Z0-9_-]{1,300}")
_ENCODED_ID = "x-"


def encoded(code: str) -> str:
    """The code as it is indexed and filtered."""
    return "".join(char if _PLAIN.match(char) else _bytes_of(char) for char in code)


def _bytes_of(char: str) -> str:
    return "".join(f"%{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def decoded(code: str) -> str:
    """The code as it was given."""
    return unquote(code, errors="strict")


def primary_key(document_id: str) -> str:
    """The id as a primary key, for which only letters, digits, - and _ are allowed."""
    if _SAFE_ID.fullmatch(document_id) and not document_id.startswith(_ENCODED_ID):
        return document_id
    return _ENCODED_ID + document_id.encode("utf-8", "surrogatepass").hex()
