"""Relevance judgments and rankings in the formats of trec_eval.

A line of a qrels file is "query 0 document grade", one of a run file "query Q0 document rank score
tag". Ids must not hold white space.

Source: Voorhees and Harman (editors), "TREC: Experiment and Evaluation in Information Retrieval",
MIT Press, 2005, chapter 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from eval.errors import DatasetError
from eval.metrics.ranking import Grades, Scores

_TAG = "onrecord"
_Number = TypeVar("_Number", int, float)


def write_qrels(path: Path, qrels: Grades) -> None:
    """Write relevance judgments.

    Raises:
        DatasetError: an id holds white space.
    """
    path.write_text(
        "".join(
            f"{_id(query)} 0 {_id(document)} {grade}\n"
            for query, grades in qrels.items()
            for document, grade in grades.items()
        ),
        encoding="utf-8",
    )


def write_run(path: Path, run: Scores) -> None:
    """Write rankings; documents of one score stand in the order of their ids.

    Raises:
        DatasetError: an id holds white space.
    """
    lines = []
    for query, scores in run.items():
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        for rank, (document, score) in enumerate(ranked, start=1):
            lines.append(f"{_id(query)} Q0 {_id(document)} {rank} {score!r} {_TAG}\n")
    path.write_text("".join(lines), encoding="utf-8")


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Read relevance judgments.

    Raises:
        DatasetError: the file cannot be read, or a line has another form.
    """
    return _read(path, fields=4, document=2, value=3, number=int)


def read_run(path: Path) -> dict[str, dict[str, float]]:
    """Read rankings as scores; the ranks are not used, as in trec_eval.

    Raises:
        DatasetError: the file cannot be read, or a line has another form.
    """
    return _read(path, fields=6, document=2, value=4, number=float)


def _read(
    path: Path, *, fields: int, document: int, value: int, number: Callable[[str], _Number]
) -> dict[str, dict[str, _Number]]:
    found: dict[str, dict[str, _Number]] = {}
    for place, parts in _lines(path):
        try:
            if len(parts) != fields:
                raise ValueError(f"{len(parts)} fields, not {fields}")
            found.setdefault(parts[0], {})[parts[document]] = number(parts[value])
        except ValueError as error:
            raise DatasetError(f"{path}, line {place}: {error}; see docs/evaluation.md.") from error
    return found


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read as UTF-8 text ({error}): check the path.") from error
    for place, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield place, line.split()


def _id(text: str) -> str:
    if len(text.split()) != 1:
        raise DatasetError(f"The id {text!r} holds white space, which TREC files cannot: choose another one.")
    return text
