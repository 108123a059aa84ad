"""Words in the form that the head and the parts of a mail need."""

import base64
import binascii
import html
import re

from helpdesk.channels.mail.errors import AddressNotUsable
from helpdesk.channels.mail.headers import LONGEST_ADDRESS, is_address
from helpdesk.channels.mail.incoming import Correspondent
from helpdesk.channels.mail.letters import one_line

WORD_BYTES = 45
"""An encoded word is at most 75 characters long (RFC 2047): 60 of base64 and its frame."""
PLAIN_CHARS = 200
_PLAIN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*$")
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_MOSTLY_ASCII = 6
"""Quoted-printable is shorter than base64 where fewer than one byte in six is above ASCII."""


def header_words(text: str) -> str:
    """A field of free words: as they are, or as encoded words, one a line."""
    clean = one_line(text)
    if not clean or (_PLAIN.match(clean) and "=?" not in clean and len(clean) <= PLAIN_CHARS):
        return clean
    return "\r\n ".join(_encoded(piece) for piece in _pieces(clean))


def mailbox_words(who: Correspondent) -> str:
    """A field that names a mailbox.

    Raises:
        AddressNotUsable: no address, or one that could smuggle in something else.
    """
    address = sendable(who.address)
    name = one_line(who.name)
    if not name:
        return address
    if _PLAIN.match(name) and "=?" not in name and len(name) <= PLAIN_CHARS:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address}>'
    return f"{header_words(name)}\r\n <{address}>"


def sendable(address: str) -> str:
    """The address with its domain in the form of the domain name system.

    Raises:
        AddressNotUsable: see above.
    """
    if len(address) > LONGEST_ADDRESS or not is_address(address):
        raise AddressNotUsable(address=address)
    local, domain = address.rsplit("@", 1)
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise AddressNotUsable(address=address) from error


def encoded_text(text: str) -> tuple[str, bytes]:
    """The transfer encoding and the bytes of a text; short lines, CRLF, any letters."""
    content = (text + "\n").encode("utf-8")
    if sum(byte >= 0x80 for byte in content) * _MOSTLY_ASCII > len(content):
        lines = base64.encodebytes(content.replace(b"\n", b"\r\n"))
        return "base64", lines.replace(b"\n", b"\r\n")
    return "quoted-printable", binascii.b2a_qp(content).replace(b"\n", b"\r\n")


def html_page(text: str, language: str, direction: str) -> str:
    """The text as a small HTML page. Each paragraph finds its own direction."""
    paragraphs = "\n".join(
        f'<p dir="auto">{_with_links(html.escape(one)).replace(chr(10), "<br>" + chr(10))}</p>'
        for one in re.split(r"\n{2,}", text.strip("\n"))
    )
    lang = html.escape(language)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">'
        f"</head>\n<body>\n{paragraphs}\n</body></html>"
    )


def _with_links(escaped: str) -> str:
    return _LINK.sub(lambda found: f'<a href="{found.group()}">{found.group()}</a>', escaped)


def _encoded(piece: str) -> str:
    return f"=?utf-8?b?{base64.b64encode(piece.encode()).decode('ascii')}?="


def _pieces(text: str) -> list[str]:
    """Pieces of whole letters, each of at most `WORD_BYTES` bytes."""
    pieces = [""]
    size = 0
    for letter in text:
        width = len(letter.encode())
        if size + width > WORD_BYTES:
            pieces.append("")
            size = 0
        pieces[-1] += letter
        size += width
    return pieces
