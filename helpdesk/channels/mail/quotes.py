"""The words a person wrote, apart from what her mail program quoted and signed for her.

Line by line, each line looked at a bounded number of times, so that hostile mail costs no more
than its length. Four shapes are told apart:

- the answer above the quote: the quote goes;
- the answer below one quote, or around it: the quote goes;
- answers between quoted lines: the quotes between stay, because "yes" means nothing without them;
- a forwarded message: it is no quote but what was sent.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from helpdesk.channels.mail.quote_words import (
    FORWARDED,
    FROM_LABEL,
    ORIGINAL,
    STARTS,
    SUBJECT_LABEL,
    TO_LABEL,
    WHEN_LABEL,
    WROTE,
    WROTE_ENDS,
)
from helpdesk.channels.mail.signatures import signature_start

MOST_HEADER_LINES = 4
"""A line such as "On ... wrote:" is folded over at most this many."""
MOST_HEADER_CHARS = 400
WRAPPED_AT_CHARS = 65
"""A quoted line at least this long may have been broken by a mail program on its way."""
LABEL_LINES = 10
"""How far below the first of "From:", "Sent:", "To:", "Subject:" the others are looked for."""
LABELS_NEEDED = 3
LABEL_CHARS = 40

_QUOTED = re.compile(r"\s{0,3}>")
_RULE = re.compile(r"\s*[-_=*]{5,}\s*$")
_TIME = re.compile(r"\d{1,2}\s?[:.hH٫]\s?\d{2}")
_DATE_AND_ADDRESS = re.compile(
    r"\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\b[^<>]{0,80}<\s?[^<>\s]+@[^<>\s]+>:?\s*$"
)
_SHARED_LINE = re.compile(
    r"(?<=[^\s-])(?:\s?-{2,9}\s?|\s)(?=On (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6},? .{0,80}\d.*@)"
)
_LABELS = (FROM_LABEL, WHEN_LABEL, TO_LABEL, SUBJECT_LABEL)


@dataclass(frozen=True, slots=True)
class Kept:
    """The parts of a text: what the person wrote, her signature, and what was quoted."""

    reply: str
    signature: str
    quoted: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines `start` up to `end` that are not quoted; the signature begins at `signed`."""

    start: int
    signed: int
    end: int


def kept_words(text: str, sender: str = "") -> Kept:
    """Split `text` (lines end with LF) into reply, signature and quote.

    `sender` is the name (or else the address) the mail came under; it helps to see where she
    signed. The reply is empty where there are only quotes.
    """
    lines = _with_headers_apart(text.split("\n"))
    cut = _cut(lines)
    marks = _quoted_lines(lines, cut)
    runs = _own_runs(lines, marks, sender)
    reply = _reply_lines(runs, marks[:cut])
    signed = [at for run in runs for at in range(run.signed, run.end) if at not in reply]
    taken = reply | set(signed)
    return Kept(
        reply=_joined(lines[at] for at in sorted(reply)),
        signature=_joined(lines[at] for at in signed),
        quoted=_joined(line for at, line in enumerate(lines) if at not in taken),
    )


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _with_headers_apart(lines: list[str]) -> list[str]:
    """Put "On ... wrote:" on a line of its own where it shares one with the answer."""
    apart: list[str] = []
    for line in lines:
        shared = _SHARED_LINE.search(line) if _says_wrote(line) else None
        if shared and not _QUOTED.match(line):
            apart += [line[: shared.start()], line[shared.start() :].lstrip()]
        else:
            apart.append(line)
    return apart


def _reply_lines(runs: list[_Run], marks: list[bool]) -> set[int]:
    """Which lines are the reply. `marks` are the lines above an unmarked quote."""
    written = [run for run in runs if run.signed > run.start]
    if not written:
        return {at for run in runs[:1] for at in range(run.start, run.end)}
    end = written[-1].signed
    first, last = _first_true(marks), len(marks) - _first_true(marks[::-1])
    if any(first < run.start and run.end < last for run in written):
        return set(range(end))
    return {at for run in written for at in range(run.start, min(run.end, end))}


def _first_true(marks: list[bool]) -> int:
    return next((at for at, mark in enumerate(marks) if mark), len(marks))


def _own_runs(lines: list[str], marks: list[bool], sender: str) -> list[_Run]:
    """The stretches of lines that are not quoted and not blank, each with its signature."""
    runs: list[_Run] = []
    end = 0
    for quoted, group in groupby(marks):
        start, end = end, end + len(list(group))
        own = lines[start:end]
        if not quoted and any(line.strip() for line in own):
            runs.append(_Run(start, start + signature_start(own, sender), end))
    return runs


def _quoted_lines(lines: list[str], cut: int) -> list[bool]:
    """For each line whether it is quoted: all below `cut`, and above it those that are marked.

    One line that begins with ">" under no header is taken for words: "> 500 mm of rain".
    """
    marks = [at >= cut or _QUOTED.match(line) is not None for at, line in enumerate(lines)]
    headers = [
        (first, at)
        for at in range(cut)
        if not marks[at] and (first := _header_of_marked(lines, at)) is not None
    ]
    if sum(marks[:cut]) == 1 and not headers:
        return [at >= cut for at in range(len(lines))]
    for first, at in headers:
        marks[first : at + 1] = [True] * (at + 1 - first)
    for at in range(1, cut - 1):
        if not marks[at] and marks[at - 1] and marks[at + 1] and _is_broken_off(lines, at):
            marks[at] = True
    return marks


def _is_broken_off(lines: list[str], at: int) -> bool:
    """Whether a lone line between quoted ones is what a program broke off the one above."""
    above, line = lines[at - 1], lines[at]
    return bool(line.strip()) and (
        len(above) >= WRAPPED_AT_CHARS > len(line)
        or line.lstrip().startswith(("(http", "<http"))
        or above.count("(") > above.count(")")
    )


def _header_of_marked(lines: list[str], at: int) -> int | None:
    """Where the header of marked lines begins that ends at `at`; None where none ends there."""
    if not lines[at].strip() or not _is_above_quote(lines, at):
        return None
    first = _header_start(lines, at)
    if first is not None:
        return first
    is_bare = lines[at].rstrip().endswith((">", ">:")) and _DATE_AND_ADDRESS.search(
        _folded(lines, at)
    )
    return _nearest_start(lines, at, at) if is_bare else None


def _folded(lines: list[str], at: int) -> str:
    """The line and the one above, as one, where they are short enough for a header."""
    both = " ".join(line.strip() for line in lines[max(0, at - 1) : at + 1])
    return both if len(both) <= MOST_HEADER_CHARS else ""


def _cut(lines: list[str]) -> int:
    """Where a quote begins that goes on to the end without marks; the number of lines if none.

    With no words above it, or below the mark of a forwarded message, it is what was sent.
    """
    for at, line in enumerate(lines):
        if not line.strip() or len(line) > MOST_HEADER_CHARS or _QUOTED.match(line):
            continue
        if FORWARDED.match(line):
            break
        first = _unmarked_quote_start(lines, at)
        if first is None:
            continue
        while first and (not lines[first - 1].strip() or _RULE.match(lines[first - 1])):
            first -= 1
        return first if any(one.strip() for one in lines[:first]) else len(lines)
    return len(lines)


def _unmarked_quote_start(lines: list[str], at: int) -> int | None:
    line = lines[at]
    if ORIGINAL.match(line) or _is_label_block(lines, at):
        return at
    first = _header_start(lines, at) if line.rstrip().endswith((":", "：", "-")) else None
    if first is None or _is_above_quote(lines, at):
        return None
    header = " ".join(lines[first : at + 1])
    has_address, has_time = "@" in header, _TIME.search(header) is not None
    is_sure = (has_address and has_time) or (
        (has_address or has_time) and STARTS.match(header) is not None
    )
    return first if is_sure else None


def _is_label_block(lines: list[str], at: int) -> bool:
    """Whether a block such as "From: Sent: To: Subject:" begins here.

    Three of the four, among them "From:", and an address or a subject: "From: Nakuru" and
    "To: Nairobi" can also tell the way of a lorry.
    """
    if not _is_labelled(lines[at]) or (at and _is_labelled(lines[at - 1])):
        return False
    block = [line[:MOST_HEADER_CHARS] for line in lines[at : at + LABEL_LINES]]
    found = {label for label in _LABELS if any(map(label.match, block))}
    return (
        FROM_LABEL in found
        and len(found) >= LABELS_NEEDED
        and (SUBJECT_LABEL in found or any("@" in line for line in block))
    )


def _is_labelled(line: str) -> bool:
    return ":" in line[:LABEL_CHARS] and any(label.match(line) for label in _LABELS)


def _is_above_quote(lines: list[str], at: int) -> bool:
    """Whether the next line that is not blank, at most three below, is quoted."""
    below = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return _QUOTED.match(below) is not None


def _says_wrote(line: str) -> bool:
    if len(line) > MOST_HEADER_CHARS:
        return False
    text = line.strip()
    return WROTE_ENDS.search(text) is not None or (
        text.endswith((":", "：")) and WROTE.search(text) is not None
    )


def _header_start(lines: list[str], end: int) -> int | None:
    """Where "On ... wrote:" begins that ends at `end`; None where no such header ends there.

    It may be folded, and the verb may stand before the name: "... كتب" and then "Amina:".
    """
    if _says_wrote(lines[end]):
        return _nearest_start(lines, end, end)
    if not lines[end].rstrip().endswith((":", "：")):
        return None
    first = _nearest_start(lines, end, None)
    if first is None or first == end:
        return None
    above = " ".join(lines[first:end])
    return first if "@" in above + lines[end] and WROTE.search(above) else None


def _nearest_start(lines: list[str], end: int, otherwise: int | None) -> int | None:
    """The nearest line, at or just above `end`, that can begin a header."""
    for first in range(end, max(-1, end - MOST_HEADER_LINES), -1):
        line = lines[first][:MOST_HEADER_CHARS]
        if not line.strip() or _QUOTED.match(line):
            break
        if STARTS.match(line):
            return first
    return otherwise
