"""The settings of the index; every section refuses keys it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class ReaderSettings(BaseModel):
    """What is read from disk."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_bytes: int = Field(20 * 2**20, ge=1, description="Files larger than this many bytes are refused.")


class ChunkerSettings(BaseModel):
    """How statements are cut into passages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_tokens: int = Field(256, ge=32, le=512, description="Most cl100k_base tokens in a passage.")
    overlap_sentences: int = Field(1, ge=0, le=3, description="Sentences shared by neighbouring passages.")


class EmbedderSettings(BaseModel):
    """Which model turns passages into vectors, and how it runs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = Field(
        "bge-small-en-v1.5-int8",
        description="The packaged model, or the name or folder of a sentence-transformers model.",
    )
    batch_size: int = Field(8, ge=1, le=256, description="Texts run through the model together.")
    threads: int | None = Field(None, ge=1, le=256, description="Threads; unset: one a core.")


class IndexSettings(BaseModel):
    """Everything that shapes an index."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reader: ReaderSettings = ReaderSettings()
    chunker: ChunkerSettings = ChunkerSettings()
    embedder: EmbedderSettings = EmbedderSettings()
