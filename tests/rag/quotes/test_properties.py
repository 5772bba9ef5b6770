"""Whatever stands in a turn is verbatim when it is quoted, and is found at its own place."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unicodedata import is_normalized

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.errors import InvalidQuote
from index.statement import Statement
from rag.quotes import QuoteChecker, Verdict
from tests.index.statements import STATEMENTS
from tests.rag.stored import Stored

_MARKS = "[](){}…."


@settings(max_examples=60)
@given(made=STATEMENTS, data=st.data())
def test_whole_words_of_a_turn_are_verbatim(made: Statement, data: st.DataObject) -> None:
    assume(made.turns)
    assume(is_normalized("NFC", made.text))  # as every text is that a build stores
    turn = data.draw(st.sampled_from(made.turns))
    words = made.text[turn.start : turn.end].split()
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : first + data.draw(st.integers(1, 12))])
    assume(any(map(str.isalpha, quote)) and not set(quote) & {*_MARKS, ":", "—", "-", "–"})
    with tempfile.TemporaryDirectory() as folder:
        checker = QuoteChecker(Stored(Path(folder), [made]))
        check = checker.check(quote)
        assert check.verdict is Verdict.VERBATIM
        assert any(turn.start <= found.place.start and found.place.end <= turn.end for found in check.found)
        assert all(
            made.text[found.place.start : found.place.end] == found.place.text for found in check.found
        )


@given(quote=st.text(max_size=300))
def test_no_input_breaks_the_checker(checker: QuoteChecker, quote: str) -> None:
    try:
        check = checker.check(quote)
    except InvalidQuote:
        return
    assert check.occurrences >= len(check.found)
    assert (check.verdict in {Verdict.ALTERED, Verdict.NOT_FOUND}) is not bool(check.found)
