"""The report of an evaluation as a document: what `--json` prints and `--compare` reads."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.errors import ReportError
from eval.scores import Score
from eval.verdict import Verdict
from index.statement import Role

SCHEMA_VERSION = 1
FILE_NAME = "report.json"
"""The document's name in the folder of a report."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldRecord(_Record):
    """A gold span."""

    statement_id: str
    start: int
    end: int
    quote: str


class CitationRecord(_Record):
    """A citation; `on_gold` tells whether it shares words with a gold span."""

    n: int
    statement_id: str
    title: str
    speaker: str | None
    role: Role
    date: date | None
    place: str | None
    start: int
    end: int
    quote: str
    on_gold: bool


class NearestRecord(_Record):
    """A passage offered beside a refusal."""

    passage_id: str
    speaker: str | None
    role: Role
    text: str


class QuestionRecord(_Record):
    """A question with its gold, its answer, and what each metric observed of it."""

    id: str
    group: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answers: tuple[str, ...]
    gold: tuple[GoldRecord, ...]
    speaker: str | None
    role: Role
    tags: tuple[str, ...]
    note: str
    verdict: Verdict
    reason: str | None
    answer: str
    citations: tuple[CitationRecord, ...]
    nearest: tuple[NearestRecord, ...]
    probability: float
    right_if_answered: bool | None
    timings: dict[str, float]
    relevance: dict[str, int]
    run: dict[str, float]
    observed: dict[str, tuple[float, ...]]


class Report(_Record):
    """An evaluation.

    `corpus` holds the counts and the digest of the index, `settings` those of the pipeline.
    `excluded` maps the reason to the number of questions of a data set that could not be used.
    """

    schema_version: int = SCHEMA_VERSION
    product_version: str
    created: datetime
    title: str
    seconds: float
    corpus: dict[str, Any]
    settings: dict[str, Any]
    threshold: float
    scores: tuple[Score, ...]
    groups: dict[str, tuple[Score, ...]]
    excluded: dict[str, int]
    questions: tuple[QuestionRecord, ...]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a report: the document itself, or the folder that `--report` wrote.

        Raises:
            ReportError: there is none, or it is not one of this version.
        """
        file = path / FILE_NAME if path.is_dir() else path
        try:
            return cls.model_validate_json(file.read_bytes())
        except OSError as error:
            raise ReportError(f"{file} cannot be read ({error.strerror}): name a report.") from error
        except ValidationError as error:
            raise ReportError(
                f"{file} is not a report of this version: make it anew with `onrecord eval --report DIR`."
            ) from error
