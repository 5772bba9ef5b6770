"""Why a question gets no answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from index.stores.catalogue import Catalogue
from rag import wording
from rag.abstention import calibration
from rag.answer import Abstention, CorpusSpan
from rag.finder import Finding
from rag.scope import Scope
from rag.speakers import closest


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer; `worded` says so of the corpus that was searched."""

    reason: Abstention
    worded: Callable[[CorpusSpan], str]


def refusal(scope: Scope, finding: Finding, catalogue: Catalogue) -> Refusal | None:
    """Return why what was found within `scope` is no answer; None where it is one.

    Of all who speak in the corpus, the closest to a name that nobody bears is offered.
    """
    if scope.absent is not None:
        meant = closest(scope.absent, catalogue.speakers())
        return Refusal(Abstention.NO_SUCH_SPEAKER, partial(wording.no_such_speaker, scope.absent, meant))
    if not finding.hits:
        return Refusal(Abstention.NOTHING_MATCHES_FILTERS, wording.nothing_matches)
    if finding.probability < calibration().threshold:
        return Refusal(Abstention.NOT_FOUND, wording.not_found)
    return None
