"""Finding the gold quotes of a question set in the statements of an index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from eval.case import Case, GoldSpan
from eval.question_set import EvalQuestion, Gold
from index.errors import QuestionFileError, UnknownStatement
from index.passage import Passage
from index.statement import Statement
from index.stores.content import ContentStore

_SHARE = 0.5  # of a gold span that a passage must hold to count as relevant


def resolve(path: Path, questions: Sequence[EvalQuestion], content: ContentStore, group: str) -> list[Case]:
    """Return the questions of the file `path` with their gold found in the corpus.

    Raises:
        QuestionFileError: a gold statement is not in the index, or its quote not in the statement.
    """
    return [_case(path, question, content, group) for question in questions]


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Return where `quote` stands in `text`, as offsets; white space and Unicode form do not count."""
    words = unicodedata.normalize("NFC", quote).split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else None


def relevant(spans: Sequence[GoldSpan], content: ContentStore) -> dict[str, int]:
    """Return the ids of the passages that hold at least half of a gold span, each with grade 1."""
    return {
        passage.id: 1
        for span in spans
        for _, passage in content.passages_of(span.statement_id)
        if _overlap(span, passage) >= _SHARE * (span.end - span.start)
    }


def _overlap(span: GoldSpan, passage: Passage) -> int:
    return min(span.end, passage.end) - max(span.start, passage.start)


def _case(path: Path, question: EvalQuestion, content: ContentStore, group: str) -> Case:
    gold = tuple(_span(path, question, gold, content) for gold in question.gold)
    return Case(
        id=question.id,
        question=question.question,
        answerable=question.answerable,
        history=question.history,
        answers=question.answers,
        gold=gold,
        relevance=relevant(gold, content),
        speaker=question.speaker,
        role=question.role,
        filters=question.filters.filters(),
        tags=question.tags,
        note=question.note,
        group=group,
    )


def _span(path: Path, question: EvalQuestion, gold: Gold, content: ContentStore) -> GoldSpan:
    statement = _statement(path, question, gold, content)
    found = locate(gold.quote, statement.text)
    if found is None:
        raise QuestionFileError(
            f"{path}, question {question.id}: the quote {gold.quote!r} does not stand in the statement "
            f"{gold.statement}; copy it from the file letter for letter."
        )
    return GoldSpan(statement.id, *found, statement.text[slice(*found)])


def _statement(path: Path, question: EvalQuestion, gold: Gold, content: ContentStore) -> Statement:
    try:
        return content.statement(gold.statement)
    except UnknownStatement as error:
        raise QuestionFileError(
            f"{path}, question {question.id}: no statement has the id {gold.statement!r} in this index; "
            "`onrecord info --statements` lists the ids."
        ) from error
