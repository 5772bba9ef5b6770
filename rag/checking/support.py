"""Does the evidence bear a sentence out, as far as words and a cross-encoder can tell?"""

from __future__ import annotations

from rag.checking.attribution import without_saying
from rag.checking.case import Case
from rag.checking.content import connects, content, known_stems, mentions
from rag.checking.dates import without_dates
from rag.checking.deixis import reported
from rag.checking.numbers import numbers
from rag.reranker import Reranker


def additions(case: Case) -> list[str]:
    """Return the content words of the sentence that its evidence lacks, connecting words aside."""
    wanted = [word for word in content(without_dates(without_saying(case.text))) if not connects(word)]
    known = known_stems([case.said, reported(case.said), *case.context, *case.occasion])
    return [word.text for word in wanted if not mentions(known, word.text) and not numbers(word.text)]


def relevance(case: Case, reranker: Reranker) -> float:
    """Return the cross-encoder's logit (about -11 to 11) of the sentence against its evidence."""
    text = " ".join((*(ground.before for ground in case.grounds), case.said))
    return float(reranker.as_packaged.scores(without_saying(case.text), [text])[0])
