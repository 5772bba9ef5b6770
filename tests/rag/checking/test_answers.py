"""Bad answers are caught, each with the right verdict, and good ones pass."""

from __future__ import annotations

import pytest

from rag.answer import Verdict
from rag.checking.checker import Checker
from rag.checking.claim import Claim
from rag.reranker import Reranker
from tests.rag.checking.bad_answers import BAD
from tests.rag.checking.good_answers import GOOD
from tests.rag.checking.material import claim, number, sources


def test_there_are_enough_of_both() -> None:
    assert len(set(BAD)) >= 40
    assert len(set(GOOD)) >= 40


@pytest.mark.parametrize(("verdict", "words", "quote", "text"), BAD, ids=[case[3] for case in BAD])
def test_a_bad_answer_is_caught(
    reranker: Reranker, verdict: Verdict, words: str, quote: str | None, text: str
) -> None:
    checked = Checker(reranker).check(claim(text, words, quote), sources())
    assert checked.verdict is verdict, checked.reason
    assert checked.reason
    assert checked.grounds == ()


@pytest.mark.parametrize(("words", "quote", "text"), GOOD, ids=[case[2] for case in GOOD])
def test_a_good_answer_passes(reranker: Reranker, words: str, quote: str | None, text: str) -> None:
    checked = Checker(reranker).check(claim(text, words, quote), sources())
    assert checked.verdict is Verdict.VERIFIED, checked.reason
    assert checked.grounds


def test_the_citation_is_where_the_quote_is_whatever_the_model_says(reranker: Reranker) -> None:
    wrong = number("14 lighthouses")
    checked = Checker(reranker).check(
        Claim("The plan includes 44 projects.", "This Plan includes 44 projects", (wrong,)), sources()
    )
    assert checked.verdict is Verdict.VERIFIED
    assert [ground.source.n for ground in checked.grounds] == [number("44 projects")]
    assert (
        checked.grounds[0].text == "This Plan includes 44 projects, eleven are being implemented this year."
    )


@pytest.mark.parametrize("evidence", [(), (99,), (0, -1)])
def test_evidence_that_there_is_not_supports_nothing(reranker: Reranker, evidence: tuple[int, ...]) -> None:
    checked = Checker(reranker).check(Claim("The plan includes 44 projects.", None, evidence), sources())
    assert checked.verdict is Verdict.UNSUPPORTED
    assert checked.unresolved == evidence


def test_an_unknown_number_beside_a_known_one_stays_unresolved(reranker: Reranker) -> None:
    known = number("44 projects")
    checked = Checker(reranker).check(Claim("The plan includes 44 projects.", None, (known, 99)), sources())
    assert checked.verdict is Verdict.VERIFIED
    assert checked.unresolved == (99,)
