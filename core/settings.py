"""Settings from the environment, each with a default for one process on one machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from core.errors import GafolupError
from core.words import N_

PREFIX = "GAFOLUP_"


class SettingNotUnderstood(GafolupError):
    """An environment variable has a value that cannot be used."""

    code = "setting_not_understood"
    status = 500
    text = N_("The setting {name} cannot be used: {reason}")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What an operator may choose. `GAFOLUP_DATA_DIR=/srv/x` sets `data_dir`, and so on."""

    data_dir: Path = Path("var")
    database_url: str = ""
    meili_url: str = ""
    meili_key: str = ""
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    public_url: str = ""
    threads: Annotated[int, Meta(ge=1, le=256)] = 12
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"
    node_modules: Path = Path("node_modules")

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the database: PostgreSQL if one was named, else SQLite."""
        return self.database_url or f"sqlite:///{self.data_dir / 'gafolup.sqlite3'}"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from `environment`; empty values count as not set.

    Raises:
        SettingNotUnderstood: naming the variable and what is wrong with it.
    """
    given: dict[str, str] = {}
    for name in Settings.__struct_fields__:
        value = environment.get(PREFIX + name.upper(), "")
        if value:
            given[name] = value
    for name, value in given.items():
        try:
            msgspec.convert({name: value}, Settings, strict=False, dec_hook=_decode)
        except msgspec.ValidationError as problem:
            raise SettingNotUnderstood(name=PREFIX + name.upper(), reason=str(problem)) from problem
    return msgspec.convert(given, Settings, strict=False, dec_hook=_decode)


def _decode(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise NotImplementedError(kind)
