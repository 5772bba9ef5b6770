"""How well the transcript parser finds turns and speakers, where both are known.

Definitions: a turn counts as found where a parsed turn begins and ends with its words, and as
credited where, besides, the parsed speaker is the same person. `turn_recall` and
`speaker_accuracy` are the shares of known turns found and credited, `turn_precision` the share of
parsed turns that are known ones; `credited_characters` the share of all characters said that stand
in a parsed turn of the right speaker. All range from 0 to 1, higher is better.

Source: boundary precision and recall as in text segmentation; the share of speech credited to the
right speaker is the complement of the diarization error rate (NIST, "The 2009 Rich Transcription
Meeting Recognition Evaluation Plan", section 6), counted in characters instead of seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.adapters.transcripts import KnownTranscript, KnownTurn
from eval.metrics.attribution import same_person
from index.statement import Turn
from index.transcript.parse import parse


@dataclass(frozen=True, slots=True)
class ParserAccuracy:
    """The shares that the module defines, over `turns` known turns of `transcripts`."""

    transcripts: int
    turns: int
    turn_precision: float
    turn_recall: float
    speaker_accuracy: float
    credited_characters: float


@dataclass(frozen=True, slots=True)
class _Count:
    known: int = 0
    parsed: int = 0
    found: int = 0
    credited: int = 0
    characters: int = 0
    credited_characters: int = 0


def measure(transcripts: Sequence[KnownTranscript]) -> ParserAccuracy:
    """Parse every transcript, written out as labelled text, and compare with what is known.

    Raises:
        ValueError: there is no turn to compare with.
    """
    counts = [_count(transcript) for transcript in transcripts]
    known = sum(count.known for count in counts)
    if not known:
        raise ValueError("no transcript has a turn")
    found = sum(count.found for count in counts)
    return ParserAccuracy(
        transcripts=len(transcripts),
        turns=known,
        turn_precision=found / max(1, sum(count.parsed for count in counts)),
        turn_recall=found / known,
        speaker_accuracy=sum(count.credited for count in counts) / known,
        credited_characters=sum(count.credited_characters for count in counts)
        / sum(count.characters for count in counts),
    )


def written_out(transcript: KnownTranscript) -> str:
    """Return the transcript as a file would hold it: the title, then "Speaker: text" paragraphs."""
    header = f"Title: {transcript.title}\n\n" if transcript.title else ""
    return header + "\n\n".join(f"{turn.speaker}: {turn.text}" for turn in transcript.turns) + "\n"


def _count(transcript: KnownTranscript) -> _Count:
    parsed = parse(written_out(transcript), f"{transcript.id}.txt")
    found = credited = credited_characters = 0
    for turn, start, end in _placed(transcript.turns, parsed.text):
        whole = [other for other in parsed.turns if (other.start, other.end) == (start, end)]
        found += bool(whole)
        credited += any(same_person(turn.speaker, other.speaker) for other in whole)
        credited_characters += sum(_shared(turn, start, end, other) for other in parsed.turns)
    return _Count(
        known=len(transcript.turns),
        parsed=len(parsed.turns),
        found=found,
        credited=credited,
        characters=sum(len(turn.text) for turn in transcript.turns),
        credited_characters=credited_characters,
    )


def _placed(turns: Sequence[KnownTurn], text: str) -> Iterator[tuple[KnownTurn, int, int]]:
    """Yield the known turns that stand in the parsed text, with their offsets."""
    since = 0
    for turn in turns:
        found = re.compile(r"\s+".join(map(re.escape, turn.text.split()))).search(text, since)
        if found:
            yield turn, found.start(), found.end()
            since = found.end()


def _shared(turn: KnownTurn, start: int, end: int, other: Turn) -> int:
    if not same_person(turn.speaker, other.speaker):
        return 0
    return max(0, min(end, other.end) - max(start, other.start))
