"""MTRAG: conversations whose later questions lean on earlier turns.

Format: `reference.jsonl`, one task a line: "task_id"; "input", the turns so far as {"speaker":
"user" or "agent", "text"}, the question last; "contexts", the reference passages as
{"document_id", "title", "text"}; and "Answerability" (in older files "answerability"), a list that
holds ANSWERABLE, PARTIAL, UNANSWERABLE, CONVERSATIONAL or (in MTRAG-UN) UNDERSPECIFIED. The
passages of all tasks are pooled into one corpus. Answers are free text there, so only rankings and
refusals are judged; what is partly answerable counts as answerable, and the last two are left out.

Source: Katsis et al., "MTRAG: A Multi-Turn Conversational Benchmark for Evaluating
Retrieval-Augmented Generation Systems", TACL 2025.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from eval.adapters.dataset import Dataset, DatasetQuestion, Document, malformed, read_json_lines

_LEFT_OUT = {
    "CONVERSATIONAL": "turns of conversation that ask nothing",
    "UNDERSPECIFIED": "questions to be asked back, neither answerable nor not",
}
_KNOWN = {"ANSWERABLE", "PARTIAL", "UNANSWERABLE", *_LEFT_OUT}


def read(path: Path) -> Dataset:
    """Read the file.

    Raises:
        DatasetError: the file cannot be read or has another form.
    """
    documents: dict[str, Document] = {}
    questions: list[DatasetQuestion] = []
    excluded: Counter[str] = Counter()
    for number, row in read_json_lines(path):
        try:
            for context in row["contexts"]:
                document = _document(context)
                documents.setdefault(document.id, document)
            reason = _LEFT_OUT.get(_answerability(row))
            if reason:
                excluded[reason] += 1
            else:
                questions.append(_question(row))
        except (KeyError, TypeError, ValueError) as error:
            raise malformed(path, f"line {number}", error) from error
    return Dataset(path.name, tuple(documents.values()), tuple(questions), dict(excluded))


def _document(context: dict[str, Any]) -> Document:
    return Document(str(context["document_id"]), str(context.get("title") or ""), str(context["text"]))


def _question(row: dict[str, Any]) -> DatasetQuestion:
    *earlier, last = row["input"]
    if last["speaker"] != "user":
        raise ValueError("the last turn is not the user's")
    answerable = _answerability(row) != "UNANSWERABLE"
    return DatasetQuestion(
        id=str(row["task_id"]),
        question=str(last["text"]),
        answerable=answerable,
        history=tuple(str(turn["text"]) for turn in earlier if turn["speaker"] == "user"),
        relevance={str(context["document_id"]): 1 for context in row["contexts"]} if answerable else {},
        tags=("follow-up",) if earlier else (),
    )


def _answerability(row: dict[str, Any]) -> str:
    labels = row.get("Answerability") or row["answerability"]
    label = str(labels[0] if isinstance(labels, list) else labels).upper()
    if label not in _KNOWN:
        raise ValueError(f"{label!r} is no answerability")
    return label
