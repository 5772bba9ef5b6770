from __future__ import annotations

from index.statement import Role
from rag.evidence import candidates, scored
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


def test_the_answering_sentence_scores_best(reranker: Reranker) -> None:
    hits = [hit(passage) for passage in PASSAGES if passage.role is Role.PRINCIPAL]
    for with_context in (True, False):
        best = scored("How many experts go to Geneva?", hits, reranker, with_context=with_context)[0]
        assert best.quote == "We send twelve experts to Geneva."
        assert TALKS.text[best.start : best.end] == best.quote


def test_no_hits_give_no_evidence(reranker: Reranker) -> None:
    assert scored("How many?", [], reranker) == []
