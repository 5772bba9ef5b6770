from __future__ import annotations

import pytest

from tests.ui.command_line import SEED, CommandLine, InProcess

PROJECTS = "How many projects does the joint plan include?"


def test_answer_names_its_source(seeds: CommandLine) -> None:
    ran = seeds("ask", PROJECTS)
    assert ran.status == 0
    assert ran.err == ""
    assert "This Plan includes 44 projects, eleven are being implemented this year.” [1]" in ran.out
    assert "[1] Sergey Lavrov (principal), 12 September 2013, Astana — Speech by" in ran.out
    assert f"; {SEED}:" in ran.out
    assert "Understood as" not in ran.out


def test_document_quotes_the_statement_letter_for_letter(seeds: CommandLine, seed_text: str) -> None:
    answer = seeds("ask", PROJECTS, "--json").document
    assert answer["question"] == PROJECTS
    assert not answer["abstained"]
    assert answer["citations"]
    for citation in answer["citations"]:
        assert seed_text[citation["start"] : citation["end"]] == citation["quote"]
        assert (citation["speaker"], citation["role"]) == ("Sergey Lavrov", "principal")
    quotes = {citation["n"]: citation["quote"] for citation in answer["citations"]}
    for sentence in answer["sentences"]:
        assert any(sentence["text"] in quotes[n] for n in sentence["citations"])


def test_abstention_is_a_result(inside: InProcess) -> None:
    ran = inside("ask", "What did Lavrov say about Ukraine?")
    assert ran.status == 0
    assert ran.out.startswith("Not found in this corpus: 1 statement, dated 12 September 2013.")
    assert "Nearest passages (not an answer)" in ran.out
    assert "Sources" not in ran.out


def test_journalists_question_is_labelled(inside: InProcess) -> None:
    out = inside("ask", "Is a trilateral meeting possible?").out
    answer, sources = out.split("Sources")
    assert "we do not exclude the possibility of a trilateral meeting" in answer
    assert "Asked: Today you fly to Geneva" in sources
    assert "Today you fly" not in answer


def test_k_limits_the_sentences(inside: InProcess) -> None:
    answer = inside("ask", "What was agreed about Syria and chemical weapons?", "-k", "1", "--json").document
    assert not answer["abstained"]
    # The best sentence, and at most the one before it that its pronoun needs.
    assert len(answer["citations"]) == 1
    assert len(answer["sentences"]) <= 2


@pytest.mark.parametrize(
    "flags",
    [
        ("--since", "2013-10"),
        ("--until", "2012"),
        ("--kind", "speech of the throne"),
        ("--doc", "another"),
        ("--role", "moderator"),
    ],
)
def test_filter_that_nothing_meets(inside: InProcess, flags: tuple[str, str]) -> None:
    answer = inside("ask", PROJECTS, "--json", *flags).document
    assert answer["abstained"]
    assert answer["reason"] == "nothing_matches_filters"
    assert answer["nearest"] == []


def test_filters_that_the_statement_meets(inside: InProcess) -> None:
    flags = ("--speaker", "lavrov", "--since", "2013-09-12", "--until", "2013-09", "--doc", SEED)
    ran = inside("ask", PROJECTS, "--kind", "Press conference", *flags)
    assert "44 projects" in ran.out
    assert ran.err == ""


def test_slip_in_a_filter_is_noted(inside: InProcess) -> None:
    ran = inside("ask", PROJECTS, "--speaker", "Lavrow", "--kind", "pres", "--doc", SEED[:7])
    assert ran.status == 0
    assert ran.err.splitlines() == [
        "onrecord: nobody named 'Lavrow' speaks in this corpus; did you mean Sergey Lavrov?",
        "onrecord: no statement is of the kind 'pres'; there are: press conference",
        f"onrecord: no statement has the id '{SEED[:7]}'; did you mean {SEED}?",
    ]


def test_settings_file_is_read_and_flags_go_first(seeds: CommandLine, inside_empty: InProcess) -> None:
    (inside_empty.folder / "onrecord.toml").write_text(
        f'index_dir = "{seeds.folder / ".onrecord"}"\n[rag.answer]\nnearest = 1\n', encoding="utf-8"
    )
    nearest = inside_empty("ask", "What about Ukraine?", "--json").document["nearest"]
    assert len(nearest) == 1
    assert inside_empty("ask", PROJECTS, "--index", "elsewhere").err == (
        "onrecord: There is no index in elsewhere: make one with `onrecord index PATHS`.\n"
    )
