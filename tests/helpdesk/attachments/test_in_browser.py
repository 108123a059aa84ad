"""What a real browser makes of served attachments: photos show, voices play, nothing acts."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.serving import serving_headers
from tests.helpdesk.attachments import files

_SCRIPT = b"document.title = 'owned'"
_FILES = {
    "/photo": (Kind.JPEG, files.jpeg(300, 200)),
    "/voice": (Kind.WAV, files.wav(samples=80_000)),
    "/text": (Kind.TEXT, _SCRIPT),
    "/paper": (Kind.PDF, files.pdf()),
}
_PAGE = b"""<!doctype html><link rel="icon" href="data:,"><title>ours</title><img src="/photo">
<audio src="/voice" preload="auto"></audio><script src="/text"></script>
<script src="/voice"></script>"""
_PLAYS = "document.querySelector('audio, video')?.readyState === 4"
_SHOWS = "document.images[0]?.naturalWidth === 300"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """A page of ours, or an attachment with its headers."""
        if self.path in _FILES:
            kind, body = _FILES[self.path]
            headers = serving_headers(kind, "खेत.html")
        else:
            headers, body = {"Content-Type": "text/html"}, _PAGE
        self.send_response(200)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        """Nothing of requests is printed in tests."""


def _visit(page: Page, url: str) -> dict[str, Any]:
    """All that is asked of the browser, with the answers."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{url}/page")
    page.wait_for_function(f"{_SHOWS} && {_PLAYS}")
    seen: dict[str, Any] = {"title": page.title(), "refused": [s for s in said if "MIME" in s]}
    said.clear()
    page.goto(f"{url}/photo")
    page.wait_for_function(_SHOWS)
    page.goto(f"{url}/voice")
    page.wait_for_function(_PLAYS)
    seen["complaints"] = list(said)
    page.goto(f"{url}/page")
    for name in ("text", "paper"):
        with page.expect_download() as download:
            page.evaluate(f"location.href = '/{name}'")
        seen[name] = download.value.suggested_filename
    return seen


def _browse(url: str) -> dict[str, Any]:
    path = shutil.which("chromium")
    assert path, "install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        try:
            return _visit(browser.new_page(), url)
        finally:
            browser.close()


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, Any]]:
    """What a browser saw. In a thread: another browser of this run may live in the main one."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with ThreadPoolExecutor(1) as apart:
            yield apart.submit(_browse, f"http://127.0.0.1:{server.server_port}").result()
        server.shutdown()


def test_photos_show_and_voices_play_in_a_page_and_alone(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


def test_what_was_sent_never_runs_as_script_of_ours(seen: dict[str, Any]) -> None:
    assert seen["title"] == "ours"
    assert len(seen["refused"]) == 2


def test_papers_and_texts_are_saved_under_their_true_ending(seen: dict[str, Any]) -> None:
    assert (seen["text"], seen["paper"]) == ("खेत.html.txt", "खेत.html.pdf")
