"""The settings of the server."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from ui.errors import SettingsError

_SHORTEST_TOKEN = 16  # characters


class ServerSettings(BaseModel):
    """Who may use the server, from where, and how much of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field("127.0.0.1", min_length=1, description="Address to bind to.")
    port: int = Field(7860, ge=0, le=65535, description="Port to bind to; 0 takes one that is free.")
    auth_file: Path | None = Field(
        None, description="Users and hashed passwords (`onrecord users`); unset: nobody logs in."
    )
    api_token: SecretStr | None = Field(
        None, description="A token that opens the HTTP API, at least 16 characters; see docs/http-api.md."
    )
    allowed_hosts: str = Field(
        "", description="Names, separated by commas, that the server is reached by beside its own address."
    )
    trusted_proxies: str = Field(
        "", description="Addresses, separated by commas, whose X-Forwarded-For and -Proto are believed."
    )
    root_path: str = Field(
        "", pattern=r"^(/[\w.~-]+)*$", description="The path under which a proxy publishes the server."
    )
    session_hours: float = Field(
        12.0, gt=0.0, le=24 * 30, description="A login that is not used for so many hours ends."
    )
    login_attempts: int = Field(
        5, ge=1, le=100, description="Wrong passwords after which a user and a client have to wait."
    )
    requests_per_second: float = Field(30.0, gt=0.0, le=10_000, description="Of one client, on average.")
    request_burst: int = Field(600, ge=1, le=100_000, description="Of one client, at once.")
    max_connections: int = Field(512, ge=8, le=65_536, description="Open at once; more are refused.")
    max_body_bytes: int = Field(4 * 2**20, ge=2**12, description="Largest request that is no upload.")
    max_upload_bytes: int = Field(200 * 2**20, ge=2**12, description="Largest upload, all files together.")
    concurrent_questions: int = Field(2, ge=1, le=64, description="Questions that are answered at once.")
    waiting_questions: int = Field(128, ge=0, le=10_000, description="Questions that may wait their turn.")
    waiting_per_client: int = Field(32, ge=1, le=10_000, description="Of these, how many of one client.")

    def token(self) -> str | None:
        """Return the API token.

        Raises:
            SettingsError: it could be guessed.
        """
        token = self.api_token.get_secret_value() if self.api_token else None
        if token and len(token) < _SHORTEST_TOKEN:
            raise SettingsError(
                f"server.api_token has fewer than {_SHORTEST_TOKEN} characters: choose a longer one."
            )
        return token

    def hosts(self) -> tuple[str, ...]:
        """Return `allowed_hosts` one by one."""
        return _listed(self.allowed_hosts)

    def proxies(self) -> tuple[str, ...]:
        """Return `trusted_proxies` one by one."""
        return _listed(self.trusted_proxies)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
