"""What went wrong at an endpoint, in words for the user."""

from __future__ import annotations

import json

import httpx2
import openai
from pydantic import SecretStr, ValidationError

from rag.generators.chat_model.key import VARIABLE, without_key

TRANSIENT = (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError)
"""What may be over in a moment: unreachable, too many requests (429), a fault of the server (5xx)."""

ANY = (
    openai.OpenAIError,
    json.JSONDecodeError,
    UnicodeDecodeError,
    ValidationError,
    AttributeError,
    TypeError,
)
"""All that the client raises, including over responses that are not what the protocol says."""

_SHOWN = 160  # characters of what the endpoint says itself


def described(error: Exception, base_url: str, key: SecretStr | None) -> str:
    """Return what went wrong as a clause without a stop; the key is never part of it."""
    return without_key(_described(error, base_url), key)


def _described(error: Exception, base_url: str) -> str:
    if isinstance(error, openai.APITimeoutError):
        return f"the chat model at {base_url} took too long"
    if isinstance(error, openai.APIConnectionError):
        away = isinstance(error.__cause__, httpx2.ConnectError)
        return f"the chat model at {base_url} {'cannot be reached' if away else 'broke off'}"
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return f"the chat model at {base_url} refuses the key in {VARIABLE}"
    if isinstance(error, openai.RateLimitError):
        return f"the chat model at {base_url} takes no more requests now (429)"
    if isinstance(error, openai.APIStatusError):
        return (
            f"the chat model at {base_url} answered with an error ({error.status_code}: {_shortened(error)})"
        )
    if isinstance(error, openai.APIError):
        return f"the chat model at {base_url} broke off with an error ({_shortened(error)})"
    return f"the chat model at {base_url} sent what is no reply"


def _shortened(error: openai.APIError) -> str:
    words = " ".join(error.message.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN] + " …"
