"""Choosing the sentences that an answer is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.passage import Passage
from index.sentences import Span, sentences
from index.statement import Role
from rag.answer import Evidence, Hit
from rag.reranker import Reranker
from rag.retriever import in_context

_FEWEST_WORDS = 4  # "Yes, of course." is quoted as if it said something; it says nothing alone
_PASSAGE_WEIGHT = 1.0
_QUESTION_BONUS = 2.0  # what a journalist asks stands in the sentence with the question mark
_RESCORED = 6
_FAR_BELOW = 3.0  # logits; none of 205 development questions had its best sentence there (round 5)
_STAGE_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def worth_reading(hits: Sequence[Hit], most: int) -> list[Hit]:
    """Return the first `most` of the reranked `hits`, without those that score far below the best."""
    return [hit for hit in hits[:most] if hit.score >= hits[0].score - _FAR_BELOW]


def candidates(hits: Sequence[Hit]) -> list[tuple[Passage, Span]]:
    """Return every sentence of the passages that could stand as evidence, once each.

    The spans are offsets into the statements' texts. Neighbouring passages share sentences; a
    shared one belongs to the better hit.
    """
    found: dict[tuple[str, int], tuple[Passage, Span]] = {}
    for hit in hits:
        passage = hit.passage
        for start, end in sentences(passage.text):
            if not _trivial(passage.text[start:end], passage.role):
                span = (passage.start + start, passage.start + end)
                found.setdefault((passage.statement_id, span[0]), (passage, span))
    return list(found.values())


def scored(
    question: str, hits: Sequence[Hit], reranker: Reranker, *, with_context: bool = True
) -> list[Evidence]:
    """Return the candidate sentences of `hits` by falling score; equal scores in reading order.

    A sentence scores its own logit plus that of its passage, since a passage that answers as a whole
    vouches for its sentences: on the development questions the answering sentence was among the
    first three for 70%, and for 65% without. A questioner's questions go before the words that
    lead up to them. `with_context` reads a sentence after speaker, date and title of its statement
    rather than bare.
    """
    found = candidates(hits)
    of_passage = {hit.passage.id: hit.score for hit in hits}
    quotes = [passage.text[start - passage.start : end - passage.start] for passage, (start, end) in found]
    texts = [
        in_context(passage, quote) if with_context else quote
        for (passage, _), quote in zip(found, quotes, strict=True)
    ]
    evidence = []
    for (passage, (start, end)), quote, logit in zip(
        found, quotes, reranker.scores(question, texts), strict=True
    ):
        score = float(logit) + _PASSAGE_WEIGHT * of_passage[passage.id]
        if passage.role is Role.QUESTIONER and quote.endswith("?"):
            score += _QUESTION_BONUS
        evidence.append(Evidence(passage, start, end, score))
    return sorted(evidence, key=_order)


def rescored(
    evidence: Sequence[Evidence], asked: str, reranker: Reranker
) -> tuple[list[Evidence], list[float]]:
    """Return `evidence` scored once more, and the logits of its bare sentences, in the same order.

    `asked` is what is asked now, without the earlier questions of a follow-up: those find the place,
    and would rather quote their own answer again. Each of the best gains the logit of its bare
    sentence, in which nothing but its own words can answer; the others, which are not read again,
    gain the least of these. In round 3 of docs/evaluation.md the answering sentence was among the first
    two for 87% of 225 train questions, and for 84% without; of what is quoted 68% answers, and 61% without.
    """
    if not evidence:
        return [], []
    read = reranker.scores(asked, [item.quote for item in evidence[:_RESCORED]])
    logits = [*map(float, read), *[float(read.min())] * (len(evidence) - len(read))]
    gained = [
        (replace(item, score=item.score + logit), logit) for item, logit in zip(evidence, logits, strict=True)
    ]
    gained.sort(key=lambda pair: _order(pair[0]))
    return [item for item, _ in gained], [logit for _, logit in gained]


def _order(item: Evidence) -> tuple[float, str, int]:
    return -item.score, item.passage.statement_id, item.start


def _trivial(sentence: str, role: Role) -> bool:
    if role is Role.PRINCIPAL and sentence.rstrip("\"'”’) ").endswith("?"):
        return True
    return len(re.findall(r"\w+", _STAGE_NOTE.sub("", sentence))) < _FEWEST_WORDS
