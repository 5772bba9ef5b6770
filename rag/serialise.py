"""Answers and hits as JSON: the stable interface that docs/json.md describes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.passage import Passage
from rag.answer import Answer, Citation, CorpusSpan, Hit, Sentence

Json = dict[str, Any]


def answer_to_json(answer: Answer) -> Json:
    """Return `answer` as JSON-ready values; keys are only ever added, never renamed."""
    return {
        "question": answer.question,
        "understood_as": answer.understood_as,
        "abstained": answer.abstained,
        "reason": answer.abstention.value if answer.abstention else None,
        "text": answer.text,
        "sentences": [sentence_to_json(sentence) for sentence in answer.sentences],
        "citations": [_citation_to_json(citation) for citation in answer.citations],
        "nearest": [hit_to_json(hit) for hit in answer.nearest],
        "corpus": corpus_to_json(answer.corpus),
        "notes": list(answer.notes),
        "timings": {stage: round(milliseconds, 1) for stage, milliseconds in answer.timings.items()},
    }


def sentence_to_json(sentence: Sentence) -> Json:
    """Return a sentence of an answer with what the checks say of it."""
    return {
        "text": sentence.text,
        "citations": list(sentence.citations),
        "verbatim": sentence.verbatim,
        "verdict": sentence.verdict.value,
        "reason": sentence.reason,
    }


def hit_to_json(hit: Hit) -> Json:
    """Return a ranked passage with its score."""
    return {"rank": hit.rank, "score": round(hit.score, 4), **passage_to_json(hit.passage)}


def passage_to_json(passage: Passage) -> Json:
    """Return a passage with all that travels with it."""
    return {**asdict(passage), "role": passage.role.value, "date": _iso(passage.date)}


def _citation_to_json(citation: Citation) -> Json:
    return {**asdict(citation), "role": citation.role.value, "date": _iso(citation.date)}


def corpus_to_json(corpus: CorpusSpan) -> Json:
    """Return what was searched."""
    return {
        "statements": corpus.statements,
        "first_date": _iso(corpus.first_date),
        "last_date": _iso(corpus.last_date),
    }


def _iso(value: object) -> str | None:
    return None if value is None else str(value)
