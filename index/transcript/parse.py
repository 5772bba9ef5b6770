"""The transcript parser: from the text of a file to its metadata and its turns.

Two passes: lines that may start with a label are collected, the document as a whole decides which
do (`evidence`), and only then is the text cut (`cutting`). Where it cannot be told who speaks, the
role is `unknown`.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.metadata import NOTHING_STATED, Metadata, StatedTurn
from index.statement import Turn
from index.transcript.cast import Cast
from index.transcript.chrome import strip_chrome_around
from index.transcript.cutting import labelled_turns, unlabelled_turns
from index.transcript.emphasis import emphasised_questions
from index.transcript.evidence import accept
from index.transcript.glued import glued_labels
from index.transcript.header import Header, read_header
from index.transcript.kinds import DIALOGUES
from index.transcript.label import Label
from index.transcript.labels import read_label
from index.transcript.language import language_of
from index.transcript.lines import Line, split_lines
from index.transcript.mending import mend
from index.transcript.names import surname_of
from index.transcript.principal import principal_by_signature
from index.transcript.principal_in_title import gives_office
from index.transcript.setting import Setting, common_words
from index.transcript.stated import stated_turns, with_stated
from index.transcript.transcript import Transcript
from index.transcript.turns import is_questions_heading


def parse(
    text: str,
    file_name: str,
    *,
    stated: Metadata = NOTHING_STATED,
    turns: Sequence[StatedTurn] = (),
    pages: Sequence[int] = (),
) -> Transcript:
    """Parse a document.

    `text` is decoded, in NFC, with "\\n" line ends; `file_name` is a name or path, used for a date
    and a title that the text lacks. Accepts any string; takes time linear in its length. What is
    `stated` beats what is found. Where the file tells its `turns`, they are taken as they are, and
    the text stays whole. `pages` are the offsets in `text` at which pages begin.
    """
    if turns:
        header = with_stated(read_header([], file_name), stated)
        said = stated_turns(text, turns, header, file_name)
        return _transcript(header, stated, text, said, pages)
    text, pages = strip_chrome_around(text, pages)
    lines = split_lines(text)
    header = with_stated(read_header(lines, file_name), stated)
    labels = _labels(text, lines, header)
    principal = header.principal or (None if labels else principal_by_signature(lines))
    cast = Cast(labels, principal, text, file_name)
    if labels:
        found = labelled_turns(text, lines, header, labels, cast, file_name)
    else:
        found = unlabelled_turns(text, lines, header, cast)
    return _transcript(header, stated, text, found, pages)


def _transcript(
    header: Header, stated: Metadata, text: str, turns: Sequence[Turn], pages: Sequence[int]
) -> Transcript:
    return Transcript(
        title=header.title,
        kind=header.kind,
        date=header.date,
        place=header.place,
        source_url=header.source_url,
        language=stated.language or language_of(text),
        text=text,
        turns=tuple(turns),
        pages=tuple(pages),
    )


def _labels(text: str, lines: Sequence[Line], header: Header) -> list[Label]:
    """The labels of the document, in order of their places."""
    read = (read_label(lines[number], number) for number in range(header.body, len(lines)))
    candidates = [label for label in read if label]
    named = header.principal.name if header.principal else ""
    setting = Setting(
        surnames=frozenset({surname_of(named)} - {""}),
        dialogue=header.kind in DIALOGUES or any(is_questions_heading(line.text) for line in lines),
        n_lines=len(lines),
        body=header.body,
        office=header.principal.office if header.principal else "",
        common=common_words(text) if candidates else frozenset(),
        unnamed=header.principal is None and gives_office(header.title),
    )
    accepted = mend(accept(candidates, setting), text)
    if not accepted:
        return emphasised_questions(lines, header) if header.principal else []
    return sorted((*accepted, *glued_labels(text, lines, accepted)), key=lambda label: label.start)
