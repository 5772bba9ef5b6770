"""A quotation and a stretch of the corpus, cut into blocks of words that were kept or changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from rag.quotes.concordance import Concordance
from rag.quotes.nearest import Stretch
from rag.quotes.quotation import Joint, Quotation
from rag.quotes.spelling import HYPHEN_TELLS_APART, WRITTEN_APART, one_spelling


class Change(StrEnum):
    """What happened to some words: `dropped` ones were said, `added` ones were not.

    `omitted` words stand where the quotation has an ellipsis; `inserted` ones are its [brackets].
    """

    SAME = "same"
    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"
    OMITTED = "omitted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring words with one fate: their numbers in the quotation, and their positions in the corpus."""

    change: Change
    quoted: range
    said: range


def blocks(corpus: Concordance, quotation: Quotation, stretch: Stretch) -> Iterator[Block]:
    """Yield the blocks from the first word to the last; changes that touch are one block.

    The words are aligned with the least number of changes (Levenshtein distance over words).
    """
    quoted = [
        _item(corpus.vocabulary.known(key), bool(dotted))
        for key, dotted in zip(quotation.words.keys, quotation.words.dotted, strict=True)
    ]
    said = [_item(int(corpus.ids[at]), bool(corpus.dotted[at])) for at in range(stretch.first, stretch.last)]
    pending: Block | None = None
    for step in Levenshtein.opcodes(quoted, said):
        here = range(step.src_start, step.src_end)
        there = range(stretch.first + step.dest_start, stretch.first + step.dest_end)
        if step.tag == "equal":
            if pending:
                yield _judged(pending, corpus, quotation)
                pending = None
            yield Block(Change.SAME, here, there)
        elif pending:
            here, there = range(pending.quoted.start, here.stop), range(pending.said.start, there.stop)
            pending = Block(Change.CHANGED, here, there)
        else:
            pending = Block(Change.CHANGED, here, there)
    if pending:
        yield _judged(pending, corpus, quotation)


def keys(block: Block, corpus: Concordance, quotation: Quotation) -> tuple[list[str], list[str]]:
    """Return the folded words of a block, as quoted and as said."""
    words = corpus.vocabulary.words
    return (
        [quotation.words.keys[at] for at in block.quoted],
        [words[corpus.ids[at]] for at in block.said],
    )


def _item(word: int, dotted: bool) -> int:
    """Return what stands for a word in the alignment: initials with dots are no common word."""
    return -word - 2 if dotted else word


def _judged(block: Block, corpus: Concordance, quotation: Quotation) -> Block:
    """Return a block of changes with the right name."""
    quoted, said = keys(block, corpus, quotation)
    change = Change.CHANGED
    if not quoted:
        at = block.quoted.start
        ellipsis = any(joint.ellipsis and joint.first <= at <= joint.last for joint in quotation.joints)
        change = Change.OMITTED if ellipsis else Change.DROPPED
    elif any(_covers(joint, block.quoted) for joint in quotation.joints):
        change = Change.INSERTED
    elif not said:
        change = Change.ADDED
    elif _same_letters(block, quoted, said, corpus, quotation):
        change = Change.SAME
    return Block(change, block.quoted, block.said)


def _covers(joint: Joint, words: range) -> bool:
    return joint.first <= words.start and words.stop <= joint.last


def _same_letters(
    block: Block, quoted: Sequence[str], said: Sequence[str], corpus: Concordance, quotation: Quotation
) -> bool:
    """Tell whether one side only has hyphens, or dots in capitals, that the other has not."""
    joined = one_spelling("".join(quoted))
    if joined != one_spelling("".join(said)) or joined in HYPHEN_TELLS_APART:
        return False
    if joined in WRITTEN_APART:
        return True
    if len(quoted) == len(said) == 1:
        return bool(quotation.words.capital[block.quoted[0]] and corpus.capital[block.said[0]])
    return bool(
        quotation.words.glued[list(block.quoted[:-1])].all() and corpus.glued[list(block.said[:-1])].all()
    )
