from __future__ import annotations

from tests.ui.command_line import SEED, InProcess


def test_turns_show_speaker_and_role(inside: InProcess) -> None:
    ran = inside("show", SEED)
    assert ran.status == 0
    assert ran.err == ""
    lines = ran.out.splitlines()
    assert lines[0].startswith("Speech by the Russian Foreign Minister")
    assert lines[1] == f"press conference, 12 September 2013, Astana; {SEED}"
    speakers = [line for line in lines if line.endswith(("(principal)", "(questioner)"))]
    assert speakers == ["Sergey Lavrov (principal)", "Journalist (questioner)", "Sergey Lavrov (principal)"]
    assert lines[lines.index("Journalist (questioner)") + 1].startswith("  Today you fly to Geneva")


def test_document_holds_text_and_turns(inside: InProcess) -> None:
    shown = inside("show", SEED, "--json").document
    text = shown["text"]
    question = next(turn for turn in shown["turns"] if turn["role"] == "questioner")
    assert text[question["start"] : question["end"]].startswith("Today you fly to Geneva")
    assert shown["passages"][0]["id"] == f"{SEED}:0000"
    assert shown["around"] is None


def test_around_marks_the_passage_and_shows_its_neighbours(inside: InProcess) -> None:
    passage = next(
        hit
        for hit in inside("search", "chemical weapons", "--json").document["hits"]
        if hit["role"] == "principal"
    )
    shown = inside("show", SEED, "--around", str(passage["ordinal"])).out
    marked = [line.removeprefix("│").strip() for line in shown.splitlines() if line.startswith("│")]
    assert " ".join(" ".join(marked).split()) == " ".join(passage["text"].split())
    assert "Journalist (questioner)" in shown
    assert "Ladies and Gentlemen" not in shown
    assert shown == inside("show", SEED, "--around", passage["id"]).out == inside("show", passage["id"]).out


def test_around_the_first_and_the_last_passage(inside: InProcess) -> None:
    last = inside("show", SEED, "--json").document["passages"][-1]["id"]
    first_shown, last_shown = inside("show", f"{SEED}:0000").out, inside("show", last).out
    assert "│ Ladies and Gentlemen," in first_shown
    assert first_shown.endswith("…\n")
    assert not last_shown.endswith("…\n")
    assert inside("show", last, "--json").document["around"] == last


def test_unknown_statement_names_the_closest(inside: InProcess) -> None:
    ran = inside("show", "000_8de327bb625e0")
    assert ran.status == 1
    assert ran.out == ""
    assert ran.err == f"onrecord: No statement has the id '000_8de327bb625e0': did you mean {SEED}?\n"


def test_unknown_passage_names_the_range(inside: InProcess) -> None:
    for arguments in ((f"{SEED}:0099",), (SEED, "--around", "99"), (SEED, "--around", "first")):
        ran = inside("show", *arguments)
        assert ran.status == 1
        assert ran.err.startswith("onrecord: The statement has no passage ")
        assert "choose one of 0 to " in ran.err
