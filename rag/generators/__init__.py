"""Answer generators by the name that the settings use."""

from __future__ import annotations

from collections.abc import Callable

from rag.generators.extractive import ExtractiveGenerator
from rag.generators.generator import Draft, Generator
from rag.reranker import Reranker
from rag.settings import GeneratorName, RagSettings

__all__ = ["GENERATORS", "Draft", "Generator", "load_generator"]


def _chat(settings: RagSettings, reranker: Reranker) -> Generator:
    from rag.generators.chat_model.generator import ChatGenerator

    return ChatGenerator(settings, reranker)


GENERATORS: dict[GeneratorName, Callable[[RagSettings, Reranker], Generator]] = {
    GeneratorName.EXTRACTIVE: lambda settings, reranker: ExtractiveGenerator(),  # noqa: ARG005
    GeneratorName.CHAT: _chat,
}


def load_generator(settings: RagSettings, reranker: Reranker) -> Generator:
    """Return the generator that the settings name; nothing is sent to any endpoint yet.

    Raises:
        ExtraMissing: it needs packages that are not installed.
    """
    return GENERATORS[settings.generator](settings, reranker)
