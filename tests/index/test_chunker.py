from __future__ import annotations

import time
from bisect import bisect
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chunker import Chunker, embedding_text, passage_id
from index.passage import Passage
from index.sentences import sentences
from index.settings import ChunkerSettings
from index.statement import Role, Statement, Turn
from index.tokens import count_tokens
from tests.index.statements import STATEMENTS, statement

SETTINGS = st.builds(
    ChunkerSettings, max_tokens=st.sampled_from([32, 64, 256]), overlap_sentences=st.integers(0, 3)
)
ANSWER = " ".join(
    f"In point {number} we agreed to destroy part {number} of the arsenal." for number in range(90)
)


def assert_sound(made: Statement, passages: list[Passage], max_tokens: int) -> None:
    """Check everything that holds for the passages of any statement."""
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    for passage in passages:
        assert passage.id == passage_id(made.id, passage.ordinal)
        assert passage.text == made.text[passage.start : passage.end] == passage.text.strip() != ""
        assert passage.n_tokens == count_tokens(passage.text) <= max_tokens
        assert (passage.statement_id, passage.title, passage.kind) == (made.id, made.title, made.kind)
        assert (passage.date, passage.place) == (made.date, made.place)
    starts = [turn.start for turn in made.turns]
    by_turn = [
        (made.turns[number], list(group))
        for number, group in groupby(passages, lambda passage: bisect(starts, passage.start) - 1)
    ]
    assert [turn for turn, _ in by_turn] == list(made.turns)
    for turn, group in by_turn:
        assert {(passage.speaker, passage.role) for passage in group} == {(turn.speaker, turn.role)}
        assert all(turn.start <= passage.start and passage.end <= turn.end for passage in group)
        assert_covered(made.text, turn, group)


def assert_covered(text: str, turn: Turn, passages: list[Passage]) -> None:
    """Check that between them the passages hold every word of the turn, each adding something."""
    reached = turn.start
    for passage in passages:
        assert not text[reached : passage.start].strip()
        assert passage.end > reached
        reached = passage.end
    assert not text[reached : turn.end].strip()
    assert all(one.start < next_.start for one, next_ in pairwise(passages))


@given(STATEMENTS, SETTINGS)
def test_passages_of_any_statement_are_sound(made: Statement, settings: ChunkerSettings) -> None:
    assert_sound(made, Chunker(settings).chunk(made), settings.max_tokens)


@given(STATEMENTS, SETTINGS)
def test_the_same_statement_has_the_same_passages(made: Statement, settings: ChunkerSettings) -> None:
    assert Chunker(settings).chunk(made) == Chunker(settings).chunk(made)


@given(STATEMENTS, SETTINGS)
def test_only_a_principal_answers_a_question(made: Statement, settings: ChunkerSettings) -> None:
    for passage in Chunker(settings).chunk(made):
        before = [turn for turn in made.turns if turn.end <= passage.start and turn.role is Role.QUESTIONER]
        asked = made.text[before[-1].start : before[-1].end] if before else None
        assert passage.question == (asked if passage.role is Role.PRINCIPAL else None)


@given(STATEMENTS, st.sampled_from([32, 64, 256]))
def test_without_overlap_no_word_stands_twice(made: Statement, max_tokens: int) -> None:
    passages = Chunker(ChunkerSettings(max_tokens=max_tokens, overlap_sentences=0)).chunk(made)
    assert all(one.end <= next_.start for one, next_ in pairwise(passages))


@pytest.mark.parametrize("overlap", [0, 1, 2, 3])
def test_neighbours_share_the_sentences_of_the_overlap(overlap: int) -> None:
    made = statement([("Sergey Lavrov", Role.PRINCIPAL, ANSWER)])
    passages = Chunker(ChunkerSettings(max_tokens=128, overlap_sentences=overlap)).chunk(made)
    assert len(passages) > 5
    for one, next_ in pairwise(passages):
        shared = list(sentences(made.text, next_.start, one.end)) if next_.start < one.end else []
        assert len(shared) == overlap


def test_a_passage_takes_all_the_sentences_that_fit() -> None:
    made = statement([("Sergey Lavrov", Role.PRINCIPAL, ANSWER)])
    passages = Chunker(ChunkerSettings(max_tokens=128)).chunk(made)
    longest = max(count_tokens(made.text[start:end]) for start, end in sentences(ANSWER))
    assert all(passage.n_tokens > 128 - 2 * longest for passage in passages[:-1])


def test_every_passage_of_a_long_answer_knows_who_speaks_and_to_what() -> None:
    asked = "Minister, has Syria agreed to give up its chemical weapons?"
    made = statement(
        [
            ("Moderator", Role.MODERATOR, "The next question comes from Reuters, please."),
            ("Question", Role.QUESTIONER, asked),
            ("Sergey Lavrov", Role.PRINCIPAL, ANSWER),
            ("Moderator", Role.MODERATOR, "That was the last one. Thank you all."),
        ]
    )
    passages = Chunker(ChunkerSettings()).chunk(made)
    answers = [passage for passage in passages if passage.role is Role.PRINCIPAL]
    assert len(answers) > 5
    assert {(it.speaker, it.question) for it in answers} == {("Sergey Lavrov", asked)}
    assert asked not in " ".join(it.text for it in answers)
    assert [it.question for it in passages if it.role is not Role.PRINCIPAL] == [None, None, None]


def test_each_answer_has_the_question_just_before_it() -> None:
    made = statement(
        [
            ("Sergey Lavrov", Role.PRINCIPAL, "Good morning to all of you."),
            ("Question", Role.QUESTIONER, "What of Syria?"),
            ("Sergey Lavrov", Role.PRINCIPAL, "We have agreed on a plan."),
            ("John Kerry", Role.PRINCIPAL, "We have indeed agreed on it."),
            ("Question", Role.QUESTIONER, "What of Iran?"),
            ("Sergey Lavrov", Role.PRINCIPAL, "The talks go on in Vienna."),
        ]
    )
    passages = Chunker(ChunkerSettings()).chunk(made)
    assert [it.question for it in passages] == [
        None, None, "What of Syria?", "What of Syria?", None, "What of Iran?",
    ]  # fmt: skip


def test_a_statement_without_turns_has_no_passages() -> None:
    assert Chunker(ChunkerSettings()).chunk(statement([])) == []


def test_ids_sort_as_the_passages_stand() -> None:
    assert [passage_id("a", 0), passage_id("a", 12), passage_id("a", 12345)] == [
        "a:0000",
        "a:0012",
        "a:12345",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "a" * 300_000,
        "😀" * 75_000,
        "👩‍👩‍👧" * 10_000,
        "e\u0301\u0302" * 50_000,
        "\ufffd" * 100_000,
        "1" * 100_000,
        "." * 300_000,
        "漢字" * 50_000,
        "word, " * 17_000 + "end",
        "Hi. " * 25_000 + "Bye.",
        "a" + " " * 300_000 + "b",
        "Hi. " + "x" * 100_000 + " Bye.",
    ],
    ids=lambda words: ascii(words[:6]),
)
def test_hostile_texts(words: str) -> None:
    made = statement([("Sergey Lavrov", Role.PRINCIPAL, words)])
    assert_sound(made, Chunker(ChunkerSettings()).chunk(made), 256)


def test_a_sentence_over_the_limit_is_cut_between_words() -> None:
    words = " ".join(["treaty"] * 2_500)
    made = statement([("Sergey Lavrov", Role.PRINCIPAL, words)])
    passages = Chunker(ChunkerSettings()).chunk(made)
    assert {word for passage in passages for word in passage.text.split()} == {"treaty"}
    assert all(passage.n_tokens > 200 for passage in passages[:-1])


def test_the_embedded_text_places_the_passage() -> None:
    made = statement(
        [
            ("Question", Role.QUESTIONER, "What of Syria?"),
            ("Sergey Lavrov", Role.PRINCIPAL, "We have agreed on a plan."),
            (None, Role.UNKNOWN, "Thank you for that."),
        ]
    )
    question, answer, unknown = Chunker(ChunkerSettings()).chunk(made)
    assert embedding_text(question) == "Talks in Geneva\nQuestion, 2013-09-12\nWhat of Syria?"
    assert embedding_text(answer) == (
        "Talks in Geneva\nSergey Lavrov, 2013-09-12\nQuestion: What of Syria?\nWe have agreed on a plan."
    )
    assert embedding_text(unknown) == "Talks in Geneva\n2013-09-12\nThank you for that."


def test_of_a_long_question_the_end_is_embedded() -> None:
    asked = "First some background on this. " * 50 + "Will you sign the treaty?"
    made = statement(
        [("Question", Role.QUESTIONER, asked), ("John Kerry", Role.PRINCIPAL, "We shall sign it soon.")]
    )
    answer = Chunker(ChunkerSettings()).chunk(made)[-1]
    context = embedding_text(answer).split("\n")[2]
    assert context.startswith("Question: ")
    assert context.endswith(" Will you sign the treaty?")
    assert len(context) <= 410
    assert f" {context.removeprefix('Question: ')}" in asked
    assert answer.question == asked


@pytest.mark.corpus
def test_passages_of_the_presidential_corpus_are_sound(
    presidential_statements: tuple[Statement, ...],
) -> None:
    chunker, count = Chunker(ChunkerSettings()), 0
    for made in presidential_statements:
        passages = chunker.chunk(made)
        assert_sound(made, passages, 256)
        count += len(passages)
    assert count > 20_000


@pytest.mark.parametrize("piece", ["a", "1.2.3.", "我们。", "No. 5 ", "(", '"', "a\u0301\u0323"])
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def cost(length: int) -> float:
        made = statement([(None, Role.PRINCIPAL, piece * (length // len(piece)))])
        start = time.process_time()
        Chunker(ChunkerSettings()).chunk(made)
        return time.process_time() - start

    cost(1000)
    small, large = (min(cost(length) for _ in range(2)) for length in (10_000, 80_000))
    assert large < 24 * small + 0.05
