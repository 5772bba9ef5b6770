"""Sentences that the pipeline put first for training questions, each judged: does it answer?

They are what the decision to refuse meets: the most tempting sentences of the whole corpus. They were
found before the network was trained on them, and judged by reading question and sentence.
"""

from __future__ import annotations

from pathlib import Path

from eval.training.questions import as_written, entries
from index.stores.content import ContentStore
from rag.retriever import in_context

SHIPPED = Path(__file__).parent / "judged.jsonl"

Judged = tuple[str, bool]
"""A sentence in its context, and whether it answers."""


def load(path: Path, content: ContentStore) -> dict[str, list[Judged]]:
    """Return the judged sentences by question, as they stand in an index of the corpus.

    Raises:
        QuestionFileError: a sentence is not in the index as it was when it was judged.
    """
    found: dict[str, list[Judged]] = {}
    for where, entry in entries(path):
        for item in entry["sentences"]:
            quote = as_written(item, content, where)
            passage = next(
                passage
                for _, passage in content.passages_of(item["statement"])
                if passage.start <= item["start"] < passage.end
            )
            found.setdefault(entry["question"], []).append((in_context(passage, quote), item["answers"]))
    return found
