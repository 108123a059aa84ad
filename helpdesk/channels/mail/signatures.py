"""Where the signature of a mail begins."""

import re

from helpdesk.channels.mail.quote_words import CLOSINGS, FOOTERS, SENT_FROM

MOST_LINES = 25
"""A signature longer than this is taken for words of the writer."""
MOST_BELOW_NAME = 8
MOST_BELOW_PHONE = 3
MOST_PARTS = 4
"""Name, phone, list and scanner may each have put something below, one after the other."""
SHORT_CHARS = 80
LONGEST_CHARS = 160
NAME_CHARS = 40
NAME_WORDS = 4

_DELIMITER = re.compile(r"\s{0,3}--\s*$")
_LOOSE_DELIMITER = re.compile(r"\s{0,3}(?:—|__)\s*$")
_RULE = re.compile(r"\s{0,3}(?:[-_=*]{5,}|(?:[-_] ){5,})\s*$")
_DASHED_NAME = re.compile(r"\s{0,3}[-–—]{1,2}[^\W\d_]\S*(?: [^\W\d_]\S*){0,3}\s*$")
_CONTACT = re.compile(
    r"@|https?://|www\.|\(?\+?\d[\d\s().-]{6,}|\b(?:via|tel|mob|cell|fax|skype|whatsapp)\b",
    re.IGNORECASE,
)
_UNCLOSED = ("?", "؟", "!", ":", "…")


def signature_start(lines: list[str], sender: str = "") -> int:
    """Index of the first line of the signature in `lines`, or their number where there is none.

    `lines` are what a person wrote, without quotes; `sender` is the name or the address the mail
    came under. 0 where all of it is signature.
    """
    end = start = _without_blank_end(lines, len(lines))
    for _ in range(MOST_PARTS):
        found = _topmost(lines[max(0, start - MOST_LINES) : start], sender)
        found += max(0, start - MOST_LINES)
        if found >= start:
            break
        start = _without_blank_end(lines, found)
    return len(lines) if start == end else start


def _without_blank_end(lines: list[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _topmost(lines: list[str], sender: str) -> int:
    """The first line of `lines` with which a signature can begin; their number where none can."""
    for at, line in enumerate(lines):
        below = [one.strip() for one in lines[at + 1 :] if one.strip()]
        above = lines[at - 1].strip() if at else ""
        if line.strip() and (
            _is_marked(line, below)
            or _is_signed_off(line, below, sender)
            or _is_sole_name(line, above, below)
            or (not above and _is_sender_card(line, below, sender))
        ):
            return at
    return len(lines)


def _is_marked(line: str, below: list[str]) -> bool:
    """Whether a program or a custom marks what is below as no part of the words."""
    if _DELIMITER.match(line):
        return all(len(one) <= LONGEST_CHARS for one in below)
    if _LOOSE_DELIMITER.match(line):
        return len(below) <= MOST_BELOW_NAME and all(_is_short(one) for one in below)
    if _RULE.match(line):
        return _is_footer(below) or _is_card(below)
    if SENT_FROM.match(line.strip()):
        return len(below) <= MOST_BELOW_PHONE and all(_is_short(one) for one in below)
    return FOOTERS.match(line.strip()) is not None and all(
        len(one) <= LONGEST_CHARS for one in below
    )


def _is_signed_off(line: str, below: list[str], sender: str) -> bool:
    """Whether the line closes a letter and a name follows."""
    return (
        CLOSINGS.match(line) is not None
        and 0 < len(below) <= MOST_BELOW_NAME
        and (_is_name(below[0]) or _is_sender(below[0], sender))
        and all(_is_short(one) for one in below)
    )


def _is_sole_name(line: str, above: str, below: list[str]) -> bool:
    """Whether the last line is a name behind a dash that is no item of a list."""
    return not below and not above.startswith(("-", "–", "*")) and bool(_DASHED_NAME.match(line))


def _is_sender_card(line: str, below: list[str], sender: str) -> bool:
    """Whether the line names the sender and what follows can stand on a visiting card."""
    if len(below) > MOST_BELOW_NAME or not all(_is_short(one) for one in below):
        return False
    return _is_sender(line, sender) or (_is_of_address(line, sender) and _is_card(below))


def _is_footer(below: list[str]) -> bool:
    return any(FOOTERS.search(one) or "mailing list" in one.lower() for one in below[:3])


def _is_card(below: list[str]) -> bool:
    return any(_CONTACT.search(one) for one in below) and all(_is_short(one) for one in below)


def _is_short(line: str) -> bool:
    return len(line) <= SHORT_CHARS and (
        not line.endswith(_UNCLOSED) or bool(_CONTACT.search(line))
    )


def _is_name(line: str) -> bool:
    """Whether it can be a name: few words, capitals where the script has them."""
    words = [word for word in re.split(r"[\s,.*_]+", line) if word]
    return (
        0 < len(words) <= NAME_WORDS
        and len(line) <= NAME_CHARS
        and not line.endswith(_UNCLOSED)
        and all(word[0].isupper() or not word[0].islower() for word in words)
        and not any(letter.isdigit() for letter in line)
    )


def _is_sender(line: str, sender: str) -> bool:
    """Whether the line is little more than the sender's name: all its words, or the first."""
    name = _words(sender)
    words = _words(line)
    if not name or not words or len(line) > NAME_CHARS or "@" in sender:
        return False
    if words == name[:1]:
        return len(name[0]) > 1
    return len(name) > 1 and set(name) <= set(words) and len(words) <= len(name) + 3


def _is_of_address(line: str, sender: str) -> bool:
    """Whether the line begins with the name that an address begins with: amina of amina@..."""
    local = re.split(r"[@._+-]", sender.casefold())[0] if "@" in sender else ""
    words = _words(line)
    return len(local) > 2 and len(line) <= NAME_CHARS and words[:1] == [local]


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s*_\-–—,.]+", text.casefold()) if word]
