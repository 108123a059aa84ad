"""The pages that are measured, who opens them, and the SQL statements they cost."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import httpx
from sqlalchemy import Engine, event

from bench.asking import Asked, queries, zone
from bench.serving import Visit
from deploy.app import site
from deploy.house import House
from practices.land.rules import Land, land_fields, land_text
from practices.pages.lists import PAGE
from practices.pages.web import LAND_COOKIE
from practices.records.queries import each_published_practice

HOME, SEARCH, PRACTICE, API = "home", "search: words, land", "practice", "API search"
_API_TELLS = ("at", "soil", "land_use", "water", "crops", "rain_mm")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with words and a piece of land."""

    asked: Asked
    land: Land
    slug: str

    def visit(self, page: str) -> Visit:
        """Her visit to one of the pages."""
        language, told = self.asked.language, {LAND_COOKIE: land_text(self.land)}
        if page == HOME:
            return Visit(f"/{language}/", told)
        if page == SEARCH:
            return Visit(f"/{language}/search?{urlencode({'q': self.asked.text})}", told)
        if page == PRACTICE:
            return Visit(f"/{language}/practices/{self.slug}", told)
        fields = land_fields(self.land)
        query = {name: fields[name] for name in _API_TELLS if name in fields}
        query |= {"q": self.asked.text, "lang": language, "limit": str(PAGE)}
        return Visit(f"/api/v1/practices?{urlencode(query)}")


def readers(house: House, count: int, seed: int) -> list[Reader]:
    """So many readers, each on land near a real site."""
    dice = random.Random(f"{seed} readers")
    with house.database.reading() as session:
        practices = list(each_published_practice(session))
    sites = [
        (row.site.lat, row.site.lon)
        for practice in practices
        for row in practice.facts.evidence
        if row.site.lat is not None and row.site.lon is not None
    ]
    found = []
    for asked in queries(house.termbase, count, dice):
        lat, lon = dice.choice(sites)
        north, east = dice.uniform(-0.2, 0.2), dice.uniform(-0.2, 0.2)
        land = Land(replace(zone(dice), climate=None, lat=lat + north, lon=lon + east))
        found.append(Reader(asked, land, dice.choice(practices).facts.slug))
    return found


def statements(house: House, visits: Mapping[str, Visit]) -> dict[str, list[str]]:
    """The SQL that each page puts to the database, once it has been opened before."""
    taken: list[str] = []

    def take(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if sql.split(maxsplit=1)[0] not in ("BEGIN", "PRAGMA"):
            taken.append(" ".join(sql.split()))

    app: Any = site(house, drain=False)

    async def ask() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            for page, visit in visits.items():
                for _ in range(2):
                    taken.clear()
                    answer = await client.get(visit.path, headers=visit.headers)
                    answer.raise_for_status()
                found[page] = list(taken)
        return found

    event.listen(Engine, "before_cursor_execute", take)
    try:
        return asyncio.run(ask())
    finally:
        event.remove(Engine, "before_cursor_execute", take)
