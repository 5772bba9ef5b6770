"""From training questions to pairs of question and text, each with its label."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.training import wording
from eval.training.judged import Judged
from eval.training.questions import Asked, QuestionedPassage, TrainingQuestion
from index.passage import Passage
from index.sentences import sentences
from index.stores.filter import Filter
from rag.retriever import Retriever, in_context
from rag.timings import Timings

_HELD_OUT = 12  # every twelfth passage is kept back, to see how the training goes
_NEAR = 0.35  # share of the questions put to another sentence of the passage, the one likest them
_WHOLE = 0.22  # share put to whole passages too, which are long to read
_BARE = 0.3  # share put to the bare sentence too, as the decision to refuse puts them
_SEARCHED = 0.2  # share that also meet what the search finds elsewhere
_FOUND = 6  # other passages that the search finds, of which some are read


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a text; `label` is 1 where the text answers it, else 0.

    `found` tells that the text is from another passage, which the search found for the question.
    `question` numbers the question, so that its texts can be compared.
    """

    question: int
    query: str
    text: str
    label: int
    weight: float
    held_out: bool
    found: bool = False


def pairs(
    passages: Sequence[QuestionedPassage],
    judged: Mapping[Asked, Sequence[Judged]],
    retriever: Retriever,
    excluded: frozenset[str],
    seed: int = 3,
) -> Iterator[Pair]:
    """Yield the pairs of all questions; `judged` maps a question to the texts that were judged for it.

    Judged questions that no passage asks come last. A text that was found elsewhere counts as no
    answer, unless it was judged. Statements in `excluded` are not read: those that the dev and test
    questions are about.
    """
    put = [(item, question) for item in passages for question in item.questions]
    weights = wording.weights(
        [question.asked.text for _, question in put],
        [question.answered for _, question in put],
        [item.passage.id for item, _ in put],
    )
    draw = random.Random(seed)  # noqa: S311
    ids = sorted({item.passage.id for item, _ in put})
    held_out = set(draw.sample(ids, len(ids) // _HELD_OUT))
    for number, (item, question) in enumerate(put):
        weight, kept = float(weights[number]), item.passage.id in held_out
        for query, text, label in _own(item, question, draw):
            yield Pair(number, query, text, label, weight, kept)
        yield from _judged(number, question.asked, judged.get(question.asked, ()), kept, draw)
        if draw.random() < _SEARCHED:
            for text in _found(item.passage, question, retriever, excluded, draw):
                yield Pair(number, question.asked.searched, text, 0, weight, kept, found=True)
    of_passages = {question.asked for _, question in put}
    alone = [(asked, items) for asked, items in judged.items() if asked not in of_passages]
    for number, (asked, items) in enumerate(alone, start=len(put)):
        kept = draw.random() < 1 / _HELD_OUT
        yield from _judged(number, asked, items, kept, draw)


def _own(
    item: QuestionedPassage, question: TrainingQuestion, draw: random.Random
) -> Iterator[tuple[str, str, int]]:
    """Yield texts of the passage that the question was written for, each with query and label."""
    quotes = item.quotes()
    named = [quotes[sentence - 1] for sentence in question.sentences]
    others = [quote for quote in quotes if quote not in named]
    label = int(question.answered)
    for quote in named[: 2 if question.answered else 1]:
        yield question.asked.read, in_context(item.passage, quote), label
    if others and draw.random() < _NEAR:
        yield question.asked.read, in_context(item.passage, _likest(question.asked.text, others)), 0
    if named and draw.random() < _BARE:
        yield question.asked.text, named[0], label
    if draw.random() < _WHOLE:
        for text, answers in _whole(item, question, draw):
            yield question.asked.searched, text, answers


def _judged(
    number: int, asked: Asked, items: Sequence[Judged], kept: bool, draw: random.Random
) -> Iterator[Pair]:
    """Yield judged sentences in context, some of them bare, and some of their passages whole.

    The best sentence and its passage always come in all three ways: so the decision to refuse reads them.
    """
    answering: dict[str, list[Judged]] = {}
    for place, item in enumerate(items):
        label = int(item.answers)
        yield Pair(number, asked.read, in_context(item.passage, item.quote), label, 1.0, kept)
        if place == 0 or draw.random() < _BARE:
            yield Pair(number, asked.text, item.quote, label, 1.0, kept)
        answering.setdefault(item.passage.id, []).append(item)
    for place, of_passage in enumerate(answering.values()):
        if place == 0 or draw.random() < _BARE:
            passage, label = of_passage[0].passage, int(any(item.answers for item in of_passage))
            yield Pair(number, asked.searched, in_context(passage, passage.text), label, 1.0, kept)


def _whole(
    item: QuestionedPassage, question: TrainingQuestion, draw: random.Random
) -> Iterator[tuple[str, int]]:
    """Yield a passage of the index that holds a named sentence, and one that holds none, if there are."""
    places = [item.spans[sentence - 1] for sentence in question.sentences]
    offset = item.passage.start
    holding: list[Passage] = []
    others: list[Passage] = []
    for stretch in item.stretches:
        holds = any(stretch.start <= offset + start and offset + end <= stretch.end for start, end in places)
        (holding if holds else others).append(stretch)
    for stretches, label in ((holding, int(question.answered)), (others, 0)):
        if stretches:
            stretch = draw.choice(stretches)
            yield in_context(stretch, stretch.text), label


def _found(
    passage: Passage,
    question: TrainingQuestion,
    retriever: Retriever,
    excluded: frozenset[str],
    draw: random.Random,
) -> Iterator[str]:
    """Yield texts of other passages that the search finds: the likest sentence, and one whole."""
    surname = (passage.speaker or "").split()[-1:]
    named = bool(surname) and surname[0].casefold() in question.asked.searched.casefold()
    scope = Filter(speakers=frozenset([passage.speaker])) if named and passage.speaker else Filter()
    found = retriever.search(question.asked.searched, scope, Timings())
    hits = [hit.passage for hit in found or retriever.search(question.asked.searched, Filter(), Timings())]
    eligible = [hit for hit in hits if hit.statement_id not in excluded and not _overlaps(hit, passage)]
    other = eligible[:_FOUND]
    if not other:
        return
    chosen = draw.sample(other, min(2, len(other)))
    quotes = [chosen[0].text[start:end] for start, end in sentences(chosen[0].text)]
    yield in_context(chosen[0], _likest(question.asked.text, quotes))
    if draw.random() < _WHOLE:
        yield in_context(chosen[-1], chosen[-1].text)


def _overlaps(one: Passage, other: Passage) -> bool:
    same = one.statement_id == other.statement_id
    return same and one.start < other.end and other.start < one.end


def _likest(question: str, quotes: Sequence[str]) -> str:
    """Return the one of `quotes` that shares the most long words with the question."""
    asked = _long_words(question)
    return max(quotes, key=lambda quote: len(asked & _long_words(quote)))


def _long_words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > 3}
