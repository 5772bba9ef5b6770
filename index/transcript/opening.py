"""What stands before the first label, and documents without any label: who says that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.statement import Role
from index.transcript.forms import Form, form_of, part_of
from index.transcript.hidden import CAPITALS
from index.transcript.kinds import DIALOGUES
from index.transcript.turns import Span, has_words, is_heading, is_numbered, paragraphs
from index.transcript.vocabulary import HONORIFICS, OFFICE_WORDS

_ADDRESSED = re.compile(
    r"(?:thank you,? )?(?:mr|mrs|ms|madam|president|minister|secretary|senator|governor|prime minister)\b"
    r"\.? ?[\w' ]{0,30},",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[*_]{0,3}(?:Q|QUESTION|Question|Reporter|Journalist)\s?\d{0,2}(?:[:.]|\s{2,})")
_EMPHASISED = re.compile(r"([*_]{1,3})\S.*\?[\"”’]?\1")
_CLOCK_ALONE = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?")
_ADDRESSING = frozenset(
    """distinguished honoured honored esteemed honourable honorable excellencies dear ladies gentlemen friends
    colleagues comrades fellow my good thank thanks hello hi welcome your sirs citizens""".split()
)
_CONTENTS = re.compile(r"(?:table of )?contents:?", re.IGNORECASE)
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us|[Ii]ch|[Ww]ir|[Uu]nser|uns|[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|yo|[Nn]osotros"
    r"|[Nn]uestr[oa]s?|[Мм]ы|[Яя]|[Нн]аш)\b"
)
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^«»]{0,2000}»|„[^„“”]{0,2000}[“”]")
# A name or office before a colon; after a form of address, before a full stop: "Mme Abadie (LFI). Il ...".
_LABEL = re.compile(
    CAPITALS + r"(?: ?\([^()]{1,60}\)){0,2} ?: +(?=[^\W\d_a-z]|[\"“«¿(\[])"
    r"|(?P<titled>(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Sr|Sra)\.? [^\W\d_a-z][^.:!?]{2,60})\. (?=[^\W\d_a-z])"
)
_BRACKETED = re.compile(r"\[(?P<name>[^\[\]]{2,60})\]")
_DASHED = re.compile(r"[–—-] ?[^\W\d_a-z]")
_SENTENCE_ENDS = ".!?…\"”’'):;,—-*_"
_QUESTION_ALONE = re.compile(r"[^.?!:;\"“”„«»]{8,300}\?[*_]{0,3}")  # a paragraph of one sentence
_FEWEST_QUESTIONS = 2
_SHARE_OF_MARKS, _SHARE_OF_QUESTIONS = 0.15, 0.15
_MIN_WORDS = 5
_MAX_HEADING_WORDS = 12


def without_contents(text: str, span: Span) -> Span | None:
    """Leave out notes, headings and a list of contents, whose lines come back, at the start of `span`."""
    lines = paragraphs(text, span)
    whole = Counter(line.of(text) for line in paragraphs(text, Span(span.start, len(text))))
    first = 0
    if _CONTENTS.fullmatch(lines[0].of(text)) or (len(lines) > 1 and whole[lines[0].of(text)] > 1):
        while first < len(lines) and _is_entry(lines[first].of(text), whole):
            first += 1
    while first < len(lines) and (_heads(lines[first].of(text)) or not has_words(lines[first].of(text))):
        first += 1
    return Span(lines[first].start, span.end) if first < len(lines) else None


def _heads(line: str) -> bool:
    """Whether a line is a heading and not the address of a speech, such as "Dear Friends"."""
    first = re.sub(r"\W", "", line.split()[0]).casefold()
    addresses = first in _ADDRESSING | HONORIFICS | OFFICE_WORDS
    few = line[-1].isalnum() and len(line.split()) <= _MAX_HEADING_WORDS
    return is_numbered(line) or ((is_heading(line) or few) and not addresses)


def _is_entry(line: str, whole: Counter[str]) -> bool:
    return (
        _CONTENTS.fullmatch(line) is not None
        or line[-1] == ":"
        or whole[line] > 1
        or (line[-1] not in _SENTENCE_ENDS)
    )


def reads_as_speech(text: str, span: Span) -> bool:
    """Whether text before the first label is spoken: it holds a sentence, not only headings."""
    lines = [line.of(text) for line in paragraphs(text, span)]
    return any(len(line.split()) >= _MIN_WORDS and line[-1] in _SENTENCE_ENDS for line in lines)


def tells_of(speaker: str, office: str, text: str) -> bool:
    """Whether a text tells of its speaker as of somebody else: "Mr. Hill met ...", "The President ..."."""
    own = _QUOTED.sub("", text)
    if _FIRST_PERSON.search(own):
        return False
    called = [re.escape(speaker.split()[-1])]
    called += [rf"The (?:Prime |Foreign )?{re.escape(office.capitalize())}"] if office else []
    return re.search(rf"\b(?:{'|'.join(called)})\b", own) is not None


def ends_in_note(text: str) -> bool:
    """Whether the last paragraph of `text` is an editor's note in brackets."""
    return text[text.rstrip().rfind("\n") + 1 :].strip().startswith("[")


def sole_role(text: str, span: Span, kind: str) -> Role:
    """The role of a document's only voice: `unknown` where questions may hide in it, else `principal`.

    Lines that start with "Question:" betray that not one voice speaks, and so do questions that are
    set off by their type, or that stand alone before their answers all along, and labels that could not
    be read. In a press conference or debate, so do paragraphs that are put to somebody and end with a
    question mark, or many questions.
    """
    lines = [line.of(text) for line in paragraphs(text, span)]
    marked = sum(_MARKED.match(line) is not None for line in lines)
    marked += sum(_EMPHASISED.fullmatch(line) is not None for line in lines)
    if marked > len(lines) * _SHARE_OF_MARKS:
        return Role.UNKNOWN
    if sum(_CLOCK_ALONE.fullmatch(line) is not None for line in lines) > 1:
        return Role.UNKNOWN  # times between the lines part one speaker from the next
    if _speakers_unread(lines):
        return Role.UNKNOWN
    asked = sum(_QUESTION_ALONE.fullmatch(line) is not None for line in lines)
    if kind not in DIALOGUES:
        alternates = asked >= _FEWEST_QUESTIONS and asked > len(lines) * _SHARE_OF_QUESTIONS
        return Role.UNKNOWN if alternates else Role.PRINCIPAL
    questions = [line for line in lines if line.rstrip("\"”' ")[-1:] == "?"]
    hidden = any(_ADDRESSED.match(line) for line in questions)
    return Role.UNKNOWN if hidden or len(questions) > len(lines) * _SHARE_OF_QUESTIONS else Role.PRINCIPAL


def _in_brackets(line: str) -> bool:
    match = _BRACKETED.fullmatch(line)
    return match is not None and (
        form_of(match["name"]) in (Form.TITLED, Form.OFFICE) or part_of(match["name"]) is Role.QUESTIONER
    )


def _speakers_unread(lines: Sequence[str]) -> bool:
    """Whether half of the lines start as labels do that come back, or before a question: others speak too.

    A subject before a colon ("Wages: They have risen.") does not come back.
    """
    named = [(match["name"] or match["titled"], line) for line in lines if (match := _LABEL.match(line))]
    if len(named) > 1 and len(named) * 2 >= len(lines):
        again = len({name for name, _ in named}) < len(named)
        titled = all(name.split()[0].casefold() in OFFICE_WORDS for name, _ in named)
        return again or titled or any(line.endswith("?") for _, line in named)
    if any(_in_brackets(line) for line in lines):
        return True
    dashes = [line for line in lines if _DASHED.match(line)]
    return len(dashes) > 1 and len(dashes) * 2 >= len(lines) and any(line.endswith("?") for line in dashes)
