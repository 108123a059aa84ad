"""From bytes to text: character sets that are right, wrong, unknown or missing.

The rules follow the WHATWG Encoding Standard (https://encoding.spec.whatwg.org) where it speaks:
what is called Latin-1 or ASCII is read as windows-1252. Only encodings of this list are used, as
Python also has codecs (punycode, unicode_escape) that are no character sets of mail.
"""

import re
from dataclasses import dataclass

from helpdesk.channels.mail.incoming import Fault

_SINGLE_BYTE = {
    **dict.fromkeys(
        ("us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "l1", "cp1252", "ansi"),
        "cp1252",
    ),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("iso-8859-6-i", "iso-8859-6-e"), "iso8859-6"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8-e"), "iso8859-8"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **{f"windows-{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"cp{n}": f"cp{n}" for n in (437, 720, 850, 852, 858, 864, 866, *range(1250, 1259))},
    **dict.fromkeys(("koi8-r", "koi8-u"), "koi8-u"),
    **dict.fromkeys(("macintosh", "mac", "macroman", "x-mac-roman"), "mac-roman"),
    "x-mac-arabic": "mac-arabic",
}
_MULTI_BYTE = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "x-gbk", "euc-cn"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "cp932"), "cp932"),
    "euc-jp": "euc-jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-kr": "iso2022_kr",
    "hz-gb-2312": "hz",
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "cp949", "uhc"), "cp949"),
    **dict.fromkeys(("utf-16", "utf16", "unicode"), "utf-16"),
    **dict.fromkeys(("utf-16le", "utf-16-le"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "utf-16-be"), "utf-16-be"),
    **dict.fromkeys(("utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7"), "utf-7"),
    **dict.fromkeys(("utf-32", "utf-32le", "utf-32be"), "utf-32"),
}
_UTF8 = {"utf-8", "utf8", "utf-8-sig", "utf8mb4", "unicode-1-1-utf-8", "x-utf-8"}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HIGH = bytes(range(0x80, 0x100))
_NO_LETTERS = bytes(byte for byte in range(0x80) if not chr(byte).isalpha())
_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_CP1252 = {
    byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _HOLES
}
_ARABIC_SHARE = 0.4
"""Of the letters, how many lie above ASCII in Arabic text of one byte a letter, at least."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what had to be guessed or given up to get it."""

    text: str
    faults: tuple[Fault, ...] = ()


def decode(content: bytes, declared: str | None) -> Decoded:
    """The text of `content`, whose sender says it is written in `declared`."""
    if content.isascii() and not _is_stateful(declared):
        return Decoded(content.decode("ascii"))
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return _strict(content, codec) or _loose(content)
    label = _label(declared)
    if label in _MULTI_BYTE:
        # Short Chinese or Japanese words can pass for UTF-8: the sender is asked first.
        found = _strict(content, _MULTI_BYTE[label]) or _strict(content, "utf-8", guessed=True)
        return found or _lossy(content, _MULTI_BYTE[label])
    # Chance does not make text of one byte a letter into valid UTF-8: a wrong label does.
    known = label in _UTF8 or label in _SINGLE_BYTE
    found = _strict(content, "utf-8", guessed=label not in _UTF8)
    if found:
        return found
    if label in _SINGLE_BYTE:
        return _strict(content, _SINGLE_BYTE[label]) or _lossy(content, _SINGLE_BYTE[label])
    if known and _mostly_utf8(content):
        return _lossy(content, "utf-8")
    return _loose(content)


def _label(declared: str | None) -> str:
    label = (declared or "").strip(" \t\r\n\"';").lower().replace(" ", "")
    label = re.sub(r"^(?:charset=|x-(?=windows|cp|iso))", "", label)
    label = re.sub(r"^iso_?8859[-_](?=\d)", "iso-8859-", label)
    label = re.sub(r"^iso(?=8859)", "iso-", label)
    label = re.sub(r"^(?:win|windows|cp|ms)[-_]?(?=125\d)", "windows-", label)
    return re.sub(r"^(?:ibm|cp)[-_]?(?=\d)", "cp", label)


def _is_stateful(declared: str | None) -> bool:
    """Whether plain ASCII bytes may mean other letters."""
    label = _label(declared)
    return label.startswith(("iso-2022", "hz", "utf-7", "utf-16", "utf-32", "unicode", "utf16"))


def _strict(content: bytes, codec: str, *, guessed: bool = False) -> Decoded | None:
    try:
        text = content.decode(codec)
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, (Fault.CHARACTERS_GUESSED,) if guessed else ())


def _lossy(content: bytes, codec: str) -> Decoded:
    """The text with what cannot be read as U+FFFD; holes of windows-1252 as their own number."""
    if codec == "cp1252":
        return Decoded(content.decode("latin-1").translate(_CP1252), (Fault.CHARACTERS_LOST,))
    return Decoded(content.decode(codec, "replace"), (Fault.CHARACTERS_LOST,))


def _mostly_utf8(content: bytes) -> bool:
    """Whether little of what is not ASCII breaks the rules of UTF-8."""
    high = len(content) - len(content.translate(None, _HIGH))
    return content.decode("utf-8", "replace").count("�") * 4 < high


def _loose(content: bytes) -> Decoded:
    """A guess: Arabic where most letters lie above ASCII, else the languages of Latin script."""
    if _mostly_utf8(content):
        return _lossy(content, "utf-8")
    letters = content.translate(None, _NO_LETTERS)
    high = len(letters) - len(letters.translate(None, _HIGH))
    codec = "cp1256" if high > _ARABIC_SHARE * len(letters) else "cp1252"
    found = _strict(content, codec, guessed=True)
    return found or _lossy(content, codec)
