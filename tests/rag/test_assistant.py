"""Questions to the shipped corpus, end to end."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import InvalidFilter, InvalidQuestion
from index.statement import Role
from rag.answer import Abstention, Answer
from rag.assistant import Assistant
from rag.filters import Filters

SPEAKER = "Sergey Lavrov"


def quoted(answer: Answer) -> str:
    return " ".join(sentence.text for sentence in answer.sentences)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many projects does the joint plan include?", "This Plan includes 44 projects"),
        ("What did Lavrov say about the Chemical Weapons Convention?", "accession of Syria"),
        ("When was the Joint Operating Plan approved?", "19 December 2012"),
        ("Where will the Forum of Interregional Cooperation be held?", "Yekaterinburg"),
    ],
)
def test_answers_in_the_speakers_words(seeds_assistant: Assistant, question: str, words: str) -> None:
    answer = seeds_assistant.ask(question)
    assert answer.abstention is None
    assert words in quoted(answer)
    assert {(citation.speaker, citation.role) for citation in answer.citations} == {(SPEAKER, Role.PRINCIPAL)}
    assert {(citation.date, citation.place) for citation in answer.citations} == {
        (date(2013, 9, 12), "Astana")
    }


def test_every_citation_is_verbatim_and_named(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask("What was agreed about chemical weapons in Geneva?")
    assert answer.citations
    for citation in answer.citations:
        text = seeds_assistant.index.content.statement(citation.statement_id).text
        assert text[citation.start : citation.end] == citation.quote
    numbers = [n for sentence in answer.sentences for n in sentence.citations]
    assert set(numbers) == {citation.n for citation in answer.citations} == set(range(1, max(numbers) + 1))
    by_number = {citation.n: citation.quote for citation in answer.citations}
    assert all(sentence.text in by_number[n] for sentence in answer.sentences for n in sentence.citations)


@pytest.mark.parametrize(
    "question",
    ["What did Lavrov say about Ukraine?", "How high is the Eiffel Tower?", "What is the price of wheat?"],
)
def test_says_so_where_the_corpus_is_silent(seeds_assistant: Assistant, question: str) -> None:
    answer = seeds_assistant.ask(question)
    assert answer.abstention is Abstention.NOT_FOUND
    assert answer.text == "Not found in this corpus: 1 statement, dated 12 September 2013."
    assert not answer.sentences
    assert not answer.citations
    assert answer.nearest


@pytest.mark.parametrize(
    "question", ["What did Barack Obama say about Syria?", "Sergei Shoigu's view on Iran"]
)
def test_says_so_where_the_person_does_not_speak(seeds_assistant: Assistant, question: str) -> None:
    answer = seeds_assistant.ask(question)
    assert answer.abstention is Abstention.NO_SUCH_SPEAKER
    assert "does not speak in it" in answer.text


def test_suggests_the_speaker_that_a_misspelling_means(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask("What about Iran?", Filters(speakers=("Lavrow",)))
    assert answer.abstention is Abstention.NO_SUCH_SPEAKER
    assert answer.text.endswith("Did you mean Sergey Lavrov?")


@pytest.mark.parametrize(
    "question", ["What did the journalist ask about Geneva?", "What did the journalist ask?"]
)
def test_quotes_the_questioner_only_where_asked_to(seeds_assistant: Assistant, question: str) -> None:
    answer = seeds_assistant.ask(question)
    assert {citation.role for citation in answer.citations} == {Role.QUESTIONER}
    assert "Could you specify who will participate in this meeting" in quoted(answer)


def test_role_filter_beats_the_default(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask(
        "Is a separate talk planned between Russian and American experts?", Filters(roles=(Role.QUESTIONER,))
    )
    assert {citation.role for citation in answer.citations} <= {Role.QUESTIONER}
    assert {hit.passage.role for hit in answer.nearest} <= {Role.QUESTIONER}


def test_filters_that_leave_nothing(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask("How many projects?", Filters(since=date(2020, 1, 1)))
    assert answer.abstention is Abstention.NOTHING_MATCHES_FILTERS
    assert not answer.nearest


@pytest.mark.parametrize("question", ["", "   ", "?!", "…", "\x00"])
def test_empty_questions_are_refused(seeds_assistant: Assistant, question: str) -> None:
    with pytest.raises(InvalidQuestion, match="empty"):
        seeds_assistant.ask(question)


def test_oversized_questions_are_refused(seeds_assistant: Assistant) -> None:
    with pytest.raises(InvalidQuestion, match="2,000"):
        seeds_assistant.ask("why " * 1000)


def test_dates_in_the_wrong_order_are_refused(seeds_assistant: Assistant) -> None:
    with pytest.raises(InvalidFilter, match="swap"):
        seeds_assistant.ask("Why?", Filters(since=date(2014, 1, 1), until=date(2013, 1, 1)))


@pytest.mark.parametrize(
    "question",
    [
        "<script>alert(1)</script> projects",
        'projects" OR 1=1 --',
        "проекты",
        "プロジェクト",
        "a" * 1900,
        "[1] [2] [3]",
    ],
)
def test_odd_questions_get_an_answer_or_a_refusal(seeds_assistant: Assistant, question: str) -> None:
    answer = seeds_assistant.ask(question)
    assert answer.abstained == (not answer.citations)


def test_the_same_question_gets_the_same_answer(seeds_assistant: Assistant) -> None:
    first, second = (seeds_assistant.ask("What about Iran's nuclear programme?") for _ in range(2))
    assert (first.text, first.citations, first.nearest) == (second.text, second.citations, second.nearest)


def test_timings_name_the_stages(seeds_assistant: Assistant) -> None:
    timings = seeds_assistant.ask("How many projects does the joint plan include?").timings
    assert list(timings) == [
        "embed", "search", "rerank", "evidence", "judge", "generate", "verify", "total",
    ]  # fmt: skip
    assert timings["total"] >= max(value for stage, value in timings.items() if stage != "total")


def test_search_ranks_passages_of_every_role(seeds_assistant: Assistant) -> None:
    hits = seeds_assistant.search("Lakhdar Brahimi Geneva trilateral meeting", k=5)
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.passage.role for hit in hits} == {Role.PRINCIPAL, Role.QUESTIONER}
