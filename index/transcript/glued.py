"""Labels that lost their line break: "... with them? The Secretary of Transportation. We will not."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.statement import Role
from index.transcript.forms import Form, part_of
from index.transcript.label import Label, Mark
from index.transcript.labels import read_label
from index.transcript.lines import Line

_MAX_NAMES = 40
_WINDOW = 200
_SENTENCE_END = r"(?<=[.?!…)\]\"”] )"
# "J. Q. Adams" is no question; a heading in capitals may stand before one: "TRADE POLICY Q. Mr. ..."
_QUESTION = re.compile(rf"(?:{_SENTENCE_END}|(?<=[A-Z]{{3}} ))(?<!\b[A-Z]\. )Q[.:]\s+(?=[A-Z\"“])")
_TITLED_IN_CAPITALS = re.compile(r"(?<=\s)(?:MR|MRS|MS|DR)[.,]? [A-Z][A-Za-z'’]*[A-Z]:\s")


def glued_labels(text: str, lines: Sequence[Line], labels: Sequence[Label]) -> list[Label]:
    """Return labels inside lines, of speakers that the document also labels at line starts.

    A name in capitals with a colon is a label anywhere; "Q." and other names only after the end of
    a sentence; names in small letters before a full stop only where the line starts with a question.
    """
    by_line = {label.line: label for label in labels}
    anywhere, after_sentence, after_question = _patterns(labels)
    found: list[Label] = []
    for number in range(labels[0].line, len(lines)):
        line, own = lines[number], by_line.get(number)
        patterns = [*anywhere, *after_sentence]
        if own is not None and part_of(own.name) is Role.QUESTIONER:
            patterns += after_question
        starts = {
            match.start()
            for pattern in patterns
            for match in pattern.finditer(text, own.body if own else line.start, line.end)
        }
        found += _read(text, line, number, sorted(starts))
    return found


def _read(text: str, line: Line, number: int, starts: list[int]) -> Iterator[Label]:
    end = line.start
    for start in starts:
        label = read_label(Line(start, line.end, text[start : min(line.end, start + _WINDOW)]), number)
        if label and start >= end and not label.alone and label.body > start:
            end = label.body
            yield label


_Patterns = list[re.Pattern[str]]


def _patterns(labels: Sequence[Label]) -> tuple[_Patterns, _Patterns, _Patterns]:
    """The patterns of labels that may stand anywhere, after a sentence, and after a question."""
    counts = Counter((label.name, label.mark, label.caps, label.form) for label in labels)
    colons: list[str] = []
    stops: list[str] = []
    small_stops: list[str] = []
    for (name, mark, caps, form), count in counts.most_common(_MAX_NAMES):
        sure = count > 1 or (caps and form is Form.TITLED)
        if form is Form.PART or not sure or mark not in (Mark.COLON, Mark.STOP):
            continue
        group = colons if mark is Mark.COLON else stops if caps else small_stops
        group.append(re.escape(name))
    anywhere = (
        [_TITLED_IN_CAPITALS] if any(label.caps and label.form is Form.TITLED for label in labels) else []
    )
    after_sentence = [_QUESTION] if any(part_of(label.name) is Role.QUESTIONER for label in labels) else []
    shouted = [name for name in colons if name.isupper()]
    anywhere += _compile(shouted, r"(?<=\s)", r":\s")
    after_sentence += _compile([name for name in colons if name not in shouted], _SENTENCE_END, r":\s")
    after_sentence += _compile(stops, _SENTENCE_END, r"\.\s+(?=[A-Z\"“])")
    return anywhere, after_sentence, _compile(small_stops, _SENTENCE_END, r"\.\s+(?=[A-Z\"“])")


def _compile(names: list[str], before: str, after: str) -> _Patterns:
    return [re.compile(rf"{before}(?:{'|'.join(names)}){after}")] if names else []
