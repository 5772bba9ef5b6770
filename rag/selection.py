"""From scored sentences to the few that an answer quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.passage import Passage
from index.sentences import Span, sentences
from index.statement import Statement, Turn
from rag.answer import Evidence

_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|but|so|then|yet|nor)\W+)?(?:he|she|it|they|this|that|these|those|such|its|their|his|her|both)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Neighbouring sentences of one turn, quoted together.

    `spans` are offsets into the statement's text, in order; the quotation runs from the first
    start to the last end.
    """

    passage: Passage
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the quotation begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the quotation ends."""
        return self.spans[-1][1]


def select(evidence: Sequence[Evidence], most: int, margin: float) -> list[Evidence]:
    """Return at most `most` sentences, best first: the best one, and those within `margin` of it.

    `margin` is in logits, 0 or more. A sentence that repeats the words of a better one, as a
    second copy of a speech does, is left out.
    """
    chosen: list[Evidence] = []
    seen: set[str] = set()
    for item in sorted(evidence, key=lambda item: -item.score):
        words = " ".join(re.findall(r"\w+", item.quote.casefold()))
        if words in seen:
            continue
        if len(chosen) == most or item.score < evidence[0].score - margin:
            break
        seen.add(words)
        chosen.append(item)
    return chosen


def quotations(chosen: Sequence[Evidence], statement_of: Callable[[str], Statement]) -> list[Quotation]:
    """Join the chosen sentences into quotations, in reading order.

    Statements come in the order of their best sentence, and sentences as they were said. One that
    opens with a word pointing back ("They ...", "This ...") takes the sentence before it along, and
    one that ends in a colon the sentence after it, if the same turn has one.
    """
    found: list[Quotation] = []
    for statement_id in dict.fromkeys(item.passage.statement_id for item in chosen):
        of_statement = [item for item in chosen if item.passage.statement_id == statement_id]
        of_statement.sort(key=lambda item: item.start)
        found.extend(_joined(statement_of(statement_id), of_statement))
    return found


def _joined(statement: Statement, items: Sequence[Evidence]) -> list[Quotation]:
    quoted: list[Quotation] = []
    for item in items:
        spans = _with_neighbours(statement, item)
        last = quoted[-1] if quoted else None
        if last and _continues(statement, last, spans):
            new = tuple(span for span in spans if span[0] >= last.end)
            quoted[-1] = Quotation(last.passage, last.spans + new)
        else:
            quoted.append(Quotation(item.passage, spans))
    return quoted


def _continues(statement: Statement, last: Quotation, spans: tuple[Span, ...]) -> bool:
    begin = spans[0][0]
    nothing_between = begin < last.end or not statement.text[last.end : begin].strip()
    return nothing_between and _turn_at(statement, last.start) == _turn_at(statement, begin)


def _with_neighbours(statement: Statement, item: Evidence) -> tuple[Span, ...]:
    """Return the sentence with those that it cannot be understood without."""
    own = (item.start, item.end)
    turn = _turn_at(statement, item.start)
    if turn is None:
        return (own,)
    before: list[Span] = []
    after: list[Span] = []
    if _POINTS_BACK.match(item.quote):
        before = list(sentences(statement.text, turn.start, item.start, statement.language))
    if item.quote.endswith(":"):
        after = list(sentences(statement.text, item.end, turn.end, statement.language))
    return (*before[-1:], own, *after[:1])


def _turn_at(statement: Statement, offset: int) -> Turn | None:
    return next((turn for turn in statement.turns if turn.start <= offset < turn.end), None)
