"""A questioner's words are never put into a principal's mouth, over all statements of the tests."""

from __future__ import annotations

from index.statement import Role, Statement
from rag.assistant import Assistant


def all_statements(assistant: Assistant) -> list[Statement]:
    content = assistant.index.content
    return [content.statement(statement_id) for statement_id in assistant.index.catalogue.statement_ids()]


def test_each_passage_lies_in_a_turn_of_its_own_speaker_and_role(fixtures_assistant: Assistant) -> None:
    for statement in all_statements(fixtures_assistant):
        for _, passage in fixtures_assistant.index.content.passages_of(statement.id):
            assert any(
                turn.start <= passage.start
                and passage.end <= turn.end
                and (turn.speaker, turn.role) == (passage.speaker, passage.role)
                for turn in statement.turns
            ), passage.id


def test_asking_a_journalists_own_words_never_quotes_them_as_the_principals(
    fixtures_assistant: Assistant,
) -> None:
    asked = 0
    for statement in all_statements(fixtures_assistant):
        for turn in statement.turns:
            if turn.role is Role.QUESTIONER:
                words = statement.text[turn.start : turn.end]
                answer = fixtures_assistant.ask(words[:400])
                asked += 1
                for citation in answer.citations:
                    source = fixtures_assistant.index.content.statement(citation.statement_id)
                    speaking = [
                        other.role
                        for other in source.turns
                        if other.start < citation.end and citation.start < other.end
                    ]
                    assert speaking == [citation.role]
                    assert citation.role is not Role.QUESTIONER or "ask" in words
    assert asked > 50


def test_the_question_travels_as_context_and_its_words_are_in_no_principals_passage(
    fixtures_assistant: Assistant,
) -> None:
    carried = 0
    for statement in all_statements(fixtures_assistant):
        turns = [turn for turn in statement.turns if turn.role is Role.QUESTIONER]
        asked = {statement.text[turn.start : turn.end] for turn in turns}
        for _, passage in fixtures_assistant.index.content.passages_of(statement.id):
            if passage.question:
                carried += 1
                assert passage.role is Role.PRINCIPAL
                assert passage.question in asked
                assert not any(turn.start < passage.end and passage.start < turn.end for turn in turns)
    assert carried > 50
