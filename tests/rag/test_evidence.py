from __future__ import annotations

from dataclasses import replace

import pytest

from index.statement import Role
from rag.evidence import candidates, rescored, scored, worth_reading
from rag.reranker import Reranker
from tests.rag.passages import PASSAGES, TALKS, hit


def quotes(role: Role) -> list[str]:
    found = candidates([hit(passage) for passage in PASSAGES if passage.role is role])
    return [TALKS.text[start:end] for _, (start, end) in found]


def test_trivial_answers_and_a_principals_own_questions_are_no_evidence() -> None:
    assert quotes(Role.PRINCIPAL) == [
        "We send twelve experts to Geneva.",
        "They know the subject well.",
        "This was agreed in May.",
        "The talks will last three days.",
        "It depends on the weather.",
        "We hope for a good result.",
    ]


def test_a_questioners_questions_are() -> None:
    assert quotes(Role.QUESTIONER) == ["How many experts will go to Geneva?", "Will it be a long meeting?"]


def test_a_sentence_of_two_passages_counts_once_and_for_the_better_hit() -> None:
    passage = PASSAGES[1]
    found = candidates([hit(passage, 2.0, 1), hit(passage, 1.0, 2)])
    assert len(found) == len(set(found)) == 4


def test_a_passage_far_below_the_best_is_not_read() -> None:
    first, second, *_ = PASSAGES
    hits = [hit(first, 2.0, 1), hit(second, -0.5, 2), hit(second, -1.5, 3)]
    assert worth_reading(hits, 3) == hits[:2]
    assert worth_reading(hits, 1) == hits[:1]
    assert worth_reading([], 3) == []


def test_the_answering_sentence_scores_best(reranker: Reranker) -> None:
    hits = [hit(passage) for passage in PASSAGES if passage.role is Role.PRINCIPAL]
    for with_context in (True, False):
        best = scored("How many experts go to Geneva?", hits, reranker, with_context=with_context)[0]
        assert best.quote == "We send twelve experts to Geneva."
        assert TALKS.text[best.start : best.end] == best.quote


def test_no_hits_give_no_evidence(reranker: Reranker) -> None:
    assert scored("How many?", [], reranker) == []


def test_the_bare_sentence_is_added_to_the_score_of_the_best(reranker: Reranker) -> None:
    asked = "How many experts go to Geneva?"
    hits = [hit(passage) for passage in PASSAGES]
    first = scored(asked, hits, reranker)
    assert len(first) > 6
    again, bare = rescored([*first[:6], *[replace(first[-1], score=-99.0)] * 2], asked, reranker)
    gained = dict(zip([item.quote for item in again[:6]], bare[:6], strict=True))
    before = {item.quote: item.score for item in first}
    for item in again[:6]:
        logit = float(reranker.scores(asked, [item.quote])[0])
        assert gained[item.quote] == pytest.approx(logit, abs=0.4)  # int8: it depends a little on the batch
        assert item.score == pytest.approx(before[item.quote] + gained[item.quote])
    assert [item.score for item in again] == sorted((item.score for item in again), reverse=True)
    assert bare[6:] == [min(bare)] * 2
    assert again[-1].score == pytest.approx(-99.0 + min(bare))


def test_what_is_asked_now_moves_its_own_answer_to_the_front(reranker: Reranker) -> None:
    hits = [hit(passage) for passage in PASSAGES if passage.role is Role.PRINCIPAL]
    evidence = scored("How many experts go to Geneva? How long will the talks last?", hits, reranker)
    again, _ = rescored(evidence, "How long will the talks last?", reranker)
    assert again[0].quote == "The talks will last three days."
    answer = next(item for item in evidence if item.quote == "The talks will last three days.")
    other = next(item for item in evidence if "experts" in item.quote)
    behind = [replace(other, score=9.0), replace(answer, score=8.0)]
    again, _ = rescored(behind, "How long will the talks last?", reranker)
    assert [item.quote for item in again] == [answer.quote, other.quote]


def test_no_evidence_has_no_logits(reranker: Reranker) -> None:
    assert rescored([], "How many?", reranker) == ([], [])
