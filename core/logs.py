"""Structured logs: one event a line, with its data, and never a secret or a person's words."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from core.settings import Settings

_HIDDEN = ("password", "token", "secret", "key", "cookie", "authorization", "email", "phone")


def configure_logs(settings: Settings) -> None:
    """Send all logs to standard error, for people or as JSON, as the settings ask."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        hide_secrets,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    finish: list[structlog.typing.Processor] = [structlog.processors.format_exc_info]
    if settings.log_format == "console":
        finish = []
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *finish,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for noisy in ("httpx", "httpcore", "uvicorn.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def hide_secrets(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Blank every value whose name speaks of a secret or of how to reach a person."""
    for name in event:
        if any(hidden in name.lower() for hidden in _HIDDEN):
            event[name] = "[hidden]"
    return event
