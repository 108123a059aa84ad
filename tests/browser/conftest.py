"""A real browser: Debian's Chromium, driven by Playwright."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site import ROOT, Served

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = ROOT / "tests" / "screenshots"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests, each with a fresh profile."""
    path = shutil.which("chromium")
    assert path, "install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, served: Served) -> Iterator[Opener]:
    """Opens an address: size, script, dark and land can be chosen."""
    contexts: list[BrowserContext] = []

    def open_page(
        address: str,
        *,
        size: dict[str, int] | None = None,
        script: bool = True,
        dark: bool = False,
        land: str = "",
        text_percent: int = 100,
    ) -> Page:
        context = chromium.new_context(
            viewport=size or PHONE,  # type: ignore[arg-type]
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            base_url=served.url,
        )
        contexts.append(context)
        if land:
            context.add_cookies([{"name": "land", "value": land, "url": served.url}])
        page = context.new_page()
        page.goto(address)
        if text_percent != 100:
            page.evaluate(f"document.documentElement.style.fontSize = '{text_percent}%'")
        return page

    yield open_page
    for context in contexts:
        context.close()


def keep_screenshot(page: Page, name: str) -> Path:
    """Write a picture of the whole page to a folder that git ignores."""
    SCREENSHOTS.mkdir(exist_ok=True)
    path = SCREENSHOTS / f"{re.sub(r'[^a-z0-9-]+', '-', name)}.png"
    page.screenshot(path=path, full_page=True)
    return path
