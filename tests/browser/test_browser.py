"""What a reader sees in a real browser, with and without script, on a phone and at a desk."""

import pytest
from playwright.sync_api import Page, expect

from i18n.languages import CODES
from tests.browser.conftest import DESK, PHONE, Opener, keep_screenshot
from tests.site import ROOT

NIAMEY = "at=13.51%2C2.11&place=Niamey&soil=SAN&land_use=Ca&crops=1&water=rainfed"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "home": "/",
    "results": "/search?q=soil",
    "nothing": "/search?q=xqzzkw",
    "practice": "/practices/zai-pits",
    "land": "/land?find=San",
    "soil": "/land/soil",
    "slope": "/land/slope?asked=slope",
    "use": "/land/use",
    "number": "/land/yours?field=altitude_m&altitude_m=high",
    "forget": "/land/forget",
    "yours": "/land/yours?at=13.51,2.11&place=Niamey&soil=SAN&land_use=Ca&crop=1",
    "browse": "/browse",
    "compare": "/compare?p=zai-pits&p=half-moons",
    "about": "/about",
    "privacy": "/privacy",
    "data": "/data",
    "problem": "/practices/none",
}


def _faults(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:160]}"
        for fault in found["violations"]
    ]


def _listen(page: Page, problems: list[str]) -> None:
    """Collect what the page complains of."""
    page.on("console", lambda line: problems.append(line.text))
    page.on("pageerror", lambda error: problems.append(str(error)))


def _reaches_beyond_the_screen(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


def test_a_search_in_arabic_on_a_phone_without_script(opened: Opener) -> None:
    page = opened("/ar/", script=False)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator("#q").fill("ماء المطر")
    page.locator("form[role=search] button").click()
    expect(page.locator(".card").first).to_be_visible()
    assert not _reaches_beyond_the_screen(page)
    keep_screenshot(page, "results-ar-360-without-script")
    page.locator(".card h3 a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator("article")).to_have_attribute("dir", "rtl")
    keep_screenshot(page, "practice-ar-360-without-script")


def test_a_farmer_describes_her_land_in_kiswahili_without_script(opened: Opener) -> None:
    page = opened("/sw/land", script=False)
    page.locator("#find").fill("Machakos")
    page.locator("main form button").click()
    if page.locator("ul.cards a").count():
        page.locator("ul.cards a").first.click()
    while "/land/soil" in page.url:
        keep_screenshot(page, f"soil-sw-{len(page.url)}")
        page.locator("fieldset label.pick").first.click()
        page.locator("main form button").click()
    keep_screenshot(page, "slope-sw")
    page.locator("label.pick:has(input[value=gentle])").click()
    page.locator("main form button").click()
    page.locator("label.pick:has(input[value=Ca])").click()
    page.locator("label.pick:has(input[name=crop][value='1'])").click()
    page.locator("main form button").click()
    expect(page.locator("dl.sum")).to_contain_text("Machakos")
    expect(page.locator("dl.sum")).to_contain_text("Mteremko mdogo")
    page.locator("a.btn").click()
    expect(page.locator(".land")).to_contain_text("Machakos")
    expect(page.locator(".card").first).to_be_visible()
    keep_screenshot(page, "results-sw-machakos")


@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_is_found_by_axe(opened: Opener, name: str) -> None:
    for language, dark in (("en", False), ("ar", True)):
        page = opened(f"/{language}{PAGES[name]}", land=NIAMEY, dark=dark)
        assert _faults(page) == [], f"{language} {name}"


@pytest.mark.parametrize("language", CODES)
def test_nothing_reaches_beyond_a_narrow_screen_or_with_large_text(
    opened: Opener, language: str
) -> None:
    page = opened(f"/{language}/about", size={"width": 320, "height": 640}, land=NIAMEY)
    every = language in ("fr", "ar", "hi")
    for name in PAGES if every else ("home", "results", "practice", "use"):
        page.goto(f"/{language}{PAGES[name]}", wait_until="domcontentloaded")
        assert not _reaches_beyond_the_screen(page), f"{language} {name} at 320"
    desk = {"width": 720, "height": 900}
    page = opened(f"/{language}/search?q=soil", size=desk, text_percent=200)
    assert not _reaches_beyond_the_screen(page), f"{language} at 200 %"


def test_script_narrows_the_list_without_loading_the_page_again(opened: Opener) -> None:
    page = opened("/en/search?q=soil", land=NIAMEY, size=DESK)
    problems: list[str] = []
    _listen(page, problems)
    page.evaluate("window.stays = true")
    page.locator("summary", has_text="Narrow down").click()
    page.locator(".facet .chip").first.click()
    expect(page.locator("[aria-label=Chosen]")).to_be_visible()
    assert page.evaluate("window.stays") is True
    assert "?q=soil&" in page.url
    page.go_back()
    expect(page.locator("[aria-label=Chosen]")).to_have_count(0)
    assert problems == []


def test_suggestions_come_while_typing(opened: Opener) -> None:
    page = opened("/en/")
    page.locator("#q").press_sequentially("terr")
    expect(page.locator("#q-list option").first).to_be_attached()


def test_the_phone_says_where_it_is(opened: Opener) -> None:
    page = opened("/en/land")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": -1.5177, "longitude": 37.2634})
    page.locator("[data-here] button").click()
    page.wait_for_url("**/land/soil?*")
    assert "at=-1.52" in page.url


def test_a_phone_at_sea_is_told_so_and_asked_again(opened: Opener) -> None:
    page = opened("/en/land")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 0.0, "longitude": -30.0})
    page.locator("[data-here] button").click()
    page.wait_for_url("**/land/here?*")
    expect(page.locator(".problem")).to_contain_text("500 km")
    expect(page.locator("#find")).to_be_visible()


def test_no_script_error_and_no_refused_resource_on_any_page(opened: Opener) -> None:
    for name, path in PAGES.items():
        problems: list[str] = []
        page = opened("/en/about")
        _listen(page, problems)
        page.goto(f"/en{path}")
        page.wait_for_load_state("networkidle")
        kept = [line for line in problems if "404" not in line and "422" not in line]
        assert kept == [], name


@pytest.mark.parametrize("language", ["en", "ar", "hi", "sw"])
def test_pictures_of_the_main_pages_are_kept_for_people_to_look_at(
    opened: Opener, language: str
) -> None:
    for name in ("home", "results", "practice", "soil", "yours"):
        for size, label in ((PHONE, "360"), (DESK, "1280")):
            page = opened(f"/{language}{PAGES[name]}", size=size, land=NIAMEY)
            assert keep_screenshot(page, f"{name}-{language}-{label}").stat().st_size > 10_000
