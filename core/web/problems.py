"""Errors as people and programs read them: a page in her language, or a problem document."""

import re
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from msgspec import Struct
from sqlalchemy.exc import (
    DatabaseError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import (
    TimeoutError as PoolTimeout,
)

from core.errors import GafolupError
from core.web.shell import Shell
from core.words import N_, current_language, gettext

log = structlog.get_logger()

PROBLEM_MEDIA_TYPE = "application/problem+json"
MESSAGES: Mapping[int, str] = {
    400: N_("Part of the address cannot be understood. Go back and try again."),
    404: N_("This page does not exist."),
    405: N_("This address cannot be used in this way."),
    413: N_("That is too large to send."),
    422: N_("Part of what was sent cannot be understood."),
    503: N_("The service is busy or being repaired. Try again in a few minutes."),
}
UNEXPECTED = N_("Something went wrong here. What you typed is not lost: go back and try again.")
RETRY: Mapping[str, str] = {"Retry-After": "60"}
NOTHING_THERE = N_("What was asked for does not exist here.")
_MISSING = re.compile(r"Missing required \w+ parameter '(\w+)'")

# What the decoder says of a value, and what is told.
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Expected `\w+` >= (?P<bound>\S+)"), N_("It must be {bound} or more.")),
    (re.compile(r"Expected `\w+` <= (?P<bound>\S+)"), N_("It must be {bound} or less.")),
    (re.compile(r"Expected `\w+` > (?P<bound>\S+)"), N_("It must be more than {bound}.")),
    (re.compile(r"Expected `\w+` < (?P<bound>\S+)"), N_("It must be less than {bound}.")),
    (re.compile(r"Expected `int`"), N_("It must be a whole number.")),
    (re.compile(r"Expected `float`"), N_("It must be a number.")),
    (re.compile(r"Invalid enum value"), N_("This value does not exist.")),
)
_IS_MISSING = N_("It is missing.")
_NOT_UNDERSTOOD = N_("It cannot be understood.")
_DATABASE_TROUBLE = (OperationalError, InternalError, PoolTimeout)

Handler = Callable[[Request[Any, Any, Any], Exception], Response[Any]]


class Fault(Struct, frozen=True):
    """One part of a request that cannot be used, and why in the language that was asked for."""

    name: str
    reason: str


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem document (RFC 9457); title and detail are in the language that was asked for."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[Fault] = []


def error_handlers(shell: Shell) -> dict[int | type[Exception], Handler]:
    """Handlers for everything that can be raised while a request is served."""

    def ours(request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
        if not isinstance(problem, GafolupError):
            raise problem
        if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            log.error("request.failed", code=problem.code, problem=str(problem))
        headers = RETRY if problem.status == HTTPStatus.SERVICE_UNAVAILABLE else None
        return _answer(
            shell, request, problem.status, problem.code, problem.message(), headers=headers
        )

    def of_the_database(request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
        # A database that cannot be read is no mistake of a statement, which are its subclasses.
        if type(problem) is not DatabaseError and not isinstance(problem, _DATABASE_TROUBLE):
            return unexpected(request, problem)
        log.error("database.unavailable", path=request.scope["path"], problem=str(problem))
        status = HTTPStatus.SERVICE_UNAVAILABLE
        text = gettext(MESSAGES[status])
        return _answer(shell, request, status, "database_unavailable", text, headers=RETRY)

    def of_the_framework(request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
        if not isinstance(problem, HTTPException):
            raise problem
        status = problem.status_code
        text = gettext(MESSAGES.get(status, UNEXPECTED))
        faults = _faults(problem) if isinstance(problem, ValidationException) else []
        code = HTTPStatus(status).phrase.lower().replace(" ", "_")
        return _answer(shell, request, status, code, text, faults, problem.headers)

    def unexpected(request: Request[Any, Any, Any], problem: Exception) -> Response[Any]:
        log.error("request.crashed", path=request.scope["path"], exc_info=problem)
        return _answer(shell, request, 500, "unexpected", gettext(UNEXPECTED))

    return {
        GafolupError: ours,
        SQLAlchemyError: of_the_database,
        HTTPException: of_the_framework,
        Exception: unexpected,
    }


def _answer(
    shell: Shell,
    request: Request[Any, Any, Any],
    status: int,
    code: str,
    text: str,
    faults: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response[Any]:
    if not request.scope["path"].startswith("/api/"):
        return shell.page(
            request, "problem.html", status=status, text=text, code=code, headers=headers
        )
    # A path that leads nowhere is told apart from a thing that is not there.
    known = code == "not_found" or status != HTTPStatus.NOT_FOUND
    problem = Problem(
        type=f"urn:gafolup:problem:{code}",
        title=gettext(MESSAGES.get(status, UNEXPECTED) if known else NOTHING_THERE),
        status=status,
        detail=text,
        code=code,
        errors=list(faults),
    )
    return Response(
        problem,
        status_code=status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={**(headers or {}), "Content-Language": current_language()},
    )


def _faults(problem: ValidationException) -> list[Fault]:
    missing = _MISSING.match(problem.detail)
    if missing:
        return [Fault(missing[1], gettext(_IS_MISSING))]
    extra = problem.extra if isinstance(problem.extra, list) else []
    return [
        Fault(str(one.get("key", "")), _reason(str(one.get("message", ""))))
        for one in extra
        if isinstance(one, dict)
    ]


def _reason(said: str) -> str:
    """What the decoder says of a value, in the reader's language."""
    for pattern, text in _REASONS:
        found = pattern.search(said)
        if found:
            return gettext(text).format(**found.groupdict())
    return gettext(_NOT_UNDERSTOOD)
