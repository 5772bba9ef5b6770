"""Counts are those of the whole corpus, and a timeline has every day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from index.errors import InvalidFilter, InvalidQuote
from index.statement import Role, Statement
from rag.filters import Filters
from rag.mentions.by import By
from rag.mentions.count import UNDATED, count
from rag.mentions.timeline import Silence, timeline
from tests.index.statements import statement
from tests.rag.quotes.conftest import TALKS, dated
from tests.rag.stored import Stored

_FISH = statement(
    [
        ("Ada Lind", Role.PRINCIPAL, "The fish-quota stands. We keep it. Fish quota talks go on."),
        (None, Role.QUESTIONER, "Is the fish quota too low?"),
    ]
)
_OTHER = statement([("Ada Lind", Role.PRINCIPAL, "We speak of roads today.")])


def _corpus() -> Sequence[Statement]:
    mentioned = [date(2001, 5, 1), date(2001, 5, 1), date(2003, 1, 2), None]
    silent = [date(2000, 1, 1), date(2002, 1, 1), date(2002, 6, 1), date(2002, 9, 1), date(2004, 1, 1)]
    return [
        *(dated(_FISH, f"fish{number}", day) for number, day in enumerate(mentioned)),
        *(dated(_OTHER, f"other{number}", day) for number, day in enumerate(silent)),
    ]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return Stored(tmp_path_factory.mktemp("mentions"), _corpus())


def test_totals_are_exhaustive(corpus: Stored) -> None:
    found = count(corpus, "Fish  QUOTA")
    assert (found.occurrences, found.statements, found.searched) == (12, 4, 9)
    assert found.passages == 8
    assert (found.first, found.last) == (date(2001, 5, 1), date(2003, 1, 2))
    assert found.wanted == "Fish QUOTA"
    assert found.groups == ()
    assert count(corpus, "fish quotas").occurrences == 0
    # The last word of a turn and the first of the next are no phrase.
    assert count(corpus, "go on is the").occurrences == 0


def test_filters_and_groups(corpus: Stored) -> None:
    lind = count(corpus, "fish quota", Filters(speakers=("Lind",)), By.SPEAKER)
    assert [(group.name, group.occurrences, group.statements) for group in lind.groups] == [
        ("Ada Lind", 8, 4)
    ]
    everyone = count(corpus, "fish quota", by=By.SPEAKER)
    assert [(group.name, group.occurrences) for group in everyone.groups] == [
        ("Ada Lind", 8),
        ("unnamed questioner", 4),
    ]
    years = count(corpus, "fish quota", by=By.YEAR).groups
    assert [(group.name, group.occurrences, group.statements) for group in years] == [
        ("2001", 6, 2),
        ("2002", 0, 0),
        ("2003", 3, 1),
        (UNDATED, 3, 1),
    ]
    kinds = count(corpus, "fish quota", by=By.KIND).groups
    assert [(group.name, group.occurrences) for group in kinds] == [("press conference", 12)]
    assert count(corpus, "fish quota", Filters(since=date(2002, 1, 1))).occurrences == 3
    assert count(corpus, "fish quota", Filters(speakers=("Nobody",))).searched == 0
    assert count(corpus, "fish quota", Filters(kinds=("speech",))).occurrences == 0
    assert count(corpus, "fish quota", Filters(statements=("fish0",))).occurrences == 3


def test_the_rate_is_by_words_spoken(corpus: Stored) -> None:
    [lind, questioner] = count(corpus, "fish quota", by=By.SPEAKER).groups
    assert (lind.words, questioner.words) == (4 * 12 + 5 * 5, 4 * 6)
    assert questioner.rate == pytest.approx(10_000 * 4 / 24)


def test_what_cannot_be_counted(corpus: Stored) -> None:
    with pytest.raises(InvalidQuote, match="type a word or a phrase"):
        count(corpus, "…")
    with pytest.raises(InvalidFilter):
        count(corpus, "fish", Filters(since=date(2002, 1, 1), until=date(2001, 1, 1)))
    assert count(corpus, "zebra").first is None
    assert count(corpus, "zebra", by=By.YEAR).groups == ()


def test_a_timeline_is_oldest_first_with_one_sentence_a_day(corpus: Stored) -> None:
    followed = timeline(corpus, "fish quota", Filters(roles=(Role.PRINCIPAL,)))
    assert (followed.occurrences, followed.undated, followed.searched) == (8, 2, 9)
    days = [(entry.date, entry.occurrences, entry.statements) for entry in followed.entries]
    assert days == [(date(2001, 5, 1), 4, 2), (date(2003, 1, 2), 2, 1)]
    for entry in followed.entries:
        text = corpus.content.statement(entry.excerpt.statement_id).text
        assert entry.excerpt.text == text[entry.excerpt.start : entry.excerpt.end]
        assert entry.excerpt.text == "The fish-quota stands."
        assert text[entry.start : entry.end] == "fish-quota"
        assert entry.excerpt.voice.speaker == "Ada Lind"


def test_a_silence_is_longer_than_the_average(corpus: Stored) -> None:
    # Runs of 1, 3 and 1 statements: 5/3 on average.
    assert timeline(corpus, "fish quota").silences == (Silence(date(2002, 1, 1), date(2002, 9, 1), 3),)
    # Runs of 0, 2, 0, 0, 1 and 0 statements: 1/2 on average.
    assert [silence.statements for silence in timeline(corpus, "roads").silences] == [2, 1]
    assert timeline(corpus, "we").silences == ()
    nothing = timeline(corpus, "zebra")
    assert (nothing.entries, nothing.silences) == ((), ())


def test_counts_agree_with_a_regular_expression(project: Path, tmp_path: Path) -> None:
    from index.ingest import read_statement
    from index.settings import ReaderSettings
    from index.sources import find

    files = find([project / "tests" / "data" / "small-corpus"], exclude=tmp_path).files
    made = [read_statement(file, file.path.stem, ReaderSettings()) for file in files]
    stored = Stored(tmp_path, [*made, TALKS])
    spoken = [one.text[turn.start : turn.end] for one in [*made, TALKS] for turn in one.turns]
    for word in ("harbour", "the", "we will", "of the", "not", "storm"):
        pattern = re.compile(rf"(?<![\w'’])(?:{word.replace(' ', chr(92) + 's+')})(?![\w]|['’]\w)", re.I)
        expected = sum(len(pattern.findall(text)) for text in spoken)
        assert count(stored, word).occurrences == expected, word
        assert sum(group.occurrences for group in count(stored, word, by=By.SPEAKER).groups) == expected
