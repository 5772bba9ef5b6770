"""Finding what a claim rests on: the code decides, not the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.sentences import Span
from rag.checking.attribution import without_saying
from rag.checking.claim import Claim, Ground, Source
from rag.checking.content import content, known_stems, mentions
from rag.checking.dates import without_dates
from rag.checking.fault import Fault, misattributed, misquoted, unsupported
from rag.checking.polarity import negation_before
from rag.checking.quotations import quotations
from rag.checking.verbatim import find
from rag.checking.words import words

_FEWEST_WORDS = 3  # of a quote that a sentence may rest on
_SHOWN = 60  # characters of a quotation in a reason


def find_grounds(claim: Claim, sources: Sequence[Source]) -> tuple[Ground, ...] | Fault:
    """Return the whole sentences that hold what `claim` quotes, or why there are none.

    A claim without a quotation rests on the sentences of the evidence it names that share most
    words with it. Evidence that it names comes first, but a quote counts where it is found.
    """
    named = [source for n in claim.evidence for source in sources if source.n == n]
    others = [source for source in sources if source not in named]
    fault = _cut_quotation(claim, [*named, *others])
    if fault:
        return fault
    quotes = [claim.text[start:end] for start, end in quotations(claim.text)]
    if claim.quote is not None:
        if len(words(claim.quote)) < _FEWEST_WORDS:
            return unsupported("it rests on no words of the evidence")
        quotes.insert(0, claim.quote)
    found: list[Ground] = []
    for quote in quotes:
        at = _best(claim, _quoted(quote, [*named, *others]))
        if at is None:
            return _not_verbatim(quote, sources)
        found.append(at)
    if not found or all(len(words(quote)) < _FEWEST_WORDS for quote in quotes):
        likely = _likely(claim, named)
        if likely is None:
            return unsupported(_nothing_named(claim))
        found.append(likely)
    return joined(found)


def _nothing_named(claim: Claim) -> str:
    if not claim.evidence:
        return "it names no evidence"
    return f"it cites {' '.join(f'[{n}]' for n in claim.evidence)}, and there is no such evidence"


def _not_verbatim(quote: str, sources: Sequence[Source]) -> Fault:
    shown = quote if len(quote) <= _SHOWN else quote[:_SHOWN].rsplit(" ", 1)[0] + " …"
    if any(find(quote, source.quotation.passage.question or "") for source in sources):
        return misattributed(f"“{shown}” are the words of whoever asked")
    return misquoted(f"“{shown}” is not in the evidence word for word")


def _cut_quotation(claim: Claim, sources: Sequence[Source]) -> Fault | None:
    """Find a quotation inside the sentence that begins just after a negation and leaves it out."""
    for start, end in quotations(claim.text):
        places = [(source, span) for source in sources for span in find(claim.text[start:end], source.text)]
        denied = [negation_before(source.text, span[0]) for source, span in places]
        if places and all(denied) and not negation_before(claim.text, start):
            return misquoted("the quotation leaves out the negation before it")
    return None


def _quoted(quote: str, sources: Sequence[Source]) -> Iterator[Ground]:
    for source in sources:
        for start, end in find(quote, source.text):
            yield _whole(source, (source.start + start, source.start + end))


def _whole(source: Source, span: Span) -> Ground:
    """Return the sentences that a span touches."""
    touched = [(start, end) for start, end in source.sentences() if start < span[1] and span[0] < end]
    return Ground(source, touched[0][0], touched[-1][1])


def _best(claim: Claim, found: Iterator[Ground]) -> Ground | None:
    """Return the ground that shares most words with the claim; the first of equals."""
    return max(found, key=lambda ground: _shared(claim, ground), default=None)


def _likely(claim: Claim, named: Sequence[Source]) -> Ground | None:
    """Return the sentence that has most words of the claim.

    One sentence, not several: what is put together from the words of two is said in neither.
    """
    return _best(claim, (Ground(source, *span) for source in named for span in source.sentences()))


def _shared(claim: Claim, ground: Ground) -> int:
    known = known_stems([ground.text])
    told = content(without_dates(without_saying(claim.text)))
    return sum(mentions(known, word.text) for word in told)


def joined(found: Sequence[Ground]) -> tuple[Ground, ...]:
    """Put grounds into reading order and join those that touch or overlap."""
    order = list(dict.fromkeys(ground.source for ground in found))
    joined: list[Ground] = []
    for ground in sorted(found, key=lambda item: (order.index(item.source), item.start)):
        last = joined[-1] if joined else None
        if last and last.source == ground.source and _follows(last, ground):
            joined[-1] = Ground(last.source, last.start, max(last.end, ground.end))
        else:
            joined.append(ground)
    return tuple(joined)


def _follows(last: Ground, ground: Ground) -> bool:
    return not ground.source.statement.text[last.end : ground.start].strip()
