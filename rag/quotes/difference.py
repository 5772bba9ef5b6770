"""What was changed in a quotation: word by word, with the changes that turn its sense marked."""

from __future__ import annotations

from dataclasses import dataclass

from rag.quotes.blocks import Change, blocks, keys
from rag.quotes.concordance import Concordance
from rag.quotes.meaning import numbers, turned_round
from rag.quotes.nearest import Stretch
from rag.quotes.omission import cut_negations
from rag.quotes.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Step:
    """Neighbouring words with one fate: as they were quoted, and as they were said."""

    change: Change
    quoted: str
    said: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All steps from the first word to the last, and what turns the sense.

    `lost` negations were said and are not quoted, `added` ones the other way round; `numbers` are
    pairs of what was quoted and what was said.
    """

    steps: tuple[Step, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]


def difference(corpus: Concordance, quotation: Quotation, stretch: Stretch, text: str) -> Difference:
    """Compare a quotation with a stretch of a statement whose text is `text`."""
    cut = list(blocks(corpus, quotation, stretch))
    lost: list[str] = []
    added: list[str] = []
    sums: list[tuple[str, str]] = []
    for block in cut:
        if block.change in {Change.SAME, Change.INSERTED}:
            continue
        if block.change is Change.OMITTED:
            lost += cut_negations(corpus, text, block.said.start, block.said.stop)
            continue
        quoted, said = keys(block, corpus, quotation)
        fewer, more = turned_round(quoted, said)
        lost += fewer
        added += more
        if numbers(quoted) != numbers(said):
            sums.append((" ".join(numbers(quoted)), " ".join(numbers(said))))
    steps = tuple(
        Step(
            block.change,
            quotation.written(block.quoted.start, block.quoted.stop),
            _said(text, corpus, block.said),
        )
        for block in cut
    )
    return Difference(steps, tuple(lost), tuple(added), tuple(sums))


def _said(text: str, corpus: Concordance, words: range) -> str:
    return text[corpus.starts[words[0]] : corpus.ends[words[-1]]] if words else ""
