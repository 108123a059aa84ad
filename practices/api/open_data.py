"""Open data may be read from the pages of any other site: nothing of it is a reader's own.

https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from collections.abc import Mapping
from typing import cast

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

DAY_SECONDS = 24 * 3600
OPEN_HEADERS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Language, ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT_HEADERS: Mapping[str, str] = {
    **OPEN_HEADERS,
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": str(DAY_SECONDS),
}
"""For what a browser asks before a request with headers of its own."""


def open_to_all(app: ASGIApp) -> ASGIApp:
    """Middleware that lets any site's page read an answer, and the problem where there is one."""

    async def opened(scope: Scope, receive: Receive, send: Send) -> None:
        asks_first = cast("HTTPScope", scope)["method"] == "OPTIONS"
        headers = PREFLIGHT_HEADERS if asks_first else OPEN_HEADERS
        added = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await app(scope, receive, send_open)

    return opened
