"""Turns, speakers and roles, against labels that were made by hand (see tests/data/turns/README.md)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index.statement import Role, Turn
from index.transcript.parse import parse

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests/data/turns"
CORPUS = ROOT.parent / "shared/corpora/presidential-speeches"
OWN = (LABELS / "own/labels.jsonl", LABELS / "own")
SITES_FOLDER = ROOT / "tests/index/transcript/sites"  # beside tests/data, which other tests index
SITES = (SITES_FOLDER / "labels.jsonl", SITES_FOLDER)
PRESIDENTIAL = (LABELS / "presidential.jsonl", CORPUS)
SETS = [
    pytest.param(*OWN, id="own"),
    pytest.param(*SITES, id="sites"),
    pytest.param(*PRESIDENTIAL, id="presidential", marks=pytest.mark.corpus),
]
LEAST = {SITES_FOLDER: 0.95}  # of the turns; elsewhere 0.99
NOTE = r"(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>)"
BEFORE_WORDS = re.compile(rf"(?:[^\w(\[<]|{NOTE})*")
AFTER_WORDS = re.compile(rf"(?:[^\w)\]>]|{NOTE})*$")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled turn; every field holds the readings that are right."""

    begins: tuple[str, ...]
    ends: tuple[str, ...]
    speakers: tuple[str | None, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    file: str
    labels: tuple[Label, ...]
    complete: bool
    metadata: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a label stands in a text: the offsets at which its words may begin and end."""

    label: Label
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def readings(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def load(path: Path) -> list[Document]:
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = tuple(
            Label(*(readings(turn[key]) for key in ("begins", "ends", "speaker", "role")))
            for turn in row["turns"]
        )
        metadata = {key: row[key] for key in ("title", "kind", "date", "place") if key in row}
        documents.append(Document(row["file"], labels, row["complete"], metadata))
    return documents


def read(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def find(words: str, text: str, since: int) -> re.Match[str] | None:
    return re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, since)


def anchor(labels: tuple[Label, ...], text: str) -> Iterator[Anchored]:
    """Each label's place, in order; a label without a place has no starts or no ends."""
    since = 0
    for label in labels:
        begins = [found for words in label.begins if (found := find(words, text, since))]
        ends = [
            found
            for words in label.ends
            if begins and (found := find(words, text, min(match.start() for match in begins)))
        ]
        yield Anchored(label, tuple(m.start() for m in begins), tuple(m.end() for m in ends))
        since = max((match.end() for match in ends), default=since)


def words_of(turn: Turn, text: str) -> tuple[int, int]:
    """The offsets of a turn's first and last word, stage notes at its edges left aside."""
    start = turn.start
    if found := BEFORE_WORDS.match(text, turn.start, turn.end):
        start = found.end()
    said = text[start : turn.end]
    found = AFTER_WORDS.search(said)
    return start, start + (found.start() if found else len(said))


def same_name(given: str | None, true: str | None) -> bool:
    """Equal but for case, article and full stops; an office before a full name makes no other person."""
    if given is None or true is None:
        return given is true
    ours, theirs = (re.sub(r"^the |\.", "", name.casefold()) for name in (given, true))
    return ours == theirs or (len(theirs.split()) > 1 and ours.endswith(" " + theirs))


def fault(place: Anchored, turns: tuple[Turn, ...], text: str) -> str | None:
    """What is wrong with the parsed turn that should stand here, or None."""
    label = place.label
    spans = [(turn, *words_of(turn, text)) for turn in turns]
    here = [(turn, end) for turn, start, end in spans if start in place.starts]
    if len(here) != 1:
        return f"{len(here)} turns begin here"
    turn, end = here[0]
    if end not in place.ends:
        return f"ends with {text[max(turn.start, end - 40) : end]!r}"
    if not any(same_name(turn.speaker, true) for true in label.speakers):
        return f"speaker {turn.speaker!r}, not {label.speakers}"
    return None if turn.role in label.roles else f"role {turn.role}, not {label.roles}"


def strays(places: list[Anchored], turns: tuple[Turn, ...], text: str) -> Iterator[str]:
    """Turns outside every label of a complete document, if they claim to know who speaks."""
    spans = [(min(place.starts), max(place.ends)) for place in places if place.starts and place.ends]
    for turn in turns:
        if turn.role is not Role.UNKNOWN and not any(
            turn.start < end and start < turn.end for start, end in spans
        ):
            yield f"no turn: {text[turn.start : turn.end][:60]!r}"


def require(directory: Path) -> None:
    if not directory.is_dir():
        pytest.skip("the presidential corpus does not stand beside the project (../shared/corpora)")


@pytest.mark.parametrize(("labels", "directory"), SETS)
def test_labels_are_anchored_in_their_documents(labels: Path, directory: Path) -> None:
    require(directory)
    lost = []
    for document in load(labels):
        text = read(directory / document.file)
        since = 0
        for place in anchor(document.labels, text):
            if not place.starts or not place.ends or max(place.ends) <= min(place.starts):
                lost.append((document.file, place.label.begins))
                continue
            # A phrase that stands twice in the file is an anchor only right after the turn before.
            first = find(place.label.begins[0], text, 0)
            if first and first.start() not in place.starts and min(place.starts) - since > 300:
                lost.append((document.file, place.label.begins))
            since = max(place.ends)
    assert not lost


@pytest.mark.parametrize(("labels", "directory"), SETS)
def test_turns_speakers_and_roles(
    labels: Path, directory: Path, record_property: Callable[[str, object], None]
) -> None:
    require(directory)
    total, faults = 0, []
    for document in load(labels):
        parsed = parse(read(directory / document.file), document.file)
        places = list(anchor(document.labels, parsed.text))
        wrong = [
            f"{place.label.begins[0]!r}: {why}"
            for place in places
            if (why := fault(place, tuple(parsed.turns), parsed.text))
        ]
        extra = list(strays(places, tuple(parsed.turns), parsed.text)) if document.complete else []
        total += len(places) + len(extra)
        faults += [f"{document.file}: {why}" for why in (*wrong, *extra)]
    accuracy = 1 - len(faults) / total
    record_property("turn_label_accuracy", accuracy)
    record_property("turn_labels", total)
    report = "\n".join(faults)
    assert accuracy >= LEAST.get(directory, 0.99), (
        f"{accuracy:.4f} of {total} turns are right; wrong:\n{report}"
    )


@pytest.mark.parametrize(("labels", "directory"), SETS)
def test_no_question_is_put_into_a_principals_mouth(labels: Path, directory: Path) -> None:
    require(directory)
    stolen = []
    for document in load(labels):
        parsed = parse(read(directory / document.file), document.file)
        principals = [turn for turn in parsed.turns if turn.role is Role.PRINCIPAL]
        for place in anchor(document.labels, parsed.text):
            if "questioner" not in place.label.roles or "principal" in place.label.roles:
                continue
            assert place.starts, f"{document.file} lost the question {place.label.begins[0]!r}"
            assert place.ends, f"{document.file} lost the end of {place.label.begins[0]!r}"
            if any(turn.start < max(place.ends) and min(place.starts) < turn.end for turn in principals):
                stolen.append(f"{document.file}: {place.label.begins[0]!r}")
    assert not stolen, "\n".join(stolen)


@pytest.mark.parametrize(
    ("labels", "directory", "field"),
    [
        *(pytest.param(*OWN, field, id=f"own-{field}") for field in ("title", "kind", "date", "place")),
        *(pytest.param(*SITES, field, id=f"sites-{field}") for field in ("title", "kind", "date", "place")),
        pytest.param(*PRESIDENTIAL, "date", id="presidential-date", marks=pytest.mark.corpus),
    ],
)
def test_metadata(
    labels: Path, directory: Path, field: str, record_property: Callable[[str, object], None]
) -> None:
    require(directory)
    total, faults = 0, []
    for document in load(labels):
        if field not in document.metadata:
            continue
        total += 1
        parsed = parse(read(directory / document.file), document.file)
        given = unicodedata.normalize("NFC", str(getattr(parsed, field))).casefold()
        true = [str(value).casefold() for value in readings(document.metadata[field])]
        # Place and date at a title's end may stand in it or be left out.
        if field == "title" and len(given) > 20 and (given.startswith(true[0]) or true[0].startswith(given)):
            continue
        if given not in true:
            faults.append(f"{document.file}: {given!r}, not {true}")
    accuracy = 1 - len(faults) / total
    record_property(f"{field}_accuracy", accuracy)
    report = "\n".join(faults)
    assert accuracy >= 0.9, f"{accuracy:.3f} of {total} are right; wrong:\n{report}"
