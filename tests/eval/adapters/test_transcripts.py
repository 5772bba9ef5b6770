"""Transcripts with known speakers, against the parser."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.adapters import transcripts
from eval.adapters.transcripts import KnownTranscript, KnownTurn
from eval.errors import DatasetError
from eval.parsing import measure, written_out

TURNS = [
    ("Greta Moss", "Good evening. Our guest tonight built the sea wall, and we ask him what it cost."),
    ("Ivor Blake", "It cost a good deal more than we had hoped, and it was worth every coin of it."),
    ("Greta Moss", "And who is going to pay for the second half of the wall, if anybody does at all?"),
    ("Ivor Blake", "The harbour board pays for it over eleven years, as we agreed in the spring."),
]


def published(path: Path, row: dict[str, object]) -> Path:
    path.write_text(json.dumps([row]), encoding="utf-8")
    return path


@pytest.fixture
def known(tmp_path: Path) -> KnownTranscript:
    row: dict[str, object] = {
        "id": "t1",
        "title": "Interview with Ivor Blake",
        "turns": [{"speaker": speaker, "text": text} for speaker, text in TURNS],
    }
    (found,) = transcripts.read(published(tmp_path / "turns.json", row))
    return found


def test_both_published_forms_read_the_same(known: KnownTranscript, tmp_path: Path) -> None:
    speakers, texts = zip(*TURNS, strict=True)
    row: dict[str, object] = {
        "id": "t1",
        "program": "Interview with Ivor Blake",
        "speaker": speakers,
        "utt": texts,
    }

    assert transcripts.read(published(tmp_path / "news_dialogue.json", row)) == [known]


def test_neighbouring_turns_of_one_speaker_are_one(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "id": 1,
        "speaker": ["A", "A", "B", "A"],
        "utt": ["One,", "two.", " ", "Three."],
    }
    (found,) = transcripts.read(published(tmp_path / "turns.json", row))

    assert found.turns == (KnownTurn("A", "One, two. Three."),)


def test_a_plain_interview_is_parsed_without_a_fault(known: KnownTranscript) -> None:
    found = measure([known])

    assert (found.transcripts, found.turns) == (1, 4)
    assert found.turn_precision == found.turn_recall == found.speaker_accuracy == 1.0
    assert found.credited_characters == 1.0


def test_words_credited_to_nobody_count_against_the_parser(known: KnownTranscript) -> None:
    unlabelled = replace(known, turns=tuple(replace(turn, speaker="§") for turn in known.turns))
    found = measure([unlabelled])

    assert found.speaker_accuracy == 0.0
    assert found.credited_characters == 0.0
    assert found.turn_recall < 1.0


def test_a_transcript_is_written_out_with_its_labels(known: KnownTranscript) -> None:
    text = written_out(known)

    assert text.startswith("Title: Interview with Ivor Blake\n\nGreta Moss: Good evening.")
    assert text.count("\n\n") == 4


def test_nothing_to_compare_with_is_an_error() -> None:
    with pytest.raises(ValueError, match="no transcript"):
        measure([])


@pytest.mark.parametrize("content", ["no JSON", "[{}]", '[{"id": 1, "speaker": ["A"], "utt": []}]', "[3]"])
def test_a_file_of_another_form_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(content)

    with pytest.raises(DatasetError, match=str(path)):
        transcripts.read(path)
