"""Is a condition dropped?"""

from __future__ import annotations

import re

from rag.checking.case import Case
from rag.checking.clauses import clauses, has_condition
from rag.checking.content import mentions
from rag.checking.fault import Fault, unsupported

_CONDITION = re.compile(
    r"\b(?:if|unless|should|provided|providing|as\s+long\s+as|in\s+case|in\s+the\s+event|otherwise"
    r"|conditions?|conditional|depend(?:s|ed|ing)?|until|only|once|when(?:ever)?)\b",
    re.IGNORECASE,
)


def condition(case: Case) -> Fault | None:
    """Find a clause that the evidence states on a condition, stated here without any."""
    if _CONDITION.search(case.text) or has_condition(case.text):
        return None
    said = clauses(case.said)
    for claimed in clauses(case.text):
        same = [clause for clause in said if mentions(frozenset({clause.predicate}), claimed.predicate)]
        if same and all(clause.conditional for clause in same):
            return unsupported("the evidence sets a condition here")
    return None
