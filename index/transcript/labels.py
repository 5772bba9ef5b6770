"""Lines that may start with a speaker's label, read by form alone; `evidence` decides which do.

The forms, each with or without Markdown emphasis:

    Question:   Q1.   Q    Mr. President     a part, not a person
    THE PRESIDENT.    The Attorney General:  an office
    MR. NIXON;   SECRETARY MNUCHIN:          a title and a name
    Lavrov:   HOWARD K. SMITH, MODERATOR:    a name, with what is said of its holder
    (Reporter: Ms. Abe, NHK)   (Minister)    a part, an office or a title in brackets
    President. –   NTV –   Sr. Díaz.-   P.-  any of these before a dash
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from index.transcript.forms import Form, form_of, name_words
from index.transcript.lines import Line
from index.transcript.vocabulary import INTERPRETING, MODERATOR_WORDS, NAME_PARTICLES, OFFICE_WORDS

_WINDOW = 120
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_TIME = rf"(?:[\[(]?{_CLOCK.pattern}[\])]?\s{{1,3}}(?:[-–—]\s)?)?"
_LEAD = re.compile(
    rf"[>#\s]*(?P<emphasis>[*_]{{0,3}})\s*{_TIME}[*_]{{0,3}}"
    r"(?:[\[(]?\d{1,3}[.)\]]{0,3}\s+(?=[*_]{0,3}(?:Q\b|QUESTION\b|Question\b)))?[*_]{0,3}\s*"
)
_LETTER = re.compile(
    r"(?P<letter>Q|A(?=\.\s))\d{0,3}[*_]{0,3}(?:(?P<mark>[:;])|(?P<stop>\.)(?=[\s*_—–-]|$)|(?P<space>\s+)(?=[\\\"“'‘(\[—–\-.…$]|[^\W\d_a-z]|\d))"
)
_CLOSING = re.compile(r"[*_]{0,3}\s*[*_]{0,3}\s*")
_SPACE = re.compile(r"\s*")
_INNER_STOP = re.compile(r"(?:^|\s)(?P<word>[^\W\d_]{2,})\.\s")
_STOP = re.compile(r"\.[-–—]?(?=[\s*_])")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,70})[)\]]")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen gov rep lt col st sgt adm capt hon rev jr sr the sra sec amb brig maj vors sts"
    "".split()
)
_DASH = re.compile(
    r"(?P<name>[^\W\d_][^:;!?–—\n]{0,110}?)(?:(?P<stop>\s?\.)\s?[-–—]|\s[-–—])"
    r"\s+(?=[\"“„«¿¡(\[…]|[^\W\d_a-z]|\d)"
)
_BRACKETS = re.compile(
    r"[(\[](?P<name>[^()\[\]:\d]{2,70})(?:\d?:\s*(?P<aside>[^()\[\]]{2,60}))?[)\]]\s+(?=\S)"
)
# Letters for question and answer in other languages: pregunta, domanda, Frage; réponse, respuesta, risposta.
_LETTERS = {"P": "Q", "D": "Q", "F": "Q", "R": "A"}
_SMALL_IN_OFFICES = frozenset("for and to at in on behalf".split())
_DASHES = frozenset("-–—")
_TITLE_COMMA = re.compile(r"^(MR|MRS|MS|DR|Mr|Mrs|Ms|Dr),")


class Mark(Enum):
    """What ends a label."""

    COLON = auto()
    SEMICOLON = auto()
    STOP = auto()
    DASH = auto()
    BRACKETS = auto()
    SPACE = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A label in line `line`; what the speaker says starts at offset `body` of the text.

    `name` is the label without what is said of its holder, which is `aside` ("Reuters", "via
    interpreter", "MODERATOR"). `alone` labels have nothing after them in their line;
    `following` is the first character after it, or "".
    """

    line: int
    start: int
    body: int
    name: str
    aside: str
    mark: Mark
    form: Form
    emphasised: bool
    alone: bool
    following: str

    @property
    def key(self) -> str:
        """The name as labels are compared: in lower case, without full stops and odd spaces."""
        folded = fold(self.name)
        return folded.rstrip(" 0123456789") if self.form is Form.PART else folded

    @property
    def low(self) -> bool:
        """Whether the line goes on with a small letter, as prose does after a colon."""
        return self.following.islower()

    @property
    def quotes(self) -> bool:
        """Whether a quotation follows, as in a story that tells who said what."""
        return self.following != "" and self.following in "\"“„«'‘"

    @property
    def style(self) -> tuple[Mark, bool]:
        """How the label is set off: its mark, where a semicolon is a misread colon, and its emphasis."""
        return (Mark.COLON if self.mark is Mark.SEMICOLON else self.mark), self.emphasised

    @property
    def is_full_name(self) -> bool:
        """Whether more than one word, or a title, names a person."""
        return self.form is Form.TITLED or (self.form is Form.NAME and len(name_words(self.name)) > 1)

    @property
    def caps(self) -> bool:
        """Whether the name is in capitals, up to a "Mr." before or a "c" within it."""
        letters = re.sub(r"\b(?:Mr|Mrs|Ms|Dr|The)\b|(?<=M)ac|(?<=M)c|(?<=D)e(?=[A-Z])", "", self.name)
        return letters.isupper()


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name as labels are compared; a digit that stands for a letter in capitals is mended."""
    if name.isupper():
        name = re.sub(r"(?<=[A-Z])1(?=[A-Z])", "I", re.sub(r"(?<=[A-Z])0(?=[A-Z])", "O", name))
    return " ".join(name.replace(".", ". ").casefold().replace(".", "").split())


def read_label(line: Line, number: int) -> Label | None:
    """Return the label that `line` may start with, or None. Looks at the first 120 characters only."""
    head = line.text[:_WINDOW]
    lead = _LEAD.match(head)
    at = lead.end() if lead else 0
    emphasised = "*" in head[:at] or "_" in head[:at]
    for reader in (_stop_dash, _letter, _brackets, _colon, _stop, _dash, _bare):
        found = reader(head, at)
        form = form_of(found[0]) if found else None
        if found and form:
            break
    else:
        return None
    name, aside, mark, end = found
    if name == "Q" and not line.text[end:].startswith("Q"):
        asker = read_label(Line(line.start + end, line.end, line.text[end:]), number)
        if asker and asker.mark is Mark.COLON and asker.form in (Form.TITLED, Form.NAME) and asker.aside:
            return replace(asker, start=line.start, aside=f"journalist, {asker.aside}")
    closing = (_CLOSING if emphasised else _SPACE).match(line.text, end)
    end = closing.end() if closing else end
    return Label(
        number,
        line.start,
        line.start + end,
        name,
        aside,
        mark,
        form,
        emphasised,
        alone=end >= len(line.text),
        following=line.text[end : end + 1],
    )


_Found = tuple[str, str, Mark, int]


def _stop_dash(head: str, at: int) -> _Found | None:
    """A label before a full stop and a dash, as the European Parliament prints it, or a letter: "Q - "."""
    match = _DASH.match(head, at)
    if match is None or (len(match["name"]) > 1 and match["name"].isupper()):
        return None  # "MR. SMITH. — Mr. Carter": the dash is his, who was cut short
    return _before_dash(match) if match["stop"] or match["name"] in "QPDFRA" else None


def _dash(head: str, at: int) -> _Found | None:
    match = _DASH.match(head, at)
    return _before_dash(match) if match else None


def _before_dash(match: re.Match[str]) -> _Found | None:
    name, aside = _split(match["name"])
    if not name or _is_two_sentences(name):
        return None
    return _LETTERS.get(name, name), aside, Mark.DASH, match.end()


def _brackets(head: str, at: int) -> _Found | None:
    """A label in brackets; a name alone in them is a note: "(Mr. Sato)" may speak, "(Laughter)" does not."""
    match = _BRACKETS.match(head, at)
    if match is None:
        return None
    name, aside = _split(match["name"])
    if form_of(name) not in (Form.PART, Form.OFFICE, Form.TITLED):
        return None
    return name, match["aside"] or aside, Mark.BRACKETS, match.end()


def _letter(head: str, at: int) -> _Found | None:
    match = _LETTER.match(head, at)
    if match is None:
        return None
    mark = Mark.COLON if match["mark"] else Mark.STOP if match["stop"] else Mark.SPACE
    return match["letter"], "", mark, match.end()


def _colon(head: str, at: int) -> _Found | None:
    for sign, mark in ((":", Mark.COLON), ("：", Mark.COLON), (";", Mark.SEMICOLON)):
        end = head.find(sign, at)
        while end > at and head[end - 1 : end].isdigit() and head[end + 1 : end + 2].isdigit():
            end = head.find(sign, end + 1)  # that of a time: "Ann Lee (00:02):"
        if end > at and not head.startswith(("://", ":"), end + 1) and not head[end + 1 : end + 2].isdigit():
            name, aside = _split(head[at:end])
            if name and not _is_two_sentences(name):
                return _LETTERS.get(name, name), aside, mark, end + 1
            break
    return None


def _stop(head: str, at: int) -> _Found | None:
    for match in _STOP.finditer(head, at, at + 60):
        words = head[at : match.start()].split()
        if not _DASHES.isdisjoint(words):
            return None  # "THE MINISTER - Yes.": what comes after the dash is said
        if words and words[-1].casefold() not in _ABBREVIATIONS and len(words[-1].strip(".")) > 1:
            name, aside = _split(" ".join(words))
            plain = name and "," not in _TITLE_COMMA.sub("", head[at : match.start()])
            return (name, aside, Mark.STOP, match.end()) if plain else None
    return None


def _bare(head: str, at: int) -> _Found | None:
    """A line that holds nothing but what may be a name: "Sergey Lavrov" above his answer."""
    bare = head[at:].rstrip("*_ ")
    if len(bare) > 50 or not bare or not (bare[-1].isalnum() or bare[-1] in ")]"):
        return None
    name, aside = _split(bare)
    return (name, aside, Mark.NONE, len(head)) if name else None


def _is_two_sentences(name: str) -> bool:
    """Whether a full stop within the name ends a sentence: "THE PRESIDENT. My answer"."""
    return any(found["word"].casefold() not in _ABBREVIATIONS for found in _INNER_STOP.finditer(name))


def _split(label: str) -> tuple[str, str]:
    """Part "Question (Reuters)" or "HOWARD K. SMITH, MODERATOR" into name and aside.

    After a comma only an employer or a part can stand: words with capitals, or known ones.
    """
    label = _TITLE_COMMA.sub(r"\1.", label.strip("*_ \t"))
    asides = [aside for aside in _ASIDE.findall(label) if not _CLOCK.fullmatch(aside)]
    name, _, rest = _ASIDE.sub("", label).partition(",")
    name, _, role = name.replace(" – ", " — ").replace(" - ", " — ").partition(" — ")
    added = [part.strip() for part in (rest, role) if part.strip()]
    if not all(_says_of_holder(part) for part in added):
        return "", ""
    return name.strip("*_ \t"), ", ".join([*(aside.strip() for aside in asides), *added])


def _says_of_holder(aside: str) -> bool:
    words = re.findall(r"[^\W_][\w'’.-]*", aside)
    stated = aside.startswith("on behalf of ") or not OFFICE_WORDS.isdisjoint(
        word.casefold() for word in words
    )
    return 0 < len(words) <= (14 if stated else 8) and all(
        word[0].isupper()
        or (stated and word in _SMALL_IN_OFFICES)
        or word in NAME_PARTICLES
        or word in MODERATOR_WORDS
        or word.startswith(INTERPRETING)
        for word in words
    )
