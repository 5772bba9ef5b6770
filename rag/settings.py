"""The settings of retrieval and answering; every section refuses keys it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RetrievalSettings(BaseModel):
    """How many candidates each stage passes on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    candidates: int = Field(50, ge=1, le=1000, description="Passages taken from each search engine.")
    dense_weight: float = Field(
        0.5, ge=0.0, le=1.0, description="Weight of meaning against words in the fused score."
    )
    rerank: int = Field(
        8, ge=0, le=100, description="Fused passages read by the cross-encoder; 0 leaves them as they are."
    )


class AnswerSettings(BaseModel):
    """What an answer may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_question_characters: int = Field(2000, ge=1, description="Longer questions are refused.")
    passages: int = Field(4, ge=1, le=20, description="Reranked passages searched for evidence.")
    context: bool = Field(True, description="Score a sentence after its speaker, date and title, not bare.")
    sentences: int = Field(3, ge=1, le=10, description="Most sentences quoted in an answer.")
    margin: float = Field(
        8.0, ge=0.0, le=33.0, description="How far below the best sentence another may score, in logits."
    )
    nearest: int = Field(3, ge=0, le=20, description="Passages offered beside a refusal.")


class RagSettings(BaseModel):
    """Everything that shapes an answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    retrieval: RetrievalSettings = RetrievalSettings()
    answer: AnswerSettings = AnswerSettings()
