"""Quotations within a question: whoever asks learns whether the words were said."""

from __future__ import annotations

import pytest

from rag import wording
from rag.assistant import Assistant
from rag.quotation_marks import quoted, unquoted
from rag.quoted import quoted_notes

SAID = "This Plan includes 44 projects, eleven are being implemented this year"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "„{}“"])
def test_quotations_are_found_in_any_marks(marks: str) -> None:
    question = f"Did Lavrov say {marks.format(SAID)}?"
    assert quoted(question) == [SAID]
    assert "this year" not in unquoted(question)


@pytest.mark.parametrize(
    "question", ["What is the “Joint Operating Plan”?", 'Did he say "- - - - -"?', 'He said "nothing', '""']
)
def test_names_and_stray_marks_are_no_quotations(question: str) -> None:
    assert quoted(question) == []
    assert unquoted(question) == question


def test_words_that_were_said_need_no_note(seeds_assistant: Assistant) -> None:
    assert seeds_assistant.ask(f"Did Lavrov say “{SAID}”?").notes == ()


def test_an_altered_quotation_is_told_with_the_words_that_were_said(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask(f"Did Lavrov say “{SAID.replace('44', '45')}”?")
    (note,) = answer.notes
    assert "was not said in these words" in note
    assert f"“{SAID}” (Sergey Lavrov, 12 September 2013)" in note


def test_invented_words_are_told(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask("Did Lavrov say “we shall conquer the moon next year”?")
    assert answer.notes == ("“we shall conquer the moon next year” was not said in this corpus.",)
    assert answer.abstention


def test_words_of_somebody_else_are_told(fixtures_assistant: Assistant) -> None:
    words = "From now on each country may take no more than 310 million cubic metres of water"
    others = quoted_notes(f"“{words}”", "Petra Quillon", fixtures_assistant.index)
    assert list(others) == [
        f"“{words}” was said by somebody else here: Ilse Varnholm, 14 May 2018.",
    ]
    assert not list(quoted_notes(f"“{words}”", "Ilse Varnholm", fixtures_assistant.index))
    assert not list(quoted_notes(f"“{words}”", "he", fixtures_assistant.index))


def test_a_very_large_corpus_is_not_read_for_it(
    seeds_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.quoted._MOST_PASSAGES", 3)
    assert list(quoted_notes(f"“{SAID}”", None, seeds_assistant.index)) == [wording.NOT_COMPARED]
