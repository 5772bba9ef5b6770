"""Question sets: JSON Lines, one question a line, checked as they are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from index.errors import QuestionFileError
from index.statement import Role
from rag.filters import Filters


class Gold(BaseModel):
    """A place that answers the question: words of a statement, verbatim and only once in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    statement: str
    quote: str = Field(min_length=1)


class FilterSpec(BaseModel):
    """The filters that the question is asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    speaker: str | None = None
    role: Role | None = None
    kind: str | None = None
    statement: str | None = None
    since: date | None = None
    until: date | None = None

    def filters(self) -> Filters:
        """Return them as the assistant takes them."""
        return Filters(
            speakers=(self.speaker,) if self.speaker else (),
            roles=(self.role,) if self.role else (),
            kinds=(self.kind,) if self.kind else (),
            statements=(self.statement,) if self.statement else (),
            since=self.since,
            until=self.until,
        )


class EvalQuestion(BaseModel):
    """A question with what a right answer holds.

    `history` are the earlier questions of the conversation, oldest first. `answers` are verbatim
    words, any of which answers; `gold` the places where they stand. An unanswerable question has
    neither, and `note` says why it cannot be answered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    history: tuple[str, ...] = ()
    answerable: bool
    answers: tuple[str, ...] = ()
    gold: tuple[Gold, ...] = ()
    speaker: str | None = None
    role: Role = Role.PRINCIPAL
    filters: FilterSpec = FilterSpec()
    tags: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> EvalQuestion:
        if self.answerable and not (self.answers and self.gold):
            raise ValueError("an answerable question needs `answers` and `gold`")
        if not self.answerable and (self.answers or self.gold):
            raise ValueError("an unanswerable question has neither `answers` nor `gold`")
        return self


def load(path: Path) -> list[EvalQuestion]:
    """Read a question set; blank lines are passed over.

    Raises:
        QuestionFileError: the file cannot be read, a line is not a question, or two share an id.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileError(f"{path} cannot be read as UTF-8 text ({error}): check the path.") from error
    questions: list[EvalQuestion] = []
    lines_of: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            question = _parsed(path, number, line)
            if question.id in lines_of:
                raise QuestionFileError(
                    f"{path}, line {number}: the id {question.id!r} stands on line {lines_of[question.id]} "
                    "already; give each question its own."
                )
            lines_of[question.id] = number
            questions.append(question)
    if not questions:
        raise QuestionFileError(f"{path} holds no question: write one JSON object a line.")
    return questions


def _parsed(path: Path, number: int, line: str) -> EvalQuestion:
    try:
        return EvalQuestion.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the line"
        raise QuestionFileError(f"{path}, line {number}: {field}: {first['msg']}.") from error
