"""What a phone loads for one page: requests, and bytes as they travel."""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

import brotli
import httpx

from bench.serving import Visit

_LINKED = frozenset({"stylesheet", "icon", "manifest", "preload"})
"""Relations of a link that a browser loads by itself."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file of a page; `bytes` are those of the body, compressed as it was sent."""

    address: str
    kind: str
    bytes: int


class _Parts(HTMLParser):
    """Finds what a browser loads besides the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and _LINKED & set(given.get("rel", "").split()):
            self.found.setdefault(given["href"], "style")
        elif tag == "script" and given.get("src"):
            self.found.setdefault(given["src"], "script")
        elif tag in ("img", "source", "iframe") and given.get("src"):
            self.found.setdefault(given["src"], "picture")


def parts_of(html: str) -> dict[str, str]:
    """Addresses that a page loads, and what each is: style, script or picture."""
    parts = _Parts()
    parts.feed(html)
    parts.close()
    return parts.found


def loaded(client: httpx.Client, visit: Visit) -> list[Loaded]:
    """The page and everything it loads."""
    body, html = _fetched(client, visit)
    files = [Loaded(visit.path, "page", len(body))]
    for address, kind in parts_of(html).items():
        body, _ = _fetched(client, Visit(address, visit.cookies))
        files.append(Loaded(address, kind, len(body)))
    return files


def weight(files: Sequence[Loaded], *, without: str = "") -> int:
    """Bytes of the files, those of one kind left out."""
    return sum(each.bytes for each in files if each.kind != without)


def _fetched(client: httpx.Client, visit: Visit) -> tuple[bytes, str]:
    """The body as it was sent, and its text."""
    with client.stream("GET", visit.path, headers=visit.headers) as answer:
        answer.raise_for_status()
        body = b"".join(answer.iter_raw())
    packed = answer.headers.get("content-encoding") == "br"
    return body, (brotli.decompress(body) if packed else body).decode()
