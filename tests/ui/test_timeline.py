from __future__ import annotations

from pathlib import Path

from tests.ui.command_line import CommandLine, InProcess


def test_a_day_has_a_sentence_with_its_source(inside: InProcess, seed_text: str) -> None:
    ran = inside("timeline", "Customs Union", "--speaker", "Lavrov")
    assert ran.status == 0
    assert "12 September 2013, Astana" in ran.out
    assert "Sergey Lavrov (principal) — Speech by the Russian Foreign Minister" in ran.out
    [entry] = inside("timeline", "Customs Union", "--json").document["entries"]
    excerpt = entry["excerpt"]
    assert seed_text[excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert seed_text[entry["start"] : entry["end"]].lower() == "customs union"


def test_silent_periods_stand_between_the_days(onrecord: CommandLine) -> None:
    folder = Path(onrecord.folder) / "in"
    folder.mkdir()
    for month, words in enumerate(("harbours", "roads", "roads", "harbours", "trains", "harbours"), start=1):
        text = f"Anna Bergström: We speak of {words} in month {month}, and of nothing else.\n"
        (folder / f"2019-{month:02}-01-remarks.txt").write_text(text, encoding="utf-8")
    assert onrecord("index", "in").status == 0
    lines = [line for line in onrecord("timeline", "harbours").out.splitlines() if line[:1].strip()]
    assert lines == [
        "“harbours”",
        "3 mentions on 3 days, of 6 statements searched",
        "1 January 2019",
        "Silent: 2 statements, 1 February 2019 to 1 March 2019",
        "1 April 2019",
        "Silent: 1 statement, 1 May 2019",
        "1 June 2019",
    ]


def test_nothing_to_show(inside: InProcess) -> None:
    ran = inside("timeline", "zebra")
    assert ran.status == 0
    assert "Not mentioned in this corpus: 1 statement" in ran.out
