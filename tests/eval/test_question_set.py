"""Question files: read, checked line by line; what is wrong with them is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.question_set import EvalQuestion, load
from index.errors import QuestionFileError

GOOD: dict[str, Any] = {
    "id": "q1",
    "question": "How many?",
    "answerable": True,
    "answers": ["seven"],
    "gold": [{"statement": "holm", "quote": "seven bridges"}],
}


def load_lines(tmp_path: Path, *lines: object) -> list[EvalQuestion]:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return load(path)


def test_blank_lines_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    first, second = load_lines(tmp_path, "\ufeff" + json.dumps(GOOD), "", {**GOOD, "id": "q2"})

    assert (first.id, second.id) == ("q1", "q2")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{", "line 2"),
        ({**GOOD, "id": "q2", "answers": []}, "needs `answers` and `gold`"),
        ({**GOOD, "id": "q2", "answerable": False}, "neither `answers` nor `gold`"),
        ({**GOOD, "id": "q2", "topic": "x"}, "line 2: topic"),
        ({**GOOD, "id": "q2", "role": "king"}, "line 2: role"),
        ({**GOOD, "id": "q2", "question": ""}, "line 2: question"),
        (GOOD, "line 2: the id 'q1' stands on line 1"),
    ],
)
def test_a_wrong_line_is_named(wrong: object, said: str, tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match=said):
        load_lines(tmp_path, GOOD, wrong)


def test_a_file_without_questions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="holds no question"):
        load_lines(tmp_path, "")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="cannot be read"):
        load(tmp_path / "nothing.jsonl")
