"""The settings of a run: flags, then the environment, then `onrecord.toml`, then the defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from index.settings import IndexSettings
from rag.settings import RagSettings
from ui.chat.settings import ChatSettings
from ui.errors import SettingsError
from ui.server.settings import ServerSettings
from ui.setting_keys import PREFIX, SEPARATOR, read_from, refuse_unknown_keys, refuse_unknown_variables

CONFIG_FILE = Path("onrecord.toml")
"""Read from the working directory where it exists."""


class Settings(BaseSettings):
    """All settings, by section; every section refuses keys it does not know."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=SEPARATOR, env_ignore_empty=True, extra="forbid", frozen=True
    )

    index_dir: Path = Field(Path(".onrecord"), description="The folder of the index.")
    index: IndexSettings = IndexSettings()
    rag: RagSettings = RagSettings()
    chat: ChatSettings = ChatSettings()
    server: ServerSettings = ServerSettings()


def load_settings(
    config: Path | None = None,
    *,
    index_dir: Path | None = None,
    sentences: int | None = None,
    rag: Mapping[str, Any] | None = None,
    server: Mapping[str, Any] | None = None,
    uploads: bool | None = None,
) -> Settings:
    """Read the settings; what a flag gives (all but `config`, the settings file) goes before all else.

    Raises:
        SettingsError: a key, variable or value is not one of those that `Settings` knows, or the
            file cannot be read; the message names it and where it came from.
    """
    flags: dict[str, Any] = {}
    if index_dir is not None:
        flags["index_dir"] = index_dir
    if sentences is not None or rag:
        answer = {} if sentences is None else {"answer": {"sentences": sentences}}
        flags["rag"] = {**answer, **(rag or {})}
    if server:
        flags["server"] = dict(server)
    if uploads is not None:
        flags["chat"] = {"uploads": uploads}
    file = config or (CONFIG_FILE if CONFIG_FILE.exists() else None)
    content = _read(file) if file else {}
    refuse_unknown_keys(content, Settings, str(file))
    refuse_unknown_variables(os.environ, Settings)

    class FromFile(Settings):
        """The settings, with those of the file among their sources."""

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, InitSettingsSource(settings_cls, content)

    try:
        settings = FromFile(**flags)
    except ValidationError as error:
        first = error.errors()[0]
        key = [str(part) for part in first["loc"]]
        origin = read_from(key, os.environ, str(file))
        raise SettingsError(f"{origin}: {first['msg'][0].lower()}{first['msg'][1:]}.") from error
    for folder in (settings.index_dir, *settings.index_dir.parents):
        if folder.exists() and not folder.is_dir():
            raise SettingsError(f"{folder} is not a folder: name that of an index with --index DIR.")
    return settings


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}): name a settings file.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not text in UTF-8: save it as such.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}.") from error
