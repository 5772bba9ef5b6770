from __future__ import annotations

from tests.ui.command_line import InProcess


def test_totals(inside: InProcess, seed_text: str) -> None:
    ran = inside("mentions", "Chemical WEAPONS")
    assert ran.status == 0
    assert "7 mentions in 1 statement (3 passages), of 1 searched\non 12 September 2013" in ran.out
    assert seed_text.lower().count("chemical weapons") == 7


def test_a_chart_by_speaker(inside: InProcess) -> None:
    ran = inside("mentions", "chemical weapons", "--by", "speaker")
    rows = [line.split() for line in ran.out.splitlines()[-2:]]
    assert rows[0][:2] == ["Sergey", "Lavrov"]
    assert rows[1][:2] == ["unnamed", "questioner"]
    assert [row[-3] for row in rows] == ["6", "1"]
    assert [len(row[2]) for row in rows] == [24, 4]


def test_filters(inside: InProcess) -> None:
    document = inside("mentions", "chemical weapons", "--speaker", "Lavrov", "--json").document
    assert (document["occurrences"], document["by"], document["groups"]) == (6, None, [])
    ran = inside("mentions", "chemical weapons", "--speaker", "Kerry")
    assert (
        "Not mentioned in this corpus: 1 statement, dated 12 September 2013; 0 of them searched." in ran.out
    )
    assert ran.err.startswith("onrecord: nobody named 'Kerry' speaks")


def test_bad_input(inside: InProcess) -> None:
    ran = inside("mentions", "…")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "onrecord: There are no words to look for: type a word or a phrase.\n"
    assert inside("mentions", "x", "--by", "moon").status == 2


def test_years_become_decades_where_there_are_many(inside: InProcess) -> None:
    from rag.answer import CorpusSpan
    from rag.mentions.by import By
    from rag.mentions.count import Group, Mentions
    from ui.rendering.mentions import render_mentions
    from ui.screen import print_result

    groups = tuple(Group(str(year), 1, 1, 100) for year in range(1970, 2000))
    found = Mentions("x", 30, 30, 30, 30, 3000, None, None, By.YEAR, groups)
    inside.capsys.readouterr()
    print_result(*render_mentions(found, CorpusSpan(30, None, None)))
    out = inside.capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[-4:]] == ["decade", "1970s", "1980s", "1990s"]
    assert "in statements without a date" in out
