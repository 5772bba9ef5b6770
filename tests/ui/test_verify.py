from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.command_line import CommandLine, InProcess
from ui.screen import Screen

_SAID = "This Plan includes 44 projects"
_ASKED = "Could you specify who will participate in this meeting"


def test_verbatim(inside: InProcess, seed_text: str) -> None:
    ran = inside("verify", f"“{_SAID}”", "--speaker", "Lavrov")
    assert ran.status == 0
    assert "Verbatim: said by Lavrov in 1 place." in ran.out
    assert "Sergey Lavrov (principal), 12 September 2013, Astana" in ran.out
    [check] = inside("verify", _SAID, "--json").document["checks"]
    [found] = check["found"]
    assert seed_text[found["start"] : found["end"]] == found["text"] == _SAID
    assert check["verdict"] == "verbatim"
    assert found["exact"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("This Plan includes 45 projects",), "A number is changed: 45 in the quotation, 44 in the text."),
        (("This Plan includes 45 projects",), "This Plan includes [-44-] {+45+} projects"),
        (("This Plan does not include 44 projects",), "A negation is added: “not”."),
        ((_ASKED, "--speaker", "Lavrov"), "Said by someone else: not by Lavrov, but by a journalist"),
        ((f"“{_ASKED}” — Sergey Lavrov",), "Journalist (questioner), 12 September 2013"),
        (("on Syrian chemical weapons? First of all, we agreed",), "Said by two people: the words run over"),
        (("Bananas ripen under zebras",), "Not in this corpus: 1 statement, dated 12 September 2013."),
        (("Bananas include 44 yellow projects",), "Nearest passage (not a match: "),
        (
            ("This Plan includes 44 ... bananas ripen under zebras",),
            "“This Plan includes 44”: said in 1 place",
        ),
    ],
)
def test_not_verbatim(inside: InProcess, arguments: tuple[str, ...], told: str) -> None:
    ran = inside("verify", *arguments)
    assert ran.status == 4
    assert told in ran.out


def test_what_is_left_out_and_put_in_is_told(inside: InProcess) -> None:
    ran = inside("verify", "[T]his PLAN ... eleven are [already] being implemented")
    assert ran.status == 0
    assert "The text differs in capitals." in ran.out
    assert "3 words left out: “includes 44 projects”" in ran.out
    assert "[already] is the quoter's" in ran.out


def test_all_places_are_counted_and_some_are_shown(inside: InProcess) -> None:
    ran = inside("verify", "chemical weapons", "-k", "2")
    assert "Verbatim: said in 7 places." in ran.out
    assert "and 5 more (-k N lists N)" in ran.out


def test_a_file_of_quotations(seeds: CommandLine, inside: InProcess, tmp_path: Path) -> None:
    file = tmp_path / "quotes.txt"
    file.write_text(f"\ufeff{_SAID}\n\n---\n“{_ASKED}” — Lavrov\nzebras\n", encoding="utf-8")
    ran = inside("verify", "--file", str(file))
    assert ran.status == 4
    assert ran.out.endswith("3 quotations: 1 verbatim, 1 said by other, 1 not found\n")
    verdicts = [
        check["verdict"] for check in inside("verify", "--file", str(file), "--json").document["checks"]
    ]
    assert verdicts == ["verbatim", "said_by_other", "not_found"]
    typed = seeds.run_with(f"{_SAID}\n{_SAID}\n", "verify", "--file", "-")
    assert typed.status == 0
    assert "2 quotations: 2 verbatim" in typed.out


def test_standard_input_is_one_quotation(seeds: CommandLine) -> None:
    ran = seeds.run_with("This Plan\nincludes 44\nprojects\n", "verify", "-")
    assert ran.status == 0
    assert "Verbatim" in ran.out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("verify",), 2, "give a quotation or --file FILE"),
        (("verify", "x", "--file", "y"), 2, "give a quotation or --file FILE"),
        (("verify", "--file", "nowhere.txt"), 2, "nowhere.txt cannot be read"),
        (("verify", "--file", "."), 2, "cannot be read"),
        (("verify", "?!…"), 1, "The quotation holds no words"),
        (("verify", "word " * 20_001), 1, "the limit is 20,000: check it in parts."),
        (("verify", "x", "-k", "0"), 2, "'-k'"),
    ],
)
def test_bad_input(inside: InProcess, arguments: tuple[str, ...], status: int, message: str) -> None:
    ran = inside(*arguments)
    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_speaker_is_noted(inside: InProcess) -> None:
    ran = inside("verify", _SAID, "--speaker", "Lavrof")
    assert ran.status == 4
    assert ran.err == "onrecord: nobody named 'Lavrof' speaks in this corpus; did you mean Sergey Lavrov?\n"


@pytest.mark.parametrize(
    "quote", ["\x1b[31mThis Plan\u202e includes", "🙂 Planzebra", "Что сказал?", "[bold]Plan[/bold]"]
)
def test_hostile_quotations_are_text(inside: InProcess, quote: str) -> None:
    ran = inside("verify", quote)
    assert ran.status == 4
    assert not {"\x1b", "\u202e"} & {*ran.out}
    assert Screen().encoding
