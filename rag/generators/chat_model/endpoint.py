"""One OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from time import sleep
from typing import TYPE_CHECKING, Any, cast

from index.errors import ChatUnavailable, ExtraMissing
from rag.generators.chat_model.key import key_from_environment
from rag.settings import ChatSettings

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletionChunk

    from rag.generators.chat_model.deadline import Deadline

Message = dict[str, str]
"""A message of the chat: its `role` (system, user) and its `content`."""


class SchemaRefused(ChatUnavailable):
    """The endpoint takes no JSON schema."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A model that the endpoint offers, and who owns it there; the owner tells what server it is."""

    id: str
    owner: str


class Endpoint:
    """Sends messages and streams what comes back; safe to share between threads.

    Nothing is sent before the first call.
    """

    def __init__(self, settings: ChatSettings) -> None:
        """Prepare an endpoint.

        Raises:
            ExtraMissing: the package openai is not installed.
        """
        if find_spec("openai") is None:
            raise ExtraMissing(
                "Chat models need the package openai: install it with `pip install 'onrecord[chat]'`."
            )
        self.settings = settings
        self._key = key_from_environment()

    def stream(
        self, messages: Sequence[Message], schema: dict[str, Any] | None = None
    ) -> Generator[str, None, None]:
        """Yield the model's reply as it is written; close the iterator to cancel it.

        `schema` is a JSON schema that the reply must follow.

        Raises:
            SchemaRefused: the endpoint takes no schema.
            ChatUnavailable: it is away, too slow, refuses, or sends what is no reply; the message is
                a clause that tells which, without a stop.
        """
        from rag.generators.chat_model.deadline import Deadline
        from rag.generators.chat_model.failure import ANY, described

        deadline = Deadline(self.settings.timeout)
        finished = False
        try:
            with closing(self._opened(messages, schema, deadline)) as chunks:
                for choice in (chunk.choices[0] for chunk in chunks if chunk.choices):
                    finished = finished or bool(choice.finish_reason)
                    if choice.delta and choice.delta.content:
                        yield choice.delta.content
        except ANY as error:
            raise _failure(error, schema)(described(error, self.settings.base_url, self._key)) from error
        if not finished:
            raise ChatUnavailable(f"the chat model at {self.settings.base_url} broke off")

    def models(self) -> list[Listed]:
        """Return the models that the endpoint offers.

        Raises:
            ChatUnavailable: it cannot be asked.
        """
        from rag.generators.chat_model.failure import ANY, described

        try:
            found = self._timed(self.settings.timeout).models.list().data
            return [Listed(model.id, model.owned_by or "") for model in found]
        except ANY as error:
            raise ChatUnavailable(described(error, self.settings.base_url, self._key)) from error

    @cached_property
    def model(self) -> str:
        """The model that the settings name, or the first that the endpoint lists.

        Raises:
            ChatUnavailable: it lists none.
        """
        if self.settings.model:
            return self.settings.model
        listed = self.models()
        if not listed:
            raise ChatUnavailable(f"the endpoint {self.settings.base_url} lists no model")
        return listed[0].id

    @cached_property
    def _client(self) -> openai.OpenAI:
        import httpx2
        import openai

        from rag.generators.chat_model.deadline import TimedTransport

        # Questions come minutes apart: no connection is kept idle, and none is left to be closed.
        transport = TimedTransport(limits=httpx2.Limits(max_keepalive_connections=0))
        return openai.OpenAI(
            base_url=self.settings.base_url,
            api_key=self._key.get_secret_value() if self._key else "none",
            max_retries=0,
            http_client=httpx2.Client(transport=transport),
        )

    def _timed(self, seconds: float) -> openai.OpenAI:
        import openai

        return self._client.with_options(
            timeout=openai.Timeout(seconds, connect=min(seconds, self.settings.connect_timeout))
        )

    def _opened(
        self, messages: Sequence[Message], schema: dict[str, Any] | None, deadline: Deadline
    ) -> openai.Stream[ChatCompletionChunk]:
        """Send the request, again after a wait where the failure may be over in a moment."""
        from rag.generators.chat_model.failure import TRANSIENT

        wait = self.settings.retry_wait
        for _ in range(self.settings.retries):
            try:
                return self._send(messages, schema, deadline)
            except TRANSIENT:
                if deadline.left <= wait:
                    raise
            sleep(wait)
            wait *= 2
        return self._send(messages, schema, deadline)

    def _send(
        self, messages: Sequence[Message], schema: dict[str, Any] | None, deadline: Deadline
    ) -> openai.Stream[ChatCompletionChunk]:
        import openai

        form: Any = openai.omit
        if schema is not None:
            wanted = {"name": "answer", "strict": True, "schema": schema}
            form = {"type": "json_schema", "json_schema": wanted}
        client = self._timed(max(deadline.left, 0.001))
        return client.chat.completions.create(
            model=self.model,
            messages=cast(Any, list(messages)),
            temperature=self.settings.temperature,
            max_tokens=self.settings.reply_tokens,
            response_format=form,
            stream=True,
        )


def _failure(error: Exception, schema: dict[str, Any] | None) -> type[ChatUnavailable]:
    import openai

    refused = isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError)
    return SchemaRefused if refused and schema is not None else ChatUnavailable
