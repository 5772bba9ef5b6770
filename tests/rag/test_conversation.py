"""Follow-ups and the occasions that questions name, over real indexes."""

from __future__ import annotations

from datetime import date

import pytest

from rag.answer import Abstention, Answer, Stage
from rag.assistant import Assistant
from rag.filters import Filters
from rag.history import Exchange


def conversation(assistant: Assistant, *questions: str) -> Answer:
    history: list[Exchange] = []
    for question in questions:
        answer = assistant.ask(question, history=history)
        history.append(Exchange.of(answer))
    return answer


def test_an_exchange_keeps_what_was_typed_and_cited(seeds_assistant: Assistant) -> None:
    answer = seeds_assistant.ask("How many projects does the joint plan include?")
    exchange = Exchange.of(answer)

    assert exchange.question == answer.question
    assert exchange.statements == ("000_8de327bb625e098c",)
    assert exchange.speakers == ("Sergey Lavrov",)


def test_a_follow_up_is_understood_from_what_came_before(seeds_assistant: Assistant) -> None:
    answer = conversation(
        seeds_assistant, "Did Lavrov talk about the treaty on good neighbourly relations?", "Who ordered it?"
    )

    assert answer.understood_as == (
        "Did Lavrov talk about the treaty on good neighbourly relations? Who ordered it?"
    )
    assert answer.question == "Who ordered it?"
    assert "ordered by Presidents Vladimir Putin and Nursultan Nazarbayev" in answer.text


def test_a_change_of_subject_does_not_drag_the_old_one_along(seeds_assistant: Assistant) -> None:
    question = "Where will the Forum of Interregional Cooperation be held?"
    alone = seeds_assistant.ask(question)
    answer = conversation(seeds_assistant, "What did Lavrov say about chemical weapons?", question)

    assert answer.understood_as == question
    assert answer.sentences == alone.sentences


def test_a_follow_up_that_the_corpus_does_not_answer_is_refused(seeds_assistant: Assistant) -> None:
    answer = conversation(
        seeds_assistant,
        "How many projects does the joint plan include?",
        "And what did the Eiffel Tower cost in that currency?",
    )

    assert answer.abstention is Abstention.NOT_FOUND


def test_a_follow_up_to_a_refusal_is_answered(seeds_assistant: Assistant) -> None:
    answer = conversation(
        seeds_assistant, "What did Lavrov say about Ukraine?", "And about the Chemical Weapons Convention?"
    )

    assert "accession of Syria" in answer.text


def test_he_is_the_one_who_was_quoted(fixtures_assistant: Assistant) -> None:
    earlier = Exchange.of(fixtures_assistant.ask("Where did the first grain delivery go?"))
    finding = fixtures_assistant.trace("What did he say about the reserve?", history=[earlier]).finding

    assert finding.asked.sayer == "Tomas Redkirk"
    assert {hit.passage.speaker for hit in finding.hits} == {"Tomas Redkirk"}


def test_a_time_that_the_question_names_restricts_the_search(fixtures_assistant: Assistant) -> None:
    answer = fixtures_assistant.ask("What did Varnholm say about border crossings in 2018?")

    assert answer.citations
    assert {citation.date.year for citation in answer.citations if citation.date} == {2018}
    assert answer.notes == (
        "Searched only what was said from 1 January 2018 to 31 December 2018 (“in 2018”).",
    )


def test_another_time_takes_the_place_of_the_first(fixtures_assistant: Assistant) -> None:
    answer = conversation(
        fixtures_assistant, "What did Varnholm say about border crossings in 2018?", "And in 2019?"
    )

    assert answer.notes[0].startswith("Searched only what was said from 1 January 2019") or answer.abstained


@pytest.mark.parametrize("question", ["what did churchill say about borders", "What did Churchill say?"])
def test_whoever_does_not_speak_is_not_answered_for(fixtures_assistant: Assistant, question: str) -> None:
    assert fixtures_assistant.ask(question).abstention is Abstention.NO_SUCH_SPEAKER


def test_a_time_in_which_nothing_was_said_is_searched_past_and_said(fixtures_assistant: Assistant) -> None:
    answer = fixtures_assistant.ask("What did Varnholm say about border crossings in 1950?")

    assert answer.abstained
    assert answer.nearest
    assert answer.notes == ("Nothing said then answers this; searched all dates and occasions.",)


def test_a_time_of_what_is_told_restricts_nothing(fixtures_assistant: Assistant) -> None:
    assert fixtures_assistant.ask("How many border crossings were closed in 1950?").notes == ()


def test_dates_of_the_filters_go_before_those_of_the_question(fixtures_assistant: Assistant) -> None:
    filters = Filters(since=date(2019, 1, 1))
    answer = fixtures_assistant.ask("What did Varnholm say about border crossings in 2018?", filters)

    assert answer.notes == ()
    assert all(citation.date and citation.date.year >= 2019 for citation in answer.citations)


@pytest.mark.parametrize("kind", ["press conference", "interview"])
def test_an_occasion_that_the_question_names_restricts_the_search(
    fixtures_assistant: Assistant, kind: str
) -> None:
    answer = fixtures_assistant.ask(f"What was said at the {kind} about borders?")

    assert answer.notes
    if answer.notes[0].startswith("Searched only"):
        assert answer.notes == (f"Searched only what was said of the kind “{kind}”.",)
        assert {citation.kind for citation in answer.citations} == {kind}


def test_the_stages_come_before_the_answer(seeds_assistant: Assistant) -> None:
    steps = list(seeds_assistant.stream("How many projects does the joint plan include?"))

    assert steps[:-1] == [Stage.SEARCHING, Stage.READING, Stage.WRITING, Stage.CHECKING]
    assert isinstance(steps[-1], Answer)


def test_a_stream_can_be_broken_off(seeds_assistant: Assistant) -> None:
    steps = seeds_assistant.stream("How many projects does the joint plan include?")
    assert next(steps) is Stage.SEARCHING
    steps.close()  # type: ignore[attr-defined]

    assert seeds_assistant.ask("How many projects does the joint plan include?").citations
