"""The settings of the index; every section refuses keys it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class ReaderSettings(BaseModel):
    """What is read from disk."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_bytes: int = Field(
        20 * 2**20, ge=1, le=2**30, description="Documents larger than this many bytes are refused."
    )
    max_characters: int = Field(
        4_000_000, ge=1, le=2**30, description="Documents with more characters of text are refused."
    )
    max_pages: int = Field(2000, ge=1, le=100_000, description="PDFs with more pages are refused.")
    max_seconds: float = Field(
        60.0, gt=0, le=3600, description="Seconds that reading, parsing and cutting up a document may take."
    )
    max_memory: int = Field(2 * 2**30, ge=2**28, le=2**40, description="Bytes of memory that it may take.")
    max_container_bytes: int = Field(
        4 * 2**30, ge=1, le=2**42, description="Archives and manifests larger than this are refused."
    )
    max_members: int = Field(
        50_000, ge=1, le=65_535, description="Archives with more members than this are refused."
    )
    max_expanded_bytes: int = Field(
        8 * 2**30, ge=1, le=2**42, description="Archives that unpack to more bytes than this are refused."
    )
    max_expansion: int = Field(
        200, ge=1, le=10_000, description="Members that unpack to more times their size are refused."
    )
    max_depth: int = Field(2, ge=1, le=8, description="How deep archives within archives are opened.")


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


class ScaleSettings(BaseModel):
    """When the stores change over to a form for large corpora; docs/keeping-an-index.md tells which."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    exact_passages: int = Field(
        50_000, ge=100, description="Passages up to which vectors are compared one by one."
    )
    dead_share: float = Field(
        0.1, ge=0.0, le=0.5, description="Share of removed passages from which a large store is rewritten."
    )


class HistorySettings(BaseModel):
    """How much of its past an index keeps."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generations: int = Field(
        3, ge=2, le=100, description="States of the index that are kept, the published one included."
    )


class WatchSettings(BaseModel):
    """When `onrecord watch` brings the index up to date."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quiet_seconds: float = Field(
        2.0, ge=0.1, le=3600, description="Seconds without a change after which files count as written."
    )
    longest_wait_seconds: float = Field(
        120.0,
        ge=1,
        le=86_400,
        description="Seconds after which a file that never rests holds up the others no more.",
    )


class IndexSettings(BaseModel):
    """Everything that shapes an index."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reader: ReaderSettings = ReaderSettings()
    chunker: ChunkerSettings = ChunkerSettings()
    embedder: EmbedderSettings = EmbedderSettings()
    scale: ScaleSettings = ScaleSettings()
    history: HistorySettings = HistorySettings()
    watch: WatchSettings = WatchSettings()
