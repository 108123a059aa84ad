"""Rendering pages: one environment, strict about names, with the shell's words and drawings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from litestar import MediaType, Request, Response
from markupsafe import Markup

from core.web.assets import Assets, icon_symbol, picture
from core.web.edge import Spoken
from core.words import current_language, gettext, ngettext


class Icons:
    """The icons one page uses; the page ends with a hidden sheet of just these."""

    def __init__(self) -> None:
        self._used: dict[str, None] = {}

    def icon(self, name: str, classes: str = "") -> Markup:
        """A reference to an icon, hidden from screen readers: a word stands beside it."""
        self._used[name] = None
        return _reference(name, classes)

    def sheet(self) -> Markup:
        """The symbols of all icons used so far."""
        symbols = Markup().join(icon_symbol(name) for name in self._used)
        return Markup("<svg hidden><defs>{}</defs></svg>").format(symbols)


@lru_cache(maxsize=256)
def _reference(name: str, classes: str) -> Markup:
    return Markup('<svg class="i {}" aria-hidden="true"><use href="#i-{}"/></svg>').format(
        classes, name
    )


@dataclass(frozen=True, slots=True)
class Shell:
    """Renders the pages of the site."""

    environment: Environment
    spoken: Spoken
    assets: Assets

    def page(
        self,
        request: Request[Any, Any, Any],
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response[str]:
        """One page, in the language that is spoken now, from plain values."""
        language = self.spoken.language(current_language())
        query = request.scope["query_string"].decode("latin-1")
        icons = Icons()
        html = self.environment.get_template(template).render(
            **values,
            language=language,
            languages=self.spoken.languages,
            assets=self.assets,
            icon=icons.icon,
            icon_sheet=icons.sheet,
            here=request.scope["path"],
            here_query=f"?{query}" if query else "",
            url=_addresses(language.code),
        )
        return Response(
            html,
            media_type=MediaType.HTML,
            status_code=status,
            headers={"Vary": "Cookie", **(headers or {})},
        )


def shell_for(
    packages: Sequence[str], spoken: Spoken, assets: Assets, words: Mapping[str, Any]
) -> Shell:
    """The shell with the templates of `packages` and what they may call by name."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in ("core.web", *packages)]),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(words, picture=picture, _=_said, ngettext=_counted)
    return Shell(environment, spoken, assets)


def _said(message: str, **values: Any) -> Markup:
    """A message of the catalogs, which may hold tags; what is put into it is escaped."""
    text = Markup(gettext(message))  # noqa: S704 - a text of the project, not of a reader
    return text % values if values else text


def _counted(singular: str, plural: str, num: int) -> Markup:
    """The form of a message that `num` asks for."""
    return Markup(ngettext(singular, plural, num)) % {"num": num}  # noqa: S704 - likewise


def _addresses(language: str) -> Callable[..., str]:
    def url(path: str, **query: Any) -> str:
        """Address of a page in the reader's language; empty values are left out."""
        if not query:
            return f"/{language}{path}"
        kept = {name: value for name, value in query.items() if value not in (None, "", [], ())}
        tail = urlencode(kept, doseq=True)
        return f"/{language}{path}" + (f"?{tail}" if tail else "")

    return url
