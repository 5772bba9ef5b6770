from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import Span, paragraphs, sentences

ENGLISH = {
    "titles": ["Mr. Lavrov met Mr. Kerry.", "They spoke."],
    "ranks": ["Gen. Powell and Sen. John F. Kennedy met Lt. Gov. Brown.", "It rained."],
    "initials": ["Prof. A. B. Smith of St. Louis came.", "J. F. Dulles did not."],
    "junior": ["Dr. Martin Luther King Jr. spoke.", "They listened."],
    "country inside": ["He left the U.S. in May.", "The U.S. Senate voted."],
    "country at the end": ["He went to the U.S.", "The vote passed."],
    "organisation": ["U.N. Resolution 1244 stands.", "The U.N. acted."],
    "number": ["We discussed Resolution No. 5 today.", "It passed."],
    "numbers": ["We signed Nos. 4 and 5.", "They hold."],
    "afternoon inside": ["We met at 5 p.m. on Monday.", "He left early."],
    "afternoon at the end": ["He left at 6 p.m.", "The talks ended."],
    "decimals": ["The rate was 3.5 percent.", "It cost $2.4 million."],
    "article": ["Art. 5 applies.", "So does Jan. 5."],
    "address": ["See http://example.org/a.b.html for the text.", "It is there."],
    "speech in straight quotes": ['He said: "We will not go. We will stay."', "Then he left."],
    "speech in curly quotes": ["“Peace is near.”", "He smiled."],
    "quoted question": ["He asked: “Why?”", "Nobody knew."],
    "single quotes": ["I said ‘No.’", "And I meant it."],
    "interrupted speech": ["“We agree,” he said.", "“It is done.”", "He left."],
    "ellipsis goes on": ["Well... I think so.", "It is... hard."],
    "ellipsis character": ["It was… well, hard.", "Yes."],
    "ellipsis ends": ["We must...", "We will."],
    "spaced ellipsis": ["We waited . . . and then left.", "Good."],
    "marks in a row": ["Is it so?!", "Yes!", "No."],
    "emoji": ["😀 Hello there.", "😀😀 Goodbye.", "Fine 👍🏽."],
    "combining accents": ["C'est l'été.", "Oui."],
}


def texts(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("expected", ENGLISH.values(), ids=ENGLISH.keys())
@pytest.mark.parametrize("separator", [" ", "\n\n", "  \n"], ids=["space", "blank line", "hard break"])
def test_known_borders(expected: list[str], separator: str) -> None:
    text = separator.join(expected)
    assert texts(text, list(sentences(text))) == expected


def test_the_rules_are_those_of_the_language() -> None:
    text = "А. С. Пушкин писал. Он умер."
    assert texts(text, list(sentences(text, language="ru"))) == ["А. С. Пушкин писал.", "Он умер."]


@pytest.mark.parametrize("language", ["", "xx", "English"])
def test_an_unknown_language_has_general_rules(language: str) -> None:
    text = "It is done. It holds."
    assert texts(text, list(sentences(text, language=language))) == ["It is done.", "It holds."]


def test_a_line_end_alone_does_not_end_a_sentence() -> None:
    text = "We shall go\non to the end. We shall fight."
    assert texts(text, list(sentences(text))) == ["We shall go\non to the end.", "We shall fight."]


def test_paragraphs_end_at_blank_lines_and_hard_breaks() -> None:
    text = "\n one\n \t\ntwo \nstill two  \nthree\t\t\n\n\n four \n"
    assert texts(text, list(paragraphs(text))) == ["one", "two \nstill two", "three", "four"]


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "😀 Label: First one. Second one. Not this."
    start, end = text.index("First"), text.index("Not")
    assert texts(text, list(sentences(text, start, end))) == ["First one.", "Second one."]


_MARKS = ["... ", "… ", ". ", "? ", '"', "“", "”", "(", ")", "。"]
_SPACES = [" ", "  \n", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\x0b", "\x1c", "\u200b", "\x00"]
_WORDS = ["We go", "Mr.", "U.S.", "p.m.", "No. 5", "Лавров", "漢字", "😀", "e\u0301"]
_FRAGMENTS = st.sampled_from([*_MARKS, *_SPACES, *_WORDS])
ANY_TEXT = st.one_of(st.text(), st.lists(st.one_of(_FRAGMENTS, st.text(max_size=5))).map("".join))


@given(ANY_TEXT, st.data())
def test_sentences_cover_all_but_white_space_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = list(sentences(text, start, end))
    covered: list[int] = []
    reached = start
    for begin, stop in spans:
        assert reached <= begin < stop <= end
        assert text[begin:stop] == text[begin:stop].strip()
        covered.extend(position for position in range(begin, stop) if not text[position].isspace())
        reached = stop
    assert covered == [position for position in range(start, end) if not text[position].isspace()]


@given(ANY_TEXT)
def test_no_sentence_leaves_its_paragraph(text: str) -> None:
    spans = list(paragraphs(text))
    for start, end in sentences(text):
        assert any(begin <= start and end <= stop for begin, stop in spans)
        assert "\n\n" not in text[start:end]


@pytest.mark.parametrize("filler", [" ", "\t ", "\n", "\n ", " \n", ".", "a. "])
def test_the_time_is_linear(filler: str) -> None:
    text = "a" + filler * 100_000 + "b"
    started = time.perf_counter()
    assert list(sentences(text))
    assert time.perf_counter() - started < 10  # a quadratic search took minutes
