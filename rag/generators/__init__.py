"""Answer generators by the name that the settings use."""

from __future__ import annotations

from rag.generators.extractive import ExtractiveGenerator
from rag.generators.generator import Draft, Generator

__all__ = ["GENERATORS", "Draft", "Generator"]

GENERATORS: dict[str, type[Generator]] = {"extractive": ExtractiveGenerator}
