"""What stands before the first label, and documents without any label: who says that."""

from __future__ import annotations

import re

from index.statement import Role
from index.transcript.kinds import DIALOGUES
from index.transcript.turns import Span, paragraphs

_ADDRESSED = re.compile(
    r"(?:thank you,? )?(?:mr|mrs|ms|madam|president|minister|secretary|senator|governor|prime minister)\b"
    r"\.? ?[\w' ]{0,30},",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[*_]{0,3}(?:Q|QUESTION|Question|Reporter|Journalist)\s?\d{0,2}(?:[:.]|\s{2,})")
_EMPHASISED = re.compile(r"([*_]{1,3})\S.*\?[\"”’]?\1")
_SENTENCE_ENDS = ".!?…\"”’'):;,—-*_"
_QUESTION_ALONE = re.compile(r"[^.?!:;\"“”„«»]{8,300}\?[*_]{0,3}")  # a paragraph of one sentence
_FEWEST_QUESTIONS = 2
_SHARE_OF_MARKS, _SHARE_OF_QUESTIONS = 0.15, 0.15
_MIN_WORDS = 5


def reads_as_speech(text: str, span: Span) -> bool:
    """Whether text before the first label is spoken: it holds a sentence, not only headings."""
    lines = [line.of(text) for line in paragraphs(text, span)]
    return any(len(line.split()) >= _MIN_WORDS and line[-1] in _SENTENCE_ENDS for line in lines)


def ends_in_note(text: str) -> bool:
    """Whether the last paragraph of `text` is an editor's note in brackets."""
    return text[text.rstrip().rfind("\n") + 1 :].strip().startswith("[")


def sole_role(text: str, span: Span, kind: str) -> Role:
    """The role of a document's only voice: `unknown` where questions may hide in it, else `principal`.

    Lines that start with "Question:" betray that not one voice speaks, and so do questions that are
    set off by their type, or that stand alone before their answers all along. In a press conference or
    debate, so do paragraphs that are put to somebody and end with a question mark, or many questions.
    """
    lines = [line.of(text) for line in paragraphs(text, span)]
    marked = sum(_MARKED.match(line) is not None for line in lines)
    marked += sum(_EMPHASISED.fullmatch(line) is not None for line in lines)
    if marked > len(lines) * _SHARE_OF_MARKS:
        return Role.UNKNOWN
    asked = sum(_QUESTION_ALONE.fullmatch(line) is not None for line in lines)
    if kind not in DIALOGUES:
        alternates = asked >= _FEWEST_QUESTIONS and asked > len(lines) * _SHARE_OF_QUESTIONS
        return Role.UNKNOWN if alternates else Role.PRINCIPAL
    questions = [line for line in lines if line.rstrip("\"”' ")[-1:] == "?"]
    hidden = any(_ADDRESSED.match(line) for line in questions)
    return Role.UNKNOWN if hidden or len(questions) > len(lines) * _SHARE_OF_QUESTIONS else Role.PRINCIPAL
