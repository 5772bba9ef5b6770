"""Finding out what an endpoint is and what it can do, with one question about a statement made up for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from time import perf_counter

from index.errors import ChatUnavailable
from index.passage import Passage
from index.statement import Role, Statement, Turn
from index.tokens import count_tokens
from rag.answer import Sentence
from rag.checking.checker import Checker
from rag.checking.claim import Claim, Source
from rag.generators.chat_model.account import Account
from rag.generators.chat_model.endpoint import Endpoint, SchemaRefused
from rag.generators.chat_model.prompt import messages, reply_schema
from rag.generators.chat_model.reply import ReplyReader
from rag.reranker import Reranker
from rag.selection import Quotation
from rag.settings import ChatSettings

QUESTION = "How many lighthouses will be repaired, and by when?"
_TEXT = (
    "We shall repair 14 lighthouses before the winter of 2031. The money has been found, and the first "
    "crews leave on Monday. I do not exclude that two more will follow."
)
_SERVERS = {"llamacpp": "llama.cpp", "library": "Ollama", "vllm": "vLLM", "organization_owner": "LM Studio"}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came back in one form: with a JSON schema, or as free text.

    `pieces` is how many parts the reply came in, more than one where the endpoint streams; seconds
    count from the request. `sentences` are those of the reply, checked; none where the reply followed
    the form in no sentence. `failure` is a clause that says why there is no reply, or None.
    """

    pieces: int = 0
    first_piece: float = 0.0
    seconds: float = 0.0
    sentences: tuple[Sentence, ...] = ()
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What an endpoint is. `server` is None where it cannot be told; `listed` are the models it offers."""

    base_url: str
    server: str | None
    model: str
    listed: tuple[str, ...]
    with_schema: Trial
    as_text: Trial

    @property
    def streams(self) -> bool:
        """Whether replies come piece by piece."""
        return max(self.with_schema.pieces, self.as_text.pieces) > 1

    @property
    def takes_schemas(self) -> bool:
        """Whether a reply follows a JSON schema that is asked for."""
        return self.with_schema.failure is None and bool(self.with_schema.sentences)


def probe(settings: ChatSettings, reranker: Reranker) -> Report:
    """Ask the endpoint what it is, and one question in either form.

    Raises:
        ExtraMissing: the package openai is not installed.
        ChatUnavailable: the endpoint cannot be reached, or refuses.
    """
    endpoint = Endpoint(settings)
    try:
        listed = endpoint.models()
    except ChatUnavailable as error:
        raise ChatUnavailable(
            f"No trial, because {error}: start it, or name another with --base-url."
        ) from error
    model = endpoint.model
    owner = next((item.owner for item in listed if item.id == model), listed[0].owner if listed else "")
    return Report(
        base_url=settings.base_url,
        server=_SERVERS.get(owner),
        model=model,
        listed=tuple(item.id for item in listed),
        with_schema=_trial(endpoint, reranker, schema=True),
        as_text=_trial(endpoint, reranker, schema=False),
    )


def _trial(endpoint: Endpoint, reranker: Reranker, *, schema: bool) -> Trial:
    source = _source()
    reader, claims = ReplyReader(), list[Claim]()
    asked = messages(QUESTION, [source], 2, schema=schema)
    started, times = perf_counter(), list[float]()
    try:
        for piece in endpoint.stream(asked, reply_schema([source]) if schema else None):
            times.append(perf_counter() - started)
            claims.extend(reader.feed(piece))
    except SchemaRefused:
        return Trial(failure="the endpoint refuses JSON schemas")
    except ChatUnavailable as error:
        return Trial(failure=str(error))
    claims.extend(reader.finish())
    account = Account(struck=True)
    checker = Checker(reranker)
    quoting = [claim for claim in claims if (claim.quote is not None) == schema]
    sentences = [sentence for claim in quoting for sentence in account.enter(checker.check(claim, [source]))]
    return Trial(len(times), times[0] if times else 0.0, perf_counter() - started, tuple(sentences))


def _source() -> Source:
    speaker = "Mara Quill"
    statement = Statement(
        id="trial",
        title="Speech by the Minister of Harbours, Mara Quill",
        kind="speech",
        date=date(2031, 5, 2),
        place="Port Anselm",
        source="trial",
        source_url=None,
        language="en",
        text=_TEXT,
        turns=(Turn(speaker, Role.PRINCIPAL, 0, len(_TEXT)),),
        sha256=hashlib.sha256(_TEXT.encode()).hexdigest(),
    )
    passage = Passage(
        id="trial:0000",
        statement_id=statement.id,
        ordinal=0,
        start=0,
        end=len(_TEXT),
        n_tokens=count_tokens(_TEXT),
        text=_TEXT,
        speaker=speaker,
        role=Role.PRINCIPAL,
        question=None,
        title=statement.title,
        kind=statement.kind,
        date=statement.date,
        place=statement.place,
    )
    return Source(1, Quotation(passage, ((0, len(_TEXT)),)), statement, 0, len(_TEXT))
