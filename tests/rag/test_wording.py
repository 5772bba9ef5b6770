from __future__ import annotations

from datetime import date

from rag import wording
from rag.answer import CorpusSpan, Sentence

ONE = CorpusSpan(1, date(2013, 9, 12), date(2013, 9, 12))
MANY = CorpusSpan(1009, date(1789, 4, 30), date(2020, 8, 8))


def test_refusals_say_what_was_searched() -> None:
    assert wording.not_found(ONE) == "Not found in this corpus: 1 statement, dated 12 September 2013."
    assert wording.not_found(MANY) == (
        "Not found in this corpus: 1,009 statements, dated 30 April 1789 to 8 August 2020."
    )
    assert wording.not_found(CorpusSpan(2, None, None)) == "Not found in this corpus: 2 statements."


def test_an_absent_speaker_is_named_with_the_nearest_name() -> None:
    assert wording.no_such_speaker("Lavrow", "Sergey Lavrov", ONE) == (
        "Not found in this corpus: “Lavrow” does not speak in it (1 statement, dated 12 September 2013). "
        "Did you mean Sergey Lavrov?"
    )
    assert "mean" not in wording.no_such_speaker("Obama", None, ONE)


def test_filters_that_match_nothing() -> None:
    assert "nothing in it matches the filters" in wording.nothing_matches(ONE)


def test_sentences_carry_their_markers() -> None:
    assert wording.cited([Sentence("We agree.", (1,)), Sentence("We do.", (2, 3))]) == (
        "“We agree.” [1] “We do.” [2] [3]"
    )
