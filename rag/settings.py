"""The settings of retrieval and answering; every section refuses keys it does not know."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class RetrievalSettings(BaseModel):
    """How many candidates each stage passes on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    candidates: int = Field(50, ge=1, le=1000, description="Passages taken from each search engine.")
    dense_weight: float = Field(
        0.5, ge=0.0, le=1.0, description="Weight of meaning against words in the fused score."
    )
    rerank: int = Field(
        7, ge=0, le=100, description="Fused passages read by the cross-encoder; 0 leaves them as they are."
    )
    beside: int = Field(
        1, ge=0, le=10, description="Passages on each side of the best one that are read as well."
    )


class AnswerSettings(BaseModel):
    """What an answer may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_question_characters: int = Field(2000, ge=1, description="Longer questions are refused.")
    passages: int = Field(4, ge=1, le=20, description="Reranked passages searched for evidence.")
    context: bool = Field(True, description="Score a sentence after its speaker, date and title, not bare.")
    sentences: int = Field(3, ge=1, le=10, description="Most sentences quoted in an answer.")
    margin: float = Field(
        4.0, ge=0.0, le=44.0, description="How far below the best sentence another may score, in logits."
    )
    nearest: int = Field(3, ge=0, le=20, description="Passages offered beside a refusal.")


class GeneratorName(StrEnum):
    """Who words the answers."""

    EXTRACTIVE = "extractive"
    CHAT = "chat"


class ReplyForm(StrEnum):
    """How a chat model is asked to reply."""

    AUTO = "auto"
    SCHEMA = "schema"
    TEXT = "text"


class Unsupported(StrEnum):
    """What becomes of sentences of a chat model that fail a check."""

    WITHHELD = "withheld"
    STRUCK = "struck"


class ChatSettings(BaseModel):
    """The chat model; its key comes from the environment alone and is no setting."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_url: str = Field(
        "http://127.0.0.1:11434/v1",
        pattern="^https?://",
        description="An OpenAI-compatible endpoint, up to and with its version.",
    )
    model: str | None = Field(None, min_length=1, description="Unset: the first that the endpoint lists.")
    temperature: float = Field(0.0, ge=0.0, le=2.0)
    context_tokens: int = Field(
        4096, ge=2048, le=2**20, description="Window for prompt and reply together, in cl100k_base tokens."
    )
    reply_tokens: int = Field(512, ge=64, le=8192, description="Most tokens of a reply.")
    timeout: float = Field(
        60.0, gt=0.0, le=3600.0, description="Seconds for a whole reply, retries included."
    )
    connect_timeout: float = Field(5.0, gt=0.0, le=300.0, description="Seconds to reach the endpoint.")
    retries: int = Field(2, ge=0, le=10, description="Further tries where the endpoint is busy or away.")
    retry_wait: float = Field(
        0.5, ge=0.0, le=60.0, description="Seconds before the first of them; each next wait is twice as long."
    )
    reply: ReplyForm = Field(
        ReplyForm.AUTO, description="auto asks for a JSON schema, and for text where that is refused."
    )
    show_unsupported: Unsupported = Field(
        Unsupported.WITHHELD, description="Whether sentences that fail a check are withheld or shown struck."
    )


class RagSettings(BaseModel):
    """Everything that shapes an answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    retrieval: RetrievalSettings = RetrievalSettings()
    answer: AnswerSettings = AnswerSettings()
    generator: GeneratorName = Field(GeneratorName.EXTRACTIVE, description="Who words the answers.")
    chat: ChatSettings = ChatSettings()
