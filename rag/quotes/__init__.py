"""Checking quotations: was it said, in these words, by this speaker?

from rag.quotes import QuoteChecker

check = QuoteChecker(index).check("We agreed to meet in Geneva", speaker="Lavrov")
"""

from __future__ import annotations

from rag.quotes.check import QuoteCheck, Verdict
from rag.quotes.checker import QuoteChecker

__all__ = ["QuoteCheck", "QuoteChecker", "Verdict"]
