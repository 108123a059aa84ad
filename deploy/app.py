"""The site as one ASGI application."""

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import structlog
from litestar import Litestar, MediaType, Request, Response, Router, get
from litestar.concurrency import set_asyncio_executor
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import License
from litestar.params import FromPath
from litestar.types import ASGIApp
from sqlalchemy.exc import SQLAlchemyError

from core.outbox.drain import Drainer
from core.web.assets import Assets
from core.web.edge import Edge, Spoken
from core.web.problems import error_handlers
from deploy.house import House
from i18n.languages import SERVED, negotiate
from practices.api import web as api
from practices.api.answers import Answers
from practices.pages import land_web, web
from practices.records.queries import last_change

log = structlog.get_logger()

API = "/api/v1"
LONGEST_BODY_BYTES = 64 * 1024
FOR_EVER = "public, max-age=31536000, immutable"


def site(house: House, *, drain: bool = True) -> ASGIApp:
    """The whole site on the parts of a house; `drain` also works off the outbox in a thread."""
    drainer = Drainer(house.database, house.reactions) if drain else None
    house.gazetteer.when_damaged = house.places_repair.start

    @asynccontextmanager
    async def living(_app: Litestar) -> AsyncIterator[None]:
        if drainer:
            drainer.start()
        try:
            yield
        finally:
            if drainer:
                drainer.stop()

    answers = Answers(house.database, house.search, house.finder)
    pages = house.pages
    api_router = Router(
        path=API,
        route_handlers=[*api.HANDLERS],
        dependencies={"answers": Provide(lambda: answers, sync_to_thread=False)},
        before_request=api.refuse_language_not_served,
        include_in_schema=True,
    )
    set_asyncio_executor(ThreadPoolExecutor(house.settings.threads, thread_name_prefix="handler"))
    app = Litestar(
        route_handlers=[
            *web.HANDLERS,
            *land_web.HANDLERS,
            api_router,
            _static(house.shell.assets),
            _health(house),
            robots,
        ],
        dependencies={"pages": Provide(lambda: pages, sync_to_thread=False)},
        exception_handlers=error_handlers(house.shell),
        compression_config=CompressionConfig(
            backend="brotli",
            brotli_gzip_fallback=True,
            # Quality 4 would save 0.3 ms here and cost a reader 5 to 7 % more bytes. A window of
            # 64 kB holds a whole page, and no phone needs to set aside the usual 4 MB for it.
            brotli_quality=5,
            brotli_lgwin=16,
            minimum_size=400,
            exclude=["^/static/"],
        ),
        openapi_config=OpenAPIConfig(
            title="GAFOLUP Helpdesk",
            version="1",
            description="Good land-management practices: open data, in and out.",
            license=License(name="Data: the licence each record names; code: Apache-2.0"),
            path=f"{API}/openapi.json",
            # Both paths are named: the framework would answer all else below its own in HTML.
            render_plugins=[JsonRenderPlugin(path=("/", "/openapi.json"))],
        ),
        include_in_schema=False,
        request_max_body_size=LONGEST_BODY_BYTES,
        lifespan=[living],
        logging_config=None,
    )
    return Edge(app, Spoken(SERVED, negotiate))


@get("/robots.txt", sync_to_thread=False, media_type=MediaType.TEXT, include_in_schema=False)
def robots() -> str:
    """Lists narrowed down in all ways are endless: keep robots to the practices."""
    return "User-agent: *\nDisallow: /*/search?\nDisallow: /*/compare?\nDisallow: /api/\n"


def _static(assets: Assets) -> Any:
    @get("/static/{name:str}", sync_to_thread=False, include_in_schema=False)
    def static(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[bytes]:
        asset = assets.at(f"/static/{name}")
        if asset is None:
            return Response(b"", status_code=404, media_type=MediaType.TEXT)
        headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
        content = asset.content
        if "br" in request.headers.get("accept-encoding", ""):
            content, headers["Content-Encoding"] = asset.brotli, "br"
        return Response(content, media_type=asset.media_type, headers=headers)

    return static


def _health(house: House) -> Any:
    @get("/healthz", sync_to_thread=True, include_in_schema=False)
    def health() -> Response[dict[str, Any]]:
        """Whether the parts answer; 503 if the database or the index does not."""
        index = house.index.health()
        note = index.note
        try:
            with house.database.reading() as session:
                last_change(session)
        except SQLAlchemyError as problem:
            log.warning("database.unavailable", path="/healthz", problem=str(problem))
            note = "; ".join(filter(None, (note, "the database does not answer")))
        ok = index.ok and note == index.note
        return Response(
            {"ok": ok, "index": index.engine, "note": note}, status_code=200 if ok else 503
        )

    return health
