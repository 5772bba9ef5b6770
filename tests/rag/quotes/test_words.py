"""What counts as a word, and which spellings are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.quotes.spelling import one_spelling
from rag.quotes.tokens import words_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("We’re not were.", ["we're", "not", "were"]),
        ("the states' rights", ["the", "states", "rights"]),
        ("1,000 and 3.5, or .5 of 1,2,3", ["1000", "and", "3.5", "or", ".5", "of", "1", "2", "3"]),
        ("minus -5, not 5-10 – 1990–95", ["minus", "-5", "not", "5", "10", "1990", "95"]),
        ("$5 & 6%", ["$", "5", "and", "6", "percent"]),
        ("U.S. and U. S. Government, J. F. Kennedy", ["us", "and", "us", "government", "jf", "kennedy"]),
        ("naïve ﬁsh STRASSE straße", ["naive", "fish", "strasse", "strasse"]),
        ("co\u00adope\u200bration", ["cooperation"]),
        ("now (Applause.) then [laughter] end", ["now", "then", "end"]),
        ("(The applause was loud.)", ["the", "applause", "was", "loud"]),
        ("Йод и ёж, 中文", ["йод", "и", "ёж", "中文"]),
        ("", []),
        ("😀 … —", []),
    ],
)
def test_words(text: str, keys: list[str]) -> None:
    assert words_of(text).keys == keys


def test_hyphens_are_remembered_also_at_the_end_of_a_line() -> None:
    words = words_of("self-evident co-\n operation word- list 5-10 -- end")
    glued = [key for key, flag in zip(words.keys, words.glued, strict=True) if flag]
    assert glued == ["self", "co"]


@given(st.text(max_size=200))
def test_offsets_are_those_of_the_text(text: str) -> None:
    words = words_of(text)
    assert len(words.starts) == len(words.ends) == len(words)
    last = 0
    for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True):
        # "½" alone gives one word; what one character spells out ("%") stands where it does.
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        last = end


@pytest.mark.parametrize(
    "pair",
    """organise/organize organisations/organizations analysed/analyzed colourful/colorful labour/labor
    neighbourhood/neighborhood centre/center centred/centered theatres/theaters defence/defense
    licence/license practising/practicing travelled/traveled cancelling/canceling counsellor/counselor
    fulfil/fulfill skilful/skillful programme/program dialogue/dialog judgement/judgment grey/gray
    manoeuvring/maneuvering plough/plow sceptical/skeptical cheque/check 1990's/1990s kilometre/kilometer
    archaeology/archeology mediaeval/medieval shewn/shown instalment/installment""".split(),
)
def test_one_word_in_two_spellings(pair: str) -> None:
    british, american = pair.split("/")
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(
    "pair",
    """four/for hour/hor our/or tour/tor prise/prize wise/wize advice/advise device/devise rise/rize
    towards/toward learnt/learned its/it's were/we're story/storey tire/tyre than/then council/counsel
    affect/effect principal/principle lord/lourd""".split(),
)
def test_two_words_stay_two(pair: str) -> None:
    one, other = pair.split("/")
    assert one_spelling(one) != one_spelling(other)
