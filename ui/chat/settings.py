"""The settings of the web chat."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class ChatSettings(BaseModel):
    """Where the chat keeps what is its own, and what its users may do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    folder: Path | None = Field(
        None,
        description="Conversations and uploaded documents; unset: beside the index, its name with -chat.",
    )
    uploads: bool = Field(True, description="Whether users may add and remove documents.")
    max_upload_files: int = Field(200, ge=1, le=10_000, description="Most files in one upload.")
    max_documents: int = Field(5_000, ge=1, description="Most uploaded documents kept.")

    def folder_beside(self, index_dir: Path) -> Path:
        """Return the folder of the conversations and uploads that belong to the index in `index_dir`."""
        return self.folder or index_dir.with_name(f"{index_dir.name}-chat")
