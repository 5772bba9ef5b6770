"""What people see, at several widths, without an index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from index.build_report import BuildReport, CorpusChanges, Duplicate, Failure, Move
from index.statement import Role, Turn
from index.stores.catalogue import Counts
from rag.answer import Hit, Sentence
from tests.ui.samples import ANSWER, CITATION, PASSAGES, REFUSAL, STATEMENT
from tests.ui.terminal import Terminal
from ui.rendering.answer import render_answer
from ui.rendering.build import render_build
from ui.rendering.byline import byline, who
from ui.rendering.corpus import size
from ui.rendering.hits import render_hits
from ui.rendering.layout import counted, shortened
from ui.rendering.statement import render_around, render_statement


def test_answer_at_sixty_columns(terminal: Terminal) -> None:
    assert terminal(*render_answer(ANSWER)) == (
        "“We shall reopen nine harbours.” [1]\n"
        "“They will serve the whole eastern coast, as we have\n"
        "promised.” [1]\n"
        "\n"
        "Sources\n"
        "[1] Anna Bergström (principal), 3 May 2019, Varnholm —\n"
        "    Remarks by Foreign Minister Anna Bergström after the\n"
        "    talks on fisheries, Varnholm, 3 May 2019; bergstrom:0001\n"
        "    Asked: Minister, will the harbours reopen before the\n"
        "    winter?\n"
    )


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
def test_nothing_is_wider_than_the_terminal(terminal: Terminal, columns: int) -> None:
    views = [
        render_answer(ANSWER),
        render_answer(REFUSAL),
        render_hits([Hit(PASSAGES[1], 4.25, 1)]),
        render_statement(STATEMENT),
        render_around(STATEMENT, PASSAGES, PASSAGES[1]),
    ]
    for parts in views:
        printed = terminal(*parts, columns=columns)
        assert printed
        for line in printed.splitlines():
            assert cell_len(line) <= min(columns, 100)
            assert line == line.rstrip()


def test_without_a_terminal_quotations_stay_in_one_piece(terminal: Terminal) -> None:
    printed = terminal(*render_answer(ANSWER), columns=None)
    assert "“They will serve the whole eastern coast, as we have promised.” [1]\n" in printed


def test_understanding_is_shown_where_it_differs(terminal: Terminal) -> None:
    followed_up = replace(ANSWER, question="And before the winter?")
    assert terminal(*render_answer(followed_up)).startswith("Understood as: Will the harbours reopen?\n\n")


def test_quotation_marks_stand_around_the_speakers_words_only(terminal: Terminal) -> None:
    paraphrase = replace(ANSWER, sentences=(Sentence("Nine harbours will reopen.", (1,)),))
    assert terminal(*render_answer(paraphrase)).startswith("Nine harbours will reopen. [1]\n")


def test_second_citation_of_a_statement_is_short(terminal: Terminal) -> None:
    second = replace(CITATION, n=2, passage_id="bergstrom:0002")
    third = replace(CITATION, n=3, question="Another?", statement_id="b", passage_id="b:0001", title="B")
    lines = terminal(
        *render_answer(replace(ANSWER, citations=(CITATION, second, third))), columns=100
    ).splitlines()
    assert "[2] Anna Bergström (principal), in the same statement; bergstrom:0002" in lines
    assert "[3] Anna Bergström (principal), 3 May 2019, Varnholm — B; b:0001" in lines
    assert sum("Asked:" in line for line in lines) == 2


def test_refusal_offers_the_nearest_as_such(terminal: Terminal) -> None:
    assert terminal(*render_answer(REFUSAL), columns=100).startswith(
        "Not found in this corpus: 1,010 statements, dated 30 April 1789 to 3 May 2019.\n"
        "\n"
        "Nearest passages (not an answer)\n"
        "\n"
        "1. Anna Bergström (principal), 3 May 2019, Varnholm\n"
        "   bergstrom:0001 — Remarks by Foreign Minister"
    )
    assert "“" not in terminal(*render_answer(REFUSAL))


def test_refusal_with_nothing_near(terminal: Terminal) -> None:
    assert terminal(*render_answer(replace(REFUSAL, nearest=())), columns=100).count("\n") == 1


def test_passage_is_marked_among_its_neighbours(terminal: Terminal) -> None:
    assert terminal(*render_around(STATEMENT, PASSAGES, PASSAGES[1])).endswith(
        "Journalist (questioner)\n"
        "  Minister, will the harbours reopen before the winter?\n"
        "\n"
        "Anna Bergström (principal)\n"
        "│ We shall reopen nine harbours. They will serve the whole\n"
        "│ eastern coast, as we have promised.\n"
        "\n"
        "  Thank you.\n"
    )


def test_words_of_a_corpus_are_not_commands(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    hostile = "[bold red]x[/] :smile: \x1b]0;title\x07\x1b[2J \u202eevil https://example.org/[link]"
    passage = replace(PASSAGES[1], text=hostile, title=hostile, speaker=hostile, place=hostile)
    citation = replace(CITATION, title=hostile, speaker=hostile, place=hostile, quote=hostile)
    answer = replace(ANSWER, sentences=(Sentence(hostile, (1,)),), citations=(citation,))
    statement = replace(STATEMENT, text=hostile, title=hostile, source_url=hostile)
    statement = replace(statement, turns=(Turn(hostile, Role.PRINCIPAL, 0, len(hostile)),))
    for parts in (
        render_answer(answer),
        render_answer(replace(REFUSAL, text=hostile, understood_as=hostile)),
        render_hits([Hit(passage, 1.0, 1)]),
        render_statement(statement),
    ):
        printed = terminal(*parts, columns=200)
        assert "[bold red]x[/] :smile: ]0;title[2J evil https://example.org/[link]" in printed
        for forbidden in ("\x1b]", "\x07", "\x1b[2J", "\u202e"):
            assert forbidden not in printed


def test_colour_only_on_demand(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in terminal(*render_answer(ANSWER))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1m" in terminal(*render_answer(ANSWER))


def test_build_names_what_failed(terminal: Terminal) -> None:
    changes = CorpusChanges(
        added=("a", "b"),
        changed=(),
        removed=("c", "old"),
        moved=(Move("old", "new"),),
        unchanged=1008,
        failed=(Failure("bad.bin", "bad.bin is not a text file."),),
        duplicates=tuple(Duplicate(f"copy-{n}.txt", "a") for n in range(12)),
        withdrawn=("taken-out.txt",),
        skipped=("README.md",),
        lost=("/gone",),
    )
    report = BuildReport("000002", "the schema changed", Counts(1010, 2000, 30000), changes, 7, 1, 3.14)
    printed = terminal(*render_build(report, Path(".onrecord")), columns=200)
    for line in (
        "  unchanged     1,008",
        "  bad.bin — bad.bin is not a text file.",
        "  copy-9.txt — the text of a",
        "  and 2 more (--json names all)",
        "  old is now new",
        "  taken-out.txt",
        "  README.md",
        "  /gone",
    ):
        assert line in printed.splitlines()
    assert printed.endswith("(7 passages embedded, 1 reused,\n3.1 s). Built anew: the schema changed.\n")
    assert "copy-10.txt" not in printed


def test_small_words() -> None:
    assert who(None, Role.QUESTIONER) == "Journalist (questioner)"
    assert who(None, Role.UNKNOWN) == "Unnamed speaker (role unknown)"
    assert byline("A\nB", Role.PRINCIPAL, None, None) == "A B (principal), undated"
    assert [counted(1, "turn"), counted(1200, "turn")] == ["1 turn", "1,200 turns"]
    assert [size(999), size(12_345), size(123_456), size(9_900_000_000)] == [
        "999 bytes",
        "12.3 kB",
        "123 kB",
        "9.9 GB",
    ]


@pytest.mark.parametrize("characters", [1, 5, 10, 11, 12, 500])
def test_shortened_text_is_never_too_long(characters: int) -> None:
    short = shortened("one, two three\nfour", characters)
    assert len(short.removesuffix(" …")) <= characters
    assert short == "one, two three four" or short.endswith("…")
