"""WikiQA: which sentence of a Wikipedia article answers a question.

Format: tab-separated with the header "QuestionID Question DocumentID DocumentTitle SentenceID
Sentence Label", one candidate a line, the label 1 for a right sentence. As is usual, only
questions with at least one right sentence count towards MAP and MRR. The candidates go through
`rag.evidence`, the code that chooses the sentences of an answer; one that it never considers
(too short to say anything) counts as not found.

Source: Yang, Yih and Meek, "WikiQA: A Challenge Dataset for Open-Domain Question Answering",
EMNLP 2015.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.case import Case, GoldSpan
from eval.errors import DatasetError
from eval.metrics.sentence_ranking import SentenceMap, SentenceMrr
from eval.outcome import Outcome
from eval.runner import Progress
from index.passage import Passage
from index.statement import Role
from rag.answer import Abstention, Answer, CorpusSpan, Hit
from rag.evidence import rescored, scored
from rag.reranker import Reranker

METRICS = (SentenceMap(), SentenceMrr())
"""What the outcomes of this data set can be judged by."""

_COLUMNS = ["QuestionID", "Question", "DocumentID", "DocumentTitle", "SentenceID", "Sentence", "Label"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article, and whether it answers the question."""

    id: str
    title: str
    sentence: str
    right: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question with the sentences to choose from, in the order of the article."""

    id: str
    question: str
    sentences: tuple[Candidate, ...]

    @property
    def answerable(self) -> bool:
        """Whether any sentence answers."""
        return any(candidate.right for candidate in self.sentences)


def read(path: Path) -> list[Candidates]:
    """Read the file.

    Raises:
        DatasetError: it cannot be read, or a line has another form.
    """
    texts: dict[str, str] = {}
    found: dict[str, list[Candidate]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for number, row in enumerate(rows, start=1):
                if number == 1 or not row:
                    _check_header(path, number, row)
                    continue
                _check(path, number, row)
                texts[row[0]] = row[1]
                found.setdefault(row[0], []).append(Candidate(row[4], row[3], row[5], row[6] == "1"))
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read as UTF-8 text ({error}): check the path.") from error
    return [Candidates(key, texts[key], tuple(sentences)) for key, sentences in found.items()]


def outcomes(
    questions: Sequence[Candidates],
    reranker: Reranker,
    *,
    with_context: bool = True,
    progress: Progress | None = None,
) -> list[Outcome]:
    """Return the ranking of the sentences of every question that one of them answers."""
    answerable = [question for question in questions if question.answerable]
    ranked: list[Outcome] = []
    for question in answerable:
        ranked.append(_outcome(question, reranker, with_context=with_context))
        if progress:
            progress(len(ranked), len(answerable))
    return ranked


def _outcome(question: Candidates, reranker: Reranker, *, with_context: bool) -> Outcome:
    passages = [_passage(candidate) for candidate in question.sentences if candidate.sentence.strip()]
    hits = [Hit(passage, 0.0, rank) for rank, passage in enumerate(passages, start=1)]
    gold = tuple(
        GoldSpan(candidate.id, 0, len(candidate.sentence), candidate.sentence)
        for candidate in question.sentences
        if candidate.right
    )
    evidence, _ = rescored(
        scored(question.question, hits, reranker, with_context=with_context), question.question, reranker
    )
    return Outcome(
        case=Case(id=question.id, question=question.question, answerable=True, gold=gold),
        answer=_no_answer(question.question),
        evidence=tuple(evidence),
    )


def _passage(candidate: Candidate) -> Passage:
    text = candidate.sentence
    return Passage(
        id=f"{candidate.id}:0000",
        statement_id=candidate.id,
        ordinal=0,
        start=0,
        end=len(text),
        n_tokens=len(text.split()),
        text=text,
        speaker=None,
        role=Role.UNKNOWN,
        question=None,
        title=candidate.title,
        kind="article",
        date=None,
        place=None,
    )


def _no_answer(question: str) -> Answer:
    """Return the answer that is not asked for: only the ranking of the sentences is judged."""
    return Answer(question, question, "", (), (), Abstention.NOT_FOUND, (), CorpusSpan(0, None, None), {})


def _check_header(path: Path, number: int, row: list[str]) -> None:
    if number == 1 and row != _COLUMNS:
        raise DatasetError(f"{path}, line 1: not the header of WikiQA; name one of its .tsv files.")


def _check(path: Path, number: int, row: list[str]) -> None:
    if len(row) != len(_COLUMNS) or row[6] not in ("0", "1"):
        raise DatasetError(
            f"{path}, line {number}: not seven columns with a label of 0 or 1; check the file."
        )
