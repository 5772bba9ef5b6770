"""Transcripts whose speakers are known: how well the parser finds turns and speakers.

Format: a JSON list of transcripts, each {"id", "title", "turns": [{"speaker", "text"}]}; or as
MediaSum is published, {"id", "program", "title", "utt": [...], "speaker": [...]} with the two lists
in step. Each transcript is written out as "Speaker: text" paragraphs and parsed like any file.

Source: Zhu et al., "MediaSum: A Large-scale Media Interview Dataset for Dialogue Summarization",
NAACL 2021.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.adapters.dataset import malformed, read_json


@dataclass(frozen=True, slots=True)
class KnownTurn:
    """What one speaker says before another one does."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownTranscript:
    """A transcript as its publisher made it."""

    id: str
    title: str
    turns: tuple[KnownTurn, ...]


def read(path: Path) -> list[KnownTranscript]:
    """Read the file; neighbouring turns of one speaker become one, empty ones are left out.

    Raises:
        DatasetError: it cannot be read or has another form.
    """
    rows = read_json(path)
    found: list[KnownTranscript] = []
    try:
        for row in rows if isinstance(rows, list) else [rows]:
            title = str(row.get("title") or row.get("program") or "")
            found.append(KnownTranscript(str(row["id"]), title, _joined(_turns(row))))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise malformed(path, f"transcript {len(found) + 1}", error) from error
    return found


def _turns(row: dict[str, Any]) -> list[KnownTurn]:
    if "turns" in row:
        return [KnownTurn(str(turn["speaker"]), str(turn["text"])) for turn in row["turns"]]
    return [
        KnownTurn(str(speaker), str(text)) for speaker, text in zip(row["speaker"], row["utt"], strict=True)
    ]


def _joined(turns: list[KnownTurn]) -> tuple[KnownTurn, ...]:
    joined: list[KnownTurn] = []
    for turn in turns:
        text = " ".join(turn.text.split())
        if joined and joined[-1].speaker == turn.speaker:
            joined[-1] = KnownTurn(turn.speaker, f"{joined[-1].text} {text}".strip())
        elif text:
            joined.append(KnownTurn(turn.speaker, text))
    return tuple(joined)
