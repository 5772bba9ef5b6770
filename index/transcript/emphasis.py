"""Interviews without labels, whose questions are told from the answers by their type alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.transcript.forms import Form
from index.transcript.header import Header
from index.transcript.kinds import DIALOGUES
from index.transcript.label import Label, Mark
from index.transcript.lines import Line

_WHOLLY = re.compile(r"(?P<mark>\*{2,3}|__)(?!\s)(?:(?!(?P=mark)).)+(?P=mark)")
_FEWEST, _SHARE_OF_QUESTIONS = 2, 0.6


def emphasised_questions(lines: Sequence[Line], header: Header) -> list[Label]:
    """Return a label for each question and each answer, where bold paragraphs are the questions.

    They are in an interview or press conference, if most of them end with a question mark; in a
    speech they are headings. An answer starts with the first plain paragraph after a bold one.
    """
    if header.kind not in DIALOGUES:
        return []
    bold = [number for number in range(header.body, len(lines)) if _WHOLLY.fullmatch(lines[number].text)]
    asking = sum(lines[number].text.rstrip('*_ "”’').endswith("?") for number in bold)
    if len(bold) < _FEWEST or asking < len(bold) * _SHARE_OF_QUESTIONS:
        return []
    asked, labels = frozenset(bold), []
    for number in range(bold[0], len(lines)):
        if number in asked:
            labels.append(_label(lines[number], number, "Question", Form.PART))
        elif number - 1 in asked:
            labels.append(_label(lines[number], number, "Answer", Form.ANSWER))
    return labels


def _label(line: Line, number: int, name: str, form: Form) -> Label:
    """A label without words of its own, at the start of a line."""
    bare = line.text.lstrip("*_ ")
    body = line.start + len(line.text) - len(bare)
    return Label(number, line.start, body, name, "", Mark.COLON, form, form is Form.PART, False, bare[:1])
