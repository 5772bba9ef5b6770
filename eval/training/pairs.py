"""From training questions to pairs of question and text, each with its label."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.training import wording
from eval.training.questions import QuestionedPassage, TrainingQuestion
from index.passage import Passage
from index.sentences import sentences
from index.stores.filter import Filter
from rag.retriever import Retriever, in_context
from rag.timings import Timings

_HELD_OUT = 12  # every twelfth passage is kept back, to see how the training goes
_WHOLE = 4  # one question in so many is put to the whole passage too: passages are long to read
_BARE = 0.3  # share of the questions put to the bare sentence too, as the decision to refuse puts them
_NEIGHBOURS = 2  # sentences of the passage that do not answer, beside each question
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
    passages: Sequence[QuestionedPassage], retriever: Retriever, excluded: frozenset[str], seed: int = 3
) -> Iterator[Pair]:
    """Yield the pairs of all questions.

    A text that was found elsewhere counts as no answer. Statements in `excluded` are not read:
    those that the dev and test questions are about.
    """
    asked = [(item.passage, question) for item in passages for question in item.questions]
    weights = wording.weights(
        [question.text for _, question in asked],
        [question.answered for _, question in asked],
        [passage.id for passage, _ in asked],
    )
    draw = random.Random(seed)  # noqa: S311
    ids = sorted({passage.id for passage, _ in asked})
    held_out = set(draw.sample(ids, len(ids) // _HELD_OUT))
    for number, (passage, question) in enumerate(asked):
        texts = [
            *((text, label, False) for text, label in _own(number, passage, question, draw)),
            *((text, 0, True) for text in _found(number, passage, question, retriever, excluded, draw)),
        ]
        for text, label, found in texts:
            kept = passage.id in held_out
            yield Pair(number, question.text, text, label, float(weights[number]), kept, found)


def _own(
    number: int, passage: Passage, question: TrainingQuestion, draw: random.Random
) -> Iterator[tuple[str, int]]:
    """Yield texts of the passage that the question was written for, each with its label."""
    quotes = [passage.text[start:end] for start, end in sentences(passage.text)]
    named = [quotes[sentence - 1] for sentence in question.sentences]
    others = [quote for quote in quotes if quote not in named]
    draw.shuffle(others)
    label = int(question.answered)
    for quote in named[: 2 if question.answered else 1]:
        yield in_context(passage, quote), label
    for quote in others[: _NEIGHBOURS if question.answered else _NEIGHBOURS - 1]:
        yield in_context(passage, quote), 0
    if number % _WHOLE == 0:
        yield in_context(passage, passage.text), label
    if named and draw.random() < _BARE:
        yield named[0], label


def _found(
    number: int,
    passage: Passage,
    question: TrainingQuestion,
    retriever: Retriever,
    excluded: frozenset[str],
    draw: random.Random,
) -> Iterator[str]:
    """Yield texts of other passages that the search finds: the sentence most like the question, or all."""
    surname = (passage.speaker or "").split()[-1:]
    named = bool(surname) and surname[0].casefold() in question.text.casefold()
    scope = Filter(speakers=frozenset([passage.speaker])) if named and passage.speaker else Filter()
    hits = [hit.passage for hit in retriever.search(question.text, scope, Timings())]
    eligible = [hit for hit in hits if hit.statement_id not in excluded and not _overlaps(hit, passage)]
    other = eligible[:_FOUND]
    if not other:
        return
    chosen = draw.sample(other, min(2, len(other)))
    yield in_context(chosen[0], _likest(question.text, chosen[0]))
    if number % _WHOLE == 0:
        yield in_context(chosen[-1], chosen[-1].text)


def _overlaps(one: Passage, other: Passage) -> bool:
    same = one.statement_id == other.statement_id
    return same and one.start < other.end and other.start < one.end


def _likest(question: str, passage: Passage) -> str:
    """Return the sentence that shares the most long words with the question."""
    asked = _long_words(question)
    quotes = [passage.text[start:end] for start, end in sentences(passage.text)]
    return max(quotes, key=lambda quote: len(asked & _long_words(quote)))


def _long_words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > 3}
