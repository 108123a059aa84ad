"""The outermost layer of the site: which language is spoken, which headers go out, what is fresh.

A page's address begins with its language (`/fr/practices/zai-pits`). An address without one is
sent to the reader's: her cookie first, then what her browser asks for. Machine addresses (`/api/`,
`/static/`) have no language in them; the API speaks the one it is asked for.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any, Protocol, cast
from urllib.parse import parse_qs, quote

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from core.words import speaking

LANGUAGE_COOKIE = "language"
YEAR_SECONDS = 365 * 24 * 3600
MACHINE_PATHS = ("/api/", "/static/", "/healthz", "/robots.txt", "/favicon.ico")

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html"""
_SENT = tuple((name.lower().encode(), value.encode()) for name, value in SECURITY_HEADERS.items())


class ServedLanguage(Protocol):
    """What the shell must know of a language."""

    @property
    def code(self) -> str: ...
    @property
    def name_own(self) -> str: ...
    @property
    def direction(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages of the site and the way to choose one from an Accept-Language header."""

    languages: Sequence[ServedLanguage]
    negotiate: Callable[[str], str]

    def serves(self, code: str) -> bool:
        """Whether pages exist in this language."""
        return any(language.code == code for language in self.languages)

    def language(self, code: str) -> ServedLanguage:
        """The language with this code; the first one served for a code that is not."""
        return next((one for one in self.languages if one.code == code), self.languages[0])


class Edge:
    """ASGI middleware around the whole site."""

    def __init__(self, app: ASGIApp, spoken: Spoken) -> None:
        self._app = app
        self._spoken = spoken

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        kind: str = scope["type"]
        if kind != "http":
            await self._app(scope, receive, send)
            return
        scope = _as_served(scope)
        headers = {name.lower(): value for name, value in scope["headers"]}
        method: str = cast("HTTPScope", scope)["method"]
        answer = _Answer(send, headers.get(b"if-none-match", b""), method)
        path: str = scope["path"]
        if path.startswith(MACHINE_PATHS):
            language = self._of_machine(scope, headers)
        else:
            first, _, rest = path.lstrip("/").partition("/")
            if not self._spoken.serves(first):
                await answer.redirect(self._in_language(scope, headers))
                return
            language = first
            scope["path"] = f"/{rest}"
            scope["raw_path"] = quote(scope["path"]).encode()
            answer.remember = language
        scope["state"] = {**scope.get("state", {}), "language": language}
        with speaking(language):
            await self._app(scope, receive, answer.send)

    def _of_machine(self, scope: Scope, headers: Mapping[bytes, bytes]) -> str:
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        return asked if self._spoken.serves(asked) else self._preferred(headers)

    def _in_language(self, scope: Scope, headers: Mapping[bytes, bytes]) -> str:
        query = scope["query_string"].decode("latin-1")
        path = quote(scope["path"].lstrip("/"))
        return f"/{self._preferred(headers)}/{path}" + (f"?{query}" if query else "")

    def _preferred(self, headers: Mapping[bytes, bytes]) -> str:
        kept = _cookie(headers.get(b"cookie", b""), LANGUAGE_COOKIE)
        if self._spoken.serves(kept):
            return kept
        return self._spoken.negotiate(headers.get(b"accept-language", b"").decode("latin-1"))


class _Answer:
    """Adds what every answer carries, and says "not modified" where the reader has it already."""

    def __init__(self, send: Send, known: bytes, method: str) -> None:
        self._send = send
        self._known = known.decode("latin-1")
        self._may_be_known = method in ("GET", "HEAD")
        self._start: Any = None
        self.remember = ""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body" or self._start is None:
            await self._send(message)
            return
        start, self._start = self._start, None
        self._dress(start)
        whole = not message.get("more_body", False)
        if whole and start["status"] == 200 and self._may_be_known:
            tag = f'W/"{hashlib.blake2b(message["body"], digest_size=12).hexdigest()}"'
            start["headers"].append((b"etag", tag.encode()))
            if tag in self._known or self._known.strip() == "*":
                start["status"] = 304
                start["headers"] = [
                    pair
                    for pair in start["headers"]
                    if pair[0] not in (b"content-length", b"content-type", b"content-encoding")
                ]
                message = {**message, "body": b""}
        await self._send(start)
        await self._send(message)

    async def redirect(self, to: str) -> None:
        headers = [
            (b"location", to.encode("latin-1")),
            (b"vary", b"Accept-Language, Cookie"),
            (b"cache-control", b"no-cache"),
            (b"content-length", b"0"),
        ]
        await self.send({"type": "http.response.start", "status": 307, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"", "more_body": False})

    def _dress(self, start: Any) -> None:
        headers = [_with_head(name.lower(), value) for name, value in start["headers"]]
        names = {name for name, _ in headers}
        headers += [pair for pair in _SENT if pair[0] not in names]
        if b"cache-control" not in names:
            headers.append((b"cache-control", b"private, no-cache"))
        if self.remember:
            headers.append((b"content-language", self.remember.encode()))
            cookie = (
                f"{LANGUAGE_COOKIE}={self.remember}; Path=/; Max-Age={YEAR_SECONDS}; "
                "HttpOnly; SameSite=Lax"
            )
            headers.append((b"set-cookie", cookie.encode()))
        start["headers"] = headers


def _with_head(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header, and HEAD among the methods that are allowed where GET is."""
    if name == b"allow":
        methods = {method.strip() for method in value.split(b",")} - {b""}
        if b"GET" in methods:
            value = b", ".join(sorted(methods | {b"HEAD"}))
    return name, value


def _as_served(scope: Scope) -> Scope:
    """The request as the site sees it.

    HEAD is answered like GET; the server, which keeps its own scope, sends no body then.
    No NUL character comes in: PostgreSQL cannot compare texts with it, so it can name nothing.
    """
    seen = cast("HTTPScope", scope)
    return cast(
        "Scope",
        {
            **seen,
            "method": "GET" if seen["method"] == "HEAD" else seen["method"],
            "path": seen["path"].replace("\0", "\ufffd"),
            "query_string": seen["query_string"].replace(b"%00", b"%EF%BF%BD"),
        },
    )


def _cookie(header: bytes, name: str) -> str:
    """The value of one cookie; a broken header counts as none."""
    try:
        found = SimpleCookie(header.decode("latin-1")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
