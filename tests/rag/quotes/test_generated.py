"""No altered or invented quotation is ever called verbatim, and no verbatim one is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.ingest import read_statement
from index.settings import ReaderSettings
from index.sources import find
from index.statement import Statement
from rag.quotes import QuoteChecker, Verdict
from tests.rag.quotes.generated import Case, Generator
from tests.rag.stored import Stored

_TRUE = ("verbatim", "ellipsis")
_ALTERED = ("changed", "dropped", "added", "negation", "number")


@pytest.mark.corpus
def test_two_hundred_cases_of_the_presidential_corpus(
    presidential_statements: tuple[Statement, ...], tmp_path: Path
) -> None:
    checker = QuoteChecker(Stored(tmp_path, presidential_statements))
    cases = list(Generator(presidential_statements, seed=5).cases(23))
    assert len(cases) == 207
    _judge(checker, cases)


def test_cases_of_the_shipped_statement(project: Path, tmp_path: Path) -> None:
    statements = _read(project / "seeds")
    checker = QuoteChecker(Stored(tmp_path, statements))
    cases = list(Generator(statements, seed=5).cases(25, without=("speaker",)))
    assert len(cases) == 200
    _judge(checker, cases)


def test_cases_of_the_statements_written_for_tests(project: Path, tmp_path: Path) -> None:
    statements = _read(project / "tests" / "data" / "small-corpus")
    checker = QuoteChecker(Stored(tmp_path, statements))
    _judge(checker, list(Generator(statements, seed=7).cases(25)))


def _judge(checker: QuoteChecker, cases: Sequence[Case]) -> None:
    verdicts: Counter[tuple[str, Verdict]] = Counter()
    for case in cases:
        check = checker.check(case.quote, case.speaker)
        verdicts[case.kind, check.verdict] += 1
        if case.kind in _TRUE:
            assert check.verdict is Verdict.VERBATIM, case
            here = [found.place for found in check.found if found.place.statement_id == case.source.id]
            assert case.start in [place.start for place in here], case
            assert all(case.source.text[place.start : place.end] == place.text for place in here)
        elif case.kind == "speaker":
            assert check.verdict is Verdict.SAID_BY_OTHER, case
        elif case.kind == "fabricated":
            assert check.verdict is Verdict.NOT_FOUND, case
        else:
            assert check.verdict is Verdict.ALTERED, (case, check.verdict)
            assert check.nearest is not None
    assert {kind for kind, _ in verdicts} >= {*_TRUE, *_ALTERED, "fabricated"}


def _read(folder: Path) -> tuple[Statement, ...]:
    files = find([folder], exclude=folder / "nothing").files
    return tuple(read_statement(file, file.path.stem, ReaderSettings()) for file in files)
