"""The key of the endpoint."""

from __future__ import annotations

import os

from pydantic import SecretStr

VARIABLE = "ONRECORD_CHAT_API_KEY"
"""The one place that the key is read from; it is never written, logged or printed."""


def key_from_environment() -> SecretStr | None:
    """Return the key, or None where there is none; many local servers want none."""
    value = os.environ.get(VARIABLE)
    return SecretStr(value) if value else None


def without_key(text: str, key: SecretStr | None) -> str:
    """Return `text` with the key blotted out, as some endpoints repeat it in their errors."""
    return text.replace(key.get_secret_value(), "***") if key else text
