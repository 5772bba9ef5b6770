"""What an ellipsis leaves out, and whether it thereby turns a sentence round."""

from __future__ import annotations

from rag.quotes.concordance import BETWEEN_TURNS, Concordance
from rag.quotes.meaning import is_negation
from rag.quotes.nearest import SENTENCE_END


def cut_negations(corpus: Concordance, text: str, first: int, last: int) -> tuple[str, ...]:
    """Return the negations left out with the words from `first` up to `last` of a statement.

    Only those of the sentences that the quotation goes on with count, up to the first end of a
    sentence and from the last one: whole sentences may be left out, whatever they deny. `text` is
    that of the statement.
    """
    ends = [
        word
        for word in range(first, last + 1)
        if corpus.ids[word - 1] == BETWEEN_TURNS or SENTENCE_END.search(text, *_gap(corpus, word))
    ]
    cut = (range(first, ends[0]), range(ends[-1], last)) if ends else (range(first, last),)
    words = [word for stretch in cut for word in stretch]
    named = corpus.vocabulary.words
    return tuple(named[corpus.ids[word]] for word in words if is_negation(named[corpus.ids[word]]))


def _gap(corpus: Concordance, word: int) -> tuple[int, int]:
    """Return the offsets between the word before and a word."""
    return int(corpus.ends[word - 1]), int(corpus.starts[word])
