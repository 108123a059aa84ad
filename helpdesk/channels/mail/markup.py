"""HTML of a mail as text: paragraphs, lists and quotes kept, all else left out.

One pass over the tags, found by their angle brackets, so that hostile HTML costs no more than its
length (the parser of the standard library needs the square of it for some broken input).
Quotes become lines that begin with ">", as in mail without HTML.
"""

import html
import re
from dataclasses import dataclass

_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?![a-zA-Z0-9])([^>]*)>", re.DOTALL)
_HREF = re.compile(r"href\s*=\s*(?:\"(http[^\"]{1,2000})\"|'(http[^']{1,2000})')", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]{1,200})\"|'([^']{1,200})')", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SPACES = re.compile("[ \t\r\n\f]+")
_EMPTY_LINES = re.compile(r"\n{3,}")

_SILENT = {"script", "style", "title", "template", "noscript", "xml"}
_BREAKING = {"div", "tr", "table", "tbody", "form", "header", "footer", "dt", "dd", "hr", "li"}
_BREAKING |= {"section", "article", "center", "address", "body", "html", "br"}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "area", "base", "col", "wbr"}
MOST_OPEN_TAGS = 200
DEEPEST_QUOTE = 20
CHARSET_BYTES = 2048


def text_of_html(source: str) -> str:
    """The words of an HTML mail, lines ended by LF."""
    first, *chunks = _without_comments(source).split("<")
    page = _Page()
    page.say(first)
    silent = ""
    for chunk in chunks:
        match = _TAG.match(chunk)
        closing, name = (match[1] == "/", match[2].lower()) if match else (False, "")
        if silent:
            silent = "" if closing and name == silent else silent
            if silent or not match:
                continue
        elif match is None:
            page.say(chunk.partition(">")[2] if chunk[:1] in ("!", "?", "/") else "<" + chunk)
            continue
        elif name in _SILENT:
            silent = "" if closing or match[3].endswith("/") else name
        elif closing:
            page.close(name)
        else:
            page.open(name, match[3])
        if not silent:
            page.say(chunk[match.end() :])
    return page.text()


def declared_charset(content: bytes) -> str | None:
    """The character set that the head of an HTML file names."""
    match = _CHARSET.search(content[:CHARSET_BYTES])
    return match[1].decode("ascii", "replace") if match else None


def _without_comments(source: str) -> str:
    kept: list[str] = []
    end = 0
    while (start := source.find("<!--", end)) >= 0:
        kept.append(source[end:start])
        close = source.find("-->", start)
        end = len(source) if close < 0 else close + 3
    kept.append(source[end:])
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    hidden: bool
    link: str
    words_before: int


class _Page:
    """What has been read so far: lines of words, and the tags that are open."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._tags: list[_Tag] = []
        self._hidden = self._exact = self._quotes = 0

    def say(self, source: str) -> None:
        """Words between two tags."""
        if not source or self._hidden:
            return
        words = html.unescape(source)
        if not self._exact:
            self._words.append(_SPACES.sub(" ", words))
            return
        first, *rest = words.replace("\r\n", "\n").split("\n")
        self._words.append(first)
        for line in rest:
            self._break()
            self._words.append(line)

    def open(self, name: str, attributes: str) -> None:
        """A tag that begins."""
        if name == "br" or (self._words and name in _BREAKING | _PARAGRAPHS):
            self._break()
        if name in _PARAGRAPHS:
            self._lines.append(self._prefix().rstrip())
        if name == "li":
            self._words.append("- ")
        elif name in ("td", "th"):
            self._words.append(" ")
        elif name == "img" and (alt := _ALT.search(attributes)):
            self.say(alt[1] or alt[2])
        if name not in _VOID and len(self._tags) < MOST_OPEN_TAGS:
            link = _HREF.search(attributes) if name == "a" else None
            address = html.unescape(link[1] or link[2]) if link else ""
            hidden = _HIDDEN.search(attributes) is not None
            self._tags.append(_Tag(name, hidden, address, len(self._words)))
            self._count(self._tags[-1], 1)

    def close(self, name: str) -> None:
        """A tag that ends, and those inside it that were left open."""
        if not any(tag.name == name for tag in self._tags):
            return
        if self._words and name in _BREAKING | _PARAGRAPHS:
            self._break()
        while self._end_last() != name:
            continue
        if name in _PARAGRAPHS:
            self._lines.append(self._prefix().rstrip())

    def _end_last(self) -> str:
        """Close the innermost tag; behind a link whose words are not its address stands that."""
        tag = self._tags.pop()
        self._count(tag, -1)
        words = "".join(self._words[tag.words_before :]).strip() if tag.link else ""
        if words and words not in tag.link:
            self._words.append(f" ({tag.link})")
        return tag.name

    def _count(self, tag: _Tag, change: int) -> None:
        self._hidden += change * tag.hidden
        self._exact += change * (tag.name == "pre")
        self._quotes += change * (tag.name == "blockquote")

    def text(self) -> str:
        """All that was read."""
        self._break()
        return _EMPTY_LINES.sub("\n\n", "\n".join(self._lines)).strip("\n")

    def _break(self) -> None:
        words = "".join(self._words).strip(" \t")
        self._words.clear()
        self._lines.append((self._prefix() + words).rstrip())

    def _prefix(self) -> str:
        return "> " * min(DEEPEST_QUOTE, self._quotes)
